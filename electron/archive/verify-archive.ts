/**
 * Whether an archive is what it was and hangs together: every part's hash, every publication's numbers year by year, and
 * the weekday and Chinese calendar that stand on printed pages against the calendar. Everything is read from the files
 * themselves; the index is not asked. Faults are damage and contradictions; notes are what a person may want to know,
 * such as a number that no file has.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lunarDate, parseDate, weekday } from '../../core/calendar/lunar-date.ts';
import { factsOfName } from '../../core/file/archive-name.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { ArchiveFolder } from '../files/archive-folder.ts';
import { diskFault } from '../files/disk-fault.ts';
import { unpackIssueFile } from '../files/issue-container.ts';
import { groupBy } from './group-by.ts';

export type DifferenceKind =
  | 'damaged'
  | 'missing-fact'
  | 'constant'
  | 'gap'
  | 'double'
  | 'order'
  | 'calendar'
  | 'file-name';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Relative to the archive folder; null where it is no one file's. */
  readonly file: string | null;
  readonly message: string;
}

export interface Verification {
  readonly files: number;
  readonly checked: number;
  readonly differences: readonly Difference[];
  readonly cancelled: boolean;
}

export interface CheckedIssue {
  readonly file: string;
  readonly publication: string;
  readonly publicationName: string;
  readonly date: string | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
}

export interface VerifyOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export const verifyArchive = async (
  archive: string,
  { progress = () => {}, signal }: VerifyOptions = {},
): Promise<Verification> => {
  const files = (await new ArchiveFolder(archive).facts()).map(({ file }) => file);
  const issues: CheckedIssue[] = [];
  const differences: Difference[] = [];
  let checked = 0;
  for (const file of files) {
    if (signal?.aborted) break;
    try {
      const opened = await openWhole(join(archive, ...file.split('/')));
      const { publication, masthead } = opened.issue;
      issues.push({ file, publication: publication.id, publicationName: publication.name, ...masthead });
      differences.push(...calendarDifferences(file, opened), ...nameDifferences(file, opened));
    } catch (error) {
      if (!(error instanceof IssueFileError)) throw error;
      differences.push({ kind: 'damaged', file, message: error.message });
    }
    progress(++checked, files.length);
  }
  const cancelled = signal?.aborted ?? false;
  // Of half an archive every second number would be missing.
  const numbers = cancelled ? [] : numberDifferences(issues);
  return { files: files.length, checked, differences: [...differences, ...numbers], cancelled };
};

const openWhole = async (path: string): Promise<IssueFile> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });
  return unpackIssueFile(bytes, basename(path));
};

const LUNAR =
  /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年闰?(?:正|十[一二]|[二三四五六七八九十冬腊])月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十|三十|廿[一二三四五六七八九])/u;
const WEEKDAY = /星期[一二三四五六日]/u;

/** What printed pages say of their day. */
const calendarDifferences = (file: string, { issue, prints }: IssueFile): readonly Difference[] => {
  const { date } = issue.masthead;
  if (date === null || parseDate(date) === null) return [];
  const differences: Difference[] = [];
  for (const { number, displayList } of prints) {
    const text = (displayList?.pages ?? [])
      .flatMap(({ items }) => items)
      .flatMap((item) =>
        item.kind === 'glyphs' && (item.role === 'masthead' || item.role === 'folio') ? [item.text] : [],
      )
      .join('');
    const compare = (pattern: RegExp, computed: string): void => {
      const printed = pattern.exec(text.replace(/\s/g, ''))?.[0];
      if (printed === undefined || printed === computed) return;
      const message = `“${file}”第${number}次付印的版上印着“${printed}”，${date}应是“${computed}”，请核对日期。`;
      differences.push({ kind: 'calendar', file, message });
    };
    compare(LUNAR, lunarDate(date));
    compare(WEEKDAY, weekday(date));
  }
  return differences;
};

const nameDifferences = (file: string, { issue }: IssueFile): readonly Difference[] => {
  const said = factsOfName(file);
  const facts = issue.masthead;
  const wrong = (['date', 'number', 'totalNumber'] as const).some(
    (fact) => said[fact] !== null && said[fact] !== facts[fact],
  );
  if (!wrong) return [];
  const own = `${facts.date ?? '日期未填'}、第${facts.number ?? '？'}期、总第${facts.totalNumber ?? '？'}期`;
  return [{ kind: 'file-name', file, message: `“${file}”的文件名与内容不符：里面是${own}，请改名。` }];
};

type Numbered = CheckedIssue & {
  readonly date: string;
  readonly number: number;
  readonly totalNumber: number;
};

/** Numbers of each publication: complete, not given twice, in step with the dates and with the totals. Pure. */
export const numberDifferences = (issues: readonly CheckedIssue[]): readonly Difference[] => {
  const publications = groupBy(issues, ({ publication }) => publication);
  return [...publications.values()].flatMap((own) => {
    const numbered = own
      .filter(
        (issue): issue is Numbered =>
          issue.date !== null && issue.number !== null && issue.totalNumber !== null,
      )
      .sort((a, b) => (a.date === b.date ? a.totalNumber - b.totalNumber : a.date < b.date ? -1 : 1));
    const years = groupBy(numbered, ({ date }) => date.slice(0, 4));
    return [
      ...own.filter((issue) => !numbered.includes(issue as Numbered)).map(missingFact),
      ...[...years].flatMap(([year, of]) => [...constants(year, of), ...gaps(year, of)]),
      ...doubles(numbered),
      ...disorder(numbered),
    ];
  });
};

const missingFact = ({ file, date, number }: CheckedIssue): Difference => {
  const missing = date === null ? '日期' : number === null ? '期号' : '总期号';
  return { kind: 'missing-fact', file, message: `“${file}”没有${missing}，请补填。` };
};

/** Total − number is the same all year; where it is not, most issues are believed. */
const constants = (year: string, issues: readonly Numbered[]): readonly Difference[] => {
  const of = ({ number, totalNumber }: Numbered): number => totalNumber - number;
  const groups = [...groupBy(issues, of)].sort((a, b) => b[1].length - a[1].length);
  const usual = groups[0]?.[0];
  return groups.slice(1).flatMap(([constant, odd]) =>
    odd.map(
      ({ file, number, totalNumber }): Difference => ({
        kind: 'constant',
        file,
        message: `“${file}”的第${number}期与总第${totalNumber}期相差${constant}，${year}年其余各期相差${usual}，请核对。`,
      }),
    ),
  );
};

const gaps = (year: string, issues: readonly Numbered[]): readonly Difference[] => {
  const numbers = new Set(issues.map(({ number }) => number));
  const last = Math.max(...numbers);
  const missing: number[] = [];
  for (let number = 1; number < last; number++) if (!numbers.has(number)) missing.push(number);
  if (missing.length === 0) return [];
  const name = issues[0]!.publicationName;
  const said = `${missing.slice(0, 20).join('、')}${missing.length > 20 ? '等' : ''}`;
  const message = `《${name}》${year}年缺第${said}期，共${missing.length}期，请补入或说明。`;
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
