/** What a frame draws of its own beside its story: tint, box, rule above, rules between its columns. Pure. */
import type { Rect } from '../../geometry.ts';
import { MOST_TINT } from '../../issue/frame-grid.ts';
import type { Frame, PlacedPictureFrame } from '../../issue/issue.ts';
import type { PageFormat } from '../../publication/publication.ts';
import { lineY } from '../column-grid.ts';
import type { FrameGeometry } from '../frame-geometry.ts';
import { BLACK, grey, type Ink, type PlacedItem } from '../page-layout.ts';

/** Thickness of rules, points: 正线 between columns and stories and round a box, 反线 above a frame. */
export const THIN_RULE = 0.5;
export const THICK_RULE = 2;

export const ruleItem = (rect: Rect, frame: string, ink: Ink = BLACK): PlacedItem => ({
  kind: 'rect',
  rect,
  ink,
  role: 'artifact',
  source: null,
  frame,
});

/** Drawn before the frame's text, so that the text stands on the tint. `pictures`: as they stand in its body. */
export const decorate = (
  format: PageFormat,
  frame: Frame,
  geometry: FrameGeometry,
  pictures: readonly PlacedPictureFrame[],
): PlacedItem[] => {
  const items: PlacedItem[] = [];
  const { x, y, width, height } = geometry.outer;
  /* Whatever the frame asks for, its text stays black on grey. */
  const tint = Math.min(frame.style.tint, MOST_TINT);
  if (tint > 0 && height > 0) items.push(ruleItem(geometry.outer, frame.id, grey(tint)));
  const t = THIN_RULE;
  if (frame.border === 'box' && height > 2 * t) {
    items.push(
      ruleItem({ x, y, width, height: t }, frame.id),
      ruleItem({ x, y: y + height - t, width, height: t }, frame.id),
      ruleItem({ x, y: y + t, width: t, height: height - 2 * t }, frame.id),
      ruleItem({ x: x + width - t, y: y + t, width: t, height: height - 2 * t }, frame.id),
    );
  }
  if (frame.border === 'top-rule') items.push(ruleItem({ x, y, width, height: THICK_RULE }, frame.id));
  if (frame.style.columnRule) items.push(...columnRules(format, frame, geometry, pictures));
  return items;
};

const columnRules = (
  format: PageFormat,
  frame: Frame,
  geometry: FrameGeometry,
  pictures: readonly PlacedPictureFrame[],
): PlacedItem[] => {
  const top = lineY(format, geometry.firstLine);
  const height = geometry.rows * format.pitch - (format.pitch - format.bodySize);
  if (height <= 0) return [];
  return geometry.columns.slice(1).flatMap((column, i) => {
    const before = geometry.columns[i]!;
    const middle = (before.left + before.chars + column.left) / 2;
    /* A picture over both columns interrupts the rule. */
    const runs = openRows(pictures, i, geometry.rows);
    return runs.map(({ from, to }) =>
      ruleItem(
        {
          x: geometry.bodyX + middle * format.bodySize - THIN_RULE / 2,
          y: top + from * format.pitch,
          width: THIN_RULE,
          height: (to - from) * format.pitch - (format.pitch - format.bodySize),
        },
        frame.id,
      ),
    );
  });
};

/** Runs of rows in which no picture bridges the gap after text column `column`. */
const openRows = (
  pictures: readonly PlacedPictureFrame[],
  column: number,
  rows: number,
): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  for (let row = 0; row < rows; row++) {
    const bridged = pictures.some(
      ({ box }) =>
        box.column <= column &&
        column + 1 < box.column + box.span &&
        row >= box.line &&
        row < box.line + box.lines,
    );
    if (bridged) continue;
    const last = runs.at(-1);
    if (last?.to === row) last.to = row + 1;
    else runs.push({ from: row, to: row + 1 });
  }
  return runs;
};
