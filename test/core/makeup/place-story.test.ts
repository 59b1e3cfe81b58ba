/** Stories placed by hand: where the ghost of a drag stands, what it says, what a jump takes with it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import {
  applyPatches,
  cutJump,
  doOverlap,
  firstLine,
  frameAt,
  freeAt,
  moveFrame,
  resizeFrame,
  threadOf,
} from '../../../core/issue/edits.ts';
import { isOnPage } from '../../../core/issue/frame-grid.ts';
import { type GridBox, type Issue, paragraph, type Story } from '../../../core/issue/issue.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { jumpFrame, suggestJump } from '../../../core/makeup/newspaper/jump-story.ts';
import { placeSuggested, suggestFrame, suggestSpan } from '../../../core/makeup/newspaper/place-story.ts';
import { storyMeasure } from '../../../core/makeup/newspaper/story-measure.ts';
import { fitOf, fittedBox, type PlacingContext } from '../../../core/makeup/story/story-fit.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const cache = new Cache();
const at = (one: Issue): PlacingContext => ({ issue: one, fonts, cache });
const reportOf = (one: Issue, id: string) =>
  layOutPages(one, fonts)
    .reports.flatMap(({ frames }) => frames)
    .find((own) => own.frame === id)!;

const box = (column: number, line: number, span: number, lines: number): GridBox => ({
  column,
  span,
  line,
  lines,
});
const PICTURE = { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 1600, height: 1067, name: 'w.jpg' } as const;
const illustrated = { pictures: [{ picture: PICTURE.id, caption: '新柳成行。', credit: '' }] };
const items = (count: number): Partial<Story> => ({
  kind: 'briefs',
  paragraphs: Array.from({ length: count }, (_, i) => paragraph(copy(40 + 10 * i), 'item')),
});

const neighbour = (i: number, b: GridBox) => frame(`n${i + 1}`, 'n', b, { headLines: 0 });

/** 四开: 6 columns of 11 characters, masthead 15 lines, folio 3. `n1`… stand in the boxes on page 1. */
const withNeighbours = (own: Story, ...boxes: readonly GridBox[]): Issue =>
  issue([story('n', '邻居', [200]), own], {
    pictures: [PICTURE],
    pages: [page(boxes.map((b, i) => neighbour(i, b))), page([], '综合')],
  });

describe('a story dragged onto a page', () => {
  const own = story('s1', '河堤公园补种柳树', [300, 200, 240]);

  it('becomes a frame with its corner at the cell, as high as its text needs', () => {
    const one = withNeighbours(own);
    const suggested = suggestFrame(at(one), 0, 's1', { column: 1, line: 20 })!;
    const { frame: made } = suggested;
    expect(made).toMatchObject({ id: 'f1', story: 's1', box: { column: 1, line: 20 }, next: null });
    expect(made.columns).toBe(made.box.span);
    expect(made.headLines).toBeGreaterThan(2);
    expect(suggested).toMatchObject({ overset: 0, oversetCharacters: 0, needed: made.box.lines });
    expect(suggested.free).toBeLessThan(2 * made.columns);
  });

  it('has no place on a frame, on the masthead or off the page', () => {
    const one = withNeighbours(own, box(0, 20, 2, 20));
    for (const cell of [
      { column: 1, line: 30 },
      { column: 3, line: 14 },
      { column: 6, line: 20 },
      { column: 3, line: 200 },
    ]) {
      expect(suggestFrame(at(one), 0, 's1', cell)).toBeNull();
      expect(suggestSpan(at(one), 0, 's1', cell)).toBeNull();
    }
  });

  it('fills the width of a gap between neighbours that it is long enough for', () => {
    for (const span of [1, 2, 3]) {
      const one = withNeighbours(own, box(0, 15, 1, 74), box(1 + span, 15, 5 - span, 74));
      expect(suggestSpan(at(one), 0, 's1', { column: 1, line: 15 })).toBe(span);
    }
  });

  it('takes a span under which there is room for it rather than a wider one without', () => {
    const one = withNeighbours(own, box(2, 25, 4, 64));
    const { frame: made, overset } = suggestFrame(at(one), 0, 's1', { column: 0, line: 15 })!;
    expect([made.box.span, overset]).toEqual([2, 0]);
  });

  it('stands over the span where least is left over where none holds it', () => {
    const long = story('s1', '河堤公园补种柳树', [2500]);
    const one = withNeighbours(long, box(4, 30, 2, 59), box(0, 60, 4, 29));
    const suggested = suggestFrame(at(one), 0, 's1', { column: 0, line: 15 })!;
    expect(suggested.frame.box).toEqual(box(0, 15, 4, 45));
    expect(suggested.overset).toBeGreaterThan(0);
    expect(suggested.oversetCharacters).toBeGreaterThan(suggested.overset * 5);
    expect(suggested.needed).toBeGreaterThan(45);
    for (const span of [1, 2, 3, 5, 6])
      expect(
        suggestFrame(at(one), 0, 's1', { column: 0, line: 15 }, { span })!.oversetCharacters,
      ).toBeGreaterThan(suggested.oversetCharacters);
  });

  it('takes the span that is asked for, as far as it is free', () => {
    const one = withNeighbours(own, box(4, 15, 2, 40));
    const spanFor = (span: number) =>
      suggestFrame(at(one), 0, 's1', { column: 0, line: 15 }, { span })!.frame.box.span;
    expect([1, 3, 4, 6].map(spanFor)).toEqual([1, 3, 4, 4]);
    expect(() => spanFor(7)).toThrow('span: 7');
  });

  it('stands wider as the lead than as another story', () => {
    const other = story('s0', '先来的稿件', [60]);
    const spanOf = (one: Issue) => suggestSpan(at(one), 0, 's1', { column: 0, line: 15 })!;
    const blank = { pages: [page([])] };
    expect(spanOf(issue([own], blank))).toBeGreaterThan(spanOf(issue([other, own], blank)));
  });

  it('brings its first picture, and lists their re-divided columns', () => {
    const pictured = withNeighbours(story('s1', '河堤公园补种柳树', [600], illustrated));
    const { frame: made } = suggestFrame(at(pictured), 0, 's1', { column: 0, line: 20 }, { span: 3 })!;
    expect(made.pictures).toEqual([expect.objectContaining({ index: 0 })]);
    const listed = withNeighbours(story('s1', '要闻简报', [], { ...items(2) }));
    const wide = suggestFrame(at(listed), 0, 's1', { column: 0, line: 20 }, { span: 6 })!;
    expect([wide.frame.columns, wide.overset]).toEqual([3, 0]);
  });
});

const anyStory = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 5 }),
    kind: fc.constantFrom<Partial<Story>>({}, illustrated, items(3), { kind: 'refers' }, { headline: '' }),
    kicker: fc.constantFrom('', '春来早'),
  })
  .map(({ lengths, kind, kicker }) => story('s1', '河堤公园补种柳树三百棵', lengths, { kicker, ...kind }));
const anyBox = fc
  .record({ column: fc.nat(5), line: fc.nat(70), span: fc.nat(3), lines: fc.integer({ min: 1, max: 40 }) })
  .map(({ column, line, span, lines }) =>
    box(column, 15 + (line % 60), 1 + (span % (6 - column)), Math.min(lines, 89 - 15 - (line % 60))),
  );
const anyCell = fc.record({ column: fc.nat(5), line: fc.nat(88) });

describe('any story over any page', () => {
  it('never covers a neighbour, stays on the page, and says what layout will say of it', () => {
    const span = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
    fc.assert(
      fc.property(anyStory, fc.array(anyBox, { maxLength: 4 }), anyCell, span, (own, boxes, cell, wanted) => {
        const one = withNeighbours(own, ...boxes);
        const format = formatOf(one.publication, one.format);
        const context = at(one);
        const suggested = suggestFrame(context, 0, 's1', cell, wanted === null ? {} : { span: wanted });
        expect(suggested === null).toBe(!freeAt(one, 0, cell));
        if (!suggested) return;
        const { frame: made } = suggested;
        expect(isOnPage(made.box, format) && made.box.line >= firstLine(one, 0)).toBe(true);
        expect(boxes.some((other) => doOverlap(made.box, other))).toBe(false);
        const edited = placeSuggested(context, 0, suggested);
        expect(edited.name).toBe('放置稿件');
        expect(brokenInvariant(edited.issue)).toBeNull();
        expect(applyPatches(edited.issue, edited.inverse)).toEqual(one);
        const { overset, oversetCharacters, free } = suggested;
        expect(reportOf(edited.issue, made.id)).toMatchObject({ overset, oversetCharacters, free });
        expect(fitOf(at(edited.issue), 's1')).toEqual({ overset, oversetCharacters, free });
        expect(made.box.lines === suggested.needed ? overset : 0).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('jumps to free space only, in one step that cutting the jump undoes', () => {
    const lines = fc.integer({ min: 8, max: 20 });
    const pageTwo = fc.array(anyBox, { maxLength: 4 });
    fc.assert(
      fc.property(anyStory, lines, pageTwo, (own, height, boxes) => {
        const first = frame('f1', 's1', box(0, 15, 2, height), { headLines: 4 });
        const others = boxes.map((b, i) => neighbour(i, b));
        const one = issue([story('n', '邻居', [200]), own], {
          pictures: [PICTURE],
          pages: [page([first]), page(others, '综合')],
        });
        const suggested = suggestJump(at(one), 'f1', 1);
        const jumped = jumpFrame(at(one), 'f1', 1);
        expect(jumped === null).toBe(suggested === null);
        if (reportOf(one, 'f1').overset === 0) expect(suggested).toBeNull();
        if (!jumped || !suggested) return;
        const { frame: made, overset, oversetCharacters, free } = suggested;
        expect(jumped.name).toBe('转版');
        expect(brokenInvariant(jumped.issue)).toBeNull();
        expect(boxes.some((other) => doOverlap(made.box, other))).toBe(false);
        expect(made.box.line).toBeGreaterThanOrEqual(3);
        expect(reportOf(jumped.issue, made.id)).toMatchObject({ overset, oversetCharacters, free });
        expect(layOutPages(jumped.issue, fonts).jumps).toEqual([{ story: 's1', from: 1, to: 2 }]);
        expect(applyPatches(jumped.issue, jumped.inverse)).toEqual(one);
        expect(cutJump(jumped.issue, 'f1').issue.pages).toEqual(one.pages);
      }),
      { numRuns: 100 },
    );
  });

  it('just fits its fitted box, and would not fit a line less', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.integer({ min: 1, max: 6 }),
        fc.array(anyBox, { maxLength: 3 }),
        (own, span, boxes) => {
          const one = withNeighbours(own, ...boxes);
          const suggested = suggestFrame(at(one), 0, 's1', { column: 0, line: 15 }, { span });
          if (!suggested) return;
          const { issue: placed } = placeSuggested(at(one), 0, suggested);
          const { id } = suggested.frame;
          const fitted = fittedBox(at(placed), id);
          expect(boxes.some((other) => doOverlap(fitted, other))).toBe(false);
          const resized = resizeFrame(placed, id, fitted).issue;
          expect(frameAt(resized, id).frame.pictures).toEqual(suggested.frame.pictures);
          const { overset } = fitOf(at(resized), 's1');
          if (suggested.overset === 0) expect(overset).toBe(0);
          else expect(fitted.lines).toBe(suggested.frame.box.lines);
          const { headLines, pictures } = suggested.frame;
          const least = headLines + Math.max(1, ...pictures.map((p) => p.box.lines)) + 1;
          if (overset > 0 || fitted.lines <= least) return;
          const less = resizeFrame(resized, id, { ...fitted, lines: fitted.lines - 1 }).issue;
          expect(fitOf(at(less), 's1').overset).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a jump', () => {
  const own = story('s1', '河堤公园补种柳树', [300, 300]);
  const onPageOne = (...others: readonly GridBox[]) =>
    issue([own, story('n', '邻居', [200])], {
      pages: [
        page([frame('f1', 's1', box(0, 15, 2, 18))]),
        page(
          others.map((b, i) => neighbour(i, b)),
          '综合',
        ),
      ],
    });

  it('takes all that is left over to two or three columns of an empty page, under a small head', () => {
    const suggested = suggestJump(at(onPageOne()), 'f1', 1)!;
    expect(suggested).toMatchObject({ overset: 0, frame: { box: { column: 0, line: 3 }, pictures: [] } });
    expect([2, 3]).toContain(suggested.frame.box.span);
    expect(suggested.frame.headLines).toBeGreaterThan(0);
    expect(suggested.needed).toBe(suggested.frame.box.lines);
  });

  it('takes the free space that is nearest to what it needs', () => {
    /* Free: two columns of 30 lines at the left, three columns of 80 at the right. */
    const one = onPageOne(box(0, 33, 2, 56), box(2, 3, 1, 86));
    expect(suggestJump(at(one), 'f1', 1)!.frame.box).toMatchObject({ column: 0, span: 2, line: 3 });
  });

  it('is none where the page is full or nothing is left over', () => {
    expect(suggestJump(at(onPageOne(box(0, 3, 6, 86))), 'f1', 1)).toBeNull();
    const roomy = resizeFrame(onPageOne(), 'f1', box(0, 15, 6, 40)).issue;
    expect(jumpFrame(at(roomy), 'f1', 1)).toBeNull();
  });

  it('goes on from the thread’s last frame, with what that leaves over', () => {
    const long = { ...onPageOne(box(0, 10, 6, 79)), stories: [story('s1', '河堤', [900])] };
    const third = { ...long, pages: [...long.pages.map((p, i) => (i ? page([], '综合') : p)), page([])] };
    const once = jumpFrame(at(third), 'f1', 1)!.issue;
    const low = resizeFrame(once, threadOf(once, 's1')[1]!, box(0, 3, 2, 12)).issue;
    const twice = jumpFrame(at(low), 'f1', 2)!.issue;
    expect(threadOf(twice, 's1').map((id) => frameAt(twice, id).page)).toEqual([0, 1, 2]);
    expect(fitOf(at(twice), 's1').overset).toBe(0);
    expect(cutJump(twice, 'f1').issue.pages).toEqual(third.pages);
  });
});

describe('what the tray says of a story', () => {
  it('has its characters, and lines and columns over the span', () => {
    const own = story('s1', '河堤公园补种柳树', [300]);
    const one = issue([own], { pages: [page([])] });
    const [narrow, wide] = [storyMeasure(at(one), 's1', 1), storyMeasure(at(one), 's1', 3)];
    expect(narrow.characters).toBe(own.paragraphs[0]!.text.length);
    expect([narrow.columns, wide.columns]).toEqual([1, 3]);
    expect(narrow.lines).toBe(wide.lines);
    expect(narrow.height).toBeGreaterThan(wide.height);
    expect(fitOf(at(one), 's1')).toEqual({
      overset: narrow.lines,
      oversetCharacters: narrow.characters,
      free: 0,
    });
  });

  it('changes with the story', () => {
    const own = story('s1', '河堤公园补种柳树', [300]);
    const longer = { ...own, paragraphs: [...own.paragraphs, paragraph(copy(100))] };
    const [one, two] = [issue([own]), issue([longer])];
    expect(storyMeasure(at(two), 's1', 2).lines).toBeGreaterThan(storyMeasure(at(one), 's1', 2).lines);
  });
});

describe('frames that overlap', () => {
  const one = issue([story('s1', '河堤公园', [60]), story('s2', '路灯亮了', [60])], {
    pages: [
      page([frame('f1', 's1', box(0, 15, 2, 20)), frame('f2', 's2', box(2, 15, 2, 20))]),
      page([frame('f3', 's2', box(0, 3, 2, 20))], '综合'),
    ],
  });
  const problems = (own: Issue, kept = new Cache()) =>
    layOutPages(own, fonts, kept).problems.filter(({ kind }) => kind === 'overlap');

  it('are a problem, one a pair, until one of them is moved away', () => {
    const kept = new Cache();
    expect(problems(one, kept)).toEqual([]);
    const over = moveFrame(one, 'f2', { column: 1, line: 34 }).issue;
    expect(problems(over, kept)).toEqual([
      {
        kind: 'overlap',
        severity: 'error',
        message: '第1版《河堤公园》与《路灯亮了》的版位重叠：请移开其中一个。',
        page: 1,
        story: 's2',
        frame: 'f2',
      },
    ]);
    expect(problems(moveFrame(over, 'f2', { column: 1, line: 35 }).issue, kept)).toEqual([]);
  });

  it('are a problem over the masthead and the folio', () => {
    const high = moveFrame(moveFrame(one, 'f1', { column: 0, line: 14 }).issue, 'f3', { column: 0, line: 2 });
    expect(problems(high.issue).map(({ message }) => message)).toEqual([
      '第1版《河堤公园》的版位压住了报头：请把它往下移。',
      '第2版《路灯亮了》的版位压住了报眉：请把它往下移。',
    ]);
  });

  it('are named by the headlines of now, though their boxes are not looked at again', () => {
    const kept = new Cache();
    const over = moveFrame(one, 'f2', { column: 1, line: 15 }).issue;
    const [before] = layOutPages(over, fonts, kept).reports;
    const renamed = { ...over, stories: over.stories.map((s) => ({ ...s, headline: `新${s.headline}` })) };
    expect(problems(renamed, kept)[0]!.message).toContain('《新河堤公园》与《新路灯亮了》');
    expect(layOutPages(renamed, fonts, kept).reports[0]!.overlaps).toBe(before!.overlaps);
  });
});
