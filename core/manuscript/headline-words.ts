/**
 * Problem: the words of a headline. A general segmenter splits the vocabulary of newspapers (疫/情/防/控) and numbers
 * with their measures, and differs between machines in what it splits.
 * Method: numbers with their measure words are read first, as one word each. The Han between them is cut where the
 * sum of prices is least: a word of the newspaper vocabulary is cheapest, then one of the segmenter's, and a single
 * character is dear, so the vocabulary wins where the two overlap unless it leaves crumbs.
 * Limits: what neither knows remains single characters; headline-breaks.ts says which of them hang together. Pure.
 */
import { isDigit, isHan, isLatin } from './character-kinds.ts';
import { SURNAMES } from './headline-word-classes.ts';
import { LONGEST_NEWSPAPER_WORD, NEWSPAPER_WORDS } from './newspaper-words.ts';

/** Cuts a text into words; joined they are the text again. */
export type WordSegmenter = (text: string) => readonly string[];

/** `counted`: a number with a measure that counts the noun after it (32个, 一支), which a line does not leave. */
export type HeadlineWordKind = 'han' | 'number' | 'counted' | 'latin' | 'mark' | 'space';

export interface HeadlineWord {
  readonly kind: HeadlineWordKind;
  readonly text: string;
  /** UTF-16 offset. */
  readonly from: number;
}

const CHINESE_DIGITS = '〇零一二三四五六七八九十百千万亿两';
/** Measures that count what follows, longest first. */
const COUNTING =
  '平方公里|平方米|公里|个|名|位|条|项|件|起|户|座|栋|幢|台|辆|只|头|株|棵|支|张|幅|枚|把|份|本|册|部|套|场|批|次|种|类|家|所|处|间|块|片|道|轮|段|篇|首|群|对|双|节|堂|趟|米|亩|吨|届|朵|粒|颗|碗|杯|滴|盏|扇|匹|封|笔|桌|桩';
/** Measures after which a thought may end. */
const CLOSING =
  '个月|年度|年|月份|月|日|号线|号|时|点|分钟|分|秒|小时|天|周年|周|期|季度|度|倍|成|岁|元|级|层|楼|版|人次|人(?![民大才力均口家居身社文类员物])|户次|车次|架次|例次|公斤|公顷|千克|万';
const ARABIC_NUMBER = new RegExp(
  `第?[\\d０-９]+(?:[.,．:：/%％‰℃°+]+[\\d０-９]+)*(?:[-–—～~至到][\\d０-９]+(?:\\.\\d+)?)?[%％‰℃°+]*[多余万亿千百十]*(?:(?<closing>${CLOSING})|(?<counting>${COUNTING}))?`,
  'y',
);
/** Without 第 a Chinese numeral counts only before a measure: 万 and 一 open words and names as well. */
const CHINESE_NUMBER = new RegExp(
  `(?:第[${CHINESE_DIGITS}]{1,12}|[${CHINESE_DIGITS}几数]{1,12}[多余]?(?=${CLOSING}|${COUNTING}))(?:(?<closing>${CLOSING})|(?<counting>${COUNTING}))?`,
  'y',
);
const DATE_PART = /(?:年|月|日|时|点)$/;
const DATE_REST = /^第?[\d〇一二三四五六七八九十]+(?:月份?|日|时|点|分|季度)$/;
/** 二〇二〇年十二月三十一日, as units. */
const LONGEST_DATE = 12;

/** Prices of a cut: a word of the vocabulary, the segmenter's word, a character of its own. */
const KNOWN = 0.9;
const SEGMENTED = 1;
const SINGLE = 1.7;
/** Longer phrases before the same in pieces. */
const PER_CHARACTER = 0.02;

/** The words of one line of a headline. Throws where the segmenter's words are not the text. */
export const headlineWords = (text: string, segment: WordSegmenter): readonly HeadlineWord[] => {
  const segments = segment(text);
  if (segments.join('') !== text) throw new Error(`not the words of ${JSON.stringify(text)}`);
  const ends = new Set<number>();
  const lengthAt = new Map<number, number>();
  let offset = 0;
  for (const word of segments) {
    lengthAt.set(offset, word.length);
    offset += word.length;
    ends.add(offset);
  }
  const found: HeadlineWord[] = [];
  for (let at = 0; at < text.length; ) {
    const next = numberAt(text, at, ends) ?? plainAt(text, at);
    if (next.kind !== 'han') {
      addWord(found, next);
      at += next.text.length;
      continue;
    }
    let to = at;
    while (to < text.length && isHan(text[to]) && !(to > at && numberAt(text, to, ends))) to++;
    for (const word of cutHan(text, at, to, lengthAt)) addHan(found, word);
    at = to;
  }
  return found;
};

/** 杨|德|明和: a conjunction that the segmenter joins to the end of a name is a word of its own. */
const addHan = (found: HeadlineWord[], word: HeadlineWord): void => {
  const [surname, given] = [found.at(-2), found.at(-1)];
  const endsName =
    /^.[和与]$/.test(word.text) &&
    !NEWSPAPER_WORDS.has(word.text) &&
    given?.kind === 'han' &&
    given.text.length === 1 &&
    surname?.text.length === 1 &&
    SURNAMES.has(surname.text);
  if (!endsName) found.push(word);
  else for (const k of [0, 1]) found.push({ kind: 'han', text: word.text[k]!, from: word.from + k });
};

/** The parts of one date stay together: 3月12日. */
const addWord = (found: HeadlineWord[], word: HeadlineWord): void => {
  const last = found.at(-1);
  const isDate =
    last?.kind === 'number' &&
    word.kind === 'number' &&
    DATE_PART.test(last.text) &&
    DATE_REST.test(word.text);
  if (isDate && last.text.length + word.text.length <= LONGEST_DATE)
    found[found.length - 1] = { ...last, text: last.text + word.text };
  else found.push(word);
};

const numberAt = (text: string, at: number, ends: ReadonlySet<number>): HeadlineWord | null => {
  ARABIC_NUMBER.lastIndex = at;
  const arabic = ARABIC_NUMBER.exec(text);
  if (arabic) return numberWord(arabic, at);
  CHINESE_NUMBER.lastIndex = at;
  const chinese = CHINESE_NUMBER.exec(text);
  if (!chinese || isLongerWord(text, at, chinese[0].length, ends)) return null;
  return numberWord(chinese, at);
};

const numberWord = (match: RegExpExecArray, from: number): HeadlineWord => ({
  kind: match.groups?.counting ? 'counted' : 'number',
  text: match[0],
  from,
});

/** 一家人, 三项整治: a longer word of the vocabulary that begins here is no count; nor is one that ends here. */
const isLongerWord = (text: string, at: number, length: number, ends: ReadonlySet<number>): boolean => {
  for (let size = LONGEST_NEWSPAPER_WORD; size > length; size--)
    if (NEWSPAPER_WORDS.has(text.slice(at, at + size))) return true;
  if (ends.has(at)) return false;
  for (let size = 2; size <= LONGEST_NEWSPAPER_WORD && size <= at + 1; size++)
    if (NEWSPAPER_WORDS.has(text.slice(at + 1 - size, at + 1))) return true;
  return false;
};

const plainAt = (text: string, at: number): HeadlineWord => {
  const unit = text[at]!;
  if (isHan(unit)) return { kind: 'han', text: unit, from: at };
  if (isLatin(unit)) {
    let to = at + 1;
    while (to < text.length && (isLatin(text[to]) || isDigit(text[to]) || "-.'’&+".includes(text[to]!))) to++;
    return { kind: 'latin', text: text.slice(at, to), from: at };
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return { kind: character.trim() === '' ? 'space' : 'mark', text: character, from: at };
};

/** Han only: the cheapest cut of `text[from, to)` into words and single characters. */
const cutHan = (
  text: string,
  from: number,
  to: number,
  segmented: ReadonlyMap<number, number>,
): readonly HeadlineWord[] => {
  const n = to - from;
  const price = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
  const step = new Array<number>(n + 1).fill(0);
  price[0] = 0;
  const offer = (at: number, length: number, cost: number): void => {
    const total = price[at]! + cost;
    if (at + length > n || total >= price[at + length]! - 1e-9) return;
    price[at + length] = total;
    step[at + length] = length;
  };
  for (let at = 0; at < n; at++) {
    const single = String.fromCodePoint(text.codePointAt(from + at)!).length;
    offer(at, single, SINGLE);
    for (let length = 2; length <= LONGEST_NEWSPAPER_WORD && at + length <= n; length++)
      if (NEWSPAPER_WORDS.has(text.slice(from + at, from + at + length)))
        offer(at, length, KNOWN - PER_CHARACTER * length);
    const length = segmented.get(from + at) ?? 0;
    if (length > single) offer(at, length, SEGMENTED);
  }
  const found: HeadlineWord[] = [];
  for (let at = n; at > 0; at -= step[at]!) {
    const start = from + at - step[at]!;
    found.push({ kind: 'han', text: text.slice(start, from + at), from: start });
  }
  return found.reverse();
};
