import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import {
  applyPatches,
  cutJump,
  type EditedIssue,
  firstFrameOf,
  frameAt,
  growFrameBy,
  moveFrameBy,
  nextFrameId,
  nextStoryId,
  otherEnd,
  swapFrames,
  threadOf,
  unplaceStory,
} from '../../../core/issue/edits.ts';
import type { FrameId, Issue } from '../../../core/issue/issue.ts';
import { frame, page, smallIssue } from './small-issue.ts';

const ids = (one: Issue) => one.pages.map(({ frames }) => frames.map(({ id }) => id));
const boxOf = (one: Issue, id: FrameId) => frameAt(one, id).frame.box;

/** `s1` on page 1 in two frames, on page 2 and on page 3; `s2` beside it; f9 is a stray of `s1`. */
const longThread = (): Issue => ({
  ...smallIssue(),
  pages: [
    page('要闻', frame('f1', 's1', 0, 14, { next: 'f2' }), frame('f5', 's2', 4, 14)),
    page('综合', frame('f3', 's1', 0, 3, { next: 'f4' }), frame('f9', 's1', 4, 3)),
    page('副刊', frame('f4', 's1', 0, 3)),
  ].map((own, i) =>
    i === 0 ? { ...own, frames: [...own.frames, frame('f2', 's1', 2, 14, { next: 'f3' })] } : own,
  ),
});

const expectSound = (before: Issue, { issue, inverse, patches }: EditedIssue) => {
  expect(brokenInvariant(issue)).toBeNull();
  expect(applyPatches(before, patches)).toEqual(issue);
  expect(applyPatches(issue, inverse)).toEqual(before);
};

describe('a thread', () => {
  it('runs from the first frame that nothing leads to, and leaves strays out', () => {
    const one = longThread();
    expect(firstFrameOf(one, 's1')).toBe('f1');
    expect(threadOf(one, 's1')).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(firstFrameOf(one, 's3')).toBeNull();
    expect(threadOf(one, 's3')).toEqual([]);
  });

  it('has another end of each jump line, and none within a page', () => {
    const one = longThread();
    expect(['f1', 'f2', 'f3', 'f4'].map((id) => otherEnd(one, id, 'to'))).toEqual([null, 'f3', 'f4', null]);
    expect(['f1', 'f2', 'f3', 'f4'].map((id) => otherEnd(one, id, 'from'))).toEqual([null, null, 'f2', 'f3']);
  });
});

describe('cutting a jump', () => {
  it('takes out all that follows on other pages, from any frame of the page that it leaves', () => {
    const one = longThread();
    for (const id of ['f1', 'f2']) {
      const cut = cutJump(one, id);
      expect(cut.name).toBe('取消转版');
      expect(ids(cut.issue)).toEqual([['f1', 'f5', 'f2'], ['f9'], []]);
      expect(threadOf(cut.issue, 's1')).toEqual(['f1', 'f2']);
      expectSound(one, cut);
    }
    expect(ids(cutJump(one, 'f3').issue)).toEqual([['f1', 'f5', 'f2'], ['f3', 'f9'], []]);
  });

  it('undoes the jump that led there when it is asked of the last page', () => {
    expect(threadOf(cutJump(longThread(), 'f4').issue, 's1')).toEqual(['f1', 'f2', 'f3']);
  });

  it('does nothing to a frame that does not jump', () => {
    const one = longThread();
    expect(cutJump(one, 'f5')).toMatchObject({ issue: one, patches: [] });
  });
});

describe('a story sent back to the tray', () => {
  it('loses all its frames, strays too, and nothing else', () => {
    const one = longThread();
    const back = unplaceStory(one, 's1');
    expect(back.name).toBe('退回稿库');
    expect(ids(back.issue)).toEqual([['f5'], [], []]);
    expect(back.issue.stories).toBe(one.stories);
    expectSound(one, back);
  });
});

describe('two frames that swap places', () => {
  it('exchange boxes, pages and places in the reading order', () => {
    const one = smallIssue();
    const swapped = swapFrames(one, 'f2', 'f3');
    expect(swapped.name).toBe('交换版位');
    expect(ids(swapped.issue)).toEqual([
      ['f1', 'f3'],
      ['f2', 'f4'],
    ]);
    expect(boxOf(swapped.issue, 'f2')).toEqual(boxOf(one, 'f3'));
    expect(boxOf(swapped.issue, 'f3')).toEqual(boxOf(one, 'f2'));
    expect(threadOf(swapped.issue, 's1')).toEqual(['f1', 'f3']);
    expectSound(one, swapped);
  });

  it('follow the other span with their columns, and keep their pictures within the other box', () => {
    const one = smallIssue();
    const low = { column: 2, span: 3, line: 14, lines: 6 };
    const wide = { ...one, pages: [{ ...one.pages[0]! }, one.pages[1]!] };
    wide.pages[0] = {
      ...one.pages[0]!,
      frames: [one.pages[0]!.frames[0]!, { ...one.pages[0]!.frames[1]!, box: low, columns: 3 }],
    };
    const { issue } = swapFrames(wide, 'f1', 'f2');
    expect(frameAt(issue, 'f1').frame).toMatchObject({ box: low, columns: 3, headLines: 4 });
    expect(frameAt(issue, 'f1').frame.pictures.map((picture) => picture.box)).toEqual([
      { column: 0, span: 2, line: 0, lines: 6 },
    ]);
    expect(frameAt(issue, 'f2').frame).toMatchObject({ columns: 2, headLines: 4 });
  });

  it('stand where they stood after they swapped twice', () => {
    const frames = ['f1', 'f2', 'f3', 'f4', 'f5', 'f9'];
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.constantFrom(...frames), (a, b) => {
        const one = longThread();
        const once = swapFrames(one, a, b);
        expectSound(one, once);
        const twice = swapFrames(once.issue, a, b).issue;
        expect(ids(twice)).toEqual(ids(one));
        for (const id of frames) expect(boxOf(twice, id)).toEqual(boxOf(one, id));
      }),
    );
  });
});

describe('a step of the arrow keys', () => {
  it('moves a frame by a column or a line, and ends at the edges without a patch', () => {
    const one = smallIssue();
    const right = moveFrameBy(one, 'f2', { columns: 1, lines: 2 });
    expect(boxOf(right.issue, 'f2')).toMatchObject({ column: 3, line: 16 });
    expect(moveFrameBy(one, 'f1', { columns: -1, lines: 0 })).toMatchObject({ issue: one, patches: [] });
    /* Line 14 is the first below the masthead; 69 the last at which 20 lines stand on the page. */
    expect(moveFrameBy(one, 'f1', { columns: 0, lines: -1 }).patches).toEqual([]);
    expect(boxOf(moveFrameBy(one, 'f1', { columns: 0, lines: 99 }).issue, 'f1').line).toBe(69);
  });

  it('resizes a frame, but never below its head', () => {
    const one = smallIssue();
    const grown = growFrameBy(one, 'f2', { columns: 1, lines: -5 });
    expect(frameAt(grown.issue, 'f2').frame).toMatchObject({ box: { span: 3, lines: 15 }, columns: 3 });
    expect(frameAt(growFrameBy(one, 'f2', { columns: 0, lines: -99 }).issue, 'f2').frame).toMatchObject({
      box: { lines: 6 },
      headLines: 4,
    });
    expect(growFrameBy(one, 'f4', { columns: 9, lines: 999 }).issue.pages[1]!.frames[1]!.box).toEqual({
      column: 2,
      span: 4,
      line: 3,
      lines: 86,
    });
    expect(growFrameBy(grown.issue, 'f2', { columns: 0, lines: 0 }).patches).toEqual([]);
  });

  it('keeps every issue whole and can be taken back', () => {
    const step = fc.record({
      columns: fc.integer({ min: -7, max: 7 }),
      lines: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(fc.constantFrom('f1', 'f2', 'f3', 'f4'), step, (id, by) => {
        expectSound(smallIssue(), moveFrameBy(smallIssue(), id, by));
        expectSound(smallIssue(), growFrameBy(smallIssue(), id, by));
      }),
    );
  });
});

describe('a new id', () => {
  it('is the first number above all in use, whatever else is there', () => {
    const one = smallIssue();
    expect([nextFrameId(one), nextStoryId(one)]).toEqual(['f5', 's4']);
    const odd = { ...one, pages: [page('要闻', frame('f7', 's1', 0, 14), frame('feature', 's2', 2, 14))] };
    expect(nextFrameId(odd)).toBe('f8');
    expect(nextFrameId({ ...one, pages: [] })).toBe('f1');
  });
});
