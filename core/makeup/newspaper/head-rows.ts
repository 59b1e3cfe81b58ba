/**
 * Rows of the printed head, one below the other in a box and centred both ways. A row too wide for the box is made
 * smaller; where the rows together are too high, all are, so that an ear with many lines stays within the head. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Rect, Size } from '../../geometry.ts';
import type { PictureId } from '../../issue/issue.ts';
import type { PageField } from '../../issue/page-field.ts';
import type { TextStyle } from '../../publication/publication.ts';
import { setText, spread } from '../../typeset/set-text.ts';
import { BASELINE } from '../column-grid.ts';
import { BLACK, type Ink, type PlacedItem, type Role } from '../page-layout.ts';

export interface TextRow {
  readonly field: PageField;
  /** No row where it is ''. */
  readonly text: string;
  readonly style: TextStyle;
  readonly ink?: Ink;
  readonly role?: Role;
  /** Spread to this width. */
  readonly width?: number;
  /** Space above in em of the row's size. */
  readonly above?: number;
}

export interface PictureRow {
  readonly field: PageField;
  readonly picture: PictureId;
  readonly size: Size;
  /** Free space below, points. */
  readonly below: number;
}

export type Row = TextRow | PictureRow;

/** Line height, em. */
const ROW = 1.22;
/** A full space between two words, em. */
const WORD_SPACE = 0.6;

/** `share`: how much of the box's width a row may take. */
export const setRows = (rows: readonly Row[], box: Rect, share: number, fonts: FontSet): PlacedItem[] => {
  const stack = (shrink: number): SetRow[] =>
    rows.flatMap((row) => setRow(row, box, box.width * share, fonts, shrink) ?? []);
  const natural = stack(1);
  const wanted = heightOf(natural);
  const set = wanted > box.height ? stack(box.height / wanted) : natural;
  let y = box.y + (box.height - heightOf(set)) / 2;
  return set.map(({ height, place }): PlacedItem => {
    const top = y;
    y += height;
    return place(top);
  });
};

interface SetRow {
  readonly height: number;
  readonly place: (top: number) => PlacedItem;
}

const heightOf = (rows: readonly SetRow[]): number => rows.reduce((sum, row) => sum + row.height, 0);

const setRow = (row: Row, box: Rect, widest: number, fonts: FontSet, shrink: number): SetRow | null => {
  if ('picture' in row) return setPicture(row, box, shrink);
  return row.text === '' ? null : setLine(row, box, widest, fonts, shrink);
};

const setLine = (row: TextRow, box: Rect, widest: number, fonts: FontSet, shrink: number): SetRow => {
  const natural = setText(row.text, row.style, fonts, WORD_SPACE);
  const scale = Math.min(1, widest / Math.max(1, natural.width)) * shrink;
  const style = { ...row.style, size: row.style.size * scale };
  const own = scale < 1 ? setText(row.text, style, fonts, WORD_SPACE) : natural;
  const line = row.width ? spread(own, Math.min(row.width, box.width)) : own;
  const height = line.size * (ROW + (row.above ?? 0)) * (row.role === 'nameplate' ? 0.9 : 1);
  return {
    height,
    place: (top) => ({
      kind: 'line',
      line,
      x: box.x + (box.width - line.width) / 2,
      y: top + height - line.size * (ROW - BASELINE) * 0.9,
      ink: row.ink ?? BLACK,
      role: row.role ?? 'masthead',
      source: null,
      frame: null,
      field: row.field,
    }),
  };
};

const setPicture = ({ picture, size, below, field }: PictureRow, box: Rect, shrink: number): SetRow => {
  const [width, height] = [size.width * shrink, size.height * shrink];
  return {
    height: height + below * shrink,
    place: (top) => ({
      kind: 'picture',
      picture,
      rect: { x: box.x + (box.width - width) / 2, y: top, width, height },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      role: 'nameplate',
      source: null,
      frame: null,
      field,
    }),
  };
};
