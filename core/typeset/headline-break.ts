/**
 * Problem: a headline is broken into balanced lines by sense, never inside a word or a number, never leaving one
 * character alone.
 * Method: least sum of squared differences from the even length over the permitted breaks, with a price on each
 * break by what stands around it: a space is the best place, then the edge of a mark, then plain Han.
 * Limits: no word list here; the editor's own line breaks (`\n`) always win.
 */
import type { FontSet } from '../font/font-set.ts';
import type { TextStyle } from '../publication/publication.ts';
import { type Analysis, analyse } from './analysis.ts';
import { CharClass, classOf, isClosing } from './char-class.ts';
import { justify } from './justify.ts';
import type { SetLine } from './set-line.ts';
import { displayStyle } from './set-text.ts';

/** Prices in squared em. */
const AFTER_SPACE = -6;
const AT_MARK = -2;
const PLAIN = 1;
/** Particles that belong to what stands before them: a line does not begin with one. */
const CLINGS_BACK = new Set([...'的了着过们等及和与性化者员会区市县省']);
const CLINGS_BACK_PRICE = 4;
const LONE = 1000;

export interface SetHeadline {
  readonly lines: readonly SetLine[];
  readonly size: number;
  /** True where even the smallest permitted size left a line wider than the span. */
  readonly overflows: boolean;
}

/** What a headline may be shrunk to before it takes another line or overflows. */
const LEAST_SCALE = 0.75;
const SHRINK_STEP = 0.05;

/** Sets a headline in at most `most` lines of at most `width` points, shrunk within limits. */
export const setHeadline = (
  text: string,
  style: TextStyle,
  width: number,
  most: number,
  fonts: FontSet,
): SetHeadline => {
  if (text === '') return { lines: [], size: style.size, overflows: false };
  for (let scale = 1; ; scale -= SHRINK_STEP) {
    const size = style.size * scale;
    const smallest = scale - SHRINK_STEP < LEAST_SCALE - 1e-9;
    const lines = text
      .split('\n')
      .flatMap((part) => balance(analyse(part, [], displayStyle({ ...style, size }), fonts), width / size));
    const fits = lines.length <= most && lines.every((line) => line.width <= width + 0.01);
    if (fits || smallest) return { lines, size, overflows: !fits };
  }
};

/** Lines of one part in em measure `measure`: as few as hold it, then as even as the breaks allow. */
const balance = (analysis: Analysis, measure: number): readonly SetLine[] => {
  const n = analysis.atomCount;
  if (n === 0) return [];
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + analysis.atomWidth[i]! + analysis.gap[i]!;
  const widthOf = (from: number, to: number) => before[to]! - before[from]! - analysis.gap[to - 1]!;
  const whole = widthOf(0, n);
  const fewest = Math.max(1, Math.ceil(whole / measure - 1e-9));
  for (let count = fewest; count <= n; count++) {
    const ends = divide(analysis, widthOf, count, measure, whole / count);
    if (ends) return setEnds(analysis, ends);
  }
  return setEnds(analysis, [n]);
};

const divide = (
  analysis: Analysis,
  widthOf: (from: number, to: number) => number,
  count: number,
  measure: number,
  even: number,
): readonly number[] | null => {
  const n = analysis.atomCount;
  let best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  const froms: Int32Array[] = [];
  for (let line = 0; line < count; line++) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(n + 1).fill(-1);
    for (let to = 1; to <= n; to++) {
      if (!analysis.breakAfter[to - 1]) continue;
      const price = to < n ? breakPrice(analysis, to) : 0;
      for (let start = to - 1; start >= 0; start--) {
        const width = widthOf(start, to);
        if (width > measure + 1e-9) break;
        if (best[start] === Number.POSITIVE_INFINITY) continue;
        const lone = analysis.atomStart[to]! - analysis.atomStart[start]! === 1 && n > 1 ? LONE : 0;
        const total = best[start]! + (width - even) ** 2 + price + lone;
        if (total < next[to]!) {
          next[to] = total;
          from[to] = start;
        }
      }
    }
    best = next;
    froms.push(from);
  }
  if (best[n] === Number.POSITIVE_INFINITY) return null;
  const ends: number[] = [];
  let to = n;
  for (let line = count - 1; line >= 0; line--) {
    ends.unshift(to);
    to = froms[line]![to]!;
  }
  return ends;
};

const breakPrice = (analysis: Analysis, to: number): number => {
  const lastOfLeft = analysis.codePoints[analysis.atomStart[to]! - 1]!;
  const firstOfRight = analysis.codePoints[analysis.atomStart[to]!]!;
  const left = classOf(lastOfLeft);
  if (left === CharClass.FullSpace || left === CharClass.Space) return AFTER_SPACE;
  if (isClosing(left) || classOf(firstOfRight) === CharClass.Opener) return AT_MARK;
  if (CLINGS_BACK.has(String.fromCodePoint(firstOfRight))) return CLINGS_BACK_PRICE;
  return PLAIN;
};

const setEnds = (analysis: Analysis, ends: readonly number[]): readonly SetLine[] => {
  let from = 0;
  return ends.map((to) => {
    const line = justify(analysis, {
      from,
      to,
      measure: Number.POSITIVE_INFINITY,
      indent: 0,
      first: false,
      last: true,
    });
    from = to;
    return line;
  });
};
