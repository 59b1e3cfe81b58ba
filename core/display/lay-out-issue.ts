/** The whole way from an issue to what is drawn: what the screen, the PDF and the dumps share. Pure. */
import type { FontSet } from '../font/font-set.ts';
import type { Issue } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { type JumpReport, layOutPages, type PageReport } from '../makeup/lay-out-pages.ts';
import { type GalleyCache, newGalleyCache } from '../typeset/galley.ts';
import { buildDisplayPage } from './build-display-list.ts';
import type { DisplayList } from './display-list.ts';

export interface IssueLayout {
  readonly displayList: DisplayList;
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

export const layOutIssue = (
  issue: Issue,
  fonts: FontSet,
  cache: GalleyCache = newGalleyCache(),
): IssueLayout => {
  const { pages, reports, jumps, problems } = layOutPages(issue, fonts, cache);
  return {
    displayList: { title: issueTitle(issue), pages: pages.map(buildDisplayPage) },
    pages: reports,
    jumps,
    problems,
  };
};
