/**
 * 竖排标题: kicker, headline and deck as columns set down a strip, read from right to left, the block in the middle
 * of the strip. The headline takes one column, or two where one is too long for the strip; it is shrunk within the
 * same limits as a horizontal one. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Rect } from '../../geometry.ts';
import type { Story } from '../../issue/issue.ts';
import type { Stylebook, TextStyle } from '../../publication/publication.ts';
import { columnHeight, type VerticalCell, verticalCells } from '../../typeset/vertical-text.ts';
import { BLACK, type PlacedItem, type StoryPart } from '../page-layout.ts';
import { type HeadSetting, headStyles, MADE_HEADLINES } from './headline-block.ts';
import type { PlacedHead } from './place-head.ts';

/** Distance from column to column, em of the larger one. */
const COLUMN_PITCH = 1.2;
const LEAST_SCALE = 0.75;
const SHRINK_STEP = 0.05;
/** Columns that a headline may take. */
const MOST_COLUMNS = 3;

interface Part {
  readonly part: 'kicker' | 'headline' | 'deck';
  /** Null where the program made the text. */
  readonly source: StoryPart | null;
  readonly style: TextStyle;
  readonly columns: readonly (readonly VerticalCell[])[];
}

export const setVerticalHead = (
  story: Story,
  book: Stylebook,
  setting: Pick<HeadSetting, 'lead' | 'span' | 'step'>,
  strip: Rect,
  frame: string,
  fonts: FontSet,
): PlacedHead => {
  const styles = headStyles(story, book, setting);
  for (let scale = 1; ; scale -= SHRINK_STEP) {
    const smallest = scale - SHRINK_STEP < LEAST_SCALE - 1e-9;
    const parts = (['kicker', 'headline', 'deck'] as const).flatMap((part): Part[] => {
      const own = story[part];
      const text = own === '' && part === 'headline' ? (MADE_HEADLINES[story.kind] ?? '') : own;
      if (text === '') return [];
      const style = { ...styles[part], size: styles[part].size * scale };
      const stored = new Set(own === '' ? [] : story.breaks[part]);
      const columns = inColumns(text, stored, style, strip.height, fonts);
      return [{ part, source: own === '' ? null : part, style, columns }];
    });
    const width = parts.reduce((sum, part) => sum + widthOf(part), 0);
    const fits =
      width <= strip.width + 0.01 &&
      parts.every(({ columns, style }) =>
        columns.every((cells) => columnHeight(cells) * style.size <= strip.height + 0.01),
      );
    if (!fits && !smallest) continue;
    return { items: place(parts, width, story, strip, frame, fonts), overflows: !fits };
  }
};

const widthOf = ({ columns, style }: Part): number => columns.length * style.size * COLUMN_PITCH;

/** As few columns as hold the text, as even as its breaks allow; the editor's own (`\n`) always win. */
const inColumns = (
  text: string,
  stored: ReadonlySet<number>,
  style: TextStyle,
  height: number,
  fonts: FontSet,
): readonly (readonly VerticalCell[])[] => {
  const measure = height / style.size;
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const cells = verticalCells(line, style.face, fonts).map((cell) => ({
      ...cell,
      from: cell.from + offset,
    }));
    offset += line.length + 1;
    for (let count = 1; count < MOST_COLUMNS; count++) {
      const columns = divideCells(cells, count, stored);
      if (columns.every((column) => columnHeight(column) <= measure)) return columns;
    }
    return divideCells(cells, MOST_COLUMNS, stored);
  });
};

/** Price of a break that is neither stored nor at a space, in em of unevenness. */
const SPLIT_WORD = 3;

const divideCells = (
  cells: readonly VerticalCell[],
  count: number,
  stored: ReadonlySet<number>,
): readonly (readonly VerticalCell[])[] => {
  const columns: VerticalCell[][] = [];
  let rest = cells;
  for (let left = count; left > 1 && rest.length > 1; left--) {
    const even = columnHeight(rest) / left;
    let best = rest.length;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let at = 1; at < rest.length; at++) {
      if (!rest[at - 1]!.breakAfter) continue;
      const space = /^[\s\u3000]$/u.test(rest[at - 1]!.text);
      const price =
        Math.abs(columnHeight(rest.slice(0, at)) - even) +
        (space || stored.has(rest[at]!.from) ? 0 : SPLIT_WORD);
      if (price < cheapest) {
        cheapest = price;
        best = at;
      }
    }
    columns.push(rest.slice(0, best));
    rest = rest.slice(best);
  }
  if (rest.length > 0) columns.push([...rest]);
  return columns;
};

const place = (
  parts: readonly Part[],
  width: number,
  story: Story,
  strip: Rect,
  frame: string,
  fonts: FontSet,
): PlacedItem[] => {
  const items: PlacedItem[] = [];
  let right = strip.x + strip.width - Math.max(0, strip.width - width) / 2;
  const tallest = Math.max(
    0,
    ...parts.flatMap(({ columns, style }) => columns.map((cells) => columnHeight(cells) * style.size)),
  );
  /* All columns hang from one line, the tallest in the middle of the strip. */
  const top = strip.y + Math.max(0, strip.height - tallest) / 2;
  for (const { part, source, style, columns } of parts)
    for (const cells of columns) {
      const pitch = style.size * COLUMN_PITCH;
      const left = right - (pitch + style.size) / 2;
      let y = top;
      cells.forEach((cell, i) => {
        if (i > 0) y += cell.before * style.size;
        items.push(placeCell(cell, style, left, y, part, source, story, frame, fonts));
        y += (cell.height + cell.after) * style.size;
      });
      right -= pitch;
    }
  return items;
};

const placeCell = (
  cell: VerticalCell,
  { size }: TextStyle,
  left: number,
  top: number,
  role: Part['part'],
  part: StoryPart | null,
  story: Story,
  frame: string,
  fonts: FontSet,
): PlacedItem => {
  const common = {
    face: cell.face,
    size: size * cell.scale,
    text: cell.text,
    ink: BLACK,
    role,
    source: part === null ? null : { story: story.id, part, paragraph: 0, from: cell.from },
    frame,
  };
  if (cell.dash) {
    const { bottom, top: edge } = fonts.dashEdges(cell.face);
    const thick = (edge - bottom) * size;
    return {
      kind: 'dash',
      ...common,
      xs: cell.xs.map(() => left),
      y: top + size,
      stroke: {
        x: left + (size - thick) / 2,
        y: top + 0.04 * size,
        width: thick,
        height: (cell.height - 0.08) * size,
      },
    };
  }
  if (cell.turned)
    return {
      kind: 'glyphs',
      ...common,
      turned: true,
      xs: cell.xs.map((x) => top + x * size),
      y: left + cell.baseline * size,
    };
  return {
    kind: 'glyphs',
    ...common,
    xs: cell.xs.map((x) => left + x * size),
    y: top + cell.baseline * size,
  };
};
