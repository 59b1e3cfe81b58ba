/**
 * Where a paragraph of copy ends and the next begins, by its first and last characters. A scan cuts paragraphs at
 * column ends; only a paragraph that stops in mid-sentence can go on in the next one.
 */

const CLOSERS = /[”’』」》〉】）)\s]+$/u;
const STOPS = '。！？…；：.!?;:—';

/** The last characters, without the numbers of notes that stand above the line. */
const tailOf = (text: string): string =>
  text
    .slice(-60)
    .replace(/<sup>[^<>]*<\/sup>/gu, '')
    .slice(-12)
    .replace(CLOSERS, '');

/** Stops in mid-sentence: its last character but closing quotes and brackets is no stop. */
export const isUnfinished = (text: string): boolean => {
  const tail = tailOf(text);
  if (tail === '') return false;
  return !STOPS.includes(tail[tail.length - 1]!);
};

/** Ends as the last paragraph of a story may: a semicolon or colon promises more. */
export const endsStory = (text: string): boolean => {
  if (isUnfinished(text)) return false;
  const tail = tailOf(text);
  return tail === '' || !'；：;:'.includes(tail[tail.length - 1]!);
};

export const DATELINE =
  /^(?:[（(]?(?:本报|新华社|人民网|中新社)[^。，]{0,16}(?:讯|电)|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|近日|日前|昨日|今日|今天|昨天|连日来|近期|为了?|在)/u;

const REPORT = /^[（(]?(?:本报|本刊|新华社|人民网|中新社)[^。，]{0,16}?(?:讯|电)/u;

/** 本报讯, 新华社…电: what opens a report, under a headline of its own. */
export const isReport = (text: string): boolean => REPORT.test(text);

const OPENERS =
  /^(?:据(?:了解|悉|介绍|统计)|(?:会议|会上|会前|会后|会中|随后|同时|此外|另外|近日|日前|当日|当天|目前|截至|下一步|接下来|活动中|活动现场|调研中|座谈会上|最后)[，、指强要认听传审，]|\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十][，、条]|\d{1,2}[.、．])/u;

const NOTE =
  /^[【［]?(?:编后语?|编后话|编者按|编者的话|编者注|(?:相关|背景|新闻|知识)?链接|记者手记|采访手记|短评|小贴士)[】］]?：/u;

/** A note of the desk's at a story's end or head: 编后：, 相关链接：. */
export const opensNote = (text: string): boolean => NOTE.test(text);

/** Begins as a paragraph of its own does: an opening phrase, a date, a number in a list, a note of the desk's. */
export const opensParagraph = (text: string): boolean => OPENERS.test(text) || opensNote(text);

/** Numbered as a subhead is: 一、 （一） */
export const isEnumerated = (text: string): boolean =>
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u.test(text);
