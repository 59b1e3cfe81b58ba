/**
 * Sums of a composition report: faults by kind and per 1,000 lines, loose lines against the limit of their
 * measure (docs/typesetting.md §3), and the same by page and by story. Pure.
 */
import type { Issue, StoryId } from '../issue/issue.ts';
import { FINDING_KINDS, FINDING_NAMES, type Finding, type FindingKind, thousandth } from './finding.ts';
import type { PrintedColumn } from './printed-columns.ts';
import { isJustified, type PrintedLine } from './printed-line.ts';

export type Counts = Readonly<Partial<Record<FindingKind, number>>>;

export interface Rate {
  readonly count: number;
  readonly perThousand: number;
}

export interface MeasureTotal {
  /** Characters in a line. */
  readonly measure: number;
  readonly lines: number;
  /** Very loose ones included. */
  readonly loose: number;
  readonly veryLoose: number;
  readonly perThousand: number;
  readonly limit: number;
  readonly met: boolean;
}

export interface CompositionTotals {
  /** Lines of the grid that text stands on, in all columns. */
  readonly lines: number;
  readonly kinds: readonly ({ readonly kind: FindingKind; readonly name: string } & Rate)[];
  /** All but tight lines, which are within the rules. */
  readonly faults: Rate;
  readonly faultsButLoose: Rate;
  readonly measures: readonly MeasureTotal[];
}

/** Loose lines allowed in 1,000, by characters in a line. */
export const looseLimit = (measure: number): number => (measure < 12 ? 18 : measure < 15 ? 12 : 2);

const perThousand = (count: number, lines: number): number =>
  lines === 0 ? 0 : thousandth((count * 1000) / lines);

export const countKinds = (findings: readonly Finding[]): Counts => {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const kind of FINDING_KINDS) {
    const count = findings.filter((finding) => finding.kind === kind).length;
    if (count > 0) counts[kind] = count;
  }
  return counts;
};

export const countRows = (columns: readonly PrintedColumn[]): number =>
  columns.reduce((sum, { rows }) => sum + rows.length, 0);

/** Lines of the grid by story. */
export const storyRows = (columns: readonly PrintedColumn[]): ReadonlyMap<StoryId, number> => {
  const counts = new Map<StoryId, number>();
  for (const { rows } of columns)
    for (const [line] of rows)
      if (line && line.story !== null) counts.set(line.story, (counts.get(line.story) ?? 0) + 1);
  return counts;
};

export const totalsOf = (
  findings: readonly Finding[],
  columns: readonly PrintedColumn[],
  looseLines: ReadonlyMap<PrintedLine, FindingKind>,
): CompositionTotals => {
  const lines = countRows(columns);
  const counts = countKinds(findings);
  const isLoose = (kind: FindingKind) => kind === 'loose' || kind === 'very-loose';
  /* Closing a line up by its last steps is within the rules: worth a look, no fault. */
  const faults = findings.filter(({ kind }) => kind !== 'tight');
  const rate = (count: number): Rate => ({ count, perThousand: perThousand(count, lines) });
  return {
    lines,
    kinds: FINDING_KINDS.map((kind) => ({ kind, name: FINDING_NAMES[kind], ...rate(counts[kind] ?? 0) })),
    faults: rate(faults.length),
    faultsButLoose: rate(faults.filter(({ kind }) => !isLoose(kind)).length),
    measures: measureTotals(columns, looseLines),
  };
};

const measureTotals = (
  columns: readonly PrintedColumn[],
  looseLines: ReadonlyMap<PrintedLine, FindingKind>,
): readonly MeasureTotal[] => {
  const sums = new Map<number, { lines: number; loose: number; veryLoose: number }>();
  for (const { rows, width } of columns)
    for (const line of rows.flat()) {
      if (!isJustified(line)) continue;
      const measure = Math.round((width / line.size) * 10) / 10;
      const sum = sums.get(measure) ?? { lines: 0, loose: 0, veryLoose: 0 };
      sums.set(measure, sum);
      sum.lines++;
      const kind = looseLines.get(line);
      if (kind) sum.loose++;
      if (kind === 'very-loose') sum.veryLoose++;
    }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([measure, { lines, loose, veryLoose }]) => ({
      measure,
      lines,
      loose,
      veryLoose,
      perThousand: perThousand(loose, lines),
      limit: looseLimit(measure),
      met: loose * 1000 <= looseLimit(measure) * lines,
    }));
};

export interface StoryComposition {
  readonly story: StoryId;
  readonly headline: string;
  readonly lines: number;
  readonly counts: Counts;
}

/** The stories of which a line is printed, in the order of the copy. */
export const byStory = (
  issue: Issue,
  findings: readonly Finding[],
  rows: ReadonlyMap<StoryId, number>,
): readonly StoryComposition[] =>
  issue.stories
    .filter(({ id }) => rows.has(id))
    .map(({ id, headline }) => ({
      story: id,
      headline: headline.replaceAll('\n', ''),
      lines: rows.get(id) ?? 0,
      counts: countKinds(findings.filter(({ story }) => story === id)),
    }));
