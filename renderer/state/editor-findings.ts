/**
 * Which faults of the printed page an editor acts on, as problems with a place: headlines abreast 碰题, holes,
 * headlines and subheads without body beneath them, white lines across the page, headlines badly broken. Loose
 * lines and widows are the typesetter's and are left to the composition report. Measured as that report measures
 * (core/check), but page by page, so that what a page was read as is kept as long as its layout. Pure.
 */

import { type Cache, family, isKept, kept } from '../../core/cache.ts';
import { storyRows } from '../../core/check/composition-totals.ts';
import type { Finding } from '../../core/check/finding.ts';
import {
  checkAbreast,
  checkLoneHeadlineCell,
  checkLoneHeadlineCharacter,
  checkSplitHead,
  checkStrandedHead,
  checkStrandedSubhead,
  type Head,
  headsOf,
} from '../../core/check/headline-checks.ts';
import { checkHoles, checkThroughLines, frameBoxes, roomsOf } from '../../core/check/page-checks.ts';
import { type PrintedColumn, printedColumns } from '../../core/check/printed-columns.ts';
import { printedLines } from '../../core/check/printed-line.ts';
import type { FontSet } from '../../core/font/font-set.ts';
import { type Rect, right } from '../../core/geometry.ts';
import { type Issue, storyOf } from '../../core/issue/issue.ts';
import type { TextPart } from '../../core/issue/text-place.ts';
import { cellAt, typeArea } from '../../core/makeup/column-grid.ts';
import type { PageLayout } from '../../core/makeup/page-layout.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { formatOf, type PageFormat } from '../../core/publication/publication.ts';
import type { Typesetting } from '../../core/typeset/typesetting.ts';
import { panelStrings } from '../strings/panels.ts';
import type { ListedProblem } from './problem-place.ts';

const said = panelStrings.problems;
/** White of the type area's width, less this (points), outside frames is 缺 n 行 of the page and reported as that. */
const EDGE = 2;

interface ReadPage {
  readonly columns: readonly PrintedColumn[];
  readonly heads: readonly Head[];
  /** All but 背题 of headlines, which needs the length of the stories on other pages. */
  readonly findings: readonly Finding[];
}

const READ = family<PageLayout, ReadPage>('pages that were read');

const isLastOf = (pages: readonly PageLayout[], page: PageLayout): boolean => page === pages.at(-1);

export const isRead = (pages: readonly PageLayout[], page: PageLayout, cache: Cache): boolean =>
  isKept(cache, READ, page, [isLastOf(pages, page)]);

/** Reads what is printed on a page: the costly part, kept with the page's layout. */
export const readPage = (
  issue: Issue,
  pages: readonly PageLayout[],
  page: PageLayout,
  { fonts, cache }: Typesetting,
): ReadPage => {
  const isLast = isLastOf(pages, page);
  return kept(cache, READ, page, [isLast], () => read(issue, page, isLast, fonts));
};

const read = (issue: Issue, page: PageLayout, isLast: boolean, fonts: FontSet): ReadPage => {
  const format = formatOf(issue.publication, issue.format);
  const lines = printedLines(issue, page, fonts);
  const columns = printedColumns(issue, lines);
  const heads = headsOf(lines);
  const frames = frameBoxes(issue.pages[page.number - 1]?.frames ?? [], format);
  const rooms = roomsOf(page, lines, columns, frames, format);
  const findings =
    frames.size === 0
      ? []
      : [
          ...checkAbreast(heads, frames, format),
          ...checkHoles(page.number, rooms, columns, frames, format, isLast).findings,
          ...columns.flatMap(checkStrandedSubhead),
          ...checkThroughLines(page.number, rooms, format),
          ...lines.flatMap(checkLoneHeadlineCharacter),
          ...heads.flatMap(checkLoneHeadlineCell),
          ...heads.flatMap((head) => checkSplitHead(head, issue)),
        ];
  return { columns, heads, findings };
};

const findingsOf = (
  issue: Issue,
  pages: readonly PageLayout[],
  typesetting: Typesetting,
): readonly Finding[] => {
  const all = pages.map((page) => readPage(issue, pages, page, typesetting));
  const rows = storyRows(all.flatMap(({ columns }) => columns));
  return all.flatMap(({ columns, heads, findings }) => [
    ...findings,
    ...heads.flatMap((head) => checkStrandedHead(head, columns, rows)),
  ]);
};

export const editorFindings = (
  issue: Issue,
  pages: readonly PageLayout[],
  typesetting: Typesetting,
): readonly ListedProblem[] => {
  const format = formatOf(issue.publication, issue.format);
  const findings = findingsOf(issue, pages, typesetting);
  return findings
    .filter((finding) => !isSmallerHole(finding, findings))
    .flatMap((finding) => asProblem(issue, format, finding) ?? []);
};

/** A frame that runs short is white in several of its columns: that is said once, of the largest. */
const isSmallerHole = (finding: Finding, findings: readonly Finding[]): boolean => {
  if (finding.kind !== 'hole' || finding.frame === null) return false;
  const own = findings.filter(({ kind, frame }) => kind === 'hole' && frame === finding.frame);
  const largest = Math.max(...own.map(({ value }) => value ?? 0));
  return own.find(({ value }) => value === largest) !== finding;
};

const asProblem = (issue: Issue, format: PageFormat, finding: Finding): ListedProblem | null => {
  const { kind, page, text, rect, value } = finding;
  const common = {
    page,
    at: { x: rect.x, y: rect.y },
    ...(finding.story === null ? {} : { story: finding.story }),
    ...(finding.frame === null ? {} : { frame: finding.frame }),
  };
  const warning = (message: string, part?: TextPart, paragraph = 0): ListedProblem => ({
    kind,
    severity: 'warning',
    message,
    ...common,
    ...(part && finding.story !== null ? { text: { story: finding.story, part, paragraph, offset: 0 } } : {}),
  });
  const headline = finding.story === null ? '' : headlineOf(storyOf(issue, finding.story));
  switch (kind) {
    case 'headlines-abreast':
      return warning(said.abreast(page, text));
    case 'hole':
      if (finding.frame === null && rect.width > typeArea(format).width - EDGE) return null;
      return finding.frame === null
        ? {
            kind,
            severity: 'note',
            message: said.emptyPlace(page, ...columnsOf(format, rect), value ?? 0),
            ...common,
          }
        : warning(said.hole(page, headline, value ?? 0));
    case 'stranded-headline':
      return finding.paragraph === null
        ? warning(said.strandedHeadline(page, headline))
        : warning(said.strandedSubhead(page, text), 'body', finding.paragraph);
    case 'through-line':
      return warning(said.throughLine(page));
    case 'lone-headline-character':
      return warning(said.loneCharacter(page, text), headPartOf(issue, finding));
    case 'split-headline':
      return warning(said.splitHead(page, text), headPartOf(issue, finding));
    default:
      return null;
  }
};

/** The first and the last basic column that it covers, from 1. */
const columnsOf = (format: PageFormat, rect: Rect): readonly [number, number] => {
  const at = (x: number) => cellAt(format, { x, y: rect.y }).column + 1;
  return [at(rect.x + EDGE), at(right(rect) - EDGE)];
};

/** The part of the head that the line was set from. */
const headPartOf = (issue: Issue, { story: id, text }: Finding): TextPart => {
  const story = id === null ? null : storyOf(issue, id);
  const line = text.replace(/…$/, '');
  return (['headline', 'kicker', 'deck'] as const).find((part) => story?.[part].includes(line)) ?? 'headline';
};
