/** Single lines outside body text: heads, folios, bylines. Natural width, or spread to a width. Pure. */
import type { FontSet } from '../font/font-set.ts';
import type { TextStyle } from '../publication/publication.ts';
import { analyse } from './analysis.ts';
import { justify } from './justify.ts';
import { drawnRuns, type LineRun, type SetLine } from './set-line.ts';
import type { SetStyle } from './set-style.ts';

/** The paragraph style of a line of display text: no indent, gaps as in Chinese text. */
export const displayStyle = (style: TextStyle, fullSpace = 1): SetStyle => ({
  face: style.face,
  boldFace: style.face,
  size: style.size,
  indent: 0,
  hanLatinGap: 0.125,
  kinsoku: 'basic',
  fullSpace,
});

const EMPTY_FILL = { looseness: 0, compression: 0, forced: false };

/** The text as one line of its natural width, whatever that is. */
export const setText = (text: string, style: TextStyle, fonts: FontSet, fullSpace = 1): SetLine => {
  const analysis = analyse(text, [], displayStyle(style, fullSpace), fonts);
  if (analysis.atomCount === 0)
    return {
      from: 0,
      to: 0,
      size: style.size,
      width: 0,
      indent: 0,
      runs: [],
      fill: EMPTY_FILL,
      first: true,
      last: true,
    };
  const line = justify(analysis, {
    from: 0,
    to: analysis.atomCount,
    measure: Number.POSITIVE_INFINITY,
    indent: 0,
    first: true,
    last: true,
  });
  return trimLead({ ...line, runs: drawnRuns(line) }, analysis.leadBlank * style.size);
};

/** Display text loses an opener's blank at its left edge. */
const trimLead = (line: SetLine, lead: number): SetLine =>
  lead === 0 ? line : { ...shift(line, -lead), width: line.width - lead };

/** Moves a run's characters; a dash's stroke goes with its first and last one. */
const moveRun = (run: LineRun, move: (x: number) => number): LineRun => {
  const xs = run.xs.map(move);
  if (!run.stroke) return { ...run, xs };
  const left = run.stroke.left + xs[0]! - run.xs[0]!;
  const right = run.stroke.right + xs[xs.length - 1]! - run.xs[run.xs.length - 1]!;
  return { ...run, xs, stroke: { ...run.stroke, left, right } };
};

const shift = (line: SetLine, dx: number): SetLine => ({
  ...line,
  runs: line.runs.map((run) => moveRun(run, (x) => x + dx)),
});

/** Sets the characters further apart, equally, until the line is `width` points wide. Never closer. */
export const spread = (line: SetLine, width: number): SetLine => {
  const count = line.runs.reduce((sum, run) => sum + run.xs.length, 0);
  const extra = width - line.width;
  if (count < 2 || extra <= 0) return line;
  const each = extra / (count - 1);
  let index = 0;
  const runs = line.runs.map((run) => moveRun(run, (x) => x + each * index++));
  return { ...line, runs, width };
};
