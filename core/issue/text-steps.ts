/**
 * Steps of a caret within one text: over one character as a reader counts it, and over what a double click selects.
 * A character is a code point with the marks and invisible characters that follow it: a combining mark, the variation
 * selector after a Han, a zero-width space. Pure, without `Intl`: every machine steps alike.
 *
 * Emoji joined by U+200D are one, as are the two letters of a flag.
 *
 * Limits: Chinese words are not told apart, a run of Han is one selection up to the next mark.
 */
const EXTENDING = /^(?:\p{M}|\p{Cf}|\p{Emoji_Modifier})$/u;

/** True for a character that belongs to the one before it. */
export const isExtending = (codePoint: number): boolean =>
  codePoint >= 0xad && !isPlainHan(codePoint) && EXTENDING.test(String.fromCodePoint(codePoint));

/** Nearly all there is: asked first. */
const isPlainHan = (codePoint: number): boolean => codePoint >= 0x3400 && codePoint <= 0x9fff;

const codePointBefore = (text: string, offset: number): number => {
  const low = text.charCodeAt(offset - 1);
  const pair = offset > 1 && low >= 0xdc00 && low <= 0xdfff ? text.codePointAt(offset - 2)! : low;
  return pair > 0xffff ? pair : low;
};

const width = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

const JOINER = 0x200d;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
const isPictograph = (codePoint: number): boolean => PICTOGRAPH.test(String.fromCodePoint(codePoint));
const isFlagLetter = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

/** The end of the character that begins at `at`. */
const endFrom = (text: string, at: number): number => {
  const first = text.codePointAt(at)!;
  let end = at + width(first);
  if (isFlagLetter(first) && end < text.length && isFlagLetter(text.codePointAt(end)!)) return end + 2;
  let joined = false;
  while (end < text.length) {
    const next = text.codePointAt(end)!;
    if (!isExtending(next) && !(joined && isPictograph(next))) break;
    joined = next === JOINER;
    end += width(next);
  }
  return end;
};

/** Where the character that ends at `at` begins: the marks that follow it, and what is joined before it, belong to it. */
const startBefore = (text: string, at: number): number => {
  let start = at;
  while (start > 0) {
    const before = codePointBefore(text, start);
    start -= width(before);
    if (isExtending(before)) continue;
    const joined = start > 0 && codePointBefore(text, start) === JOINER && isPictograph(before);
    if (!joined) break;
  }
  return start > 0 && isFlagLetter(text.codePointAt(start) ?? 0) ? flagStart(text, start) : start;
};

/** Flags stand in pairs from the first letter of their row on. */
const flagStart = (text: string, at: number): number => {
  let first = at;
  while (first > 0 && isFlagLetter(codePointBefore(text, first))) first -= 2;
  return ((at - first) / 2) % 2 === 1 ? at - 2 : at;
};

/** The offset one character further; the text's own end where there is none. */
export const stepOffset = (text: string, offset: number, direction: 1 | -1): number => {
  const at = Math.max(0, Math.min(text.length, offset));
  if (direction === 1) return at < text.length ? endFrom(text, at) : at;
  return startBefore(text, at);
};

type Kind = 'han' | 'word' | 'space' | 'break' | 'mark';

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇]$/u;
const WORD = /^[\p{L}\p{N}_'’-]$/u;
const DIGIT = /^\p{Nd}$/u;

const kindOf = (text: string, at: number): Kind => {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (character === '\n') return 'break';
  if (/^\s$/u.test(character)) return 'space';
  if (HAN.test(character)) return 'han';
  if (isWordAt(text, at, character)) return 'word';
  return 'mark';
};

const previous = (text: string, at: number): string =>
  at > 0 ? String.fromCodePoint(codePointBefore(text, at)) : '';
const next = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';

/** Letters and digits; a point or comma between two digits, an apostrophe or hyphen between two letters. */
const isWordAt = (text: string, at: number, character: string): boolean => {
  const [left, right] = [previous(text, at), next(text, at + character.length)];
  if (character === '.' || character === ',') return DIGIT.test(left) && DIGIT.test(right);
  if (/^['’-]$/u.test(character)) return isLetter(left) && isLetter(right);
  return WORD.test(character);
};

const isLetter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character) && !HAN.test(character);

/**
 * What a double click selects: the run of characters of one kind that the offset is in, or before, or at whose end it
 * stands: Han up to a mark, a Latin word with its digits, a run of spaces; a mark by itself.
 */
export const clusterRange = (
  text: string,
  offset: number,
): { readonly from: number; readonly to: number } => {
  if (text === '') return { from: 0, to: 0 };
  let start = Math.max(0, Math.min(text.length, offset));
  if (start === text.length || (start > 0 && isExtending(text.codePointAt(start)!)))
    start = stepOffset(text, start, -1);
  /* At a word's end, before a mark, the word is meant. */
  if (start > 0 && start === offset && isBlunt(kindOf(text, start))) {
    const before = stepOffset(text, start, -1);
    if (!isBlunt(kindOf(text, before))) start = before;
  }
  const kind = kindOf(text, start);
  let from = start;
  let to = stepOffset(text, start, 1);
  if (kind === 'mark' || kind === 'break') return { from, to };
  while (from > 0) {
    const before = stepOffset(text, from, -1);
    if (kindOf(text, before) !== kind) break;
    from = before;
  }
  while (to < text.length && kindOf(text, to) === kind) to = stepOffset(text, to, 1);
  return { from, to };
};

const isBlunt = (kind: Kind): boolean => kind === 'mark' || kind === 'space' || kind === 'break';
