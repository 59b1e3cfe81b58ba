/**
 * A field of head or folio as the one text that an editor types in its place on the page: what stands there to begin
 * with, and the edit that a typed text means. What the program computes (weekday, Chinese calendar) has no text of
 * its own: the date has. Staff, imprint and ears are several texts and have edits of their own.
 */
import { assertNever } from '../assert-never.ts';
import { isoDate, parseDate } from '../calendar/lunar-date.ts';
import { checkedIndex, type EditedIssue, isCleanLine, isCleanText } from './edit.ts';
import type { Issue } from './issue.ts';
import { setMasthead, setPageName } from './issue-edits.ts';
import { MOST_HEAD_LINES, setPermit, setPublicationMasthead } from './masthead-edits.ts';
import { PAGE_FIELD_NAMES, type PageField } from './page-field.ts';

/** Why a typed text was not taken, one sentence for the editor. */
export interface FieldFault {
  readonly fault: string;
}

const TEMPLATE_FIELDS = {
  nameplate: 'nameplate',
  'english-line': 'englishLine',
  publisher: 'publisher',
  notice: 'notice',
  hotline: 'hotline',
} as const;

/** The text to edit; null for the fields that are several. `page` from 0. The permit's lines are joined by `\n`. */
export const pageFieldText = (issue: Issue, page: number, field: PageField): string | null => {
  checkedIndex(page, issue.pages.length, 'page');
  const { masthead } = issue.publication;
  switch (field) {
    case 'nameplate':
    case 'english-line':
    case 'publisher':
    case 'notice':
    case 'hotline':
      return masthead[TEMPLATE_FIELDS[field]];
    case 'permit':
      return masthead.permit.join('\n');
    case 'number':
      return numberText(issue.masthead.number);
    case 'total-number':
      return numberText(issue.masthead.totalNumber);
    case 'date':
      return issue.masthead.date ?? '';
    case 'page-name':
      return issue.pages[page]!.name;
    case 'ear':
    case 'staff':
    case 'imprint':
      return null;
    default:
      return assertNever(field);
  }
};

const numberText = (number: number | null): string => (number === null ? '' : String(number));

/** What the schema of issue files takes. */
const LONGEST = 1_000;
const LARGEST_NUMBER = 1_000_000;

/**
 * The edit that the typed text means, or why it means none. An empty date or number takes the fact away. Throws for a
 * field whose `pageFieldText` is null. `page` from 0.
 */
export const setPageField = (
  issue: Issue,
  page: number,
  field: PageField,
  text: string,
): EditedIssue | FieldFault => {
  checkedIndex(page, issue.pages.length, 'page');
  const fault = textFault(field, text);
  if (fault !== null) return { fault };
  switch (field) {
    case 'nameplate':
    case 'english-line':
    case 'publisher':
    case 'notice':
    case 'hotline':
      return { ...setPublicationMasthead(issue, TEMPLATE_FIELDS[field], text), name: nameOf(field) };
    case 'permit':
      return setPermit(issue, text === '' ? [] : text.split('\n'));
    case 'number':
    case 'total-number': {
      const number = readNumber(text);
      if (number === undefined)
        return { fault: `“${shown(text)}”不是${PAGE_FIELD_NAMES[field]}，请写数字，例如 9 或第9期。` };
      const facts = field === 'number' ? { number } : { totalNumber: number };
      return { ...setMasthead(issue, facts), name: nameOf(field) };
    }
    case 'date': {
      const date = readDate(text);
      return typeof date === 'object' && date !== null
        ? date
        : { ...setMasthead(issue, { date }), name: nameOf(field) };
    }
    case 'page-name':
      return setPageName(issue, page, text);
    case 'ear':
    case 'staff':
    case 'imprint':
      throw new Error(`${field} is not one text`);
    default:
      return assertNever(field);
  }
};

const nameOf = (field: PageField): string => `修改${PAGE_FIELD_NAMES[field]}`;

const MOST_SHOWN = 20;
const shown = (text: string): string =>
  [...text].length > MOST_SHOWN ? `${[...text].slice(0, MOST_SHOWN).join('')}…` : text;

/** What no text of the field may be, whatever it says. */
const textFault = (field: PageField, text: string): string | null => {
  const name = PAGE_FIELD_NAMES[field];
  if (!isCleanText(text)) return `${name}里有不能排印的控制字符，请删去后再试。`;
  const lines = text.split('\n');
  if (field === 'permit' && lines.length > MOST_HEAD_LINES)
    return `${name}最多排 ${MOST_HEAD_LINES} 行，请删去几行。`;
  if (field !== 'permit' && !isCleanLine(text)) return `${name}只排一行，请去掉换行。`;
  if (lines.some((line) => line.length > LONGEST)) return `${name}太长，请缩短到 ${LONGEST} 字以内。`;
  return null;
};

const halfWidth = (text: string): string =>
  text.replace(/[０-９（）．／－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s/g, '');

/** The number of `9`, `第9期`, `（总第636期）`; null where nothing is typed, undefined where it is no number. */
const readNumber = (text: string): number | null | undefined => {
  const typed = halfWidth(text);
  if (typed === '') return null;
  const digits = /^\(?总?第?(\d{1,7})期?\)?$/.exec(typed)?.[1];
  const number = Number(digits);
  return digits !== undefined && number >= 1 && number <= LARGEST_NUMBER ? number : undefined;
};

/** `2020-03-15` of it, of `2020年3月15日`, `2020.3.15` or `2020/3/15`; null where nothing is typed. */
const readDate = (text: string): string | null | FieldFault => {
  const typed = halfWidth(text);
  if (typed === '') return null;
  const parts =
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(typed) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/.exec(typed);
  if (!parts) return { fault: `“${shown(text)}”不是日期，请写成 2020年3月15日 或 2020-03-15。` };
  const [year, month, day] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const date = isoDate(year, month, day);
  if (date !== null) return date;
  return parseDate(`${parts[1]}-01-01`) === null
    ? { fault: `${year}年不在 1900 到 2100 年之间，算不出农历，请改正年份。` }
    : { fault: `没有${year}年${month}月${day}日这一天，请改正日期。` };
};
