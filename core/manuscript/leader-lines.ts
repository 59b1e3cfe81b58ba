/**
 * Contents lines: a title, a row of dots as leader, a page number. Read from the end backwards, so that a line of
 * a million dots costs no more than its length.
 */
import { isDigit } from './character-kinds.ts';

export interface LeaderLine {
  /** Where the title ends, spaces after it not counted. */
  readonly titleEnd: number;
  readonly leader: string;
  readonly page: string;
}

export const readLeaderLine = (text: string): LeaderLine | null => {
  const end = text.trimEnd().length;
  let page = end;
  while (page > 0 && isDigit(text[page - 1])) page--;
  if (page === end || end - page > 3) return null;
  const dotsEnd = text.slice(0, page).trimEnd().length;
  let dots = dotsEnd;
  while (dots > 0 && '.．…·'.includes(text[dots - 1]!)) dots--;
  if (dotsEnd - dots < 2) return null;
  return {
    titleEnd: text.slice(0, dots).trimEnd().length,
    leader: text.slice(dots, dotsEnd),
    page: text.slice(page, end),
  };
};
