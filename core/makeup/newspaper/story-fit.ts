/**
 * How much of a story its frames hold, asked without laying anything out: 余, 缺, what it measures over a span, the
 * box in which it just fits. The text is poured as layout pours it, so that the figures are layout's own; heads and
 * pictures are only measured. What depends on the story's value alone is kept with it. Pure.
 */
import { family, kept } from '../../cache.ts';
import { checkedCount } from '../../issue/edit.ts';
import { frameAt, freeDepths } from '../../issue/edits.ts';
import { isInset } from '../../issue/frame-grid.ts';
import {
  type Frame,
  type FrameId,
  type GridBox,
  type Issue,
  isLead,
  type Story,
  type StoryId,
  storyOf,
} from '../../issue/issue.ts';
import { formatOf, type PageFormat } from '../../publication/publication.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import { divide } from '../column-grid.ts';
import { FOOT_LINES, frameGeometry, INSET_LINES } from '../frame-geometry.ts';
import { Pour, type Poured } from '../pour-story.ts';
import { type ThreadFrame, threadsOf } from '../threads.ts';
import { threadRoom } from './lay-out-story.ts';
import { standIn } from './picture-block.ts';
import { StoryShapes } from './story-shape.ts';

/** What stories are placed with: the issue as it is, and what layout keeps of it. */
export interface PlacingContext extends Typesetting {
  readonly issue: Issue;
}

export interface Fit {
  /** 余: body lines left over, and their characters. */
  readonly overset: number;
  readonly oversetCharacters: number;
  /** 缺: body lines left free. */
  readonly free: number;
}

/** A frame that could be placed, with what would be left over there. */
export interface SuggestedFrame extends Fit {
  readonly frame: Frame;
  /** Lines that the frame would need for the whole text at this span. */
  readonly needed: number;
}

export const formatIn = ({ issue }: PlacingContext): PageFormat => formatOf(issue.publication, issue.format);

const SHAPES = family<Story, StoryShapes>('shapes of stories');

/** The story's shapes, kept as long as what they depend on stays: a drag asks for them at every cell. */
export const shapesOf = ({ issue, fonts, cache }: PlacingContext, story: Story): StoryShapes => {
  const { publication, format, pictures } = issue;
  const from = [publication, format, pictures, isLead(issue, story)];
  return kept(
    cache,
    SHAPES,
    story,
    from,
    () => new StoryShapes(issue, formatOf(publication, format), { fonts, cache }),
  );
};

/** What each frame of the thread takes of the story, in its order. */
export const pourThread = (
  context: PlacingContext,
  story: Story,
  thread: readonly ThreadFrame[],
): readonly Poured[] => {
  const format = formatIn(context);
  const { stylebook } = context.issue.publication;
  const pour = new Pour(story, stylebook, context);
  return thread.map(({ frame }, index) => {
    const geometry = frameGeometry(format, frame);
    const standing = standIn(format, stylebook, context, story, frame, geometry);
    return pour.into(geometry.columns, threadRoom(thread, index, geometry, standing).slots);
  });
};

/** All of the story's text, over that span, as if nothing of it had found a place. */
const unplaced = (context: PlacingContext, story: Story, span: number): Poured => {
  const columns = divide(formatIn(context), span, 1);
  return new Pour(story, context.issue.publication.stylebook, context).into(columns, [[]]);
};

/**
 * 余 and 缺 of a story in the frames of its thread; frames that no thread reaches do not count. Of a story that is
 * not placed all is left over, in lines of a basic column.
 */
export const fitOf = (context: PlacingContext, story: StoryId): Fit => {
  const own = storyOf(context.issue, story);
  const thread = threadsOf(context.issue, context.cache).get(story);
  const poured = thread ? pourThread(context, own, thread.frames) : [unplaced(context, own, 1)];
  const { overset, oversetCharacters } = poured.at(-1)!;
  return { overset, oversetCharacters, free: poured.reduce((sum, { free }) => sum + free, 0) };
};

/** The fewest lines of `from`–`to` that fit, `to` where none do. What fits once fits with more. */
export const fewestLines = (from: number, to: number, fits: (lines: number) => boolean): number => {
  let [low, high] = [Math.min(from, to), to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
};

/** Lines below which a frame would lose of its head or pictures, or all of its body. */
const leastLines = (frame: Frame): number => {
  const pictures = frame.pictures.map(({ box }) => box.line + box.lines);
  const body = Math.max(1, ...pictures);
  const inner = frame.style.head.place === 'above' ? frame.headLines + body : Math.max(frame.headLines, body);
  return inner + FOOT_LINES + (isInset(frame) ? 2 * INSET_LINES : 0);
};

/**
 * 适合内容: the frame's box, as high as what it shows of its story just needs, within the page's free space. Only
 * the last frame of a thread has such a height: for another, and for one whose place is taken, it is the box itself.
 */
export const fittedBox = (context: PlacingContext, id: FrameId): GridBox => {
  const { issue, cache } = context;
  const { page, frame } = frameAt(issue, id);
  const { box } = frame;
  const thread = threadsOf(issue, cache).get(frame.story)?.frames ?? [];
  const most = freeDepths(issue, page, box, [id])[box.span - 1] ?? 0;
  if (thread.at(-1)?.frame.id !== id || most === 0) return box;
  const story = storyOf(issue, frame.story);
  const fits = (lines: number): boolean => {
    const resized = { frame: { ...frame, box: { ...box, lines } }, page: page + 1 };
    return pourThread(context, story, [...thread.slice(0, -1), resized]).at(-1)!.overset === 0;
  };
  return { ...box, lines: fewestLines(leastLines(frame), most, fits) };
};

/** A story before it is placed. */
export interface StoryMeasure {
  /** Of the body, bylines and marks included. */
  readonly characters: number;
  readonly headLines: number;
  /** Body lines of one text column, and how many text columns the span is divided into. */
  readonly lines: number;
  readonly columns: number;
  /** Lines of the frame that holds all of it. */
  readonly height: number;
}

/** What the tray says of a story over a span of basic columns. Throws where the page has no such span. */
export const storyMeasure = (context: PlacingContext, id: StoryId, span: number): StoryMeasure => {
  checkedCount(span, 1, formatIn(context).columns, 'span');
  const story = storyOf(context.issue, id);
  const { head, galleyLines, columns, height } = shapesOf(context, story).shape({ story, from: 0 }, span);
  const { oversetCharacters } = unplaced(context, story, 1);
  return { characters: oversetCharacters, headLines: head, lines: galleyLines, columns, height };
};
