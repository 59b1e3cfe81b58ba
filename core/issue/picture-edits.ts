/**
 * Edits of pictures: those that a story has (caption, credit, focus) and where its frames show them. A frame shows
 * a picture of its story by the picture's index; it stands in the frame's text columns and body lines.
 */

import { awaitedPicture } from './awaited-pictures.ts';
import { checkedIndex, checkedText, type EditedIssue, editAt, editWith } from './edit.ts';
import { editFrame, type FrameAt, frameAt } from './frame-edits.ts';
import { checkedPicture, isWithin } from './frame-grid.ts';
import type {
  FrameId,
  GridBox,
  Issue,
  PictureId,
  PlacedPictureFrame,
  StoryId,
  StoryPicture,
} from './issue.ts';
import { storyAt, storyIndex } from './story-edits.ts';

/**
 * Gives a story a picture. Where the story waits for one (an import note), the note goes with it, and a picture without
 * caption takes the one that waited.
 */
export const addStoryPicture = (issue: Issue, id: StoryId, given: StoryPicture): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  const info = issue.pictures.find((p) => p.id === given.picture);
  if (!info) throw new Error(`no picture ${given.picture}`);
  const isBare = given.caption === '' && given.credit === '';
  const found = awaitedPicture(issue, id, info.name);
  // The words of a caption that is not taken stay in their note.
  const awaited = found && (isBare || `${found.about.caption}${found.about.credit}` === '') ? found : null;
  const { caption, credit } = awaited && isBare ? awaited.about : given;
  const picture = { ...given, caption, credit };
  checkedText(picture.caption, 'one-line');
  checkedText(picture.credit, 'one-line');
  if (picture.focus) checkedFocus(picture.focus);
  const path = ['stories', index, 'pictures'];
  return editAt(issue, '配图', [
    { put: picture, path, index: story.pictures.length },
    ...(awaited
      ? [{ take: issue.importNotes[awaited.index]!, path: ['importNotes'], index: awaited.index }]
      : []),
  ]);
};

/** 更换图片: another picture of the issue in its place; caption, credit and where frames show it stay, its focus goes. */
export const replaceStoryPicture = (
  issue: Issue,
  id: StoryId,
  at: number,
  picture: PictureId,
): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(at, story.pictures.length, `picture of ${id}`);
  if (!issue.pictures.some((p) => p.id === picture)) throw new Error(`no picture ${picture}`);
  return editWith(issue, '更换图片', (draft) => {
    const target = draft.stories[index]!.pictures[at]!;
    if (target.picture === picture) return;
    target.picture = picture;
    delete target.focus;
  });
};

/** Takes a picture from a story; the frames that show it lose it, and later ones are counted anew. */
export const removeStoryPicture = (issue: Issue, id: StoryId, at: number): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(at, story.pictures.length, `picture of ${id}`);
  return editWith(issue, '删除配图', (draft) => {
    draft.stories[index]!.pictures.splice(at, 1);
    for (const page of draft.pages)
      for (const frame of page.frames) {
        if (frame.story !== id || !frame.pictures.some((p) => p.index >= at)) continue;
        frame.pictures = frame.pictures
          .filter((p) => p.index !== at)
          .map((p) => (p.index > at ? { ...p, index: p.index - 1 } : p));
      }
  });
};

export const setCaption = (
  issue: Issue,
  id: StoryId,
  at: number,
  caption: string,
  credit: string,
): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(at, story.pictures.length, `picture of ${id}`);
  checkedText(caption, 'one-line');
  checkedText(credit, 'one-line');
  return editWith(issue, '修改图注', (draft) => {
    const picture = draft.stories[index]!.pictures[at]!;
    picture.caption = caption;
    picture.credit = credit;
  });
};

type Focus = NonNullable<StoryPicture['focus']>;

const checkedFocus = ({ x, y }: Focus): Focus => {
  if (![x, y].every((at) => at >= 0 && at <= 1)) throw new Error(`focus off the picture: ${x}, ${y}`);
  return { x, y };
};

/** What a crop keeps in sight, as fractions of width and height; null for the centre. */
export const setPictureFocus = (issue: Issue, id: StoryId, at: number, focus: Focus | null): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(at, story.pictures.length, `picture of ${id}`);
  const wanted = focus && checkedFocus(focus);
  const now = story.pictures[at]!.focus;
  return editWith(issue, '调整图片焦点', (draft) => {
    const picture = draft.stories[index]!.pictures[at]!;
    if (wanted === null) delete picture.focus;
    else if (wanted.x !== now?.x || wanted.y !== now.y) picture.focus = wanted;
  });
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

const shownAt = (issue: Issue, id: FrameId, index: number): FrameAt & { readonly at: number } => {
  const found = frameAt(issue, id);
  const at = found.frame.pictures.findIndex((p) => p.index === index);
  if (at < 0) throw new Error(`${id} shows no picture ${index}`);
  return { ...found, at };
};

/** Moves a picture that the frame shows already, and gives it another size. */
export const setPictureBox = (issue: Issue, id: FrameId, index: number, box: GridBox): EditedIssue => {
  const { page, index: place, frame, at } = shownAt(issue, id, index);
  if (!isWithin(box, frame.columns, frame.box.lines))
    throw new Error(`picture off the frame: ${JSON.stringify(box)}`);
  return editWith(issue, '调整图片', (draft) => {
    Object.assign(draft.pages[page]!.frames[place]!.pictures[at]!.box, box);
  });
};

/**
 * Gives a picture that the frame shows another height, caption included, in body lines: `keep` says which edge
 * stays where it is. Throws where it would stand off the frame.
 */
export const resizePicture = (
  issue: Issue,
  id: FrameId,
  index: number,
  lines: number,
  keep: 'top' | 'foot' = 'top',
): EditedIssue => {
  const { frame, at } = shownAt(issue, id, index);
  const { box } = frame.pictures[at]!;
  const line = keep === 'top' ? box.line : box.line + box.lines - lines;
  return { ...setPictureBox(issue, id, index, { ...box, line, lines }), name: '调整图片高度' };
};

/** 图注 in the box's last text column instead of under the picture: a box of one column has none to spare. */
export const setCaptionBeside = (issue: Issue, id: FrameId, index: number, beside: boolean): EditedIssue => {
  const { page, index: place, frame, at } = shownAt(issue, id, index);
  if (beside && frame.pictures[at]!.box.span < 2)
    throw new Error(`picture ${index} of ${id} stands in one column: no room for a caption beside it`);
  return editWith(issue, beside ? '图注排在旁边' : '图注排在下面', (draft) => {
    const picture = draft.pages[page]!.frames[place]!.pictures[at]!;
    if (beside) picture.captionBeside = true;
    else delete picture.captionBeside;
  });
};
