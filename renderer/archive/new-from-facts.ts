/** Date and numbers of a new issue after a past one, as the host will fill them in, with what is to be checked. Pure. */
import { mastheadProblems, proposedMasthead } from '../../core/check/masthead-problems.ts';
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import type { Issue, MastheadFacts } from '../../core/issue/issue.ts';
import { issueFromIssue } from '../../core/issue/issue-from-issue.ts';
import { archiveStrings as said } from '../strings/archive.ts';

export const newFromFacts = (
  past: Issue,
  date: string,
  archive: readonly IndexedIssue[],
): { readonly masthead: MastheadFacts; readonly warnings: readonly string[] } => {
  const numbered = archive.flatMap(({ publication, date: on, number, totalNumber }) =>
    publication === past.publication.id && on !== null && number !== null && totalNumber !== null
      ? [{ date: on, number, totalNumber }]
      : [],
  );
  const masthead = proposedMasthead(numbered, date);
  const same = numbered.find((other) => other.date === date);
  const contradictions = mastheadProblems(issueFromIssue(past, masthead), numbered).filter(
    ({ kind }) => kind === 'masthead-contradiction',
  );
  const warnings = [
    ...(same ? [said.sameDate(date, same.number, same.totalNumber)] : []),
    ...(masthead.number === null ? [said.nothingToContinue] : []),
    ...contradictions.map(({ message }) => message),
  ];
  return { masthead, warnings };
};
