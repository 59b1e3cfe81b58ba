/** What a page says instead of hiding it: frames that no thread reaches, characters that no face has, dark tints. */

import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { placeFrame, threadFrame } from '../../../core/issue/edits.ts';
import { type Frame, type Issue, PLAIN_FRAME, type Story } from '../../../core/issue/issue.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { fonts } from '../typeset/fonts.ts';
import { frame, issue, page, story } from './issue-builder.ts';

const box = (column: number, line = 3): Frame['box'] => ({ column, span: 2, line, lines: 12 });
const onPageTwo = (own: Story, frames: readonly Frame[], more: Partial<Issue> = {}) =>
  issue([own], { pages: [page([]), page(frames, '综合')], ...more });
const problems = (one: Issue, kind: string) =>
  layOutPages(one, fonts).problems.filter((problem) => problem.kind === kind);

describe('a second frame of a story that nothing leads to', () => {
  const own = story('s1', '河堤公园补种柳树', [400]);
  const one = onPageTwo(own, [
    frame('f1', 's1', box(0)),
    frame('f2', 's1', box(2), { border: 'box', next: 'f3' }),
    frame('f3', 's1', box(4)),
  ]);

  it('is shown empty and reported, with all that follows it', () => {
    const { reports } = layOutPages(one, fonts);
    expect(reports[1]!.frames.map(({ frame: id, lines }) => [id, lines > 0])).toEqual([
      ['f1', true],
      ['f2', false],
      ['f3', false],
    ]);
    expect(reports[1]!.frames[1]).toMatchObject({ lines: 0, overset: 0 });
    expect(reports[1]!.frames[1]!.free).toBeGreaterThan(0);
    expect(problems(one, 'unthreaded-frame')).toEqual([
      expect.objectContaining({
        severity: 'error',
        message:
          '第2版有一个版位没有接在《河堤公园补种柳树》的串接里，里面空着：请把它串接到这篇稿件的版位之后，或删除它。',
        page: 2,
        story: 's1',
        frame: 'f2',
      }),
      expect.objectContaining({ frame: 'f3' }),
    ]);
    const items = layOutIssue(one, fonts).displayList.pages[1]!.items;
    const [, ...others] = items.filter((item) => item.frame === 'f2').map((item) => item.kind);
    expect(others.every((kind) => kind === 'rect')).toBe(true);
  });

  it('is no fault any more once the thread reaches it, and one again when that is cut', () => {
    const cache = new Cache();
    const found = (at: Issue) =>
      layOutPages(at, fonts, cache)
        .problems.filter(({ kind }) => kind === 'unthreaded-frame')
        .map((problem) => problem.frame);
    const joined = threadFrame(one, 'f1', 'f2').issue;
    expect(found(one)).toEqual(['f2', 'f3']);
    expect(found(joined)).toEqual([]);
    expect(found(threadFrame(joined, 'f2', null).issue)).toEqual(['f3']);
    const placed = placeFrame(joined, 1, frame('f4', 's1', box(0, 40))).issue;
    expect(found(placed)).toEqual(['f4']);
  });

  it('takes the headline of the story as it is now', () => {
    const cache = new Cache();
    layOutPages(one, fonts, cache);
    const renamed = { ...one, stories: [{ ...own, headline: '新路灯下月亮起来' }] };
    expect(layOutPages(renamed, fonts, cache).problems.map(({ message }) => message)).toContain(
      '第2版有一个版位没有接在《新路灯下月亮起来》的串接里，里面空着：请把它串接到这篇稿件的版位之后，或删除它。',
    );
    expect(layOutPages(renamed, fonts, cache)).toEqual(layOutPages(renamed, fonts));
  });
});

describe('a character that no face has', () => {
  const ODD = '\u{10fffd}';
  const picture = { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 800, height: 600, name: 'w.jpg' } as const;
  const vertical = { ...PLAIN_FRAME, head: { place: 'vertical', side: 'right', chars: 8 } } as const;
  it.each<[string, Partial<Story>, Partial<Frame>]>([
    ['a kicker', { kicker: `春${ODD}来` }, {}],
    ['a headline', { headline: `河堤${ODD}` }, {}],
    ['a deck', { deck: `——柳${ODD}` }, {}],
    ['a vertical headline', { headline: `河堤${ODD}公园` }, { style: vertical }],
    [
      'a caption',
      { pictures: [{ picture: picture.id, caption: `新柳${ODD}成行`, credit: '' }] },
      { pictures: [{ index: 0, box: { column: 0, span: 1, line: 0, lines: 5 } }] },
    ],
    [
      'a picture’s credit',
      { pictures: [{ picture: picture.id, caption: '', credit: `（${ODD} 摄）` }] },
      { pictures: [{ index: 0, box: { column: 0, span: 1, line: 0, lines: 5 } }] },
    ],
  ])('is reported where it stands in %s', (_, more, at) => {
    const own = story('s1', '河堤公园', [60], more);
    const one = onPageTwo(own, [frame('f1', 's1', box(0), at)], { pictures: [picture] });
    const [found, ...others] = problems(one, 'missing-glyph');
    expect(found?.message).toContain('U+10FFFD');
    expect(others).toEqual([]);
  });

  it('is not reported of an invisible one, nor of a headline that is not shown', () => {
    const unseen = story('s1', '葛\u{e0100}城\u200b', [60], { kicker: '春\u00ad来', deck: '柳\ufe00' });
    expect(problems(onPageTwo(unseen, [frame('f1', 's1', box(0))]), 'missing-glyph')).toEqual([]);
    const hidden = story('s1', `河${ODD}`, [60]);
    const bare = frame('f1', 's1', box(0), { headLines: 0 });
    expect(problems(onPageTwo(hidden, [bare]), 'missing-glyph')).toEqual([]);
  });
});

describe('a tint', () => {
  it('is never darker than text can be read on, whatever the frame asks for', () => {
    const dark = frame('f1', 's1', box(0), { style: { ...PLAIN_FRAME, tint: 1 } });
    const { items } = layOutIssue(onPageTwo(story('s1', '河堤公园', [60]), [dark]), fonts).displayList
      .pages[1]!;
    const tints = items.flatMap((item) => (item.kind === 'rect' && item.frame === 'f1' ? [item.ink.k] : []));
    expect(tints).toEqual([0.3]);
  });
});

describe('a continuation that its story does not reach any more', () => {
  const threaded = (length: number) =>
    issue([story('s1', '河堤公园补种柳树', [length])], {
      pages: [
        page([frame('f1', 's1', box(0, 20), { next: 'f2' })]),
        page([frame('f2', 's1', box(0), { headLines: 3 })], '综合'),
      ],
    });

  it('has no head over nothing, and is an error until the jump is cut', () => {
    const one = threaded(40);
    const { pages } = layOutIssue(one, fonts).displayList;
    expect(pages[1]!.items.filter((item) => item.frame === 'f2')).toEqual([]);
    expect(problems(one, 'empty-continuation')).toEqual([
      expect.objectContaining({ severity: 'error', page: 2, frame: 'f2' }),
    ]);
  });

  it('is none while the story goes on in it', () => {
    const one = threaded(900);
    expect(problems(one, 'empty-continuation')).toEqual([]);
    const { items } = layOutIssue(one, fonts).displayList.pages[1]!;
    expect(items.some((item) => item.kind === 'glyphs' && item.text.includes('河堤公园'))).toBe(true);
  });
});
