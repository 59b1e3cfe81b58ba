/**
 * The outlines of one face, whatever they come from: a built-in face's glyph store or an editor's own font file.
 * What the PDF is written from. Lengths in font units; glyph 0 is .notdef.
 */
import type { FaceId } from '../../core/font/face.ts';
import type { CffFont } from './cff-font.ts';
import type { FontFacts } from './glyph-store-format.ts';

interface GlyphSource {
  readonly face: FaceId;
  readonly facts: FontFacts;
  /** All characters of the face, ascending. */
  readonly codePoints: Uint32Array;
  /** The glyph of a character; 0 where the face has none. */
  glyphOf(codePoint: number): number;
  advance(glyph: number): number;
}

export interface TrueTypeGlyphs extends GlyphSource {
  readonly kind: 'glyf';
  sideBearing(glyph: number): number;
  /** The `glyf` record of each glyph, without instructions, in the order asked; empty for a blank. */
  outlines(glyphs: readonly number[]): Uint8Array[];
}

export interface CffGlyphs extends GlyphSource {
  readonly kind: 'cff';
  readonly font: CffFont;
}

export type FaceGlyphs = TrueTypeGlyphs | CffGlyphs;
