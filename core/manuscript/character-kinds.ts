/**
 * What the import needs to know of a character, by code unit ranges: whether it is Han, wide (Han, kana, Chinese
 * punctuation, full-width forms, curly quotes), a digit or Latin. The typesetter's finer classes are its own.
 */

/** Han by UTF-16 unit: surrogates of the supplementary ideographic planes count, emoji's do not. */
export const isHan = (unit: string | undefined): boolean => {
  if (unit === undefined || unit === '') return false;
  const code = unit.charCodeAt(0);
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0xd840 && code <= 0xd8ff) ||
    (code >= 0xdc00 && code <= 0xdfff)
  );
};

/** Everything set one em wide in Chinese text, but the full-width space. */
export const isWide = (unit: string | undefined): boolean => {
  if (unit === undefined || unit === '') return false;
  const code = unit.charCodeAt(0);
  return (
    isHan(unit) ||
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0xff01 && code <= 0xff60) ||
    '“”‘’…—·●△○◆■★☆▲'.includes(unit)
  );
};

export const isDigit = (unit: string | undefined): boolean =>
  unit !== undefined && unit >= '0' && unit <= '9' && unit !== '';

export const isLatin = (unit: string | undefined): boolean =>
  unit !== undefined && /^[A-Za-z\u00c0-\u024f]$/.test(unit);

/** Stops and commas, after which copy has no space. */
export const isStop = (unit: string | undefined): boolean =>
  unit !== undefined && unit !== '' && '，。；：！？、…'.includes(unit);

/** The length that a reader counts: code points but white space. */
export const countCharacters = (text: string): number => {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count++;
  return count;
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ['〇', 0],
      ['○', 0],
    ]),
);

const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 三百九十九, 一千零五; null where the numeral is no such. */
const readCount = (text: string): number | null => {
  if (
    !/^(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(
      text,
    )
  )
    return null;
  let value = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = UNITS.get(sign);
    if (unit === undefined) digit = DIGITS.get(sign)!;
    else value += (digit || 1) * unit;
    if (unit !== undefined) digit = 0;
  }
  return value + digit;
};

/** A number up to 9999, or by its digits (二〇二〇), in Arabic (also full-width) or Chinese numerals; null if it is none. */
export const readNumber = (text: string): number | null => {
  const plain = text.trim().replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (/[十百千]/.test(plain)) return readCount(plain);
  if (!/^[〇○零一二三四五六七八九]{1,9}$/.test(plain)) return null;
  return [...plain].reduce((value, digit) => value * 10 + DIGITS.get(digit)!, 0);
};
