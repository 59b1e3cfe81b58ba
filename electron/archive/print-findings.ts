/**
 * Printed pages against what they should say: weekday and Chinese calendar of every page's head and folio, date and
 * numbers against the issue, and the digest of the printed issue against the version 付印 that was kept with it. Of
 * several printings the last is the issue's; an earlier one that says something else was corrected, which is a note.
 */
import { lunarDate, parseDate, weekday } from '../../core/calendar/lunar-date.ts';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { type IssueFile, PRINT_VERSION, type Print } from '../../core/file/issue-file.ts';
import { stateJson } from '../../core/file/state-json.ts';
import type { Issue, MastheadFacts } from '../../core/issue/issue.ts';
import { stateHash } from '../base/state-hash.ts';
import { sha256 } from '../files/issue-parts.ts';
import { listZip, readEntry } from '../files/zip-reader.ts';
import type { Difference } from './archive-difference.ts';

export interface PrintFindings {
  readonly differences: readonly Difference[];
  readonly notes: readonly Difference[];
}

export const printFindings = (file: string, opened: IssueFile, bytes: Uint8Array): PrintFindings => {
  const { masthead } = opened.issue;
  const differences: Difference[] = [];
  const notes: Difference[] = [];
  for (const print of opened.prints) {
    const place = `“${file}”第${print.number}次付印`;
    const own = contradictions(masthead, print, `${place}的`).map(
      (message): Difference => ({ kind: 'print', file, message }),
    );
    (print === opened.prints.at(-1) ? differences : notes).push(...own);
    differences.push(
      ...calendarFaults(masthead, print, `${place}的`).map(
        (message): Difference => ({ kind: 'calendar', file, message }),
      ),
    );
    if (isOtherIssue(opened, print, bytes))
      differences.push({
        kind: 'print',
        file,
        message: `${place}记下的校验值与同时留下的版本“${PRINT_VERSION}”不符，印样和版本可能不是同一份，请核对。`,
      });
  }
  return { differences, notes };
};

const LUNAR =
  /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年闰?(?:正|十[一二]|[二三四五六七八九十冬腊])月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十|三十|廿[一二三四五六七八九])/gu;
const WEEKDAY = /(?:星期|礼拜)[一二三四五六日天]/gu;
/** 周一 is also how names begin: only where a line says nothing else, or behind a day or a number. */
const SHORT_WEEKDAY = /(?:^|[日期\d])\s*(周[一二三四五六日])(?=$|[\s（(])/gu;

/** Texts of a page's head and folio, one for each run. */
const runsOf = ({ items }: DisplayPage): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'glyphs' && (item.role === 'masthead' || item.role === 'folio') ? [item.text] : [],
  );

/** Full-width digits as half-width; without spaces, for lines of a head are spread. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const usualWeekday = (said: string): string =>
  said.replace(/^(?:周|礼拜)/, '星期').replace('星期天', '星期日');

/** One sentence for each page and each thing that it says wrongly. */
const calendarFaults = (
  { date }: MastheadFacts,
  { displayList }: Print,
  place: string,
): readonly string[] => {
  if (date === null || parseDate(date) === null) return [];
  return (displayList?.pages ?? []).flatMap((page) => {
    const runs = runsOf(page);
    const text = runs.map((run) => run.replace(/\s/g, '')).join('');
    const short = runs.flatMap((run) => [...run.matchAll(SHORT_WEEKDAY)].map((match) => match[1]!));
    const weekdays = [...(text.match(WEEKDAY) ?? []), ...short];
    const wrong = (said: string, computed: string): string =>
      `${place}第${page.number}版上印着“${said}”，${date}应是“${computed}”，请核对日期。`;
    return unique([
      ...(text.match(LUNAR) ?? [])
        .filter((said) => said !== lunarDate(date))
        .map((said) => wrong(said, lunarDate(date))),
      ...weekdays
        .filter((said) => usualWeekday(said) !== weekday(date))
        .map((said) => wrong(said, weekday(date))),
    ]);
  });
};

const unique = (sentences: readonly string[]): readonly string[] => [...new Set(sentences)];

/** Date and numbers that pages show and the issue has otherwise. */
const contradictions = (masthead: MastheadFacts, { displayList }: Print, place: string): readonly string[] =>
  (displayList?.pages ?? []).flatMap((page) => {
    const text = plain(runsOf(page).join(''));
    const wrong = (said: string, own: string): string =>
      `${place}第${page.number}版上印着“${said}”，这一期却是${own}，请核对。`;
    const { date, number, totalNumber } = masthead;
    const dates = [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)]
      .filter(([, y, m, d]) => date !== null && `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` !== date)
      .map(([said]) => wrong(said, `${date}`));
    const numbers = [...text.matchAll(/(总?)第(\d{1,7})期/g)].flatMap(([said, total, digits]) => {
      const own = total === '' ? number : totalNumber;
      return own === null || own === Number(digits) ? [] : [wrong(said, `${total}第${own}期`)];
    });
    return unique([...dates, ...numbers]);
  });

/**
 * True where the version that was kept with the print is not what was printed. The digest is of the issue as it was
 * written then, so the version is taken as it stands in the file; as this program reads it, it may have fields more.
 */
const isOtherIssue = ({ versions }: IssueFile, { at, by, issueHash }: Print, bytes: Uint8Array): boolean => {
  const own = versions.filter(
    (version) => version.name === PRINT_VERSION && version.at === at && version.by === by,
  );
  return (
    own.length > 0 &&
    own.every(
      ({ number, issue }) => stateHash(issue) !== issueHash && writtenHash(bytes, number) !== issueHash,
    )
  );
};

const writtenHash = (bytes: Uint8Array, version: number): string | null => {
  const entry = listZip(bytes)?.find(({ name }) => name === `versions/${version}.json`);
  const part = entry ? readEntry(bytes, entry) : null;
  if (!part) return null;
  const { document } = JSON.parse(new TextDecoder().decode(part)) as { document: { issue: Issue } };
  /* Of whatever version: the first had no notes, and the hash leaves out the empty ones. */
  return sha256(
    new TextEncoder().encode(stateJson({ ...document.issue, importNotes: document.issue.importNotes ?? [] })),
  );
};
