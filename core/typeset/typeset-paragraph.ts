/**
 * Sets a paragraph to a measure: analysis, breaks, justified lines. Pure; what is kept between layouts is the
 * caller's (galley.ts).
 */
import type { FontSet } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import { type Analysis, analyse } from './analysis.ts';
import { justify } from './justify.ts';
import { type BreakPlan, breakLines } from './line-break.ts';
import { breakInto } from './line-count.ts';
import { LOOSE_DEMERITS } from './line-sums.ts';
import type { SetLine } from './set-line.ts';
import type { SetStyle } from './set-style.ts';
import { LineEnd } from './space.ts';

export interface SetParagraph {
  readonly lines: readonly SetLine[];
  readonly missing: readonly number[];
}

/** Demerits that another number of lines may cost: less than one loose line. */
const MOST_HARM = LOOSE_DEMERITS / 2;

const NO_MARKS: readonly Mark[] = [];
const EMPTY: SetParagraph = { lines: [], missing: [] };

/** `measure` in em of the style's size. An empty text gives no lines. */
export const typesetParagraph = (
  text: string,
  style: SetStyle,
  measure: number,
  fonts: FontSet,
  marks: readonly Mark[] = NO_MARKS,
): SetParagraph => {
  if (text === '') return EMPTY;
  return setAnalysed(analyse(text, marks, style, fonts), measure, fonts, marks);
};

/** The same for a paragraph that was analysed before: one analysis serves every measure. */
export const setAnalysed = (
  analysis: Analysis,
  measure: number,
  fonts: FontSet,
  marks: readonly Mark[] = NO_MARKS,
): SetParagraph => setLines(fitToMeasure(analysis, marks, measure, fonts), measure);

/** Words wider than the line are opened up, so that they can be broken at all. */
const fitToMeasure = (
  analysis: Analysis,
  marks: readonly Mark[],
  measure: number,
  fonts: FontSet,
): Analysis => {
  /* The first line is shorter, and the first word has no other. */
  const first = measure - indentOf(analysis, measure) - analysis.leadBlank;
  const widest = (analysis.atomWidth[0] ?? 0) > first ? first : measure;
  return analysis.widestAtom > widest
    ? analyse(analysis.text, marks, analysis.style, fonts, widest)
    : analysis;
};

const indentOf = ({ style }: Analysis, measure: number): number =>
  Math.min(style.indent, Math.max(0, measure - 1));

/** The paragraph in `by` lines more (or fewer) than it takes best; null where that would set it loose. */
export const setOtherwise = (analysis: Analysis, measure: number, by: number): SetParagraph | null => {
  if (analysis.style.ragged || analysis.widestAtom > measure) return null;
  const indent = indentOf(analysis, measure);
  const best = breakLines(analysis, measure, indent);
  if (best.forced) return null;
  const plan = breakInto(analysis, measure, indent, best.ends.length + by);
  if (plan === null || plan.demerits > best.demerits + MOST_HARM) return null;
  return { lines: justifyAll(analysis, measure, indent, plan), missing: analysis.missing };
};

const setLines = (analysis: Analysis, measure: number): SetParagraph => {
  const indent = indentOf(analysis, measure);
  const plan = breakLines(analysis, measure, indent);
  return { lines: justifyAll(analysis, measure, indent, plan), missing: analysis.missing };
};

const justifyAll = (
  analysis: Analysis,
  measure: number,
  indent: number,
  plan: BreakPlan,
): readonly SetLine[] => {
  const hanging = new Set(plan.hanging);
  const lines: SetLine[] = [];
  let from = 0;
  for (const to of plan.ends) {
    const last = to === analysis.atomCount;
    const line = justify(analysis, {
      from,
      to,
      measure,
      indent,
      first: from === 0,
      /* A ragged line is set as a last one is: at its natural width. */
      last: last || analysis.style.ragged === true,
      hangs: hanging.has(to),
    });
    const forced = !last && analysis.breakAfter[to - 1] !== LineEnd.Permitted;
    lines.push(
      forced || line.last !== last
        ? { ...line, last, fill: forced ? { ...line.fill, forced: true } : line.fill }
        : line,
    );
    from = to;
  }
  return lines;
};
