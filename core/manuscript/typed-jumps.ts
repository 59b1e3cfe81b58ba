/**
 * What becomes of jump lines typed by hand: each is removed and listed; 上接 takes up the story that 下转 left, if
 * the copy shows which: the open one, one of the same headline, or the only one that waits.
 */
import type { DraftStory } from './draft-story.ts';
import type { FoundJump } from './jump-lines.ts';
import type { StoryDesk } from './story-desk.ts';

/** Makes the story that goes on here the open one; true where there is one. */
export const takeUpJump = (desk: StoryDesk): boolean => {
  const { assembly, current } = desk;
  const story = waitingStory(desk);
  if (!story) return false;
  if (current && story !== current && !current.closed) {
    // The head is repeated over the continuation: the story has it already.
    desk.remove('duplicate', current.headline.text, current.line, story);
    desk.note('duplicate-removed', current.headline.text, current.line, 0.9, story);
    assembly.stories.splice(assembly.stories.lastIndexOf(current), 1);
    giveListsTo(desk, current, story);
  }
  for (const jump of story.jumps) if (jump.direction === 'to') jump.answered = true;
  assembly.waiting.delete(story);
  assembly.waitingByHeadline.delete(story.headline.text);
  story.closed = false;
  desk.current = story;
  return true;
};

const waitingStory = (desk: StoryDesk): DraftStory | null => {
  const { assembly, current } = desk;
  if (current && assembly.waiting.has(current)) return current;
  const sameHead = desk.headed && assembly.waitingByHeadline.get(desk.headed.headline.text);
  if (sameHead && desk.headed?.kicker.text === '') return sameHead;
  const only = assembly.waiting.size === 1 ? [...assembly.waiting][0]! : null;
  return only && (!current || current.closed) ? only : null;
};

/** Recognitions and removals since the repeated head belong to the story that goes on. */
const giveListsTo = (desk: StoryDesk, from: DraftStory, to: DraftStory): void => {
  for (const list of [desk.file.recognitions, desk.file.removed] as {
    story: DraftStory | null;
    line: number;
  }[][])
    for (let i = list.length - 1; i >= 0 && list[i]!.line >= from.line; i--)
      if (list[i]!.story === from) list[i] = { ...list[i]!, story: to };
};

/** Lists the jump lines of an element; `answered` says that its 上接 found its story. */
export const recordJumps = (
  desk: StoryDesk,
  jumps: readonly FoundJump[],
  line: number,
  answered = false,
): void => {
  const story = desk.current;
  for (const jump of jumps) {
    desk.remove('jump-line', jump.text, line);
    desk.note('jump-line', jump.text, line, 0.97);
    if (!story) continue;
    story.jumps.push({
      ...jump,
      line,
      file: desk.file.name,
      answered: answered && jump.direction === 'from',
    });
    if (jump.direction !== 'to') continue;
    desk.assembly.waiting.add(story);
    if (story.headline.text !== '') desk.assembly.waitingByHeadline.set(story.headline.text, story);
  }
};
