/**
 * Names and titles come from outside: from files, archives, clipboards. A control character in one would steer the
 * terminal that shows it (colours, the window's title, a line over the last one), a bidirectional one would turn the
 * rest of the line around. Both are written out as escapes, `\x1b`, `\n`, `\u202e`, so that they are seen and do nothing.
 */

/** Controls, format characters (bidi, zero width, tags), separators of lines, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Join letters of several scripts and the parts of emoji; they steer nothing. */
const JOINERS = ['\u200c', '\u200d'];

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const escaped = (character: string): string => {
  if (JOINERS.includes(character)) return character;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 5)}}`;
};

/** One line, with nothing in it that a terminal would obey. */
export const visibleLine = (text: string): string => text.replace(UNSEEN, escaped);

/** The same of text in several lines. */
export const visibleText = (text: string): string => text.split('\n').map(visibleLine).join('\n');

/** JSON in lines, with the same characters as JSON's own escapes: what is read from it is what was put in. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(UNSEEN, (character) =>
    character === '\n' || JOINERS.includes(character)
      ? character
      : [...Array(character.length).keys()].map((i) => `\\u${hex(character.charCodeAt(i), 4)}`).join(''),
  );
