/**
 * Problem: a column of 13 characters forgives nothing, so the breaks of a paragraph are chosen together.
 * Method: dynamic programming over the permitted breaks, least total demerits; prefix sums make a line's width,
 * shrink and growth a subtraction, and two pointers keep to the starts that can fill a line.
 * The figures of the demerits only rank kinds of fault: a forced break > a very loose line > a lone character at
 * the end > a loose line > any amount of permitted filling.
 * Limits: one measure for the whole paragraph, the first line shortened by the indent.
 */
import { type Analysis, Growth, SHRINK_STEPS } from './analysis.ts';

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
/** Demerits of using each step of compression in full; the last is a last resort. */
const STEP_DEMERITS = [0, 1, 1, 3, 4, 8, 40];

export interface BreakPlan {
  /** Ends of the lines, as atom indices (exclusive), ascending; the last is the atom count. */
  readonly ends: readonly number[];
  /** True where a break that the rules forbid had to be taken. */
  readonly forced: boolean;
}

interface Sums {
  /** `width[i]` of the boxes before atom i; `gaps[i]` of the gaps after the atoms before i; and so on. */
  readonly width: Float64Array;
  readonly gaps: Float64Array;
  readonly shrink: Float64Array;
  readonly steps: readonly Float64Array[];
  readonly growth: readonly Uint32Array[];
}

const sumUp = (analysis: Analysis): Sums => {
  const n = analysis.atomCount;
  const width = new Float64Array(n + 1);
  const gaps = new Float64Array(n + 1);
  const shrink = new Float64Array(n + 1);
  const steps: Float64Array[] = [];
  for (let step = 0; step <= SHRINK_STEPS; step++) steps.push(new Float64Array(n + 1));
  const growth = [
    new Uint32Array(n + 1),
    new Uint32Array(n + 1),
    new Uint32Array(n + 1),
    new Uint32Array(n + 1),
  ];
  for (let i = 0; i < n; i++) {
    width[i + 1] = width[i]! + analysis.atomWidth[i]!;
    gaps[i + 1] = gaps[i]! + analysis.gap[i]!;
    shrink[i + 1] = shrink[i]! + analysis.shrink[i]!;
    for (let step = 1; step <= SHRINK_STEPS; step++) {
      const own = analysis.shrinkStep[i] === step ? analysis.shrink[i]! : 0;
      steps[step]![i + 1] = steps[step]![i]! + own;
    }
    for (let kind = 1; kind <= 3; kind++)
      growth[kind]![i + 1] = growth[kind]![i]! + (analysis.growth[i] === kind ? 1 : 0);
  }
  return { width, gaps, shrink, steps, growth };
};

const demeritsOfShrink = (sums: Sums, from: number, lastGap: number, need: number): number => {
  let rest = need;
  let demerits = 0;
  for (let step = 1; step <= SHRINK_STEPS && rest > EPSILON; step++) {
    const available = sums.steps[step]![lastGap]! - sums.steps[step]![from]!;
    if (available <= 0) continue;
    const used = Math.min(rest, available);
    demerits += STEP_DEMERITS[step]! * (used / available) ** 2 + STEP_DEMERITS[step]! * 0.25;
    rest -= used;
  }
  return demerits;
};

/** Extra space between two Han that fills `need` em, or Infinity where nothing can grow. */
const loosenessOf = (sums: Sums, from: number, lastGap: number, need: number): number => {
  const words = sums.growth[Growth.WordSpace]![lastGap]! - sums.growth[Growth.WordSpace]![from]!;
  const hanLatin = sums.growth[Growth.HanLatin]![lastGap]! - sums.growth[Growth.HanLatin]![from]!;
  const others = sums.growth[Growth.Other]![lastGap]! - sums.growth[Growth.Other]![from]!;
  const rest = need - words * WORD_SPACE_GROWTH - hanLatin * HAN_LATIN_GROWTH;
  if (rest <= EPSILON) return 0;
  return others > 0 ? rest / others : Number.POSITIVE_INFINITY;
};

const demeritsOfLooseness = (e: number): number => {
  if (e <= LOOSE) return 10 * (e / LOOSE) ** 2;
  /* Two lines at 0.1 are better than one at 0.25, one at 0.15 is better than two at 0.1. */
  if (e <= VERY_LOOSE) return LOOSE_DEMERITS * (1 + 2 * ((e - LOOSE) / (VERY_LOOSE - LOOSE)) ** 2);
  return VERY_LOOSE_DEMERITS + 1e5 * Math.min(e, 100);
};

/** True where the line holds one character only, marks aside. */
const isLoneCharacter = (analysis: Analysis, from: number, to: number): boolean => {
  let characters = 0;
  for (let i = from; i < to; i++) {
    if (analysis.isMark[i]) continue;
    characters += analysis.atomStart[i + 1]! - analysis.atomStart[i]!;
    if (characters > 1) return false;
  }
  return true;
};

/**
 * Chooses the breaks of a paragraph. `measure` and `indent` in em, `measure` ≥ 1. An atom wider than the measure
 * stands alone on its line, which then counts as forced.
 */
export const breakLines = (analysis: Analysis, measure: number, indent: number): BreakPlan => {
  const n = analysis.atomCount;
  if (n === 0) return { ends: [], forced: false };
  const sums = sumUp(analysis);
  const plan = run(analysis, sums, measure, indent, false);
  return plan ?? run(analysis, sums, measure, indent, true)!;
};

const run = (
  analysis: Analysis,
  sums: Sums,
  measure: number,
  indent: number,
  force: boolean,
): BreakPlan | null => {
  const n = analysis.atomCount;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1).fill(-1);
  best[0] = 0;
  let low = 0;
  for (let end = 1; end <= n; end++) {
    if (!analysis.breakAfter[end - 1] && !force) continue;
    const lastGap = end - 1;
    const isLast = end === n;
    const extraOf = (start: number) => (start === 0 ? indent + analysis.leadBlank : 0);
    const naturalOf = (start: number) =>
      sums.width[end]! - sums.width[start]! + sums.gaps[lastGap]! - sums.gaps[start]! + extraOf(start);
    while (low < end - 1 && naturalOf(low) - (sums.shrink[lastGap]! - sums.shrink[low]!) > measure + EPSILON)
      low++;
    for (let start = low; start < end; start++) {
      if (best[start] === Number.POSITIVE_INFINITY) continue;
      const delta = measure - naturalOf(start);
      let demerits: number;
      if (delta < -EPSILON) {
        const available = sums.shrink[lastGap]! - sums.shrink[start]!;
        if (-delta > available + EPSILON) {
          if (!force || end - start > 1) continue;
          demerits = 1e9;
        } else demerits = demeritsOfShrink(sums, start, lastGap, -delta);
      } else if (isLast || delta <= EPSILON) demerits = 0;
      else {
        const e = loosenessOf(sums, start, lastGap, delta);
        if (e > VERY_LOOSE && best[end]! < VERY_LOOSE_DEMERITS + best[start]!) break;
        demerits = demeritsOfLooseness(e);
      }
      if (isLast && start > 0 && isLoneCharacter(analysis, start, end)) demerits += LONE_CHARACTER_DEMERITS;
      if (force && !analysis.breakAfter[end - 1]) demerits += 1e8;
      const total = best[start]! + demerits;
      if (total < best[end]!) {
        best[end] = total;
        from[end] = start;
      }
    }
  }
  if (from[n]! < 0) return null;
  const ends: number[] = [];
  let forced = false;
  for (let end = n; end > 0; end = from[end]!) {
    ends.push(end);
    if (end < n && !analysis.breakAfter[end - 1]) forced = true;
  }
  ends.reverse();
  return { ends, forced };
};
