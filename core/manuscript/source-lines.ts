/**
 * A manuscript as numbered lines, freed of what no press prints: control characters, bidi controls, zero-width
 * characters and lone surrogates. Each removal is entered in the ledger with its line and column. Unicode
 * normalisation is not applied: NFC would replace compatibility ideographs that stand in people's names.
 * Variation selectors stay for the same reason.
 */
import type { NormalisationRule } from './import-report.ts';

export interface LedgerEntry {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  /** Both change where a line turns out to be a headline (headline-spaces.ts). */
  after: string;
  rule: NormalisationRule;
}

export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Offsets of the raw line that cleaning took out, ascending: columns are counted in the raw line. */
  readonly cut: readonly number[];
  /** Blank lines before it. */
  readonly gap: number;
}

/** Column (from 1) in the manuscript of an offset in the cleaned line. */
export const columnOf = (line: SourceLine, offset: number): number => {
  let raw = offset;
  for (const cut of line.cut) {
    if (cut > raw) break;
    raw++;
  }
  return raw + 1;
};

// TAB, VT and FF are white space and left to the space rules. U+FFFE and U+FFFF are no characters.
const UNPRINTABLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ruleFor = (unit: string): NormalisationRule => {
  const code = unit.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return 'lone-surrogate';
  if (code === 0x61c || code === 0x200e || code === 0x200f) return 'bidi-control';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'bidi-control';
  if (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200d) ||
    (code >= 0x2060 && code <= 0x2065) ||
    code === 0xfeff
  )
    return 'zero-width-character';
  return 'control-character';
};

/** The lines that are not blank, with the number of blank lines before each; what cleaning did goes to `ledger`. */
export const readSourceLines = (
  text: string,
  ledger: LedgerEntry[],
): { lines: SourceLine[]; total: number } => {
  const lines: SourceLine[] = [];
  const raw = text.split(/\r\n|[\n\r\u2028\u2029]/);
  let gap = 0;
  raw.forEach((source, index) => {
    const cut: number[] = [];
    const cleaned = source.replace(UNPRINTABLE, (unit, offset: number) => {
      const rule = ruleFor(unit);
      const after = rule === 'lone-surrogate' ? '\ufffd' : '';
      ledger.push({ line: index + 1, column: offset + 1, before: unit, after, rule });
      if (after === '') cut.push(offset);
      return after;
    });
    if (cleaned.trim() === '') {
      gap++;
      return;
    }
    lines.push({ number: index + 1, text: cleaned, cut, gap });
    gap = 0;
  });
  return { lines, total: raw.length };
};
