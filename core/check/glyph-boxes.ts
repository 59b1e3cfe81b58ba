/**
 * Problem: how far apart two characters stand must be read from the page, whatever the typesetter says of itself.
 * Method: each glyph's origin and advance give the box of its ink, a mark's blank half left out (GB/T 15834 5.1:
 * stops fill the left half of their em, openers the right half); between two boxes lies a gap, and
 * docs/typesetting.md §2–§3 say how wide it is by nature.
 * Limits: horizontal lines only. Shares the classes of characters with the typesetter, nothing else.
 */
import { CharClass, classOf, isClosing, isWestern } from '../typeset/char-class.ts';

export interface Glyph {
  readonly codePoint: number;
  readonly class: CharClass;
  /** Edges of the box, points from the page's left. */
  readonly left: number;
  readonly right: number;
  /** What stands between the glyph before and this one in the text. */
  readonly space: 'none' | 'word' | 'full';
}

/** An advance above this is a full-width glyph, em. */
const FULL_WIDTH = 0.75;
const EN_DASH = 0x2013;
const APOSTROPHE = 0x2019;

const isWordish = (codePoint: number | undefined): boolean =>
  codePoint !== undefined &&
  (classOf(codePoint) === CharClass.Latin || classOf(codePoint) === CharClass.Digit);

const isSpace = (c: CharClass): boolean => c === CharClass.Space || c === CharClass.FullSpace;

/** Inner box of a glyph at the origin, em. */
const boxOf = (c: CharClass, codePoint: number, advance: number): readonly [number, number] => {
  const centred = (width: number): readonly [number, number] => [
    (advance - width) / 2,
    (advance + width) / 2,
  ];
  switch (c) {
    case CharClass.Opener:
      return advance > FULL_WIDTH ? [advance - 0.5, advance] : centred(0.5);
    case CharClass.Closer:
    case CharClass.Comma:
    case CharClass.Stop:
      return advance > FULL_WIDTH ? [0, 0.5] : centred(0.5);
    case CharClass.Interpunct:
      return centred(0.5);
    case CharClass.Connector:
      return codePoint === EN_DASH ? [0, advance] : centred(1);
    case CharClass.Dash:
    case CharClass.Ellipsis:
      return centred(1);
    case CharClass.Han:
      return centred(Math.max(1, advance));
    default:
      return [0, advance];
  }
};

/**
 * The glyphs of a line without its spaces.
 *
 * @param xs origins in points
 * @param advances in em; of a space any number
 */
export const boxGlyphs = (
  codePoints: readonly number[],
  xs: readonly number[],
  advances: readonly number[],
  size: number,
): readonly Glyph[] => {
  const glyphs: Glyph[] = [];
  let space: Glyph['space'] = 'none';
  codePoints.forEach((codePoint, i) => {
    let c = classOf(codePoint);
    if (isSpace(c)) {
      space = c === CharClass.FullSpace || space === 'full' ? 'full' : 'word';
      return;
    }
    /* An apostrophe or a slash within a word belongs to it. */
    if (
      (codePoint === APOSTROPHE || codePoint === 0x2f) &&
      isWordish(codePoints[i - 1]) &&
      isWordish(codePoints[i + 1])
    )
      c = CharClass.Latin;
    const [left, right] = boxOf(c, codePoint, advances[i]!);
    glyphs.push({
      codePoint,
      class: c,
      left: xs[i]! + left * size,
      right: xs[i]! + right * size,
      space,
    });
    space = 'none';
  });
  return glyphs;
};

/**
 * What two neighbours are to each other. `within`: of one word or one compound mark, or parted by a space;
 * `marks`: two marks of which one gives up its blank half; `after-mark`, `before-mark`: a mark's own blank half.
 */
export type Pair = 'within' | 'han' | 'marks' | 'after-mark' | 'before-mark' | 'han-latin' | 'plain';

const isExclaiming = (codePoint: number): boolean => codePoint === 0xff01 || codePoint === 0xff1f;

export const pairOf = (a: Glyph, b: Glyph): Pair => {
  if (b.space !== 'none') return 'within';
  const western = isWestern(a.class);
  if (western && isWestern(b.class)) return 'within';
  if (a.codePoint === b.codePoint && (a.class === CharClass.Dash || a.class === CharClass.Ellipsis))
    return 'within';
  if (isExclaiming(a.codePoint) && isExclaiming(b.codePoint)) return 'within';
  const opens = b.class === CharClass.Opener;
  if (isClosing(a.class)) return opens || isClosing(b.class) ? 'marks' : 'after-mark';
  if (opens) return a.class === CharClass.Opener ? 'marks' : 'before-mark';
  if (a.class === CharClass.Han && b.class === CharClass.Han) return 'han';
  if ((a.class === CharClass.Han && takesGap(b)) || (b.class === CharClass.Han && takesGap(a)))
    return 'han-latin';
  return 'plain';
};

/** Letters, numbers and their half-width signs; western punctuation and full-width signs have their own blank. */
const takesGap = (glyph: Glyph): boolean => {
  switch (glyph.class) {
    case CharClass.Digit:
      return true;
    case CharClass.Latin:
      return /[\p{L}\p{N}]/u.test(String.fromCodePoint(glyph.codePoint));
    case CharClass.Suffix:
    case CharClass.Prefix:
      return glyph.codePoint < 0xff00;
    default:
      return false;
  }
};

/** Width of the gap by nature, em; null where the rules leave it to the word or the space. */
export const naturalGap = (a: Glyph, b: Glyph, hanLatin: number): number | null => {
  switch (pairOf(a, b)) {
    case 'within':
      return null;
    case 'marks':
      /* 2 em become 1½: closer and opener keep one blank half between them. */
      return isClosing(a.class) && b.class === CharClass.Opener ? 0.5 : 0;
    case 'after-mark':
    case 'before-mark':
      return 0.5;
    case 'han-latin':
      return hanLatin;
    case 'han':
    case 'plain':
      return 0;
  }
};

/** Marks do not count as characters where one stands alone in a line. */
export const isMark = (c: CharClass): boolean => c >= CharClass.Opener && c <= CharClass.Connector;
