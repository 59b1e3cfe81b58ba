import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as edits from '../../../core/issue/edits.ts';
import {
  EMPTY_HISTORY,
  endGroup,
  type History,
  record,
  redo,
  redoLabel,
  undo,
  undoLabel,
} from '../../../core/issue/history.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { choices, randomEdit } from './random-edit.ts';
import { smallIssue } from './small-issue.ts';

/** Undoes or redoes all there is; the issue and how many steps it took. */
const all = (move: typeof undo, history: History, issue: Issue) => {
  let steps = 0;
  let at = { history, issue };
  for (;;) {
    const next = move(at.history, at.issue);
    if (!next) return { ...at, steps };
    at = { history: next.history, issue: next.issue };
    steps++;
  }
};

describe('history', () => {
  it('undoes any sequence of edits to the start and redoes it to the end, however it was grouped', () => {
    fc.assert(
      fc.property(
        choices(40),
        fc.array(fc.constantFrom(null, 'a', 'b', 'end'), { minLength: 40, maxLength: 40 }),
        (list, groups) => {
          const start = smallIssue();
          let issue: Issue = start;
          let history = EMPTY_HISTORY;
          for (const [index, choice] of list.entries()) {
            const group = groups[index]!;
            if (group === 'end') history = endGroup(history);
            const edit = randomEdit(issue, choice);
            if (!edit) continue;
            issue = edit.issue;
            history = record(history, edit, group === 'end' ? null : group);
          }
          const back = all(undo, history, issue);
          expect(back.issue).toEqual(start);
          const forth = all(redo, back.history, back.issue);
          expect(forth.issue).toEqual(issue);
          expect(forth.steps).toBe(back.steps);
          expect(all(undo, forth.history, forth.issue).issue).toEqual(start);
        },
      ),
      { numRuns: 200, seed: 958 },
    );
  });

  it('takes a burst of typing as one step, and a pause as its end', () => {
    let issue: Issue = smallIssue();
    let history = EMPTY_HISTORY;
    const type = (text: string) => {
      const edit = edits.setParagraphText(issue, 's2', 1, issue.stories[1]!.paragraphs[1]!.text + text);
      issue = edit.issue;
      history = record(history, edit, 'type s2 1');
    };
    for (const letter of '一块钱坐到底') type(letter);
    expect(history.done!.step.patches).toHaveLength(1);
    history = endGroup(history);
    type('。');
    expect(undoLabel(history)).toBe('撤销“修改文字”');
    const once = undo(history, issue)!;
    expect(once.issue.stories[1]!.paragraphs[1]!.text).toBe('招手就停。一块钱坐到底');
    const twice = undo(once.history, once.issue)!;
    expect(twice.issue).toEqual(smallIssue());
    expect(undo(twice.history, twice.issue)).toBeNull();
    expect(redoLabel(twice.history)).toBe('重做“修改文字”');
    expect(redo(twice.history, twice.issue)!.issue.stories[1]!.paragraphs[1]!.text).toBe(
      '招手就停。一块钱坐到底',
    );
  });

  it('forgets what was undone when something else is done', () => {
    const issue = smallIssue();
    const one = edits.setHeadline(issue, 's1', '甲');
    const history = record(EMPTY_HISTORY, one);
    const back = undo(history, one.issue)!;
    const other = record(back.history, edits.setHeadline(back.issue, 's1', '乙'));
    expect(redo(other, issue)).toBeNull();
    expect(redoLabel(other)).toBeNull();
  });

  it('does not remember an edit that changed nothing, and keeps what can be redone', () => {
    const issue = smallIssue();
    const one = edits.setHeadline(issue, 's1', '甲');
    const back = undo(record(EMPTY_HISTORY, one), one.issue)!;
    expect(record(back.history, edits.setHeadline(back.issue, 's1', '湖畔新馆开门'))).toBe(back.history);
  });

  it('remembers twenty thousand edits without slowing down', () => {
    let issue: Issue = smallIssue();
    let history = EMPTY_HISTORY;
    for (let n = 1; n <= 20_000; n++) {
      const edit = edits.setMasthead(issue, { number: n });
      issue = edit.issue;
      history = record(history, edit);
    }
    const back = all(undo, history, issue);
    expect(back.issue).toEqual(smallIssue());
    expect(back.steps).toBe(20_000);
  });
});
