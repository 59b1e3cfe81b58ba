/** Sets text in tests, with everything in em: one line a case. */
import type { Mark } from '../../../core/issue/issue.ts';
import { analyse } from '../../../core/typeset/analysis.ts';
import { justify } from '../../../core/typeset/justify.ts';
import type { LineFill, SetLine } from '../../../core/typeset/set-line.ts';
import type { SetStyle } from '../../../core/typeset/set-style.ts';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';

export const SIZE = 10;
export const FLUSH: SetStyle = {
  face: 'serif-400',
  boldFace: 'sans-700',
  size: SIZE,
  indent: 0,
  hanLatinGap: 0.25,
  kinsoku: 'basic',
  fullSpace: 1,
};
export const INDENTED: SetStyle = { ...FLUSH, indent: 2 };

/** A line in em: its characters with the left edges of their glyphs. */
export interface Line {
  readonly text: string;
  readonly xs: readonly number[];
  /** Right edge of the last box. */
  readonly right: number;
  readonly fill: LineFill;
}

/** A change is the difference of rounded positions. */
const coarse = (em: number): number => Math.round(em * 1e4) / 1e4 || 0;
const round = (em: number): number => Math.round(em * 1e6) / 1e6;

const inEm = (line: SetLine, text: string): Line => ({
  text: text.slice(line.from, line.to),
  xs: line.runs.flatMap((run) => run.xs.map((x) => round(x / SIZE))),
  right: round((line.indent + line.width) / SIZE),
  fill: line.fill,
});

export const set = (
  text: string,
  measure: number,
  style: Partial<SetStyle> = {},
  marks: readonly Mark[] = [],
): readonly Line[] =>
  typesetParagraph(text, { ...FLUSH, ...style }, measure, fonts, marks).lines.map((line) => inEm(line, text));

/** The text of each line. */
export const broken = (text: string, measure: number, style: Partial<SetStyle> = {}): readonly string[] =>
  set(text, measure, style).map((line) => line.text);

/** The whole text as one line of its natural width. */
export const natural = (text: string, style: Partial<SetStyle> = {}): Line =>
  inOneLine(text, Number.POSITIVE_INFINITY, style, true);

const inOneLine = (text: string, measure: number, style: Partial<SetStyle>, last: boolean): Line => {
  const analysis = analyse(text, [], { ...FLUSH, ...style }, fonts);
  const to = analysis.atomCount;
  return inEm(justify(analysis, { from: 0, to, measure, indent: 0, first: true, last }), text);
};

export interface Changed {
  /** Change of each distance between neighbours against the natural line, em, by the two characters. */
  readonly changes: Readonly<Record<string, number>>;
  readonly fill: LineFill;
}

/** The text as one line, `by` em wider (or narrower) than its natural width. Characters must all differ. */
export const filled = (text: string, by: number, style: Partial<SetStyle> = {}): Changed => {
  const before = natural(text, style);
  const after = inOneLine(text, before.right + by, style, false);
  const characters = [...text];
  const changes: Record<string, number> = {};
  for (let i = 1; i < characters.length; i++) {
    const change = coarse(after.xs[i]! - after.xs[i - 1]! - (before.xs[i]! - before.xs[i - 1]!));
    if (change !== 0) changes[`${characters[i - 1]}${characters[i]}`] = change;
  }
  return { changes, fill: after.fill };
};

/** The changes of these pairs, all by as much. */
export const each = (pairs: string, by: number): Record<string, number> =>
  Object.fromEntries(pairs.split(' ').map((pair) => [pair.replaceAll('_', ' '), coarse(by)]));

/** Characters at which lines other than the first begin, and other than the last end, over many measures. */
export const edges = (
  text: string,
  style: Partial<SetStyle> = {},
  measures: readonly number[] = [5, 6, 7, 8, 9, 10, 11, 12, 13],
): { readonly starts: ReadonlySet<string>; readonly ends: ReadonlySet<string> } => {
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const measure of measures) {
    const lines = broken(text, measure, style);
    for (const line of lines.slice(1)) starts.add([...line.trim()][0]!);
    for (const line of lines.slice(0, -1)) ends.add([...line.trim()].pop()!);
  }
  return { starts, ends };
};
