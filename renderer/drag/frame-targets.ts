/**
 * Where a dragged frame or story would go, and what that would do to its text: answers as values, from which the
 * ghost is drawn and the drop is made. Nothing is placed over a neighbour: a box is cut to the free space, or the
 * two frames swap places. Pure.
 */

import type { FontSet } from '../../core/font/font-set.ts';
import { type EditedIssue, inTurn } from '../../core/issue/edit.ts';
import {
  clippedBox,
  doOverlap,
  frameAt,
  moveFrame,
  resizeFrame,
  swapFrames,
  unplaceStory,
} from '../../core/issue/edits.ts';
import type { GridCell } from '../../core/issue/free-space.ts';
import type { Frame, FrameId, GridBox, Issue, StoryId } from '../../core/issue/issue.ts';
import type { Placing } from '../../core/makeup/make-up.ts';
import { refitHeads } from '../../core/makeup/story/refit-heads.ts';
import type { Fit } from '../../core/makeup/story/story-fit.ts';
import { formatOf } from '../../core/publication/publication.ts';

export interface Target {
  readonly page: number;
  readonly box: GridBox;
  readonly fit: Fit;
  readonly kind: 'place' | 'swap';
  /** The frame that a swap changes places with, and what becomes of its story. */
  readonly other: (Fit & { readonly frame: Frame }) | null;
  readonly edit: EditedIssue;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

const fitAfter = (placing: Placing, edited: EditedIssue, story: StoryId): Fit =>
  placing.after(edited.issue).fitOf(story);

/** Moves the frame to a page and gives it a box there, which the page must have free. */
export const moveTo = (issue: Issue, id: FrameId, page: number, box: GridBox): EditedIssue => {
  const { frame } = frameAt(issue, id);
  const own = { ...frame.box, span: box.span, lines: box.lines };
  const sized = own.span !== frame.box.span || own.lines !== frame.box.lines;
  const resize = (from: Issue) => resizeFrame(from, id, own);
  const move = (from: Issue) => moveFrame(from, id, { column: box.column, line: box.line, page });
  return inTurn(issue, '移动版位', sized ? [resize, move] : [move]);
};

/**
 * The frame with its corner at that cell of the page, the pointer on `under`. Over another frame the two swap; else
 * the box is cut to what is free. Null where there is no room at all.
 */
export const frameTarget = (
  placing: Placing,
  fonts: FontSet,
  id: FrameId,
  page: number,
  corner: GridCell,
  under: GridCell,
): Target | null => {
  const { issue } = placing;
  const { frame } = frameAt(issue, id);
  const format = formatOf(issue.publication, issue.format);
  const other = issue.pages[page]?.frames.find(
    (f) => f.id !== id && doOverlap(f.box, { ...under, span: 1, lines: 1 }),
  );
  if (other) {
    const edit = refitHeads(issue, swapFrames(issue, id, other.id), fonts);
    const fit = fitAfter(placing, edit, frame.story);
    const others = { frame: other, ...fitAfter(placing, edit, other.story) };
    return { page, box: other.box, fit, kind: 'swap', other: others, edit };
  }
  const box = {
    ...frame.box,
    column: clamp(corner.column, 0, format.columns - frame.box.span),
    line: clamp(corner.line, 0, format.lines - 1),
  };
  const free = clippedBox(issue, page, box, [id]);
  if (!free) return null;
  const edit = refitHeads(issue, moveTo(issue, id, page, free), fonts);
  return { page, box: free, fit: fitAfter(placing, edit, frame.story), kind: 'place', other: null, edit };
};

/** The story from the tray with its corner at that cell; null where the cell is taken. */
export const storyTarget = (
  placing: Placing,
  story: StoryId,
  page: number,
  corner: GridCell,
): Target | null => {
  const suggested = placing.suggestFrame(page, story, corner);
  if (!suggested) return null;
  return {
    page,
    box: suggested.frame.box,
    fit: suggested,
    kind: 'place',
    other: null,
    edit: placing.placeSuggested(page, suggested),
  };
};

/** Back to the tray. */
export const trayEdit = (issue: Issue, id: FrameId): EditedIssue =>
  unplaceStory(issue, frameAt(issue, id).frame.story);

/** Which sides of its box a handle pulls. */
export interface Sides {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/**
 * The frame's box with those sides pulled to the cell, as far as the page and the neighbours let it: each side goes
 * towards the pointer until something stands there.
 */
export const resizedBox = (issue: Issue, id: FrameId, cell: GridCell, sides: Sides): GridBox => {
  const { page, frame } = frameAt(issue, id);
  const format = formatOf(issue.publication, issue.format);
  const others = issue.pages[page]!.frames.filter((f) => f.id !== id && !doOverlap(f.box, frame.box));
  const first = Math.min(frame.box.line, page === 0 ? format.mastheadLines : format.folioLines);
  const isFree = (box: GridBox) => others.every((other) => !doOverlap(other.box, box));
  let box = frame.box;
  const step = (next: GridBox): boolean => {
    if (next.span < 1 || next.lines < 2 || !isFree(next)) return false;
    box = next;
    return true;
  };
  const pull = (goal: number, at: () => number, by: (direction: 1 | -1) => GridBox) => {
    for (let direction = Math.sign(goal - at()); direction !== 0 && at() !== goal; )
      if (!step(by(direction > 0 ? 1 : -1))) return;
  };
  if (sides.right)
    pull(
      clamp(cell.column + 1, box.column + 1, format.columns),
      () => box.column + box.span,
      (d) => ({
        ...box,
        span: box.span + d,
      }),
    );
  if (sides.left)
    pull(
      clamp(cell.column, 0, box.column + box.span - 1),
      () => box.column,
      (d) => ({
        ...box,
        column: box.column + d,
        span: box.span - d,
      }),
    );
  if (sides.bottom)
    pull(
      clamp(cell.line + 1, box.line + 2, format.lines + 1),
      () => box.line + box.lines,
      (d) => ({
        ...box,
        lines: box.lines + d,
      }),
    );
  if (sides.top)
    pull(
      clamp(cell.line, first, box.line + box.lines - 2),
      () => box.line,
      (d) => ({
        ...box,
        line: box.line + d,
        lines: box.lines - d,
      }),
    );
  return box;
};
