/**
 * One menu's entries, as the menu bar and context menus show them. Made when the menu opens, so labels and states
 * are those of that moment. Entries that cannot be chosen keep their place and can be reached, as ARIA advises.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Command, isEnabled, type Menu } from '../commands/command.ts';
import { ariaKeys, isMac, shownKeys } from '../keys/keys.ts';

const itemsOf = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>(':scope > div > [role^="menuitem"]') ?? []),
];

/** Arrows, Home and End within one menu. */
const moveWithin = (event: KeyboardEvent<HTMLElement>): void => {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[goal]?.focus();
};

const Entry = ({ command, close }: { readonly command: Command; readonly close: () => void }) => {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLButtonElement>(null);
  const enabled = isEnabled(command);
  const { submenu, checked, keys } = command;
  useEffect(() => {
    if (open) itemsOf(list.current)[0]?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (submenu && enabled && !open && ['ArrowRight', 'Enter', ' '].includes(event.key)) setOpen(true);
    else if (open && (event.key === 'ArrowLeft' || event.key === 'Escape')) {
      setOpen(false);
      own.current?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const run = () => {
    if (!enabled) return;
    if (submenu) return setOpen(!open);
    close();
    command.run();
  };
  const shortcut = keys?.[0];
  const face = (
    <>
      <span>{command.label()}</span>
      {shortcut !== undefined && <kbd>{shownKeys(shortcut, isMac())}</kbd>}
      {submenu && <kbd>▸</kbd>}
    </>
  );
  const usual = {
    ref: own,
    type: 'button' as const,
    'aria-disabled': !enabled,
    'aria-keyshortcuts': keys && keys.length > 0 ? ariaKeys(keys, isMac()) : undefined,
    tabIndex: -1,
    onClick: run,
  };
  return (
    <div
      role="none"
      onKeyDown={onKeyDown}
      onPointerEnter={() => submenu && enabled && setOpen(true)}
      onPointerLeave={() => setOpen(false)}
    >
      {checked ? (
        <button {...usual} role="menuitemcheckbox" aria-checked={checked()}>
          {face}
        </button>
      ) : submenu ? (
        <button {...usual} role="menuitem" aria-haspopup="menu" aria-expanded={open}>
          {face}
        </button>
      ) : (
        <button {...usual} role="menuitem">
          {face}
        </button>
      )}
      {submenu && open && (
        <div
          role="menu"
          tabIndex={-1}
          aria-label={command.label()}
          className="menu submenu"
          ref={list}
          onKeyDown={moveWithin}
        >
          {submenu().map((entry) => (
            <Entry key={entry.id} command={entry} close={close} />
          ))}
        </div>
      )}
    </div>
  );
};

export const MenuList = ({
  menu,
  close,
}: {
  readonly menu: Pick<Menu, 'label' | 'groups'>;
  readonly close: () => void;
}) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => itemsOf(list.current)[0]?.focus(), []);
  return (
    <div role="menu" tabIndex={-1} aria-label={menu.label} className="menu" ref={list} onKeyDown={moveWithin}>
      {menu.groups
        .filter((group) => group.length > 0)
        .flatMap((group, index) => [
          ...(index === 0 ? [] : [<hr key={`line-${index}`} />]),
          ...group.map((command) => <Entry key={command.id} command={command} close={close} />),
        ])}
    </div>
  );
};
