/**
 * The set lines of a page's stories, read off the display list: which runs are one line, which text it shows and what
 * of it, what room it takes. The base of caret, selection and hit-testing. Kept by part of a page: an
 * edit reads its own part anew, the others are known.
 *
 * The head over a continuation repeats the headline without its breaks: no caret stands in it. Pure.
 */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { Rect } from '../geometry.ts';
import type { StoryId } from '../issue/issue.ts';
import { Script } from '../issue/script-forms.ts';
import { compareTexts, sameText, type TextName, type TextPart } from '../issue/text-place.ts';
import { BASELINE } from '../makeup/column-grid.ts';
import { riseOf, SCRIPT_SIZE } from '../typeset/script.ts';
import type { DisplayItem, DisplayPage, GlyphRun, JoinedDash, Source } from './display-list.ts';

export type TextItem = GlyphRun | JoinedDash;

/** A line, or a column set down the page, with its em boxes' extent on it in points. */
export interface TextLine extends TextName {
  /** UTF-16 offsets in the text, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The text goes on in another line. */
  readonly wrapped: boolean;
  readonly runs: readonly TextItem[];
  /** Set down the page. */
  readonly down: boolean;
  readonly size: number;
  /** To an em of the last character's origin: nearly exact (text-stops.ts is). */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line with the index of its page. */
export interface PageLine {
  readonly page: number;
  readonly line: TextLine;
}

/** What of a page was laid out together: the lines of a frame. */
export interface PartLines {
  readonly items: readonly DisplayItem[];
  readonly lines: readonly TextLine[];
  readonly stories: ReadonlySet<StoryId>;
}

const LINES = family<readonly DisplayItem[], PartLines>('lines of parts');

export const linesOfPart = (part: readonly DisplayItem[], cache: Cache): PartLines =>
  kept(cache, LINES, part, KEY_ALONE, () => readLines(part));

const readLines = (part: readonly DisplayItem[]): PartLines => {
  const lines: TextLine[] = [];
  let open: TextItem[] = [];
  let at: Source | null = null;
  for (const item of part) {
    if ((item.kind !== 'glyphs' && item.kind !== 'dash') || item.role === 'jump-line') continue;
    const { source } = item;
    if (source === null || source.line.from > source.line.to) continue;
    if (at !== null && at.line !== source.line) {
      lines.push(lineOf(open, at));
      open = [];
    }
    at = source;
    open.push(item);
  }
  if (at !== null) lines.push(lineOf(open, at));
  const stories = new Set<StoryId>();
  for (const { story } of lines) stories.add(story);
  return { lines, stories, items: part };
};

const scriptOf = (item: TextItem): Script => (item.kind === 'glyphs' && item.script) || Script.None;
/** Size and baseline of the line that an item stands in: a superscript's own are others. */
const lineSizeOf = (item: TextItem): number => (scriptOf(item) ? item.size / SCRIPT_SIZE : item.size);
const baselineOf = (item: TextItem): number => item.y + riseOf(scriptOf(item)) * lineSizeOf(item);

/** One literal for all lines, so that they have one shape: there are a thousand of them after an edit. */
const lineOf = (runs: readonly TextItem[], { story, part, paragraph, line }: Source): TextLine => {
  const first = runs[0]!;
  const last = runs[runs.length - 1]!;
  const { cell } = first;
  const end = last.cell ?? cell;
  const size = cell ? cell.width : lineSizeOf(first);
  const top = cell ? cell.y : baselineOf(first) - BASELINE * size;
  return {
    story,
    part,
    paragraph,
    from: line.from,
    to: line.to,
    wrapped: line.wrapped,
    runs,
    down: cell !== undefined,
    size,
    left: cell ? cell.x : first.xs[0]!,
    top,
    right: cell ? cell.x + size : last.xs[last.xs.length - 1]! + size,
    bottom: end ? end.y + end.height : top + size,
  };
};

const ROOMS = family<PartLines, Rect>('rooms of parts');

/** The room that all in the part takes. */
export const roomOf = (part: PartLines, cache: Cache): Rect =>
  kept(cache, ROOMS, part, KEY_ALONE, () => measureRoom(part));

const measureRoom = ({ items }: PartLines): Rect => {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const box = item.kind === 'glyphs' || item.kind === 'dash' ? textRoom(item) : item.rect;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const textRoom = (item: TextItem): Rect => {
  if (item.cell) return item.cell;
  const { xs } = item;
  const size = lineSizeOf(item);
  const x = xs[0]!;
  return { x, y: baselineOf(item) - BASELINE * size, width: xs[xs.length - 1]! + size - x, height: size };
};

const linesWhere = (
  pages: readonly DisplayPage[],
  story: StoryId,
  holds: (line: TextLine) => boolean,
  cache: Cache,
): PageLine[] => {
  const found: PageLine[] = [];
  pages.forEach(({ parts }, page) => {
    for (const part of parts) {
      const { lines, stories } = linesOfPart(part, cache);
      if (!stories.has(story)) continue;
      for (const line of lines) if (line.story === story && holds(line)) found.push({ page, line });
    }
  });
  return found;
};

const byText = (a: PageLine, b: PageLine): number =>
  compareTexts(a.line, b.line) || a.line.from - b.line.from;

const inTextOrder = (lines: PageLine[]): readonly PageLine[] => {
  for (let i = 1; i < lines.length; i++) if (byText(lines[i - 1]!, lines[i]!) > 0) return lines.sort(byText);
  return lines;
};

/** The lines of one text, first to last, wherever they stand. */
export const linesOfText = (
  pages: readonly DisplayPage[],
  text: TextName,
  cache: Cache,
): readonly PageLine[] => inTextOrder(linesWhere(pages, text.story, (line) => sameText(line, text), cache));

/** The story's lines in reading order; captions stand apart from the flow and are left out. */
export const linesOfStory = (
  pages: readonly DisplayPage[],
  story: StoryId,
  cache: Cache,
): readonly PageLine[] => inTextOrder(linesWhere(pages, story, ({ part }) => part !== 'caption', cache));

/** Set in the columns of the body; the head's parts and captions stand by themselves. */
export const isInColumns = (part: TextPart): boolean =>
  part === 'standfirst' ||
  part === 'body' ||
  part === 'item-byline' ||
  part === 'byline' ||
  part === 'credit';
