/**
 * The codes by which content streams name characters: the character's own UTF-16 code, so that a page's stream
 * depends on nothing but the page, stays the same whatever else the issue prints, and even a character without
 * a glyph can be searched. The font maps codes to its glyphs (CIDToGIDMap).
 *
 * Characters beyond the BMP take the places that no character has there: the surrogates, then the private use
 * area as far as the face itself does not use it, in the order in which the face has them.
 */
import type { FaceGlyphs } from '../fonts/glyph-source.ts';

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const LAST_PRIVATE = 0xf8ff;
/** Stands for what cannot be named: lone surrogates, and characters beyond the BMP that the face lacks. */
const REPLACEMENT = 0xfffd;

const codesBeyondBmp = new WeakMap<FaceGlyphs, ReadonlyMap<number, number>>();

const assignCodes = (store: FaceGlyphs): ReadonlyMap<number, number> => {
  const known = codesBeyondBmp.get(store);
  if (known) return known;
  const codes = new Map<number, number>();
  let code = FIRST_SURROGATE;
  for (const character of store.codePoints) {
    if (character <= 0xffff) continue;
    while (store.glyphOf(code) !== 0) code++;
    if (code > LAST_PRIVATE) break;
    codes.set(character, code++);
  }
  codesBeyondBmp.set(store, codes);
  return codes;
};

/** The code of a character in a face: 16 bits. */
export const codeOf = (store: FaceGlyphs, character: number): number => {
  if (character > 0xffff) return assignCodes(store).get(character) ?? REPLACEMENT;
  return character >= FIRST_SURROGATE && character <= LAST_SURROGATE ? REPLACEMENT : character;
};

/** The character of each code that is not the character itself. */
export const charactersBeyondBmp = (store: FaceGlyphs): ReadonlyMap<number, number> =>
  new Map([...assignCodes(store)].map(([character, code]) => [code, character]));
