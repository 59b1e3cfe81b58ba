/**
 * Problem: the hyphen of 歼-20, T-99-甲 and 北京-上海 joins what stands on both sides (GB/T 15834 5.1.6): no gap beside
 * it, and no line begins with it. The same character is typed for a minus: 气温-5℃ has the gap that a number has.
 * Method: a hyphen before a number is a minus where the number is of degrees or per cent, itself or the range that it
 * begins, or where the Han before it is one that a value follows.
 * Limits: goes by that one Han; a type's name that ends with one of them is taken for a value. Pure.
 */
import { CharClass, isHyphen, isWestern } from './char-class.ts';
import type { Classified } from './classify.ts';

/** What a value follows: 为-3, 气温-5, 海拔-154米, 增长率-2. */
const BEFORE_VALUES = new Set([...'为是到达至于从约近温度值拔幅率数差负'].map((c) => c.codePointAt(0)!));

const FULL_STOP = 0x2e;
/** 度 */
const DEGREE_HAN = 0x5ea6;
/** What stands between the two values of a range: 到 至 and the connectors. */
const RANGES = new Set([...'到至～〜–—-－/'].map((c) => c.codePointAt(0)!));

const isValueSign = (codePoint: number): boolean =>
  isHyphen(codePoint) || codePoint === 0x2212 || codePoint === 0xff0b || codePoint === 0x2b;

const numberEnd = ({ codePoints, classes }: Classified, from: number): number => {
  let end = from;
  while (classes[end] === CharClass.Digit || codePoints[end] === FULL_STOP) end++;
  return end;
};

const isDegrees = ({ codePoints, classes }: Classified, at: number): boolean =>
  classes[at] === CharClass.Suffix || codePoints[at] === DEGREE_HAN;

/** True for the minus of a value, however it is typed; `at` is the hyphen's place. */
export const isMinus = (text: Classified, at: number): boolean => {
  const { codePoints, classes } = text;
  if (classes[at + 1] !== CharClass.Digit) return false;
  const end = numberEnd(text, at + 1);
  if (isDegrees(text, end) || (at > 0 && BEFORE_VALUES.has(codePoints[at - 1]!))) return true;
  if (!RANGES.has(codePoints[end] ?? 0)) return false;
  const second = isValueSign(codePoints[end + 1] ?? 0) ? end + 2 : end + 1;
  const secondEnd = numberEnd(text, second);
  return secondEnd > second && isDegrees(text, secondEnd);
};

const isText = (c: number | undefined): boolean =>
  c !== undefined && (c === CharClass.Han || isWestern(c as CharClass));

/** True where the hyphen at `at` joins what stands before it to what stands after it. */
export const isJoining = (text: Classified, at: number): boolean =>
  isHyphen(text.codePoints[at]!) &&
  isText(text.classes[at - 1]) &&
  isText(text.classes[at + 1]) &&
  !isMinus(text, at);
