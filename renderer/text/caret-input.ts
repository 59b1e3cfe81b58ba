/**
 * The one transparent textarea that takes all input for text on the pages. An input method needs a real field with
 * the focus, at the caret, that nobody touches while it composes; so this element is made once, outside React, and
 * stays what it is whatever the pages do. It is empty between compositions: keys and `beforeinput` say what is meant,
 * and the text lives in the issue alone.
 *
 * It takes the focus when text comes to be selected, unless a field beside the pages has it (the story editor shows
 * its caret on the page in this way).
 */
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { isField } from '../keys/is-field.ts';
import { isMac, keyName } from '../keys/keys.ts';
import { transferCopy } from '../paste/transfer-copy.ts';
import { useDesk } from '../state/desk-store.ts';
import { endBurst, redo, undo } from '../state/edit-issue.ts';
import { TEXT_INPUT, useInput } from '../state/input-state.ts';
import { select, useSelection } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { textStrings } from '../strings/pages.ts';
import { caretKey } from './caret-keys.ts';
import { beginComposition, endComposition, isComposing, updateComposition } from './composition.ts';
import {
  breakLine,
  copySelection,
  deleteSelection,
  deleteText,
  followStep,
  insertCopy,
  typeText,
} from './edit-text.ts';
import { followCaret } from './follow-caret.ts';
import { isTyping } from './text-selection.ts';

/** What a key or a menu of the system's asks for, by the names of the Input Events specification. */
const onBeforeInput = (event: InputEvent): void => {
  if (isComposing() || event.isComposing) {
    // The browser's own undo would take apart what is composed; of the rest of it the input method is the master.
    if (event.inputType.startsWith('history')) event.preventDefault();
    return;
  }
  event.preventDefault();
  switch (event.inputType) {
    case 'insertText':
    case 'insertReplacementText':
    case 'insertFromYank':
      typeText(event.data ?? event.dataTransfer?.getData('text/plain') ?? '');
      break;
    case 'insertFromDrop':
      insertCopy(transferCopy(event.dataTransfer));
      break;
    case 'insertLineBreak':
    case 'insertParagraph':
      breakLine();
      break;
    case 'deleteContentBackward':
      deleteText(-1);
      break;
    case 'deleteContentForward':
      deleteText(1);
      break;
    case 'deleteWordBackward':
      deleteText(-1, 'word');
      break;
    case 'deleteWordForward':
      deleteText(1, 'word');
      break;
    case 'historyUndo':
      followStep(undo);
      break;
    case 'historyRedo':
      followStep(redo);
      break;
  }
};

/** Keys of the clipboard: the browser makes events of them, which the commands' listener must not forestall. */
const CLIPBOARD = new Set([
  'Mod+C',
  'Mod+X',
  'Mod+V',
  'Mod+Shift+V',
  'Ctrl+Insert',
  'Shift+Insert',
  'Shift+Delete',
]);

/** What the browser would take apart a composition with, where an input method lets them through. */
const HISTORY = new Set<string>([...EDITING_KEYS.undo, ...EDITING_KEYS.redo]);

const onKeyDown = (event: KeyboardEvent): void => {
  const name = keyName(event, isMac());
  // In composition every key belongs to the input method; 229 is what it reports for them.
  if (event.isComposing || event.keyCode === 229) {
    if (HISTORY.has(name)) event.preventDefault();
    return;
  }
  if (CLIPBOARD.has(name)) event.stopPropagation();
  else {
    const run = caretKey(name);
    if (!run) return;
    event.preventDefault();
    run();
  }
};

const onCopy = (event: ClipboardEvent): void => {
  if (isComposing()) return;
  event.preventDefault();
  const texts = copySelection();
  if (!texts) return;
  event.clipboardData?.setData('text/plain', texts.text);
  event.clipboardData?.setData('text/html', texts.html);
  if (event.type === 'cut') deleteSelection();
};

const onPaste = (event: ClipboardEvent): void => {
  event.preventDefault();
  if (!isComposing()) insertCopy(transferCopy(event.clipboardData));
};

const made = (): HTMLTextAreaElement => {
  const input = document.createElement('textarea');
  input.className = TEXT_INPUT;
  input.setAttribute('aria-label', textStrings.input);
  input.setAttribute('autocomplete', 'off');
  input.setAttribute('autocapitalize', 'off');
  input.setAttribute('autocorrect', 'off');
  input.spellcheck = false;
  input.tabIndex = -1;
  input.rows = 1;

  input.addEventListener('keydown', onKeyDown);
  input.addEventListener('beforeinput', onBeforeInput);
  input.addEventListener('copy', onCopy);
  input.addEventListener('cut', onCopy);
  input.addEventListener('paste', onPaste);
  input.addEventListener('compositionstart', beginComposition);
  input.addEventListener('compositionupdate', (event) => updateComposition(event.data));
  input.addEventListener('compositionend', (event) => {
    endComposition(event.data);
    // Not before the browser is done with it, and not if the next word has begun.
    setTimeout(() => {
      if (!isComposing()) input.value = '';
    });
  });
  input.addEventListener('focus', () => useInput.setState({ focused: true }));
  input.addEventListener('blur', () => {
    endBurst();
    useInput.setState({ focused: false });
  });
  return input;
};

let input: HTMLTextAreaElement | null = null;

/** Its place among the pages; another issue's pages may be another element. */
const attach = (field: HTMLTextAreaElement): boolean => {
  const view = document.querySelector('main.page-view');
  if (view && field.parentElement !== view) view.append(field);
  return view !== null;
};

const mayTakeFocus = (field: HTMLElement): boolean => {
  const active = document.activeElement;
  return active !== field && !isField(active) && active?.closest('[role="dialog"], dialog') == null;
};

const listen = (field: HTMLTextAreaElement): void => {
  useSelection.subscribe(({ selection }, { selection: before }) => {
    if (selection === before) return;
    const isElsewhere = selection.kind === 'text' && selection.origin === 'story';
    if (!isTyping() && !isElsewhere) {
      // The choice of another place is the end of the word: it is made where it stands.
      if (isComposing()) {
        finishComposition();
        select(selection);
        return;
      }
      endBurst();
    }
    if (selection.kind !== 'text' || !attach(field)) return;
    if (!isElsewhere && mayTakeFocus(field)) field.focus({ preventScroll: true });
    followCaret(field, true);
  });
  useDesk.subscribe(() => followCaret(field, false));
  useView.subscribe(({ zoom }, before) => {
    if (zoom !== before.zoom) followCaret(field, false);
  });
  document.addEventListener('scroll', () => followCaret(field, false), { capture: true, passive: true });
  window.addEventListener('resize', () => followCaret(field, false));
};

/** Makes the input, once. */
export const startTextInput = (): void => {
  if (input) return;
  input = made();
  listen(input);
};

/** Gives the keys to the caret. */
export const focusTextInput = (): void => {
  startTextInput();
  if (!input || !attach(input)) return;
  input.focus({ preventScroll: true });
  // A dialog that a click closed gave the focus back, but not the browser's own caret: then no key would type.
  input.setSelectionRange(input.value.length, input.value.length);
};

/** True where the keys are the caret's. */
export const hasTextInput = (): boolean => input !== null && document.activeElement === input;

/** Ends a composition with what it shows. */
export const finishComposition = (): void => {
  if (!isComposing()) return;
  input?.blur();
  input?.focus({ preventScroll: true });
};
