import { describe, expect, it } from 'vitest';
import {
  BASELINE,
  baselineY,
  boxRect,
  columnX,
  divideChars,
  joinedChars,
  lineY,
  typeArea,
  unequalColumns,
} from '../../../core/makeup/column-grid.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { hao, mm } from '../../../core/units.ts';

/* The figures of docs/typesetting.md §6. */
const BROADSHEET = formatOf(SHANGJIE_SHIBAO, '对开');
const TABLOID = formatOf(SHANGJIE_SHIBAO, '四开');
const BODY = hao('小五');

describe('joined basic columns', () => {
  it('hold 27, 41 and 69 characters in 对开 (2, 3 and 5 of 13)', () => {
    expect([1, 2, 3, 5].map((n) => joinedChars(BROADSHEET, n))).toEqual([13, 27, 41, 69]);
  });

  it('hold 23, 35, 47 and 59 in 四开 (2 to 5 of 11)', () => {
    expect([1, 2, 3, 4, 5].map((n) => joinedChars(TABLOID, n))).toEqual([11, 23, 35, 47, 59]);
  });

  it('of six columns hold 24 characters of 小初 in 对开 and 21 in 四开', () => {
    const chars = (format: typeof BROADSHEET) => (joinedChars(format, 6) * BODY) / hao('小初');
    expect(Math.floor(chars(BROADSHEET))).toBe(24);
    expect(Math.floor(chars(TABLOID))).toBe(21);
  });
});

/** Characters of each text column, and the gaps between them. */
const divided = (joined: number, columns: number, remainder: 'gaps' | 'columns') => {
  const found = divideChars(joined, 1, columns, remainder);
  return {
    chars: found.map((column) => column.chars),
    gaps: found.slice(1).map((column, i) => column.left - found[i]!.left - found[i]!.chars),
  };
};

describe('re-divided columns (破栏)', () => {
  it('of three into two hold 20 characters: (41 − 1) / 2', () => {
    for (const remainder of ['gaps', 'columns'] as const)
      expect(divided(joinedChars(BROADSHEET, 3), 2, remainder)).toEqual({ chars: [20, 20], gaps: [1] });
  });

  it('of five into three hold 22 with a remainder of 1: both gaps half a character wider', () => {
    expect(divided(joinedChars(BROADSHEET, 5), 3, 'gaps')).toEqual({ chars: [22, 22, 22], gaps: [1.5, 1.5] });
  });

  it('of five into three hold 22, 22 and 23 where the columns take the remainder', () => {
    expect(divided(joinedChars(BROADSHEET, 5), 3, 'columns')).toEqual({ chars: [22, 22, 23], gaps: [1, 1] });
  });

  it('are the basic columns where the number is the span', () => {
    for (const format of [BROADSHEET, TABLOID])
      for (let span = 1; span <= format.columns; span++)
        expect(divided(joinedChars(format, span), span, 'gaps')).toEqual({
          chars: Array(span).fill(format.columnChars),
          gaps: Array(span - 1).fill(1),
        });
  });

  it('fill the span exactly, in whole characters, with gaps no narrower than the grid’s', () => {
    for (let joined = 11; joined <= 110; joined++)
      for (let columns = 1; columns <= 9; columns++)
        for (const remainder of ['gaps', 'columns'] as const) {
          const { chars, gaps } = divided(joined, columns, remainder);
          expect(chars.every((n) => Number.isInteger(n) && n >= 4)).toBe(true);
          expect(Math.max(...chars) - Math.min(...chars)).toBeLessThanOrEqual(1);
          for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1 - 1e-9);
          expect([...chars, ...gaps].reduce((sum, n) => sum + n, 0)).toBeCloseTo(joined, 9);
        }
  });

  it('are refused where there are none', () => {
    expect(() => divideChars(13, 1, 0)).toThrow('no columns');
  });
});

describe('columns of unequal width', () => {
  it('hold what they are given, with the rest in the gaps', () => {
    expect(unequalColumns(41, 1, [13, 27])).toEqual([
      { left: 0, chars: 13 },
      { left: 14, chars: 27 },
    ]);
    expect(unequalColumns(41, 1, [12, 12, 12])?.map((column) => column.left)).toEqual([0, 14.5, 29]);
  });

  it('are none where they do not fit', () => {
    expect(unequalColumns(41, 1, [20, 21])).toBeNull();
    expect(unequalColumns(41, 1, [3, 30])).toBeNull();
  });
});

describe('the body lines', () => {
  it('of 对开 are 123 of 11.25 pt, so that the page holds 12,792 characters', () => {
    expect([BROADSHEET.pitch, BROADSHEET.lines]).toEqual([11.25, 123]);
    expect(BROADSHEET.columns * BROADSHEET.columnChars * BROADSHEET.lines).toBe(12_792);
  });

  it('stand one pitch apart in every column, the em box at the top of its pitch', () => {
    for (let line = 0; line < BROADSHEET.lines; line++) {
      expect(lineY(BROADSHEET, line)).toBeCloseTo(BROADSHEET.origin.y + line * 11.25, 9);
      expect(baselineY(BROADSHEET, line) - lineY(BROADSHEET, line)).toBeCloseTo(BODY * BASELINE, 9);
    }
  });

  it('end within the type area’s height of 490 mm', () => {
    const area = typeArea(BROADSHEET);
    expect(area.height).toBeLessThanOrEqual(mm(490));
    expect(area.height).toBeGreaterThan(mm(490) - BROADSHEET.pitch);
  });
});

describe('the type area', () => {
  it('is 352.4 mm wide in 对开 and 225.4 mm in 四开, with equal side margins', () => {
    for (const [format, width] of [
      [BROADSHEET, 352.4],
      [TABLOID, 225.4],
    ] as const) {
      const area = typeArea(format);
      expect(Math.abs(area.width - mm(width))).toBeLessThan(mm(0.05));
      expect(format.trim.width - area.x - area.width).toBeCloseTo(area.x, 9);
    }
    expect(Math.abs(typeArea(BROADSHEET).x - mm(18.8))).toBeLessThan(mm(0.05));
  });

  it('ends with its last column, and a box with its last line’s pitch', () => {
    const area = typeArea(BROADSHEET);
    const last = boxRect(BROADSHEET, { column: 7, span: 1, line: 120, lines: 3 });
    expect(last.x).toBeCloseTo(columnX(BROADSHEET, 7), 9);
    expect(last.x + last.width).toBeCloseTo(area.x + area.width, 9);
    expect(last.y + last.height).toBeCloseTo(lineY(BROADSHEET, 123), 9);
    expect(boxRect(BROADSHEET, { column: 1, span: 3, line: 0, lines: 10 })).toMatchObject({
      width: 41 * BODY,
      height: 112.5,
    });
  });
});
