/**
 * What the clipboard holds, as copy: lines with their marks, and what of it is not put in. A page of HTML is read by
 * html-lines.ts; where there is none, or one too long, or one that breaks off, the clipboard's plain text is taken.
 * Pure.
 */
import type { InsertedLine } from '../../core/issue/text-edits.ts';
import { plainLines } from './clean-line.ts';
import { htmlLines } from './html-lines.ts';
import type { LeftOutReason } from './text-look.ts';

export interface ClipboardTexts {
  readonly html: string;
  readonly text: string;
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly words: string;
  /** Index of the line that they stood in or after; -1 before the first. */
  readonly line: number;
}

export interface PastedCopy {
  readonly lines: readonly InsertedLine[];
  readonly left: readonly LeftOut[];
  readonly insertions: number;
  readonly pictures: number;
  /** Why it is the plain text though there was a page: it was too long, or broke off. Null where it was read. */
  readonly plainFor: 'long' | 'broken' | null;
  /** Its length where it is more than a paste may be: then there are no lines. */
  readonly tooLong: number | null;
}

const NOTHING: PastedCopy = {
  lines: [],
  left: [],
  insertions: 0,
  pictures: 0,
  plainFor: null,
  tooLong: null,
};

/** A page of this many characters is read in well under a second. */
const LONGEST_PAGE = 16_000_000;
/** What a paste may bring: many times a newspaper, and what a story can hold. */
export const PASTE_LIMITS = { characters: 1_000_000, lines: 20_000 } as const;

const plainCopy = (text: string, plainFor: PastedCopy['plainFor']): PastedCopy =>
  text.length > PASTE_LIMITS.characters
    ? { ...NOTHING, tooLong: text.length }
    : { ...NOTHING, lines: plainLines(text), plainFor };

const pageCopy = (html: string, text: string): PastedCopy => {
  if (html.trim() === '') return plainCopy(text, null);
  const hasText = text.trim() !== '';
  if (html.length > LONGEST_PAGE) return plainCopy(text, 'long');
  const { written, insertions, pictures, whole } = htmlLines(html);
  if (!whole && hasText) return plainCopy(text, 'broken');
  const lines: InsertedLine[] = [];
  const left: LeftOut[] = [];
  for (const one of written)
    if (one.kind === 'line') lines.push({ text: one.text, marks: one.marks });
    else left.push({ reason: one.reason, words: one.words, line: lines.length - 1 });
  if (lines.length === 0 && left.length === 0) return { ...plainCopy(text, null), pictures };
  return { lines, left, insertions, pictures, plainFor: whole ? null : 'broken', tooLong: null };
};

export const pastedCopy = ({ html, text }: ClipboardTexts): PastedCopy => {
  const copy = pageCopy(html, text);
  if (copy.tooLong !== null) return copy;
  const length = (all: readonly { readonly text: string }[]) =>
    all.reduce((sum, one) => sum + one.text.length, 0);
  const characters = length(copy.lines) + copy.left.reduce((sum, { words }) => sum + words.length, 0);
  const tooLong =
    characters > PASTE_LIMITS.characters || copy.lines.length + copy.left.length > PASTE_LIMITS.lines;
  return tooLong ? { ...NOTHING, tooLong: characters } : copy;
};
