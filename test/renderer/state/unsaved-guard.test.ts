import { describe, expect, it } from 'vitest';
import { addStory, setMasthead } from '../../../core/issue/edits.ts';
import { EMPTY_HISTORY, record, undo } from '../../../core/issue/history.ts';
import { emptyStory } from '../../../core/issue/issue.ts';
import { hasUnsavedWork, type Kept } from '../../../renderer/state/unsaved-guard.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const issue = smallIssue();
const kept = (more: Partial<Kept>): Kept => ({
  issue,
  saved: issue,
  file: '2026/一.zuban',
  history: EMPTY_HISTORY,
  ...more,
});

describe('unsaved work', () => {
  it('is what was edited since the issue was saved', () => {
    expect(hasUnsavedWork(kept({}), false)).toBe(false);
    const edited = setMasthead(issue, { number: 44 });
    expect(hasUnsavedWork(kept({ issue: edited.issue }), false)).toBe(true);
  });

  it('is none where every edit was taken back', () => {
    const edited = setMasthead(issue, { number: 44 });
    const back = undo(record(EMPTY_HISTORY, edited), edited.issue)!;
    expect(back.issue).not.toBe(issue);
    expect(hasUnsavedWork(kept({ issue: back.issue, history: back.history }), false)).toBe(false);
  });

  it('is none in what was only read, but any edit of it is', () => {
    const read = kept({ saved: null, file: null });
    expect(hasUnsavedWork(read, false)).toBe(false);
    const history = record(EMPTY_HISTORY, addStory(issue, emptyStory('s9')));
    expect(hasUnsavedWork({ ...read, history }, false)).toBe(true);
  });

  it('is taken for granted after a reload, where the history is gone', () => {
    expect(hasUnsavedWork(kept({ saved: null, file: null }), true)).toBe(true);
    expect(hasUnsavedWork(kept({ saved: null }), false)).toBe(true);
    expect(hasUnsavedWork(kept({ saved: null, file: null, issue: { ...issue, stories: [] } }), true)).toBe(
      false,
    );
  });
});
