/**
 * 竖排标题: kicker, headline and deck as columns set down a strip, read from right to left, the block in the middle
 * of the strip. A part takes as few columns as hold it (vertical-columns.ts); the block is shrunk within the same
 * limits as a horizontal one. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Rect } from '../../geometry.ts';
import type { Story } from '../../issue/issue.ts';
import type { HeadlineStyle, Stylebook, TextStyle } from '../../publication/publication.ts';
import { type Columns, inColumns, type VerticalLine, verticalLine } from '../../typeset/vertical-columns.ts';
import { columnHeight, type VerticalCell } from '../../typeset/vertical-text.ts';
import { BLACK, type LineExtent, type PlacedItem, type StoryPart } from '../page-layout.ts';
import { type HeadItems, type HeadSetting, headStyles, MADE_HEADLINES } from './headline-block.ts';

/** Distance from column to column, em of the larger one. */
const COLUMN_PITCH = 1.2;
const LEAST_SCALE = 0.75;
const SHRINK_STEP = 0.05;

interface Part {
  readonly part: 'kicker' | 'headline' | 'deck';
  /** Null where the program made the text. */
  readonly source: StoryPart | null;
  readonly style: TextStyle;
  readonly columns: Columns;
}

interface Trial {
  readonly parts: readonly Part[];
  readonly width: number;
  readonly fits: boolean;
  readonly harm: number;
}

/**
 * The largest size that fits and ends every column by sense, with a column more before it is shrunk; where none
 * does, the largest of those that do the least harm.
 */
export const setVerticalHead = (
  story: Story,
  book: Stylebook,
  setting: Pick<HeadSetting, 'lead' | 'span' | 'step'>,
  strip: Rect,
  frame: string,
  fonts: FontSet,
): HeadItems => {
  const styles = headStyles(story, book, setting);
  const texts = textsOf(story, styles, fonts);
  const steps = Math.round((1 - LEAST_SCALE) / SHRINK_STEP);
  let best: Trial | null = null;
  let last: Trial | null = null;
  for (let step = 0; step <= steps && best?.harm !== 0; step++)
    for (const more of [0, 1]) {
      const tried = trySize(texts, strip, 1 - step * SHRINK_STEP, more);
      if (more === 0) last = tried;
      if (tried.fits && (best === null || tried.harm < best.harm)) best = tried;
      if (best?.harm === 0) break;
    }
  const chosen = (best ?? last)!;
  return {
    items: place(chosen.parts, chosen.width, story, strip, frame, fonts),
    overflows: !chosen.fits,
  };
};

/** A part's text, its cells by hard line with what a break before each is to the sense. */
interface Text extends Pick<Part, 'part' | 'source' | 'style'> {
  readonly lines: readonly VerticalLine[];
}

const textsOf = (story: Story, styles: HeadlineStyle, fonts: FontSet): readonly Text[] =>
  (['kicker', 'headline', 'deck'] as const).flatMap((part): Text[] => {
    const own = story[part];
    const text = own === '' && part === 'headline' ? (MADE_HEADLINES[story.kind] ?? '') : own;
    if (text === '') return [];
    const style = styles[part];
    const stored = new Set(own === '' ? [] : story.breaks[part]);
    let offset = 0;
    const lines = text.split('\n').map((hard) => {
      const start = offset;
      offset += hard.length + 1;
      return verticalLine(hard, start, stored, style.face, fonts);
    });
    return [{ part, source: own === '' ? null : part, style, lines }];
  });

const trySize = (texts: readonly Text[], strip: Rect, scale: number, more: number): Trial => {
  const parts = texts.map(({ lines, style: whole, ...part }): Part => {
    const style = { ...whole, size: whole.size * scale };
    return { ...part, style, columns: inColumns(lines, strip.height / style.size, more) };
  });
  const width = parts.reduce((sum, part) => sum + widthOf(part), 0);
  const fits =
    width <= strip.width + 0.01 &&
    parts.every(({ columns, style }) =>
      columns.columns.every((cells) => columnHeight(cells) * style.size <= strip.height + 0.01),
    );
  return { parts, width, fits, harm: parts.reduce((sum, { columns }) => sum + columns.harm, 0) };
};

const widthOf = ({ columns, style }: Part): number => columns.columns.length * style.size * COLUMN_PITCH;

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
    ...parts.flatMap(({ columns, style }) =>
      columns.columns.map((cells) => columnHeight(cells) * style.size),
    ),
  );
  /* All columns hang from one line, the tallest in the middle of the strip. */
  const top = strip.y + Math.max(0, strip.height - tallest) / 2;
  for (const { part, source, style, columns } of parts)
    for (const cells of columns.columns) {
      const pitch = style.size * COLUMN_PITCH;
      const extent = { from: cells[0]?.from ?? 0, to: cells.at(-1)?.to ?? 0, wrapped: false };
      const left = right - (pitch + style.size) / 2;
      let y = top;
      cells.forEach((cell, i) => {
        if (i > 0) y += cell.before * style.size;
        items.push(placeCell(cell, style, left, y, part, source, extent, story, frame, fonts));
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
  line: LineExtent,
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
    source:
      part === null ? null : { story: story.id, part, paragraph: 0, from: cell.from, to: cell.to, line },
    frame,
    /* A space has no height of its own, but room. */
    cell: { x: left, y: top, width: size, height: (cell.height || cell.after) * size },
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
