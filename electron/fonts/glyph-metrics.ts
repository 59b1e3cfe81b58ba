/**
 * Advances, side bearings and the facts of a font file (OpenType 1.9: head, hhea, hmtx, maxp, OS/2, post), each
 * checked for what layout takes for granted.
 */
import { FontRefusal, slice, viewOf } from './font-refusal.ts';
import type { FontFacts } from './glyph-store-format.ts';

export interface GlyphMetrics {
  readonly advance: (glyph: number) => number;
  readonly sideBearing: (glyph: number) => number;
}

/** `hmtx`: the last advance holds for all glyphs after it. */
export const readMetrics = (hmtx: Uint8Array, hhea: Uint8Array, glyphCount: number): GlyphMetrics => {
  const full = viewOf(hhea).getUint16(34);
  if (full === 0 || full > glyphCount) throw new RangeError(`${full} advances for ${glyphCount} glyphs`);
  const view = viewOf(slice(hmtx, 0, 4 * full));
  const bearings = viewOf(hmtx);
  return {
    advance: (glyph) => view.getUint16(4 * Math.min(glyph, full - 1)),
    // Some fonts leave out the bearings of their last glyphs.
    sideBearing: (glyph) => {
      if (glyph < full) return view.getInt16(4 * glyph + 2);
      const at = 4 * full + 2 * (glyph - full);
      return at + 2 <= hmtx.length ? bearings.getInt16(at) : 0;
    },
  };
};

/** Tables of the facts; `os2` and `post` may be of any version. */
export interface FactTables {
  readonly head: Uint8Array;
  readonly hhea: Uint8Array;
  readonly maxp: Uint8Array;
  readonly os2: Uint8Array;
  readonly post: Uint8Array | null;
}

/** The OpenType specification's bounds for unitsPerEm. */
const EM = { least: 16, most: 16384 };
/** `maxp` of version 1.0, which fonts with `glyf` have, is so long. */
const MAXP_LONG = 32;

export const readFacts = (tables: FactTables, file: string): FontFacts => {
  const [head, hhea, maxp, os2] = [tables.head, tables.hhea, tables.maxp, tables.os2].map(viewOf);
  const unitsPerEm = head!.getUint16(18);
  if (unitsPerEm < EM.least || unitsPerEm > EM.most)
    throw new FontRefusal(file, 'broken', `每字单位数是${unitsPerEm}，不合规范，没有使用。`);
  const typographic = os2!.byteLength >= 74 && os2!.getInt16(68) > os2!.getInt16(70);
  const ascent = typographic ? os2!.getInt16(68) : hhea!.getInt16(4);
  const descent = typographic ? os2!.getInt16(70) : hhea!.getInt16(6);
  const most = (at: number): number => (maxp!.byteLength >= MAXP_LONG ? maxp!.getUint16(at) : 0);
  const capHeight = os2!.byteLength >= 90 ? os2!.getInt16(88) : 0;
  const angle = tables.post ? viewOf(tables.post).getInt32(4) / 0x10000 : 0;
  return {
    unitsPerEm,
    // Outside these the font's own say is worth nothing: a line's height never depends on it.
    ascent: Math.min(Math.max(ascent, 0), 4 * unitsPerEm),
    descent: Math.max(Math.min(descent, 0), -4 * unitsPerEm),
    capHeight: capHeight > 0 ? capHeight : Math.round(0.7 * unitsPerEm),
    italicAngle: Math.abs(angle) < 90 ? Math.round(angle * 100) / 100 : 0,
    weight: Math.min(Math.max(os2!.getUint16(4), 1), 1000),
    // PANOSE family 2 (Latin text), serif style 2–10: with serifs; 11 and above: without.
    serif: os2!.getUint8(32) === 2 && os2!.getUint8(33) >= 2 && os2!.getUint8(33) <= 10,
    xMin: head!.getInt16(36),
    yMin: head!.getInt16(38),
    xMax: head!.getInt16(40),
    yMax: head!.getInt16(42),
    maxPoints: most(6),
    maxContours: most(8),
    maxCompositePoints: most(10),
    maxCompositeContours: most(12),
    maxComponentElements: most(28),
    maxComponentDepth: most(30),
  };
};
