/**
 * What a break is to the sense of a headline, and what it costs beside the evenness of its lines: the story's stored
 * breaks and its spaces cost nothing or earn something, a mark's edge costs a little, a split word as much as lines of
 * 70 to 30, a torn number or quotation most. Pure.
 */
import type { Analysis } from './analysis.ts';
import { CharClass, classOf, isClosing, isWestern } from './char-class.ts';
import { isInvisible } from './invisible.ts';

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

/** A place where a line may end: the characters on both sides of it, and the offset of the second. */
export interface Place {
  readonly last: number;
  readonly first: number;
  readonly offset: number;
}

/** What a break before each atom is to the sense of the headline. */
export const sensesOf = (analysis: Analysis, stored: ReadonlySet<number>, start: number): readonly Sense[] =>
  sensesAt(
    Array.from({ length: analysis.atomCount }, (_, to) => placeBefore(analysis, to, start)),
    stored,
  );

/** What a break at each of a text's places is; the first is the text's start. */
export const sensesAt = (places: readonly Place[], stored: ReadonlySet<number>): readonly Sense[] => {
  const senses: Sense[] = [];
  let open = 0;
  places.forEach((place, i) => {
    const first = classOf(place.first);
    if (first === CharClass.Closer) open = Math.max(0, open - 1);
    const last = i > 0 ? classOf(place.last) : CharClass.Han;
    senses.push(
      last === CharClass.FullSpace || last === CharClass.Space
        ? Sense.Space
        : stored.has(place.offset)
          ? Sense.Stored
          : open > 0 || isWestern(last) || (isWestern(first) && place.last === ORDINAL)
            ? Sense.Torn
            : isClosing(last) || first === CharClass.Opener || isWestern(first)
              ? Sense.Mark
              : Sense.Split,
    );
    if (first === CharClass.Opener) open++;
  });
  return senses;
};

const placeBefore = (analysis: Analysis, to: number, start = 0): Place => {
  const at = analysis.atomStart[to]!;
  let last = at - 1;
  while (last > 0 && isInvisible(analysis.codePoints[last]!)) last--;
  return {
    last: analysis.codePoints[last] ?? 0,
    first: firstOf(analysis, to),
    offset: start + analysis.offsets[at]!,
  };
};

/** The first character of an atom that is seen. */
export const firstOf = (analysis: Analysis, to: number): number => {
  let at = analysis.atomStart[to]!;
  while (at + 1 < analysis.atomStart[to + 1]! && isInvisible(analysis.codePoints[at]!)) at++;
  return analysis.codePoints[at]!;
};

const isAfterSpace = ({ last }: Place): boolean => {
  const left = classOf(last);
  return left === CharClass.FullSpace || left === CharClass.Space;
};

const isAtMark = ({ last, first }: Place): boolean =>
  isClosing(classOf(last)) || classOf(first) === CharClass.Opener;

/** `even` is the even length, em; `splitPerEven` the price of a split word in squares of it. */
export const sensePrice = (
  analysis: Analysis,
  senses: readonly Sense[],
  to: number,
  even: number,
  splitPerEven: number,
): number => priceAt(placeBefore(analysis, to), senses[to]!, even, splitPerEven);

/** The same for a place by itself. */
export const priceAt = (place: Place, sense: Sense, even: number, splitPerEven: number): number => {
  const square = even ** 2;
  const split = splitPerEven * square;
  switch (sense) {
    case Sense.Space:
      return Math.min(AFTER_SPACE, SPACE_PER_EVEN * square);
    case Sense.Stored:
      return isAtMark(place) ? Math.min(AT_MARK, MARK_PER_EVEN * square) : 0;
    case Sense.Mark:
      return UNSTORED_MARK * split;
    default:
      return (sense === Sense.Torn ? TORN : 1) * split + plainPrice(place);
  }
};

/** Where no breaks are stored. */
export const evenPrice = (analysis: Analysis, to: number): number => plainPrice(placeBefore(analysis, to));

const plainPrice = (place: Place): number => {
  if (isAfterSpace(place)) return AFTER_SPACE;
  if (isAtMark(place)) return AT_MARK;
  return CLINGS_BACK.has(String.fromCodePoint(place.first)) ? CLINGS_BACK_PRICE : PLAIN;
};
