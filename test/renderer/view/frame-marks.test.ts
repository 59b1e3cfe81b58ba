import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import type { DisplayItem, DisplayPage } from '../../../core/display/display-list.ts';
import { BLACK } from '../../../core/display/display-list.ts';
import { jumpMarks } from '../../../renderer/pasteboard/frame-marks.ts';

const run = (text: string, y: number, source: DisplayItem['source'] = null): DisplayItem => ({
  kind: 'glyphs',
  face: 'kai-400',
  size: 9,
  ink: BLACK,
  text,
  xs: [...text].map((_, i) => i * 9),
  y,
  role: 'jump-line',
  source,
  frame: 'f1',
});

const pageOf = (...part: DisplayItem[]): DisplayPage => ({
  number: 1,
  name: '要闻',
  width: 100,
  height: 100,
  items: part,
  parts: [part],
});

describe('jump marks', () => {
  it('are one a line, whichever runs it is set in', () => {
    const marks = jumpMarks(
      pageOf(run('（上接', 10), run('一版）', 10), run('（下转三版）', 90)),
      new Cache(),
    );
    expect(marks.map(({ end }) => end)).toEqual(['from', 'to']);
  });

  it('are none of the small head over a continuation, which is the headline again', () => {
    const head = {
      story: 's1',
      part: 'headline',
      paragraph: 0,
      from: 0,
      to: 4,
      line: { from: 0, to: 4, wrapped: false },
    } as const;
    const marks = jumpMarks(
      pageOf(run('河堤路', 10, head), run('翻修完工', 20, head), run('（下转三版）', 90)),
      new Cache(),
    );
    expect(marks.map(({ end }) => end)).toEqual(['to']);
  });
});
