/**
 * What a break is to the sense of a headline, and what it costs beside the evenness of its lines: the story's stored
 * breaks and its spaces cost nothing or earn something, a mark's edge costs a little, a split word as much as lines of
 * 70 to 30, a torn number or quotation most. Pure.
 */
import type { Analysis } from './analysis.ts';
import { CharClass, classOf, isClosing, isWestern } from './char-class.ts';

/** Prices in squared em. */
const AFTER_SPACE = -6;
const AT_MARK = -2;
const PLAIN = 1;
/** Particles that belong to what stands before them: a line does not begin with one. */
const CLINGS_BACK = new Set([...'的了着过们等及和与性化者员会区市县省']);
const CLINGS_BACK_PRICE = 4;
/** Where breaks are stored, in squares of the even length. */
const SPACE_PER_EVEN = -0.3;
const MARK_PER_EVEN = -0.05;
/** Shares of a split word's price: the edge of a mark that is no stored break, a torn number or quotation. */
const UNSTORED_MARK = 0.35;
const TORN = 3;

export const Sense = { Space: 0, Stored: 1, Mark: 2, Split: 3, Torn: 4 } as const;
export type Sense = (typeof Sense)[keyof typeof Sense];
/** A mark's edge rather than a split word, three split words rather than one torn number. */
export const HARM: readonly number[] = [0, 0, 1, 3, 9];

/** 第: stays with its number. */
const ORDINAL = 0x7b2c;

/** What a break before each atom is to the sense of the headline. */
export const sensesOf = (
  analysis: Analysis,
  stored: ReadonlySet<number>,
  start: number,
): readonly Sense[] => {
  const senses: Sense[] = [];
  let open = 0;
  for (let to = 0; to < analysis.atomCount; to++) {
    const first = classOf(firstOf(analysis, to));
    if (first === CharClass.Closer) open = Math.max(0, open - 1);
    const last = to > 0 ? classOf(lastBefore(analysis, to)) : CharClass.Han;
    senses.push(
      last === CharClass.FullSpace || last === CharClass.Space
        ? Sense.Space
        : stored.has(start + analysis.offsets[analysis.atomStart[to]!]!)
          ? Sense.Stored
          : open > 0 || isWestern(last) || (isWestern(first) && lastBefore(analysis, to) === ORDINAL)
            ? Sense.Torn
            : isClosing(last) || first === CharClass.Opener || isWestern(first)
              ? Sense.Mark
              : Sense.Split,
    );
    if (first === CharClass.Opener) open++;
  }
  return senses;
};

const lastBefore = (analysis: Analysis, to: number): number =>
  analysis.codePoints[analysis.atomStart[to]! - 1]!;
export const firstOf = (analysis: Analysis, to: number): number =>
  analysis.codePoints[analysis.atomStart[to]!]!;

const isAfterSpace = (analysis: Analysis, to: number): boolean => {
  const left = classOf(lastBefore(analysis, to));
  return left === CharClass.FullSpace || left === CharClass.Space;
};

const isAtMark = (analysis: Analysis, to: number): boolean =>
  isClosing(classOf(lastBefore(analysis, to))) || classOf(firstOf(analysis, to)) === CharClass.Opener;

/** `even` is the even length, em; `splitPerEven` the price of a split word in squares of it. */
export const sensePrice = (
  analysis: Analysis,
  senses: readonly Sense[],
  to: number,
  even: number,
  splitPerEven: number,
): number => {
  const square = even ** 2;
  const split = splitPerEven * square;
  switch (senses[to]) {
    case Sense.Space:
      return Math.min(AFTER_SPACE, SPACE_PER_EVEN * square);
    case Sense.Stored:
      return isAtMark(analysis, to) ? Math.min(AT_MARK, MARK_PER_EVEN * square) : 0;
    case Sense.Mark:
      return UNSTORED_MARK * split;
    default:
      return (senses[to] === Sense.Torn ? TORN : 1) * split + evenPrice(analysis, to);
  }
};

/** Where no breaks are stored. */
export const evenPrice = (analysis: Analysis, to: number): number => {
  if (isAfterSpace(analysis, to)) return AFTER_SPACE;
  if (isAtMark(analysis, to)) return AT_MARK;
  return CLINGS_BACK.has(String.fromCodePoint(firstOf(analysis, to))) ? CLINGS_BACK_PRICE : PLAIN;
};
