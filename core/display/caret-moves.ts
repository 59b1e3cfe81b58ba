/**
 * Moves of the caret by lines: up and down through columns, frames and pages in the order of the text, from the
 * headline's parts into the body and back; to a line's start and end. The goal is kept as a distance from the column's
 * left edge (from the head of a column set down the page), so that it holds from column to column.
 *
 * A byline at the right of a paragraph's last line is one line with it. Captions stand apart: no move leads into one
 * or out of it. Pure.
 */

import { compareTexts, type TextPlace } from '../issue/text-place.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import { type Affinity, lineAt } from './caret-box.ts';
import type { DisplayPage } from './display-list.ts';
import { hitAt, type TextHit } from './hit-text.ts';
import { isInColumns, linesOfStory, linesOfText, type PageLine, type TextLine } from './text-lines.ts';
import { type Stop, stopAlong, stopAt, stopsOf } from './text-stops.ts';

export interface LineMove extends TextHit {
  /** For the next move in the same column of moves. */
  readonly goalX: number;
}

/** Null where there is no line to go to. */
export const moveByLine = (
  pages: readonly DisplayPage[],
  typesetting: Typesetting,
  place: TextPlace,
  affinity: Affinity,
  direction: 1 | -1,
  goalX: number | null,
): LineMove | null => {
  const text = linesOfText(pages, place, typesetting.cache);
  const flow = place.part === 'caption' ? text : linesOfStory(pages, place.story, typesetting.cache);
  const at = lineAt(text, place.offset, affinity);
  const target = at ? nextRow(flow, at, direction) : fromUnset(flow, place, direction);
  const first = target[0];
  if (!first) return null;
  const goal =
    goalX ?? (at ? along(stopAt(at.line, place.offset, typesetting), at.line) - edgeOf(flow, at) : 0);
  let best: { readonly line: TextLine; readonly stop: Stop; readonly distance: number } | null = null;
  for (const other of target) {
    const wanted = edgeOf(flow, other) + goal;
    const stop = stopAlong(other.line, wanted, typesetting);
    const distance = Math.abs(along(stop, other.line) - wanted);
    if (!best || distance < best.distance) best = { line: other.line, stop, distance };
  }
  return { ...hitAt(best!.line, best!.stop), goalX: goal };
};

const along = ({ x, top }: Stop, { down }: TextLine): number => (down ? top : x);

/** The lines of the row before or after the line's own; empty at the text's ends. */
const nextRow = (flow: readonly PageLine[], at: PageLine, direction: 1 | -1): readonly PageLine[] => {
  let i = flow.findIndex(({ line }) => line === at.line);
  while (flow[i] && isOneRow(flow[i]!, at)) i += direction;
  const next = flow[i];
  if (!next) return [];
  const row: PageLine[] = [];
  for (; flow[i] && isOneRow(flow[i]!, next); i += direction) row.push(flow[i]!);
  return row;
};

/** The same line, or a byline and what it was set beside. */
const isOneRow = (a: PageLine, b: PageLine): boolean =>
  a.line === b.line ||
  (a.page === b.page &&
    a.line.top === b.line.top &&
    !a.line.down &&
    a.line.part !== b.line.part &&
    isInColumns(a.line.part) &&
    isInColumns(b.line.part));

/** From a text that has no line: to the last line before it, or the first one after. */
const fromUnset = (flow: readonly PageLine[], place: TextPlace, direction: 1 | -1): readonly PageLine[] => {
  const found =
    direction === 1
      ? flow.find(({ line }) => compareTexts(line, place) > 0)
      : flow.findLast(({ line }) => compareTexts(line, place) < 0);
  return found ? [found] : [];
};

/** Where the line's column begins: the least of what stands in it. */
const edgeOf = (flow: readonly PageLine[], { page, line }: PageLine): number => {
  const inColumns = isInColumns(line.part);
  let edge = line.down ? line.top : line.left;
  for (const { page: other, line: own } of flow) {
    if (other !== page || own.down !== line.down || isInColumns(own.part) !== inColumns) continue;
    if (own.down) edge = Math.min(edge, own.top);
    else if (!inColumns || (own.left < line.right && line.left < own.right)) edge = Math.min(edge, own.left);
  }
  return edge;
};

/** Home and End. Where the place is not on the pages it stays. */
export const lineEdge = (
  pages: readonly DisplayPage[],
  typesetting: Typesetting,
  place: TextPlace,
  affinity: Affinity,
  edge: 'start' | 'end',
): TextHit => {
  const at = lineAt(linesOfText(pages, place, typesetting.cache), place.offset, affinity);
  if (!at) return { place, affinity };
  const stops = stopsOf(at.line, typesetting);
  const { offset } = (edge === 'start' ? stops[0] : stops.at(-1))!;
  return { place: { ...place, offset }, affinity: edge === 'start' ? 'after' : 'before' };
};
