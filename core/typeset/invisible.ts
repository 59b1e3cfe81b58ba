/**
 * Problem: some characters are never seen: variation selectors after a Han character (葛 with U+E0100), zero-width
 * spaces and joiners, the soft hyphen, direction marks. They must not print, and must not part or space their
 * neighbours, but they are in the story's text, and every offset counts them.
 * Method: they are set aside before the text is analysed, which then sees neighbours as neighbours, and are put back
 * without width into the atom before them. U+200B lets a word end a line, U+2060 and U+FEFF keep two characters
 * together (Unicode Standard Annex 14); the others say nothing of lines. Where a line is drawn they are left out.
 * Limits: a variant form that a selector asks for is not looked up: the base character's own form prints.
 */
import { CharClass } from './char-class.ts';

const ZERO_WIDTH_SPACE = 0x200b;
const WORD_JOINER = 0x2060;
const ZERO_WIDTH_NO_BREAK_SPACE = 0xfeff;

export const isInvisible = (codePoint: number): boolean =>
  codePoint === 0xad ||
  codePoint === 0x61c ||
  (codePoint >= ZERO_WIDTH_SPACE && codePoint <= 0x200f) ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= WORD_JOINER && codePoint <= 0x2069) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  codePoint === ZERO_WIDTH_NO_BREAK_SPACE ||
  (codePoint >= 0xe0100 && codePoint <= 0xe01ef);

/** By UTF-16 unit; 0xDB40 leads U+E0100–E01EF, and little else that anybody writes. */
const MAY_BE = /[\ufe00-\ufe0f]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\udb40]/;

export const mayHaveInvisible = (text: string): boolean => MAY_BE.test(text);

/** A text's code points with their UTF-16 offsets (one longer). */
export interface Decoded {
  readonly codePoints: Uint32Array;
  readonly offsets: Uint32Array;
}

/** What was taken out of a text, and where the rest stood. */
export interface Aside extends Decoded {
  /** Of each visible character its index among all. */
  readonly places: Uint32Array;
}

/** The visible characters by themselves; null where there are none but them, or none at all. */
export const setAside = (all: Decoded): { readonly visible: Decoded; readonly aside: Aside } | null => {
  const count = all.codePoints.length;
  const places = new Uint32Array(count);
  let seen = 0;
  for (let i = 0; i < count; i++) if (!isInvisible(all.codePoints[i]!)) places[seen++] = i;
  if (seen === 0 || seen === count) return null;
  const own = places.subarray(0, seen);
  const offsets = new Uint32Array(seen + 1);
  own.forEach((place, i) => {
    offsets[i] = all.offsets[place]!;
  });
  offsets[seen] = all.offsets[count]!;
  return {
    visible: { codePoints: Uint32Array.from(own, (place) => all.codePoints[place]!), offsets },
    aside: { ...all, places: own },
  };
};

const stands = (
  { codePoints, places }: Aside,
  at: number,
  wanted: (codePoint: number) => boolean,
): boolean => {
  for (let i = at > 0 ? places[at - 1]! + 1 : 0; i < places[at]!; i++)
    if (wanted(codePoints[i]!)) return true;
  return false;
};

/** True where visible character `at` must stay on the line of the one before it. */
export const isJoined = (aside: Aside | null, at: number): boolean =>
  aside !== null && stands(aside, at, (c) => c === WORD_JOINER || c === ZERO_WIDTH_NO_BREAK_SPACE);

const isNumber = (c: number | undefined): boolean =>
  c === CharClass.Digit || c === CharClass.Suffix || c === CharClass.Prefix;

/** True where a word may end a line before visible character `at`; a number stays whole (GB/T 15835). */
export const isParted = (aside: Aside | null, classes: Uint8Array, at: number): boolean =>
  aside !== null &&
  stands(aside, at, (c) => c === ZERO_WIDTH_SPACE) &&
  !(isNumber(classes[at - 1]) && isNumber(classes[at])) &&
  !isJoined(aside, at);

/** What an analysis has of its characters; `faceIndex` is by character, `start` by atom (one longer). */
interface Characters extends Decoded {
  readonly faceIndex: Uint8Array;
  readonly glyphX: Float64Array;
  readonly scripts: Uint8Array | null;
  readonly start: Uint32Array;
}

/**
 * The characters with the invisible ones put back: each stands where the one before it does. `face` is a face index
 * of their own, so that they are runs of their own.
 */
export const putBack = (visible: Characters, atoms: number, aside: Aside, face: number): Characters => {
  const { codePoints, offsets, places } = aside;
  const count = codePoints.length;
  const faceIndex = new Uint8Array(count).fill(face);
  const glyphX = new Float64Array(count);
  const all = codePoints.slice();
  const scripts = visible.scripts && new Uint8Array(count);
  let x = visible.glyphX[0]!;
  let seen = 0;
  for (let i = 0; i < count; i++) {
    if (places[seen] === i) {
      x = visible.glyphX[seen]!;
      faceIndex[i] = visible.faceIndex[seen]!;
      all[i] = visible.codePoints[seen]!;
      if (scripts) scripts[i] = visible.scripts![seen]!;
      seen++;
    }
    glyphX[i] = x;
  }
  const start = new Uint32Array(atoms + 1);
  for (let a = 1; a < atoms; a++) start[a] = places[visible.start[a]!]!;
  start[atoms] = count;
  return { codePoints: all, offsets, faceIndex, glyphX, scripts, start };
};
