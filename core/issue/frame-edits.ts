/**
 * Edits of frames 版位: placing, moving, resizing, threading, removing. A frame always stands within its page's grid
 * and a thread is a chain without loops through frames of one story; frames may overlap while they are being moved
 * about, which is a problem for the editor (checks) and not an error here.
 */

import { formatOf, type PageFormat } from '../publication/publication.ts';
import { checkedIndex, type EditedIssue, editAt, editWith } from './edit.ts';
import type { Frame, FrameId, GridBox, Issue, PlacedPictureFrame } from './issue.ts';
import { storyIndex } from './story-edits.ts';

interface FrameAt {
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

/** True for whole numbers within a grid of that size. */
export const isWithin = (box: GridBox, columns: number, lines: number): boolean =>
  [box.column, box.span, box.line, box.lines].every(Number.isInteger) &&
  box.column >= 0 &&
  box.span >= 1 &&
  box.column + box.span <= columns &&
  box.line >= 0 &&
  box.lines >= 1 &&
  box.line + box.lines <= lines;

/**
 * A frame's last line is the white between it and what stands below; at the foot of a page there is nothing below,
 * so that line may hang out of the type area.
 */
const HANGING_LINES = 1;

/** True for a box on the page's grid. */
export const isOnPage = (box: GridBox, { columns, lines }: PageFormat): boolean =>
  isWithin(box, columns, lines + HANGING_LINES);

const checkedBox = (issue: Issue, box: GridBox): GridBox => {
  if (!isOnPage(box, formatOf(issue.publication, issue.format)))
    throw new Error(`off the grid: ${JSON.stringify(box)}`);
  return box;
};

const checkedCount = (count: number, from: number, to: number, what: string): number => {
  if (!Number.isInteger(count) || count < from || count > to)
    throw new Error(`${what}: ${count} not in ${from}–${to}`);
  return count;
};

/** A frame's page and the frame in the draft of it. */
const editFrame = (issue: Issue, name: string, id: FrameId, change: Partial<Frame>): EditedIssue => {
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
  checkedCount(frame.columns, 1, 99, 'columns');
  checkedCount(frame.headLines, 0, frame.box.lines, 'head lines');
  for (const picture of frame.pictures) checkedPicture(picture, frame, story.pictures.length);
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
 * Gives a frame another box. Columns that were the basic ones follow the span; a headline block and pictures that
 * no longer fit are cut down or taken out.
 */
export const resizeFrame = (issue: Issue, id: FrameId, box: GridBox): EditedIssue => {
  const { frame } = frameAt(issue, id);
  checkedBox(issue, box);
  const columns = frame.columns === frame.box.span ? box.span : frame.columns;
  const pictures = frame.pictures.filter((p) => isWithin(p.box, columns, box.lines));
  return editFrame(issue, '调整版位大小', id, {
    box,
    columns,
    headLines: Math.min(frame.headLines, box.lines),
    ...(pictures.length === frame.pictures.length ? {} : { pictures }),
  });
};

/** 破栏: divides the frame into another number of text columns. Pictures that no longer fit are taken out. */
export const setFrameColumns = (issue: Issue, id: FrameId, columns: number): EditedIssue => {
  const { frame } = frameAt(issue, id);
  checkedCount(columns, 1, 99, 'columns');
  const pictures = frame.pictures.filter((p) => isWithin(p.box, columns, frame.box.lines));
  return editFrame(issue, '破栏', id, {
    columns,
    ...(pictures.length === frame.pictures.length ? {} : { pictures }),
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
  const removed = editAt(issue, name, [{ take: frame, path: ['pages', page, 'frames'], index }]);
  if (!before) return removed;
  const joined = editFrame(issue, name, before.frame.id, { next: frame.next });
  const taken = editAt(joined.issue, name, [{ take: frame, path: ['pages', page, 'frames'], index }]);
  return {
    issue: taken.issue,
    patches: [...joined.patches, ...taken.patches],
    inverse: [...taken.inverse, ...joined.inverse],
    name,
  };
};

const checkedPicture = (picture: PlacedPictureFrame, frame: Frame, pictures: number): PlacedPictureFrame => {
  checkedIndex(picture.index, pictures, `picture of ${frame.story}`);
  if (!isWithin(picture.box, frame.columns, frame.box.lines))
    throw new Error(`picture off the frame: ${JSON.stringify(picture.box)}`);
  return picture;
};

/** Shows a picture of the story in the frame, or moves it there if the frame shows it already. */
export const placePicture = (issue: Issue, id: FrameId, picture: PlacedPictureFrame): EditedIssue => {
  const { frame } = frameAt(issue, id);
  const story = issue.stories[storyIndex(issue, frame.story)]!;
  checkedPicture(picture, frame, story.pictures.length);
  const rest = frame.pictures.filter((p) => p.index !== picture.index);
  return editFrame(issue, '放置图片', id, { pictures: [...rest, picture] });
};

/** Takes a picture out of the frame; the story keeps it. */
export const takePicture = (issue: Issue, id: FrameId, index: number): EditedIssue => {
  const { frame } = frameAt(issue, id);
  if (!frame.pictures.some((p) => p.index === index)) throw new Error(`${id} shows no picture ${index}`);
  return editFrame(issue, '移去图片', id, { pictures: frame.pictures.filter((p) => p.index !== index) });
};
