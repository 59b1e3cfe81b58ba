/**
 * Characters of symbol typefaces (Wingdings, Symbol) as the characters that they show. Their codes stand in the
 * private area from F000 on, or as plain Latin letters in that typeface.
 */
import { codePoint } from 'dingbat-to-unicode';

const FACES: Readonly<Record<string, string>> = {
  symbol: 'Symbol',
  webdings: 'Webdings',
  wingdings: 'Wingdings',
  'wingdings 2': 'Wingdings 2',
  'wingdings 3': 'Wingdings 3',
};

/** What newspapers' faces have instead of the exact shapes. */
const PLAIN: Readonly<Record<string, string>> = {
  '🗹': '☑',
  '🗷': '☒',
  '🗵': '☒',
  '🗸': '✓',
  '✔': '✓',
  '🗴': '✗',
  '🞄': '·',
  '⬝': '▪',
  '◻': '□',
  '❑': '□',
  '❒': '□',
  '❏': '□',
  '❐': '□',
  '◼': '■',
  '⬧': '◆',
  '⯁': '◆',
  '⚫': '●',
  '⚪': '○',
};

export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && Object.hasOwn(FACES, font.toLowerCase());

/** The character that a code of a typeface shows; null where nobody knows. */
export const symbolOf = (font: string, code: number): string | null => {
  const inPrivateArea = code >= 0xf000 && code <= 0xf0ff;
  const face = FACES[font.toLowerCase()];
  if (face === undefined)
    return inPrivateArea || !isScalar(code) || code < 0x20 || (code >= 0xe000 && code <= 0xf8ff)
      ? null
      : String.fromCodePoint(code);
  const found = codePoint(face, inPrivateArea ? code - 0xf000 : code)?.string;
  return found === undefined ? null : (PLAIN[found] ?? found);
};

const isScalar = (code: number): boolean =>
  Number.isInteger(code) && code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/** Text in a symbol typeface as what it shows; characters beyond its codes stay. */
export const textInFont = (text: string, font: string | undefined): string => {
  if (font === undefined || !isSymbolFont(font)) return text;
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0)!;
      const isCode = (code > 0x20 && code <= 0xff) || (code >= 0xf000 && code <= 0xf0ff);
      return isCode ? (symbolOf(font, code) ?? character) : character;
    })
    .join('');
};
