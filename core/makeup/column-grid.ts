/**
 * The page's grid: basic columns of whole characters, body lines of one pitch. Exact arithmetic (TYPESETTING.md
 * §6): n columns of c characters joined hold n·c + (n−1)·gap characters; re-divided (破栏) into k they hold
 * (joined − (k−1)·gap) / k each, and a remainder widens the gaps.
 */
import type { Rect } from '../geometry.ts';
import type { GridBox } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';

/** How far the baseline stands below the top of the em box: the ideographic em box's ascent, em. */
export const BASELINE = 0.88;

/** Characters that `span` joined basic columns hold. */
export const joinedChars = (format: PageFormat, span: number): number =>
  span * format.columnChars + (span - 1) * format.gapChars;

/** Text columns within a span: whole characters each, the remainder in the gaps. */
export interface Division {
  readonly columns: number;
  /** Characters in a column. */
  readonly measure: number;
  /** Between columns, points. */
  readonly gap: number;
}

export const divide = (format: PageFormat, span: number, columns: number): Division => {
  if (columns < 1) throw new Error(`no columns: ${columns}`);
  const joined = joinedChars(format, span);
  const measure = Math.floor((joined - (columns - 1) * format.gapChars) / columns);
  if (measure < 1) throw new Error(`${span} columns cannot be divided by ${columns}`);
  const gap = columns === 1 ? 0 : ((joined - columns * measure) / (columns - 1)) * format.bodySize;
  return { columns, measure, gap };
};

/** Left edge of a basic column. */
export const columnX = (format: PageFormat, column: number): number =>
  format.origin.x + column * (format.columnChars + format.gapChars) * format.bodySize;

/** Top of a body line's pitch. */
export const lineY = (format: PageFormat, line: number): number => format.origin.y + line * format.pitch;

/** Baseline of a body line: the em box sits at the top of its pitch. */
export const baselineY = (format: PageFormat, line: number): number =>
  lineY(format, line) + format.bodySize * BASELINE;

/** The box in points; its height is whole pitches. */
export const boxRect = (format: PageFormat, box: GridBox): Rect => ({
  x: columnX(format, box.column),
  y: lineY(format, box.line),
  width: joinedChars(format, box.span) * format.bodySize,
  height: box.lines * format.pitch,
});

/** The type area 版心: from the first line's em box to the last one's. */
export const typeArea = (format: PageFormat): Rect => ({
  x: format.origin.x,
  y: format.origin.y,
  width: joinedChars(format, format.columns) * format.bodySize,
  height: (format.lines - 1) * format.pitch + format.bodySize,
});
