import { describe, expect, it } from 'vitest';
import { toggleMarkOver } from '../../../core/issue/edits.ts';
import type { TextPlace } from '../../../core/issue/text-place.ts';
import { storyIn } from '../../../renderer/inspector/places.ts';
import { hasMark, markedRange } from '../../../renderer/inspector/text-marks.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const at = (paragraph: number, offset: number, part: TextPlace['part'] = 'body'): TextPlace => ({
  story: 's1',
  part,
  paragraph,
  offset,
});

describe('marks of what is selected', () => {
  it('are for a range of the body, whichever way it was selected', () => {
    expect(markedRange(at(1, 2), at(0, 1))).toEqual({ from: at(0, 1), to: at(1, 2) });
    expect(markedRange(at(0, 1), at(0, 1))).toBeNull();
    expect(markedRange(at(0, 0, 'headline'), at(0, 3, 'headline'))).toBeNull();
  });

  it('show as on only where every character has them', () => {
    const issue = smallIssue();
    const bold = toggleMarkOver(issue, at(0, 2), at(1, 3), 'bold').issue;
    const story = storyIn(bold, 's1')!;
    expect(hasMark(story, { from: at(0, 2), to: at(1, 3) }, 'bold')).toBe(true);
    expect(hasMark(story, { from: at(0, 1), to: at(1, 3) }, 'bold')).toBe(false);
    expect(hasMark(story, { from: at(0, 2), to: at(2, 1) }, 'bold')).toBe(false);
    expect(hasMark(story, { from: at(0, 2), to: at(1, 3) }, 'emphasis')).toBe(false);
  });
});
