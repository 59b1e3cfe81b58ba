/**
 * Text that remembers which of its characters an import changed. Cutting and joining keep the changes at their
 * places, so that the report can say where in the finished story a normalisation stands. A change cut in two by a
 * slice loses its place, never its entry in the ledger. Pure; cost is linear in text and changes.
 */
import type { LedgerEntry } from './source-lines.ts';

export interface PlacedChange {
  /** What was changed: the entry in the ledger of its file. */
  readonly entry: LedgerEntry;
  /** UTF-16 offset of what was put in. */
  readonly at: number;
  readonly length: number;
}

export interface TracedText {
  readonly text: string;
  /** In ascending order of `at`. */
  readonly changes: readonly PlacedChange[];
}

export const EMPTY_TEXT: TracedText = { text: '', changes: [] };

/** Text that no rule changed. */
export const untouched = (text: string): TracedText => ({ text, changes: [] });

export const sliceTraced = (source: TracedText, from: number, to = source.text.length): TracedText => {
  if (from === 0 && to === source.text.length) return source;
  const changes: PlacedChange[] = [];
  // A line may be cut in thousands of places: only the changes of the slice are looked at.
  let first = 0;
  let end = source.changes.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (source.changes[middle]!.at < from) first = middle + 1;
    else end = middle;
  }
  for (let i = first; i < source.changes.length; i++) {
    const change = source.changes[i]!;
    if (change.at > to) break;
    if (change.at + change.length > to) continue;
    changes.push({ ...change, at: change.at - from });
  }
  return { text: source.text.slice(from, to), changes };
};

export const joinTraced = (parts: readonly TracedText[]): TracedText => {
  let length = 0;
  const changes: PlacedChange[] = [];
  for (const part of parts) {
    for (const change of part.changes)
      changes.push(length === 0 ? change : { ...change, at: change.at + length });
    length += part.text.length;
  }
  return { text: parts.map((part) => part.text).join(''), changes };
};

const isSpace = (unit: string): boolean => unit.trim() === '';

export const trimTraced = (source: TracedText): TracedText => {
  let from = 0;
  let to = source.text.length;
  while (from < to && isSpace(source.text[from]!)) from++;
  while (to > from && isSpace(source.text[to - 1]!)) to--;
  return sliceTraced(source, from, to);
};
