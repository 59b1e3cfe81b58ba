/**
 * Whatever the bytes of a font file are, reading it gives a face or a FontRefusal and takes no long time: valid fonts are
 * cut short, and bits of them flipped. What was read is then subset too, since outlines are checked only then.
 */
import { describe, expect, it } from 'vitest';
import { FontRefusal } from '../../../electron/fonts/font-refusal.ts';
import { readUserFace, type UserFace } from '../../../electron/fonts/user-face.ts';
import { subsetCff } from '../../../electron/pdf/subset-cff.ts';
import { subsetFont } from '../../../electron/pdf/subset-font.ts';
import { BOXES, type BoxFont, boxFont, boxTables, collection, RARE } from './box-font.ts';

const COMPOSITE = {
  character: '二',
  box: [0, 0, 900, 900],
  advance: 1000,
  parts: [
    { glyph: 1, dx: 0, dy: 0 },
    { glyph: 1, dx: 0, dy: 600 },
  ],
} as const;

const FONTS: readonly BoxFont[] = [
  { glyphs: [...BOXES, RARE, COMPOSITE], cmapFormat: 12, chineseFamily: '方框' },
  { glyphs: BOXES, cmapFormat: 4 },
  { glyphs: BOXES.slice(3), cmapFormat: 6 },
  { glyphs: BOXES, outlines: 'cff' },
  { glyphs: [...BOXES, RARE], outlines: 'cid', cmapFormat: 12 },
];
const FILES = [...FONTS.map(boxFont), collection(FONTS.slice(0, 2).map(boxFont))];

const subset = ({ glyphs, table }: UserFace): void => {
  const wanted = [...table.codePoints].slice(0, 50);
  if (glyphs.kind === 'glyf') subsetFont(glyphs, wanted.map(glyphs.glyphOf));
  else
    subsetCff(
      glyphs.font,
      'AAAAAA+Box',
      new Map(wanted.filter((c) => c <= 0xffff).map((c) => [c, glyphs.glyphOf(c)])),
    );
};

/** True where the file was read, false where it was refused; anything else throws. */
const survives = (bytes: Uint8Array, index = 0): boolean => {
  try {
    const face = readUserFace(bytes, index, 'noise.ttf');
    subset(face);
    face.screenFont();
    return true;
  } catch (error) {
    if (!(error instanceof FontRefusal)) throw error;
    expect(error.message).toMatch(/^字体文件 noise\.ttf：.*。$/);
    return false;
  }
};

/** Numbers as good as random, the same in every run (a linear congruential generator, Numerical Recipes). */
const noise = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
};

describe('a font file', () => {
  it('is read when it is whole', () => {
    for (const file of FILES) expect(survives(file)).toBe(true);
    expect(survives(FILES.at(-1)!, 1)).toBe(true);
  });

  it('cut short anywhere is refused or read, and never crashes', () => {
    for (const file of FILES)
      for (let length = 0; length < file.length; length += 3) survives(file.subarray(0, length));
  });

  it('with flipped bits is refused or read, and never crashes', () => {
    const below = noise(20_261_121);
    let read = 0;
    for (const file of FILES)
      for (let trial = 0; trial < 1_500; trial++) {
        const bytes = file.slice();
        for (let flips = 1 + below(6); flips > 0; flips--)
          bytes[below(bytes.length)]! ^= trial % 3 === 0 ? 0xff : 1 << below(8);
        if (survives(bytes)) read++;
      }
    // The noise must reach past the first checks, or it proves nothing.
    expect(read).toBeGreaterThan(500);
  });

  it('whose tables are noise is refused or read, and never crashes', () => {
    const below = noise(7);
    for (const font of FONTS)
      for (const tag of boxTables(font).keys())
        for (let trial = 0; trial < 20; trial++)
          survives(
            boxFont({
              ...font,
              tables: { [tag]: Uint8Array.from({ length: 1 + below(200) }, () => below(256)) },
            }),
          );
  });

  it('of subroutines that call themselves ends', () => {
    const bytes = boxFont({ glyphs: BOXES, outlines: 'cff' });
    // The local subroutine: rmoveto, return. Made to call subroutine 0 without end.
    const at = bytes.findIndex((value, i) => value === 21 && bytes[i + 1] === 11);
    bytes[at] = 32;
    bytes[at + 1] = 10;
    expect(survives(bytes)).toBe(false);
  });
});
