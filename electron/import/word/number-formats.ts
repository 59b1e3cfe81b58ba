/** Numbers in the formats of Word's lists (ECMA-376 17.18.59) that Chinese offices use. Others are given as digits. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/** 一, 十一, 一百零一. */
const counted = (
  n: number,
  digits: string,
  units: readonly [string, string, string],
  zero: string,
): string => {
  if (n <= 0 || n > 9999) return String(n);
  const [ten, hundred, thousand] = units;
  let text = '';
  let gap = false;
  for (const [size, unit] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / size) % 10;
    if (digit === 0) {
      gap ||= text !== '';
      continue;
    }
    if (gap) text += zero;
    gap = false;
    text +=
      digit === 1 && size === 10 && text === '' && zero === '零' && digits === DIGITS
        ? unit
        : digits[digit] + unit;
  }
  return text;
};

const roman = (n: number): string => {
  if (n <= 0 || n > 3999) return String(n);
  const signs = [
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  let text = '';
  let left = n;
  for (const [sign, value] of signs)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
};

/** a … z, aa, bb: Word doubles the letter. */
const letters = (n: number): string =>
  n <= 0 || n > 780 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

/** One of a row of characters; digits beyond its end. */
const ofRow = (n: number, from: number, count: number): string =>
  n >= 1 && n <= count ? String.fromCodePoint(from + n - 1) : String(n);

const ofCycle = (n: number, cycle: string): string =>
  n >= 1 && n <= cycle.length ? cycle[n - 1]! : String(n);

const circled = (n: number): string =>
  n <= 20 ? ofRow(n, 0x2460, 20) : n <= 35 ? ofRow(n - 20, 0x3251, 15) : ofRow(n - 35, 0x32b1, 15);

const byDigit = (n: number, digits: string): string =>
  [...String(n)].map((digit) => digits[Number(digit)] ?? digit).join('');

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerLetter: letters,
  chineseCounting: (n) => counted(n, DIGITS, ['十', '百', '千'], '零'),
  chineseCountingThousand: (n) => counted(n, DIGITS, ['十', '百', '千'], '零'),
  taiwaneseCounting: (n) => counted(n, DIGITS, ['十', '百', '千'], '零'),
  taiwaneseCountingThousand: (n) => counted(n, DIGITS, ['十', '百', '千'], '零'),
  japaneseCounting: (n) => counted(n, DIGITS, ['十', '百', '千'], '零'),
  chineseLegalSimplified: (n) => counted(n, LEGAL, ['拾', '佰', '仟'], '零'),
  ideographLegalTraditional: (n) => counted(n, '零壹貳參肆伍陸柒捌玖', ['拾', '佰', '仟'], '零'),
  ideographDigital: (n) => byDigit(n, DIGITS),
  japaneseDigitalTenThousand: (n) => byDigit(n, DIGITS),
  taiwaneseDigital: (n) => byDigit(n, '○一二三四五六七八九'),
  ideographTraditional: (n) => ofCycle(n, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (n) => ofCycle(n, '子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => ofRow(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => ofRow(n, 0x2488, 20),
  ideographEnclosedCircle: (n) => ofRow(n, 0x3280, 10),
  decimalFullWidth: (n) => byDigit(n, '０１２３４５６７８９'),
  decimalFullWidth2: (n) => byDigit(n, '０１２３４５６７８９'),
  none: () => '',
};

/** Digits for a format that is not known here. */
export const formatNumber = (n: number, format: string): string =>
  Object.hasOwn(FORMATS, format) ? FORMATS[format]!(n) : String(n);
