import { describe, expect, it } from 'vitest';
import { fillColumns } from '../../../core/makeup/fill-columns.ts';
import type { GalleyLine } from '../../../core/typeset/galley.ts';

/** One letter a line: `f` first of a paragraph, `m` middle, `l` last, `o` only, `s` subhead. */
const lines = (pattern: string): GalleyLine[] =>
  [...pattern].map((kind, i) => ({
    parts: [],
    first: kind === 'f' || kind === 'o' || kind === 's',
    last: kind === 'l' || kind === 'o' || kind === 's',
    keepWithNext: kind === 's',
    keepWithPrevious: kind === 'b',
    withinItem: kind === 'i',
    start: { passage: 0, offset: i },
  }));
const columns = (count: number, rows: number) =>
  Array.from({ length: count }, () => Array.from({ length: rows }, (_, row) => row));

describe('columns of a frame', () => {
  it('are balanced to within a line', () => {
    const { counts } = fillColumns(lines('fmmmmmmmmmmmml'), 0, columns(3, 6));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('do not open with a paragraph’s last line nor close with a first one where there is room', () => {
    expect(fillColumns(lines('fmmmlfmmml'), 0, columns(2, 6)).counts).toEqual([5, 5]);
    /* Even shares would leave the first line of the second paragraph behind. */
    expect(fillColumns(lines('fmmlfmmmml'), 0, columns(2, 6)).counts).toEqual([6, 4]);
  });

  it('keep an item whole and a byline with what it closes where there is room', () => {
    expect(fillColumns(lines('oioioi'), 0, columns(2, 4))).toMatchObject({ counts: [4, 2], torn: 0 });
    expect(fillColumns(lines('fmmlbfml'), 0, columns(2, 5))).toMatchObject({ counts: [5, 3], torn: 0 });
    expect(fillColumns(lines('oioi'), 0, columns(4, 1))).toMatchObject({ torn: 2 });
  });

  it('hold as much as they can and say what is over', () => {
    expect(fillColumns(lines('fmmmmmmml'), 0, columns(2, 3))).toMatchObject({
      counts: [3, 3],
      overset: 3,
      free: 0,
      torn: 0,
    });
  });

  it('do not leave a subhead behind where the story goes on elsewhere', () => {
    expect(fillColumns(lines('fmmmlsfml'), 0, columns(2, 3))).toMatchObject({
      counts: [3, 2],
      overset: 4,
      free: 1,
      torn: 0,
    });
  });
});
