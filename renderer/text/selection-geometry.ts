/** Where the selected text stands on the pages: worked out once for all sheets that ask. */
import type { DisplayPage } from '../../core/display/display-list.ts';
import {
  type CaretBox,
  caretBox,
  type SelectionBox,
  selectionBoxes,
} from '../../core/display/text-geometry.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { nearestPlace, orderedRange, type TextPlace, type TextRange } from '../../core/issue/text-place.ts';
import { drawnPages, type OpenDesk } from '../state/desk-store.ts';
import type { InputState } from '../state/input-state.ts';
import { isCaret, type TextSelection } from './text-selection.ts';

export interface SelectionGeometry {
  /** At the selection's focus; null where that is overset or not placed. */
  readonly caret: CaretBox | null;
  /** Where the input stands: at the caret, in composition at its beginning. */
  readonly input: CaretBox | null;
  readonly selected: readonly SelectionBox[];
  readonly composed: readonly SelectionBox[];
}

const NONE: readonly SelectionBox[] = [];

/** A selection may be of the issue of a moment ago: what is gone has no place. */
const rangeIn = (issue: Issue, a: TextPlace, b: TextPlace): TextRange | null => {
  const from = nearestPlace(issue, a);
  const to = nearestPlace(issue, b);
  return from && to ? orderedRange(from, to) : null;
};

const measure = (
  open: OpenDesk,
  selection: TextSelection,
  composing: InputState['composing'],
): SelectionGeometry => {
  const { engine, shown } = open;
  const pages = drawnPages(open);
  const boxesOf = (a: TextPlace, b: TextPlace): readonly SelectionBox[] => {
    const range = rangeIn(shown, a, b);
    return range ? selectionBoxes(pages, engine, range.from, range.to) : NONE;
  };
  const caretAt = (place: TextPlace, affinity: TextSelection['affinity']) => {
    const at = nearestPlace(shown, place);
    return at && caretBox(pages, engine, at, affinity);
  };
  const caret = caretAt(selection.focus, selection.affinity);
  return {
    caret,
    input: composing ? caretAt(composing.from, 'after') : caret,
    selected: isCaret(selection) ? NONE : boxesOf(selection.anchor, selection.focus),
    composed: composing ? boxesOf(composing.from, composing.to) : NONE,
  };
};

interface Known {
  readonly pages: readonly DisplayPage[];
  readonly selection: TextSelection;
  readonly composing: InputState['composing'];
  readonly geometry: SelectionGeometry;
}

let known: Known | null = null;

export const selectionGeometry = (
  open: OpenDesk,
  selection: TextSelection,
  composing: InputState['composing'],
): SelectionGeometry => {
  const pages = drawnPages(open);
  const same = known?.pages === pages && known.selection === selection && known.composing === composing;
  if (!known || !same)
    known = {
      pages,
      selection,
      composing,
      geometry: measure(open, selection, composing),
    };
  return known.geometry;
};
