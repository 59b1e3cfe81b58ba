/** 编辑, of text on the page: clipboard, selection, marks, paragraphs, and the caret's way into a frame. */

import { type Issue, type Mark, type Paragraph, storyOf } from '../../core/issue/issue.ts';
import { moveParagraph, setParagraphRole } from '../../core/issue/story-edits.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { isField } from '../keys/is-field.ts';
import { pastedCopy } from '../paste/pasted-copy.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { selected, selectedStory } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { textStrings } from '../strings/pages.ts';
import { focusTextInput, hasTextInput } from '../text/caret-input.ts';
import { selectAllText } from '../text/caret-keys.ts';
import { insertCopy, markSelection } from '../text/edit-text.ts';
import { isCaret, selectText, setCaret, textSelection, whileTyping } from '../text/text-selection.ts';
import type { Command } from './command.ts';

/** Text is selected on the page, and no field beside it has the keys. */
const inText = (): boolean =>
  textSelection() !== null && (hasTextInput() || !isField(document.activeElement));

const hasRange = (): boolean => {
  const selection = textSelection();
  return inText() && selection !== null && !isCaret(selection);
};

/** The body paragraph that the caret is in. */
const paragraphNow = (): {
  readonly focus: TextPlace;
  readonly value: Paragraph;
  readonly count: number;
} | null => {
  const issue = openDesk()?.issue;
  const focus = textSelection()?.focus;
  if (!issue || focus?.part !== 'body' || !inText()) return null;
  const { paragraphs } = storyOf(issue, focus.story);
  const value = paragraphs[focus.paragraph];
  return value ? { focus, value, count: paragraphs.length } : null;
};

const isSubhead = (): boolean => paragraphNow()?.value.role === 'subhead';

const switchRole = (): void => {
  const now = paragraphNow();
  if (!now) return;
  const { story, paragraph } = now.focus;
  edit((issue) =>
    setParagraphRole(issue, story, paragraph, now.value.role === 'subhead' ? 'body' : 'subhead'),
  );
  focusTextInput();
};

const canMove = (by: 1 | -1): boolean => {
  const now = paragraphNow();
  return now !== null && now.focus.paragraph + by >= 0 && now.focus.paragraph + by < now.count;
};

/** The paragraph changes places with its neighbour; what is selected in it stays so. */
const move = (by: 1 | -1): void => {
  const selection = textSelection();
  const now = paragraphNow();
  if (!selection || !now || !canMove(by)) return;
  const { story, paragraph } = now.focus;
  const to = paragraph + by;
  const moved = (place: TextPlace) => ({ ...place, paragraph: to });
  const whole = selection.anchor.paragraph === paragraph;
  whileTyping(() => {
    edit((issue) => moveParagraph(issue, story, paragraph, to));
    if (whole) selectText(moved(selection.anchor), moved(selection.focus), selection.affinity);
    else setCaret(moved(selection.focus), selection.affinity);
  });
  focusTextInput();
};

const mark = (kind: Mark['kind']): void => {
  markSelection(kind);
  focusTextInput();
};

const toClipboard = (action: 'cut' | 'copy'): void => {
  focusTextInput();
  // The input answers the event that this makes (text/caret-input.ts).
  document.execCommand(action);
};

const typeOf = async (items: readonly ClipboardItem[], type: string): Promise<string> => {
  const item = items.find(({ types }) => types.includes(type));
  return item ? (await item.getType(type)).text() : '';
};

/** A page may ask for the clipboard; the browser may say no. */
const paste = async (): Promise<void> => {
  focusTextInput();
  try {
    const items = await navigator.clipboard.read();
    const html = await typeOf(items, 'text/html');
    insertCopy(pastedCopy({ html, text: await typeOf(items, 'text/plain') }));
  } catch {
    useView.getState().say(textStrings.pasteRefused, 'fault');
  }
};

const startOf = (issue: Issue, id: string): TextPlace => {
  const story = storyOf(issue, id);
  const part = story.headline !== '' || story.paragraphs.length === 0 ? 'headline' : 'body';
  return { story: id, part, paragraph: 0, offset: 0 };
};

const typeHere = (): void => {
  const issue = openDesk()?.issue;
  const story = issue && selectedStory(issue, selected());
  if (!issue || !story) return;
  setCaret(startOf(issue, story));
  focusTextInput();
};

export const textCommands = {
  cut: {
    id: 'cut',
    label: () => textStrings.cut,
    keys: ['Mod+X'],
    enabled: hasRange,
    run: () => toClipboard('cut'),
  },
  copy: {
    id: 'copy',
    label: () => textStrings.copy,
    keys: ['Mod+C'],
    enabled: hasRange,
    run: () => toClipboard('copy'),
  },
  paste: {
    id: 'paste',
    label: () => textStrings.paste,
    keys: ['Mod+V'],
    enabled: inText,
    run: paste,
  },
  selectAll: {
    id: 'select-all',
    label: () => textStrings.selectAll,
    keys: EDITING_KEYS.selectAll,
    enabled: inText,
    run: () => {
      selectAllText();
      focusTextInput();
    },
  },
  bold: {
    id: 'bold',
    label: () => textStrings.bold,
    keys: EDITING_KEYS.bold,
    enabled: () => hasRange() && textSelection()?.focus.part === 'body',
    run: () => mark('bold'),
  },
  emphasis: {
    id: 'emphasis',
    label: () => textStrings.emphasis,
    keys: EDITING_KEYS.emphasis,
    enabled: () => hasRange() && textSelection()?.focus.part === 'body',
    run: () => mark('emphasis'),
  },
  superscript: {
    id: 'superscript',
    label: () => textStrings.superscript,
    keys: EDITING_KEYS.superscript,
    enabled: () => hasRange() && textSelection()?.focus.part === 'body',
    run: () => mark('superscript'),
  },
  /* Word's Ctrl+= enlarges the page here, which must never change a text that happens to be selected. */
  subscript: {
    id: 'subscript',
    label: () => textStrings.subscript,
    keys: EDITING_KEYS.subscript,
    enabled: () => hasRange() && textSelection()?.focus.part === 'body',
    run: () => mark('subscript'),
  },
  subhead: {
    id: 'subhead',
    label: () => (isSubhead() ? textStrings.bodyText : textStrings.subhead),
    keys: EDITING_KEYS.subhead,
    enabled: () => {
      const role = paragraphNow()?.value.role;
      return role !== undefined && role !== 'item';
    },
    run: switchRole,
  },
  moveUp: {
    id: 'paragraph-up',
    label: () => textStrings.moveUp,
    keys: EDITING_KEYS.moveUp,
    enabled: () => canMove(-1),
    run: () => move(-1),
  },
  moveDown: {
    id: 'paragraph-down',
    label: () => textStrings.moveDown,
    keys: EDITING_KEYS.moveDown,
    enabled: () => canMove(1),
    run: () => move(1),
  },
  typeHere: {
    id: 'type-here',
    label: () => textStrings.typeHere,
    keys: ['F2', 'Enter'],
    enabled: () => selected().kind === 'frame',
    run: typeHere,
  },
} as const satisfies Record<string, Command>;
