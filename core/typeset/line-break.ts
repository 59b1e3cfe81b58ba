/**
 * Problem: a column of 13 characters forgives nothing, so the breaks of a paragraph are chosen together.
 * Method: dynamic programming over the permitted breaks, least total demerits; prefix sums make a line's width,
 * shrink and growth a subtraction, and a lower bound on the start keeps to lines that can be filled.
 * The figures of the demerits only rank kinds of fault: a forced break > a very loose line > a lone character at
 * the end > a loose line > any amount of permitted filling.
 * Limits: one measure for the whole paragraph, the first line shortened by the indent.
 */
import type { Analysis } from './analysis.ts';
import { HALF } from './cluster.ts';
import { Growth, MarkKind, SHRINK_STEPS } from './space.ts';

/** Lines with more extra space between two Han are counted as loose (TYPESETTING.md §3), em. */
export const LOOSE = 0.08;
/** Never more than this, em. */
export const VERY_LOOSE = 0.25;
/** Most that a word space grows by, and a Han–Latin gap at first and at most, em. */
export const WORD_SPACE_GROWTH = 0.5 - 1 / 3;
export const HAN_LATIN_GROWTH = 1 / 3 - 0.25;
export const HAN_LATIN_GROWTH_MOST = 0.25;

const EPSILON = 1e-6;
const LOOSE_DEMERITS = 1e4;
const LONE_CHARACTER_DEMERITS = 4e4;
const VERY_LOOSE_DEMERITS = 1e6;
const FORBIDDEN_DEMERITS = 1e8;
const OVERFULL_DEMERITS = 1e9;
/** Demerits of using each step of compression in full; the last is a last resort. */
const STEP_DEMERITS = [0, 1, 1, 3, 4, 8, 40];
const HANGING_DEMERITS = 2;

export interface BreakPlan {
  /** Ends of the lines, as atom indices (exclusive), ascending; the last is the atom count. */
  readonly ends: readonly number[];
  /** Ends of the lines whose last mark hangs outside the measure. */
  readonly hanging: readonly number[];
  /** True where a break that the rules forbid had to be taken. */
  readonly forced: boolean;
}

/**
 * Prefix sums over the atoms of one paragraph: `natural[i]` is the width of boxes and gaps before atom i, and so on.
 * Kept between calls because a layout asks thousands of times; nothing of a call is read by the next.
 */
class Sums {
  natural = new Float64Array(0);
  shrink = new Float64Array(0);
  steps: Float64Array[] = [];
  words = new Int32Array(0);
  hanLatin = new Int32Array(0);
  others = new Int32Array(0);
  best = new Float64Array(0);
  from = new Int32Array(0);
  hangs = new Uint8Array(0);
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
    this.best = new Float64Array(size);
    this.from = new Int32Array(size);
    this.hangs = new Uint8Array(size);
  }

  fill({ atomCount: n, atomWidth, gap, shrink, shrinkStep, growth }: Analysis): void {
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
    return loosenessOf(need, words, hanLatin, this.others[lastGap]! - this.others[from]!);
  }
}

/**
 * Extra space of each plain gap that fills `need` em beside so many word spaces and Han–Latin gaps: those grow first,
 * and before Han would stand loose the Han–Latin gaps grow to their most.
 */
export const loosenessOf = (need: number, words: number, hanLatin: number, others: number): number => {
  const rest = need - words * WORD_SPACE_GROWTH - hanLatin * HAN_LATIN_GROWTH;
  if (rest <= EPSILON) return 0;
  if (others > 0 && rest <= others * LOOSE) return rest / others;
  const last = rest - hanLatin * (HAN_LATIN_GROWTH_MOST - HAN_LATIN_GROWTH);
  if (others === 0) return last <= EPSILON ? 0 : Number.POSITIVE_INFINITY;
  return Math.max(LOOSE, last / others);
};

const demeritsOfLooseness = (e: number): number => {
  if (e <= LOOSE + EPSILON) return 10 * (e / LOOSE) ** 2;
  /* Two lines at 0.1 are better than one at 0.25, one at 0.15 is better than two at 0.1. */
  if (e <= VERY_LOOSE) return LOOSE_DEMERITS * (1 + 2 * ((e - LOOSE) / (VERY_LOOSE - LOOSE)) ** 2);
  return VERY_LOOSE_DEMERITS + 1e5 * Math.min(e, 100);
};

/** True where the line holds one character only, marks aside. */
const isLoneCharacter = (analysis: Analysis, from: number, to: number): boolean => {
  let characters = 0;
  for (let i = from; i < to; i++) {
    if (analysis.markKind[i] !== MarkKind.Text) continue;
    characters += analysis.atomStart[i + 1]! - analysis.atomStart[i]!;
    if (characters > 1) return false;
  }
  return true;
};

const sums = new Sums();

/**
 * Chooses the breaks of a paragraph. `measure` and `indent` in em, `measure` ≥ 1. An atom wider than the measure
 * stands alone on its line, which then counts as forced.
 */
export const breakLines = (analysis: Analysis, measure: number, indent: number): BreakPlan => {
  if (analysis.atomCount === 0) return { ends: [], hanging: [], forced: false };
  sums.fill(analysis);
  return run(analysis, measure, indent, false) ?? run(analysis, measure, indent, true)!;
};

const run = (analysis: Analysis, measure: number, indent: number, force: boolean): BreakPlan | null => {
  const { atomCount: n, breakAfter, gap, markKind, style } = analysis;
  const { natural, shrink, best, from, hangs } = sums;
  const firstExtra = indent + analysis.leadBlank;
  const hang = style.hanging ? HALF : 0;
  best.fill(Number.POSITIVE_INFINITY, 0, n + 1);
  from.fill(-1, 0, n + 1);
  hangs.fill(0, 0, n + 1);
  best[0] = 0;
  let low = 0;
  for (let end = 1; end <= n; end++) {
    const permitted = breakAfter[end - 1] === 1;
    if (!permitted && !force) continue;
    const lastGap = end - 1;
    const isLast = end === n;
    /* Right edge of the line's last box, its gap left out. */
    const edge = natural[end]! - gap[lastGap]!;
    const least = edge - shrink[lastGap]! - measure - hang - EPSILON;
    while (low < lastGap && least - natural[low]! + shrink[low]! + (low === 0 ? firstExtra : 0) > 0) low++;
    let cheapest = best[end]!;
    for (let start = low; start < end; start++) {
      const before = best[start]!;
      if (before >= cheapest) continue;
      const delta = measure - (edge - natural[start]! + (start === 0 ? firstExtra : 0));
      let demerits: number;
      let hung = 0;
      if (delta < -EPSILON) {
        const available = shrink[lastGap]! - shrink[start]!;
        demerits =
          -delta <= available + EPSILON
            ? sums.demeritsOfShrink(start, lastGap, -delta)
            : force && end - start === 1
              ? OVERFULL_DEMERITS
              : Number.POSITIVE_INFINITY;
        if (hang > 0 && markKind[lastGap] === MarkKind.Hanging) {
          const outside = HANGING_DEMERITS + demeritsOfFill(start, lastGap, delta + HALF, isLast);
          if (outside < demerits) {
            demerits = outside;
            hung = 1;
          }
        }
        if (demerits === Number.POSITIVE_INFINITY) continue;
      } else if (isLast || delta <= EPSILON) demerits = 0;
      else {
        const e = sums.looseness(start, lastGap, delta);
        /* Later starts give looser lines still. */
        if (e > VERY_LOOSE && cheapest < VERY_LOOSE_DEMERITS + before) break;
        demerits = demeritsOfLooseness(e);
      }
      if (isLast && start > 0 && isLoneCharacter(analysis, start, end)) demerits += LONE_CHARACTER_DEMERITS;
      if (!permitted) demerits += FORBIDDEN_DEMERITS;
      const total = before + demerits;
      if (total < cheapest) {
        cheapest = total;
        from[end] = start;
        hangs[end] = hung;
      }
    }
    best[end] = cheapest;
  }
  return from[n]! < 0 ? null : planOf(analysis);
};

/** Demerits of a line that is `delta` em short (negative: too long). */
const demeritsOfFill = (start: number, lastGap: number, delta: number, isLast: boolean): number => {
  if (delta >= -EPSILON)
    return isLast || delta <= EPSILON ? 0 : demeritsOfLooseness(sums.looseness(start, lastGap, delta));
  return -delta <= sums.shrink[lastGap]! - sums.shrink[start]! + EPSILON
    ? sums.demeritsOfShrink(start, lastGap, -delta)
    : Number.POSITIVE_INFINITY;
};

const planOf = ({ atomCount: n, breakAfter }: Analysis): BreakPlan => {
  const ends: number[] = [];
  const hanging: number[] = [];
  let forced = false;
  for (let end = n; end > 0; end = sums.from[end]!) {
    ends.push(end);
    if (sums.hangs[end]) hanging.push(end);
    if (end < n && !breakAfter[end - 1]) forced = true;
  }
  ends.reverse();
  return { ends, hanging, forced };
};
