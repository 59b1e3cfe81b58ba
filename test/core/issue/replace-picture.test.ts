import { describe, expect, it } from 'vitest';
import { addPicture, applyPatches, replaceStoryPicture, setPictureFocus } from '../../../core/issue/edits.ts';
import { smallIssue } from './small-issue.ts';

const OTHER = `sha256-${'b'.repeat(64)}.png`;
const withOther = addPicture(smallIssue(), {
  id: OTHER,
  mime: 'image/png',
  width: 900,
  height: 900,
  name: 'square.png',
}).issue;

describe('another file for a picture', () => {
  it('keeps caption, credit and the places where frames show it', () => {
    const { issue } = replaceStoryPicture(withOther, 's1', 0, OTHER);
    expect(issue.stories[0]!.pictures[0]).toEqual({ ...withOther.stories[0]!.pictures[0], picture: OTHER });
    expect(issue.pages).toBe(withOther.pages);
  });

  it('lets go of a focus that was the other one’s, and brings it back by undo', () => {
    const focused = setPictureFocus(withOther, 's1', 0, { x: 0.2, y: 0.3 }).issue;
    const edited = replaceStoryPicture(focused, 's1', 0, OTHER);
    expect(edited.issue.stories[0]!.pictures[0]!.focus).toBeUndefined();
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(focused);
  });

  it('is refused where the issue has no such picture', () => {
    expect(() => replaceStoryPicture(smallIssue(), 's1', 0, OTHER)).toThrow('no picture');
  });
});
