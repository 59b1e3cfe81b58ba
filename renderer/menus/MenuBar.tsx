/**
 * The menu bar, after the ARIA pattern for menu bars: one stop for Tab, arrows move within, Esc gives the focus
 * back to where it was, F10 comes here from anywhere.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { MENUS } from '../commands/command-table.ts';
import { focusDesk } from '../pasteboard/desk-view.ts';
import { strings } from '../strings/window.ts';
import { MenuList } from './MenuList.tsx';

export const MenuBar = () => {
  const [open, setOpen] = useState<number | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  /** What had the focus before the menus took it. */
  const before = useRef<Element | null>(null);
  const heads = () => [...(bar.current?.querySelectorAll<HTMLElement>(':scope > div > button') ?? [])];

  const close = () => {
    setOpen(null);
    const back = before.current;
    before.current = null;
    if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus();
    // Nothing had the focus: then the keys are the pages'.
    else focusDesk();
  };
  const show = (index: number) => {
    if (!bar.current?.contains(document.activeElement)) before.current = document.activeElement;
    setOpen(index);
  };

  useEffect(() => {
    if (open === null) return;
    const away = (event: PointerEvent) => {
      if (!bar.current?.contains(event.target as Node)) setOpen(null);
    };
    window.addEventListener('pointerdown', away);
    return () => window.removeEventListener('pointerdown', away);
  }, [open]);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      if (!bar.current?.contains(document.activeElement)) before.current = document.activeElement;
      bar.current?.querySelector('button')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = heads().findIndex((head) => head.parentElement?.contains(document.activeElement));
    const at = open ?? focused;
    const goTo = (index: number) => {
      const next = (index + MENUS.length) % MENUS.length;
      if (open === null) heads()[next]?.focus();
      else setOpen(next);
    };
    if (open === null && event.key === 'Home') goTo(0);
    else if (open === null && event.key === 'End') goTo(MENUS.length - 1);
    else if (event.key === 'ArrowRight') goTo(at + 1);
    else if (event.key === 'ArrowLeft') goTo(at - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') {
      setOpen(null);
      return;
    } else if (open === null && ['ArrowDown', 'Enter', ' '].includes(event.key)) setOpen(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      role="menubar"
      tabIndex={-1}
      aria-label={strings.menuBar}
      className="menu-bar"
      ref={bar}
      onKeyDown={onKeyDown}
      onFocus={({ relatedTarget }) => {
        if (!bar.current?.contains(relatedTarget)) before.current ??= relatedTarget;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !bar.current?.contains(relatedTarget)) before.current = null;
      }}
    >
      {MENUS.map((menu, index) => (
        <div key={menu.id} role="none">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={index === (open ?? 0) ? 0 : -1}
            onPointerDown={(event) => {
              // Keeps the focus where it is: a command acts on what is selected there.
              event.preventDefault();
              if (open === index) close();
              else show(index);
            }}
            onPointerEnter={() => open !== null && setOpen(index)}
          >
            {menu.label}
          </button>
          {open === index && <MenuList key={menu.id} menu={menu} close={close} />}
        </div>
      ))}
    </div>
  );
};
