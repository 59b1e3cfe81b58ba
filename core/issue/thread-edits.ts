/**
 * A story's way through its frames 串接: which they are, in order, and the edits of it as a whole (swap two places,
 * undo a jump, back to the tray). The thread begins with the first of the story's frames, in the order of the pages,
 * that no frame leads to; frames of other chains are not reached by the text and belong to no thread.
 */
import { castDraft } from 'mutative';
import { type EditedIssue, editAt, editWith, inTurn } from './edit.ts';
import { frameAt, removeFrame, resizeFrame } from './frame-edits.ts';
import type { Frame, FrameId, Issue, StoryId } from './issue.ts';
import { storyIndex } from './story-edits.ts';

/** The first frame of the story's thread; null where it is not placed. */
export const firstFrameOf = (issue: Issue, story: StoryId): FrameId | null => {
  const own = issue.pages.flatMap(({ frames }) => frames.filter((frame) => frame.story === story));
  const led = new Set(own.map(({ next }) => next));
  return own.find(({ id }) => !led.has(id))?.id ?? null;
};

/** The chain of frames from `id` on, itself first. */
const chainFrom = (issue: Issue, id: FrameId | null): readonly FrameId[] => {
  const byId = new Map<FrameId, Frame>(
    issue.pages.flatMap(({ frames }) => frames.map((frame) => [frame.id, frame] as const)),
  );
  const chain: FrameId[] = [];
  for (let at = id; at !== null; at = byId.get(at)?.next ?? null) chain.push(at);
  return chain;
};

/** The story's frames in the order in which its text runs through them; empty where it is not placed. */
export const threadOf = (issue: Issue, story: StoryId): readonly FrameId[] =>
  chainFrom(issue, firstFrameOf(issue, story));

const leaderOf = (issue: Issue, id: FrameId): FrameId | null =>
  issue.pages.flatMap(({ frames }) => frames).find(({ next }) => next === id)?.id ?? null;

/**
 * Where the frame's jump line points: 下转 (`to`), 上接 (`from`). Null where the frame has none: its text does not
 * change pages there.
 */
export const otherEnd = (issue: Issue, frame: FrameId, end: 'to' | 'from'): FrameId | null => {
  const own = frameAt(issue, frame);
  const other = end === 'to' ? own.frame.next : leaderOf(issue, frame);
  return other !== null && frameAt(issue, other).page !== own.page ? other : null;
};

/**
 * 交换版位: the two frames exchange boxes, pages and places in the page's reading order. What no longer fits the
 * other box is cut down as `resizeFrame` does.
 */
export const swapFrames = (issue: Issue, a: FrameId, b: FrameId): EditedIssue => {
  const [one, other] = [frameAt(issue, a), frameAt(issue, b)];
  const inBoxOf = (id: FrameId, { frame: { box } }: typeof one): Frame =>
    frameAt(resizeFrame(issue, id, box).issue, id).frame;
  return editWith(issue, '交换版位', (draft) => {
    if (a === b) return;
    draft.pages[one.page]!.frames[one.index] = castDraft(inBoxOf(b, one));
    draft.pages[other.page]!.frames[other.index] = castDraft(inBoxOf(a, other));
  });
};

/** Frames of the jump that the frame takes part in: those behind it on other pages, or else those from it on. */
const jumpedFrames = (issue: Issue, frame: FrameId): readonly FrameId[] => {
  const chain = chainFrom(issue, frame);
  const { page } = frameAt(issue, frame);
  const away = chain.findIndex((id) => frameAt(issue, id).page !== page);
  if (away >= 0) return chain.slice(away);
  /* At the continuation's end of the jump: back to where its page begins. */
  for (let at = frame; ; ) {
    const leader = leaderOf(issue, at);
    if (leader === null) return [];
    if (frameAt(issue, leader).page !== page) return chainFrom(issue, at);
    at = leader;
  }
};

/**
 * 取消转版: takes out every frame that the story goes on to on other pages, so that the jump is undone whole. Asked
 * of the last page's frame, it undoes the jump that led there. Without a jump the edit has no patches.
 */
export const cutJump = (issue: Issue, frame: FrameId): EditedIssue => {
  const gone = jumpedFrames(issue, frame);
  return inTurn(
    issue,
    '取消转版',
    [...gone].reverse().map((id) => (from: Issue) => removeFrame(from, id)),
  );
};

/** 退回稿库: removes all frames of the story; the story and its pictures stay. */
export const unplaceStory = (issue: Issue, story: StoryId): EditedIssue => {
  storyIndex(issue, story);
  const takes = issue.pages.flatMap(({ frames }, page) =>
    frames
      .map((frame, index) => ({ take: frame, path: ['pages', page, 'frames'], index }))
      .filter(({ take }) => take.story === story)
      // From the last, so that each index is still true when its turn comes.
      .reverse(),
  );
  return editAt(issue, '退回稿库', takes);
};
