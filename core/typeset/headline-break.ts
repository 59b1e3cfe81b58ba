/**
 * Problem: a headline is broken into balanced lines by sense, never inside a word or a number, never leaving one
 * character alone.
 * Method: least sum of squared differences from the even length over the permitted breaks, with a price on each
 * break. The story's stored breaks and its spaces are the good places, the edges of marks come next; any other
 * splits a word and costs as much as lines of 70 to 30. A headline that splits one is shrunk a little, then given a
 * line more, then shrunk to the limit, before the split is accepted. Without stored breaks any Han boundary will do.
 * Limits: no word list here, so that every machine gives the same lines; the editor's own (`\n`) always win.
 */
import type { FontSet } from '../font/font-set.ts';
import type { TextStyle } from '../publication/publication.ts';
import { type Analysis, analyse } from './analysis.ts';
import { CharClass, classOf, isClosing } from './char-class.ts';
import { evenPrice, firstOf, HARM, Sense, sensePrice, sensesOf } from './headline-sense.ts';
import { justify } from './justify.ts';
import type { SetLine } from './set-line.ts';
import { displayStyle } from './set-text.ts';

/** Price of a line of one character, squared em: more than any other. */
const LONE = 1_000_000;

/**
 * Price of a split word where breaks are stored, in squares of the even length: as much as two lines of 70 to 30,
 * each 0.4 of it off. Before a headline is shrunk further than slightly, 80 to 20 is borne.
 */
const UNEVEN = 2 * 0.4 ** 2;
const VERY_UNEVEN = 2 * 0.6 ** 2;

export interface SetHeadline {
  readonly lines: readonly SetLine[];
  readonly size: number;
  /** True where even the smallest permitted size left a line wider than the span, or lines far too many. */
  readonly overflows: boolean;
  /** True where it took more lines than asked for. */
  readonly crowded: boolean;
  /** What the breaks do against the sense (headline-sense.ts): 0 where all are stored or at a space. */
  readonly harm: number;
}

/** What a headline may be shrunk to before it takes another line or overflows. */
const LEAST_SCALE = 0.75;
/** Lines more than asked for that still make a headline, if a crowded one. */
const MORE_LINES = 1;
const SHRINK_STEP = 0.05;
/** Steps that are tried before a headline takes a line more to keep its words whole. */
const SLIGHT_STEPS = 2;

/** How one size is tried. */
interface Trial {
  readonly size: number;
  /** Lines more than hold it. */
  readonly more: number;
  /** Price of a split word, in squares of the even length. */
  readonly split: number;
}

/**
 * Sets a headline in at most `most` lines of at most `width` points, shrunk within limits. `breaks` are the story's
 * stored offsets into `text`; with none the lines are broken evenly.
 */
export const setHeadline = (
  text: string,
  style: TextStyle,
  width: number,
  most: number,
  fonts: FontSet,
  breaks: readonly number[] = [],
): SetHeadline => {
  if (text === '') return { lines: [], size: style.size, overflows: false, crowded: false, harm: 0 };
  const parts = partsOf(text, style, fonts, new Set(breaks));
  const at = (step: number, more = 0, split = UNEVEN): SetHeadline => {
    const trial = { size: style.size * (1 - step * SHRINK_STEP), more, split };
    return setAt(parts, width, most, trial);
  };
  const isWhole = (setting: SetHeadline): boolean => fits(setting) && setting.harm === 0;
  const steps = Math.round((1 - LEAST_SCALE) / SHRINK_STEP);
  let accepted: SetHeadline | null = null;
  let last: SetHeadline | null = null;
  for (let step = 0; step <= steps; step++) {
    last = at(step, 0, step > SLIGHT_STEPS ? VERY_UNEVEN : UNEVEN);
    if (isWhole(last)) return last;
    accepted = lessHarm(accepted, last);
    if (step !== SLIGHT_STEPS || accepted === null) continue;
    for (const other of [at(0, 1), at(0, 0, VERY_UNEVEN)]) {
      if (isWhole(other)) return other;
      accepted = lessHarm(accepted, other);
    }
  }
  return (accepted ?? last)!;
};

/** A headline with its hard breaks taken out; where they stood a line may still end. */
export const joinHeadline = (
  text: string,
  breaks: readonly number[],
): { readonly text: string; readonly breaks: readonly number[] } => {
  if (!text.includes('\n')) return { text, breaks };
  const places = new Set(breaks);
  const joined: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') places.add(at + 1);
    if (length > 0 && places.has(at) && joined.at(-1) !== length) joined.push(length);
    if (text[at] !== '\n') length++;
  }
  return { text: text.replaceAll('\n', ''), breaks: joined.filter((at) => at < length) };
};

const lessHarm = (best: SetHeadline | null, other: SetHeadline): SetHeadline | null =>
  !fits(other) || (best !== null && other.harm >= best.harm) ? best : other;

const fits = ({ overflows, crowded }: SetHeadline): boolean => !overflows && !crowded;

/** The text between hard breaks. Its analysis is in em, so one serves every size. */
interface Part {
  readonly analysis: Analysis;
  readonly start: number;
  /** Null where no breaks are stored. */
  readonly senses: readonly Sense[] | null;
}

const partsOf = (
  text: string,
  style: TextStyle,
  fonts: FontSet,
  stored: ReadonlySet<number>,
): readonly Part[] => {
  let end = -1;
  return text.split('\n').map((line) => {
    const start = end + 1;
    end = start + line.length;
    const analysis = analyse(line, [], displayStyle(style), fonts);
    return { analysis, start, senses: stored.size > 0 ? sensesOf(analysis, stored, start) : null };
  });
};

/** One size: every part in as few lines as hold it, or more. */
const setAt = (parts: readonly Part[], width: number, most: number, trial: Trial): SetHeadline => {
  const lines: SetLine[] = [];
  let harm = 0;
  for (const { analysis, start, senses } of parts) {
    const ends = balance(analysis, width / trial.size, senses, trial);
    const sized = { ...analysis, style: { ...analysis.style, size: trial.size } };
    for (const line of setEnds(sized, ends)) lines.push(moved(line, start));
    if (senses) for (const end of ends) harm += HARM[senses[end] ?? Sense.Space]!;
  }
  return {
    lines,
    size: trial.size,
    overflows: lines.length > most + MORE_LINES || lines.some((line) => line.width > width + 0.01),
    crowded: lines.length > most,
    harm,
  };
};

/** Offsets of a part's line as offsets of the whole text. */
const moved = (line: SetLine, by: number): SetLine =>
  by === 0
    ? line
    : {
        ...line,
        from: line.from + by,
        to: line.to + by,
        runs: line.runs.map((run) => ({ ...run, from: run.from + by })),
      };

type WidthOf = (from: number, to: number) => number;

/** Ends of the lines of one part in em measure `measure`, as even as the breaks allow. */
const balance = (
  analysis: Analysis,
  measure: number,
  senses: readonly Sense[] | null,
  trial: Trial,
): readonly number[] => {
  const n = analysis.atomCount;
  if (n === 0) return [];
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + analysis.atomWidth[i]! + analysis.gap[i]!;
  const widthOf = (from: number, to: number) => before[to]! - before[from]! - analysis.gap[to - 1]!;
  const whole = widthOf(0, n);
  const fewest = Math.max(1, Math.ceil(whole / measure - 1e-9));
  // What stands in one line needs no second one.
  for (let count = fewest === 1 ? 1 : fewest + trial.more; count <= n; count++) {
    const even = whole / count;
    const price = (to: number) =>
      senses ? sensePrice(analysis, senses, to, even, trial.split) : evenPrice(analysis, to);
    const ends = divide(analysis, widthOf, price, count, measure, even);
    if (ends) return ends;
  }
  return [n];
};

const divide = (
  analysis: Analysis,
  widthOf: WidthOf,
  priceOf: (to: number) => number,
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
      const price = to < n ? priceOf(to) : 0;
      for (let start = to - 1; start >= 0; start--) {
        const width = widthOf(start, to);
        if (width > measure + 1e-9) break;
        if (best[start] === Number.POSITIVE_INFINITY) continue;
        const lone = n > 1 && isLone(analysis, start, to) ? LONE : 0;
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

const isMark = (c: CharClass): boolean => isClosing(c) || c === CharClass.Opener;

/** One character, with or without marks. */
const isLone = (analysis: Analysis, from: number, to: number): boolean => {
  let characters = 0;
  for (let i = from; i < to && characters < 2; i++)
    if (!isMark(classOf(firstOf(analysis, i))))
      characters += analysis.atomStart[i + 1]! - analysis.atomStart[i]!;
  return characters < 2;
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
