/**
 * Problem: a column of 13 characters forgives nothing, so the breaks of a paragraph are chosen together.
 * Method: dynamic programming over the permitted breaks, least total demerits (line-sums.ts); a lower bound on the
 * start keeps to lines that can be filled.
 * Limits: one measure for the whole paragraph, the first line shortened by the indent.
 */
import type { Analysis } from './analysis.ts';
import { HALF } from './cluster.ts';
import {
  demeritsOfLooseness,
  EPSILON,
  FORBIDDEN_DEMERITS,
  HANGING_DEMERITS,
  isLoneCharacter,
  LineSums,
  LONE_CHARACTER_DEMERITS,
  OVERFULL_DEMERITS,
  VERY_LOOSE,
  VERY_LOOSE_DEMERITS,
} from './line-sums.ts';
import { LineEnd, MarkKind } from './space.ts';

export interface BreakPlan {
  /** Ends of the lines, as atom indices (exclusive), ascending; the last is the atom count. */
  readonly ends: readonly number[];
  /** Ends of the lines whose last mark hangs outside the measure. */
  readonly hanging: readonly number[];
  /** True where a break that the rules forbid had to be taken. */
  readonly forced: boolean;
  readonly demerits: number;
}

/** The cheapest way to end a line at each atom: its demerits, where that line begins, whether its mark hangs. */
class Paths {
  best = new Float64Array(0);
  from = new Int32Array(0);
  hangs = new Uint8Array(0);

  hold(n: number): void {
    if (this.best.length >= n) return;
    const size = Math.max(256, 2 * n);
    this.best = new Float64Array(size);
    this.from = new Int32Array(size);
    this.hangs = new Uint8Array(size);
  }
}

const sums = new LineSums();
const paths = new Paths();

/**
 * Chooses the breaks of a paragraph. `measure` and `indent` in em, `measure` ≥ 1. An atom wider than the measure
 * stands alone on its line, which then counts as forced.
 */
export const breakLines = (analysis: Analysis, measure: number, indent: number): BreakPlan => {
  if (analysis.atomCount === 0) return { ends: [], hanging: [], forced: false, demerits: 0 };
  sums.fill(analysis);
  return run(analysis, measure, indent, false) ?? run(analysis, measure, indent, true)!;
};

const run = (analysis: Analysis, measure: number, indent: number, force: boolean): BreakPlan | null => {
  const { atomCount: n, breakAfter, gap, markKind, style } = analysis;
  const { natural, shrink } = sums;
  paths.hold(n + 1);
  const { best, from, hangs } = paths;
  const firstExtra = indent + analysis.leadBlank;
  const hang = style.hanging ? HALF : 0;
  best.fill(Number.POSITIVE_INFINITY, 0, n + 1);
  from.fill(-1, 0, n + 1);
  hangs.fill(0, 0, n + 1);
  best[0] = 0;
  let low = 0;
  for (let end = 1; end <= n; end++) {
    const permitted = breakAfter[end - 1] !== LineEnd.Forbidden;
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
        demerits = demeritsOfLooseness(e, delta);
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
    return isLast || delta <= EPSILON ? 0 : demeritsOfLooseness(sums.looseness(start, lastGap, delta), delta);
  return -delta <= sums.shrink[lastGap]! - sums.shrink[start]! + EPSILON
    ? sums.demeritsOfShrink(start, lastGap, -delta)
    : Number.POSITIVE_INFINITY;
};

const planOf = ({ atomCount: n, breakAfter }: Analysis): BreakPlan => {
  const ends: number[] = [];
  const hanging: number[] = [];
  let forced = false;
  for (let end = n; end > 0; end = paths.from[end]!) {
    ends.push(end);
    if (paths.hangs[end]) hanging.push(end);
    if (end < n && !breakAfter[end - 1]) forced = true;
  }
  ends.reverse();
  return { ends, hanging, forced, demerits: paths.best[n]! };
};
