/**
 * The composition report: what a proof-reader of the typesetting would mark on the printed pages, line by line.
 * Measures the page layouts from the positions of their glyphs; asks nothing of the typesetter that set them, so
 * that it would find the typesetter's own faults. Figures and limits from docs/typesetting.md.
 * Pure, and made only when a report is asked for: layout does not pay for it.
 */
import type { FontSet } from '../font/font-set.ts';
import type { Issue } from '../issue/issue.ts';
import type { PageLayout } from '../makeup/page-layout.ts';
import { type Composition, formatOf } from '../publication/publication.ts';
import { checkAlignment, checkGrid, checkOrphan, checkWidow } from './column-checks.ts';
import {
  byStory,
  type CompositionTotals,
  type Counts,
  countKinds,
  countRows,
  type StoryComposition,
  storyRows,
  totalsOf,
} from './composition-totals.ts';
import type { Finding, FindingKind } from './finding.ts';
import {
  checkAbreast,
  checkLoneHeadlineCell,
  checkLoneHeadlineCharacter,
  checkSplitHead,
  checkStrandedHead,
  checkStrandedSubhead,
  headsOf,
} from './headline-checks.ts';
import {
  checkForced,
  checkLineEnd,
  checkLineStart,
  checkLoneCharacter,
  checkLooseness,
  checkSplitNumber,
  checkTightness,
} from './line-checks.ts';
import { checkAdjacentMarks, checkHanLatinGap } from './mark-checks.ts';
import { checkHoles, checkThroughLines, frameBoxes, roomsOf } from './page-checks.ts';
import { type PrintedColumn, printedColumns } from './printed-columns.ts';
import { isColumnText, type PrintedLine, printedLines } from './printed-line.ts';

export interface PageComposition {
  readonly page: number;
  readonly lines: number;
  readonly counts: Counts;
  /** Lines free over the whole width at the last page's foot: 缺 n 行. */
  readonly freeFoot: number;
}

export interface CompositionReport {
  readonly totals: CompositionTotals;
  readonly pages: readonly PageComposition[];
  readonly stories: readonly StoryComposition[];
  /** Page by page. */
  readonly findings: readonly Finding[];
}

/** Headlines and what the program adds are set with this gap at most, em (display text). */
const DISPLAY_GAP = 0.125;

export const compositionReport = (
  issue: Issue,
  pages: readonly PageLayout[],
  fonts: FontSet,
): CompositionReport => {
  const read = pages.map((page) => {
    const lines = printedLines(issue, page, fonts);
    return { page, lines, columns: printedColumns(issue, lines) };
  });
  const allColumns = read.flatMap(({ columns }) => columns);
  const rows = storyRows(allColumns);
  const format = formatOf(issue.publication, issue.format);
  const rules = issue.publication.stylebook.composition;
  const looseLines = new Map<PrintedLine, FindingKind>();
  const checked = read.map(({ page, lines, columns }, index) => {
    const frames = frameBoxes(issue.pages[page.number - 1]?.frames ?? [], format);
    const rooms = roomsOf(page, lines, columns, frames, format);
    const heads = headsOf(lines);
    const holes = checkHoles(page.number, rooms, columns, frames, format, index === pages.length - 1);
    const findings = [
      ...lines.flatMap((line) => checkLine(line, rules)),
      ...columns.flatMap((column) => column.rows.flat().flatMap((line) => checkFilling(line, column))),
      ...columns.flatMap(checkColumn),
      ...checkGrid(lines, format),
      ...checkAlignment(lines, format),
      ...lines.flatMap(checkLoneHeadlineCharacter),
      ...heads.flatMap(checkLoneHeadlineCell),
      ...heads.flatMap((head) => checkSplitHead(head, issue)),
      ...heads.flatMap((head) => checkStrandedHead(head, columns, rows)),
      ...checkAbreast(heads, frames, format),
      ...holes.findings,
      ...checkThroughLines(page.number, rooms, format),
    ];
    return {
      findings,
      page: {
        page: page.number,
        lines: countRows(columns),
        counts: countKinds(findings),
        freeFoot: holes.freeFoot,
      },
    };
  });

  function checkFilling(line: PrintedLine, column: PrintedColumn): Finding[] {
    const loose = checkLooseness(line);
    for (const { kind } of loose) looseLines.set(line, kind);
    return [...loose, ...checkForced(line, column, rules.hanging)];
  }

  const findings = checked.flatMap((one) => one.findings);
  return {
    totals: totalsOf(findings, allColumns, looseLines),
    pages: checked.map(({ page }) => page),
    stories: byStory(issue, findings, rows),
    findings,
  };
};

const checkLine = (line: PrintedLine, rules: Composition): Finding[] => {
  if (line.vertical) return [];
  const gap = isColumnText(line) ? rules.hanLatinGap : Math.min(rules.hanLatinGap, DISPLAY_GAP);
  return [
    ...checkLineStart(line, rules.kinsoku),
    ...checkLineEnd(line, rules.kinsoku),
    ...checkSplitNumber(line),
    ...checkTightness(line, rules),
    ...checkLoneCharacter(line),
    ...checkAdjacentMarks(line),
    ...checkHanLatinGap(line, gap),
  ];
};

const checkColumn = (column: PrintedColumn): Finding[] => [
  ...checkWidow(column),
  ...checkOrphan(column),
  ...checkStrandedSubhead(column),
];
