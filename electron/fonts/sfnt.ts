/**
 * The container of TrueType and OpenType fonts (OpenType 1.9, "Organization of an OpenType Font"): a directory of
 * tables, in collections (.ttc, .otc) one per font. Reads the directories through a function, so that a folder of
 * large fonts can be listed by a few kilobytes of each; every table is known to lie within the file.
 *
 * Refused: fonts packed for the web (WOFF), Type 1 in sfnt, and whatever is none of these.
 */
import { FontRefusal, viewOf } from './font-refusal.ts';

/** Gives `length` bytes from `offset`; a RangeError where the file ends before. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

export interface SfntDirectory {
  /** How outlines are kept: `glyf` TrueType, `CFF ` PostScript. */
  readonly outlines: 'glyf' | 'cff';
  readonly places: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** Far above any real font: a directory of 65,535 tables is an attack or noise. */
const MOST_TABLES = 128;
const MOST_FONTS = 64;

const TRUETYPE = 0x00010000;
const TRUE = 0x74727565;
const OTTO = 0x4f54544f;
const TTCF = 0x74746366;
const WOFF = 0x774f4646;
const WOFF2 = 0x774f4632;

const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const readDirectory = (read: ReadBytes, at: number, size: number, file: string): SfntDirectory => {
  const header = viewOf(read(at, 12));
  const version = header.getUint32(0);
  if (version !== TRUETYPE && version !== TRUE && version !== OTTO)
    throw new FontRefusal(file, 'unsupported', '不是 TrueType 或 OpenType 字体，没有使用。');
  const count = header.getUint16(4);
  if (count === 0 || count > MOST_TABLES) throw new RangeError(`${count} tables`);
  const bytes = read(at + 12, 16 * count);
  const view = viewOf(bytes);
  const places = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < count; i++) {
    const offset = view.getUint32(16 * i + 8);
    const length = view.getUint32(16 * i + 12);
    if (offset + length > size) throw new RangeError(`table ${i} ends at ${offset + length} of ${size}`);
    places.set(tagAt(bytes, 16 * i), { offset, length });
  }
  if (places.has('glyf')) return { outlines: 'glyf', places };
  if (places.has('CFF ')) return { outlines: 'cff', places };
  if (places.has('CFF2'))
    throw new FontRefusal(
      file,
      'unsupported',
      '是 CFF2 可变字体，本程序不能用，请改用同一字体的单一字重文件。',
    );
  throw new FontRefusal(file, 'unsupported', '没有轮廓（是点阵或彩色字体），不能用于印刷，没有使用。');
};

/** The directory of each font in the file; one, unless it is a collection. */
export const readDirectories = (read: ReadBytes, size: number, file: string): SfntDirectory[] => {
  const first = viewOf(read(0, 12));
  const kind = first.getUint32(0);
  if (kind === WOFF || kind === WOFF2)
    throw new FontRefusal(file, 'unsupported', '是网页字体（WOFF），请改用 TTF 或 OTF 文件。');
  if (kind !== TTCF) return [readDirectory(read, 0, size, file)];
  const count = first.getUint32(8);
  if (count === 0 || count > MOST_FONTS) throw new RangeError(`${count} fonts in a collection`);
  const offsets = viewOf(read(12, 4 * count));
  return Array.from({ length: count }, (_, i) => readDirectory(read, offsets.getUint32(4 * i), size, file));
};

/** A table's bytes; null where the font has none. */
export const tableOf = (read: ReadBytes, directory: SfntDirectory, tag: string): Uint8Array | null => {
  const place = directory.places.get(tag);
  return place ? read(place.offset, place.length) : null;
};

/** A table that the font must have. */
export const neededTable = (
  read: ReadBytes,
  directory: SfntDirectory,
  tag: string,
  file: string,
): Uint8Array => {
  const table = tableOf(read, directory, tag);
  if (!table) throw new FontRefusal(file, 'broken', `缺少 ${tag} 表，文件不完整，没有使用。`);
  return table;
};
