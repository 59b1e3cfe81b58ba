/**
 * Frames moved and resized step by step, as the arrow keys do: a step that would leave the page's grid, reach into
 * the masthead or folio, or cut into a frame's head is cut short, and an edit that changes nothing has no patches.
 */
import { formatOf } from '../publication/publication.ts';
import { type EditedIssue, editAt } from './edit.ts';
import { frameAt, moveFrame, resizeFrame } from './frame-edits.ts';
import { HANGING_LINES } from './frame-grid.ts';
import { firstLine } from './free-space.ts';
import type { FrameId, Issue } from './issue.ts';

/** Basic columns to the right and lines down; negative: to the left and up. */
export interface GridStep {
  readonly columns: number;
  readonly lines: number;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Body line and free line that a frame keeps below its head. */
const LEAST_BODY_LINES = 2;

export const moveFrameBy = (issue: Issue, id: FrameId, { columns, lines }: GridStep): EditedIssue => {
  const { page, frame } = frameAt(issue, id);
  const { box } = frame;
  const format = formatOf(issue.publication, issue.format);
  const column = clamp(box.column + columns, 0, format.columns - box.span);
  /* A frame that stands over the masthead already may stay there, but goes no farther. */
  const highest = Math.min(firstLine(issue, page), box.line);
  const lowest = Math.max(highest, format.lines + HANGING_LINES - box.lines);
  const line = clamp(box.line + lines, highest, lowest);
  if (column === box.column && line === box.line) return editAt(issue, '移动版位', []);
  return moveFrame(issue, id, { column, line });
};

/** Widens and heightens at the right and at the foot. */
export const growFrameBy = (issue: Issue, id: FrameId, { columns, lines }: GridStep): EditedIssue => {
  const { box, headLines } = frameAt(issue, id).frame;
  const format = formatOf(issue.publication, issue.format);
  const least = Math.min(box.lines, headLines + LEAST_BODY_LINES);
  const span = clamp(box.span + columns, 1, format.columns - box.column);
  const height = clamp(box.lines + lines, least, format.lines + HANGING_LINES - box.line);
  if (span === box.span && height === box.lines) return editAt(issue, '调整版位大小', []);
  return resizeFrame(issue, id, { ...box, span, lines: height });
};
