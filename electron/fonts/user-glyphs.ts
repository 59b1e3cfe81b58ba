/**
 * The outlines of an editor's own font file, kept in memory, in the form that the PDF is written from. A record
 * is checked when it is asked for: checking all 30,000 of a Chinese font for the twenty of a headline would
 * cost more than the page.
 */
import type { FaceId } from '../../core/font/face.ts';
import type { CffFont } from './cff-font.ts';
import type { CharacterMap } from './cmap.ts';
import { readingFont, slice, viewOf } from './font-refusal.ts';
import { componentGlyphs, withoutInstructions } from './glyf-record.ts';
import type { GlyphMetrics } from './glyph-metrics.ts';
import type { CffGlyphs, TrueTypeGlyphs } from './glyph-source.ts';
import type { FontFacts } from './glyph-store-format.ts';

/** What both kinds of outlines have in common. */
export interface UserGlyphsBase {
  readonly face: FaceId;
  readonly file: string;
  readonly facts: FontFacts;
  readonly characters: CharacterMap;
  readonly metrics: GlyphMetrics;
}

const sourceOf = ({ face, facts, characters, metrics }: UserGlyphsBase) => {
  const { codePoints, glyphs } = characters;
  const glyphOfCharacter = new Map<number, number>();
  codePoints.forEach((character, i) => {
    glyphOfCharacter.set(character, glyphs[i]!);
  });
  return {
    face,
    facts,
    codePoints,
    glyphOf: (character: number): number => glyphOfCharacter.get(character) ?? 0,
    advance: metrics.advance,
  };
};

/** Each glyph's record in `glyf`, checked against the file. */
export type GlyfRecords = (glyph: number) => Uint8Array;

/** @param locaLong `indexToLocFormat` of `head` */
export const readGlyfRecords = (
  glyf: Uint8Array,
  loca: Uint8Array,
  locaLong: boolean,
  glyphCount: number,
): GlyfRecords => {
  const view = viewOf(slice(loca, 0, (glyphCount + 1) * (locaLong ? 4 : 2)));
  const start = (glyph: number): number =>
    locaLong ? view.getUint32(4 * glyph) : 2 * view.getUint16(2 * glyph);
  return (glyph) => slice(glyf, start(glyph), start(glyph + 1) - start(glyph));
};

/** Records at even offsets, as `loca` of either form wants them. */
const even = (record: Uint8Array): Uint8Array => {
  if (record.length % 2 === 0) return record;
  const padded = new Uint8Array(record.length + 1);
  padded.set(record);
  return padded;
};

export const trueTypeGlyphs = (
  base: UserGlyphsBase,
  record: GlyfRecords,
  glyphCount: number,
): TrueTypeGlyphs => {
  const outline = (glyph: number): Uint8Array => {
    const bare = withoutInstructions(record(glyph));
    for (const component of componentGlyphs(bare))
      if (component >= glyphCount) throw new RangeError(`component ${component} of ${glyphCount}`);
    return even(bare);
  };
  return {
    kind: 'glyf',
    ...sourceOf(base),
    sideBearing: base.metrics.sideBearing,
    outlines: (glyphs) => readingFont(base.file, () => glyphs.map(outline)),
  };
};

export const cffGlyphs = (base: UserGlyphsBase, font: CffFont): CffGlyphs => ({
  kind: 'cff',
  ...sourceOf(base),
  font,
});
