/** The keyboard's commands: one listener on the window, which runs the command whose keys were pressed. */

import { isField } from '../keys/is-field.ts';
import { isMac, keyName } from '../keys/keys.ts';
import { type Command, isEnabled } from './command.ts';

/** Keys that are a control's own where it has the focus: a button's Enter, a list's arrows. */
const isControls = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  ((['Enter', 'Space'].includes(key) &&
    target.closest('button, a, summary, [role="option"], [role="tab"]') !== null) ||
    target.closest('[role="menubar"], [role="menu"], [role="dialog"], [role="tablist"], [role="listbox"]') !==
      null);

/**
 * A field whose text is not the yet (a search, a draft, a dialog's form) takes back its own typing: undo of
 * the page under it would go unseen.
 */
const hasOwnUndo = (target: EventTarget | null, key: string): boolean =>
  /^Mod\+(Shift\+)?[ZY]$/.test(key) &&
  target instanceof HTMLElement &&
  target.closest('[data-own-undo], dialog') !== null &&
  isField(target);

/** Listens until the answer is called. `commands` is asked anew at each key. */
export const listenToKeys = (commands: () => readonly Command[]): (() => void) => {
  const onMac = isMac();
  const onKey = (event: KeyboardEvent): void => {
    // In composition every key belongs to the input method; 229 is what it reports for them.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const name = keyName(event, onMac);
    if (hasOwnUndo(event.target, name)) return;
    const withMod = name.startsWith('Mod+') || name.startsWith('Alt+') || /^F\d+$/.test(event.key);
    const command = commands().find(
      (c) =>
        c.keys?.includes(name) &&
        (c.anywhere || withMod || (!isField(event.target) && !isControls(event.target, name))) &&
        isEnabled(c),
    );
    if (!command) return;
    event.preventDefault();
    void command.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
};
