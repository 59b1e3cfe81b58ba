import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  anchorOnPage,
  pageInMiddle,
  pagePointIn,
  pagesToDraw,
  pagesWithin,
  pasteboard,
  scrollToAnchor,
  scrollToGoal,
} from '../../../renderer/pasteboard/pasteboard.ts';
import { PAGE_MARGIN } from '../../../renderer/state/zoom.ts';

/** At zoom 1 a page is 400 × 600 pixels. */
const PAGE = { width: 300, height: 450 };
const STEP = 600 + PAGE_MARGIN;
const at = (y: number, x = 0) => ({ x, y, width: 800, height: 500 });
const board = (zoom = 1, count = 16) => pasteboard(PAGE, count, zoom, 800);

describe('the pasteboard', () => {
  it('stacks the pages under one another, each in the middle', () => {
    expect(board().sheets[0]).toEqual({ x: 200, y: PAGE_MARGIN, width: 400, height: 600 });
    expect(board().sheets[2]!.y).toBe(PAGE_MARGIN + 2 * STEP);
  });

  it('keeps the margin beside a page that is wider than the view', () => {
    expect(board(4).sheets[0]!.x).toBe(PAGE_MARGIN);
  });

  it('draws only pages near the window, of sixteen at most three', () => {
    for (let y = 0; y < 15 * STEP; y += 37) {
      const { soon } = pagesToDraw(board(), at(y), { first: 0, last: 0 });
      expect(soon.last - soon.first).toBeLessThan(3);
    }
  });

  it('draws every page that is in the window at once', () => {
    for (let y = 0; y < 15 * STEP; y += 37) {
      const { now } = pagesToDraw(board(), at(y), { first: 0, last: 0 });
      const seen = pagesWithin(board(), at(y), 0);
      expect(now.first).toBeLessThanOrEqual(seen.first);
      expect(now.last).toBeGreaterThanOrEqual(seen.last);
    }
  });

  it('keeps a neighbour that was drawn as long as it is near, and lets go what is far', () => {
    const y = PAGE_MARGIN + 4 * STEP + 300;
    expect(pagesToDraw(board(), at(y), { first: 4, last: 5 }).now).toEqual({ first: 4, last: 5 });
    expect(pagesToDraw(board(), at(y), { first: 0, last: 1 }).now).toEqual({ first: 4, last: 5 });
    expect(pagesToDraw(board(), at(y), { first: 0, last: 9 }).now.last).toBeLessThan(7);
  });

  it('holds the point under the pointer through any zoom', () => {
    const pointer = { x: 310, y: 120 };
    const window = at(3 * STEP + 77);
    const before = anchorAt(board(), window, pointer);
    for (const zoom of [0.25, 0.9, 2, 8]) {
      const zoomed = board(zoom);
      const to = scrollToAnchor(zoomed, before);
      const after = anchorAt(zoomed, { ...window, ...to }, pointer);
      expect(after.page).toBe(before.page);
      expect(after.across).toBeCloseTo(before.across, 9);
      expect(after.down).toBeCloseTo(before.down, 9);
    }
  });

  it('brings a page to the middle of the window', () => {
    const to = scrollToAnchor(board(), anchorOnPage(5, at(0)));
    expect(pageInMiddle(board(), { ...at(0), ...to })).toBe(5);
    expect(to.y + 250).toBe(board().sheets[5]!.y + 300);
  });

  it('goes to the head of a page', () => {
    expect(scrollToGoal(board(), at(0), 3, null).y).toBe(3 * STEP);
  });

  it('does not move for a point that is well in view, and moves just enough for one that is nearly', () => {
    const window = at(2 * STEP);
    expect(scrollToGoal(board(), window, 2, { x: 150, y: 150 })).toMatchObject({ x: 0, y: window.y });
    const low = scrollToGoal(board(), window, 2, { x: 150, y: 400 });
    expect(low.y - window.y).toBeGreaterThan(0);
    expect(low.y - window.y).toBeLessThan(250);
  });

  it('puts a far point into the middle', () => {
    const { y } = scrollToGoal(board(), at(0), 9, { x: 150, y: 225 });
    expect(y + 250).toBe(board().sheets[9]!.y + 300);
  });

  it('finds the point of a page, and none between the pages', () => {
    expect(pagePointIn(board(2), { x: 24 + 8, y: PAGE_MARGIN + 16 })).toEqual({ page: 0, x: 3, y: 6 });
    expect(pagePointIn(board(), { x: 400, y: PAGE_MARGIN + 610 })).toBeNull();
    expect(pagePointIn(board(), { x: 10, y: 100 })).toBeNull();
  });
});
