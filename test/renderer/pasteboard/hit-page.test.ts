import { describe, expect, it } from 'vitest';
import type { FrameMark } from '../../../renderer/pasteboard/frame-marks.ts';
import { hitPage, type PageTargets } from '../../../renderer/pasteboard/hit-page.ts';

const frame = (id: string, x: number, y: number, width = 100, height = 100): FrameMark => ({
  id,
  story: `story of ${id}`,
  title: '',
  rect: { x, y, width, height },
  columns: 1,
  lines: 8,
  overset: 0,
  oversetCharacters: 0,
  free: 0,
  overlaps: false,
  misfits: false,
});

const page: PageTargets = {
  frames: [frame('a', 0, 100), frame('b', 100, 100), frame('c', 60, 150)],
  pictures: [{ frame: 'b', index: 2, rect: { x: 120, y: 110, width: 40, height: 30 } }],
  jumps: [{ frame: 'a', end: 'to', rect: { x: 10, y: 190, width: 40, height: 9 } }],
  fields: [
    { field: 'nameplate', rect: { x: 50, y: 10, width: 100, height: 40 }, size: 40 },
    { field: 'number', rect: { x: 60, y: 20, width: 20, height: 9 }, size: 9 },
    { field: 'imprint', rect: { x: 0, y: 400, width: 80, height: 8 }, size: 8 },
  ],
  head: { x: 0, y: 0, width: 200, height: 90 },
};
const none = new Set<string>();
const hit = (x: number, y: number, preferred: ReadonlySet<string> = none, scale = 1) =>
  hitPage(page, { x, y }, preferred, scale);

describe('what lies under the pointer', () => {
  it('is the frame on top where two overlap, or the selected one', () => {
    expect(hit(70, 160)).toEqual({ kind: 'frame', frame: 'c', onBorder: false });
    expect(hit(70, 160, new Set(['a']))).toEqual({ kind: 'frame', frame: 'a', onBorder: false });
  });

  it('is a picture or a jump line before the frame that it is in', () => {
    expect(hit(130, 120)).toEqual({ kind: 'picture', frame: 'b', index: 2 });
    expect(hit(20, 195)).toEqual({ kind: 'jump', frame: 'a', end: 'to' });
  });

  it('is the border of a selected frame, within and around it, as wide on screen at all zooms', () => {
    const own = new Set(['a']);
    expect(hit(1, 120, own)).toMatchObject({ frame: 'a', onBorder: true });
    expect(hit(103, 120, own)).toMatchObject({ frame: 'a', onBorder: true });
    expect(hit(105, 120, own)).toMatchObject({ frame: 'b' });
    expect(hit(103, 120, own, 4)).toMatchObject({ frame: 'b' });
    expect(hit(110, 120, own, 0.25)).toMatchObject({ frame: 'a', onBorder: true });
    expect(hit(1, 120)).toMatchObject({ onBorder: false });
  });

  it('is the smallest field of the head, the head itself, or a field at the foot', () => {
    expect(hit(65, 25)).toEqual({ kind: 'head', field: 'number' });
    expect(hit(140, 40)).toEqual({ kind: 'head', field: 'nameplate' });
    expect(hit(190, 80)).toEqual({ kind: 'head', field: null });
    expect(hit(10, 404)).toEqual({ kind: 'head', field: 'imprint' });
  });

  it('is the page where there is nothing', () => {
    expect(hit(20, 300)).toEqual({ kind: 'page' });
  });
});
