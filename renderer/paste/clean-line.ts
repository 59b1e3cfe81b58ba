/** What a line of text may hold, typed or pasted. Pure. */
import { type InsertedLine, plainLine } from '../../core/issue/text-edits.ts';

/** Controls, soft hyphen, zero-width space and word joiner, directions, the place of an object, lone surrogates. */
export const DROPPED =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc]|^[\ud800-\udfff]$/;
export const NARROW = /[\u0021-\u024f]/;

/** Text on one line without what no text may hold: what is typed as well. A TAB is a full-width blank. */
export const cleanText = (text: string): string =>
  Array.from(text, (character) =>
    character === '\t' ? '\u3000' : character === '\n' ? ' ' : DROPPED.test(character) ? '' : character,
  ).join('');

/** Columns that TABs part, as columns that a full-width blank parts; several TABs in a row are one edge. */
const untabbed = (line: string): string =>
  line.includes('\t')
    ? line
        .split('\t')
        .map((column) => column.trim())
        .filter((column) => column !== '')
        .join('\u3000')
    : line;

/** The lines of a plain text; spaces within a line stay. */
export const plainLines = (text: string): readonly InsertedLine[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => cleanText(untabbed(line.replaceAll('\u00a0', ' '))).trim())
    .filter((line) => line !== '')
    .map(plainLine);

/** Several lines as the one of a headline part: nothing between Han, a space between Latin words. */
export const joinedTexts = (texts: readonly string[]): string => {
  let joined = '';
  for (const text of texts)
    joined += (NARROW.test(joined.at(-1) ?? '') && NARROW.test(text[0] ?? '') ? ' ' : '') + text;
  return joined;
};
