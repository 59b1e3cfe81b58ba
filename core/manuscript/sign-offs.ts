/**
 * The sign-off 落款 of a notice: who signs, on a line or several, and the date. It belongs to the story above it, and
 * looks like a headline with its date below. Told by what follows, and by the name: an office's name is no headline.
 * Limits: an office that signs without a date, or by a name of no usual ending, is told by nothing.
 */
import type { Element } from './elements.ts';

const DIGIT = '[0-9０-９]';
const HAN_NUMBER = '[一二三四五六七八九十]';
const MONTH_AND_DAY = String.raw`(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,2})\s*月(?:\s*(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,3})\s*[日号])`;
const YEAR = String.raw`(?:${DIGIT}{4}|[〇○Ｏ零一二三四五六七八九]{4})\s*年\s*`;
const DATE = String.raw`(?:${YEAR}${MONTH_AND_DAY}?|${YEAR}(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,2})\s*月|${DIGIT}{4}(?<point>[-./．])${DIGIT}{1,2}\k<point>${DIGIT}{1,2})`;
const WEEKDAY = String.raw`(?:[\s（(]*(?:星期|周)[一二三四五六日天][）)]?)?`;
const SOLE_DATE = new RegExp(`^[（(]?${DATE}${WEEKDAY}[）)]?$`, 'u');
const SOLE_DAY = new RegExp(`^[（(]?${MONTH_AND_DAY}${WEEKDAY}[）)]?$`, 'u');
const NAME_AND_DATE = new RegExp(String.raw`^(?<name>\S.*?)\s*(?:${DATE}|${MONTH_AND_DAY})$`, 'u');

/** Offices that sign one notice together. */
const MOST_SIGNERS = 4;
const LONGEST_SIGNER = 30;
/** Body text is at least this long, or ends with a stop. */
const BODY = 40;

const OFFICE =
  /^[\p{Script=Han}（）·、]{0,26}(?:公司|集团|政府|委员会|常委会|指挥部|办公室|办事处|编辑部|[村居业管]委会|[党工纪县区市镇乡]委|[工妇学商]会|红十字会|协会|联合会|残联|妇联|文联|宣传部|组织部|统战部|报社|杂志社|合作社|街道办?|社区|中心|大队|支队|局|厅|处|科|所|站|馆|医院|卫生院|法院|检察院|学院|大学|中学|小学|学校|幼儿园|银行|信用社)(?:（(?:盖章|公章|章|代章|宣)）)?$/u;
/** What an office does makes a headline of its name. */
const DEED =
  /^(?:走进|走近|来到|探访|寻访|聚焦|喜迎|情系|关爱|致敬|感谢|点赞|记|访)|召开|举行|成立|揭牌|挂牌|启用|投用|开建|竣工|荣获|获评|获得|喜获|落户|慰问|走访|调研|视察|参观|亮相|开放|帮扶|支援|建成|建起|送到|打造|入驻|进驻|[：，。！？“”《》]/u;

/** The name of an office alone: 清河镇自来水公司, 县教育局. Several of them stand side by side with a blank between. */
export const isOfficeName = (text: string): boolean =>
  text.length <= 2 * LONGEST_SIGNER &&
  text
    .trim()
    .split(/[\s\u3000]+/u)
    .every((name) => name.length <= LONGEST_SIGNER && OFFICE.test(name) && !DEED.test(name));

/** A date with its year alone on its line. */
export const isSoleDate = (text: string): boolean => text.length <= 30 && SOLE_DATE.test(text.trim());

/** The same, or only month and day. */
export const isSoleDay = (text: string): boolean =>
  isSoleDate(text) || (text.length <= 20 && SOLE_DAY.test(text.trim()));

/** 清河镇自来水公司2026年11月15日 on one line: the blank between them is gone by now. */
const isNameWithDate = (text: string): boolean => {
  if (text.length > 2 * LONGEST_SIGNER) return false;
  const name = NAME_AND_DATE.exec(text.trim())?.groups?.name;
  return name !== undefined && isOfficeName(name);
};

const isBody = (e: Element): boolean =>
  e.kind === 'text' && (e.text.text.length >= BODY || /[。！？”）]$/u.test(e.text.text));

const isSigner = (e: Element | undefined): e is Element =>
  e?.kind === 'text' &&
  e.text.text.length <= LONGEST_SIGNER &&
  !isSoleDay(e.text.text) &&
  !/[。！？；，：]$/u.test(e.text.text);

/**
 * Whether the line belongs to a sign-off. Lines without a stop that lead to a date sign where no text of theirs stands
 * behind it; offices by their names sign whatever stands there. A day without its year dates only offices.
 */
export const isInSignOff = (elements: readonly Element[], at: number): boolean => {
  const e = elements[at]!;
  const before = elements[at - 1];
  if (before?.kind !== 'text') return false;
  const { text } = e.text;
  if (isNameWithDate(text) || isSoleDay(text)) return true;
  const office = isOfficeName(text);
  const after = elements[at + 1];
  if (
    office &&
    isSoleDate(before.text.text) &&
    elements[at - 2]?.kind === 'text' &&
    !(after && isBody(after))
  )
    return true;
  let last = at + 1;
  while (last < at + MOST_SIGNERS && elements[last]?.gap === 0 && isSigner(elements[last])) last++;
  const date = elements[last];
  if (date?.kind !== 'text' || !isSoleDay(date.text.text)) return false;
  const offices = elements.slice(at, last).every(({ text: name }) => isOfficeName(name.text));
  if (offices) return true;
  const behind = elements[last + 1];
  return isSoleDate(date.text.text) && (behind === undefined || !isBody(behind));
};

/** Whether the line is the last of a sign-off: after it the copy breaks. */
export const endsSignOff = (elements: readonly Element[], at: number): boolean => {
  const e = elements[at];
  if (e?.kind !== 'text') return false;
  const { text } = e.text;
  const above = elements[at - 1];
  if (isSoleDate(text) || isNameWithDate(text)) return true;
  if (above?.kind !== 'text') return false;
  const [date, office] = isOfficeName(text) ? [above.text.text, text] : [text, above.text.text];
  return isOfficeName(office) && (isSoleDate(date) || (office !== text && isSoleDay(date)));
};
