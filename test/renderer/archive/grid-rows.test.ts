import { describe, expect, it } from 'vitest';
import { CARD, cardAfter, columnsIn, rowsInView } from '../../../renderer/archive/grid-rows.ts';

describe('the grid of front pages', () => {
  it('has as many columns as fit, and one where none does', () => {
    expect(columnsIn(CARD.width * 5 + 20)).toBe(5);
    expect(columnsIn(40)).toBe(1);
  });

  it('draws the rows in view and one around them', () => {
    expect(rowsInView(0, CARD.height * 2, 100)).toEqual({ first: 0, last: 2 });
    expect(rowsInView(CARD.height * 50 + 10, CARD.height * 2, 100)).toEqual({ first: 49, last: 53 });
    expect(rowsInView(CARD.height * 98, CARD.height * 2, 100)).toEqual({ first: 97, last: 99 });
    expect(rowsInView(0, 500, 0).last).toBe(-1);
  });

  it('goes where the keys lead, and stays within the issues', () => {
    const size = { count: 23, columns: 5, rowsSeen: 3 };
    const from = (key: string, at: number, mod = false) => cardAfter(key, mod, at, size);
    expect(from('ArrowRight', 4)).toBe(5);
    expect(from('ArrowLeft', 0)).toBe(0);
    expect(from('ArrowDown', 3)).toBe(8);
    expect(from('ArrowUp', 3)).toBe(3);
    // The last row is short: from above its end the arrow goes to its last card.
    expect(from('ArrowDown', 19)).toBe(22);
    expect(from('ArrowDown', 21)).toBe(21);
    expect(from('Home', 8)).toBe(5);
    expect(from('End', 8)).toBe(9);
    expect(from('End', 8, true)).toBe(22);
    expect(from('PageDown', 1)).toBe(11);
    expect(from('x', 1)).toBeNull();
  });
});
