/**
 * The page's grid: basic columns of whole characters, body lines of one pitch. Exact arithmetic (docs/typesetting.md
 * §6): n columns of c characters joined hold n·c + (n−1)·gap characters; re-divided (破栏) into k they hold
 * (joined − (k−1)·gap) / k each, and a remainder widens the gaps or the last columns.
 */
import type { Rect } from '../geometry.ts';
import { FEWEST_CHARS, joinedChars } from '../issue/frame-grid.ts';
import type { GridBox } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';

/** How far the baseline stands below the top of the em box: the ideographic em box's ascent, em. */
export const BASELINE = 0.88;

export { joinedChars };

/** A text column within a width: where it begins, and how many characters it holds. In body characters. */
export interface TextColumn {
  readonly left: number;
  readonly chars: number;
}

/** Divides `joined` characters into `columns` text columns, fewer where they would be too narrow to set. */
export const divideChars = (
  joined: number,
  gapChars: number,
  columns: number,
  remainder: 'gaps' | 'columns' = 'gaps',
): readonly TextColumn[] => {
  if (columns < 1) throw new Error(`no columns: ${columns}`);
  let k = columns;
  while (k > 1 && (joined - (k - 1) * gapChars) / k < FEWEST_CHARS) k--;
  const chars = Math.floor((joined - (k - 1) * gapChars) / k);
  const over = Math.round(joined - (k - 1) * gapChars - k * chars);
  const gap = remainder === 'gaps' && k > 1 ? gapChars + over / (k - 1) : gapChars;
  const found: TextColumn[] = [];
  let left = 0;
  for (let c = 0; c < k; c++) {
    const own = chars + (remainder === 'columns' && c >= k - over ? 1 : 0);
    found.push({ left, chars: own });
    left += own + gap;
  }
  return found;
};

/** 不等栏: columns of the given widths, what is left over in the gaps; null where they do not fit. */
export const unequalColumns = (
  joined: number,
  gapChars: number,
  widths: readonly number[],
): readonly TextColumn[] | null => {
  const sum = widths.reduce((all, width) => all + width, 0);
  const gaps = widths.length - 1;
  if (sum + gaps * gapChars > joined || widths.some((width) => width < FEWEST_CHARS)) return null;
  const gap = gaps === 0 ? 0 : (joined - sum) / gaps;
  let left = 0;
  return widths.map((chars) => {
    const column = { left, chars };
    left += chars + gap;
    return column;
  });
};

/** Text columns over a span of basic columns. */
export const divide = (
  format: PageFormat,
  span: number,
  columns: number,
  remainder: 'gaps' | 'columns' = 'gaps',
): readonly TextColumn[] => divideChars(joinedChars(format, span), format.gapChars, columns, remainder);

/** Left edge of a basic column. */
export const columnX = (format: PageFormat, column: number): number =>
  format.origin.x + column * (format.columnChars + format.gapChars) * format.bodySize;

/** The basic column and the body line that hold a point; the gap belongs to the column before it. May lie off the grid. */
export const cellAt = (
  format: PageFormat,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly column: number; readonly line: number } => ({
  column: Math.floor((x - format.origin.x) / ((format.columnChars + format.gapChars) * format.bodySize)),
  line: Math.floor((y - format.origin.y) / format.pitch),
});

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
