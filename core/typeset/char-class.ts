/**
 * The class of a character in Chinese text and what follows from it: where a line may break, which side of a
 * mark is blank, whether a Han–Latin gap stands beside it. Sources: CLREQ, GB/T 15834-2011 §5.
 */
import type { KinsokuLevel } from '../publication/publication.ts';

/** Classes as small integers: analysis asks per character, so they stay in typed arrays. */
export const CharClass = {
  /** Han and every other full-width character. */
  Han: 0,
  /** `“‘（〔【《〈「『［｛〖`: blank on the left half. */
  Opener: 1,
  /** `”’）〕】》〉」』］｝〗`: blank on the right half. */
  Closer: 2,
  /** `，、；：`: blank on the right half. */
  Comma: 3,
  /** `。？！`: blank on the right half, given up last. */
  Stop: 4,
  /** `·`, `/`: half an em. */
  Interpunct: 5,
  /** `—`, `…`: pairs are never broken. */
  Dash: 6,
  Ellipsis: 7,
  /** `～`, `–`, a single `—`: never at line start. */
  Connector: 8,
  Latin: 9,
  Digit: 10,
  /** `% ‰ ° ℃`: stays with the number before it. */
  Suffix: 11,
  /** Currency signs, `№`, `+ − ±`: stay with the digits after them. */
  Prefix: 12,
  /** U+0020 and its kin. */
  Space: 13,
  /** U+3000. */
  FullSpace: 14,
} as const;
export type CharClass = (typeof CharClass)[keyof typeof CharClass];

const table = new Uint8Array(0x10000);
const put = (characters: string, value: CharClass) => {
  for (const character of characters) table[character.codePointAt(0)!] = value;
};
/* Latin, Greek and Cyrillic letters with their marks; the range ends before the general punctuation. */
for (let c = 0x21; c < 0x0530; c++) table[c] = CharClass.Latin;
for (let c = 0x1e00; c < 0x2000; c++) table[c] = CharClass.Latin;
/* Hebrew, Arabic and other alphabets are set as words too. */
for (let c = 0x0530; c < 0x1100; c++) table[c] = CharClass.Latin;
/* Superscripts and subscripts belong to the word before them: CO₂, PM₂.₅. */
for (let c = 0x2070; c < 0x20a0; c++) table[c] = CharClass.Latin;
/* The hyphen at which no line ends is one of a word all the same. */
put('\u2011', CharClass.Latin);
put('0123456789', CharClass.Digit);
put('“‘（〔【《〈「『［｛〖', CharClass.Opener);
put('”’）〕】》〉」』］｝〗', CharClass.Closer);
put('，、；：', CharClass.Comma);
put('。？！．', CharClass.Stop);
put('·・/／', CharClass.Interpunct);
/* What copy has for · as often as not (docs/typesetting.md §8). */
put('•‧･∙⋅', CharClass.Interpunct);
put('—⸺―', CharClass.Dash);
put('…⋯', CharClass.Ellipsis);
put('～〜–‐', CharClass.Connector);
put('%‰‱°º˚℃℉％′″‴', CharClass.Suffix);
/* ㎡, ㎏, ㏄ and their kin stay with their number. */
for (let c = 0x3380; c < 0x33e0; c++) table[c] = CharClass.Suffix;
put('$＄¥￥€£￡₩￦₽₹฿№+−±＋－', CharClass.Prefix);
/* Whatever is blank: a tab, a line end, spaces of every width. No face draws them all, so they are painted as U+0020. */
put('\u0020\u00a0\t\n\v\f\r\u0085\u1680\u2028\u2029\u202f\u205f', CharClass.Space);
for (let c = 0x2000; c <= 0x200a; c++) table[c] = CharClass.Space;
put('\u3000', CharClass.FullSpace);

/** The class of a code point; beyond the BMP everything counts as Han. */
export const classOf = (codePoint: number): CharClass =>
  (codePoint <= 0xffff ? table[codePoint]! : CharClass.Han) as CharClass;

/** True for the classes whose blank half stands on the right. */
export const isClosing = (c: CharClass): boolean =>
  c === CharClass.Closer || c === CharClass.Comma || c === CharClass.Stop;

/** True for characters that a Han–Latin gap separates from Han. */
export const isWestern = (c: CharClass): boolean =>
  c === CharClass.Latin || c === CharClass.Digit || c === CharClass.Suffix || c === CharClass.Prefix;

/** What single characters do beside their class, as bits: analysis asks for several of each character of a line's text. */
const Trait = {
  /** Western marks keep to the same rule as their full-width kin; the hyphen is a connector, `%` a suffix anywhere. */
  WesternClosing: 1,
  WesternOpening: 2,
  /** A bullet is a 间隔号 between two names only: elsewhere it opens an item. */
  Bullet: 4,
  /** Signs of money. One before its number stays with it over a space too, and none closes a line. */
  Currency: 8,
  /** Footnote signs stay with what they stand on, as superscripts do. */
  FootnoteSign: 16,
  /** Spaces at which no line ends (UAX 14, class GL). */
  NoBreakSpace: 32,
  /** What joins 歼 and 20: a hyphen of any width, never the minus sign itself (GB/T 15834 5.1.6). */
  Hyphen: 64,
  /** Signs that belong to a number of full-width digits (GB/T 15835: it stays in one line). */
  WidePrefix: 128,
  WideSuffix: 256,
} as const;

const traits = new Uint16Array(0x10000);
const mark = (characters: string, trait: number): void => {
  for (const character of characters) traits[character.codePointAt(0)!]! |= trait;
};
mark(',.;:!?)]}-\u2011%‰‱°º˚℃℉％′″‴', Trait.WesternClosing);
mark('([{', Trait.WesternOpening);
mark('•∙', Trait.Bullet);
mark('$＄¥￥€£￡₩￦₽₹฿', Trait.Currency);
mark('*†‡', Trait.FootnoteSign);
mark('\u00a0\u2007\u202f', Trait.NoBreakSpace);
mark('-\u2011－', Trait.Hyphen);
mark('$＄¥￥€£￡№＋－+−±', Trait.WidePrefix);
mark('％‰℃', Trait.WideSuffix);

const has = (codePoint: number, trait: number): boolean =>
  codePoint <= 0xffff && (traits[codePoint]! & trait) !== 0;

/** True for the marks among words and signs that must not open a line, whatever stands before them. */
export const isWesternClosing = (codePoint: number): boolean => has(codePoint, Trait.WesternClosing);
export const isBullet = (codePoint: number): boolean => has(codePoint, Trait.Bullet);
export const isCurrency = (codePoint: number): boolean => has(codePoint, Trait.Currency);
export const isFootnoteSign = (codePoint: number): boolean => has(codePoint, Trait.FootnoteSign);
export const isNoBreakSpace = (codePoint: number): boolean => has(codePoint, Trait.NoBreakSpace);
export const isHyphen = (codePoint: number): boolean => has(codePoint, Trait.Hyphen);

export const HYPHEN = 0x2d;
export const NUMERO = 0x2116;
export const isWideDigit = (codePoint: number): boolean => codePoint >= 0xff10 && codePoint <= 0xff19;
/** True where a number written with full-width digits runs on from one character to the next. */
export const isWideNumber = (left: number, right: number): boolean =>
  isWideDigit(left)
    ? isWideDigit(right) || has(right, Trait.WideSuffix)
    : isWideDigit(right) && has(left, Trait.WidePrefix);

/** True where the class must not open a line (docs/typesetting.md §1). */
export const forbiddenAtStart = (c: CharClass, level: KinsokuLevel): boolean => {
  if (level === 'none') return false;
  switch (c) {
    case CharClass.Closer:
    case CharClass.Comma:
    case CharClass.Stop:
    case CharClass.Interpunct:
    case CharClass.Connector:
    case CharClass.Suffix:
      return true;
    case CharClass.Dash:
    case CharClass.Ellipsis:
      return level === 'strict';
    default:
      return false;
  }
};

/** True where the character must not close a line. */
export const forbiddenAtEnd = (c: CharClass, codePoint: number, level: KinsokuLevel): boolean => {
  if (level === 'none') return false;
  if (
    c === CharClass.Opener ||
    c === CharClass.Prefix ||
    has(codePoint, Trait.WesternOpening | Trait.Currency)
  )
    return true;
  return (level === 'gb' || level === 'strict') && (codePoint === 0x2f || codePoint === 0xff0f);
};
