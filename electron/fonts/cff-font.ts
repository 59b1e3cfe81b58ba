/**
 * A CFF font as far as a subset needs it (Adobe Technical Note 5176): charstrings by glyph, subroutines, and the
 * font dictionary of each glyph. Name-keyed fonts are read as if they had one font dictionary; the charset is not
 * read at all, since an OpenType font's own cmap leads from characters to glyphs.
 *
 * Limits: one font a table, as OpenType has it; charstrings of type 2.
 */
import { type CffIndex, type Dict, EMPTY_INDEX, OP, readDict, readIndex } from './cff-data.ts';
import { FontRefusal, slice, viewOf } from './font-refusal.ts';

export interface CffFontDict {
  /** FontMatrix as it is written; null where there is none. */
  readonly matrix: Uint8Array | null;
  readonly privateDict: Dict;
  readonly subrs: CffIndex;
}

export interface CffFont {
  /** The file's name, for a refusal that only a glyph's outline gives rise to. */
  readonly file: string;
  readonly glyphCount: number;
  readonly charString: (glyph: number) => Uint8Array;
  readonly globalSubrs: CffIndex;
  /** FontMatrix and FontBBox as they are written; null where there is none. */
  readonly matrix: Uint8Array | null;
  readonly box: Uint8Array | null;
  readonly fontDicts: readonly CffFontDict[];
  /** Index into `fontDicts`. */
  readonly fontDictOf: (glyph: number) => number;
}

const MOST_FONT_DICTS = 256;

const readFontDict = (bytes: Uint8Array, dict: Dict): CffFontDict => {
  const matrix = dict.get(OP.fontMatrix)?.raw ?? null;
  const place = dict.get(OP.private);
  if (!place) return { matrix, privateDict: new Map(), subrs: EMPTY_INDEX };
  const [size = -1, offset = -1] = place.operands;
  const privateDict = readDict(slice(bytes, offset, size));
  const subrs = privateDict.get(OP.subrs)?.operands[0];
  return { matrix, privateDict, subrs: subrs === undefined ? EMPTY_INDEX : readIndex(bytes, offset + subrs) };
};

/** FDSelect, formats 0 and 3: the font dictionary of every glyph. */
const readFontDictSelect = (bytes: Uint8Array, at: number, glyphCount: number): Uint8Array => {
  const format = slice(bytes, at, 1)[0]!;
  if (format === 0) return slice(bytes, at + 1, glyphCount);
  if (format !== 3) throw new RangeError(`FDSelect of format ${format}`);
  const count = viewOf(slice(bytes, at + 1, 2)).getUint16(0);
  const view = viewOf(slice(bytes, at + 3, 3 * count + 2));
  const selected = new Uint8Array(glyphCount);
  for (let i = 0; i < count; i++)
    selected.fill(view.getUint8(3 * i + 2), view.getUint16(3 * i), view.getUint16(3 * i + 3));
  return selected;
};

/** The font in a `CFF ` table. */
export const readCffFont = (table: Uint8Array, file: string): CffFont => {
  const names = readIndex(table, slice(table, 2, 1)[0]!);
  const tops = readIndex(table, names.end);
  const strings = readIndex(table, tops.end);
  const globalSubrs = readIndex(table, strings.end);
  const top = readDict(tops.item(0));
  const number = (operator: number): number | null => top.get(operator)?.operands[0] ?? null;
  if ((number(OP.charstringType) ?? 2) !== 2)
    throw new FontRefusal(file, 'unsupported', '字形是旧式（Type 1）写法，没有使用，请换用较新的版本。');
  const charStrings = readIndex(table, number(OP.charStrings) ?? -1);
  const glyphCount = charStrings.count;
  const common = {
    file,
    glyphCount,
    charString: charStrings.item,
    globalSubrs,
    matrix: top.get(OP.fontMatrix)?.raw ?? null,
    box: top.get(OP.fontBBox)?.raw ?? null,
  };
  if (!top.has(OP.ros)) {
    // Its matrix stands in the top dictionary, where `matrix` has it.
    const only = { ...readFontDict(table, top), matrix: null };
    return { ...common, fontDicts: [only], fontDictOf: () => 0 };
  }
  const array = readIndex(table, number(OP.fdArray) ?? -1);
  if (array.count === 0 || array.count > MOST_FONT_DICTS)
    throw new RangeError(`${array.count} font dictionaries`);
  const fontDicts = Array.from({ length: array.count }, (_, i) =>
    readFontDict(table, readDict(array.item(i))),
  );
  const selected = readFontDictSelect(table, number(OP.fdSelect) ?? -1, glyphCount);
  if (selected.some((index) => index >= array.count))
    throw new RangeError('FDSelect names a dictionary that is not there');
  return { ...common, fontDicts, fontDictOf: (glyph) => selected[glyph]! };
};
