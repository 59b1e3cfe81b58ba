/** The figures as a table on the terminal: what was measured, the goal, the share of Chromium's time. Pure. */
import type { BenchText } from './bench-text.ts';
import { FIGURES, type FigureId, type FigureKind, goalOf, goalRatioOf } from './goals.ts';
import type { Measured } from './measured.ts';
import type { ReferenceFigures } from './reference.ts';
import type { Spread } from './spread.ts';

export interface Row {
  readonly figure: FigureId;
  readonly spread: Spread;
  readonly goal: number | null;
  readonly met: boolean | null;
  /** Ours to Chromium's, and what the goals make of it. */
  readonly ratio: number | null;
  readonly goalRatio: number | null;
  readonly ratioMet: boolean | null;
}

export const rowsOf = (
  text: BenchText,
  measured: Measured,
  reference: ReferenceFigures | null,
): readonly Row[] =>
  (Object.keys(FIGURES) as FigureId[]).flatMap((figure) => {
    const spread = measured[figure];
    if (!spread) return [];
    const goal = goalOf(figure, text.id, text.characters);
    const against = FIGURES[figure].reference;
    const ratio = against && reference ? spread.median / reference[against].median : null;
    const goalRatio = goalRatioOf(figure, text.id);
    return [
      {
        figure,
        spread,
        goal,
        met: goal === null ? null : spread.median <= goal,
        ratio,
        goalRatio,
        ratioMet: ratio === null || goalRatio === null ? null : ratio <= goalRatio,
      },
    ];
  });

/** Three figures that count: more would be noise. */
const amount = (value: number): string => {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
};

const withUnit = (value: number, { unit }: FigureKind): string => `${amount(value)} ${unit}`;

const rangeOf = ({ samples, p25, p75 }: Spread): string =>
  samples === 1 ? '' : `${amount(p25)}–${amount(p75)}`;

const verdict = (met: boolean | null): string => (met === null ? '' : met ? 'met' : 'MISSED');

const ratioOf = ({ ratio, goalRatio }: Row): string => {
  if (goalRatio === null) return '';
  return `${ratio === null ? 'no browser' : amount(ratio)} (≤ ${amount(goalRatio)})`;
};

const HEAD = ['figure', 'median', 'p25–p75', 'n', 'goal', '', 'of Chromium', ''];

const widthOf = (cell: string): number => [...cell].length;

const aligned = (lines: readonly (readonly string[])[]): readonly string[] => {
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column]!))));
  return lines.map((cells) =>
    cells
      .map((cell, column) => {
        const fill = ' '.repeat(widths[column]! - widthOf(cell));
        return column === 0 ? cell + fill : fill + cell;
      })
      .join('  ')
      .trimEnd(),
  );
};

export const printRows = (rows: readonly Row[]): string =>
  aligned([
    HEAD,
    ...rows.map((row) => {
      const kind = FIGURES[row.figure];
      return [
        kind.label,
        withUnit(row.spread.median, kind),
        rangeOf(row.spread),
        row.spread.samples === 1 ? '' : String(row.spread.samples),
        row.goal === null ? '' : `≤ ${withUnit(row.goal, kind)}`,
        verdict(row.met),
        ratioOf(row),
        verdict(row.ratioMet),
      ];
    }),
  ]).join('\n');

export const printSpread = (spread: Spread): string =>
  `${amount(spread.median)} ms (${rangeOf(spread)}, n = ${spread.samples})`;

/** How many goals are met, by time and by share of the reference. */
export const summary = (rows: readonly Row[]): string => {
  const count = (of: readonly (boolean | null)[]) => {
    const set = of.filter((met) => met !== null);
    return `${set.filter(Boolean).length} met, ${set.filter((met) => !met).length} missed`;
  };
  return [
    `goals: ${count(rows.map((row) => row.met))}`,
    `goals as shares of Chromium’s time: ${count(rows.map((row) => row.ratioMet))}`,
  ].join('\n');
};
