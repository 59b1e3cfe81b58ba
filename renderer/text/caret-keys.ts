/**
 * Keys of the caret: moves, deletions, Enter, Tab, Esc. Moves by lines keep the distance from the column's edge that
 * the first of them began at. With Shift the focus alone moves, as far as one range can reach.
 */

import { lineEdge, moveByLine } from '../../core/display/text-geometry.ts';
import { type FrameId, storyOf } from '../../core/issue/issue.ts';
import { comparePlaces, type TextPlace } from '../../core/issue/text-place.ts';
import { EDITING_KEYS, onKeys } from '../keys/editing-keys.ts';
import { drawnPages, type OpenDesk, openDesk } from '../state/desk-store.ts';
import { redo, undo } from '../state/edit-issue.ts';
import { type Affinity, NOTHING, select, selectedFrame } from '../state/selection-store.ts';
import { hasNextPage, hasPreviousPage, nextPage, previousPage } from '../state/turn-page.ts';
import {
  characterStep,
  nextPart,
  paragraphStep,
  rangeEnd,
  storyEdge,
  wholeBody,
  wholePart,
  wordStepFrom,
} from './caret-steps.ts';
import { breakLine, deleteText, followStep, markSelection, selectRange } from './edit-text.ts';
import { selectionGeometry } from './selection-geometry.ts';
import {
  isCaret,
  rangeOf,
  selectText,
  setCaret,
  type TextSelection,
  textSelection,
} from './text-selection.ts';
import { segmentWords } from './word-segmenter.ts';

interface Target {
  readonly place: TextPlace;
  readonly affinity: Affinity;
}

/** Where the focus goes; null: it stays. */
type Move = (open: OpenDesk, selection: TextSelection) => Target | null;

/** The goal of moves by lines, as long as the caret stands where the last of them put it. */
let goal: { readonly focus: TextPlace; readonly x: number } | null = null;

const after = (place: TextPlace): Target => ({ place, affinity: 'after' });

const byCharacter =
  (direction: 1 | -1): Move =>
  ({ issue }, { focus }) =>
    after(characterStep(issue, focus, direction));

const byWord =
  (direction: 1 | -1): Move =>
  ({ issue }, { focus }) =>
    after(wordStepFrom(issue, focus, direction, segmentWords));

const byParagraph =
  (direction: 1 | -1): Move =>
  ({ issue }, { focus }) =>
    after(paragraphStep(issue, focus, direction));

const byLine =
  (direction: 1 | -1): Move =>
  (open, { focus, affinity }) => {
    const x = goal?.focus === focus ? goal.x : null;
    const moved = moveByLine(drawnPages(open), open.engine, focus, affinity, direction, x);
    if (!moved) return null;
    goal = { focus: moved.place, x: moved.goalX };
    return moved;
  };

const toLineEdge =
  (edge: 'start' | 'end'): Move =>
  (open, { focus, affinity }) =>
    lineEdge(drawnPages(open), open.engine, focus, affinity, edge);

const toStoryEdge =
  (edge: 'start' | 'end'): Move =>
  ({ issue }, { focus }) =>
    after(storyEdge(storyOf(issue, focus.story), edge));

const move = (where: Move, extend: boolean): void => {
  const open = openDesk();
  const selection = textSelection();
  const target = open && selection && where(open, selection);
  if (!target) return;
  const { anchor } = selection;
  if (!extend) setCaret(target.place, target.affinity);
  else if (target.place.story === anchor.story)
    selectText(anchor, rangeEnd(storyOf(open.issue, anchor.story), anchor, target.place), target.affinity);
};

/** Left and right first leave a selection, at that side. */
const step = (direction: 1 | -1): void => {
  const selection = textSelection();
  if (!selection || isCaret(selection)) move(byCharacter(direction), false);
  else setCaret(rangeOf(selection)[direction === 1 ? 'to' : 'from']);
};

const tab = (direction: 1 | -1): void =>
  move(({ issue }, { focus }) => {
    const place = nextPart(storyOf(issue, focus.story), focus, direction);
    return place && after(place);
  }, false);

/** 全选: the part; once all of it is selected, the story's body. */
export const selectAllText = (): void => {
  const open = openDesk();
  const selection = textSelection();
  if (!open || !selection) return;
  const story = storyOf(open.issue, selection.focus.story);
  const whole = wholePart(story, selection.focus);
  const { from, to } = rangeOf(selection);
  const isAll = comparePlaces(from, whole.from) === 0 && comparePlaces(to, whole.to) === 0;
  selectRange(isAll ? wholeBody(story) : whole);
};

/** The frame that the caret is seen in: of a story that jumps, the one at hand. */
const frameAtCaret = (open: OpenDesk, selection: TextSelection): FrameId | null => {
  const { caret } = selectionGeometry(open, selection, null);
  const seen =
    caret &&
    open.layout.pages[caret.page]?.frames.find(
      ({ story, rect }) =>
        story === selection.focus.story &&
        caret.x >= rect.x &&
        caret.x <= rect.x + rect.width &&
        caret.top >= rect.y &&
        caret.top <= rect.y + rect.height,
    );
  return seen ? seen.frame : selectedFrame(open.issue, selection);
};

const leaveText = (): void => {
  const open = openDesk();
  const selection = textSelection();
  const frame = open && selection && frameAtCaret(open, selection);
  select(frame ? { kind: 'frame', frame } : NOTHING);
};

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: byCharacter(-1),
  ArrowRight: byCharacter(1),
  ArrowUp: byLine(-1),
  ArrowDown: byLine(1),
  'Mod+ArrowLeft': byWord(-1),
  'Mod+ArrowRight': byWord(1),
  'Alt+ArrowLeft': byWord(-1),
  'Alt+ArrowRight': byWord(1),
  'Mod+ArrowUp': byParagraph(-1),
  'Mod+ArrowDown': byParagraph(1),
  Home: toLineEdge('start'),
  End: toLineEdge('end'),
  'Mod+Home': toStoryEdge('start'),
  'Mod+End': toStoryEdge('end'),
};

const keys: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => step(-1),
  ArrowRight: () => step(1),
  Backspace: () => deleteText(-1),
  'Shift+Backspace': () => deleteText(-1),
  Delete: () => deleteText(1),
  'Mod+Backspace': () => deleteText(-1, 'word'),
  'Alt+Backspace': () => deleteText(-1, 'word'),
  'Mod+Delete': () => deleteText(1, 'word'),
  Enter: breakLine,
  'Shift+Enter': breakLine,
  Tab: () => tab(1),
  'Shift+Tab': () => tab(-1),
  Escape: leaveText,
  ...onKeys(EDITING_KEYS.selectAll, selectAllText),
  ...onKeys(EDITING_KEYS.bold, () => markSelection('bold')),
  ...onKeys([...EDITING_KEYS.emphasis, ...EDITING_KEYS.emphasisInText], () => markSelection('emphasis')),
  ...onKeys(EDITING_KEYS.superscript, () => markSelection('superscript')),
  ...onKeys(EDITING_KEYS.subscript, () => markSelection('subscript')),
  ...onKeys(EDITING_KEYS.undo, () => followStep(undo)),
  ...onKeys(EDITING_KEYS.redo, () => followStep(redo)),
  PageUp: () => hasPreviousPage() && previousPage(),
  PageDown: () => hasNextPage() && nextPage(),
};

/** What the key does in text; null where it is no key of the caret's. `name` as keys/keys.ts has it. */
export const caretKey = (name: string): (() => void) | null => {
  if (!textSelection()) return null;
  const own = keys[name];
  if (own) return own;
  const plain = name.replace('Shift+', '');
  const where = moves[plain];
  return where ? () => move(where, plain !== name) : null;
};
