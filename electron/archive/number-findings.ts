/**
 * Numbers of each publication 期号、总期号: complete within and across the years, not given twice, in step with the dates
 * and with each other. What a publication had before its first issue here is not known: numbers that its first year
 * lacks at its beginning are a note. Pure.
 */

import type { CheckedIssue, Difference } from './archive-difference.ts';
import { groupBy } from './group-by.ts';

export interface NumberFindings {
  readonly differences: readonly Difference[];
  readonly notes: readonly Difference[];
}

type Numbered = CheckedIssue & {
  readonly date: string;
  readonly number: number;
  readonly totalNumber: number;
};

export const numberFindings = (issues: readonly CheckedIssue[]): NumberFindings => {
  const publications = groupBy(issues, ({ publication }) => publication);
  const found = [...publications.values()].map((own): NumberFindings => {
    const numbered = own
      .filter(
        (issue): issue is Numbered =>
          issue.date !== null && issue.number !== null && issue.totalNumber !== null,
      )
      .sort((a, b) => (a.date === b.date ? a.totalNumber - b.totalNumber : a.date < b.date ? -1 : 1));
    const known = new Set<CheckedIssue>(numbered);
    const years = [...groupBy(numbered, ({ date }) => date.slice(0, 4))].map(
      ([year, issues]): Year => ({ year, issues, constant: usualConstant(issues) }),
    );
    return {
      differences: [
        ...own.filter((issue) => !known.has(issue)).map(missingFact),
        ...years.flatMap((year, index) => [...constants(year), ...gaps(year, index === 0)]),
        ...years.slice(1).flatMap((year, index) => turnOfTheYear(years[index]!, year)),
        ...doubles(numbered),
        ...disorder(numbered),
      ],
      notes: years.slice(0, 1).flatMap(beginning),
    };
  });
  return {
    differences: found.flatMap(({ differences }) => differences),
    notes: found.flatMap(({ notes }) => notes),
  };
};

interface Year {
  readonly year: string;
  readonly issues: readonly Numbered[];
  /** Total − number, as most of the year's issues have it. */
  readonly constant: number;
}

const constantOf = ({ number, totalNumber }: Numbered): number => totalNumber - number;

const usualConstant = (issues: readonly Numbered[]): number =>
  [...groupBy(issues, constantOf)].sort((a, b) => b[1].length - a[1].length)[0]![0];

const missingFact = ({ file, date, number }: CheckedIssue): Difference => {
  const missing = date === null ? '日期' : number === null ? '期号' : '总期号';
  return { kind: 'missing-fact', file, message: `“${file}”没有${missing}，请补填。` };
};

/** Total − number is the same all year; where it is not, most issues are believed. */
const constants = ({ year, issues, constant }: Year): readonly Difference[] =>
  issues
    .filter((issue) => constantOf(issue) !== constant)
    .map(({ file, number, totalNumber }) => ({
      kind: 'constant',
      file,
      message: `“${file}”的第${number}期与总第${totalNumber}期相差${totalNumber - number}，${year}年其余各期相差${constant}，请核对。`,
    }));

/** Numbers between 1 and the year's last that no issue has; without those before the first where that is a note. */
const missingNumbers = (issues: readonly Numbered[], from: number): readonly number[] => {
  const numbers = new Set(issues.map(({ number }) => number));
  const last = Math.max(...numbers);
  const missing: number[] = [];
  for (let number = from; number < last; number++) if (!numbers.has(number)) missing.push(number);
  return missing;
};

const firstNumber = (issues: readonly Numbered[]): number => Math.min(...issues.map(({ number }) => number));

const gaps = ({ year, issues }: Year, isFirst: boolean): readonly Difference[] => {
  const missing = missingNumbers(issues, isFirst ? firstNumber(issues) : 1);
  if (missing.length === 0) return [];
  const name = issues[0]!.publicationName;
  const said = `${missing.slice(0, 20).join('、')}${missing.length > 20 ? '等' : ''}`;
  const message = `《${name}》${year}年缺第${said}期，共${missing.length}期，请补入或说明。`;
  return [{ kind: 'gap', file: null, message }];
};

/** The archive may begin in the middle of a year. */
const beginning = ({ year, issues }: Year): readonly Difference[] => {
  const first = firstNumber(issues);
  if (first <= 1) return [];
  const message = `《${issues[0]!.publicationName}》的归档从${year}年第${first}期起，此前的各期不在归档里。`;
  return [{ kind: 'gap', file: null, message }];
};

/** The first total of a year follows on the last of the year before: what is between is missing at a year's end. */
const turnOfTheYear = (before: Year, { year, issues, constant }: Year): readonly Difference[] => {
  const usual = before.issues.filter((issue) => constantOf(issue) === before.constant);
  const last = Math.max(...usual.map(({ totalNumber }) => totalNumber));
  const name = issues[0]!.publicationName;
  if (constant === last) return [];
  if (constant < last) {
    const message = `《${name}》${year}年从总第${constant + 1}期起，${before.year}年却已到总第${last}期，请核对总期号。`;
    return [{ kind: 'continuity', file: null, message }];
  }
  const span = constant === last + 1 ? `${constant}` : `${last + 1}至${constant}`;
  const message = `《${name}》${before.year}年总第${last}期之后、${year}年第1期之前缺总第${span}期，共${constant - last}期，请补入或核对总期号。`;
  return [{ kind: 'gap', file: null, message }];
};

const doubles = (issues: readonly Numbered[]): readonly Difference[] =>
  [...groupBy(issues, ({ totalNumber }) => totalNumber)].flatMap(([total, same]) =>
    same.length === 1
      ? []
      : [
          {
            kind: 'double',
            file: same[1]!.file,
            message: `总第${total}期有${same.length}个文件：${same.map(({ file }) => `“${file}”`).join('、')}，请核对。`,
          } as const,
        ],
  );

const disorder = (issues: readonly Numbered[]): readonly Difference[] =>
  issues.slice(1).flatMap((issue, i): readonly Difference[] => {
    const before = issues[i]!;
    if (issue.totalNumber >= before.totalNumber) return [];
    const message = `“${issue.file}”在${before.date}的总第${before.totalNumber}期之后，总期号却是${issue.totalNumber}，请核对日期和期号。`;
    return [{ kind: 'order', file: issue.file, message }];
  });
