/**
 * Problem: an empty text has no line, but the caret that is to fill it must stand somewhere: an empty paragraph after
 * Enter, a kicker before its first word.
 * Method: by its neighbours in reading order. What is typed pushes what follows down, so in the columns the caret
 * stands where the next text begins, else below the last line; head parts stand above the first part that is set, or
 * below the one before; a byline at the end of its text; a caption below its picture.
 * Limits: a story of which nothing is set has no neighbours: null. Pure.
 */
import type { Cache } from '../cache.ts';
import { compareTexts, type TextPlace } from '../issue/text-place.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { DisplayPage } from './display-list.ts';
import { isInColumns, linesOfPart, linesOfStory, type PageLine, roomOf } from './text-lines.ts';
import { type Stop, stopsOf } from './text-stops.ts';

export interface CaretBox {
  /** Index into the pages. */
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  /** In a text set down the page: the caret lies across the column, from `x` on, `height` wide, at `top`. */
  readonly turned: boolean;
}

/** em of the neighbour. */
const LEADING = 1.25;
/** An empty part above a headline is smaller than it. */
const KICKER_SIZE = 0.6;
const CAPTION_SIZE = 8;
/** Gap between a picture and the caret of its caption, points. */
const CAPTION_GAP = 3;

export const emptyTextBox = (
  pages: readonly DisplayPage[],
  typesetting: Typesetting,
  place: TextPlace,
): CaretBox | null => {
  if (place.offset !== 0) return null;
  if (place.part === 'caption') return belowPicture(pages, place);
  const lines = linesOfStory(pages, place.story, typesetting.cache);
  const before = lines.findLast(({ line }) => compareTexts(line, place) < 0);
  const after = lines.find(({ line }) => compareTexts(line, place) > 0);
  switch (place.part) {
    case 'kicker':
    case 'headline':
    case 'deck':
      if (before) return belowHead(before);
      return after ? aboveHead(after) : null;
    case 'standfirst':
    case 'body':
      if (after && isInColumns(after.line.part)) return boxAt(after, stopsOf(after.line, typesetting)[0]!);
      return before ? belowLast(pages, lines, before, typesetting.cache) : null;
    case 'item-byline':
    case 'byline':
    case 'credit':
      return before ? boxAt(before, stopsOf(before.line, typesetting).at(-1)!) : null;
  }
};

const boxAt = ({ page }: PageLine, { x, top, height, turned }: Stop): CaretBox => ({
  page,
  x,
  top,
  height,
  turned,
});

const belowHead = ({ page, line }: PageLine): CaretBox => {
  const { left, right, top, bottom, size, down } = line;
  const height = KICKER_SIZE * size;
  return down
    ? { page, x: left - LEADING * height, top, height, turned: true }
    : { page, x: (left + right) / 2, top: bottom + (LEADING - 1) * height, height, turned: false };
};

const aboveHead = ({ page, line }: PageLine): CaretBox => {
  const { left, right, top, size, down, part } = line;
  const height = isInColumns(part) ? size : KICKER_SIZE * size;
  if (down) return { page, x: right + (LEADING - 1) * height, top, height, turned: true };
  /* Over body text there is no middle to go by but its column's. */
  return { page, x: (left + right) / 2, top: top - LEADING * height, height, turned: false };
};

/** A new paragraph below the last line, indented like the last one that begins in that column. */
const belowLast = (
  pages: readonly DisplayPage[],
  lines: readonly PageLine[],
  last: PageLine,
  cache: Cache,
): CaretBox | null => {
  const { page, line } = last;
  if (!isInColumns(line.part)) {
    const part = pages[page]!.parts.map((one) => linesOfPart(one, cache)).find(({ lines: own }) =>
      own.includes(line),
    );
    const top = line.bottom + (LEADING - 1) * line.size;
    return part ? { page, x: roomOf(part, cache).x, top, height: line.size, turned: false } : null;
  }
  const sameColumn = (other: PageLine) =>
    other.page === page && other.line.left < line.right && line.left < other.line.right;
  const opening = lines.findLast(
    (other) => other.line.part === 'body' && other.line.from === 0 && sameColumn(other),
  );
  const { left } = opening?.line ?? line;
  return { page, x: left, top: line.top + LEADING * line.size, height: line.size, turned: false };
};

const belowPicture = (pages: readonly DisplayPage[], { story, paragraph }: TextPlace): CaretBox | null => {
  for (const [page, { items }] of pages.entries())
    for (const item of items) {
      if (item.kind !== 'picture') continue;
      if (item.source?.story !== story || item.source.paragraph !== paragraph) continue;
      const { x, y, height } = item.rect;
      return { page, x, top: y + height + CAPTION_GAP, height: CAPTION_SIZE, turned: false };
    }
  return null;
};
