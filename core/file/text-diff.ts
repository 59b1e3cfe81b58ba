/**
 * Comparing texts: which paragraphs belong together, and what differs in a pair of them. Small on purpose: whoever has
 * a better diff of two strings passes it in as a `TextDiff`. Pure.
 */
import { isCharacterEdge } from '../issue/marks.ts';

export interface DiffSpan {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The spans of both texts in order: `same` and `removed` give the first, `same` and `added` the second. */
export type TextDiff = (before: string, after: string) => readonly DiffSpan[];

/** What both begin and end with is the same, all between is changed. Cuts no character. */
export const middleDiff: TextDiff = (before, after) => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (!isCharacterEdge(before, head) || !isCharacterEdge(after, head)) head--;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (!isCharacterEdge(before, before.length - tail) || !isCharacterEdge(after, after.length - tail)) tail--;
  const spans: readonly DiffSpan[] = [
    { kind: 'same', text: before.slice(0, head) },
    { kind: 'removed', text: before.slice(head, before.length - tail) },
    { kind: 'added', text: after.slice(head, after.length - tail) },
    { kind: 'same', text: before.slice(before.length - tail) },
  ];
  return spans.filter(({ text }) => text !== '');
};

/** Beyond so many pairs (2,000 × 2,000 paragraphs) the lists are paired in order, without a search. */
const MOST_PAIRS = 4_000_000;

/**
 * Pairs of indices that are not equal: changed ones with an index on both sides, removed and added ones with null.
 * Equal entries, by a longest common subsequence, are left out.
 */
export const pairParagraphs = (
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number | null, number | null])[] => {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let [endA, endB] = [before.length, after.length];
  while (endA > head && endB > head && before[endA - 1] === after[endB - 1]) {
    endA--;
    endB--;
  }
  const anchors = commonEntries(before.slice(head, endA), after.slice(head, endB));
  const pairs: (readonly [number | null, number | null])[] = [];
  let [a, b] = [head, head];
  for (const [toA, toB] of [
    ...anchors.map(([x, y]) => [x + head, y + head] as const),
    [endA, endB] as const,
  ]) {
    for (; a < toA || b < toB; ) pairs.push([a < toA ? a++ : null, b < toB ? b++ : null]);
    [a, b] = [toA + 1, toB + 1];
  }
  return pairs;
};

const commonEntries = (
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] => {
  if (a.length * b.length === 0 || a.length * b.length > MOST_PAIRS) return [];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const found: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  return found;
};
