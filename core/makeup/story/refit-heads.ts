/**
 * Problem: a headline that gets longer, a frame that gets narrower, needs another number of lines at its head; an
 * editor should not have to count them.
 * Method: after an edit the lines that each changed head needs are compared with those that it needed before, and
 * the frame's head grows or shrinks by the difference, so that lines which the editor gave it beyond need stay.
 * Limits: heads above the body of a story's first frame; strips beside it have the frame's height anyway. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import { type EditedIssue, inTurn } from '../../issue/edit.ts';
import { setHeadLines } from '../../issue/edits.ts';
import { type Frame, type Issue, isLead, type Story } from '../../issue/issue.ts';
import { formatOf } from '../../publication/publication.ts';
import { frameGeometry } from '../frame-geometry.ts';
import { setHeadlineBlock } from './headline-block.ts';

/** Lines that the head above the frame's body needs; null where the frame has no such head. */
const neededLines = (issue: Issue, story: Story, frame: Frame, fonts: FontSet): number | null => {
  if (frame.style.head.place !== 'above') return null;
  const format = formatOf(issue.publication, issue.format);
  const setting = {
    lead: isLead(issue, story),
    span: frame.box.span,
    width: frameGeometry(format, frame).head.width,
    pitch: format.pitch,
    step: frame.style.headStep,
    beside: false,
  };
  return setHeadlineBlock(story, issue.publication.stylebook, setting, fonts).gridLines;
};

const sameHead = (a: Story, b: Story): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.kicker === b.kicker &&
    a.headline === b.headline &&
    a.deck === b.deck &&
    a.breaks === b.breaks);

const sameRoom = (a: Frame, b: Frame): boolean =>
  a === b ||
  (a.box.span === b.box.span &&
    a.border === b.border &&
    a.style.tint === b.style.tint &&
    a.style.head === b.style.head &&
    a.style.headStep === b.style.headStep);

/** A continuation has a small head of its own that does not change with these. */
const isContinued = (issue: Issue, id: string): boolean =>
  issue.pages.some((page) => page.frames.some((frame) => frame.next === id));

/** True where nothing that any head depends on can have changed: what a keystroke in the body finds. */
const headsStay = (before: Issue, after: Issue): boolean =>
  before.pages === after.pages &&
  before.publication === after.publication &&
  before.stories.length === after.stories.length &&
  after.stories.every((story, i) => sameHead(before.stories[i]!, story));

/** The edit with the heads that it changed made as high as they need. `before` is the issue that it was made from. */
export const refitHeads = (before: Issue, edited: EditedIssue, fonts: FontSet): EditedIssue => {
  const { issue } = edited;
  if (edited.patches.length === 0 || headsStay(before, issue)) return edited;
  const frames = new Map(before.pages.flatMap((page) => page.frames).map((frame) => [frame.id, frame]));
  const stories = new Map(before.stories.map((story) => [story.id, story]));
  const now = new Map(issue.stories.map((story) => [story.id, story]));
  const changes: ((from: Issue) => EditedIssue)[] = [];
  for (const { frames: own } of issue.pages)
    for (const frame of own) {
      const was = frames.get(frame.id);
      const storyWas = stories.get(frame.story);
      const story = now.get(frame.story);
      if (!was || !storyWas || !story || was.headLines !== frame.headLines) continue;
      const same =
        before.publication === issue.publication && sameRoom(was, frame) && sameHead(storyWas, story);
      if (same || isContinued(issue, frame.id)) continue;
      const needed = neededLines(issue, story, frame, fonts);
      const neededBefore = neededLines(before, storyWas, was, fonts);
      if (needed === null || neededBefore === null || needed === neededBefore) continue;
      const lines = Math.max(0, Math.min(frame.box.lines, frame.headLines + needed - neededBefore));
      if (lines !== frame.headLines) changes.push((from) => setHeadLines(from, frame.id, lines));
    }
  if (changes.length === 0) return edited;
  const refitted = inTurn(issue, edited.name, changes);
  return {
    ...refitted,
    patches: [...edited.patches, ...refitted.patches],
    inverse: [...refitted.inverse, ...edited.inverse],
  };
};
