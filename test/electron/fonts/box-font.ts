/**
 * Builds tiny fonts whose glyphs are boxes: every property that the reader depends on is one line of a test, and a
 * rendered page shows at once whether the right box stands in the right place. TrueType or PostScript outlines.
 */
import { assembleSfnt } from '../../../electron/fonts/assemble-sfnt.ts';
import { boxCff } from './box-cff.ts';

/** Left, bottom, right, top, font units. */
export type Box = readonly [number, number, number, number];

export interface BoxGlyph {
  /** '' for none: a part of others. */
  readonly character: string;
  /** Null for a blank. */
  readonly box: Box | null;
  readonly advance: number;
  /** A composite of other glyphs, moved; glyph 1 is the first of the list. TrueType only. */
  readonly parts?: readonly { readonly glyph: number; readonly dx: number; readonly dy: number }[];
}

export interface BoxFont {
  readonly glyphs: readonly BoxGlyph[];
  readonly outlines?: 'glyf' | 'cff' | 'cid';
  readonly unitsPerEm?: number;
  readonly fsType?: number;
  readonly weight?: number;
  readonly cmapFormat?: 4 | 6 | 12;
  readonly family?: string;
  readonly chineseFamily?: string;
  readonly postScript?: string;
  /** Tables besides, or in place of, the usual ones; null takes one away. */
  readonly tables?: Readonly<Record<string, Uint8Array | null>>;
}

/** Big-endian numbers, each with its size in bytes. */
export const bytesOf = (...values: readonly (readonly [size: 1 | 2 | 4, value: number])[]): Uint8Array => {
  const out: number[] = [];
  for (const [size, value] of values)
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) out.push((value >> shift) & 0xff);
  return Uint8Array.from(out);
};

const words = (...values: readonly number[]): Uint8Array => bytesOf(...values.map((v) => [2, v] as const));
const join = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const NOTDEF: BoxGlyph = { character: '', box: [50, 0, 450, 700], advance: 500 };

/** ARGS_ARE_WORDS and ARGS_ARE_XY. */
const PART = 0x0003;
const MORE = 0x0020;
const ON_CURVE = 1;

const glyfRecord = ({ box, parts }: BoxGlyph): Uint8Array => {
  if (!box) return new Uint8Array();
  const [left, bottom, right, top] = box;
  if (parts)
    return join(
      words(-1, left, bottom, right, top),
      ...parts.map(({ glyph, dx, dy }, i) => words(i + 1 < parts.length ? PART | MORE : PART, glyph, dx, dy)),
    );
  return join(
    words(1, left, bottom, right, top, 3, 0),
    Uint8Array.of(ON_CURVE, ON_CURVE, ON_CURVE, ON_CURVE),
    words(left, 0, right - left, 0),
    words(bottom, top - bottom, 0, bottom - top),
  );
};

const cmapTable = (characters: readonly (readonly [number, number])[], format: 4 | 6 | 12): Uint8Array => {
  const encoding = format === 12 ? 10 : 1;
  const head = join(words(0, 1, 3, encoding), bytesOf([4, 12]));
  if (format === 12)
    return join(
      head,
      words(12, 0),
      bytesOf([4, 16 + 12 * characters.length], [4, 0], [4, characters.length]),
      ...characters.map(([c, glyph]) => bytesOf([4, c], [4, c], [4, glyph])),
    );
  if (format === 6) {
    const first = characters[0]![0];
    const last = characters.at(-1)![0];
    const glyphs = Array.from(
      { length: last - first + 1 },
      (_, i) => characters.find(([c]) => c === first + i)?.[1] ?? 0,
    );
    return join(head, words(6, 10 + 2 * glyphs.length, 0, first, glyphs.length, ...glyphs));
  }
  const segments = [...characters, [0xffff, 0] as const];
  return join(
    head,
    words(4, 16 + 8 * segments.length, 0, 2 * segments.length, 0, 0, 0),
    words(...segments.map(([c]) => c), 0, ...segments.map(([c]) => c)),
    words(...segments.map(([c, glyph]) => (c === 0xffff ? 1 : glyph - c)), ...segments.map(() => 0)),
  );
};

const utf16 = (text: string): Uint8Array => words(...[...text].map((letter) => letter.charCodeAt(0)));

const nameTable = (entries: readonly (readonly [language: number, kind: number, text: string])[]) => {
  let at = 0;
  const records = entries.map(([language, kind, text]) => {
    const record = words(3, 1, language, kind, 2 * text.length, at);
    at += 2 * text.length;
    return record;
  });
  return join(
    words(0, entries.length, 6 + 12 * entries.length),
    ...records,
    ...entries.map(([, , text]) => utf16(text)),
  );
};

/** The tables of a font, by tag. */
export const boxTables = (font: BoxFont): Map<string, Uint8Array> => {
  const { unitsPerEm = 1000, outlines = 'glyf', family = 'Box' } = font;
  const { postScript = `${family.replaceAll(' ', '')}-Regular` } = font;
  const glyphs = [NOTDEF, ...font.glyphs];
  const records = glyphs.map(glyfRecord);
  const offsets = [0];
  for (const record of records) offsets.push(offsets.at(-1)! + record.length);
  const characters = glyphs
    .flatMap(({ character }, glyph) =>
      character === '' ? [] : [[character.codePointAt(0)!, glyph] as const],
    )
    .sort(([a], [b]) => a - b);
  const os2 = new Uint8Array(96);
  const view = new DataView(os2.buffer);
  view.setUint16(0, 4);
  view.setInt16(2, unitsPerEm);
  view.setUint16(4, font.weight ?? 400);
  view.setUint16(6, 5);
  view.setUint16(8, font.fsType ?? 0);
  view.setUint16(62, 0x40); // regular
  view.setUint16(64, characters[0]?.[0] ?? 0);
  view.setUint16(66, Math.min(characters.at(-1)?.[0] ?? 0, 0xffff));
  view.setInt16(68, 0.88 * unitsPerEm);
  view.setInt16(70, -0.12 * unitsPerEm);
  view.setUint16(74, unitsPerEm);
  view.setUint16(76, 0.2 * unitsPerEm);
  view.setInt16(88, 0.7 * unitsPerEm);
  const names: [number, number, string][] = [
    [0x0409, 1, family],
    [0x0409, 2, 'Regular'],
    [0x0409, 4, `${family} Regular`],
    [0x0409, 6, postScript],
  ];
  if (font.chineseFamily) names.push([0x0804, 1, font.chineseFamily], [0x0804, 4, font.chineseFamily]);
  const wide = outlines === 'glyf';
  const tables = new Map<string, Uint8Array>([
    ['OS/2', os2],
    ['cmap', cmapTable(characters, font.cmapFormat ?? 4)],
    [
      'head',
      join(
        bytesOf([4, 0x10000], [4, 0x10000], [4, 0], [4, 0x5f0f3cf5], [2, 3], [2, unitsPerEm]),
        new Uint8Array(16),
        words(0, -0.2 * unitsPerEm, unitsPerEm, unitsPerEm, 0, 8, 2, 1, 0),
      ),
    ],
    [
      'hhea',
      join(
        bytesOf([4, 0x10000]),
        words(0.88 * unitsPerEm, -0.12 * unitsPerEm, 0, unitsPerEm, 0, 0, unitsPerEm, 1),
        new Uint8Array(14),
        words(glyphs.length),
      ),
    ],
    ['hmtx', join(...glyphs.map(({ box, advance }) => words(advance, box?.[0] ?? 0)))],
    [
      'maxp',
      wide
        ? join(bytesOf([4, 0x10000]), words(glyphs.length, 4, 1, 8, 2, 1, 0, 0, 0, 0, 0, 0, 2, 1))
        : join(bytesOf([4, 0x5000]), words(glyphs.length)),
    ],
    ['name', nameTable(names)],
    ['post', join(bytesOf([4, 0x30000]), new Uint8Array(28))],
  ]);
  if (wide) {
    tables.set('glyf', join(...records));
    tables.set('loca', bytesOf(...offsets.map((offset) => [4, offset] as const)));
  } else tables.set('CFF ', boxCff(glyphs, outlines === 'cid', postScript));
  for (const [tag, table] of Object.entries(font.tables ?? {})) {
    if (table) tables.set(tag, table);
    else tables.delete(tag);
  }
  return tables;
};

const OTTO = 0x4f54544f;

/** The font file. */
export const boxFont = (font: BoxFont): Uint8Array =>
  assembleSfnt(
    [...boxTables(font)].sort(([a], [b]) => (a < b ? -1 : 1)),
    (font.outlines ?? 'glyf') === 'glyf' ? undefined : OTTO,
  );

/** A collection of fonts, each with tables of its own. */
export const collection = (fonts: readonly Uint8Array[]): Uint8Array => {
  let at = 12 + 4 * fonts.length;
  const offsets = fonts.map((font) => {
    const offset = at;
    at += font.length;
    return offset;
  });
  const moved = fonts.map((font, i) => {
    const copy = font.slice();
    const view = new DataView(copy.buffer);
    for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
      view.setUint32(entry + 8, view.getUint32(entry + 8) + offsets[i]!);
    return copy;
  });
  return join(
    bytesOf([4, 0x74746366], [4, 0x10000], [4, fonts.length]),
    bytesOf(...offsets.map((offset) => [4, offset] as const)),
    ...moved,
  );
};

/** 甲 low and wide, 乙 high and narrow, 𬭎 beyond the BMP, a dash, a Latin letter and a space. */
export const BOXES: readonly BoxGlyph[] = [
  { character: '甲', box: [100, 0, 900, 200], advance: 1000 },
  { character: '乙', box: [400, 300, 600, 800], advance: 1000 },
  { character: '—', box: [0, 340, 1000, 380], advance: 1000 },
  { character: 'A', box: [50, 0, 450, 700], advance: 500 },
  { character: ' ', box: null, advance: 250 },
];
export const RARE: BoxGlyph = { character: '𬭎', box: [0, 100, 500, 400], advance: 1000 };
