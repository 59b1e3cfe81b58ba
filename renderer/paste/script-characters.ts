/**
 * Superscripts and subscripts where a text holds no marks, in headlines and captions: the characters that Unicode has
 * for them, as far as newspaper faces have glyphs. Pure.
 */
import type { InsertedLine } from '../../core/issue/text-edits.ts';

const pairs = (plain: string, raised: string): ReadonlyMap<string, string> =>
  new Map([...plain].map((character, index) => [character, [...raised][index]!]));

const SUPERSCRIPT = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPT = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

export interface Unmarked {
  readonly text: string;
  /** What had to be set on the line, each run as it stands now. */
  readonly onLine: readonly string[];
}

/** The line's text with its raised and lowered characters as characters of their own. */
export const unmarked = ({ text, marks }: InsertedLine): Unmarked => {
  let out = '';
  let at = 0;
  const onLine: string[] = [];
  for (const { from, to, kind } of marks) {
    if (kind !== 'superscript' && kind !== 'subscript') continue;
    const known = kind === 'superscript' ? SUPERSCRIPT : SUBSCRIPT;
    const run = [...text.slice(from, to)];
    const whole = run.every((character) => known.has(character) || character === ' ');
    out += text.slice(at, from) + run.map((one) => (whole ? (known.get(one) ?? one) : one)).join('');
    if (!whole) onLine.push(run.join(''));
    at = to;
  }
  return { text: out + text.slice(at), onLine };
};
