/**
 * What keys, clipboard and menus do to the selected text. Typing in one place is one step to undo, deleting in one
 * place another; the burst ends after a pause, and with every move of the caret that is not its own.
 */
import type { EditedIssue } from '../../core/issue/edit.ts';
import { isHeadlinePart } from '../../core/issue/headline-break-offsets.ts';
import { type Issue, type Mark, storyOf } from '../../core/issue/issue.ts';
import {
  type InsertedLine,
  plainLine,
  replaceRange,
  type TextEdit,
  toggleMarkOver,
} from '../../core/issue/text-edits.ts';
import {
  isOneRange,
  type TextPart,
  type TextPlace,
  type TextRange,
  textAt,
} from '../../core/issue/text-place.ts';
import { stepOffset } from '../../core/issue/text-steps.ts';
import { cleanText } from '../paste/clean-line.ts';
import { oneLine, pasteOver } from '../paste/paste-edit.ts';
import type { ClipboardTexts, PastedCopy } from '../paste/pasted-copy.ts';
import { tellOfPaste } from '../paste/transfer-copy.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit, endBurst } from '../state/edit-issue.ts';
import { useView } from '../state/view-store.ts';
import { textStrings } from '../strings/pages.ts';
import { changedPlace } from './changed-place.ts';
import { copied } from './copy.ts';
import { isCaret, rangeOf, selectText, setCaret, textSelection, whileTyping } from './text-selection.ts';
import { proposedBreaks, segmentWords } from './word-segmenter.ts';
import { wordStep } from './word-step.ts';

export const breaksFor = (part: TextPart): ((text: string) => readonly number[]) | undefined =>
  isHeadlinePart(part) ? proposedBreaks : undefined;

/** Replaces the range, and puts the caret behind what came. */
export const replaceText = (
  { from, to }: TextRange,
  lines: readonly InsertedLine[],
  group: string | null = null,
): void => {
  editWithCaret((issue) => replaceRange(issue, from, to, lines, breaksFor(from.part)), group);
};

/** False where no edit may be made. */
const editWithCaret = (make: (issue: Issue) => TextEdit, group: string | null = null): boolean =>
  whileTyping(() => {
    let caret: TextPlace | null = null;
    edit((issue) => {
      const made = make(issue);
      caret = made.caret;
      return made;
    }, group);
    if (caret) setCaret(caret, 'before');
    return caret !== null;
  });

const burst = (kind: 'type' | 'delete', { story, part, paragraph }: TextPlace): string =>
  `${kind} ${story} ${part} ${paragraph}`;

/** Text of one line, as typed. */
export const typeText = (typed: string): void => {
  const selection = textSelection();
  const text = cleanText(typed);
  if (!selection || text === '') return;
  const range = rangeOf(selection);
  if (!isCaret(selection)) endBurst();
  replaceText(range, [plainLine(text)], burst('type', range.from));
};

/** Copy from the clipboard: paragraphs of a body, one line of any other part; what is left out is told. */
export const insertCopy = (copy: PastedCopy): void => {
  const selection = textSelection();
  if (!selection) return;
  const range = rangeOf(selection);
  const { part } = range.from;
  endBurst();
  const made = editWithCaret((issue) => pasteOver(issue, range, copy, breaksFor(part)));
  if (made) tellOfPaste(copy, part === 'body' ? [] : oneLine(copy).onLine);
};

/** Enter: a paragraph in the body, a line in the parts whose lines the editor may break, nothing elsewhere. */
export const breakLine = (): void => {
  const selection = textSelection();
  if (!selection) return;
  const range = rangeOf(selection);
  const { part } = range.from;
  if (part === 'body' || part === 'standfirst' || isHeadlinePart(part))
    replaceText(range, [plainLine(''), plainLine('')]);
};

/** From the caret over a character or a word; over a paragraph's edge, joining the two. Null at the part's edge. */
const besideCaret = (
  issue: Issue,
  at: TextPlace,
  direction: 1 | -1,
  by: 'character' | 'word',
): TextRange | null => {
  const text = textAt(issue, at);
  const offset =
    by === 'word'
      ? wordStep(text, at.offset, direction, segmentWords)
      : stepOffset(text, at.offset, direction);
  if (offset < at.offset) return { from: { ...at, offset }, to: at };
  if (offset > at.offset) return { from: at, to: { ...at, offset } };
  if (at.part !== 'body') return null;
  const paragraph = at.paragraph + direction;
  const other = storyOf(issue, at.story).paragraphs[paragraph];
  if (!other) return null;
  const place: TextPlace = { ...at, paragraph, offset: direction === 1 ? 0 : other.text.length };
  return direction === 1 ? { from: at, to: place } : { from: place, to: at };
};

export const deleteText = (direction: 1 | -1, by: 'character' | 'word' = 'character'): void => {
  const open = openDesk();
  const selection = textSelection();
  if (!open || !selection) return;
  if (!isCaret(selection)) {
    replaceText(rangeOf(selection), []);
    return;
  }
  const range = besideCaret(open.issue, selection.focus, direction, by);
  if (!range) return;
  const joins = range.from.paragraph !== range.to.paragraph;
  replaceText(range, [], joins ? null : burst('delete', range.from));
};

export const deleteSelection = (): void => {
  const selection = textSelection();
  if (selection && !isCaret(selection)) replaceText(rangeOf(selection), []);
};

/** Null where nothing is selected. */
export const copySelection = (): ClipboardTexts | null => {
  const open = openDesk();
  const selection = textSelection();
  return open && selection && !isCaret(selection) ? copied(open.issue, rangeOf(selection)) : null;
};

/** An edit after which the same text is still selected. */
export const editSelected = (make: (issue: Issue, range: TextRange) => EditedIssue): void => {
  const selection = textSelection();
  if (!selection) return;
  edit((issue) => make(issue, rangeOf(selection)));
};

/** Body text alone has marks: asked for in a headline or a caption, the foot says so. */
export const markSelection = (kind: Mark['kind']): void => {
  const selection = textSelection();
  if (selection && selection.focus.part !== 'body') useView.getState().say(textStrings.marksInBody, 'fault');
  else editSelected((issue, { from, to }) => toggleMarkOver(issue, from, to, kind));
};

/** An undo or redo from the keyboard: the caret goes to where the text changed. */
export const followStep = (step: () => string | null): void => {
  const before = openDesk()?.issue;
  const selection = textSelection();
  step();
  const after = openDesk()?.issue;
  if (!before || !after || !selection) return;
  const place = changedPlace(before, after, selection.focus.story);
  if (place) setCaret(place);
};

/** Selects from `anchor` to `focus` where an edit can take them as one range. */
export const selectRange = ({ from, to }: TextRange): void => {
  if (isOneRange(from, to)) selectText(from, to, 'before');
};
