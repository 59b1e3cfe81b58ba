/**
 * What a line of a paragraph costs: how loose it is or what it takes to close it up. Prefix sums over the paragraph's
 * atoms make a line's width, shrink and growth a subtraction each. The figures only rank kinds of fault: a forbidden
 * break > a very loose line > a lone character at the end > a loose line > any amount of permitted filling.
 */
import type { Analysis } from './analysis.ts';
import { Growth, MarkKind, SHRINK_STEPS } from './space.ts';

/** Lines with more extra space between two Han are counted as loose (docs/typesetting.md §3), em. */
export const LOOSE = 0.08;
/** Never more than this, em. */
export const VERY_LOOSE = 0.25;
/** Most that a word space grows by, and how wide a Han–Latin gap becomes at first and at most, em. */
export const WORD_SPACE_GROWTH = 0.5 - 1 / 3;
export const HAN_LATIN_WIDE = 1 / 3;
export const HAN_LATIN_WIDEST = 0.5;

export const EPSILON = 1e-6;
export const LOOSE_DEMERITS = 1e4;
export const LONE_CHARACTER_DEMERITS = 4e4;
export const VERY_LOOSE_DEMERITS = 1e6;
export const FORBIDDEN_DEMERITS = 1e8;
export const OVERFULL_DEMERITS = 1e9;
/** Demerits of using each step of compression in full; the last is a last resort. */
const STEP_DEMERITS = [0, 1, 1, 3, 4, 8, 40];
export const HANGING_DEMERITS = 2;

/**
 * Prefix sums over the atoms of one paragraph: `natural[i]` is the width of boxes and gaps before atom i, and so on.
 * Kept between calls because a layout asks thousands of times; nothing of a call is read by the next.
 */
export class LineSums {
  natural = new Float64Array(0);
  shrink = new Float64Array(0);
  steps: Float64Array[] = [];
  words = new Int32Array(0);
  hanLatin = new Int32Array(0);
  others = new Int32Array(0);
  /** As the style has it, em. */
  hanLatinGap = 0;
  /** True for the steps of compression that occur in the paragraph. */
  readonly used = new Uint8Array(SHRINK_STEPS + 1);

  hold(n: number): void {
    if (this.natural.length >= n) return;
    const size = Math.max(256, 2 * n);
    this.natural = new Float64Array(size);
    this.shrink = new Float64Array(size);
    this.steps = Array.from({ length: SHRINK_STEPS + 1 }, () => new Float64Array(size));
    this.words = new Int32Array(size);
    this.hanLatin = new Int32Array(size);
    this.others = new Int32Array(size);
  }

  fill({ atomCount: n, atomWidth, gap, shrink, shrinkStep, growth, style }: Analysis): void {
    this.hanLatinGap = style.hanLatinGap;
    this.hold(n + 1);
    this.used.fill(0);
    for (let i = 0; i < n; i++) if (shrink[i]! > 0) this.used[shrinkStep[i]!] = 1;
    let [natural, shrunk, words, hanLatin, others] = [0, 0, 0, 0, 0];
    this.natural[0] = 0;
    this.shrink[0] = 0;
    this.words[0] = 0;
    this.hanLatin[0] = 0;
    this.others[0] = 0;
    for (let i = 0; i < n; i++) {
      natural += atomWidth[i]! + gap[i]!;
      shrunk += shrink[i]!;
      const kind = growth[i]!;
      if (kind === Growth.Other) others++;
      else if (kind === Growth.HanLatin) hanLatin++;
      else if (kind === Growth.WordSpace) words++;
      this.natural[i + 1] = natural;
      this.shrink[i + 1] = shrunk;
      this.words[i + 1] = words;
      this.hanLatin[i + 1] = hanLatin;
      this.others[i + 1] = others;
    }
    for (let step = 1; step <= SHRINK_STEPS; step++) {
      if (this.used[step] === 0) continue;
      const sums = this.steps[step]!;
      let sum = 0;
      sums[0] = 0;
      for (let i = 0; i < n; i++) {
        if (shrinkStep[i] === step) sum += shrink[i]!;
        sums[i + 1] = sum;
      }
    }
  }

  /** Demerits of closing up a line by `need` em, within its limits. */
  demeritsOfShrink(from: number, lastGap: number, need: number): number {
    let rest = need;
    let demerits = 0;
    for (let step = 1; step <= SHRINK_STEPS && rest > EPSILON; step++) {
      if (this.used[step] === 0) continue;
      const available = this.steps[step]![lastGap]! - this.steps[step]![from]!;
      if (available <= EPSILON) continue;
      const share = Math.min(rest, available);
      demerits += STEP_DEMERITS[step]! * ((share / available) ** 2 + 0.25);
      rest -= share;
    }
    return demerits;
  }

  /** Extra space between two Han that fills `need` em, or Infinity where nothing can grow. */
  looseness(from: number, lastGap: number, need: number): number {
    const words = this.words[lastGap]! - this.words[from]!;
    const hanLatin = this.hanLatin[lastGap]! - this.hanLatin[from]!;
    return loosenessOf(need, words, hanLatin, this.others[lastGap]! - this.others[from]!, this.hanLatinGap);
  }
}

/**
 * Extra space of each plain gap that fills `need` em beside so many word spaces and Han–Latin gaps: those grow first,
 * and before Han would stand loose the Han–Latin gaps grow to their most.
 */
export const loosenessOf = (
  need: number,
  words: number,
  hanLatin: number,
  others: number,
  hanLatinGap: number,
): number => {
  const rest = need - words * WORD_SPACE_GROWTH - hanLatin * (HAN_LATIN_WIDE - hanLatinGap);
  if (rest <= EPSILON) return 0;
  if (others > 0 && rest <= others * LOOSE) return rest / others;
  const last = rest - hanLatin * (HAN_LATIN_WIDEST - HAN_LATIN_WIDE);
  if (others === 0) return last <= EPSILON ? 0 : Number.POSITIVE_INFINITY;
  return Math.max(LOOSE, last / others);
};

/** @param need em that the line is short by in all: of lines that nothing fills the fuller one is better */
export const demeritsOfLooseness = (e: number, need: number): number => {
  if (e <= LOOSE + EPSILON) return 10 * (e / LOOSE) ** 2;
  /* Two lines at 0.1 are better than one at 0.25, one at 0.15 is better than two at 0.1. */
  if (e <= VERY_LOOSE) return LOOSE_DEMERITS * (1 + 2 * ((e - LOOSE) / (VERY_LOOSE - LOOSE)) ** 2);
  return VERY_LOOSE_DEMERITS + 1e5 * Math.min(need, 100) ** 2;
};

/** True where the line holds one character only, marks aside. */
export const isLoneCharacter = (analysis: Analysis, from: number, to: number): boolean => {
  let characters = 0;
  for (let i = from; i < to; i++) {
    if (analysis.markKind[i] !== MarkKind.Text) continue;
    characters += analysis.atomStart[i + 1]! - analysis.atomStart[i]!;
    if (characters > 1) return false;
  }
  return true;
};
