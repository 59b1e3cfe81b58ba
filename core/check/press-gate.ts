/**
 * 付印前的关: what must be looked at before pages leave the house, the same for an export, a print and the command. One
 * list of what is printed wrong or not at all: text and pictures without room, what covers something else, characters
 * and faces that are not there, facts that stand empty, pages that are white. Whoever has seen it may go on.
 * Asked for on demand; nothing of it is measured while an editor types. Pure.
 */
import type { IssueLayout } from '../display/lay-out-issue.ts';
import type { Issue, PictureId } from '../issue/issue.ts';
import { noteProblem, openNotes } from '../issue/open-notes.ts';
import type { Problem } from '../issue/problem.ts';
import { makeUpOf } from '../makeup/kinds.ts';
import { whiteOf } from './page-white.ts';
import { type PictureFault, pictureProblems } from './picture-problems.ts';

/** What the issue and its layout do not know of themselves. */
export interface PressFacts {
  /** Pictures of the issue whose files are damaged or are not there. */
  readonly faults: ReadonlyMap<PictureId, PictureFault>;
}

export const NO_FACTS: PressFacts = { faults: new Map() };

/** Share of a page's type area that may stay white. */
const MOST_WHITE = 0.25;

/** The layout's warnings that are said here too: by themselves they are no fault of the page, but of the paper. */
const ALSO: readonly Problem['kind'][] = ['unplaced-picture'];

/** Of what a kind of publication checks by itself, what the law asks to be printed. */
const FACTS: readonly Problem['kind'][] = ['missing-masthead-fact', 'missing-imprint-fact'];

const rankOf = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

/** Errors first; both in the order of the pages, those of the issue as a whole first. */
export const pressFindings = (
  issue: Issue,
  { layouts, problems }: Pick<IssueLayout, 'layouts' | 'problems'>,
  { faults }: PressFacts,
): readonly Problem[] => {
  const findings = [
    ...notedFaults(issue),
    ...makeUpOf(issue.publication)
      .checks(issue)
      .filter(({ kind, severity }) => FACTS.includes(kind) || severity === 'error'),
    ...problems.filter(({ kind, severity }) => severity === 'error' || ALSO.includes(kind)),
    ...pictureProblems(issue, withUnknown(issue, faults)),
    ...layouts.flatMap((page): Problem[] => {
      const { share, lines } = whiteOf(issue, page);
      if (share <= MOST_WHITE) return [];
      return [
        {
          kind: 'white-page',
          severity: 'warning',
          message: `第${page.number}版空着 ${Math.round(share * 100)}%，合通栏 ${lines} 行、约 ${share.toFixed(1)} 版：请补稿、放大标题和图片，或核对是否有意留白。`,
          page: page.number,
        },
      ];
    }),
  ];
  return findings
    .map((finding, at) => ({ finding, at }))
    .sort(
      (a, b) =>
        rankOf(a.finding) - rankOf(b.finding) || (a.finding.page ?? 0) - (b.finding.page ?? 0) || a.at - b.at,
    )
    .map(({ finding }) => finding);
};

/**
 * Of what an import told, that the copy names another paper, and that a picture did not come of a story that is on the
 * pages: what lies in the tray is not printed.
 */
const notedFaults = (issue: Issue): readonly Problem[] => {
  const printed = new Set(issue.pages.flatMap(({ frames }) => frames.map(({ story }) => story)));
  return openNotes(issue)
    .filter(
      ({ severity, about, story }) =>
        severity === 'warning' &&
        (about?.kind === 'nameplate' ||
          (about?.kind === 'picture' && (story === null || printed.has(story)))),
    )
    .map(noteProblem);
};

/** With the pictures that stories name and the issue has not. */
const withUnknown = (issue: Issue, faults: PressFacts['faults']): PressFacts['faults'] => {
  const known = new Set(issue.pictures.map(({ id }) => id));
  const unknown = issue.stories.flatMap(({ pictures }) =>
    pictures.flatMap(({ picture }) => (known.has(picture) ? [] : [picture])),
  );
  return unknown.length === 0
    ? faults
    : new Map([...faults, ...unknown.map((id) => [id, 'missing'] as const)]);
};
