/**
 * What is wrong with an issue's printed head: what its kind of publication finds by itself (make-up.ts), and number,
 * total number and date held against the issues before and after. Total − number is constant within a year and
 * is never less than the last total of the year before (issue-number.ts); totals run on with the dates. An archived issue
 * of the same date and numbers is taken for this issue itself. Pure; nothing here stops a print.
 */
import { contradictedConstant, type NumberedIssue, nextNumbers } from '../calendar/issue-number.ts';
import { parseDate } from '../calendar/lunar-date.ts';
import type { Issue, MastheadFacts } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { makeUpOf } from '../makeup/kinds.ts';

/** The facts that continue the archive on that date; numbers that it has no issue to derive from are null. */
export const proposedMasthead = (archive: readonly NumberedIssue[], date: string): MastheadFacts => ({
  number: null,
  totalNumber: null,
  ...nextNumbers(archive, date),
  date,
});

/** `archive`: the publication's other issues, in any order. */
export const mastheadProblems = (issue: Issue, archive: readonly NumberedIssue[]): readonly Problem[] => {
  const facts = issue.masthead;
  const others = archive.filter(
    ({ date, number, totalNumber }) =>
      date !== facts.date || number !== facts.number || totalNumber !== facts.totalNumber,
  );
  return [
    /* An empty imprint is said where an issue is printed (press-gate.ts), not while it is made. */
    ...makeUpOf(issue.publication)
      .checks(issue)
      .filter(({ field }) => field !== 'imprint'),
    ...taken(facts, others),
    ...brokenConstant(facts, others),
    ...outOfOrder(facts, others),
  ];
};

const problem = (kind: Problem['kind'], severity: Problem['severity'], message: string): Problem => ({
  kind,
  severity,
  message,
  page: 1,
});
const contradiction = (message: string): Problem => problem('masthead-contradiction', 'warning', message);

const day = (date: string): string => {
  const parts = parseDate(date);
  return parts ? `${parts.year}年${parts.month}月${parts.day}日` : date;
};
const yearOf = (date: string): number | null => parseDate(date)?.year ?? null;
/** 2020年3月8日第8期（总第635期）. */
const cited = ({ date, number, totalNumber }: NumberedIssue): string =>
  `${day(date)}第${number}期（总第${totalNumber}期）`;

/** What another issue bears already. */
const taken = ({ date, number, totalNumber }: MastheadFacts, others: readonly NumberedIssue[]): Problem[] => {
  const problems: Problem[] = [];
  const year = date === null ? null : yearOf(date);
  const sameNumber = others.find((other) => other.number === number && yearOf(other.date) === year);
  const sameTotal = others.find((other) => other.totalNumber === totalNumber);
  const sameDate = others.find((other) => other.date === date);
  if (sameNumber && year !== null)
    problems.push(contradiction(`${year}年第${number}期已经用过：归档里有${cited(sameNumber)}，请改期号。`));
  if (sameTotal)
    problems.push(contradiction(`总第${totalNumber}期已经用过：归档里有${cited(sameTotal)}，请改总期号。`));
  if (sameDate)
    problems.push(
      contradiction(`${day(sameDate.date)}已经出过一期：归档里有${cited(sameDate)}，请核对日期。`),
    );
  return problems;
};

const brokenConstant = (
  { date, number, totalNumber }: MastheadFacts,
  others: readonly NumberedIssue[],
): Problem[] => {
  const year = date === null ? null : yearOf(date);
  if (date === null || year === null || number === null || totalNumber === null) return [];
  const own = totalNumber - number;
  const constant = contradictedConstant(others, { date, number, totalNumber });
  if (constant !== null)
    return [
      contradiction(
        `第${number}期（总第${totalNumber}期）与归档不合：${year}年总期号比期号多 ${constant}，第${number}期应是总第${number + constant}期，请核对期号和总期号。`,
      ),
    ];
  /* No issue of this year contradicts; but the year's first total follows the last one of the years before. */
  const earlier = others.filter((other) => (yearOf(other.date) ?? year) < year);
  const last = latestTotal(earlier);
  return last && own < last.totalNumber
    ? [
        contradiction(
          `第${number}期（总第${totalNumber}期）与归档不合：照此${year}年第1期是总第${own + 1}期，而${last.date.slice(0, 4)}年已经出到总第${last.totalNumber}期，请核对期号和总期号。`,
        ),
      ]
    : [];
};

const latestTotal = (issues: readonly NumberedIssue[]): NumberedIssue | null =>
  issues.reduce<NumberedIssue | null>(
    (last, issue) => (last && last.totalNumber >= issue.totalNumber ? last : issue),
    null,
  );

/** Totals that do not run on with the dates, and totals left out. */
const outOfOrder = ({ date, totalNumber }: MastheadFacts, others: readonly NumberedIssue[]): Problem[] => {
  if (date === null || totalNumber === null) return [];
  const problems: Problem[] = [];
  const before = others.filter((other) => other.totalNumber < totalNumber);
  const after = others.filter((other) => other.totalNumber > totalNumber);
  const later = before.find((other) => other.date > date);
  const sooner = after.find((other) => other.date < date);
  if (later)
    problems.push(contradiction(`${day(date)}早于总期号在前的${cited(later)}，请核对日期和总期号。`));
  if (sooner)
    problems.push(contradiction(`${day(date)}晚于总期号在后的${cited(sooner)}，请核对日期和总期号。`));
  const last = latestTotal(before);
  const left = last ? totalNumber - last.totalNumber - 1 : 0;
  if (last && left > 0 && !later)
    problems.push(
      problem(
        'masthead-contradiction',
        'note',
        `总第${totalNumber}期前面缺 ${left} 期：归档里的上一期是${cited(last)}，请核对总期号，或补齐归档。`,
      ),
    );
  return problems;
};
