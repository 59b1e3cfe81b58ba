/** The stored breaks of a story's headline parts: what is well-formed, and where they stand after an edit. Pure. */
import type { HeadlinePart } from './issue.ts';
import { isCharacterEdge } from './marks.ts';

export const HEADLINE_PARTS: readonly HeadlinePart[] = ['kicker', 'headline', 'deck'];

export const isHeadlinePart = (part: string): part is HeadlinePart =>
  HEADLINE_PARTS.some((known) => known === part);

/** Ascending, inside the text, between two characters. */
export const areHeadlineBreaks = (offsets: readonly number[], text: string): boolean =>
  offsets.every(
    (at, i) =>
      Number.isInteger(at) && at > (offsets[i - 1] ?? 0) && at < text.length && isCharacterEdge(text, at),
  );

/** The offsets after `text[from, to)` was replaced by `inserted` units: those inside what went are gone. */
export const mappedBreaks = (
  offsets: readonly number[],
  from: number,
  to: number,
  inserted: number,
): readonly number[] => {
  const mapped = offsets.flatMap((at) => (at <= from ? [at] : at >= to ? [at - (to - from) + inserted] : []));
  return mapped.filter((at, i) => at > (mapped[i - 1] ?? 0));
};
