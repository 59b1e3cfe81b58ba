/**
 * Problem: a story does not fit its frame, and the editor sends the rest to another page 转版 in one step.
 * Method: what is left over once the jump line has its place is measured over every span of every free rectangle of
 * that page; the best takes the continuation, at its top left corner, as high as the rest needs. The whole thread is
 * poured as layout pours it.
 * Limits: pictures stay where they are. Pages are counted from 0, as the edits count them. Pure.
 */

import { checkedIndex, type EditedIssue, inTurn } from '../../issue/edit.ts';
import { frameAt, freeBoxes, nextFrameId, placeFrame, threadFrame } from '../../issue/edits.ts';
import {
  type Frame,
  type FrameId,
  type GridBox,
  PLAIN_FRAME,
  type Story,
  storyOf,
} from '../../issue/issue.ts';
import { FOOT_LINES, frameGeometry } from '../frame-geometry.ts';
import type { SuggestedFrame } from '../make-up.ts';
import type { Poured } from '../pour-story.ts';
import { fewestLines, formatIn, type PlacingContext, pourThread } from '../story/story-fit.ts';
import { type ThreadFrame, threadsOf } from '../threads.ts';
import { COLUMN_LEFT, LEFT_FREE, LEFT_OVER, OFF_SPAN } from './make-up-prices.ts';
import { shapesOf } from './story-measure.ts';
import type { Piece } from './story-shape.ts';

/** Body rows below which a continuation is not worth turning the page for, unless they hold all that is left. */
const LEAST_ROWS = 3;
/** The two or three columns that a continuation reads best over. */
const NARROW = 2;
const WIDE = 3;
/** Body line that the jump line takes in the frame that the story leaves. */
const JUMP_LINE = 1;
/** Lines free under the continuation that another story could use anyway: more are no worse. */
const OTHER_USE = 20;

interface Place {
  /** As high as the space is free. */
  readonly box: GridBox;
  /** Columns of the free space. */
  readonly widest: number;
  readonly columns: number;
  readonly headLines: number;
  /** Lines that all of the rest needs, near enough to compare places by. */
  readonly height: number;
  readonly cost: number;
}

const priceOf = ({ box, widest, columns, height, cost }: Place): number =>
  Math.max(0, height - box.lines) * columns * LEFT_OVER +
  cost +
  OFF_SPAN * (Math.max(0, NARROW - box.span) + Math.max(0, box.span - WIDE)) +
  Math.min(Math.max(0, box.lines - height), OTHER_USE) * LEFT_FREE +
  (widest - box.span) * COLUMN_LEFT;

/** What of the story the last of its frames does not show: its first line, in lines of a basic column. */
const restOf = (context: PlacingContext, story: Story, thread: readonly ThreadFrame[]): Piece | null => {
  const format = formatIn(context);
  const { overset } = pourThread(context, story, thread).at(-1)!;
  if (overset === 0) return null;
  const measure = frameGeometry(format, thread.at(-1)!.frame).columns.at(-1)!.chars;
  const left = Math.ceil((overset * measure) / format.columnChars) + JUMP_LINE;
  const { galleyLines } = shapesOf(context, story).shape({ story, from: 0 }, 1);
  return { story, from: Math.max(1, galleyLines - left) };
};

/** The best place for the rest on that page; null where it has no room. */
const bestPlace = (context: PlacingContext, rest: Piece, page: number, withHead: boolean): Place | null => {
  const shapes = shapesOf(context, rest.story);
  let best: Place | null = null;
  for (const free of freeBoxes(context.issue, page))
    for (let span = 1; span <= free.span; span++) {
      const { head, rows, columns, cost } = shapes.shape(rest, span);
      const headLines = withHead ? head : 0;
      const height = headLines + rows + FOOT_LINES;
      if (free.lines < headLines + Math.min(rows, LEAST_ROWS) + FOOT_LINES) continue;
      const place = { box: { ...free, span }, widest: free.span, columns, headLines, height, cost };
      if (best === null || priceOf(place) < priceOf(best)) best = place;
    }
  return best;
};

/**
 * A continuation of the frame's story, from the last frame of its thread on, in the best free space of the page.
 * Null where the page has no room, or nothing is left over.
 */
export const suggestJump = (context: PlacingContext, id: FrameId, page: number): SuggestedFrame | null => {
  const { issue, cache } = context;
  checkedIndex(page, issue.pages.length, 'page');
  const story = storyOf(issue, frameAt(issue, id).frame.story);
  const thread = threadsOf(issue, cache).get(story.id)!.frames;
  const rest = restOf(context, story, thread);
  /* On the page where the story stands already its head does not come again. */
  const place = rest && bestPlace(context, rest, page, thread.at(-1)!.page !== page + 1);
  if (!place) return null;
  const { box, columns, headLines, height } = place;
  const frameOf = (lines: number): Frame => ({
    id: nextFrameId(issue),
    story: story.id,
    box: { ...box, lines },
    columns,
    headLines,
    next: null,
    pictures: [],
    border: 'none',
    style: PLAIN_FRAME,
  });
  const pourInto = (lines: number): Poured =>
    pourThread(context, story, [...thread, { frame: frameOf(lines), page: page + 1 }]).at(-1)!;
  const fits = (lines: number) => pourInto(lines).overset === 0;
  const lines = fewestLines(headLines + 1 + FOOT_LINES, box.lines, fits);
  const { overset, oversetCharacters, free } = pourInto(lines);
  const needed = overset === 0 ? lines : Math.max(height, lines + Math.ceil(overset / columns));
  return { frame: frameOf(lines), overset, oversetCharacters, free, needed };
};

/** 转版: the continuation on its page, threaded behind the story's last frame. Null as `suggestJump`. */
export const jumpFrame = (context: PlacingContext, id: FrameId, page: number): EditedIssue | null => {
  const { issue, cache } = context;
  const suggested = suggestJump(context, id, page);
  if (suggested === null) return null;
  const { frame } = suggested;
  const last = threadsOf(issue, cache).get(frame.story)!.frames.at(-1)!.frame.id;
  return inTurn(issue, '转版', [
    (from) => placeFrame(from, page, frame),
    (from) => threadFrame(from, last, frame.id),
  ]);
};
