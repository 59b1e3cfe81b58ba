/**
 * Merges the slices of one face into one table of advances and one glyph store. Slices overlap and number
 * their glyphs each in its own way: a character is taken from one slice only, the one a browser would take,
 * and its glyph, with what a composite draws, gets a number that holds for the whole store.
 *
 * Checked on the way: slices that share a character give it the same advance; Han is one em wide. Two rare
 * characters of LXGW WenKai (霝 999, 巟 977 units) are drawn a little narrow: they are given the em that the
 * grid of a Chinese line takes for granted.
 */
import type { BuiltInFace, FaceTable } from '../../core/font/face.ts';
import {
  componentGlyphs,
  renumberComponents,
  withoutInstructions,
} from '../../electron/fonts/glyf-record.ts';
import { encodeGlyphStore, type FontFacts } from '../../electron/fonts/glyph-store-format.ts';
import type { SliceRule } from './fontsource-css.ts';
import type { SliceFont } from './woff.ts';

export interface Slice {
  readonly rule: SliceRule;
  readonly font: SliceFont;
}

export interface MergedFace {
  readonly table: FaceTable;
  readonly store: Uint8Array;
  /** Which characters each slice sets, ascending; in the order of the slices given. */
  readonly charactersOf: readonly (readonly number[])[];
}

interface Claim {
  readonly slice: number;
  readonly glyph: number;
}

/** How far from one em a Han character may be drawn and still be given one em. */
const NARROWEST_HAN = 0.97;

const isHan = (c: number): boolean => (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);

const claimCharacters = (face: BuiltInFace, slices: readonly Slice[]): Map<number, Claim> => {
  const claims = new Map<number, Claim>();
  slices.forEach(({ rule, font }, slice) => {
    const claim = (character: number): void => {
      const glyph = font.cmap.get(character);
      if (glyph === undefined) return;
      const before = claims.get(character);
      const advance = font.advance(glyph);
      const name = `${face.id} U+${character.toString(16)}`;
      if (before && slices[before.slice]!.font.advance(before.glyph) !== advance)
        throw new Error(
          `${name}: ${font.file} gives another advance than ${slices[before.slice]!.font.file}`,
        );
      const em = font.head.getUint16(18);
      if (isHan(character) && (advance > em || advance < NARROWEST_HAN * em))
        throw new Error(`${name} is ${advance} units wide, not one em: ${font.file}`);
      claims.set(character, { slice, glyph });
    };
    if (rule.ranges === null) for (const character of font.cmap.keys()) claim(character);
    else for (const [first, last] of rule.ranges) for (let c = first; c <= last; c++) claim(c);
  });
  // A few characters (∋ ≅) stand in slices whose declared range lacks them.
  slices.forEach(({ font }, slice) => {
    for (const [character, glyph] of font.cmap)
      if (!claims.has(character)) claims.set(character, { slice, glyph });
  });
  return claims;
};

const factsOf = (face: BuiltInFace, slices: readonly Slice[]): FontFacts => {
  const { head, os2, post } = slices.at(-1)!.font;
  const most = (at: number) => Math.max(...slices.map(({ font }) => font.maxp.getUint16(at)));
  return {
    unitsPerEm: head.getUint16(18),
    ascent: os2.getInt16(68),
    descent: os2.getInt16(70),
    capHeight: os2.getInt16(88),
    italicAngle: post.getInt32(4) / 0x10000,
    weight: face.weight,
    // PANOSE family 2 (Latin text), serif style 2–10: with serifs; 11 and above: without.
    serif: os2.getUint8(32) === 2 && os2.getUint8(33) >= 2 && os2.getUint8(33) <= 10,
    xMin: head.getInt16(36),
    yMin: head.getInt16(38),
    xMax: head.getInt16(40),
    yMax: head.getInt16(42),
    maxPoints: most(6),
    maxContours: most(8),
    maxCompositePoints: most(10),
    maxCompositeContours: most(12),
    maxComponentElements: most(28),
    maxComponentDepth: most(30),
  };
};

/** Numbers glyphs as they are asked for and keeps their outlines, components after those that draw them. */
class GlyphCollector {
  private readonly numbers = new Map<string, number>();
  readonly sources: Claim[] = [];

  constructor(private readonly slices: readonly Slice[]) {}

  number(slice: number, glyph: number): number {
    const key = `${slice}/${glyph}`;
    let found = this.numbers.get(key);
    if (found === undefined) {
      found = this.sources.length;
      this.numbers.set(key, found);
      this.sources.push({ slice, glyph });
    }
    return found;
  }

  private outline({ slice, glyph }: Claim): Uint8Array {
    const record = withoutInstructions(this.slices[slice]!.font.record(glyph));
    return renumberComponents(record, (component) => this.number(slice, component));
  }

  /** The records one after another, each at an even offset as `loca` wants it. */
  pack(): { readonly records: Uint8Array; readonly offsets: Uint32Array } {
    const outlines: Uint8Array[] = [];
    // Grows while it runs: reading a composite numbers its components.
    for (let i = 0; i < this.sources.length; i++) outlines.push(this.outline(this.sources[i]!));
    if (outlines.length > 0xffff) throw new Error(`${outlines.length} glyphs in one store`);
    const offsets = new Uint32Array(outlines.length + 1);
    outlines.forEach((outline, i) => {
      offsets[i + 1] = offsets[i]! + ((outline.length + 1) & ~1);
    });
    const records = new Uint8Array(offsets.at(-1)!);
    outlines.forEach((outline, i) => {
      records.set(outline, offsets[i]!);
      if (componentGlyphs(outline).some((g) => g >= outlines.length))
        throw new Error(`lost component of glyph ${i}`);
    });
    return { records, offsets };
  }
}

const EM_DASH = 0x2014;

/** Slices in the style sheet's order: of two that have a character, the later sets it. */
export const mergeSlices = (face: BuiltInFace, slices: readonly Slice[]): MergedFace => {
  const claims = claimCharacters(face, slices);
  const facts = factsOf(face, slices);
  const codePoints = Uint32Array.from(claims.keys()).sort();
  const charactersOf: number[][] = slices.map(() => []);
  for (const character of codePoints) charactersOf[claims.get(character)!.slice]!.push(character);

  const collector = new GlyphCollector(slices);
  collector.number(slices.length - 1, 0);
  // The packages put frequent characters last; the store puts them first and side by side.
  for (let slice = slices.length - 1; slice >= 0; slice--)
    for (const character of charactersOf[slice]!) collector.number(slice, claims.get(character)!.glyph);
  const glyphs = Uint16Array.from(codePoints, (c) => {
    const claim = claims.get(c)!;
    return collector.number(claim.slice, claim.glyph);
  });
  const { records, offsets } = collector.pack();
  const advances = Uint16Array.from(collector.sources, ({ slice, glyph }) =>
    slices[slice]!.font.advance(glyph),
  );
  codePoints.forEach((character, i) => {
    if (isHan(character)) advances[glyphs[i]!] = facts.unitsPerEm;
  });
  const sideBearings = Int16Array.from(collector.sources, ({ slice, glyph }) =>
    slices[slice]!.font.sideBearing(glyph),
  );
  const dash = claims.get(EM_DASH);
  const dashRecord = dash && slices[dash.slice]!.font.record(dash.glyph);
  const edge = (at: number): number =>
    dashRecord && dashRecord.length > at + 1
      ? new DataView(dashRecord.buffer, dashRecord.byteOffset).getInt16(at)
      : 0;
  const table: FaceTable = {
    id: face.id,
    unitsPerEm: facts.unitsPerEm,
    ascent: facts.ascent,
    descent: facts.descent,
    dashBottom: edge(4),
    dashTop: edge(8),
    codePoints,
    advances: Uint16Array.from(glyphs, (glyph) => advances[glyph]!),
  };
  const store = encodeGlyphStore({ facts, codePoints, glyphs, offsets, advances, sideBearings }, records);
  return { table, store, charactersOf };
};
