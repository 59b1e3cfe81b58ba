/**
 * Problem: from a point of the page to the place in the text that an editor means by it, also beside and between lines:
 * right of a paragraph's short last line, in the gap of two columns, in the white under a column.
 * Method: the frame under the point; in it the nearest line, where a line reaches over the whole width of its column
 * (of the frame, in a head), and going to another column costs more than going to another line; in it the nearest stop.
 * Limits: a frame's room is what stands in it, so the white that is left at a frame's foot is outside; there, as
 * outside of all frames, only text within two lines is near. Pure.
 */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { TextPlace } from '../issue/text-place.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { Affinity } from './caret-box.ts';
import type { DisplayPage } from './display-list.ts';
import { isInColumns, linesOfPart, type PartLines, roomOf, type TextLine } from './text-lines.ts';
import { type Stop, stopsOf } from './text-stops.ts';

export interface TextHit {
  readonly place: TextPlace;
  readonly affinity: Affinity;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Text that is further from a point outside the frames than so many lines is not meant, em. */
const NEAR = 2.5;
/** A point beside a column means a line of it rather than one of the next. */
const ASIDE = 4;

export const hitText = (page: DisplayPage, typesetting: Typesetting, point: Point): TextHit | null => {
  const { cache } = typesetting;
  const parts = page.parts.map((part) => linesOfPart(part, cache)).filter(({ lines }) => lines.length > 0);
  const under = parts.filter((part) => {
    const { x, y, width, height } = roomOf(part, cache);
    return distanceTo(x, width, point.x) === 0 && distanceTo(y, height, point.y) === 0;
  });
  let nearest: TextLine[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const part of under.length > 0 ? under : parts)
    for (const line of part.lines) {
      if (under.length === 0 && !isNear(line, point)) continue;
      const distance = distanceToLine(line, part, point, cache);
      if (distance > least + SAME) continue;
      if (distance < least - SAME) nearest = [];
      nearest.push(line);
      least = Math.min(least, distance);
    }
  return nearest.length === 0 ? null : nearestStop(nearest, typesetting, point);
};

/** Rounding of distances, points. */
const SAME = 1e-6;

const distanceTo = (start: number, length: number, at: number): number =>
  Math.max(0, start - at, at - start - length);

const isNear = ({ left, top, right, bottom, size }: TextLine, { x, y }: Point): boolean =>
  Math.hypot(distanceTo(left, right - left, x), distanceTo(top, bottom - top, y)) <= NEAR * size;

const distanceToLine = (line: TextLine, part: PartLines, { x, y }: Point, cache: Cache): number => {
  const { left, top, right, bottom } = line;
  const block = blockOf(line, part, cache);
  return line.down
    ? distanceTo(left, right - left, x) + ASIDE * distanceTo(block.start, block.length, y)
    : distanceTo(top, bottom - top, y) + ASIDE * distanceTo(block.start, block.length, x);
};

/** How far a line reaches along its direction: its column, its frame, the columns of its head. */
interface Block {
  readonly start: number;
  readonly length: number;
}

const BLOCKS = family<PartLines, ReadonlyMap<TextLine, Block>>('blocks of lines');

const blockOf = (line: TextLine, part: PartLines, cache: Cache): Block =>
  kept(cache, BLOCKS, part, KEY_ALONE, () => blocksOf(part, cache)).get(line)!;

const blocksOf = (part: PartLines, cache: Cache): ReadonlyMap<TextLine, Block> => {
  const { lines } = part;
  const room = roomOf(part, cache);
  const found = new Map<TextLine, Block>();
  const columns: { start: number; end: number; readonly lines: TextLine[] }[] = [];
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) {
    if (line.down) {
      top = Math.min(top, line.top);
      bottom = Math.max(bottom, line.bottom);
    } else if (isInColumns(line.part) || line.part === 'caption') {
      const own = columns.find(
        ({ start, end, lines: [first] }) =>
          (first!.part === 'caption') === (line.part === 'caption') &&
          Math.min(end, line.right) - Math.max(start, line.left) > line.size,
      );
      if (!own) columns.push({ start: line.left, end: line.right, lines: [line] });
      else {
        own.start = Math.min(own.start, line.left);
        own.end = Math.max(own.end, line.right);
        own.lines.push(line);
      }
    } else found.set(line, { start: room.x, length: room.width });
  }
  for (const { start, end, lines: own } of columns)
    for (const line of own) found.set(line, { start, length: end - start });
  for (const line of lines) if (line.down) found.set(line, { start: top, length: bottom - top });
  return found;
};

const nearestStop = (lines: readonly TextLine[], typesetting: Typesetting, point: Point): TextHit => {
  let found: { readonly line: TextLine; readonly stop: Stop } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines)
    for (const stop of stopsOf(line, typesetting)) {
      const distance = distanceToStop(line, stop, point);
      if (distance >= least) continue;
      least = distance;
      found = { line, stop };
    }
  return hitAt(found!.line, found!.stop);
};

const distanceToStop = (line: TextLine, { x, top, height, turned }: Stop, point: Point): number => {
  if (!line.down) return Math.abs(x - point.x);
  if (turned) return Math.hypot(distanceTo(x, height, point.x), top - point.y);
  /* Between digits that stand side by side: its ends touch the stops above and below. */
  return Math.hypot(x - point.x, distanceTo(top + height / 4, height / 2, point.y));
};

/** A line's last stop is its end, though the next line may begin with the same offset. */
export const hitAt = ({ story, part, paragraph, to }: TextLine, { offset }: Stop): TextHit => ({
  place: { story, part, paragraph, offset },
  affinity: offset === to ? 'before' : 'after',
});
