/**
 * Problem: a CIDToGIDMap has two bytes for each of 65,000 codes, nearly all of them zero, and a page's six to eight faces
 * have one each. A general compressor looks at every byte, which takes half as long as the glyphs themselves.
 * Method: the deflated stream (RFC 1950, 1951) is written from the list of codes: one block with codes of its own,
 * values as literals, the zeros between them as repetitions of the byte before. What an inflater makes of it is the map.
 * Cost: the codes, not the bytes of the map.
 */
import { codeLengths, codesOf } from './huffman-codes.ts';

const END = 256;
const FIRST_LENGTH = 257;
const SYMBOLS = 286;
const LONGEST = 258;
const SHORTEST = 3;
/** RFC 1951, 3.2.5: shortest repetition of each length symbol, and the bits that say how much longer it is. */
const LENGTH_BASES = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
/** 3.2.7: the order in which the lengths of the code lengths' own code stand. */
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Bytes of a block's head at most: 19 lengths of 3 bits, and 288 of at most 7. */
const LONGEST_HEAD = 280;
const ADLER = 65521;
/** A token is a symbol, and above it the value of the bits that follow it. */
const EXTRA = 16;

/** The map's bytes as they are said, and their Adler-32 (RFC 1950). */
class MapTokens {
  readonly tokens: Uint32Array;
  count = 0;
  private low = 1;
  private high = 0;
  private last = -1;

  constructor(codes: number) {
    /* For each code two bytes and two stretches of zeros, of which all but the first and the last two are repetitions. */
    this.tokens = new Uint32Array(8 * codes + Math.ceil((2 * 0x10000) / LONGEST) + 1);
  }

  byte(value: number): void {
    this.tokens[this.count++] = value;
    this.low = (this.low + value) % ADLER;
    this.high = (this.high + this.low) % ADLER;
    this.last = value;
  }

  zeros(count: number): void {
    if (count === 0) return;
    let left = count;
    if (this.last !== 0) {
      this.byte(0);
      left--;
    }
    this.high = (this.high + left * this.low) % ADLER;
    for (; left >= LONGEST; left -= LONGEST) this.tokens[this.count++] = SYMBOLS - 1;
    if (left >= SHORTEST) {
      let at = 0;
      while (LENGTH_BASES[at + 1]! <= left) at++;
      this.tokens[this.count++] = FIRST_LENGTH + at + ((left - LENGTH_BASES[at]!) << EXTRA);
    } else for (; left > 0; left--) this.tokens[this.count++] = 0;
  }

  end(): void {
    this.tokens[this.count++] = END;
  }

  get adler(): readonly number[] {
    return [this.high >> 8, this.high & 0xff, this.low >> 8, this.low & 0xff];
  }
}

/** A CIDToGIDMap (ISO 32000-1, table 117), deflated. Codes ascend; at least one. */
export const deflatedGlyphMap = (glyphs: readonly (readonly [code: number, glyph: number])[]): Uint8Array => {
  const map = new MapTokens(glyphs.length);
  let next = 0;
  let zeros = 0;
  for (const [code, glyph] of glyphs) {
    zeros += 2 * (code - next);
    for (let value = glyph >> 8, byte = 0; byte < 2; value = glyph & 0xff, byte++)
      if (value === 0) zeros++;
      else {
        map.zeros(zeros);
        map.byte(value);
        zeros = 0;
      }
    next = code + 1;
  }
  map.zeros(zeros);
  map.end();
  return stream(map);
};

/** A stream of one block, with a code of its own (RFC 1951, 3.2.7). */
const stream = (map: MapTokens): Uint8Array => {
  const tokens = map.tokens.subarray(0, map.count);
  const counts = new Uint32Array(SYMBOLS);
  for (let i = 0; i < tokens.length; i++) counts[tokens[i]! & 0xffff]!++;
  const lengths = codeLengths(counts, 15);
  const codes = codesOf(lengths);
  /* Distance 1 is all that is used; a second one makes the code complete, which some inflaters want. */
  const said = Uint8Array.from([...lengths, 1, 1]);
  const lengthCounts = new Uint32Array(LENGTHS_ORDER.length);
  for (const length of said) lengthCounts[length]!++;
  const lengthLengths = codeLengths(lengthCounts, 7);
  const lengthCodes = codesOf(lengthLengths);

  const bytes = new Uint8Array(LONGEST_HEAD + 3 * tokens.length + 8);
  let at = 0;
  let pending = 0;
  let held = 0;
  const write = (value: number, bits: number): void => {
    pending |= value << held;
    for (held += bits; held >= 8; held -= 8) {
      bytes[at++] = pending & 0xff;
      pending >>>= 8;
    }
  };
  write(0x78, 8);
  write(0x9c, 8);
  write(1, 1);
  write(2, 2);
  write(SYMBOLS - FIRST_LENGTH, 5);
  write(2 - 1, 5);
  write(LENGTHS_ORDER.length - 4, 4);
  for (const length of LENGTHS_ORDER) write(lengthLengths[length]!, 3);
  for (const length of said) write(lengthCodes[length]!, lengthLengths[length]!);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const symbol = token & 0xffff;
    write(codes[symbol]!, lengths[symbol]!);
    /* The distance, one bit, is written with what says the length. */
    if (symbol >= FIRST_LENGTH) write(token >> EXTRA, LENGTH_BITS[symbol - FIRST_LENGTH]! + 1);
  }
  if (held > 0) write(0, 8 - held);
  bytes.set(map.adler, at);
  return bytes.slice(0, at + 4);
};
