/**
 * What a selection covers on the pages: a rectangle for every line of it, from stop to stop, down to the next line so
 * that a passage is one block. Between two paragraphs the bylines of briefs that go with them are covered too. Pure.
 */

import type { Rect } from '../geometry.ts';
import { sameText, type TextPlace } from '../issue/text-place.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { DisplayPage } from './display-list.ts';
import { linesOfStory, linesOfText, type PageLine, type TextLine } from './text-lines.ts';
import { stopAt } from './text-stops.ts';

export interface SelectionBox {
  /** Index into the pages. */
  readonly page: number;
  readonly rect: Rect;
}

/** White between two lines that is covered with the upper one, em. */
const MOST_LEADING = 0.6;

/** `from` and `to` as of one range, in order. Nothing for an empty range, or for what is overset. */
export const selectionBoxes = (
  pages: readonly DisplayPage[],
  typesetting: Typesetting,
  from: TextPlace,
  to: TextPlace,
): readonly SelectionBox[] => {
  const lines = sameText(from, to)
    ? linesOfText(pages, from, typesetting.cache)
    : linesOfStory(pages, from.story, typesetting.cache).filter(({ line }) => isWithin(line, from, to));
  const boxes: SelectionBox[] = [];
  lines.forEach((at, i) => {
    const { page, line } = at;
    const start = Math.max(line.from, sameText(line, from) ? from.offset : line.from);
    const end = Math.min(line.to, sameText(line, to) ? to.offset : line.to);
    if (start >= end) return;
    const next = lines[i + 1];
    const goesOn = next !== undefined && (!sameText(next.line, to) || next.line.from < to.offset);
    const rect = lineRect(line, start, end, goesOn ? footOf(at, next) : line.bottom, typesetting);
    boxes.push({ page, rect });
  });
  return boxes;
};

const isWithin = ({ part, paragraph }: TextLine, from: TextPlace, to: TextPlace): boolean =>
  part === 'body'
    ? paragraph >= from.paragraph && paragraph <= to.paragraph
    : part === 'item-byline' && paragraph > from.paragraph && paragraph < to.paragraph;

/** The next line's top where it stands closely below. */
const footOf = ({ page, line }: PageLine, next: PageLine): number => {
  const white = next.line.top - line.bottom;
  const below = next.page === page && next.line.left < line.right && line.left < next.line.right;
  return below && white > 0 && white < MOST_LEADING * line.size ? next.line.top : line.bottom;
};

const lineRect = (
  line: TextLine,
  start: number,
  end: number,
  foot: number,
  typesetting: Typesetting,
): Rect => {
  const first = stopAt(line, start, typesetting);
  const last = stopAt(line, end, typesetting);
  if (line.down) {
    /* Digits that stand side by side in one cell are covered with their cell. */
    const bottom = last.turned ? last.top : last.top + last.height;
    return { x: line.left, y: first.top, width: line.right - line.left, height: bottom - first.top };
  }
  return { x: first.x, y: line.top, width: last.x - first.x, height: foot - line.top };
};
