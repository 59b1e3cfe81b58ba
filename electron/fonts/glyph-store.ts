/**
 * A face's outlines on disk. Opening reads the index only; records are read by offset when asked for and kept,
 * since the next proof of an issue asks for the same characters. Wanted records that lie near one another are
 * read together: the store keeps the frequent characters side by side.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { FaceId } from '../../core/font/face.ts';
import type { TrueTypeGlyphs } from './glyph-source.ts';
import {
  decodeGlyphIndex,
  type FontFacts,
  type GlyphIndex,
  HEADER_BYTES,
  indexBytes,
} from './glyph-store-format.ts';

/** Reading so many bytes that nobody asked for costs about as much as one more system call. */
const NEAR = 16 * 1024;

export class GlyphStore implements TrueTypeGlyphs {
  readonly kind = 'glyf';
  private readonly records = new Map<number, Uint8Array>();

  private constructor(
    readonly face: FaceId,
    private readonly file: string,
    private readonly index: GlyphIndex,
    private readonly base: number,
  ) {}

  /** Throws where the file is absent or is no glyph store. */
  static open(face: FaceId, file: string): GlyphStore {
    const descriptor = openSync(file, 'r');
    try {
      const header = new Uint8Array(HEADER_BYTES);
      if (readSync(descriptor, header, 0, HEADER_BYTES, 0) < HEADER_BYTES)
        throw new Error(`cut short: ${file}`);
      const length = indexBytes(header);
      const buffer = new ArrayBuffer(length);
      if (readSync(descriptor, new Uint8Array(buffer), 0, length, 0) < length)
        throw new Error(`cut short: ${file}`);
      return new GlyphStore(face, file, decodeGlyphIndex(buffer), length);
    } finally {
      closeSync(descriptor);
    }
  }

  get facts(): FontFacts {
    return this.index.facts;
  }

  /** All characters of the face, ascending. */
  get codePoints(): Uint32Array {
    return this.index.codePoints;
  }

  /** The glyph of a character; 0, which is .notdef, where the face has none. */
  glyphOf(codePoint: number): number {
    const { codePoints, glyphs } = this.index;
    let low = 0;
    let high = codePoints.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = codePoints[middle]!;
      if (found === codePoint) return glyphs[middle]!;
      if (found < codePoint) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  /** Font units. */
  advance(glyph: number): number {
    return this.index.advances[glyph]!;
  }

  /** Font units. */
  sideBearing(glyph: number): number {
    return this.index.sideBearings[glyph]!;
  }

  /** The `glyf` record of each glyph, in the order asked; empty for a blank. */
  outlines(glyphs: readonly number[]): Uint8Array[] {
    const wanted = glyphs.filter((glyph) => !this.records.has(glyph)).sort((a, b) => a - b);
    if (wanted.length > 0) this.read(wanted);
    return glyphs.map((glyph) => this.records.get(glyph)!);
  }

  private read(ascending: readonly number[]): void {
    const { offsets } = this.index;
    const descriptor = openSync(this.file, 'r');
    try {
      for (let first = 0; first < ascending.length; ) {
        let last = first;
        while (
          last + 1 < ascending.length &&
          offsets[ascending[last + 1]!]! - offsets[ascending[last]! + 1]! <= NEAR
        )
          last++;
        const start = offsets[ascending[first]!]!;
        const bytes = new Uint8Array(offsets[ascending[last]! + 1]! - start);
        const got = readSync(descriptor, bytes, 0, bytes.length, this.base + start);
        if (got < bytes.length) throw new Error(`cut short: ${this.file}`);
        for (let i = first; i <= last; i++) {
          const glyph = ascending[i]!;
          this.records.set(glyph, bytes.subarray(offsets[glyph]! - start, offsets[glyph + 1]! - start));
        }
        first = last + 1;
      }
    } finally {
      closeSync(descriptor);
    }
  }
}
