/**
 * Where the fields of head, folio and imprint stand on a page: what a click hits and where a text is typed in its
 * place. One box a field, around all that shows it; the ears are two fields of one name, one at each side. A field that
 * the issue leaves empty prints nothing and has no box. Pure; text is boxed by its em box, pictures by their rectangle.
 */
import type { FontSet } from '../font/font-set.ts';
import { bottom, type Rect, right } from '../geometry.ts';
import type { PageField } from '../issue/page-field.ts';
import { BASELINE } from '../makeup/column-grid.ts';
import type { DisplayItem, DisplayPage, GlyphRun, JoinedDash } from './display-list.ts';

export interface FieldBox {
  readonly field: PageField;
  readonly rect: Rect;
  /** Of the largest text that shows the field, points; a picture's height where it is no text. */
  readonly size: number;
  /** Of an ear only. */
  readonly side?: 'left' | 'right';
}

/** In reading order. */
export const fieldBoxes = (page: DisplayPage, fonts: FontSet): readonly FieldBox[] => {
  const boxes = new Map<string, FieldBox>();
  for (const item of page.items)
    for (const own of boxesOf(item, fonts)) {
      const side = own.field === 'ear' ? sideOf(own.rect, page) : null;
      const key = `${own.field} ${side}`;
      const known = boxes.get(key);
      boxes.set(key, {
        field: own.field,
        rect: known ? union(known.rect, own.rect) : own.rect,
        size: Math.max(known?.size ?? 0, own.size),
        ...(side === null ? {} : { side }),
      });
    }
  return [...boxes.values()];
};

const sideOf = (rect: Rect, page: DisplayPage): 'left' | 'right' =>
  rect.x + rect.width / 2 < page.width / 2 ? 'left' : 'right';

const union = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(right(a), right(b)) - x,
    height: Math.max(bottom(a), bottom(b)) - y,
  };
};

/** A run of two fields has two boxes, parted where the text turns from one to the other. */
const boxesOf = (item: DisplayItem, fonts: FontSet): readonly FieldBox[] => {
  const { field } = item;
  if (field === undefined) return [];
  if (item.kind === 'rect' || item.kind === 'picture')
    return [{ field, rect: item.rect, size: item.rect.height }];
  const characters = [...item.text];
  const turn = item.kind === 'glyphs' ? item.turn : undefined;
  if (!turn) return [textBox(item, field, characters, 0, characters.length, fonts)];
  const at = [...item.text.slice(0, turn.from)].length;
  return [
    textBox(item, field, characters, 0, at, fonts),
    textBox(item, turn.field, characters, at, characters.length, fonts),
  ];
};

/** The box of the code points `from`–`to` without the spaces at their ends; the head's lines run across the page. */
const textBox = (
  { face, size, xs, y }: GlyphRun | JoinedDash,
  field: PageField,
  characters: readonly string[],
  from: number,
  to: number,
  fonts: FontSet,
): FieldBox => {
  let last = to - 1;
  while (last > from && characters[last]!.trim() === '') last--;
  const x = xs[from]!;
  const codePoint = characters[last]!.codePointAt(0)!;
  /* A character that no face has is drawn as 〓, one em wide. */
  const advance = fonts.has(face, codePoint) ? fonts.advance(face, codePoint) : 1;
  return {
    field,
    rect: { x, y: y - BASELINE * size, width: xs[last]! + advance * size - x, height: size },
    size,
  };
};
