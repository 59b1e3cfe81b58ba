/**
 * The problems of the issue: those of opening it, of its stories, layout, masthead and printed page, the worst first.
 * Beside them the notes of its imports 导入提示, which the issue itself keeps.
 */
import { useMemo } from 'react';
import { mastheadProblems } from '../../core/check/masthead-problems.ts';
import { storyProblems } from '../../core/check/story-problems.ts';
import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import type { ImportNote, Issue } from '../../core/issue/issue.ts';
import { openNotes } from '../../core/issue/open-notes.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { numberedIssues, useArchive } from './archive-store.ts';
import { useOpen } from './desk-store.ts';
import { useFindings } from './idle-findings.ts';
import type { ListedProblem } from './problem-place.ts';

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** The worst first, in page order. */
export const inOrder = <P extends Pick<Problem, 'severity' | 'page'>>(problems: readonly P[]): readonly P[] =>
  [...problems].sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.page ?? 0) - (b.page ?? 0));

const NONE: readonly Problem[] = [];
const NO_ARCHIVE: readonly ArchivedIssue[] = [];

interface HeadProblems {
  readonly issue: Issue;
  readonly archive: readonly ArchivedIssue[];
  readonly file: string | null;
  readonly problems: readonly Problem[];
}
let head: HeadProblems | null = null;

/** The masthead's problems, kept while an edit leaves alone what they depend on. */
const headProblems = (
  issue: Issue,
  archive: readonly ArchivedIssue[],
  file: string | null,
): readonly Problem[] => {
  const isKnown =
    head !== null &&
    head.archive === archive &&
    head.file === file &&
    head.issue.masthead === issue.masthead &&
    head.issue.publication === issue.publication &&
    head.issue.format === issue.format &&
    head.issue.pictures === issue.pictures;
  if (!isKnown || head === null) {
    const problems = mastheadProblems(issue, numberedIssues(archive, file));
    head = { issue, archive, file, problems };
  }
  return head.problems;
};

export const useProblems = (): readonly ListedProblem[] => {
  const engine = useOpen((open) => open.engine, null);
  const issue = useOpen<Issue | null>((open) => open.shown, null);
  const layout = useOpen((open) => open.layout.problems, NONE);
  const opening = useOpen((open) => open.opening, NONE);
  const file = useOpen((open) => open.file, null);
  const archive = useArchive((s) => s.issues) ?? NO_ARCHIVE;
  const findings = useFindings((s) => s.findings);
  const masthead = issue === null ? NONE : headProblems(issue, archive, file);
  const stories = issue?.stories;
  return useMemo(() => {
    // What was said of a story that is gone is no problem any more.
    const known = new Set(stories?.map(({ id }) => id));
    const isThere = ({ story }: ListedProblem) => story === undefined || known.has(story);
    return inOrder<ListedProblem>([
      ...[...opening, ...findings].filter(isThere),
      ...(stories ? storyProblems({ stories }, engine?.cache) : NONE),
      ...masthead,
      ...layout,
    ]);
  }, [engine, opening, findings, masthead, layout, stories]);
};

const NO_NOTES: readonly ImportNote[] = [];

/** The import notes that still hold, in the order in which they came. */
export const useImportNotes = (): readonly ImportNote[] => {
  const engine = useOpen((open) => open.engine, null);
  const issue = useOpen<Issue | null>((open) => open.shown, null);
  const notes = issue?.importNotes;
  const stories = issue?.stories;
  const facts = issue?.masthead;
  const publication = issue?.publication;
  return useMemo(
    () => (issue && notes && stories && facts && publication ? openNotes(issue, engine?.cache) : NO_NOTES),
    [engine, issue, notes, stories, facts, publication],
  );
};
