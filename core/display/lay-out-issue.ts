/** The whole way from an issue to what is drawn: what the screen, the PDF and the dumps share. Pure. */
import { Cache } from '../cache.ts';
import type { FontSet } from '../font/font-set.ts';
import type { Issue } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { type JumpReport, layOutPages } from '../makeup/lay-out-pages.ts';
import type { PageLayout } from '../makeup/page-layout.ts';
import type { PageReport } from '../makeup/page-report.ts';
import { buildDisplayPage } from './build-display-list.ts';
import type { DisplayList } from './display-list.ts';
import { faceProblems } from './face-problems.ts';

export interface IssueLayout {
  readonly displayList: DisplayList;
  /** What the display list was built from, as the composition report reads it. */
  readonly layouts: readonly PageLayout[];
  readonly pages: readonly PageReport[];
  readonly jumps: readonly JumpReport[];
  readonly problems: readonly Problem[];
}

/** Title of the PDF and of the window: 上街时报 2020-03-15 第9期. */
export const issueTitle = (issue: Issue): string =>
  [
    issue.publication.name,
    issue.masthead.date ?? '',
    issue.masthead.number === null ? '' : `第${issue.masthead.number}期`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** With what `cache` has of these fonts from before. */
export const layOutIssue = (issue: Issue, fonts: FontSet, cache: Cache = new Cache()): IssueLayout => {
  const { pages, reports, jumps, problems } = layOutPages(issue, fonts, cache);
  const displayed = pages.map((page) => buildDisplayPage(page, cache));
  return {
    displayList: { title: issueTitle(issue), pages: displayed },
    layouts: pages,
    pages: reports,
    jumps,
    problems: [...problems, ...faceProblems(issue, { fonts, cache }, displayed)],
  };
};
