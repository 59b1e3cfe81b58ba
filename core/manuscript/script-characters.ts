/**
 * Text that has no marks (headlines, bylines, captions) with <sup> and <sub>: the characters of Unicode that stand
 * above and below the line take their place. Where there are none the signs go, and a power that would be read as a
 * digit more gets a ^ (10^4.5, never 104.5). Every change is in the ledger.
 */
import type { FileReading } from './file-reading.ts';
import { SCRIPT } from './inline-marks.ts';
import type { LedgerEntry } from './source-lines.ts';
import { joinTraced, sliceTraced, type TracedText } from './traced-text.ts';

const SUPERSCRIPTS = new Map([...'0123456789+-−=()ni'].map((c, i) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][i]!]));
const SUBSCRIPTS = new Map([...'0123456789+-−=()'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][i]!]));

const inUnicode = (text: string, tag: string): string => {
  const table = tag === 'sup' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = [...text].map((character) => table.get(character));
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return tag === 'sup' && /^[\d.+−-]/.test(text) ? `^${text}` : text;
};

/** Where in the file a passage stands, at or below a line. */
const placeOf = (file: FileReading, line: number, passage: string): { line: number; column: number } => {
  let low = 0;
  let high = file.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (file.lines[middle]!.number < line) low = middle + 1;
    else high = middle;
  }
  /* The parts of a headline stand within a few lines. */
  for (const source of file.lines.slice(low, low + 12)) {
    const at = source.text.indexOf(passage);
    if (at >= 0) return { line: source.number, column: at + 1 };
  }
  return { line, column: 1 };
};

/** The text without signs; what was taken out goes to `remove`, what was changed to the file's ledger. */
export const withScriptCharacters = (
  source: TracedText,
  file: FileReading,
  line: number,
  remove: (signs: string) => void,
): TracedText => {
  if (!source.text.includes('<su')) return source;
  const parts: TracedText[] = [];
  let from = 0;
  for (const match of source.text.matchAll(SCRIPT)) {
    const [whole, opening, , inner] = match;
    const start = match.index + opening!.length;
    parts.push(sliceTraced(source, from, match.index));
    const after = inUnicode(inner!, match.groups!.tag!);
    if (after === inner) parts.push(sliceTraced(source, start, start + inner.length));
    else {
      const { line: at, column } = placeOf(file, line, whole);
      const entry: LedgerEntry = {
        line: at,
        column: column + opening!.length,
        before: inner!,
        after,
        rule: 'script-character',
      };
      file.ledger.push(entry);
      parts.push({ text: after, changes: [{ entry, at: 0, length: after.length }] });
    }
    remove(opening! + match.at(-1)!);
    from = match.index + whole.length;
  }
  if (parts.length === 0) return source;
  parts.push(sliceTraced(source, from));
  return joinTraced(parts);
};
