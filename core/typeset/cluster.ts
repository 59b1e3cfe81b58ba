/**
 * Characters that nothing may part, as atoms: a word, a number with its signs, `——`, `……`, `？！`, one Han, one mark.
 * A mark's box is its inked half (½ em); its blank half is gap (space.ts). Pure.
 */
import { CharClass, HYPHEN, isWestern } from './char-class.ts';
import type { Classified } from './classify.ts';
import { isParted } from './invisible.ts';

export const HALF = 0.5;

/** Spaces after an atom. They live in its gap. */
export const SpaceAfter = { None: 0, Word: 1, Full: 2 } as const;

export interface Clustered {
  readonly count: number;
  /** First code point of each atom; one longer. */
  readonly start: Uint32Array;
  /** Box width, em. */
  readonly width: Float64Array;
  readonly widest: number;
  readonly hasDashes: boolean;
  /** Class of each atom's first and last character. */
  readonly firstClass: Uint8Array;
  readonly lastClass: Uint8Array;
  readonly spaceAfter: Uint8Array;
  /** 1 for the characters of a word that was opened up because no line holds it. */
  readonly opened: Uint8Array;
  /** Position of each code point's glyph within its atom, em. */
  readonly glyphX: Float64Array;
}

export const cluster = (text: Classified, widestWord: number): Clustered => {
  const { codePoints, classes, advance } = text;
  const count = codePoints.length;
  const start = new Uint32Array(count + 1);
  const width = new Float64Array(count);
  const glyphX = new Float64Array(count);
  const firstClass = new Uint8Array(count);
  const lastClass = new Uint8Array(count);
  const spaceAfter = new Uint8Array(count);
  const opened = new Uint8Array(count);
  let openedUntil = 0;
  let addressUntil = 0;
  let atoms = 0;
  let widest = 0;
  let hasDashes = false;

  for (let i = 0; i < count; ) {
    const c = classes[i]! as CharClass;
    const first = i;
    let box = 0;
    switch (c) {
      case CharClass.Space:
      case CharClass.FullSpace: {
        const kind = c === CharClass.FullSpace ? SpaceAfter.Full : SpaceAfter.Word;
        if (atoms > 0) {
          glyphX[i] = width[atoms - 1]!;
          spaceAfter[atoms - 1] = Math.max(spaceAfter[atoms - 1]!, kind);
          i++;
          continue;
        }
        /* Leading spaces open an atom of no width, so that every character has its place. */
        i++;
        spaceAfter[atoms] = kind;
        break;
      }
      case CharClass.Opener:
        if (atoms > 0 && spaceAfter[atoms - 1] !== SpaceAfter.None) drawBackSpaces(classes, glyphX, i);
        glyphX[i] = advance[i]! > 0.75 ? -HALF : (HALF - advance[i]!) / 2;
        box = HALF;
        i++;
        break;
      case CharClass.Closer:
      case CharClass.Comma:
      case CharClass.Stop:
        glyphX[i] = advance[i]! > 0.75 ? 0 : (HALF - advance[i]!) / 2;
        box = HALF;
        i++;
        if (!isShout(codePoints[first]!)) break;
        /* ？！ two together stand in one em, three in two (docs/typesetting.md §2). */
        for (; i < count && i - first < 3 && isShout(codePoints[i]!); i++) {
          glyphX[i] = box;
          box += HALF;
        }
        if (i - first === 3) box = 2;
        break;
      case CharClass.Interpunct:
        /* ／ fills its em: in half of it, it would strike its neighbours. */
        box = codePoints[i] === WIDE_SOLIDUS ? advance[i]! : HALF;
        glyphX[i] = (box - advance[i]!) / 2;
        i++;
        break;
      case CharClass.Dash:
      case CharClass.Ellipsis: {
        if (c === CharClass.Dash) hasDashes = true;
        const codePoint = codePoints[i]!;
        do {
          /* ⸺ is two em wide by itself. */
          const own = Math.max(1, advance[i]!);
          glyphX[i] = box + (own - advance[i]!) / 2;
          box += own;
          i++;
        } while (i < count && codePoints[i] === codePoint && i - first < 2);
        break;
      }
      case CharClass.Connector:
        /* An en dash between numbers is Latin; — and ～ take their em. */
        box = codePoints[i] === 0x2013 ? advance[i]! : 1;
        glyphX[i] = (box - advance[i]!) / 2;
        i++;
        break;
      case CharClass.Latin:
      case CharClass.Digit:
      case CharClass.Suffix:
      case CharClass.Prefix:
        if (first >= addressUntil) addressUntil = addressEnd(text, first);
        if (first >= openedUntil) openedUntil = openedEnd(text, first, widestWord, addressUntil);
        do {
          glyphX[i] = box;
          box += codePoints[i] === APOSTROPHE ? Math.min(advance[i]!, APOSTROPHE_WIDTH) : advance[i]!;
          i++;
        } while (
          i < count &&
          i >= openedUntil &&
          isWestern(classes[i]! as CharClass) &&
          !partsWord(text, i, addressUntil)
        );
        opened[atoms] = first < openedUntil ? 1 : 0;
        break;
      default:
        box = Math.max(1, advance[i]!);
        glyphX[i] = (box - advance[i]!) / 2;
        i++;
    }
    start[atoms] = first;
    width[atoms] = box;
    firstClass[atoms] = c;
    lastClass[atoms] = classes[i - 1]!;
    if (box > widest) widest = box;
    atoms++;
  }
  start[atoms] = count;
  return { count: atoms, start, width, widest, hasDashes, firstClass, lastClass, spaceAfter, opened, glyphX };
};

/** Within a word the Chinese face's full-width ’ keeps the room of its ink, which is at the left of its em. */
const APOSTROPHE = 0x2019;
const APOSTROPHE_WIDTH = 0.3;

/** The blank of an opener reaches to the left over the spaces before it: positions never run backwards. */
const drawBackSpaces = (classes: Uint8Array, glyphX: Float64Array, end: number): void => {
  let first = end;
  while (classes[first - 1] === CharClass.Space || classes[first - 1] === CharClass.FullSpace) first--;
  const x = Math.max(first > 0 ? glyphX[first - 1]! : -HALF, glyphX[first]! - HALF);
  glyphX.fill(x, first, end);
};

const SOLIDUS = 0x2f;
const WIDE_SOLIDUS = 0xff0f;

/** `！` and `？`, which close up when two or three stand together. */
const isShout = (codePoint: number): boolean => codePoint === 0xff01 || codePoint === 0xff1f;

/** A line may end after the hyphen of 2020-2021: each number stays whole (GB/T 15835). */
const followsHyphen = ({ codePoints, classes }: Classified, at: number): boolean =>
  codePoints[at - 1] === HYPHEN && classes[at] === CharClass.Digit && classes[at - 2] === CharClass.Digit;

/** A line may end within an address after one of these; the address itself shows no break. */
const endsAddressPart = (codePoint: number): boolean =>
  codePoint === 0x40 || codePoint === 0x2e || codePoint === 0x2f || codePoint === 0x3f || codePoint === 0x26;

const startsWithWww = (codePoints: Uint32Array, start: number): boolean =>
  [0x77, 0x77, 0x77, 0x2e].every((codePoint, i) => codePoints[start + i] === codePoint);

/** End of the word at `start` if it is an e-mail or web address, else `start`. */
const addressEnd = ({ codePoints, classes }: Classified, start: number): number => {
  let end = start;
  let address = startsWithWww(codePoints, start);
  while (end < codePoints.length && isWestern(classes[end]! as CharClass)) {
    if (codePoints[end] === 0x40 || (codePoints[end] === 0x2f && codePoints[end - 1] === 0x2f))
      address = true;
    end++;
  }
  return address ? end : start;
};

/** True where the word that reaches to `at` may end a line there as it is. */
const partsWord = (text: Classified, at: number, addressUntil: number): boolean =>
  followsHyphen(text, at) ||
  isParted(text.aside, text.classes, at) ||
  (at < addressUntil && endsAddressPart(text.codePoints[at - 1]!) && text.codePoints[at] !== SOLIDUS);

/** End of the unbroken piece at `start` if it is wider than `widest` em, else `start`: nothing is opened up. */
const openedEnd = (text: Classified, start: number, widest: number, addressUntil: number): number => {
  if (widest === Number.POSITIVE_INFINITY) return start;
  const { codePoints, classes, advance } = text;
  let end = start;
  let width = 0;
  do width += advance[end++]!;
  while (
    end < codePoints.length &&
    isWestern(classes[end]! as CharClass) &&
    !partsWord(text, end, addressUntil)
  );
  return width > widest ? end : start;
};
