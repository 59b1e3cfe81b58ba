/**
 * A TrueType font of the glyphs that an issue prints: the six tables that PDF asks of a CIDFontType2 program
 * (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp). Neither cmap nor names: PDF has its own. Long loca.
 * Glyphs are numbered in the store's order, .notdef first, so the same set gives the same bytes.
 */
import { assembleSfnt } from '../fonts/assemble-sfnt.ts';
import { componentGlyphs, renumberComponents } from '../fonts/glyf-record.ts';
import type { TrueTypeGlyphs } from '../fonts/glyph-source.ts';

/** A glyph of the store drawn again at another place in a wider box. Font units. */
export interface WideForm {
  readonly glyph: number;
  readonly shift: number;
  readonly advance: number;
}

export interface FontSubset {
  readonly bytes: Uint8Array;
  /** Glyph of the store to glyph of the subset. */
  readonly numberOf: ReadonlyMap<number, number>;
  /** Glyph of the subset for each of the wide forms. */
  readonly formNumbers: readonly number[];
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

interface Metrics {
  readonly advance: number;
  readonly bearing: number;
}

/** Metrics of all glyphs; the trailing ones that share an advance, as Han does, are kept as bearings only. */
const metricsTable = (glyphs: readonly Metrics[]): { hmtx: Uint8Array; full: number } => {
  const last = glyphs.at(-1)!.advance;
  let full = glyphs.length;
  while (full > 1 && glyphs[full - 2]!.advance === last) full--;
  const { bytes, view } = table(4 * full + 2 * (glyphs.length - full));
  glyphs.forEach(({ advance, bearing }, i) => {
    if (i < full) view.setUint16(4 * i, advance);
    view.setInt16(i < full ? 4 * i + 2 : 4 * full + 2 * (i - full), bearing);
  });
  return { hmtx: bytes, full };
};

const hheaTable = (store: TrueTypeGlyphs, glyphs: readonly Metrics[], full: number): Uint8Array => {
  const { facts } = store;
  const { bytes, view } = table(36);
  view.setUint32(0, 0x00010000);
  view.setInt16(4, facts.ascent);
  view.setInt16(6, facts.descent);
  view.setUint16(10, Math.max(...glyphs.map(({ advance }) => advance)));
  view.setInt16(12, facts.xMin);
  view.setInt16(16, facts.xMax);
  view.setInt16(18, 1); // caret upright
  view.setUint16(34, full);
  return bytes;
};

const maxpTable = (store: TrueTypeGlyphs, count: number, withForms: boolean): Uint8Array => {
  const { facts } = store;
  const { bytes, view } = table(32);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, facts.maxPoints);
  view.setUint16(8, facts.maxContours);
  /* A wide form is a composite of whatever it is a form of. */
  const of = (composite: number, simple: number) => (withForms ? Math.max(composite, simple) : composite);
  view.setUint16(10, of(facts.maxCompositePoints, facts.maxPoints));
  view.setUint16(12, of(facts.maxCompositeContours, facts.maxContours));
  view.setUint16(14, 2); // zones; what follows is for instructions, of which there are none
  view.setUint16(28, of(facts.maxComponentElements, 1));
  view.setUint16(30, facts.maxComponentDepth + (withForms ? 1 : 0));
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

/** A composite that draws one glyph of the subset, moved to the right; `record` is that glyph's own. */
const formRecord = (record: Uint8Array, number: number, shift: number): Uint8Array => {
  if (record.length === 0) return record;
  const { bytes, view } = table(18);
  const own = new DataView(record.buffer, record.byteOffset, record.byteLength);
  view.setInt16(0, -1);
  view.setInt16(2, own.getInt16(2) + shift);
  view.setInt16(4, own.getInt16(4));
  view.setInt16(6, own.getInt16(6) + shift);
  view.setInt16(8, own.getInt16(8));
  view.setUint16(10, 0x0003); // arguments are words, and distances
  view.setUint16(12, number);
  view.setInt16(14, shift);
  return bytes;
};

/** A font of these glyphs of the store, and of these forms of glyphs, which stand right behind .notdef. */
export const subsetFont = (
  store: TrueTypeGlyphs,
  wanted: Iterable<number>,
  forms: readonly WideForm[] = [],
): FontSubset => {
  const glyphs = closure(store, [...wanted, ...forms.map(({ glyph }) => glyph)]);
  const after = forms.length;
  const numberOf = new Map(glyphs.map((glyph, i) => [glyph, i === 0 ? 0 : i + after]));
  const records = store.outlines(glyphs).map((record) => renumberComponents(record, (g) => numberOf.get(g)!));
  const recordOf = (glyph: number) => records[numberOf.get(glyph)! === 0 ? 0 : numberOf.get(glyph)! - after]!;
  const [notdef, ...others] = records;
  const { glyf, loca } = outlineTables([
    notdef!,
    ...forms.map(({ glyph, shift }) => formRecord(recordOf(glyph), numberOf.get(glyph)!, shift)),
    ...others,
  ]);
  const metricsOf = (glyph: number): Metrics => ({
    advance: store.advance(glyph),
    bearing: store.sideBearing(glyph),
  });
  const metrics = [
    metricsOf(0),
    ...forms.map(({ glyph, shift, advance }) => ({ advance, bearing: store.sideBearing(glyph) + shift })),
    ...glyphs.slice(1).map(metricsOf),
  ];
  const { hmtx, full } = metricsTable(metrics);
  const bytes = assembleSfnt([
    ['glyf', glyf],
    ['head', headTable(store)],
    ['hhea', hheaTable(store, metrics, full)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxpTable(store, metrics.length, after > 0)],
  ]);
  return { bytes, numberOf, formNumbers: forms.map((_, i) => i + 1) };
};
