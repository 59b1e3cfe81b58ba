import { describe, expect, it } from 'vitest';
import { replaceIssue } from '../../../core/file/replace-issue.ts';
import { applyPatches } from '../../../core/issue/edit.ts';
import { setHeadline, setMasthead } from '../../../core/issue/edits.ts';
import { EMPTY_HISTORY, record, undo } from '../../../core/issue/history.ts';
import { smallIssue } from '../issue/small-issue.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('putting another issue in the place of one', () => {
  it('is one edit, which undo takes back whole', () => {
    const issue = smallIssue();
    const other = copy(setMasthead(setHeadline(issue, 's1', '另一个标题').issue, { number: 44 }).issue);
    const edited = replaceIssue(issue, other, '恢复版本“初版”');
    expect(edited.issue).toEqual(other);
    expect(edited.name).toBe('恢复版本“初版”');
    expect(applyPatches(issue, copy(edited.patches))).toEqual(other);
    expect(undo(record(EMPTY_HISTORY, edited), edited.issue)?.issue).toEqual(issue);
  });

  it('replaces only the fields that differ, and keeps the values of what is the same', () => {
    const issue = smallIssue();
    const other = copy(setHeadline(issue, 's1', '另一个标题').issue);
    const edited = replaceIssue(issue, other, '恢复');
    expect(edited.patches.map(({ path }) => path)).toEqual([['stories']]);
    expect(edited.issue.pages).toBe(issue.pages);
    expect(edited.issue.publication).toBe(issue.publication);
    const others = issue.stories.filter(({ id }) => id !== 's1');
    expect(others.length).toBeGreaterThan(0);
    for (const story of others) expect(edited.issue.stories).toContain(story);
  });

  it('is no edit where both are the same', () => {
    const issue = smallIssue();
    const edited = replaceIssue(issue, copy(issue), '恢复');
    expect(edited.patches).toEqual([]);
    expect(edited.issue).toBe(issue);
  });
});
