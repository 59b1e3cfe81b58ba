/**
 * The fields of a masthead 报头 as they stand in copy: one or several to a line, in any order, half- or full-width.
 * A line belongs to the masthead only if fields and separators use it up; so a sentence that mentions a date does
 * not. Fields that have no form of their own (publisher, day, English line) must fill their line.
 */
import { readNumber } from './character-kinds.ts';
import type { MastheadField } from './import-report.ts';

export interface FieldReading {
  readonly field: MastheadField;
  readonly text: string;
}

export interface LineReading {
  readonly fields: readonly FieldReading[];
  /** What stands between the fields: bars, brackets, points. */
  readonly separators: string;
}

const N = '[0-9０-９]';
const HAN_NUMBER = '[〇○零一二三四五六七八九十]';
const HAN_COUNT = '[〇○零一二三四五六七八九十百千]';
const DATE = `(?:${N}{4}\\s*年\\s*${N}{1,2}\\s*月\\s*${N}{1,2}\\s*日|${N}{4}[-./]${N}{1,2}[-./]${N}{1,2}|${HAN_NUMBER}{4}年${HAN_NUMBER}{1,2}月${HAN_NUMBER}{1,3}日)`;
const sticky = (source: string): RegExp => new RegExp(source, 'uy');

const LUNAR_NAME = '(?:农历|夏历|阴历|旧历)';
const LUNAR_MONTH = '(?:正|十[一二]|[一二三四五六七八九十冬腊])月';
const LUNAR_DAY =
  '(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|[二三]十|[廿卅][一二三四五六七八九十]?)';
/** 农历丙午年（马年）; either the name or the year may be absent. */
const LUNAR_YEAR = `(?:${LUNAR_NAME}?\\s*[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?\\s*(?:[（(]?[鼠牛虎兔龙蛇马羊猴鸡狗猪]年?[）)]?)?|${LUNAR_NAME})`;

// In the order in which they are tried: what begins alike stands longest first.
const FIELDS: readonly (readonly [MastheadField, RegExp])[] = [
  ['print-date', sticky(`${DATE}\\s*(?:印刷|印制|印发|印)`)],
  ['date', sticky(DATE)],
  ['year-month', sticky(`${N}{4}\\s*年\\s*${N}{1,2}\\s*月`)],
  [
    'weekday',
    sticky(
      '[（(【]?\\s*(?:(?:星期|礼拜|周)[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\s*[）)】]?',
    ),
  ],
  [
    'lunar-date',
    sticky(
      `[（(【]?\\s*(?:${LUNAR_YEAR}\\s*闰?${LUNAR_MONTH}\\s*${LUNAR_DAY}|闰?${LUNAR_MONTH}\\s*[初廿卅][一二三四五六七八九十])\\s*[）)】]?`,
    ),
  ],
  ['total-number', sticky(`[（(]?\\s*总\\s*第?\\s*(?:${N}+|${HAN_COUNT}+)\\s*期\\s*[）)]?`)],
  ['number', sticky(`[（(]?\\s*第\\s*(?:${N}+|${HAN_COUNT}+)\\s*期\\s*[）)]?`)],
  ['permit', sticky(`【[^】]{1,20}】\\s*第?\\s*${N}+\\s*号`)],
  [
    'permit',
    sticky('[\\p{Script=Han}]{2,8}(?:连续性)?内(?:资|部资料)(?:性出版物)?(?:准印证)?(?!\\p{Script=Han})'),
  ],
  [
    'permit',
    sticky(
      `(?:准印证号?|国内统一(?:连续出版物|刊)号|CN)[：:\\s]*(?:[（(【][\\p{Script=Han}]{1,6}[）)】]\\s*)?[A-Z0-9０-９（）()【】\\-/第号\\s]{4,24}`,
    ),
  ],
  ['notice', sticky('[（(]?内部(?:资料|刊物)[，,\\s]*(?:免费交流|注意保存|免费赠阅|严禁外传)[）)]?')],
  [
    'hotline',
    sticky(`(?:监督|新闻|服务|投稿|爆料|举报|采编|读者)?(?:电话|热线)[：:\\s]*${N}[0-9０-９\\- ]{4,20}`),
  ],
  ['page-count', sticky(`(?:(?:今日|今天|本期)(?:共|出)?|共)\\s*(?:${N}{1,2}|${HAN_NUMBER}{1,2})版`)],
];
// The day as a large numeral, where year and month stand just before it.
const DAY = sticky(`${N}{1,2}\\s*日?(?=\\s|$)`);
const SEPARATOR = /[\s|｜·•，,、/—-]+/uy;

/** One, or all of them on one line: 某某主管 某某主办. */
const PUBLISHER =
  /^[\p{Script=Han}（）()]{3,36}\s*(?:主办|编印|出版|编辑|承办|协办|主管|编)(?:[\s|｜、，]+[\p{Script=Han}（）()]{3,36}\s*(?:主办|编印|出版|编辑|承办|协办|主管|编)){0,3}$/u;
/** The same with labels before them: 主管：某某 主办：某某. */
const LABELLED_PUBLISHER =
  /^(?:(?:主管|主办|承办|协办|出版|编辑出版)(?:单位)?\s*[：:]\s*[\p{Script=Han}（）()、]{3,36}(?:[\s|｜，；;]+|$)){1,4}$/u;
const ENGLISH_LINE = /^[A-Z][A-Za-z .,'&-]{3,60}$/;

/** A few characters between the fields, set apart: 小雪, 创刊号. */
const UNREAD = /[^\s|｜·•，,、/。！？；—-]{1,8}(?=[\s|｜·•，,、/（(]|$)/uy;
const MOST_UNREAD = 2;

/** Whether a line with something unread in it is the masthead's all the same. */
const isMostlyRead = (fields: readonly FieldReading[]): boolean => {
  const read = fields.filter(({ field }) => field !== 'unread');
  return (
    read.length >= 2 &&
    fields.length - read.length <= MOST_UNREAD &&
    read.some(({ field }) => field === 'date' || field === 'number' || field === 'total-number')
  );
};

/**
 * Reads a line (without a Markdown mark) as masthead fields; null if anything of it is something else. `inHead`: it
 * stands below a nameplate, where a date and a number may have a few words more between them.
 */
export const readMastheadLine = (source: string, inHead = false): LineReading | null => {
  const line = source.trim();
  // A masthead line is short: the longest, all facts on one line, stays below this.
  if (line.length > 160) return null;
  if (PUBLISHER.test(line) || LABELLED_PUBLISHER.test(line))
    return { fields: [{ field: 'publisher', text: line }], separators: '' };
  if (ENGLISH_LINE.test(line)) return { fields: [{ field: 'english-line', text: line }], separators: '' };
  const fields: FieldReading[] = [];
  let separators = '';
  let at = 0;
  while (at < line.length) {
    const from = at;
    for (const [field, pattern] of FIELDS) {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      if (!match || match[0] === '') continue;
      fields.push({ field, text: match[0].trim() });
      at += match[0].length;
      break;
    }
    if (at === from && fields.at(-1)?.field === 'year-month') {
      DAY.lastIndex = at;
      const match = DAY.exec(line);
      if (match) {
        fields.push({ field: 'day', text: match[0].trim() });
        at += match[0].length;
      }
    }
    if (at === from) {
      SEPARATOR.lastIndex = at;
      const match = SEPARATOR.exec(line);
      if (match) {
        separators += match[0];
        at += match[0].length;
        continue;
      }
      UNREAD.lastIndex = at;
      const unread = inHead ? UNREAD.exec(line) : null;
      if (!unread) break;
      fields.push({ field: 'unread', text: unread[0] });
      at += unread[0].length;
    }
  }
  if (at < line.length || fields.length === 0) return null;
  if (fields.some(({ field }) => field === 'unread') && !isMostlyRead(fields)) return null;
  return { fields, separators: separators.replace(/\s/g, '') };
};

/** The day of the month where it stands alone as a large numeral; null if the line is something else. */
export const readLoneDay = (line: string): number | null => {
  const text = line.trim();
  if (!/^[0-9０-９]{1,2}日?$/.test(text)) return null;
  return readNumber(text.replace('日', ''));
};

/** Year, month and day as written, in this order; what a year-month lacks is absent. */
export const readDateNumbers = (text: string): readonly number[] => {
  const arabic = text.match(/[0-9０-９]+/g);
  const parts = arabic ?? text.match(/[〇○零一二三四五六七八九十]+/g) ?? [];
  return parts.map((part) => readNumber(part) ?? 0);
};

/** The number in a field such as 第9期; null where it has none. */
export const readFieldNumber = (text: string): number | null => {
  const match = /[0-9０-９]+|[〇○零一二三四五六七八九十百千]+/.exec(text.replace(/\s/g, ''));
  return match ? readNumber(match[0]) : null;
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD` of a day that exists in the Gregorian calendar, else null. */
export const isoDate = (year: number, month: number, day: number): string | null => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : DAYS[month - 1];
  if (year < 1000 || year > 9999 || last === undefined || day < 1 || day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
