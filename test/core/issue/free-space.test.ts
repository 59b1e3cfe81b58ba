import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clippedBox,
  doOverlap,
  firstLine,
  freeAt,
  freeBoxes,
  freeDepths,
  overlapping,
} from '../../../core/issue/edits.ts';
import { isOnPage } from '../../../core/issue/frame-grid.ts';
import type { GridBox, Issue } from '../../../core/issue/issue.ts';
import { frame, PUBLICATION, page, smallIssue, story } from './small-issue.ts';

/** 6 columns of 88 lines and one that hangs; the masthead takes 14, the folio 3. */
const FORMAT = PUBLICATION.formats[0]!;

const withBoxes = (...boxes: readonly GridBox[]): Issue => ({
  ...smallIssue(),
  stories: [story('s1', '湖畔新馆开门', '第一段文字。')],
  pages: [page('要闻', ...boxes.map((box, i) => frame(`f${i + 1}`, 's1', 0, 14, { box })))],
});
const box = (column: number, line: number, span: number, lines: number): GridBox => ({
  column,
  span,
  line,
  lines,
});

const anyBox = fc
  .record({ column: fc.nat(5), line: fc.nat(88), span: fc.nat(5), lines: fc.nat(60) })
  .map(({ column, line, span, lines }) =>
    box(column, line, 1 + (span % (6 - column)), 1 + (lines % (89 - line))),
  );
const anyBoxes = fc.array(anyBox, { maxLength: 6 });

describe('what of a page is free', () => {
  it('begins below the masthead on page 1 and below the folio on the others', () => {
    expect([firstLine(smallIssue(), 0), firstLine(smallIssue(), 1)]).toEqual([14, 3]);
  });

  it('is neither masthead, nor frame, nor beyond the type area', () => {
    const one = smallIssue();
    const free = (column: number, line: number) => freeAt(one, 0, { column, line });
    expect([free(4, 13), free(4, 14), free(4, 87), free(4, 88)]).toEqual([false, true, true, false]);
    expect([free(6, 20), free(-1, 20)]).toEqual([false, false]);
    expect([free(0, 14), free(0, 33), free(0, 34)]).toEqual([false, false, true]);
    expect(freeAt(one, 0, { column: 0, line: 14 }, ['f1'])).toBe(true);
  });

  it('is given as a depth under a cell for each span', () => {
    const one = withBoxes(box(0, 40, 1, 10), box(2, 30, 1, 10), box(4, 20, 1, 40));
    expect(freeDepths(one, 0, { column: 0, line: 20 })).toEqual([20, 20, 10, 10]);
    expect(freeDepths(one, 0, { column: 4, line: 20 })).toEqual([]);
    expect(freeDepths(one, 0, { column: 5, line: 60 })).toEqual([29]);
  });

  it('is the whole page below its head where nothing stands', () => {
    expect(freeBoxes(withBoxes(), 0)).toEqual([box(0, 14, 6, 75)]);
  });

  it('falls into the largest rectangles around a frame, the largest first', () => {
    expect(freeBoxes(withBoxes(box(2, 14, 2, 30)), 0)).toEqual([
      box(0, 44, 6, 45),
      box(0, 14, 2, 75),
      box(4, 14, 2, 75),
    ]);
  });

  it('has no place in the line that only hangs out of the type area', () => {
    expect(freeBoxes(withBoxes(box(0, 14, 6, 74)), 0)).toEqual([]);
  });

  it('is covered by its rectangles: each free, none within another, no free cell left out', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        const one = withBoxes(...boxes);
        const free = freeBoxes(one, 0);
        const within = (a: GridBox, b: GridBox) =>
          a.column >= b.column &&
          a.line >= b.line &&
          a.column + a.span <= b.column + b.span &&
          a.line + a.lines <= b.line + b.lines;
        for (const own of free) {
          expect(isOnPage(own, FORMAT) && own.line >= 14).toBe(true);
          expect(boxes.some((other) => doOverlap(own, other))).toBe(false);
          expect(free.some((other) => other !== own && within(own, other))).toBe(false);
        }
        for (let column = 0; column < 6; column++)
          for (let line = 0; line < 88; line++)
            expect(free.some((own) => doOverlap(own, box(column, line, 1, 1)))).toBe(
              freeAt(one, 0, { column, line }),
            );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a box clipped to free space', () => {
  it('keeps its span and loses height over a neighbour below', () => {
    expect(clippedBox(withBoxes(box(0, 50, 6, 20)), 0, box(0, 20, 4, 40))).toEqual(box(0, 20, 4, 30));
  });

  it('loses span instead where that leaves more of it', () => {
    expect(clippedBox(withBoxes(box(3, 24, 3, 20)), 0, box(0, 20, 4, 40))).toEqual(box(0, 20, 3, 40));
  });

  it('is the wider of two as large', () => {
    expect(clippedBox(withBoxes(box(1, 40, 1, 10)), 0, box(0, 20, 2, 40))).toEqual(box(0, 20, 2, 20));
  });

  it('may lie over the frames excepted, and is none where its corner is taken', () => {
    const one = withBoxes(box(0, 20, 2, 20));
    expect(clippedBox(one, 0, box(1, 30, 2, 20))).toBeNull();
    expect(clippedBox(one, 0, box(1, 30, 2, 20), ['f1'])).toEqual(box(1, 30, 2, 20));
    expect(clippedBox(one, 0, box(4, 10, 2, 20))).toBeNull();
  });

  it('lies within the box wanted, on the page, and over nothing', () => {
    fc.assert(
      fc.property(anyBoxes, anyBox, (boxes, wanted) => {
        const clipped = clippedBox(withBoxes(...boxes), 0, wanted);
        expect(clipped === null).toBe(!freeAt(withBoxes(...boxes), 0, wanted));
        if (!clipped) return;
        expect([clipped.column, clipped.line]).toEqual([wanted.column, wanted.line]);
        expect(clipped.span <= wanted.span && clipped.lines <= wanted.lines).toBe(true);
        expect(isOnPage(clipped, FORMAT)).toBe(true);
        expect(boxes.some((other) => doOverlap(clipped, other))).toBe(false);
      }),
    );
  });
});

describe('frames that overlap', () => {
  it('are found in pairs, and those over the masthead alone', () => {
    const one = withBoxes(box(0, 20, 2, 20), box(2, 20, 2, 20), box(1, 39, 2, 5), box(4, 13, 1, 5));
    expect(overlapping(one, 0)).toEqual({
      pairs: [
        ['f1', 'f3'],
        ['f2', 'f3'],
      ],
      overHead: ['f4'],
    });
    expect(overlapping(smallIssue(), 1)).toEqual({ pairs: [], overHead: [] });
  });
});
