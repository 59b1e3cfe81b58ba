/**
 * How much of a story its frames hold, asked without laying anything out: 余, 缺, what it measures over a span, the
 * box in which it just fits. The text is poured as layout pours it, so that the figures are layout's own; heads and
 * pictures are only measured. Pure.
 */
import { frameAt, freeDepths } from '../../issue/edits.ts';
import { isInset } from '../../issue/frame-grid.ts';
import {
  type Frame,
  type FrameId,
  type GridBox,
  type Issue,
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

export const formatIn = ({ issue }: PlacingContext): PageFormat => formatOf(issue.publication, issue.format);

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
export const unplaced = (context: PlacingContext, story: Story, span: number): Poured => {
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
