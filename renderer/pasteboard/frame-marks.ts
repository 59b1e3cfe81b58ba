/**
 * What of a page can be pointed at, apart from its text: frames, pictures, jump lines, and the thread of a story
 * through its frames. Read from the layout's report and the display list, in points of the page. Pure.
 */
import { type Cache, family, KEY_ALONE, kept } from '../../core/cache.ts';
import type { DisplayItem, DisplayPage } from '../../core/display/display-list.ts';
import { bottom, type Rect, right } from '../../core/geometry.ts';
import { threadOf } from '../../core/issue/edits.ts';
import type { FrameId, Issue, StoryId } from '../../core/issue/issue.ts';
import { BASELINE } from '../../core/makeup/column-grid.ts';
import type { PageReport } from '../../core/makeup/page-report.ts';

export interface FrameMark {
  readonly id: FrameId;
  readonly story: StoryId;
  /** '' where the story has none. */
  readonly title: string;
  readonly rect: Rect;
  /** Basic columns and body lines of its box. */
  readonly columns: number;
  readonly lines: number;
  /** 余 and 缺 lines. */
  readonly overset: number;
  readonly oversetCharacters: number;
  readonly free: number;
  /** True where it stands on another frame, or on the masthead or folio. */
  readonly overlaps: boolean;
  /** True where something of it stands out of its box or on its text, or a picture has no room in it. */
  readonly misfits: boolean;
}

/** In the page's order. */
export const frameMarks = ({ frames, overlaps }: PageReport): readonly FrameMark[] => {
  const overlapping = new Set([...overlaps.pairs.flat(), ...overlaps.overHead]);
  return frames.map((frame) => ({
    id: frame.frame,
    story: frame.story,
    title: frame.headline.replaceAll('\n', ''),
    rect: frame.rect,
    columns: frame.box.span,
    lines: frame.box.lines,
    overset: frame.overset,
    oversetCharacters: frame.oversetCharacters,
    free: frame.free,
    overlaps: overlapping.has(frame.frame),
    misfits: frame.misfits,
  }));
};

export interface PictureMark {
  readonly frame: FrameId;
  /** Index into the story's pictures. */
  readonly index: number;
  readonly rect: Rect;
}

export interface JumpMark {
  readonly frame: FrameId;
  /** 下转 or 上接. */
  readonly end: 'to' | 'from';
  readonly rect: Rect;
}

interface Marks {
  readonly pictures: readonly PictureMark[];
  readonly jumps: readonly JumpMark[];
}

/** Of parts of pages, which stay the same values as long as nothing in them changes. */
const MARKS = family<readonly DisplayItem[], Marks>('marks of parts');

const rectOf = (item: DisplayItem): Rect => {
  if (item.kind === 'rect' || item.kind === 'picture') return item.rect;
  const x = item.xs[0] ?? 0;
  const width = (item.xs.at(-1) ?? x) + item.size - x;
  return { x, y: item.y - BASELINE * item.size, width, height: item.size };
};

const union = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(right(a), right(b)) - x, height: Math.max(bottom(a), bottom(b)) - y };
};

/** How a jump line back begins (core/makeup/story/place-body.ts). */
const BACK = '上接';

const marksIn = (part: readonly DisplayItem[]): Marks => {
  const pictures: PictureMark[] = [];
  // A jump line may be set in several runs: those of one line are one mark.
  const lines = new Map<string, { frame: FrameId; text: string; rect: Rect }>();
  for (const item of part) {
    const { frame, source } = item;
    if (frame === null) continue;
    if (item.kind === 'picture' && source) pictures.push({ frame, index: source.paragraph, rect: item.rect });
    // The small head over a continuation has the role too, and a place in the text.
    if (item.kind !== 'glyphs' || item.role !== 'jump-line' || source !== null) continue;
    const key = `${frame} ${item.y}`;
    const line = lines.get(key);
    lines.set(key, {
      frame,
      text: (line?.text ?? '') + item.text,
      rect: line ? union(line.rect, rectOf(item)) : rectOf(item),
    });
  }
  const jumps = [...lines.values()].map(({ frame, text, rect }): JumpMark => {
    return { frame, end: text.includes(BACK) ? 'from' : 'to', rect };
  });
  const marks = { pictures, jumps };
  return marks;
};

const marksOf = (part: readonly DisplayItem[], cache: Cache): Marks =>
  kept(cache, MARKS, part, KEY_ALONE, () => marksIn(part));

export const pictureMarks = (page: DisplayPage, cache: Cache): readonly PictureMark[] =>
  page.parts.flatMap((part) => marksOf(part, cache).pictures);

export const jumpMarks = (page: DisplayPage, cache: Cache): readonly JumpMark[] =>
  page.parts.flatMap((part) => marksOf(part, cache).jumps);

/** A frame of a thread: the pages (indices) that the text comes from and goes on to; null at its ends. */
export interface ThreadMark {
  readonly frame: FrameId;
  readonly from: { readonly frame: FrameId; readonly page: number } | null;
  readonly to: { readonly frame: FrameId; readonly page: number } | null;
}

/** The story's frames in the order of its text; empty where one frame holds it all. */
export const threadMarks = (issue: Issue, story: StoryId): readonly ThreadMark[] => {
  const pageOf = (id: FrameId) => issue.pages.findIndex(({ frames }) => frames.some((f) => f.id === id));
  const thread = threadOf(issue, story).map((frame) => ({ frame, page: pageOf(frame) }));
  if (thread.length < 2) return [];
  return thread.map(({ frame }, i) => ({ frame, from: thread[i - 1] ?? null, to: thread[i + 1] ?? null }));
};
