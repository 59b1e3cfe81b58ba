/**
 * 期号 and 总期号. The total runs on for ever, the number starts again each year, so total − number is constant
 * within a year (627 in 2020). The paper is only roughly weekly: a number never follows from a date.
 */
import { parseDate } from './lunar-date.ts';

export interface NumberedIssue {
  readonly date: string;
  readonly number: number;
  readonly totalNumber: number;
}

/** The numbers that continue the archive on that date, or null where it has no earlier issue to continue. */
export const nextNumbers = (
  archive: readonly NumberedIssue[],
  date: string,
): { readonly number: number; readonly totalNumber: number } | null => {
  const year = parseDate(date)?.year;
  let last: NumberedIssue | null = null;
  for (const issue of archive)
    if (issue.date < date && (!last || issue.totalNumber > last.totalNumber)) last = issue;
  if (!last || year === undefined) return null;
  const sameYear = parseDate(last.date)?.year === year;
  return { number: sameYear ? last.number + 1 : 1, totalNumber: last.totalNumber + 1 };
};

/** The year's constant, total − number, that contradicts the issue's own; null where none does. */
export const contradictedConstant = (
  archive: readonly NumberedIssue[],
  issue: NumberedIssue,
): number | null => {
  const year = parseDate(issue.date)?.year;
  for (const other of archive) {
    if (parseDate(other.date)?.year !== year) continue;
    const constant = other.totalNumber - other.number;
    if (constant !== issue.totalNumber - issue.number) return constant;
  }
  return null;
};
