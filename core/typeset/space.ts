/**
 * The gap after each atom: its width, how much it yields and at which step, how it grows, and whether a line may
 * end there (TYPESETTING.md §1–§3; CLREQ 3.1.6, 3.2; GB/T 15834 §5.1). Pure.
 */
import {
  CharClass,
  forbiddenAtEnd,
  forbiddenAtStart,
  isClosing,
  isWestern,
  isWesternClosing,
} from './char-class.ts';
import type { Classified } from './classify.ts';
import { type Clustered, HALF, SpaceAfter } from './cluster.ts';
import type { SetStyle } from './set-style.ts';

/** How a gap grows: not at all, as a word space, as a Han–Latin gap, or with all the others. */
export const Growth = { None: 0, WordSpace: 1, HanLatin: 2, Other: 3 } as const;

/** What an atom is in a line's fill: text, a mark, or a stop that may hang outside the measure. */
export const MarkKind = { Text: 0, Mark: 1, Hanging: 2 } as const;

/** Steps of compression, in the order in which they are used (TYPESETTING.md §3). */
export const SHRINK_STEPS = 6;

export interface Spaced {
  readonly gap: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkStep: Uint8Array;
  readonly growth: Uint8Array;
  readonly breakAfter: Uint8Array;
  readonly markKind: Uint8Array;
  readonly leadBlank: number;
}

const WORD_SPACE = 1 / 3;
const WORD_SPACE_LEAST = 0.25;
/** A space typed between a word and Han is a Han–Latin gap. */
const TYPED_SPACE = 0.25;

/** Steps of compression by what yields (TYPESETTING.md §3). Nothing uses the second: `·` is ½ em already. */
const Step = { WordSpace: 1, Interpunct: 2, Bracket: 3, Comma: 4, HanLatin: 5, Stop: 6 } as const;
const stepOf = (c: CharClass): number =>
  c === CharClass.Comma ? Step.Comma : c === CharClass.Stop ? Step.Stop : Step.Bracket;

/** Full-width digits: a number of several does not break. */
const isWideDigit = (codePoint: number): boolean => codePoint >= 0xff10 && codePoint <= 0xff19;

export const space = (text: Classified, atoms: Clustered, style: SetStyle): Spaced => {
  const { codePoints } = text;
  const { count, start, width, firstClass, lastClass, spaceAfter, opened } = atoms;
  const gap = new Float64Array(count);
  const shrink = new Float64Array(count);
  const shrinkStep = new Uint8Array(count);
  const growth = new Uint8Array(count);
  const breakAfter = new Uint8Array(count);
  const markKind = new Uint8Array(count);
  const { kinsoku, hanLatinGap, adjacentMarksInOneEm, stopsWhole } = style;

  for (let a = 0; a < count; a++) {
    const left = lastClass[a]! as CharClass;
    if (isClosing(left) || left === CharClass.Opener)
      markKind[a] =
        style.hanging && width[a] === HALF && (left === CharClass.Comma || left === CharClass.Stop)
          ? MarkKind.Hanging
          : MarkKind.Mark;
    if (a + 1 === count) break;
    const right = firstClass[a + 1]! as CharClass;
    const spaces = spaceAfter[a]!;

    /* Han beside Han: most pairs, nothing but growth. */
    if (left === CharClass.Han && right === CharClass.Han && spaces === SpaceAfter.None) {
      const digits = isWideDigit(codePoints[start[a]!]!) && isWideDigit(codePoints[start[a + 1]!]!);
      growth[a] = digits ? Growth.None : Growth.Other;
      breakAfter[a] = digits || style.breakAtSpacesOnly ? 0 : 1;
      continue;
    }

    breakAfter[a] =
      forbiddenAtEnd(left, codePoints[start[a + 1]! - 1]!, kinsoku) ||
      forbiddenAtStart(right, kinsoku) ||
      (kinsoku !== 'none' && isWesternClosing(codePoints[start[a + 1]!]!))
        ? 0
        : 1;
    if (style.breakAtSpacesOnly && spaces === SpaceAfter.None) breakAfter[a] = 0;
    if (opened[a] && opened[a + 1] && spaces === SpaceAfter.None) {
      breakAfter[a] = 1;
      continue;
    }
    const westernPair = isWestern(left) && isWestern(right);
    if (spaces === SpaceAfter.None && westernPair) continue;
    if (spaces === SpaceAfter.Full) {
      gap[a] = Math.max(style.fullSpace, right === CharClass.Opener ? HALF : 0);
      growth[a] = Growth.Other;
      continue;
    }
    if (spaces === SpaceAfter.Word) {
      /* An opener's blank half serves as the space before it. */
      gap[a] = westernPair ? WORD_SPACE : right === CharClass.Opener ? HALF : TYPED_SPACE;
      shrink[a] = westernPair ? WORD_SPACE - WORD_SPACE_LEAST : 0;
      shrinkStep[a] = Step.WordSpace;
      growth[a] = Growth.WordSpace;
      continue;
    }
    if (isClosing(left)) {
      if (isClosing(right)) continue; /* Two closing marks: the first gives up its blank half. */
      if (right === CharClass.Opener) {
        gap[a] = adjacentMarksInOneEm ? 0 : HALF;
        continue;
      }
      growth[a] = Growth.Other;
      if (width[a] !== HALF) continue; /* ？！ has no blank left */
      const second =
        a > 0 && isClosing(lastClass[a - 1]! as CharClass) && spaceAfter[a - 1] === SpaceAfter.None;
      if (adjacentMarksInOneEm && second) continue;
      gap[a] = HALF;
      shrink[a] = stopsWhole && left === CharClass.Stop ? 0 : HALF;
      shrinkStep[a] = stepOf(left);
      continue;
    }
    if (right === CharClass.Opener) {
      if (left === CharClass.Opener) continue;
      const first =
        a + 2 < count && firstClass[a + 2] === CharClass.Opener && spaceAfter[a + 1] === SpaceAfter.None;
      growth[a] = Growth.Other;
      if (adjacentMarksInOneEm && first) continue;
      gap[a] = HALF;
      shrink[a] = HALF;
      shrinkStep[a] = Step.Bracket;
      continue;
    }
    if ((left === CharClass.Han && isWestern(right)) || (isWestern(left) && right === CharClass.Han)) {
      gap[a] = hanLatinGap;
      shrink[a] = hanLatinGap / 2;
      shrinkStep[a] = Step.HanLatin;
      growth[a] = hanLatinGap > 0 ? Growth.HanLatin : Growth.Other;
      continue;
    }
    growth[a] = Growth.Other;
  }
  if (count > 0) breakAfter[count - 1] = 1;
  if (style.tracking) track(gap, growth, style.tracking);
  const keepsBlank = style.indent > 0 && !style.openerTrimmedAfterIndent;
  return {
    gap,
    shrink,
    shrinkStep,
    growth,
    breakAfter,
    markKind,
    leadBlank: count > 0 && keepsBlank && firstClass[0] === CharClass.Opener ? HALF : 0,
  };
};

/** 字距 goes where a line may be filled, never inside words and pairs. */
const track = (gap: Float64Array, growth: Uint8Array, tracking: number): void => {
  for (let a = 0; a < gap.length; a++) if (growth[a] !== Growth.None) gap[a]! += tracking;
};
