/** What a drag would do: the answers from which the ghost is drawn and the drop is made. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import { applyPatches, doOverlap, frameAt } from '../../../core/issue/edits.ts';
import { isOnPage } from '../../../core/issue/frame-grid.ts';
import type { GridBox, Issue } from '../../../core/issue/issue.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { frameTarget, resizedBox, storyTarget, trayEdit } from '../../../renderer/drag/frame-targets.ts';
import { movedPicture, resizedPicture } from '../../../renderer/drag/picture-targets.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const engine = createEngine(fonts);
const at = (one: Issue) => engine.placing(one);
const box = (column: number, line: number, span: number, lines: number): GridBox => ({
  column,
  span,
  line,
  lines,
});

/** 四开: 6 columns, masthead 15 lines. `a` at the left, `b` at the right of it, `c` on page 2. */
const paper = (): Issue =>
  issue(
    [
      story('s', '新柳', [300]),
      story('t', '旧堤', [300]),
      story('u', '晚风', [300]),
      story('v', '稿库里的', [200]),
    ],
    {
      pages: [
        page([frame('a', 's', box(0, 20, 2, 30)), frame('b', 't', box(3, 20, 2, 30))]),
        page([frame('c', 'u', box(0, 10, 3, 20))], '综合'),
      ],
    },
  );
const format = formatOf(paper().publication, '四开');
const boxesOf = (one: Issue) =>
  Object.fromEntries(one.pages.flatMap((p) => p.frames).map((f) => [f.id, f.box]));

describe('a dragged frame', () => {
  it('goes with its corner to the cell, keeping its size where all is free', () => {
    const target = frameTarget(at(paper()), fonts, 'a', 0, { column: 0, line: 55 }, { column: 1, line: 60 })!;
    expect(target.box).toEqual(box(0, 55, 2, 30));
    expect(boxesOf(target.edit.issue).a).toEqual(target.box);
  });

  it('is cut to the free space beside a neighbour instead of lying over it', () => {
    const target = frameTarget(at(paper()), fonts, 'a', 0, { column: 2, line: 20 }, { column: 2, line: 21 })!;
    expect(target.kind).toBe('place');
    expect(target.box).toEqual(box(2, 20, 1, 30));
  });

  it('swaps places with the frame that the pointer is on', () => {
    const target = frameTarget(at(paper()), fonts, 'a', 0, { column: 3, line: 20 }, { column: 4, line: 25 })!;
    expect(target.kind).toBe('swap');
    expect(boxesOf(target.edit.issue)).toMatchObject({ a: box(3, 20, 2, 30), b: box(0, 20, 2, 30) });
  });

  it('swaps across pages', () => {
    const target = frameTarget(at(paper()), fonts, 'a', 1, { column: 0, line: 10 }, { column: 1, line: 12 })!;
    expect(frameAt(target.edit.issue, 'a').page).toBe(1);
    expect(frameAt(target.edit.issue, 'c').page).toBe(0);
  });

  it('has nowhere to go over the masthead', () => {
    expect(
      frameTarget(at(paper()), fonts, 'a', 0, { column: 0, line: 2 }, { column: 0, line: 2 }),
    ).toBeNull();
  });

  it('says of the text what the layout then says', () => {
    const target = frameTarget(at(paper()), fonts, 'a', 1, { column: 3, line: 10 }, { column: 4, line: 12 })!;
    const report = layOutPages(target.edit.issue, fonts).reports[1]!.frames.find((f) => f.frame === 'a')!;
    expect(target.fit).toMatchObject({ overset: report.overset, free: report.free });
  });

  it('goes back to the tray whole', () => {
    const { issue: after } = trayEdit(paper(), 'a');
    expect(Object.keys(boxesOf(after))).toEqual(['b', 'c']);
    expect(after.stories).toHaveLength(4);
  });

  it('is taken back by the inverse wherever it went', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b', 'c'),
        fc.nat(1),
        fc.integer({ min: -3, max: 8 }),
        fc.integer({ min: -5, max: 120 }),
        (id, onPage, column, line) => {
          const before = paper();
          const target = frameTarget(at(before), fonts, id, onPage, { column, line }, { column, line });
          if (!target) return;
          const after = target.edit.issue;
          expect(isOnPage(target.box, format)).toBe(true);
          const frames = after.pages[onPage]!.frames;
          for (const one of frames)
            for (const other of frames) if (one !== other) expect(doOverlap(one.box, other.box)).toBe(false);
          expect(applyPatches(after, target.edit.inverse)).toEqual(before);
        },
      ),
    );
  });
});

describe('a story from the tray', () => {
  it('becomes a frame at the cell', () => {
    const target = storyTarget(at(paper()), 'v', 0, { column: 0, line: 55 })!;
    expect(target.box).toMatchObject({ column: 0, line: 55 });
    expect(target.fit.overset).toBe(0);
  });

  it('finds no place where a frame stands', () => {
    expect(storyTarget(at(paper()), 'v', 0, { column: 0, line: 25 })).toBeNull();
  });
});

describe('a pulled side', () => {
  const pull = (
    cell: { column: number; line: number },
    sides: Partial<Record<'top' | 'right' | 'bottom' | 'left', boolean>>,
  ) => resizedBox(paper(), 'a', cell, { top: false, right: false, bottom: false, left: false, ...sides });

  it('follows the pointer by columns and lines', () => {
    expect(pull({ column: 2, line: 59 }, { right: true, bottom: true })).toEqual(box(0, 20, 3, 40));
  });
  it('stops at the neighbour', () => {
    expect(pull({ column: 5, line: 49 }, { right: true })).toEqual(box(0, 20, 3, 30));
  });
  it('stops at the masthead', () => {
    expect(pull({ column: 0, line: 3 }, { top: true })).toEqual(
      box(0, format.mastheadLines, 2, 50 - format.mastheadLines),
    );
  });
  it('leaves a column and two lines at least', () => {
    expect(pull({ column: -4, line: 0 }, { right: true, bottom: true })).toEqual(box(0, 20, 1, 2));
  });
  it('never leaves the page', () => {
    expect(pull({ column: 0, line: 500 }, { bottom: true }).lines).toBe(format.lines + 1 - 20);
  });
});

describe('a dragged picture', () => {
  const illustrated = () => {
    const one = paper();
    const own = frame('a', 's', box(0, 20, 3, 30), {
      pictures: [
        { index: 0, box: box(0, 0, 1, 8) },
        { index: 1, box: box(2, 0, 1, 8) },
      ],
    });
    return { ...one, pages: [page([own]), one.pages[1]!] };
  };
  it('moves by text columns and lines within its frame', () => {
    expect(movedPicture(illustrated(), 'a', 0, { columns: 1, lines: 5 })).toEqual(box(1, 5, 1, 8));
    expect(movedPicture(illustrated(), 'a', 0, { columns: -3, lines: -5 })).toEqual(box(0, 0, 1, 8));
  });
  it('does not go where another picture stands', () => {
    expect(movedPicture(illustrated(), 'a', 0, { columns: 2, lines: 0 })).toEqual(box(0, 0, 1, 8));
  });
  it('keeps three lines at least, whichever side is pulled', () => {
    const none = { top: false, right: false, bottom: false, left: false };
    const pulled = (cell: { column: number; line: number }, side: 'top' | 'bottom') =>
      resizedPicture(illustrated(), 'a', 0, cell, { ...none, [side]: true });
    expect(pulled({ column: 0, line: 0 }, 'bottom')).toEqual(box(0, 0, 1, 3));
    expect(pulled({ column: 0, line: 20 }, 'top')).toEqual(box(0, 5, 1, 3));
  });
  it('grows by the side that is pulled', () => {
    const sides = { top: false, right: true, bottom: true, left: false };
    expect(resizedPicture(illustrated(), 'a', 0, { column: 1, line: 11 }, sides)).toEqual(box(0, 0, 2, 12));
    expect(resizedPicture(illustrated(), 'a', 0, { column: 2, line: 11 }, sides)).toEqual(box(0, 0, 1, 8));
  });
});
