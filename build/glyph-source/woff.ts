/**
 * WOFF 1.0: an sfnt whose tables are deflated one by one (W3C Recommendation of 13 December 2012). Reads the
 * tables; and of them what a merged font needs. The fonts are the packages' own, so a fault throws.
 */
import { unzlibSync } from 'fflate';

export interface SliceFont {
  readonly file: string;
  readonly head: DataView;
  readonly hhea: DataView;
  readonly maxp: DataView;
  readonly os2: DataView;
  readonly post: DataView;
  /** Character to glyph of this slice. */
  readonly cmap: ReadonlyMap<number, number>;
  readonly advance: (glyph: number) => number;
  readonly sideBearing: (glyph: number) => number;
  /** The glyph's `glyf` record; empty for a blank. */
  readonly record: (glyph: number) => Uint8Array;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const tablesOf = (bytes: Uint8Array, file: string): Map<string, Uint8Array> => {
  const view = viewOf(bytes);
  if (view.getUint32(0) !== 0x774f4646) throw new Error(`not a WOFF: ${file}`);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(12); i++) {
    const at = 44 + 20 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = view.getUint32(at + 4);
    const packed = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    const stored = bytes.subarray(start, start + packed);
    tables.set(tag, packed < length ? unzlibSync(stored, { out: new Uint8Array(length) }) : stored);
  }
  return tables;
};

/** Format 12: groups of 32-bit characters. */
const readGroups = (view: DataView, at: number, cmap: Map<number, number>): void => {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const start = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let c = start; c <= view.getUint32(group + 4); c++) cmap.set(c, glyph + c - start);
  }
};

/** Format 4: segments of the BMP. */
const readSegments = (view: DataView, at: number, cmap: Map<number, number>): void => {
  const twice = view.getUint16(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const end = view.getUint16(at + 14 + i);
    const start = view.getUint16(at + 16 + twice + i);
    const delta = view.getUint16(at + 16 + 2 * twice + i);
    const rangeAt = at + 16 + 3 * twice + i;
    const range = view.getUint16(rangeAt);
    for (let c = start; c <= end && c !== 0xffff; c++) {
      let glyph = range === 0 ? c : view.getUint16(rangeAt + range + 2 * (c - start));
      if (range === 0 || glyph !== 0) glyph = (glyph + delta) & 0xffff;
      if (glyph !== 0) cmap.set(c, glyph);
    }
  }
};

const readCmap = (table: Uint8Array, file: string): Map<number, number> => {
  const view = viewOf(table);
  const subtables = Array.from({ length: view.getUint16(2) }, (_, i) => view.getUint32(8 + 8 * i));
  const ofFormat = (format: number) => subtables.find((at) => view.getUint16(at) === format);
  const cmap = new Map<number, number>();
  const wide = ofFormat(12);
  const narrow = ofFormat(4);
  if (wide !== undefined) readGroups(view, wide, cmap);
  else if (narrow !== undefined) readSegments(view, narrow, cmap);
  else throw new Error(`no Unicode cmap: ${file}`);
  return cmap;
};

export const readWoff = (bytes: Uint8Array, file: string): SliceFont => {
  const tables = tablesOf(bytes, file);
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (!found) throw new Error(`no ${tag} table: ${file}`);
    return found;
  };
  const [head, hhea, maxp, os2, post] = ['head', 'hhea', 'maxp', 'OS/2', 'post'].map((t) => viewOf(table(t)));
  const hmtx = viewOf(table('hmtx'));
  const loca = viewOf(table('loca'));
  const glyf = table('glyf');
  const full = hhea!.getUint16(34);
  const long = head!.getInt16(50) === 1;
  const start = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  return {
    file,
    head: head!,
    hhea: hhea!,
    maxp: maxp!,
    os2: os2!,
    post: post!,
    cmap: readCmap(table('cmap'), file),
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, full - 1)),
    sideBearing: (glyph) => hmtx.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)),
    record: (glyph) => glyf.subarray(start(glyph), start(glyph + 1)),
  };
};
