/** The frame's commands in a menu at the pointer, or at the frame where the keyboard asked for it. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FRAME_GROUPS } from '../commands/frame-commands.ts';
import { closeContextMenu, useContextMenu } from '../pasteboard/context-menu.ts';
import { focusDesk } from '../pasteboard/desk-view.ts';
import { viewStrings } from '../strings/pages.ts';
import { MenuList } from './MenuList.tsx';

/** Free between the menu and the window's edge, CSS pixels. */
const EDGE = 8;

export const ContextMenu = () => {
  const at = useContextMenu((s) => s.at);
  return at && <OpenMenu key={`${at.x} ${at.y}`} at={at} />;
};

const OpenMenu = ({ at }: { readonly at: { readonly x: number; readonly y: number } }) => {
  const own = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  const [place, setPlace] = useState(at);

  const close = () => {
    closeContextMenu();
    const { current } = before;
    if (current instanceof HTMLElement && current !== document.body && current.isConnected)
      current.focus({ preventScroll: true });
    else focusDesk();
  };

  // Within the window, whichever side it was asked for at.
  useLayoutEffect(() => {
    const box = own.current?.firstElementChild?.getBoundingClientRect();
    if (!box) return;
    const within = (from: number, size: number, room: number) =>
      Math.max(EDGE, Math.min(from, room - size - EDGE));
    setPlace({
      x: within(at.x, box.width, window.innerWidth),
      y: within(at.y, box.height, window.innerHeight),
    });
  }, [at]);

  useEffect(() => {
    const away = (event: Event) => {
      if (!own.current?.contains(event.target as Node)) closeContextMenu();
    };
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('scroll', away, true);
    window.addEventListener('blur', closeContextMenu);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('scroll', away, true);
      window.removeEventListener('blur', closeContextMenu);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the menu's within
    <div ref={own} className="context-menu" style={{ left: place.x, top: place.y }} onKeyDown={onKeyDown}>
      <MenuList menu={{ label: viewStrings.contextMenu, groups: FRAME_GROUPS }} close={close} />
    </div>
  );
};
