/**
 * Problem: how many lines of a page are white, as an editor counts them on paper: a frame claims a line below its text
 * and whatever its text does not fill, and neither is printed.
 * Method: a frame takes its lines from its head down to the lowest thing that it prints; what no frame takes is looked
 * at column by column and over the whole width.
 * Limits: white within a frame above its lowest print is 缺 of the frame. Fewer than three lines in one piece are the
 * air under a story. Pure.
 */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import { bottom } from '../geometry.ts';
import { firstLineOf } from '../issue/free-space.ts';
import type { PageFormat } from '../publication/publication.ts';
import { lineY } from './column-grid.ts';
import { inkRect } from './frame-ink.ts';
import type { PlacedItem } from './page-layout.ts';
import type { FrameLayout } from './story/lay-out-story.ts';

export interface FreeLines {
  /** Over the whole width. */
  readonly wide: number;
  /** Of the deepest hole in any basic column. */
  readonly deepest: number;
}

/** Lines in one piece: the one at a frame's foot, and one more that pictures and level columns leave. */
const AIR = 2;
/** Points by which ink must reach into a line to take it. */
const TOUCHES = 1;
/** A filled rectangle higher than this is a tint or stands between columns: it prints no line. Points. */
const RULE = 3;

/** Lines of the page that lie above `y`, the one that it reaches into included. */
export const linesDownTo = (format: PageFormat, y: number): number =>
  Math.max(0, Math.floor((y - TOUCHES - lineY(format, 0)) / format.pitch) + 1);

const lowestPrint = (items: readonly PlacedItem[]): number => {
  let lowest = Number.NEGATIVE_INFINITY;
  for (const item of items)
    if (item.kind !== 'rect' || item.rect.height <= RULE) lowest = Math.max(lowest, bottom(inkRect(item)));
  return lowest;
};

/** The line below the last one that the frame prints on; its own first where it prints nothing. */
const endOf = (format: PageFormat, { frame, items }: FrameLayout): number =>
  Math.max(frame.box.line, linesDownTo(format, lowestPrint(items)));

/** A frame's layout is made anew with its story and its format. */
const ENDS = family<FrameLayout, number>('where frames end');

export const freeLinesOf = (
  format: PageFormat,
  frames: readonly FrameLayout[],
  number: number,
  cache: Cache,
): FreeLines => {
  const taken = Array.from({ length: format.columns + 1 }, () => new Uint8Array(format.lines));
  const anywhere = taken[format.columns]!;
  for (const layout of frames) {
    const { column, span, line } = layout.frame.box;
    const end = kept(cache, ENDS, layout, KEY_ALONE, () => endOf(format, layout));
    for (let c = column; c < column + span; c++) taken[c]?.fill(1, line, end);
    anywhere.fill(1, line, end);
  }
  const first = firstLineOf(format, number - 1);
  let deepest = 0;
  for (let c = 0; c < format.columns; c++) deepest = Math.max(deepest, ...holesIn(taken[c]!, first));
  return { wide: holesIn(anywhere, first).reduce((sum, lines) => sum + lines, 0), deepest };
};

/** The lines of each hole. */
const holesIn = (taken: Uint8Array, first: number): readonly number[] => {
  const holes: number[] = [];
  let run = 0;
  for (let line = first; line <= taken.length; line++) {
    if (line < taken.length && taken[line] === 0) run++;
    else {
      if (run > AIR) holes.push(run);
      run = 0;
    }
  }
  return holes;
};
