/**
 * Edits of frames 版位: placing, moving, resizing, threading, removing. A frame always stands within its page's grid
 * and a thread is a chain without loops through frames of one story; frames may overlap while they are being moved
 * about, which is a problem for the editor (checks) and not an error here.
 */
import { formatOf } from '../publication/publication.ts';
import { checkedCount, checkedIndex, type EditedIssue, editAt, editWith, inTurn } from './edit.ts';
import { checkedPicture, fittedStyle, isOnPage, isWithin, MOST_COLUMNS, styleFault } from './frame-grid.ts';
import type { Frame, FrameId, GridBox, Issue } from './issue.ts';
import { storyIndex } from './story-edits.ts';

export interface FrameAt {
  readonly page: number;
  readonly index: number;
  readonly frame: Frame;
}

/** Where a frame is. Throws where no page has it. */
export const frameAt = (issue: Issue, id: FrameId): FrameAt => {
  for (const [page, { frames }] of issue.pages.entries()) {
    const index = frames.findIndex((f) => f.id === id);
    if (index >= 0) return { page, index, frame: frames[index]! };
  }
  throw new Error(`no frame ${id}`);
};

const predecessor = (issue: Issue, id: FrameId): FrameAt | null => {
  for (const [page, { frames }] of issue.pages.entries()) {
    const index = frames.findIndex((f) => f.next === id);
    if (index >= 0) return { page, index, frame: frames[index]! };
  }
  return null;
};

const checkedBox = (issue: Issue, box: GridBox): GridBox => {
  if (!isOnPage(box, formatOf(issue.publication, issue.format)))
    throw new Error(`off the grid: ${JSON.stringify(box)}`);
  return box;
};

/** Sets fields of the frame. */
export const editFrame = (issue: Issue, name: string, id: FrameId, change: Partial<Frame>): EditedIssue => {
  const { page, index } = frameAt(issue, id);
  return editWith(issue, name, (draft) => {
    Object.assign(draft.pages[page]!.frames[index]!, change);
  });
};

/** Puts a frame on a page (index from 0), above those already there. It must not name a next frame yet. */
export const placeFrame = (issue: Issue, page: number, frame: Frame): EditedIssue => {
  checkedIndex(page, issue.pages.length, 'page');
  const story = issue.stories[storyIndex(issue, frame.story)]!;
  if (frame.id === '' || issue.pages.some((p) => p.frames.some((f) => f.id === frame.id)))
    throw new Error(`frame id taken: ${frame.id}`);
  if (frame.next !== null) throw new Error(`thread ${frame.id} after it is placed`);
  checkedBox(issue, frame.box);
  checkedCount(frame.columns, 1, MOST_COLUMNS, 'columns');
  checkedCount(frame.headLines, 0, frame.box.lines, 'head lines');
  for (const picture of frame.pictures) checkedPicture(picture, frame, story.pictures.length);
  const fault = styleFault(formatOf(issue.publication, issue.format), frame);
  if (fault !== null) throw new Error(`style of ${frame.id}: ${fault}`);
  const path = ['pages', page, 'frames'];
  return editAt(issue, '放置版位', [{ put: frame, path, index: issue.pages[page]!.frames.length }]);
};

/** Moves a frame on its page, or to another page (index from 0). Its size stays. */
export const moveFrame = (
  issue: Issue,
  id: FrameId,
  to: { readonly column: number; readonly line: number; readonly page?: number },
): EditedIssue => {
  const { page, index, frame } = frameAt(issue, id);
  const target = checkedIndex(to.page ?? page, issue.pages.length, 'page');
  const box = checkedBox(issue, { ...frame.box, column: to.column, line: to.line });
  if (target === page) return editFrame(issue, '移动版位', id, { box });
  return editAt(issue, '移动版位', [
    { take: frame, path: ['pages', page, 'frames'], index },
    { put: { ...frame, box }, path: ['pages', target, 'frames'], index: issue.pages[target]!.frames.length },
  ]);
};

/**
 * The pictures within so many columns and lines: one too wide is made smaller, its proportions kept. No more is done
 * here, and none is taken out: where they stand in the body, beside head and captions, and which of them have room is
 * the layout's to find (makeup/standing-pictures.ts).
 */
const fittedPictures = (frame: Frame, columns: number, lines: number): Frame['pictures'] => {
  if (frame.pictures.every((p) => isWithin(p.box, columns, lines))) return frame.pictures;
  return frame.pictures.map((picture) => {
    const { box } = picture;
    if (isWithin(box, columns, lines)) return picture;
    const span = Math.min(box.span, columns);
    const height = Math.min(lines, Math.max(1, Math.round((box.lines * span) / box.span)));
    const column = Math.min(box.column, columns - span);
    const fitted = {
      ...picture,
      box: { column, span, line: Math.min(box.line, lines - height), lines: height },
    };
    if (span < 2) delete fitted.captionBeside;
    return fitted;
  });
};

/**
 * Gives a frame another box. Columns that were the basic ones follow the span; a headline block, unequal columns and
 * pictures that no longer fit are cut down.
 */
export const resizeFrame = (issue: Issue, id: FrameId, box: GridBox): EditedIssue => {
  const { frame } = frameAt(issue, id);
  checkedBox(issue, box);
  const columns = frame.columns === frame.box.span ? box.span : frame.columns;
  const pictures = fittedPictures(frame, columns, box.lines);
  const style = fittedStyle(formatOf(issue.publication, issue.format), { ...frame, box, columns });
  return editFrame(issue, '调整版位大小', id, {
    box,
    columns,
    headLines: Math.min(frame.headLines, box.lines),
    ...(pictures === frame.pictures ? {} : { pictures }),
    ...(style === frame.style ? {} : { style }),
  });
};

/**
 * 破栏: divides the frame into another number of text columns, equal ones. Pictures that no longer fit are made
 * smaller.
 */
export const setFrameColumns = (issue: Issue, id: FrameId, columns: number): EditedIssue => {
  const { frame } = frameAt(issue, id);
  checkedCount(columns, 1, MOST_COLUMNS, 'columns');
  const pictures = fittedPictures(frame, columns, frame.box.lines);
  const style = fittedStyle(formatOf(issue.publication, issue.format), { ...frame, columns });
  return editFrame(issue, '破栏', id, {
    columns,
    ...(pictures === frame.pictures ? {} : { pictures }),
    ...(style === frame.style ? {} : { style }),
  });
};

export const setHeadLines = (issue: Issue, id: FrameId, headLines: number): EditedIssue => {
  const { frame } = frameAt(issue, id);
  checkedCount(headLines, 0, frame.box.lines, 'head lines');
  return editFrame(issue, '调整标题行数', id, { headLines });
};

export const setFrameBorder = (issue: Issue, id: FrameId, border: Frame['border']): EditedIssue => {
  frameAt(issue, id);
  return editFrame(issue, '修改边框', id, { border });
};

/** 串接: the text of `id` goes on in `next`; null ends the thread. A frame that led to `next` lets go of it. */
export const threadFrame = (issue: Issue, id: FrameId, next: FrameId | null): EditedIssue => {
  const { page, index, frame } = frameAt(issue, id);
  const before = next === null ? null : predecessor(issue, next);
  if (next !== null) {
    if (frameAt(issue, next).frame.story !== frame.story)
      throw new Error(`${id} and ${next} show two stories`);
    for (let at: FrameId | null = next; at !== null; at = frameAt(issue, at).frame.next)
      if (at === id) throw new Error(`thread ${id} → ${next} would be a loop`);
  }
  return editWith(issue, '串接版位', (draft) => {
    if (before) draft.pages[before.page]!.frames[before.index]!.next = null;
    draft.pages[page]!.frames[index]!.next = next;
  });
};

/** Takes a frame out; a thread through it is closed over the gap. */
export const removeFrame = (issue: Issue, id: FrameId): EditedIssue => {
  const { page, index, frame } = frameAt(issue, id);
  const before = predecessor(issue, id);
  const name = '删除版位';
  const take = (from: Issue) => editAt(from, name, [{ take: frame, path: ['pages', page, 'frames'], index }]);
  if (!before) return take(issue);
  const close = (from: Issue) => editFrame(from, name, before.frame.id, { next: frame.next });
  return inTurn(issue, name, [close, take]);
};
