import { describe, expect, it } from 'vitest';
import { dumpDisplayList } from '../../../core/display/dump-display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { type Issue, paragraph } from '../../../core/issue/issue.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { MOST_PIECES } from '../../../core/makeup/newspaper/slice-region.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const dump = (one: Issue) => dumpDisplayList(layOutIssue(one, fonts).displayList);
const golden = (one: Issue, name: string) =>
  expect(dump(one)).toMatchFileSnapshot(`golden/${name}.expected.txt`);

describe('a page as text', () => {
  it('has the masthead with everything that is computed', () =>
    golden(issue([], { pages: [page([])] }), 'masthead'));

  it('leaves visible blanks for masthead facts that are missing', () =>
    golden(
      issue([], { masthead: { date: null, number: null, totalNumber: null }, pages: [page([])] }),
      'masthead-blanks',
    ));

  it('sets kicker, headline and deck above balanced columns', () =>
    golden(
      issue(
        [
          story('s1', '河堤公园补种柳树', [120, 60], {
            kicker: '春来早',
            deck: '——三百棵新柳成活',
            byline: '（记者 方亦然）',
          }),
        ],
        { pages: [page([frame('f1', 's1', { column: 0, span: 3, line: 16, lines: 20 }, { headLines: 8 })])] },
      ),
      'headline-block',
    ));

  it('re-divides joined columns (破栏) with the remainder in the gaps', () =>
    golden(
      issue([story('s1', '河堤公园补种柳树', [200])], {
        pages: [page([frame('f1', 's1', { column: 0, span: 3, line: 16, lines: 16 }, { columns: 2 })])],
      }),
      're-divided-columns',
    ));

  it('jumps to another page with both jump lines', () =>
    golden(
      issue([story('s1', '河堤公园补种柳树', [300])], {
        pages: [
          page([frame('f1', 's1', { column: 0, span: 2, line: 16, lines: 12 }, { next: 'f2' })]),
          page([frame('f2', 's1', { column: 2, span: 3, line: 4, lines: 12 }, { headLines: 3 })], '综合'),
        ],
      }),
      'jump',
    ));

  it('sets a photograph with its caption among the columns', () =>
    golden(
      issue(
        [
          story('s1', '河堤公园补种柳树', [260], {
            pictures: [{ picture: 'sha256-0.jpg', caption: '新柳成行。', credit: '（记者 方亦然 摄）' }],
          }),
        ],
        {
          pictures: [
            { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 1600, height: 1067, name: 'willow.jpg' },
          ],
          pages: [
            page([
              frame(
                'f1',
                's1',
                { column: 0, span: 3, line: 16, lines: 26 },
                {
                  pictures: [{ index: 0, box: { column: 1, span: 2, line: 0, lines: 14 } }],
                },
              ),
            ]),
          ],
        },
      ),
      'photograph',
    ));

  it('runs briefs and refers', () =>
    golden(
      makeUpIssue(
        issue([
          story('s1', '要闻简报', [], {
            kind: 'briefs',
            paragraphs: [1, 2].map((n) => ({
              role: 'item',
              text: copy(40 + n),
              marks: [],
              byline: '（记者 苗新雨）',
            })),
          }),
          story('s2', '', [], {
            kind: 'refers',
            refersTo: 2,
            paragraphs: ['河堤公园补种柳树', '新路灯下月亮起来'].map((text) => ({
              role: 'item',
              text,
              marks: [],
              byline: '',
            })),
          }),
        ]),
        newTypesetting(fonts),
      ),
      'briefs-and-refers',
    ));
});

describe('frames', () => {
  it('report what does not fit as overset, with the lines left over', () => {
    const layout = layOutIssue(
      issue([story('s1', '河堤公园补种柳树', [600])], {
        pages: [page([frame('f1', 's1', { column: 0, span: 2, line: 16, lines: 12 })])],
      }),
      fonts,
    );
    const report = layout.pages[0]!.frames[0]!;
    expect(report.lines).toBe(12);
    expect(report.overset).toBeGreaterThan(20);
    expect(layout.problems.map((problem) => problem.kind)).toEqual(['overset', 'underset']);
  });

  it('of another measure take the text up where the last one left it', () => {
    const text = copy(400);
    const layout = layOutIssue(
      issue(
        [
          {
            ...story('s1', '河堤公园补种柳树', []),
            paragraphs: [{ role: 'body', text, marks: [], byline: '' }],
          },
        ],
        {
          pages: [
            page([frame('f1', 's1', { column: 0, span: 2, line: 16, lines: 12 }, { next: 'f2' })]),
            page([
              frame('f2', 's1', { column: 0, span: 3, line: 4, lines: 30 }, { columns: 2, headLines: 3 }),
            ]),
          ],
        },
      ),
      fonts,
    );
    const set = layout.displayList.pages
      .flatMap((p) => p.items)
      .flatMap((item) =>
        item.kind !== 'rect' && item.kind !== 'picture' && item.role === 'body' ? [item.text] : [],
      )
      .join('');
    expect(set).toBe(text);
    expect(layout.jumps).toEqual([{ story: 's1', from: 1, to: 2 }]);
  });
});

describe('automatic make-up', () => {
  const many = (count: number, length: number) =>
    issue(
      Array.from({ length: count }, (_, i) =>
        story(`s${i + 1}`, `第${i + 1}条新闻的标题在这里`, [length, length / 2]),
      ),
    );

  it('places every story whole, in the order of the copy, without overset', () => {
    for (const [count, length] of [
      [1, 50],
      [3, 400],
      [9, 300],
      [25, 250],
      [2, 9000],
    ] as const) {
      const made = makeUpIssue(many(count, length), newTypesetting(fonts));
      const layout = layOutIssue(made, fonts);
      expect(
        layout.pages.flatMap((p) => p.frames).reduce((sum, f) => sum + f.overset, 0),
        `${count}`,
      ).toBe(0);
      const begun = made.pages.flatMap((p) =>
        p.frames.filter((f) => made.stories.some((s) => s.id === f.story)),
      );
      const order = [...new Set(begun.map((f) => f.story))];
      expect(order).toEqual(made.stories.map((s) => s.id));
    }
  });

  it('never lets two frames overlap nor leave the type area', () => {
    const made = makeUpIssue(many(14, 300), newTypesetting(fonts));
    const format = made.publication.formats.find((f) => f.id === made.format)!;
    for (const { frames } of made.pages)
      for (const a of frames) {
        expect(a.box.column + a.box.span).toBeLessThanOrEqual(format.columns);
        /* The free line at a frame's foot may hang below the last line. */
        expect(a.box.line + a.box.lines).toBeLessThanOrEqual(format.lines + 1);
        for (const b of frames) {
          if (a === b) continue;
          const apart =
            a.box.column + a.box.span <= b.box.column ||
            b.box.column + b.box.span <= a.box.column ||
            a.box.line + a.box.lines <= b.box.line ||
            b.box.line + b.box.lines <= a.box.line;
          expect(apart, `${a.id} ${b.id}`).toBe(true);
        }
      }
  });

  it('sets the headline of the lead larger than any other of the page', () => {
    for (const id of ['对开', '四开', 'A3'] as const) {
      const made = makeUpIssue({ ...many(9, 300), format: id }, newTypesetting(fonts));
      const sizes = new Map<string, number>();
      for (const item of layOutIssue(made, fonts).displayList.pages[0]!.items)
        if (item.kind === 'glyphs' && item.role === 'headline') sizes.set(item.source!.story, item.size);
      const [lead, ...others] = [...sizes.values()];
      expect(lead, id).toBeGreaterThan(Math.max(...others));
    }
  });

  it('fills a page with more stories than it tries together', () => {
    const made = makeUpIssue({ ...many(40, 90), format: '对开' }, newTypesetting(fonts));
    const reports = layOutIssue(made, fonts).pages;
    expect(made.pages[0]!.frames.length).toBeGreaterThan(MOST_PIECES);
    for (const report of reports.slice(0, -1)) expect(report.freeLines).toBeLessThan(4);
  });

  it('says how many lines the last page lacks, and which refers point nowhere', () => {
    const refers = story('s2', '', [], {
      kind: 'refers',
      paragraphs: [paragraph('河堤公园补种柳树', 'item')],
      refersTo: 3,
    });
    const layout = layOutIssue(
      makeUpIssue(issue([story('s1', '新路灯', [200]), refers]), newTypesetting(fonts)),
      fonts,
    );
    expect(layout.problems.map((problem) => problem.message)).toEqual([
      '“导读”写着详见三版，本期只有 1 个版：请改版次或补齐版面。',
      `第1版缺 ${layout.pages[0]!.freeLines} 行：版面还空着，请补稿或放大标题、图片。`,
    ]);
  });

  it('puts no more refers on the front page than leave room for its stories', () => {
    const refers = Array.from({ length: 30 }, (_, i) =>
      story(`r${i}`, '', [], {
        kind: 'refers',
        paragraphs: Array.from({ length: 6 }, () => paragraph('河堤公园补种柳树三百棵', 'item')),
      }),
    );
    const made = makeUpIssue(issue([...many(4, 300).stories, ...refers]), newTypesetting(fonts));
    const [first] = made.pages;
    expect(first!.frames.some((f) => f.story === 's1')).toBe(true);
    const shown = new Set(made.pages.flatMap((p) => p.frames.map((f) => f.story)));
    expect(shown.size).toBe(34);
    expect(layOutIssue(made, fonts).problems.filter((p) => p.kind === 'overset')).toEqual([]);
  });
});
