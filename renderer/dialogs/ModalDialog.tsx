/**
 * A dialog of the browser's own: it holds the focus, Esc cancels it, and the focus goes back where it was. Its keys
 * are its own: while it is open no command of the window answers to them.
 */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

export const ModalDialog = ({
  title,
  cancel,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly cancel: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    // React gives no `autofocus` to the browser, which would begin with the first button.
    own?.querySelector<HTMLElement>('[data-first]')?.focus();
    // Where nothing in it can take the focus yet, the dialog has it: its keys must not go to the window beneath.
    if (own && !own.contains(document.activeElement)) own.focus();
    return () => own?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
};
