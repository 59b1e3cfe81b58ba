/** Which page is the present one: after a selection, after an undo, after a scroll. */
import { describe, expect, it } from 'vitest';
import { addPage, movePage, removePage } from '../../../core/issue/edits.ts';
import { EMPTY_STAFF } from '../../../core/issue/issue.ts';
import { goalNow, pageInView, pasteboard } from '../../../renderer/pasteboard/pasteboard.ts';
import { pageOfSelection, presentAfter } from '../../../renderer/state/present-page.ts';
import { NOTHING, stillThere } from '../../../renderer/state/selection-store.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const one = smallIssue();
const empty = { name: '', staff: EMPTY_STAFF, frames: [] };
const issue = addPage(addPage(one, { ...empty, name: '新一' }).issue, { ...empty, name: '新二' }).issue;
const count = issue.pages.length;

describe('the page that a selection stands on', () => {
  const first = issue.pages[0]!.frames[0]!;

  it('is the selected page’s, head’s, frame’s or text’s own', () => {
    expect(pageOfSelection(issue.pages, { kind: 'page', page: 2 }, 0)).toBe(2);
    expect(pageOfSelection(issue.pages, { kind: 'frame', frame: first.id }, 2)).toBe(0);
    const at = { story: first.story, part: 'body', paragraph: 0, offset: 0 } as const;
    const text = { kind: 'text', anchor: at, focus: at, affinity: 'before' } as const;
    expect(pageOfSelection(issue.pages, text, 2)).toBe(0);
    expect(pageOfSelection(issue.pages, { kind: 'story', story: first.story }, 2)).toBeNull();
    expect(pageOfSelection(issue.pages, NOTHING, 2)).toBeNull();
  });

  it('is the last one where its page is gone', () => {
    expect(stillThere(one, { kind: 'page', page: count - 1 })).toEqual({
      kind: 'page',
      page: one.pages.length - 1,
    });
  });
});

describe('the present page after an undo', () => {
  const { pages } = issue;

  it('is the page that came back', () => {
    const without = removePage(issue, 1).issue.pages;
    expect(presentAfter(without, pages, 0)).toBe(1);
  });

  it('stays the same page where another was taken out or moved', () => {
    expect(presentAfter(pages, removePage(issue, 0).issue.pages, 2)).toBe(1);
    expect(presentAfter(pages, movePage(issue, 0, 2).issue.pages, 0)).toBe(2);
    expect(presentAfter(pages, movePage(issue, 0, 2).issue.pages, 2)).toBe(1);
  });

  it('is the one in its place where it is gone, never past the last', () => {
    expect(presentAfter(pages, removePage(issue, count - 1).issue.pages, count - 1)).toBe(count - 2);
    expect(presentAfter(pages, removePage(issue, 1).issue.pages, 1)).toBe(1);
  });

  it('stays where a page was edited', () => {
    expect(presentAfter(pages, [pages[0]!, { ...pages[1]!, name: '别' }, ...pages.slice(2)], 1)).toBe(1);
  });
});

describe('the present page after a scroll', () => {
  const board = pasteboard({ width: 100, height: 100 }, 3, 1, 400);
  const window = { x: 0, y: 0, width: 400, height: 150 };
  const step = board.sheets[1]!.y - board.sheets[0]!.y;

  it('is the one in the middle', () => {
    expect(pageInView(board, { ...window, y: step }, null)).toBe(1);
  });

  it('stays the one that is selected as long as a third of the window shows it', () => {
    expect(pageInView(board, { ...window, y: 0.6 * step }, 0)).toBe(0);
    expect(pageInView(board, { ...window, y: 0.9 * step }, 0)).toBe(1);
  });
});

describe('pages that come back into the window', () => {
  it('show what was asked for last, or the present page where that is another by now', () => {
    const goal = { page: 1, at: { x: 10, y: 20 } };
    expect(goalNow(goal, 1)).toBe(goal);
    expect(goalNow(goal, 0)).toEqual({ page: 0, at: null });
  });
});
