/**
 * A TrueType font of the glyphs that an issue prints: the six tables that PDF asks of a CIDFontType2 program
 * (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp). Neither cmap nor names: PDF has its own. Long loca.
 * Glyphs are numbered in the store's order, .notdef first, so the same set gives the same bytes.
 */
import { assembleSfnt } from '../fonts/assemble-sfnt.ts';
import { componentGlyphs, renumberComponents } from '../fonts/glyf-record.ts';
import type { TrueTypeGlyphs } from '../fonts/glyph-source.ts';

export interface FontSubset {
  readonly bytes: Uint8Array;
  /** Glyph of the store to glyph of the subset. */
  readonly numberOf: ReadonlyMap<number, number>;
}

/** The glyphs asked for, .notdef, and whatever composites among them draw; ascending. */
const closure = (store: TrueTypeGlyphs, wanted: Iterable<number>): number[] => {
  const found = new Set<number>([0, ...wanted]);
  for (let fresh = [...found]; fresh.length > 0; ) {
    const components = store.outlines(fresh).flatMap(componentGlyphs);
    fresh = [...new Set(components)].filter((glyph) => !found.has(glyph));
    for (const glyph of fresh) found.add(glyph);
  }
  return [...found].sort((a, b) => a - b);
};

const table = (length: number): { readonly bytes: Uint8Array; readonly view: DataView } => {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
};

const headTable = (store: TrueTypeGlyphs): Uint8Array => {
  const { facts } = store;
  const { bytes, view } = table(54);
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(16, 0b11); // baseline at y 0, left side bearing at x 0
  view.setUint16(18, facts.unitsPerEm);
  // Created and modified stay 0: the bytes may not depend on the day.
  view.setInt16(36, facts.xMin);
  view.setInt16(38, facts.yMin);
  view.setInt16(40, facts.xMax);
  view.setInt16(42, facts.yMax);
  view.setUint16(46, 6); // lowest readable size in pixels
  view.setInt16(48, 2); // direction hint, deprecated, always 2
  view.setInt16(50, 1); // long loca
  return bytes;
};

/** Metrics of all glyphs; the trailing ones that share an advance, as Han does, are kept as bearings only. */
const metricsTable = (
  store: TrueTypeGlyphs,
  glyphs: readonly number[],
): { hmtx: Uint8Array; full: number } => {
  const last = store.advance(glyphs.at(-1)!);
  let full = glyphs.length;
  while (full > 1 && store.advance(glyphs[full - 2]!) === last) full--;
  const { bytes, view } = table(4 * full + 2 * (glyphs.length - full));
  glyphs.forEach((glyph, i) => {
    if (i < full) view.setUint16(4 * i, store.advance(glyph));
    view.setInt16(i < full ? 4 * i + 2 : 4 * full + 2 * (i - full), store.sideBearing(glyph));
  });
  return { hmtx: bytes, full };
};

const hheaTable = (store: TrueTypeGlyphs, glyphs: readonly number[], full: number): Uint8Array => {
  const { facts } = store;
  const { bytes, view } = table(36);
  view.setUint32(0, 0x00010000);
  view.setInt16(4, facts.ascent);
  view.setInt16(6, facts.descent);
  view.setUint16(10, Math.max(...glyphs.map((glyph) => store.advance(glyph))));
  view.setInt16(12, facts.xMin);
  view.setInt16(16, facts.xMax);
  view.setInt16(18, 1); // caret upright
  view.setUint16(34, full);
  return bytes;
};

const maxpTable = (store: TrueTypeGlyphs, count: number): Uint8Array => {
  const { facts } = store;
  const { bytes, view } = table(32);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, facts.maxPoints);
  view.setUint16(8, facts.maxContours);
  view.setUint16(10, facts.maxCompositePoints);
  view.setUint16(12, facts.maxCompositeContours);
  view.setUint16(14, 2); // zones; what follows is for instructions, of which there are none
  view.setUint16(28, facts.maxComponentElements);
  view.setUint16(30, facts.maxComponentDepth);
  return bytes;
};

const outlineTables = (outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } => {
  const { bytes: loca, view } = table(4 * (outlines.length + 1));
  let length = 0;
  outlines.forEach((outline, i) => {
    length += outline.length;
    view.setUint32(4 * (i + 1), length);
  });
  const glyf = new Uint8Array(length);
  outlines.forEach((outline, i) => {
    glyf.set(outline, view.getUint32(4 * i));
  });
  return { glyf, loca };
};

/** A font of these glyphs of the store. */
export const subsetFont = (store: TrueTypeGlyphs, wanted: Iterable<number>): FontSubset => {
  const glyphs = closure(store, wanted);
  const numberOf = new Map(glyphs.map((glyph, i) => [glyph, i]));
  const outlines = store
    .outlines(glyphs)
    .map((record) => renumberComponents(record, (g) => numberOf.get(g)!));
  const { glyf, loca } = outlineTables(outlines);
  const { hmtx, full } = metricsTable(store, glyphs);
  const bytes = assembleSfnt([
    ['glyf', glyf],
    ['head', headTable(store)],
    ['hhea', hheaTable(store, glyphs, full)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxpTable(store, glyphs.length)],
  ]);
  return { bytes, numberOf };
};
