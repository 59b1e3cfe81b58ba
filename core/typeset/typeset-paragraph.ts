/**
 * Sets a paragraph to a measure: analysis, breaks, justified lines. Pure; what is kept between layouts is the
 * caller's (galley.ts).
 */
import type { FontSet } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import { type Analysis, analyse, type SetStyle } from './analysis.ts';
import { justify } from './justify.ts';
import { breakLines } from './line-break.ts';
import type { SetLine } from './set-line.ts';

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
  return setLines(fitToMeasure(analyse(text, marks, style, fonts), marks, measure, fonts), measure);
};

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
  const lines: SetLine[] = [];
  let from = 0;
  for (const to of plan.ends) {
    const line = justify(analysis, {
      from,
      to,
      measure,
      indent,
      first: from === 0,
      last: to === analysis.atomCount,
    });
    if (analysis.style.ragged && line.width > 0 && to < analysis.atomCount) {
      lines.push({
        ...justify(analysis, { from, to, measure, indent, first: from === 0, last: true }),
        last: false,
      });
      from = to;
      continue;
    }
    lines.push(
      plan.forced && !analysis.breakAfter[to - 1] ? { ...line, fill: { ...line.fill, forced: true } } : line,
    );
    from = to;
  }
  return { lines, missing: analysis.missing };
};
