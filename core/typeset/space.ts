/**
 * The gap after each atom: its width, how much it yields and at which step, how it grows, and whether a line may
 * end there (docs/typesetting.md §1–§3; CLREQ 3.1.6, 3.2; GB/T 15834 §5.1). Pure.
 */
import {
  CharClass,
  forbiddenAtEnd,
  forbiddenAtStart,
  HYPHEN,
  isClosing,
  isCurrency,
  isFootnoteSign,
  isHyphen,
  isNoBreakSpace,
  isWestern,
  isWesternClosing,
  isWideDigit,
  isWideNumber,
} from './char-class.ts';
import type { Classified } from './classify.ts';
import { type Clustered, HALF, SpaceAfter } from './cluster.ts';
import { isJoining, isMinus } from './joining-hyphen.ts';
import { isRaised, partsQuantity } from './number-unit.ts';
import type { SetStyle } from './set-style.ts';

/** How a gap grows: not at all, as a word space, as a Han–Latin gap, or with all the others. */
export const Growth = { None: 0, WordSpace: 1, HanLatin: 2, Other: 3 } as const;

/** What an atom is in a line's fill: text, a mark, or a stop that may hang outside the measure. */
export const MarkKind = { Text: 0, Mark: 1, Hanging: 2 } as const;

/** Whether a line may end after an atom: never, or only because the word fits no line, or as the rules have it. */
export const LineEnd = { Forbidden: 0, Permitted: 1, LastResort: 2 } as const;

/** Steps of compression, in the order in which they are used (docs/typesetting.md §3). */
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
/** A space typed beside a dash, an ellipsis or a connector, and between Han and a word where their gap is narrower. */
const TYPED_SPACE = 0.25;
/** A Han–Latin gap yields down to this. */
const HAN_LATIN_LEAST = 0.125;

/** Steps of compression by what yields (docs/typesetting.md §3). Nothing uses the second: `·` is ½ em already. */
const Step = { WordSpace: 1, Interpunct: 2, Bracket: 3, Comma: 4, HanLatin: 5, Stop: 6 } as const;
const stepOf = (c: CharClass): number =>
  c === CharClass.Comma ? Step.Comma : c === CharClass.Stop ? Step.Stop : Step.Bracket;

/** False for Han proper: signs and full-width digits count as Han too, and nearly every pair is of Han proper. */
const isSign = (codePoint: number): boolean =>
  codePoint < 0x2e80 || (codePoint >= 0xff00 && codePoint <= 0xffef);

/** The stop of a number written with full-width digits. */
const WIDE_POINT = 0xff0e;

const isMark = (c: CharClass): boolean => isClosing(c) || c === CharClass.Opener;

/**
 * The space after an atom as it is set: a mark has its own blank, so a space typed beside one adds nothing; between
 * two Han it stands for U+3000 (docs/typesetting.md §3).
 */
const spaceSet = ({ spaceAfter, firstClass, lastClass }: Clustered, a: number): number => {
  if (spaceAfter[a] !== SpaceAfter.Word) return spaceAfter[a]!;
  const left = lastClass[a]! as CharClass;
  const right = firstClass[a + 1]! as CharClass;
  if (isMark(left) || isMark(right)) return SpaceAfter.None;
  return left === CharClass.Han && right === CharClass.Han ? SpaceAfter.Full : SpaceAfter.Word;
};

/** Behind the last character of an atom; the spaces after it are not it. */
const textEnd = ({ classes }: Classified, { start, spaceAfter }: Clustered, a: number): number => {
  let at = start[a + 1]!;
  if (spaceAfter[a] !== SpaceAfter.None)
    while (
      at > start[a]! + 1 &&
      (classes[at - 1] === CharClass.Space || classes[at - 1] === CharClass.FullSpace)
    )
      at--;
  return at;
};

const lastCodePoint = (text: Classified, atoms: Clustered, a: number): number =>
  text.codePoints[textEnd(text, atoms, a) - 1]!;

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
    if (left >= CharClass.Opener && left <= CharClass.Connector)
      markKind[a] =
        style.hanging && width[a] === HALF && (left === CharClass.Comma || left === CharClass.Stop)
          ? MarkKind.Hanging
          : MarkKind.Mark;
    if (a + 1 === count) break;
    const right = firstClass[a + 1]! as CharClass;
    const spaces = spaceAfter[a] === SpaceAfter.None ? SpaceAfter.None : spaceSet(atoms, a);

    /* Han beside Han: most pairs, nothing but growth. */
    if (left === CharClass.Han && right === CharClass.Han && spaces === SpaceAfter.None) {
      const first = codePoints[start[a]!]!;
      const second = codePoints[start[a + 1]!]!;
      const sign = isSign(first) || isSign(second);
      const number = sign && isWideNumber(first, second);
      const heldBack =
        number ||
        (sign &&
          kinsoku !== 'none' &&
          (isWesternClosing(second) || isCurrency(first) || isFootnoteSign(second)));
      growth[a] = number ? Growth.None : Growth.Other;
      breakAfter[a] = heldBack || style.breakAtSpacesOnly ? 0 : 1;
      continue;
    }

    breakAfter[a] =
      forbiddenAtEnd(left, lastCodePoint(text, atoms, a), kinsoku) ||
      forbiddenAtStart(right, kinsoku) ||
      (kinsoku !== 'none' && isWesternClosing(codePoints[start[a + 1]!]!) && !isNegative(text, atoms, a + 1))
        ? 0
        : 1;
    if (style.breakAtSpacesOnly && (spaceAfter[a] === SpaceAfter.None || endsTitle(text, start[a + 1]!)))
      breakAfter[a] = 0;
    if (opened[a] && opened[a + 1] && spaces === SpaceAfter.None) {
      breakAfter[a] = LineEnd.LastResort;
      continue;
    }
    if (breakAfter[a] && kinsoku !== 'none' && isHeld(text, atoms, a)) breakAfter[a] = 0;
    /* A superscript stands right on what it belongs to, and a footnote's sign leaves no gap behind it either. */
    if (spaces === SpaceAfter.None && isRaised(text, start[a + 1]!)) continue;
    if (spaces === SpaceAfter.None && right === CharClass.Han && isRaised(text, start[a]!)) {
      growth[a] = Growth.Other;
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
      if (!isHanLatin(left, right) || hanLatinGap < TYPED_SPACE) {
        gap[a] = westernPair ? WORD_SPACE : TYPED_SPACE;
        shrink[a] = westernPair ? WORD_SPACE - WORD_SPACE_LEAST : 0;
        shrinkStep[a] = Step.WordSpace;
        growth[a] = Growth.WordSpace;
        continue;
      }
    }
    const next = codePoints[start[a + 1]!]!;
    if (isWideDecimal(codePoints, start, a) || isWideNumber(lastCodePoint(text, atoms, a), next)) {
      gap[a] = left === CharClass.Stop ? HALF : 0;
      breakAfter[a] = 0;
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
        a > 0 && isClosing(lastClass[a - 1]! as CharClass) && spaceSet(atoms, a - 1) === SpaceAfter.None;
      if (adjacentMarksInOneEm && second) continue;
      gap[a] = HALF;
      shrink[a] = stopsWhole && left === CharClass.Stop ? 0 : HALF;
      shrinkStep[a] = stepOf(left);
      continue;
    }
    if (right === CharClass.Opener) {
      if (left === CharClass.Opener) continue;
      const first =
        a + 2 < count && firstClass[a + 2] === CharClass.Opener && spaceSet(atoms, a + 1) === SpaceAfter.None;
      growth[a] = Growth.Other;
      if (adjacentMarksInOneEm && first) continue;
      gap[a] = HALF;
      shrink[a] = HALF;
      shrinkStep[a] = Step.Bracket;
      continue;
    }
    if (isHanLatin(left, right)) {
      if (spaces === SpaceAfter.None && isJoined(text, start[a + 1]!)) continue;
      gap[a] = hanLatinGap;
      shrink[a] = Math.max(0, hanLatinGap - HAN_LATIN_LEAST);
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

/** True where two atoms stay in one line whatever their classes say. */
const isHeld = (text: Classified, atoms: Clustered, a: number): boolean => {
  const { codePoints } = text;
  const { start, firstClass, spaceAfter } = atoms;
  const next = codePoints[start[a + 1]!]!;
  if (spaceAfter[a] === SpaceAfter.None)
    return (
      isRaised(text, start[a + 1]!) ||
      isFootnoteSign(next) ||
      (isHyphen(next) && !isMinus(text, start[a + 1]!)) ||
      partsQuantity(text, atoms, a, start[a + 1]!)
    );
  if (isNoBreakSpace(codePoints[start[a + 1]! - 1]!)) return true;
  if (firstClass[a + 1] === CharClass.Digit && isCurrency(lastCodePoint(text, atoms, a))) return true;
  return partsQuantity(text, atoms, a, textEnd(text, atoms, a));
};

/** True between a hyphen that joins and the Han beside it. */
const isJoined = (text: Classified, next: number): boolean =>
  isJoining(text, next) || isJoining(text, next - 1);

const isHanLatin = (left: CharClass, right: CharClass): boolean =>
  (left === CharClass.Han && isWestern(right)) || (isWestern(left) && right === CharClass.Han);

/** True before and after the point of １．５: no line ends there, nothing fills it. */
const isWideDecimal = (codePoints: Uint32Array, start: Uint32Array, a: number): boolean => {
  const right = start[a + 1]!;
  const point = codePoints[right] === WIDE_POINT ? right : right - 1;
  return (
    codePoints[point] === WIDE_POINT &&
    isWideDigit(codePoints[point - 1] ?? 0) &&
    isWideDigit(codePoints[point + 1] ?? 0)
  );
};

/** 记者, 通讯员 and their like stand before a name: no line of names ends with one. */
const TITLES = ['记者', '讯员', '编辑', '摄影', '作者'].map((title) =>
  [...title].map((c) => c.codePointAt(0)!),
);

/** True where the text before `end`, blanks apart, closes with a title. */
const endsTitle = ({ codePoints, classes }: Classified, end: number): boolean => {
  let last = end - 1;
  while (last > 0 && (classes[last] === CharClass.Space || classes[last] === CharClass.FullSpace)) last--;
  return TITLES.some(([first, second]) => codePoints[last - 1] === first && codePoints[last] === second);
};

/** The minus of a negative number is no hyphen: −5℃ may open a line however it is typed. */
const isNegative = ({ codePoints, classes }: Classified, { start }: Clustered, a: number): boolean =>
  codePoints[start[a]!] === HYPHEN &&
  start[a + 1]! - start[a]! > 1 &&
  classes[start[a]! + 1] === CharClass.Digit;

/** 字距 goes where a line may be filled, never inside words and pairs. */
const track = (gap: Float64Array, growth: Uint8Array, tracking: number): void => {
  for (let a = 0; a < gap.length; a++) if (growth[a] !== Growth.None) gap[a]! += tracking;
};
