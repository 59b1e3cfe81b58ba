import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflatedGlyphMap } from '../../../electron/pdf/glyph-map.ts';
import { codeLengths } from '../../../electron/pdf/huffman-codes.ts';

type Entry = readonly [code: number, glyph: number];

const mapOf = (glyphs: readonly Entry[]): Buffer => {
  const bytes = Buffer.alloc(2 * (glyphs.at(-1)![0] + 1));
  for (const [code, glyph] of glyphs) bytes.writeUInt16BE(glyph, 2 * code);
  return bytes;
};

const expectInflated = (glyphs: readonly Entry[]): void => {
  const deflated = deflatedGlyphMap(glyphs);
  const map = mapOf(glyphs);
  expect(inflateSync(deflated).equals(map)).toBe(true);
  expect(map.equals(unzlibSync(deflated))).toBe(true);
};

describe('the map from codes to glyphs', () => {
  it.each<readonly [string, readonly Entry[]]>([
    ['of the first code alone', [[0, 1]]],
    ['of the last code alone', [[0xffff, 0xffff]]],
    [
      'of a glyph whose number begins with a zero, ends with one, is zero',
      [
        [3, 7],
        [4, 0x100],
        [5, 0],
        [6, 0x101],
      ],
    ],
    ['of gaps of every length', Array.from({ length: 300 }, (_, i): Entry => [(i * (i + 1)) / 2, 0x101 + i])],
    ['of codes without a gap', Array.from({ length: 900 }, (_, i): Entry => [0x4e00 + i, i + 1])],
    ['of every code there is', Array.from({ length: 0x10000 }, (_, i): Entry => [i, i])],
  ])('%s is inflated to itself', (_, glyphs) => expectInflated(glyphs));

  it('is inflated to itself whatever stands in it', () => {
    const entries = fc
      .tuple(
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 0xffff })), { minLength: 1, maxLength: 400 }),
      )
      .map(([spread, steps]) => {
        let code = -1;
        return steps
          .map(([step, glyph]): Entry => {
            code += 1 + (step % spread);
            return [code, glyph];
          })
          .filter(([at]) => at <= 0xffff);
      })
      .filter((glyphs) => glyphs.length > 0);
    fc.assert(fc.property(entries, expectInflated));
  });
});

describe('prefix codes', () => {
  it('are never longer than the format allows, and waste nothing', () => {
    /* Counts like Fibonacci's numbers make the deepest tree. */
    const counts = [1, 1];
    while (counts.length < 40) counts.push(counts.at(-1)! + counts.at(-2)!);
    const lengths = codeLengths(counts, 15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  });
});
