/**
 * Sets one story into its thread of frames: headline block, pictures, columns of body on the grid, jump lines at
 * both ends of a change of page. What does not fit is counted as overset, never dropped silently. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import { type Frame, type Issue, isLead, type Story } from '../../issue/issue.ts';
import { chineseNumeral } from '../../numerals.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import {
  FROM_THE_START,
  type Galley,
  type GalleyCache,
  type GalleyLine,
  type Resume,
  setGalley,
} from '../../typeset/galley.ts';
import { setText } from '../../typeset/set-text.ts';
import { baselineY, boxRect, type Division, divide, lineY } from '../column-grid.ts';
import { type ColumnSlots, fillColumns } from '../fill-columns.ts';
import { BLACK, type PlacedItem } from '../page-layout.ts';
import { type HeadlineBlock, setContinuationHead, setHeadlineBlock } from './headline-block.ts';
import { columnsWidth, pictureLines, setCaption } from './picture-block.ts';

/** A frame with the page that it stands on, from 1. */
export interface ThreadFrame {
  readonly frame: Frame;
  readonly page: number;
}

export interface FrameLayout {
  readonly frame: Frame;
  readonly page: number;
  readonly items: readonly PlacedItem[];
  readonly division: Division;
  /** Body lines set. */
  readonly lines: number;
  /** Body lines of the story left over; only the thread's last frame has any. */
  readonly overset: number;
  /** Body lines left free: 缺. */
  readonly free: number;
  readonly headlineOverflows: boolean;
}

export interface StoryLayout {
  readonly frames: readonly FrameLayout[];
  readonly jumps: readonly { readonly from: number; readonly to: number }[];
  readonly missing: readonly number[];
}

/** Free line between frames, at each frame's foot. */
export const FOOT_LINES = 1;

interface Context {
  readonly issue: Issue;
  readonly format: PageFormat;
  readonly book: Stylebook;
  readonly fonts: FontSet;
  readonly cache: GalleyCache;
}

export const layOutStory = (context: Context, story: Story, thread: readonly ThreadFrame[]): StoryLayout => {
  const frames: FrameLayout[] = [];
  const jumps: { from: number; to: number }[] = [];
  const missing = new Set<number>();
  let resume: Resume | null = FROM_THE_START;
  let galley: Galley | null = null;
  let start = 0;
  thread.forEach(({ frame, page }, index) => {
    const { format, book, fonts, cache } = context;
    const division = divide(format, frame.box.span, frame.columns);
    if (!galley || (galley.measure !== division.measure && resume !== null)) {
      galley = setGalley(story, book, division.measure, fonts, cache, resume ?? FROM_THE_START);
      start = 0;
      for (const codePoint of galley.missing) missing.add(codePoint);
    }
    const previous = thread[index - 1];
    const next = thread[index + 1];
    const jumpsHere = previous !== undefined && previous.page !== page;
    const jumpsOn = next !== undefined && next.page !== page;
    const head = setHead(context, story, frame, index === 0, jumpsHere);
    const columns = freeSlots(frame, division, jumpsHere, jumpsOn);
    const filled = fillColumns(galley.lines, start, columns);
    const end = start + filled.counts.reduce((sum, n) => sum + n, 0);
    const continues = jumpsOn && end < galley.lines.length;
    if (continues && next) jumps.push({ from: page, to: next.page });
    frames.push({
      frame,
      page,
      division,
      items: [
        ...placeHead(context, story, frame, head),
        ...(jumpsHere && previous && start > 0
          ? [placeJumpLine(context, frame, division, 'from', previous.page)]
          : []),
        ...placeLines(context, story, frame, division, galley.lines, start, columns, filled.counts),
        ...(continues && next ? [placeJumpLine(context, frame, division, 'to', next.page)] : []),
        ...placePictures(context, story, frame, division),
      ],
      lines: end - start,
      overset: next ? 0 : filled.overset,
      free: filled.free,
      headlineOverflows: head.overflows,
    });
    start = end;
    /* Null once the story has ended: later frames of its thread stay empty. */
    resume = galley.lines[start]?.start ?? null;
  });
  return { frames, jumps, missing: [...missing] };
};

const setHead = (
  context: Context,
  story: Story,
  frame: Frame,
  first: boolean,
  jumps: boolean,
): HeadlineBlock => {
  const { issue, format, book, fonts } = context;
  const { width } = boxRect(format, frame.box);
  if (first)
    return setHeadlineBlock(story, book, isLead(issue, story), frame.box.span, width, format.pitch, fonts);
  if (jumps) return setContinuationHead(story, book, width, format.pitch, fonts);
  return { lines: [], height: 0, gridLines: 0, overflows: false, headlineSize: 0 };
};

/** Body lines of a frame, below its head and above its foot. */
export const bodyRows = (frame: Frame): number => Math.max(0, frame.box.lines - frame.headLines - FOOT_LINES);

const freeSlots = (
  frame: Frame,
  division: Division,
  jumpsHere: boolean,
  jumpsOn: boolean,
): readonly ColumnSlots[] => {
  const rows = bodyRows(frame);
  const columns: number[][] = [];
  for (let c = 0; c < division.columns; c++) {
    const column: number[] = [];
    for (let row = 0; row < rows; row++) {
      const covered = frame.pictures.some(
        ({ box }) =>
          c >= box.column && c < box.column + box.span && row >= box.line && row < box.line + box.lines,
      );
      if (!covered) column.push(row);
    }
    columns.push(column);
  }
  if (jumpsHere) columns[0]?.shift();
  if (jumpsOn) columns[columns.length - 1]?.pop();
  return columns;
};

const columnLeft = (context: Context, frame: Frame, division: Division, column: number): number =>
  boxRect(context.format, frame.box).x + column * (division.measure * context.format.bodySize + division.gap);

const bodyLine = (frame: Frame, row: number): number => frame.box.line + frame.headLines + row;

const placeHead = (context: Context, story: Story, frame: Frame, head: HeadlineBlock): PlacedItem[] => {
  const box = boxRect(context.format, frame.box);
  const space = frame.headLines * context.format.pitch - head.height;
  return head.lines.map((line) => ({
    kind: 'line',
    line: line.line,
    x: box.x + line.x,
    y: box.y + Math.max(0, space / 2) + line.y,
    ink: BLACK,
    role: line.role,
    source: line.part === null ? null : { story: story.id, part: line.part, paragraph: 0 },
    frame: frame.id,
  }));
};

const placeLines = (
  context: Context,
  story: Story,
  frame: Frame,
  division: Division,
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
  counts: readonly number[],
): PlacedItem[] => {
  const items: PlacedItem[] = [];
  let at = start;
  columns.forEach((slots, column) => {
    const left = columnLeft(context, frame, division, column);
    for (let i = 0; i < counts[column]!; i++) {
      const y = baselineY(context.format, bodyLine(frame, slots[i]!));
      for (const part of lines[at]!.parts)
        items.push({
          kind: 'line',
          line: part.line,
          x: left + part.shift,
          y,
          ink: BLACK,
          offset: part.offset,
          role: part.role,
          source: part.made
            ? null
            : {
                story: story.id,
                part: part.part,
                paragraph: part.paragraph,
              },
          frame: frame.id,
        });
      at++;
    }
  });
  return items;
};

/** （下转二版） at the last slot, set right; （上接一版） at the first, set left after the indent. */
const placeJumpLine = (
  context: Context,
  frame: Frame,
  division: Division,
  end: 'to' | 'from',
  page: number,
): PlacedItem => {
  const { format, book, fonts } = context;
  const text = end === 'to' ? `（下转${chineseNumeral(page)}版）` : `（上接${chineseNumeral(page)}版）`;
  const line = setText(text, book.jumpLine, fonts);
  const column = end === 'to' ? division.columns - 1 : 0;
  const row = end === 'to' ? bodyRows(frame) - 1 : 0;
  const left = columnLeft(context, frame, division, column);
  const x = end === 'to' ? left + division.measure * format.bodySize - line.width : left;
  return {
    kind: 'line',
    line,
    x,
    y: baselineY(format, bodyLine(frame, row)),
    ink: BLACK,
    role: 'jump-line',
    source: null,
    frame: frame.id,
  };
};

const placePictures = (context: Context, story: Story, frame: Frame, division: Division): PlacedItem[] => {
  const { issue, format, book, fonts } = context;
  return frame.pictures.flatMap(({ index, box }): PlacedItem[] => {
    const picture = story.pictures[index];
    const info = issue.pictures.find((p) => p.id === picture?.picture);
    if (!picture || !info) return [];
    const x = columnLeft(context, frame, division, box.column);
    const width = columnsWidth(division, box.span, format.bodySize);
    const captions = setCaption(picture, book, width, fonts);
    const image = pictureLines(info, captions.length, width, format).image;
    const top = bodyLine(frame, box.line);
    /* The picture's top meets the text's em box, its foot the last line's. */
    const height = (image - 1) * format.pitch + format.bodySize;
    const shown = cropTo(info.width / info.height, width / height);
    return [
      {
        kind: 'picture',
        picture: info.id,
        rect: { x, y: lineY(format, top), width, height },
        crop: shown,
        role: 'artifact',
        source: { story: story.id, part: 'caption', paragraph: index },
        frame: frame.id,
      },
      ...captions.map(
        (line, i): PlacedItem => ({
          kind: 'line',
          line,
          x: x + (line.last && captions.length === 1 ? (width - line.width) / 2 : 0),
          y: baselineY(format, top + image + i),
          ink: BLACK,
          role: 'caption',
          source: { story: story.id, part: 'caption', paragraph: index },
          frame: frame.id,
        }),
      ),
    ];
  });
};

/** The largest centred part of a picture of aspect `have` that has aspect `want`, as fractions. */
const cropTo = (have: number, want: number) => {
  if (have > want) {
    const width = want / have;
    return { x: (1 - width) / 2, y: 0, width, height: 1 };
  }
  const height = have / want;
  return { x: 0, y: (1 - height) / 2, width: 1, height };
};
