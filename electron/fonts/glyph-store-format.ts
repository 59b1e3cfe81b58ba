/**
 * The file form of a glyph store: all outlines of one face under one numbering, merged by the build step from
 * the web slices of the face, whose own glyph numbers mean nothing outside their slice.
 *
 * A header of fixed 32-bit words, then arrays that typed arrays read in place, then the `glyf` records one
 * after the other: a reader takes the index (a few hundred KB at most) and, by offset, the records it wants.
 * Little-endian, as every platform of Node is. Glyph 0 is .notdef.
 */

const MAGIC = 0x31534c47; // "GLS1"

/** What a subset and its FontDescriptor need to know of the whole font; lengths in font units. */
export interface FontFacts {
  readonly unitsPerEm: number;
  /** The typographic ones (OS/2), which for Chinese fonts enclose the em square. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Degrees counter-clockwise. */
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
  /** `maxp`: upper bounds over all slices. */
  readonly maxPoints: number;
  readonly maxContours: number;
  readonly maxCompositePoints: number;
  readonly maxCompositeContours: number;
  readonly maxComponentElements: number;
  readonly maxComponentDepth: number;
}

export interface GlyphIndex {
  readonly facts: FontFacts;
  /** Ascending. */
  readonly codePoints: Uint32Array;
  /** Glyph of each of `codePoints`. */
  readonly glyphs: Uint16Array;
  /** Where each glyph's record starts after the index; one more than there are glyphs. All even. */
  readonly offsets: Uint32Array;
  readonly advances: Uint16Array;
  readonly sideBearings: Int16Array;
}

const FACTS: readonly (keyof FontFacts)[] = [
  'unitsPerEm',
  'ascent',
  'descent',
  'capHeight',
  'italicAngle',
  'weight',
  'serif',
  'xMin',
  'yMin',
  'xMax',
  'yMax',
  'maxPoints',
  'maxContours',
  'maxCompositePoints',
  'maxCompositeContours',
  'maxComponentElements',
  'maxComponentDepth',
];
/** The italic angle has a fraction; it is kept in hundredths. */
const ANGLE_UNIT = 100;

/** Magic, glyph count, character count, then the facts. */
export const HEADER_BYTES = 4 * (3 + FACTS.length);

const aligned = (bytes: number): number => (bytes + 3) & ~3;

interface Places {
  readonly codePoints: number;
  readonly glyphs: number;
  readonly offsets: number;
  readonly advances: number;
  readonly sideBearings: number;
  readonly end: number;
}

const places = (glyphCount: number, characterCount: number): Places => {
  const codePoints = HEADER_BYTES;
  const offsets = codePoints + 4 * characterCount;
  const glyphs = offsets + 4 * (glyphCount + 1);
  const advances = aligned(glyphs + 2 * characterCount);
  const sideBearings = aligned(advances + 2 * glyphCount);
  return { codePoints, glyphs, offsets, advances, sideBearings, end: aligned(sideBearings + 2 * glyphCount) };
};

export const encodeGlyphStore = (index: GlyphIndex, records: Uint8Array): Uint8Array => {
  const glyphCount = index.advances.length;
  const at = places(glyphCount, index.codePoints.length);
  const bytes = new Uint8Array(at.end + records.length);
  const header = new Int32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header[0] = MAGIC;
  header[1] = glyphCount;
  header[2] = index.codePoints.length;
  FACTS.forEach((name, i) => {
    const value = Number(index.facts[name]);
    header[3 + i] = name === 'italicAngle' ? Math.round(value * ANGLE_UNIT) : value;
  });
  new Uint32Array(bytes.buffer, at.codePoints, index.codePoints.length).set(index.codePoints);
  new Uint32Array(bytes.buffer, at.offsets, glyphCount + 1).set(index.offsets);
  new Uint16Array(bytes.buffer, at.glyphs, index.glyphs.length).set(index.glyphs);
  new Uint16Array(bytes.buffer, at.advances, glyphCount).set(index.advances);
  new Int16Array(bytes.buffer, at.sideBearings, glyphCount).set(index.sideBearings);
  bytes.set(records, at.end);
  return bytes;
};

/** Length of header and arrays together, from the header's bytes. Throws where they are not a store's. */
export const indexBytes = (header: Uint8Array): number => {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new Error('not a glyph store');
  return places(view.getUint32(4, true), view.getUint32(8, true)).end;
};

/** Reads header and arrays in place; `buffer` holds at least `indexBytes`. */
export const decodeGlyphIndex = (buffer: ArrayBuffer): GlyphIndex => {
  const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  const glyphCount = header[1]!;
  const characterCount = header[2]!;
  const at = places(glyphCount, characterCount);
  const fact = (name: keyof FontFacts): number => header[3 + FACTS.indexOf(name)]!;
  return {
    facts: {
      unitsPerEm: fact('unitsPerEm'),
      ascent: fact('ascent'),
      descent: fact('descent'),
      capHeight: fact('capHeight'),
      italicAngle: fact('italicAngle') / ANGLE_UNIT,
      weight: fact('weight'),
      serif: fact('serif') === 1,
      xMin: fact('xMin'),
      yMin: fact('yMin'),
      xMax: fact('xMax'),
      yMax: fact('yMax'),
      maxPoints: fact('maxPoints'),
      maxContours: fact('maxContours'),
      maxCompositePoints: fact('maxCompositePoints'),
      maxCompositeContours: fact('maxCompositeContours'),
      maxComponentElements: fact('maxComponentElements'),
      maxComponentDepth: fact('maxComponentDepth'),
    },
    codePoints: new Uint32Array(buffer, at.codePoints, characterCount),
    glyphs: new Uint16Array(buffer, at.glyphs, characterCount),
    offsets: new Uint32Array(buffer, at.offsets, glyphCount + 1),
    advances: new Uint16Array(buffer, at.advances, glyphCount),
    sideBearings: new Int16Array(buffer, at.sideBearings, glyphCount),
  };
};
