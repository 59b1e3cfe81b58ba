import { describe, expect, it } from 'vitest';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { firstPagesOf } from '../../../renderer/layout/first-pages.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const box = (column: number, line: number) => ({ column, span: 3, line, lines: 12 });
const paper = () =>
  issue([story('s', '新柳', [900]), story('t', '旧堤', [300]), story('u', '晚风', [300])], {
    pages: [
      page([frame('a', 's', box(0, 20), { next: 'b' }), frame('c', 't', box(3, 20))]),
      page([frame('b', 's', box(0, 10), { headLines: 0 }), frame('d', 'u', box(3, 10))], '综合'),
    ],
  });

describe('the layout of the first page alone', () => {
  it('is the first page of the whole layout, jump lines and all', () => {
    const one = paper();
    const [first] = layOutIssue(firstPagesOf(one, 1), fonts).displayList.pages;
    const [whole] = layOutIssue(one, fonts).displayList.pages;
    expect(first).toEqual(whole);
    expect(JSON.stringify(whole)).toContain('下转');
  });

  it('leaves out what the first page does not show', () => {
    const frames = firstPagesOf(paper(), 1).pages.flatMap((p) => p.frames.map((f) => f.id));
    expect(frames).toEqual(['a', 'c', 'b']);
  });

  it('gains the stories of each further page until it is the issue', () => {
    expect(firstPagesOf(paper(), 2).pages.flatMap((p) => p.frames.map((f) => f.id))).toEqual([
      'a',
      'c',
      'b',
      'd',
    ]);
    const one = paper();
    expect(firstPagesOf(one, 2)).toBe(one);
  });

  it('is the issue itself where the first page shows all', () => {
    const one = issue([story('s', '新柳', [300])], { pages: [page([frame('a', 's', box(0, 20))])] });
    expect(firstPagesOf(one, 1)).toBe(one);
  });
});
