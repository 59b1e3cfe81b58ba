/**
 * The caret's place on the page: at its text's line, or, in a text that is empty and so has no line, where its first
 * character would come to stand (empty-text.ts). Pure.
 */

import type { TextPlace } from '../issue/text-place.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { DisplayPage } from './display-list.ts';
import { type CaretBox, emptyTextBox } from './empty-text.ts';
import { linesOfText, type PageLine } from './text-lines.ts';
import { stopAt } from './text-stops.ts';

/** At a soft wrap: `before` is the end of the earlier line, `after` the start of the later. */
export type Affinity = 'before' | 'after';

/** Distance from line to line where there is no next one to see it by, em. */
const LEADING = 1.25;

/** Null where the place is not on the pages: overset, or of a story that is not placed. */
export const caretBox = (
  pages: readonly DisplayPage[],
  typesetting: Typesetting,
  place: TextPlace,
  affinity: Affinity,
): CaretBox | null => {
  const lines = linesOfText(pages, place, typesetting.cache);
  if (lines.length === 0) return emptyTextBox(pages, typesetting, place);
  const found = lineAt(lines, place.offset, affinity);
  if (found) {
    const { x, top, height, turned } = stopAt(found.line, place.offset, typesetting);
    return { page: found.page, x, top, height, turned };
  }
  return onBlankLine(lines, place);
};

/** The line that the offset stands in; where two meet there, by affinity. */
export const lineAt = (
  lines: readonly PageLine[],
  offset: number,
  affinity: Affinity,
): PageLine | undefined => {
  const at = lines.filter(({ line }) => line.from <= offset && offset <= line.to);
  return affinity === 'before' ? at[0] : at.at(-1);
};

/** A break that the editor set at a text's end, or two together, leave a line without characters. */
const onBlankLine = (lines: readonly PageLine[], { part, offset }: TextPlace): CaretBox | null => {
  const above = lines.findLast(({ line }) => line.to < offset);
  if (!above) return null;
  const { page, line } = above;
  const { size, left, right, top, bottom, down } = line;
  if (part === 'caption') return { page, x: right, top, height: size, turned: false };
  /* Elsewhere what is beyond the last line is overset. */
  if (part !== 'kicker' && part !== 'headline' && part !== 'deck') return null;
  if (down) return { page, x: left - LEADING * size, top, height: size, turned: true };
  const below = bottom + (LEADING - 1) * size;
  return { page, x: (left + right) / 2, top: below, height: size, turned: false };
};
