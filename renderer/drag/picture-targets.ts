/** Where a picture that is dragged within its frame would stand: in text columns and body lines of the frame. Pure. */
import { doOverlap, frameAt, type GridStep } from '../../core/issue/edits.ts';
import type { GridCell } from '../../core/issue/free-space.ts';
import type { FrameId, GridBox, Issue } from '../../core/issue/issue.ts';
import { lineY } from '../../core/makeup/column-grid.ts';
import { columnLeft, frameGeometry } from '../../core/makeup/frame-geometry.ts';
import { formatOf } from '../../core/publication/publication.ts';
import type { Sides } from './frame-targets.ts';

const geometryOf = (issue: Issue, id: FrameId) => {
  const { frame } = frameAt(issue, id);
  const format = formatOf(issue.publication, issue.format);
  return { frame, format, geometry: frameGeometry(format, frame) };
};

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

/** The text column and the body line of the frame that hold the point; the nearest ones where it lies outside. */
export const pictureCellAt = (
  issue: Issue,
  id: FrameId,
  { x, y }: { readonly x: number; readonly y: number },
): GridCell => {
  const { format, geometry } = geometryOf(issue, id);
  let column = 0;
  for (let c = 0; c < geometry.columns.length; c++) if (columnLeft(format, geometry, c) <= x) column = c;
  const line = Math.floor((y - lineY(format, geometry.firstLine)) / format.pitch);
  return { column, line: clamp(line, 0, geometry.rows - 1) };
};

const boxOf = (issue: Issue, id: FrameId, index: number) => {
  const own = geometryOf(issue, id);
  const { pictures } = own.frame;
  const box = pictures.find((p) => p.index === index)?.box;
  if (!box) throw new Error(`${id} shows no picture ${index}`);
  return { ...own, box, others: pictures.filter((p) => p.index !== index).map((p) => p.box) };
};

/** The picture's box moved by that much, within the frame; where another picture stands it stays as it was. */
export const movedPicture = (issue: Issue, id: FrameId, index: number, by: GridStep): GridBox => {
  const { box, others, geometry } = boxOf(issue, id, index);
  const moved = {
    ...box,
    column: clamp(box.column + by.columns, 0, geometry.columns.length - box.span),
    line: clamp(box.line + by.lines, 0, geometry.rows - box.lines),
  };
  return others.some((other) => doOverlap(other, moved)) ? box : moved;
};

/** Fewest lines that a picture with its caption is shown in. */
const LEAST_LINES = 3;

/** The picture's box with those sides pulled to the cell. */
export const resizedPicture = (
  issue: Issue,
  id: FrameId,
  index: number,
  cell: GridCell,
  sides: Sides,
): GridBox => {
  const { box, others, geometry } = boxOf(issue, id, index);
  const left = sides.left ? clamp(cell.column, 0, box.column + box.span - 1) : box.column;
  const top = sides.top ? clamp(cell.line, 0, box.line + box.lines - LEAST_LINES) : box.line;
  const right = sides.right
    ? clamp(cell.column + 1, left + 1, geometry.columns.length)
    : box.column + box.span;
  const bottom = sides.bottom ? clamp(cell.line + 1, top + LEAST_LINES, geometry.rows) : box.line + box.lines;
  const pulled = { column: left, span: right - left, line: top, lines: bottom - top };
  return others.some((other) => doOverlap(other, pulled)) ? box : pulled;
};

/** The picture one column or line wider or higher, for the keys. */
export const grownPicture = (issue: Issue, id: FrameId, index: number, by: GridStep): GridBox => {
  const { box } = boxOf(issue, id, index);
  const cell = {
    column: box.column + box.span - 1 + by.columns,
    line: box.line + box.lines - 1 + by.lines,
  };
  return resizedPicture(issue, id, index, cell, { top: false, left: false, right: true, bottom: true });
};
