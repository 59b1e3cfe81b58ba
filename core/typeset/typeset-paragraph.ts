/**
 * Sets a paragraph to a measure: analysis, breaks, justified lines. Pure; what is kept between layouts is the
 * caller's (galley.ts).
 */
import type { FontSet } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import { type Analysis, analyse } from './analysis.ts';
import { justify } from './justify.ts';
import { breakLines } from './line-break.ts';
import type { SetLine } from './set-line.ts';
import type { SetStyle } from './set-style.ts';

export interface SetParagraph {
  readonly lines: readonly SetLine[];
  readonly missing: readonly number[];
}

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

/** Words wider than the measure are opened up, so that they can be broken at all. */
const fitToMeasure = (
  analysis: Analysis,
  marks: readonly Mark[],
  measure: number,
  fonts: FontSet,
): Analysis =>
  analysis.widestAtom > measure ? analyse(analysis.text, marks, analysis.style, fonts, measure) : analysis;

const setLines = (analysis: Analysis, measure: number): SetParagraph => {
  const indent = Math.min(analysis.style.indent, Math.max(0, measure - 1));
  const plan = breakLines(analysis, measure, indent);
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
    const forced = plan.forced && !analysis.breakAfter[to - 1];
    lines.push(
      forced || line.last !== last
        ? { ...line, last, fill: forced ? { ...line.fill, forced: true } : line.fill }
        : line,
    );
    from = to;
  }
  return { lines, missing: analysis.missing };
};
