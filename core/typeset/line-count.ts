/**
 * Problem: a column would open with a paragraph's last line, and one line more or fewer elsewhere would mend it.
 * Method: the least demerits over the permitted breaks with exactly so many lines, by dynamic programming line by
 * line. Lines that would be very loose or need a forbidden break are not considered.
 */
import type { Analysis } from './analysis.ts';
import { HALF } from './cluster.ts';
import type { BreakPlan } from './line-break.ts';
import {
  demeritsOfLooseness,
  EPSILON,
  HANGING_DEMERITS,
  isLoneCharacter,
  LineSums,
  VERY_LOOSE,
} from './line-sums.ts';
import { MarkKind } from './space.ts';

/** A paragraph longer than this is left as it is: there are others to take a line from. */
const MOST_ATOMS = 2000;

const sums = new LineSums();

/** The best breaks into exactly `lines` lines; null where there are none. `measure` and `indent` in em. */
export const breakInto = (
  analysis: Analysis,
  measure: number,
  indent: number,
  lines: number,
): BreakPlan | null => {
  const n = analysis.atomCount;
  if (lines < 1 || n < lines || n > MOST_ATOMS) return null;
  sums.fill(analysis);
  let costs = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  let [low, high] = [0, 0];
  const froms: Int32Array[] = [];
  for (let line = 1; line <= lines; line++) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(n + 1).fill(-1);
    let [first, last] = [n + 1, -1];
    for (let start = low; start <= high; start++) {
      const before = costs[start]!;
      if (before === Number.POSITIVE_INFINITY) continue;
      for (let end = start + 1; end <= n; end++) {
        const demerits = demeritsOfLine(analysis, start, end, measure, indent, line === lines);
        if (demerits === null) break;
        /* The last line ends the paragraph, no other does. */
        if ((end === n) !== (line === lines) || demerits === Number.POSITIVE_INFINITY) continue;
        if (before + demerits >= next[end]!) continue;
        next[end] = before + demerits;
        from[end] = start;
        first = Math.min(first, end);
        last = Math.max(last, end);
      }
    }
    if (last < 0) return null;
    [low, high] = [first, last];
    costs = next;
    froms.push(from);
  }
  const ends: number[] = [];
  for (let line = lines - 1, end = n; line >= 0; line--) {
    ends.unshift(end);
    end = froms[line]![end]!;
  }
  return {
    ends,
    hanging: ends.filter((end, i) => hangs(analysis, ends[i - 1] ?? 0, end, measure, indent)),
    forced: false,
    demerits: costs[n]!,
  };
};

/** Blank beyond the line's natural width, em; negative where it must be closed up. */
const roomIn = (analysis: Analysis, start: number, end: number, measure: number, indent: number): number => {
  const extra = start === 0 ? indent + analysis.leadBlank : 0;
  return measure - extra - (sums.natural[end]! - analysis.gap[end - 1]! - sums.natural[start]!);
};

const hangs = (analysis: Analysis, start: number, end: number, measure: number, indent: number): boolean => {
  if (!analysis.style.hanging || analysis.markKind[end - 1] !== MarkKind.Hanging) return false;
  return roomIn(analysis, start, end, measure, indent) < -EPSILON;
};

/** Null where the line and all longer ones are too long; Infinity where it may not end or would be very loose. */
const demeritsOfLine = (
  analysis: Analysis,
  start: number,
  end: number,
  measure: number,
  indent: number,
  isLast: boolean,
): number | null => {
  const lastGap = end - 1;
  const hung = hangs(analysis, start, end, measure, indent);
  const room = roomIn(analysis, start, end, measure, indent) + (hung ? HALF : 0);
  const available = sums.shrink[lastGap]! - sums.shrink[start]!;
  if (-room > available + EPSILON + (analysis.style.hanging ? HALF : 0)) return null;
  if (!analysis.breakAfter[lastGap] || -room > available + EPSILON) return Number.POSITIVE_INFINITY;
  let demerits = hung ? HANGING_DEMERITS : 0;
  if (room < -EPSILON) demerits += sums.demeritsOfShrink(start, lastGap, -room);
  else if (!isLast && room > EPSILON) {
    const looseness = sums.looseness(start, lastGap, room);
    if (looseness > VERY_LOOSE) return Number.POSITIVE_INFINITY;
    demerits += demeritsOfLooseness(looseness, room);
  }
  if (isLast && start > 0 && isLoneCharacter(analysis, start, end)) return Number.POSITIVE_INFINITY;
  return demerits;
};
