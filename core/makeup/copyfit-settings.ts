/**
 * Problem: tracking, headline and pictures can each be turned by steps; which combinations are there, what does each
 * cost, and about how many lines does it leave over?
 * Method: every shape of the frames (head × pictures) with the room that it leaves the body, times every tracking.
 * Costs count from what is (tracking: from the face's own), so that the least change comes first. How many lines
 * a tracking needs is measured once, in the frames as they are; the sum is an estimate, and a layout has the word.
 * Limits: more than two pictures are turned together.
 */
import type { Frame, FrameId } from '../issue/issue.ts';
import type { HeadSize } from './copyfit-heads.ts';
import type { CopyfitAction } from './copyfit-limits.ts';
import { LEAST_ROWS, type PictureHeights, withHeights } from './copyfit-pictures.ts';
import type { FrameLayout } from './story/lay-out-story.ts';

/** What is turned: one kind alone is tried before several together. */
export type Stage = 'tracking' | 'head' | 'pictures' | 'several';
export const STAGES: readonly Stage[] = ['tracking', 'head', 'pictures', 'several'];

export interface Setting {
  readonly stage: Stage;
  readonly tracking: number;
  /** The frames that differ from what they are. */
  readonly frames: ReadonlyMap<FrameId, Frame>;
  readonly actions: readonly CopyfitAction[];
  readonly cost: number;
  /** Line slots more than there are. */
  readonly room: number;
}

/** Tracking goes by half percents: finer steps cannot be told apart, and each is a style of its own. */
const TRACKING_STEP = 0.005;
/** What a step costs: all of the tracking is as much as one step of the headline or two lines of a picture. */
const TRACKING_COST = 1;
const HEAD_COST = 4;
const PICTURE_COST = 2;
/** One part tightened while another is loosened. */
const CONTRARY = 6;

/** Half percents within the limit, as they are written in a file, and what the story has now. */
export const trackings = (now: number, limit: number): readonly number[] => {
  const steps = Math.floor(limit / TRACKING_STEP + 1e-9);
  const found = Array.from({ length: 2 * steps + 1 }, (_, i) => ((i - steps) * 5) / 1000);
  return [now, ...found.filter((tracking) => tracking !== now)];
};

/** Head and pictures of a story in one combination. */
export interface Shape {
  readonly frames: ReadonlyMap<FrameId, Frame>;
  readonly actions: readonly CopyfitAction[];
  readonly cost: number;
  readonly room: number;
  readonly turns: readonly ('head' | 'pictures')[];
  /** Which ways its parts go: 1 leaves the body more room, -1 less. */
  readonly ways: readonly number[];
}

/** What the frames' pictures and head can be. `heads` begins with the head as it is. */
export const shapesOf = (
  layouts: readonly FrameLayout[],
  heads: readonly HeadSize[],
  pictures: readonly PictureHeights[],
): readonly Shape[] =>
  heads.flatMap((head) =>
    pictureChanges(pictures).flatMap((changes) => shapeOf(layouts, heads[0]!, head, pictures, changes) ?? []),
  );

/** Lines more or fewer of each picture, in every combination. */
const pictureChanges = (pictures: readonly PictureHeights[]): readonly (readonly number[])[] => {
  if (pictures.length > 2) {
    const shared = pictures[0]!.changes.filter((by) => pictures.every(({ changes }) => changes.includes(by)));
    return [0, ...shared].map((by) => pictures.map(() => by));
  }
  return pictures.reduce<readonly (readonly number[])[]>(
    (all, { changes }) => all.flatMap((before) => [0, ...changes].map((by) => [...before, by])),
    [[]],
  );
};

const shapeOf = (
  layouts: readonly FrameLayout[],
  was: HeadSize,
  head: HeadSize,
  pictures: readonly PictureHeights[],
  changes: readonly number[],
): Shape | null => {
  const frames = new Map<FrameId, Frame>();
  const actions: CopyfitAction[] = [];
  let cost = 0;
  let room = 0;
  const turned = head !== was;
  for (const [i, { frame, geometry }] of layouts.entries()) {
    const own = new Map<number, number>();
    pictures.forEach((picture, p) => {
      if (picture.frame.id === frame.id && changes[p] !== 0) own.set(picture.index, changes[p]!);
    });
    const headTurned = turned && i === 0;
    if (!headTurned && own.size === 0) continue;
    const to = headTurned
      ? { headLines: head.lines, style: { ...frame.style, headStep: head.step } }
      : { headLines: frame.headLines, style: frame.style };
    const changed = withHeights(frame, geometry.rows, to, own);
    const given = headTurned ? was.lines - head.lines : 0;
    if (!changed || geometry.rows + given < Math.min(LEAST_ROWS, geometry.rows)) return null;
    frames.set(frame.id, changed);
    room += given * geometry.columns.length;
  }
  if (turned) {
    const size = { from: was.size, to: head.size };
    const lines = { from: was.lines, to: head.lines };
    const frame = layouts[0]!.frame.id;
    actions.push({ kind: 'head', frame, from: was.step, to: head.step, size, lines });
    cost += HEAD_COST * Math.abs(head.step - was.step);
  }
  pictures.forEach(({ frame, index, box }, p) => {
    const by = changes[p]!;
    if (by === 0) return;
    actions.push({ kind: 'picture', frame: frame.id, index, from: box.lines, to: box.lines + by });
    cost += PICTURE_COST * Math.abs(by);
    room -= by * box.span;
  });
  const moved = changes.some((by) => by !== 0);
  return {
    frames,
    actions,
    cost,
    room,
    turns: [...(turned ? (['head'] as const) : []), ...(moved ? (['pictures'] as const) : [])],
    ways: [...(turned ? [Math.sign(was.lines - head.lines)] : []), ...changes.map((by) => -Math.sign(by))],
  };
};

/** The shape in that tracking. */
export const settingOf = (shape: Shape, now: number, tracking: number): Setting => {
  const tracked = tracking !== now;
  const kinds = [...(tracked ? (['tracking'] as const) : []), ...shape.turns];
  const ways = [...shape.ways, ...(tracked ? [Math.sign(now - tracking)] : [])];
  return {
    stage: kinds.length > 1 ? 'several' : (kinds[0] ?? 'tracking'),
    tracking,
    frames: shape.frames,
    actions: [...(tracked ? [{ kind: 'tracking', from: now, to: tracking } as const] : []), ...shape.actions],
    cost:
      shape.cost +
      (TRACKING_COST * Math.abs(tracking)) / TRACKING_STEP +
      (ways.includes(1) && ways.includes(-1) ? CONTRARY : 0),
    room: shape.room,
  };
};
