/**
 * Where the parts of a frame stand: inset of a box or tint, strip of a headline beside the body, text columns, body
 * lines. All on the page's grid: insets and strips are whole characters and lines, so that the text columns keep
 * their em grid and every body line the page's. Pure.
 */
import type { Rect } from '../geometry.ts';
import { bodyWidth, FOOT_LINES, isInset } from '../issue/frame-grid.ts';
import type { Frame } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';
import { boxRect, divideChars, joinedChars, lineY, type TextColumn, unequalColumns } from './column-grid.ts';
import type { ColumnSlots } from './fill-columns.ts';

export interface FrameGeometry {
  /** The frame without the free line at its foot: what a box is drawn round and a tint fills. */
  readonly outer: Rect;
  /** Where a headline block above the body stands. */
  readonly head: Rect;
  /** Where a headline block beside the body stands; null where it stands above. */
  readonly strip: Rect | null;
  /** Left edge of the body, points. */
  readonly bodyX: number;
  readonly columns: readonly TextColumn[];
  /** The page's line of the first body row. */
  readonly firstLine: number;
  readonly rows: number;
}

export { FOOT_LINES };

/** What a box or a tint keeps free within, lines above and below; at the sides as `bodyWidth` says. */
export const INSET_LINES = 1;

export const frameGeometry = (format: PageFormat, frame: Frame): FrameGeometry => {
  const { box, style } = frame;
  const size = format.bodySize;
  const { inset, strip: stripChars, body: bodyChars } = bodyWidth(format, frame);
  const lines = isInset(frame) ? INSET_LINES : 0;
  const all = boxRect(format, box);
  const x = all.x + inset * size;
  const width = joinedChars(format, box.span) - 2 * inset;
  const top = box.line + lines;
  const inner = Math.max(0, box.lines - FOOT_LINES - 2 * lines);

  const onLeft = style.head.place !== 'above' && style.head.side === 'left';
  const bodyX = x + (stripChars > 0 && onLeft ? (stripChars + format.gapChars) * size : 0);
  const headLines = style.head.place === 'above' ? Math.min(frame.headLines, inner) : 0;
  const rows = inner - headLines;
  /* From the first line's em box to the last one's. */
  const height = (count: number) => Math.max(0, count * format.pitch - (format.pitch - size));
  return {
    outer: { x: all.x, y: all.y, width: all.width, height: height(box.lines - FOOT_LINES) },
    head: { x, y: lineY(format, top), width: width * size, height: headLines * format.pitch },
    strip:
      stripChars === 0
        ? null
        : {
            x: onLeft ? x : x + (width - stripChars) * size,
            y: lineY(format, top),
            width: stripChars * size,
            height: height(inner),
          },
    bodyX,
    columns:
      (style.columnChars && unequalColumns(bodyChars, format.gapChars, style.columnChars)) ??
      divideChars(bodyChars, format.gapChars, frame.columns, style.remainder),
    firstLine: top + headLines,
    rows,
  };
};

/** Left edge of a text column, points. */
export const columnLeft = (format: PageFormat, geometry: FrameGeometry, column: number): number =>
  geometry.bodyX + geometry.columns[column]!.left * format.bodySize;

/** From the left edge of text column `from` to the right edge of the last of `span`, points. */
export const columnsWidth = (
  columns: readonly TextColumn[],
  from: number,
  span: number,
  bodySize: number,
): number => {
  const first = columns[from]!;
  const last = columns[Math.min(columns.length, from + span) - 1]!;
  return (last.left + last.chars - first.left) * bodySize;
};

/** True where all columns hold equally many characters. */
export const isEqual = (columns: readonly TextColumn[]): boolean =>
  columns.every((column) => column.chars === columns[0]!.chars);

/** The body's lines: those that the text may take, and the places that jump lines keep free of it. */
export interface BodyRoom {
  readonly slots: readonly ColumnSlots[];
  /** Of （上接…） and （下转…）; null where there is no jump, or no line is left for it. */
  readonly from: BodyCell | null;
  readonly to: BodyCell | null;
}

export interface BodyCell {
  /** Text column and body line, from 0. */
  readonly column: number;
  readonly row: number;
}

/**
 * What pictures leave of the body, and jump lines of that: （上接…） takes the first line that is free, （下转…） the last
 * one. A picture there moves them to where the text begins and ends.
 */
export const bodyRoom = (
  pictures: Frame['pictures'],
  { columns, rows }: Pick<FrameGeometry, 'columns' | 'rows'>,
  jumpsHere: boolean,
  jumpsOn: boolean,
): BodyRoom => {
  const slots = columns.map((_, c) => {
    const column: number[] = [];
    for (let row = 0; row < rows; row++) {
      const covered = pictures.some(
        ({ box }) =>
          c >= box.column && c < box.column + box.span && row >= box.line && row < box.line + box.lines,
      );
      if (!covered) column.push(row);
    }
    return column;
  });
  const taken = (column: number, row: number | undefined): BodyCell | null =>
    row === undefined ? null : { column, row };
  const first = slots.findIndex((column) => column.length > 0);
  const from = jumpsHere ? taken(first, slots[first]?.shift()) : null;
  const last = slots.findLastIndex((column) => column.length > 0);
  const to = jumpsOn ? taken(last, slots[last]?.pop()) : null;
  return { slots, from, to };
};
