/**
 * Text as the index has it: Han in overlapping pairs, each a token, so that a word of two characters is found by one
 * and a longer one by a phrase of several; the last character of a run once more alone, so that a single one is found
 * by the beginnings of tokens. Latin words and numbers are tokens of their own. Full-width and half-width, capital
 * and small are equal, ○ is 〇, m² is m2, and 10⁴ is not 104. Marks are no tokens: a phrase reaches across them only
 * where the asker wrote one himself. The point within a name of several parts (阿依古丽·买买提) is as if it were not
 * there, and so is the full-width blank that spreads a name or a title (张　伟, 望　湖　路). Pure.
 */

import { foldHanForms } from '../../core/issue/han-forms.ts';
import { foldScripts } from '../../core/issue/script-forms.ts';

/** A character for a character, so that offsets stay: full-width forms become half-width, capitals small. */
export const foldText = (given: string): string => {
  const text = foldHanForms(foldScripts(given));
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(lowered(code - 0xfee0));
    else if (code < 0x80) folded += String.fromCharCode(lowered(code));
    else if (code === 0x25cb) folded += '〇';
    else if (code < 0x2e80 || (code >= 0xa640 && code < 0xac00)) folded += small(text[i]!);
    else folded += text[i];
  }
  return folded;
};

const lowered = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);

/** İ and its like become two characters: such stay as they are. */
const small = (character: string): string => {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
};

/** What is as if it were not there between two Han: points within names, as they are typed, and the full-width blank. */
const POINTS = '·•・‧\u3000';

/** Han, or a Latin word, or a number. 〇 and 々 are letters of Chinese text though no script says so. */
const RUN = new RegExp(
  `(?<han>[\\p{Script=Han}〇々]+(?:[${POINTS}][\\p{Script=Han}〇々]+)*)|(?<word>(?:(?!\\p{Script=Han})\\p{L}|\\p{M})+|\\p{N}+)`,
  'gu',
);
const POINT = new RegExp(`[${POINTS}]`, 'g');

interface Run {
  readonly text: string;
  /** Of a Han run its characters, which may be two UTF-16 units each; null for a word or number. */
  readonly han: readonly string[] | null;
}

const runsOf = (folded: string): readonly Run[] => {
  const runs: Run[] = [];
  for (const match of folded.matchAll(RUN)) {
    const { han } = match.groups ?? {};
    runs.push({ text: match[0], han: han === undefined ? null : [...han.replace(POINT, '')] });
  }
  return runs;
};

const pushPairs = (characters: readonly string[], tokens: string[]): void => {
  for (let i = 0; i + 1 < characters.length; i++) tokens.push(characters[i]! + characters[i + 1]!);
};

/** The tokens of a text, parted by spaces, as FTS5's `ascii` tokenizer takes them. */
export const indexTokens = (text: string): string => {
  const tokens: string[] = [];
  for (const { text: word, han } of runsOf(foldText(text))) {
    if (han === null) tokens.push(word);
    else {
      pushPairs(han, tokens);
      tokens.push(han.at(-1)!);
    }
  }
  return tokens.join(' ');
};

/** What is asked for: phrases that must all stand in a text. */
export interface Query {
  /** Each phrase for FTS5's MATCH. */
  readonly matches: readonly string[];
  /** The phrases, folded, to be found again in the text. */
  readonly phrases: readonly RegExp[];
}

/** More phrases than anybody types. */
const MOST_PHRASES = 20;
const LONGEST_QUERY = 200;

/** A name as it is printed: between words of one character a full-width blank parts nothing. */
const SPREAD = /(?<!\S)(\p{Script=Han})\u3000{1,2}(\p{Script=Han})(?!\S)/gu;

/** Words parted by spaces must all occur; what stands in quotes is one phrase. Null: nothing to search for. */
export const parseQuery = (asked: string): Query | null => {
  const folded = foldText(asked.slice(0, LONGEST_QUERY))
    .replace(/[“”„‟「」『』]/g, '"')
    .replace(SPREAD, '$1$2')
    .replaceAll('\u3000', ' ');
  const words = [...folded.matchAll(/"([^"]*)"?|[^\s"]+/g)].map((match) => match[1] ?? match[0]);
  const phrases = words
    .map(runsOf)
    .filter((runs) => runs.length > 0)
    .slice(0, MOST_PHRASES);
  if (phrases.length === 0) return null;
  return { matches: phrases.map(matchPhrase), phrases: phrases.map(phrasePattern) };
};

/**
 * Within a phrase a Han run that something follows ends as it does in the text, with its last character alone; the
 * last run may go on in the text, so of it the pairs only, or of a single character a beginning.
 */
const matchPhrase = (runs: readonly Run[]): string => {
  const tokens: string[] = [];
  let open = false;
  for (const [index, { text, han }] of runs.entries()) {
    const last = index === runs.length - 1;
    if (han === null) tokens.push(text);
    else {
      pushPairs(han, tokens);
      if (!last || han.length === 1) tokens.push(han.at(-1)!);
      open = last && han.length === 1;
    }
  }
  // Tokens are letters and numbers, so no quote can end the string.
  return `"${tokens.join(' ')}"${open ? ' *' : ''}`;
};

/** A word or number stands whole; it may touch Han, but not letters or digits of its own kind. */
const phrasePattern = (runs: readonly Run[]): RegExp => {
  const kind = ({ text, han }: Run): string | null =>
    han !== null ? null : /^\p{N}/u.test(text) ? '\\p{N}' : '(?!\\p{Script=Han})\\p{L}';
  const first = kind(runs[0]!);
  const last = kind(runs.at(-1)!);
  const body = runs
    .map(({ text, han }) => (han === null ? text : han.join(`[${POINTS}]{0,2}`)))
    .join('[^\\p{L}\\p{N}]*');
  return new RegExp(
    `${first === null ? '' : `(?<!${first})`}${body}${last === null ? '' : `(?!${last})`}`,
    'gu',
  );
};
