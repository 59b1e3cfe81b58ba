/** What the frame's fields mean to the model: head places by one name, column widths that fit, places for pictures. Pure. */

import { doOverlap } from '../../core/issue/edits.ts';
import { bodyWidth, doColumnsFit, FEWEST_CHARS } from '../../core/issue/frame-grid.ts';
import type { Frame, GridBox, HeadPlace, Issue, Story } from '../../core/issue/issue.ts';
import { isCharacterEdge } from '../../core/issue/marks.ts';
import { frameGeometry } from '../../core/makeup/frame-geometry.ts';
import { pictureBox } from '../../core/makeup/story/picture-block.ts';
import { formatOf, type PageFormat } from '../../core/publication/publication.ts';
import type { Typesetting } from '../../core/typeset/typesetting.ts';

export type HeadPlaceName = 'above' | 'beside-left' | 'beside-right' | 'vertical-left' | 'vertical-right';

export const nameOfPlace = (head: HeadPlace): HeadPlaceName =>
  head.place === 'above' ? 'above' : `${head.place}-${head.side}`;

/** Characters that a strip is given at first: a vertical headline in one or two columns, one set across in short lines. */
const FIRST_STRIP = { vertical: 4, beside: 8 } as const;

/** The place of that name; a strip keeps its width where only its side or direction changes. */
export const placeOfName = (name: HeadPlaceName, now: HeadPlace, widest: number): HeadPlace => {
  if (name === 'above') return { place: 'above' };
  const [place, side] = name.split('-') as ['beside' | 'vertical', 'left' | 'right'];
  const chars = now.place === place ? now.chars : FIRST_STRIP[place];
  return { place, side, chars: Math.max(1, Math.min(chars, widest)) };
};

/** Equal columns in whole characters, as 不等栏 begins; null where the body is too narrow for so many. */
export const evenWidths = (format: PageFormat, frame: Frame): readonly number[] | null => {
  const room = bodyWidth(format, frame).body - (frame.columns - 1) * format.gapChars;
  const chars = Math.floor(room / frame.columns);
  return chars < FEWEST_CHARS ? null : Array.from({ length: frame.columns }, () => chars);
};

/** Null where the widths fit; else what they come to with their gaps, and the room that there is. */
export const widthsTooMuch = (
  format: PageFormat,
  frame: Frame,
  widths: readonly number[],
): { readonly sum: number; readonly room: number } | null => {
  const { body } = bodyWidth(format, frame);
  if (doColumnsFit(widths, body, format.gapChars)) return null;
  const sum = widths.reduce((all, chars) => all + chars, 0) + (widths.length - 1) * format.gapChars;
  return { sum, room: body };
};

/** Offsets at which a line of the text may be broken: between characters, not beside a break that stands there. */
export const breakPlaces = (text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = 1; at < text.length; at++)
    if (isCharacterEdge(text, at) && text[at] !== '\n' && text[at - 1] !== '\n') places.push(at);
  return places;
};

export const toggledBreak = (breaks: readonly number[], at: number): readonly number[] =>
  breaks.includes(at) ? breaks.filter((own) => own !== at) : [...breaks, at].sort((a, b) => a - b);

/** Fewest lines that a picture is worth showing in, its caption included. */
const LEAST_LINES = 4;

/**
 * Where the frame would show another picture of its story: as large as make-up would, at the first free place, top
 * and right before down and left; smaller where the frame is lower. Null where nothing is free.
 */
export const freePictureBox = (
  issue: Issue,
  frame: Frame,
  story: Story,
  index: number,
  typesetting: Typesetting,
): GridBox | null => {
  const picture = story.pictures[index];
  const info = issue.pictures.find(({ id }) => id === picture?.picture);
  if (!picture || !info) return null;
  const format = formatOf(issue.publication, issue.format);
  const { columns, rows } = frameGeometry(format, frame);
  const { span, lines } = pictureBox(
    info,
    picture,
    columns,
    format,
    issue.publication.stylebook,
    typesetting,
  );
  const others = frame.pictures.filter((own) => own.index !== index).map(({ box }) => box);
  for (let wide = span; wide >= 1; wide--) {
    const high = Math.min(rows, Math.max(LEAST_LINES, Math.round((lines * wide) / span)));
    if (high < Math.min(LEAST_LINES, lines)) continue;
    for (let line = 0; line + high <= rows; line++)
      for (let column = columns.length - wide; column >= 0; column--) {
        const box = { column, span: wide, line, lines: high };
        if (!others.some((other) => doOverlap(other, box))) return box;
      }
  }
  return null;
};
