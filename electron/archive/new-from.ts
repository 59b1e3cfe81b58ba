/**
 * A new issue after a past one: the numbers that the archive asks for on its date, checked against what is there, and
 * the pages that stand in every issue (core/issue/issue-from-issue.ts).
 */
import type { NumberedIssue } from '../../core/calendar/issue-number.ts';
import { parseDate } from '../../core/calendar/lunar-date.ts';
import { mastheadProblems, proposedMasthead } from '../../core/check/masthead-problems.ts';
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { issueFromIssue } from '../../core/issue/issue-from-issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';

export interface NewIssue {
  readonly issue: Issue;
  /** What of the date and the numbers should be looked at. */
  readonly problems: readonly Problem[];
}

/** Throws InputError where there is no such date. */
export const newFrom = (past: Issue, date: string, archive: readonly IndexedIssue[]): NewIssue => {
  if (parseDate(date) === null)
    throw new InputError(`没有“${date.slice(0, 20)}”这一天，请写成如 2026-11-27 的日期（1900年至2100年）。`);
  const numbered = numberedIssues(archive, past.publication.id);
  const issue = issueFromIssue(past, proposedMasthead(numbered, date));
  const same = numbered.find((other) => other.date === date);
  const taken: Problem[] = same
    ? [
        {
          kind: 'masthead-contradiction',
          severity: 'warning',
          message: `归档里已有${date}的一期（第${same.number}期，总第${same.totalNumber}期），请核对日期。`,
        },
      ]
    : [];
  return { issue, problems: [...taken, ...mastheadProblems(issue, numbered)] };
};

/** The issues of a publication that say their date and both numbers. */
export const numberedIssues = (
  archive: readonly IndexedIssue[],
  publication: string,
): readonly (NumberedIssue & { readonly file: string })[] =>
  archive.flatMap(({ file, publication: of, date, number, totalNumber }) =>
    of === publication && date !== null && number !== null && totalNumber !== null
      ? [{ file, date, number, totalNumber }]
      : [],
  );
