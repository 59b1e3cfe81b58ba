/**
 * Problem: the stories of an import must come out as newspaper pages, in the order of the copy (their order is
 * rank), on as many pages as they need.
 * Method: page by page. As many stories as fit are sliced into modular rectangles; a story that no longer fits
 * takes the page's foot and jumps; what stays free is one rectangle at the foot of the last page. Refers stand at
 * the foot of page 1. Places frames on the grid; points are layout's business.
 * Limits: basic columns only; a first proposal, the editor's own make-up replaces it.
 */
import { Fault } from '../../fault.ts';
import {
  EMPTY_STAFF,
  type Frame,
  type Issue,
  type Page,
  PLAIN_FRAME,
  type StoryId,
} from '../../issue/issue.ts';
import { pageNameOf } from '../../publication/part-names.ts';
import { formatOf, type PageFormat } from '../../publication/publication.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import { FOOT_LINES } from '../frame-geometry.ts';
import type { MakeUpOptions } from '../make-up.ts';
import { FREE_FOOT, FRONT_PAGE_STORY, HOLE, JUMP, MORE_JUMPS, STORY } from './make-up-prices.ts';
import type { Candidate } from './slice-candidate.ts';
import { MOST_PIECES, Slicer } from './slice-region.ts';
import { lowestPicture, type Piece, type StoryShape, StoryShapes } from './story-shape.ts';

/** Body lines that a story must show on each side of a jump. */
const JUMP_ROWS = 5;
/** Stories that a front page gains by, and jumps that readers put up with. */
const FRONT_PAGE_STORIES = 5;
const MOST_JUMPS = 2;
/** Lines that further stories may be put into once a page has as many as are tried together. */
const MORE_ROOM = 12;

interface Sketch {
  readonly frames: Frame[];
  /** What jumps from this page. */
  readonly rests: Piece[];
}

/** The issue with its pages made up afresh for its format. */
export const makeUpIssue = (
  issue: Issue,
  { fonts, cache }: Typesetting,
  { progress, cancel }: MakeUpOptions = {},
): Issue => {
  const format = formatOf(issue.publication, issue.format);
  const shapes = new StoryShapes(issue, format, { fonts, cache });
  const pages: Sketch[] = [];
  const frameIds = new Map<StoryId, Frame[]>();
  let nextId = 1;

  const addFrame = (
    page: Sketch,
    piece: Piece,
    shape: StoryShape,
    box: Frame['box'],
    headLines: number,
  ): void => {
    const frame: Frame = {
      id: `f${nextId++}`,
      story: piece.story.id,
      box,
      columns: shape.columns,
      headLines,
      next: null,
      pictures: shape.pictures.filter((p) => p.box.line + p.box.lines <= box.lines - headLines - FOOT_LINES),
      border: 'none',
      style: PLAIN_FRAME,
    };
    page.frames.push(frame);
    const thread = frameIds.get(piece.story.id) ?? [];
    thread.push(frame);
    frameIds.set(piece.story.id, thread);
  };

  /** A frame from which the story goes on on a later page. */
  const jumpOut = (page: Sketch, piece: Piece, shape: StoryShape, box: Frame['box']): void => {
    addFrame(page, piece, shape, box, shape.head);
    page.rests.push(shapes.rest(piece.story, frameIds.get(piece.story.id) ?? []));
  };

  const place = (page: Sketch, candidate: Candidate, column: number, line: number, lines: number) => {
    const { slice } = candidate;
    switch (slice.kind) {
      case 'story': {
        const { piece, shape, cutRows } = slice;
        const box = { column, span: candidate.span, line, lines };
        const spare = lines - candidate.height;
        if (cutRows === null) {
          addFrame(page, piece, shape, box, shape.head + Math.max(0, Math.min(spare, candidate.slack + 1)));
          return;
        }
        /* A story that jumps takes what room there is with text, not with air. */
        jumpOut(page, piece, shape, box);
        return;
      }
      case 'beside':
        place(page, slice.left, column, line, lines);
        place(page, slice.right, column + slice.left.span, line, lines);
        return;
      case 'stack': {
        const spare = lines - candidate.height;
        const both = slice.top.slack + slice.bottom.slack;
        const share = both > 0 ? Math.round((spare * slice.top.slack) / both) : spare;
        const top = slice.top.height + Math.max(0, share);
        place(page, slice.top, column, line, top);
        place(page, slice.bottom, column, line + top, lines - top);
      }
    }
  };

  const refers = frontPageRefers(issue, format, shapes);
  let queue: Piece[] = issue.stories
    .filter((story) => refers.every((piece) => piece.story !== story))
    .map((story) => ({ story, from: 0 }));

  for (let number = 1; number === 1 || queue.length > 0; number++) {
    if (cancel?.aborted) throw new Fault('cancelled', '已停止排版，原来的版面没有改动。');
    const page: Sketch = { frames: [], rests: [] };
    pages.push(page);
    const top = number === 1 ? format.mastheadLines : format.folioLines;
    const footShapes = number === 1 ? refers.map((piece) => shapes.shape(piece, format.columns)) : [];
    const footLines = footShapes.reduce((sum, shape) => sum + shape.height, 0);
    /* The free line at the foot of the lowest frames falls outside the type area. */
    const room = format.lines - top - footLines + (footLines > 0 ? 0 : FOOT_LINES);
    const before = queue.length;
    queue = fillPage(page, queue, top, room, number === 1);
    if (queue.length === before && before > 0 && page.frames.length === 0)
      throw new Error(`page ${number} takes no story`);
    /* On the last page what stays free is one rectangle at the foot: the refers move up to the stories. */
    const foot = page.frames.reduce((low, { box }) => Math.max(low, box.line + box.lines), top);
    let line = queue.length === 0 ? foot : format.lines + FOOT_LINES - footLines;
    refers.forEach((piece, i) => {
      const shape = footShapes[i];
      if (!shape) return;
      addFrame(
        page,
        piece,
        shape,
        { column: 0, span: format.columns, line, lines: shape.height },
        shape.head,
      );
      line += shape.height;
    });
    progress?.(number);
  }

  function fillPage(
    page: Sketch,
    waiting: readonly Piece[],
    top: number,
    room: number,
    lead: boolean,
  ): Piece[] {
    if (waiting.length === 0) return [];
    const window = waiting.slice(0, MOST_PIECES);
    const priceOf = (candidate: Candidate) =>
      candidate.cost + Math.max(0, room - candidate.height - candidate.slack) * format.columns * FREE_FOOT;
    if (window.length === waiting.length) {
      const whole = new Slicer(window, shapes, format.columns, room, lead, false)
        .wholeWidth(0, window.length - 1)
        .filter((candidate) => candidate.height <= room)
        .reduce<Candidate | null>((a, b) => (a && priceOf(a) <= priceOf(b) ? a : b), null);
      if (whole) {
        const left = room - whole.height;
        place(
          page,
          whole,
          0,
          top,
          whole.height + (left <= whole.slack + 1 ? left : Math.min(left, whole.slack)),
        );
        return [];
      }
    }
    const slicer = new Slicer(window, shapes, format.columns, room, lead, true);
    let best: { candidate: Candidate; count: number; score: number } | null = null;
    for (let count = window.length; count >= 1; count--) {
      for (const candidate of slicer.wholeWidth(0, count - 1)) {
        if (candidate.height > room) continue;
        const left = room - candidate.height;
        const next = waiting[count];
        const foot = next !== undefined && canJump(next, left);
        /* Where the window ends before the copy does, what is left is filled with the next stories. */
        const goesOn = count === window.length && count < waiting.length;
        const hole = goesOn ? 0 : Math.max(0, left - candidate.slack) * format.columns * HOLE;
        const begun = count + (foot ? 1 : 0);
        const jumps = jumpsOf(candidate) + (foot ? 1 : 0);
        const score =
          candidate.cost +
          (foot ? JUMP : hole) +
          Math.max(0, jumps - MOST_JUMPS) * MORE_JUMPS -
          worth(begun, lead);
        if (!best || score < best.score) best = { candidate, count, score };
      }
    }
    if (!best) {
      /* Beneath other stories a foot that holds no part of the next one stays free. */
      const waits = page.frames.length > 0 && !(waiting[0] && canJump(waiting[0], room));
      return waits ? continueWith(page, waiting) : jumpFrom(page, waiting, top, room);
    }
    const next = waiting[best.count];
    const left = room - best.candidate.height;
    if (next && best.count === window.length && left > MORE_ROOM) {
      place(page, best.candidate, 0, top, best.candidate.height);
      const { height } = best.candidate;
      return fillPage(page, waiting.slice(best.count), top + height, left, false);
    }
    if (next && canJump(next, left)) {
      place(page, best.candidate, 0, top, best.candidate.height);
      return jumpFrom(page, waiting.slice(best.count), top + best.candidate.height, left);
    }
    place(page, best.candidate, 0, top, best.candidate.height + Math.min(left, best.candidate.slack));
    return continueWith(page, waiting.slice(best.count));
  }

  /** The next page opens with a fresh story; what jumped to it comes after. */
  function continueWith(page: Sketch, waiting: readonly Piece[]): Piece[] {
    const [first, ...others] = waiting;
    if (!first || first.from > 0) return [...page.rests, ...waiting];
    return [first, ...page.rests, ...others];
  }

  function jumpRows(piece: Piece, lines: number): number {
    return lines - shapes.shape(piece, format.columns).head - FOOT_LINES;
  }

  function canJump(piece: Piece, lines: number): boolean {
    const shape = shapes.shape(piece, format.columns);
    const rows = jumpRows(piece, lines);
    const shown = rows * format.columns - shape.taken - 1;
    const rest = shape.galleyLines - shown;
    return (
      rows >= Math.max(JUMP_ROWS, lowestPicture(shape.pictures) + 1) &&
      shown >= JUMP_ROWS &&
      rest >= JUMP_ROWS
    );
  }

  /** Places the first waiting story over the full width and carries its rest on. */
  function jumpFrom(page: Sketch, waiting: readonly Piece[], line: number, lines: number): Piece[] {
    const piece = waiting[0]!;
    const shape = shapes.shape(piece, format.columns);
    const rows = Math.max(1, jumpRows(piece, lines));
    const box = { column: 0, span: format.columns, line, lines: shape.head + rows + FOOT_LINES };
    jumpOut(page, piece, shape, box);
    return continueWith(page, waiting.slice(1));
  }

  return { ...issue, pages: withThreads(pages, frameIds) };
};

/** Share of page 1 that refers may take; those beyond it stand where the copy has them. */
const REFERS_SHARE = 0.3;

/** The refers that stand at the foot of page 1, whole width. */
const frontPageRefers = (issue: Issue, format: PageFormat, shapes: StoryShapes): readonly Piece[] => {
  const found: Piece[] = [];
  let lines = 0;
  for (const story of issue.stories) {
    if (story.kind !== 'refers') continue;
    const piece = { story, from: 0 };
    lines += shapes.shape(piece, format.columns).height;
    if (lines > format.lines * REFERS_SHARE) break;
    found.push(piece);
  }
  return found;
};

/** What the stories begun on a page are worth. */
const worth = (count: number, front: boolean): number =>
  front
    ? Math.min(count, FRONT_PAGE_STORIES) * FRONT_PAGE_STORY + Math.max(0, count - FRONT_PAGE_STORIES) * STORY
    : count * STORY;

const jumpsOf = ({ slice }: Candidate): number => {
  switch (slice.kind) {
    case 'story':
      return slice.cutRows === null ? 0 : 1;
    case 'beside':
      return jumpsOf(slice.left) + jumpsOf(slice.right);
    case 'stack':
      return jumpsOf(slice.top) + jumpsOf(slice.bottom);
  }
};

/** Chains each story's frames in the order in which they were placed. */
const withThreads = (pages: readonly Sketch[], threads: ReadonlyMap<StoryId, readonly Frame[]>): Page[] => {
  const next = new Map<string, string>();
  for (const thread of threads.values())
    thread.forEach((frame, i) => {
      const following = thread[i + 1];
      if (following) next.set(frame.id, following.id);
    });
  return pages.map((page, index) => ({
    name: pageNameOf(index),
    staff: EMPTY_STAFF,
    frames: page.frames.map((frame) => ({ ...frame, next: next.get(frame.id) ?? null })),
  }));
};
