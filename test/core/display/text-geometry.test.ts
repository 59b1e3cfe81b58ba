/** Caret, hits, selection and moves on pages that the engine really laid out. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import type { DisplayPage } from '../../../core/display/display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import {
  type Affinity,
  caretBox,
  hitText,
  lineEdge,
  moveByLine,
  selectionBoxes,
} from '../../../core/display/text-geometry.ts';
import { type Frame, type Issue, PLAIN_FRAME, paragraph, type Story } from '../../../core/issue/issue.ts';
import { plainLine, replaceRange } from '../../../core/issue/text-edits.ts';
import type { TextPart, TextPlace } from '../../../core/issue/text-place.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { FEATURES } from '../makeup/feature-issues.ts';
import { copy, frame, issue, page, story } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';
import { middleOf, pagesOf, pieced, placesOf } from './text-places.ts';

const typesetting = newTypesetting(fonts);

const inner = (stories: readonly Story[], ...frames: Frame[]): Issue =>
  issue(stories, { pages: [page([]), page(frames, '综合')] });
const box = (column: number, span: number, lines: number) => ({ column, span, line: 3, lines });

/** Places whose caret, clicked on, is another place with another caret. */
const astray = (of: Issue, pages: readonly DisplayPage[]) => {
  let set = 0;
  const wrong: unknown[] = [];
  for (const own of of.stories)
    for (const place of placesOf(own))
      for (const affinity of ['before', 'after'] as const) {
        const caret = caretBox(pages, typesetting, place, affinity);
        if (!caret) continue;
        set++;
        const hit = hitText(pages[caret.page]!, typesetting, middleOf(caret));
        const again = hit && caretBox(pages, typesetting, hit.place, hit.affinity);
        const same =
          hit?.place.offset === place.offset &&
          hit.place.paragraph === place.paragraph &&
          hit.place.part === place.part;
        if (!same || JSON.stringify(again) !== JSON.stringify(caret))
          wrong.push({ place, affinity, caret, hit, again });
      }
  return { set, wrong };
};

describe('a click on the caret', () => {
  it.each(Object.keys(FEATURES))('finds its place again: %s', (name) => {
    const { set, wrong } = astray(FEATURES[name]!, pagesOf(FEATURES[name]!));
    expect(set).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });
  it('finds its place again in random stories', () => {
    const indexes = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(indexes, fc.boolean()), { minLength: 1, maxLength: 5 }),
        indexes,
        fc.constantFrom('above', 'vertical', 'beside'),
        fc.integer({ min: 1, max: 4 }),
        (paragraphs, head, place, columns) => {
          const headPlace =
            place === 'above' ? PLAIN_FRAME.head : ({ place, side: 'right', chars: 11 } as const);
          const own = story('s1', pieced(head.slice(0, 2)).text.replace('，', '\n'), [], {
            kicker: pieced(head.slice(2, 3)).text,
            paragraphs: paragraphs.map(([at, bold]) => pieced(at, bold)),
          });
          const whole = inner(
            [own],
            frame('f1', 's1', box(0, 6, 60), {
              columns,
              headLines: 12,
              style: { ...PLAIN_FRAME, head: headPlace },
            }),
          );
          const { set, wrong } = astray(whole, pagesOf(whole));
          expect(set).toBeGreaterThan(0);
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const at = (part: TextPart, paragraph: number, offset: number): TextPlace => ({
  story: 's1',
  part,
  paragraph,
  offset,
});
const body = (paragraph: number, offset: number) => at('body', paragraph, offset);
const drawn = (of: Issue) => {
  const pages = pagesOf(of);
  return {
    pages,
    caret: (place: TextPlace, affinity: Affinity = 'after') => caretBox(pages, typesetting, place, affinity),
    start: (place: TextPlace) => lineEdge(pages, typesetting, place, 'after', 'start').place.offset,
    end: (place: TextPlace) => lineEdge(pages, typesetting, place, 'after', 'end').place.offset,
  };
};
const plain = (paragraphs: Story['paragraphs'], more: Partial<Story> = {}, lines = 40) =>
  inner(
    [story('s1', '河堤公园补种柳树', [], { paragraphs, ...more })],
    frame('f1', 's1', box(0, 2, lines), { columns: 1 }),
  );

describe('a click on the caret beside superscripts and subscripts', () => {
  it('is a click on the same place, and the caret is as high as in the rest of the line', () => {
    const text = `4${copy(20)}10-4公顷，占地35m2，CO2减少，注[1]见${copy(30)}`;
    const marks = [...text.matchAll(/^4|-4|(?<=m)2|(?<=O)2|\[1\]/g)].map(({ 0: own, index }) => ({
      from: index,
      to: index + own.length,
      kind: own === '2' ? ('subscript' as const) : ('superscript' as const),
    }));
    const own = { ...story('s', '面积10⁴亩', []), paragraphs: [{ ...paragraph(text), marks }] };
    const of = inner([own], frame('f', 's', box(0, 2, 20)));
    const pages = layOutIssue(of, fonts, new Cache()).displayList.pages;
    const { set, wrong } = astray(of, pages);
    expect(set).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    const heights = placesOf(own)
      .filter(({ part }) => part === 'body')
      .map((place) => caretBox(pages, typesetting, place, 'before')!.height);
    expect(new Set(heights.map((height) => height.toFixed(3))).size).toBe(1);
  });
});

describe('the caret', () => {
  it('stands at the end of a line or at the start of the next, as it came there', () => {
    const { caret, end } = drawn(plain([paragraph(copy(120))]));
    const place = body(0, end(body(0, 0)));
    const [before, after] = [caret(place, 'before')!, caret(place, 'after')!];
    expect(after.top).toBeGreaterThan(before.top);
    expect(after.x).toBeLessThan(before.x);
  });
  it('stands one em behind the last Han, half an em behind the last mark', () => {
    const { caret } = drawn(plain([paragraph('甲乙'), paragraph('甲，')]));
    const size = caret(body(0, 0))!.height;
    expect(caret(body(0, 2))!.x - caret(body(0, 1))!.x).toBeCloseTo(size, 6);
    expect(caret(body(1, 2))!.x - caret(body(1, 1))!.x).toBeCloseTo(size / 2, 6);
  });
  it('stands behind the last letter by its own width', () => {
    const { caret } = drawn(plain([paragraph('共iW')]));
    const [size, xs] = [caret(body(0, 0))!.height, [1, 2, 3].map((offset) => caret(body(0, offset))!.x)];
    expect((xs[2]! - xs[1]!) / size).toBeCloseTo(fonts.advance('serif-400', 0x57), 2);
  });
  it('does not stand in the ink of marks that were pushed together', () => {
    const { caret } = drawn(plain([paragraph('甲：“乙”，丙')]));
    const [size, xs] = [
      caret(body(0, 0))!.height,
      [0, 1, 2, 3, 4, 5, 6].map((offset) => caret(body(0, offset))!.x),
    ];
    /* A mark's ink is half an em, Han one em. */
    for (const [i, ink] of [1, 0.5, 0.5, 1, 0.5, 0.5].entries())
      expect(xs[i + 1]! - xs[i]!).toBeGreaterThan(ink * size - 1e-6);
  });
  it('opens a line at the ink of its first mark, within the column', () => {
    const text = Array.from({ length: 90 }, (_, n) => `（${'甲'.repeat(1 + ((n * n) % 7))}）`).join('');
    const { caret, end } = drawn(plain([paragraph(text)]));
    const second = end(body(0, 0));
    const starts = new Set<string>();
    for (let offset = second; offset < 360; offset = end(body(0, offset))) {
      expect(caret(body(0, offset))!.x).toBeCloseTo(caret(body(0, second))!.x, 6);
      starts.add(text[offset]!);
    }
    expect([...starts].sort()).toEqual(['甲', '（']);
  });
  it('moves with every space typed at a paragraph’s end', () => {
    const { caret } = drawn(plain([paragraph('共   ')]));
    const xs = [1, 2, 3, 4].map((offset) => caret(body(0, offset))!.x);
    for (const i of [1, 2, 3]) expect(xs[i]!).toBeGreaterThan(xs[i - 1]! + 1);
  });
  it('stays in its column behind a space at which the line was broken', () => {
    const { caret, end } = drawn(plain([paragraph(`${copy(25)}${'甲乙　'.repeat(40)}`)]));
    const column = caret(body(0, end(body(0, 0))), 'before')!;
    for (let offset = 0; offset < 120; offset++)
      expect(caret(body(0, offset), 'before')!.x).toBeLessThan(column.x + column.height / 2);
  });
  it('stands across the column of a head set down the page', () => {
    const { caret } = drawn(FEATURES['vertical-head-right']!);
    const [first, second] = [caret(at('headline', 0, 1))!, caret(at('headline', 0, 2))!];
    expect([first.turned, first.x]).toEqual([true, second.x]);
    expect(second.top - first.top).toBeCloseTo(first.height, 6);
    const inNumber = FEATURES['vertical-head-right']!.stories[0]!.headline.indexOf('25') + 1;
    expect(caret(at('headline', 0, inNumber))!.turned).toBe(false);
  });
  it('is nowhere in what is overset', () => {
    const { caret } = drawn(plain([paragraph(copy(900))], {}, 14));
    expect(caret(body(0, 10))).not.toBeNull();
    expect(caret(body(0, 890))).toBeNull();
  });
  it('is nowhere for a story that no frame shows', () => {
    const { pages } = drawn(plain([paragraph('甲')]));
    expect(caretBox(pages, typesetting, { ...body(0, 0), story: 's9' }, 'after')).toBeNull();
  });
  it('stands in an empty paragraph where the next one begins, or below the last', () => {
    const { caret } = drawn(plain([paragraph('甲乙'), paragraph(''), paragraph('丙丁'), paragraph('')]));
    expect(caret(body(1, 0))).toEqual(caret(body(2, 0)));
    const [last, below] = [caret(body(2, 0))!, caret(body(3, 0))!];
    expect([below.x, below.top > last.top + last.height]).toEqual([last.x, true]);
  });
  it('stands in the empty body of a story that has a headline', () => {
    const { caret } = drawn(plain([]));
    expect(caret(body(0, 0))!.top).toBeGreaterThan(
      caret(at('headline', 0, 0))!.top + caret(at('headline', 0, 0))!.height,
    );
  });
  it('stands above the headline in an empty kicker and below it in an empty deck', () => {
    const { caret } = drawn(plain([paragraph('甲')]));
    const [kicker, headline, deck] = (['kicker', 'headline', 'deck'] as const).map(
      (part) => caret(at(part, 0, 0))!,
    );
    expect(kicker!.top + kicker!.height).toBeLessThan(headline!.top);
    expect(deck!.top).toBeGreaterThan(headline!.top + headline!.height - 1e-6);
  });
  it('stands below the headline after a break at its end', () => {
    const { caret } = drawn(plain([], { headline: '河堤公园\n' }));
    expect(caret(at('headline', 0, 5))!.top).toBeGreaterThan(caret(at('headline', 0, 4))!.top);
  });
  it('stays in the caption where the photographer’s credit goes on', () => {
    const { caret, pages } = drawn(FEATURES['picture-caption-beside']!);
    const { caption } = FEATURES['picture-caption-beside']!.stories[0]!.pictures[0]!;
    const end = caret(at('caption', 0, caption.length))!;
    const hit = hitText(pages[end.page]!, typesetting, { x: end.x + 30, y: end.top + 4 });
    expect(hit!.place).toEqual(at('caption', 0, caption.length));
  });
});

describe('a click', () => {
  it('right of a short last line means its end', () => {
    const { caret, pages } = drawn(plain([paragraph('甲乙'), paragraph(copy(100))]));
    const end = caret(body(0, 2))!;
    expect(hitText(pages[1]!, typesetting, { x: end.x + 60, y: end.top + 5 })!.place).toEqual(body(0, 2));
  });
  it('below the last line of a shorter column means that line', () => {
    const text = copy(175);
    const { caret, pages, start } = drawn(
      inner(
        [story('s1', '河堤公园补种柳树', [], { paragraphs: [paragraph(text)] })],
        frame('f1', 's1', box(0, 2, 40)),
      ),
    );
    const [first, end] = [caret(body(0, 0))!, caret(body(0, text.length))!];
    const rows = [...text].map((_, offset) => caret(body(0, offset))!).filter(({ x }) => x < end.x - 60);
    const lowest = Math.max(...rows.map(({ top }) => top));
    expect([first.x < end.x - 60, lowest > end.top + 5]).toEqual([true, true]);
    const hit = hitText(pages[1]!, typesetting, { x: end.x, y: lowest + 5 })!;
    expect(start(hit.place)).toBe(start(body(0, text.length)));
  });
  it('beside a headline means its nearer end', () => {
    const { caret, pages } = drawn(plain([paragraph(copy(100))]));
    const { x, top } = caret(at('headline', 0, 0))!;
    expect(hitText(pages[1]!, typesetting, { x: x - 15, y: top + 8 })!.place).toEqual(at('headline', 0, 0));
  });
  it('far from all text means none', () => {
    const { pages } = drawn(plain([paragraph('甲乙')]));
    expect(hitText(pages[1]!, typesetting, { x: 500, y: 900 })).toBeNull();
  });
  it('on the head of a page means no text of a story', () => {
    const { pages } = drawn(plain([paragraph('甲乙')]));
    const folio = pages[1]!.items.find((item) => item.kind === 'glyphs' && item.role === 'folio');
    expect(
      folio?.kind === 'glyphs' && hitText(pages[1]!, typesetting, { x: folio.xs[0]!, y: folio.y - 400 }),
    ).toBeNull();
  });
});

describe('a selection', () => {
  it('covers a line from stop to stop, and a passage without white between its lines', () => {
    const { caret, end, pages } = drawn(plain([paragraph(copy(120))]));
    const boxes = selectionBoxes(pages, typesetting, body(0, 3), body(0, end(body(0, 60)))).map(
      ({ rect }) => rect,
    );
    expect(boxes[0]!.x).toBeCloseTo(caret(body(0, 3))!.x, 6);
    for (const [i, rect] of boxes.entries())
      if (i > 0) expect(rect.y).toBeCloseTo(boxes[i - 1]!.y + boxes[i - 1]!.height, 6);
    expect(boxes.length).toBeGreaterThan(2);
  });
  it('covers every character of whole paragraphs once', () => {
    const name = 'briefs-with-bold-lead-in';
    const { pages } = drawn(FEATURES[name]!);
    const texts = FEATURES[name]!.stories[0]!.paragraphs;
    const boxes = selectionBoxes(pages, typesetting, body(0, 0), body(2, texts[2]!.text.length));
    const covering = (x: number, y: number) =>
      boxes.filter(
        ({ page: n, rect }) =>
          n === 1 && x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
      );
    let seen = 0;
    for (const item of pages[1]!.items) {
      if (item.kind !== 'glyphs' || item.source?.part !== 'body') continue;
      [...item.text].forEach((character, i) => {
        if (!/[一-龥]/.test(character)) return;
        expect(covering(item.xs[i]! + item.size / 2, item.y - item.size / 3)).toHaveLength(1);
        seen++;
      });
    }
    expect(seen).toBeGreaterThan(150);
  });
  it('of nothing is nothing', () => {
    const { pages } = drawn(plain([paragraph('甲乙')]));
    expect(selectionBoxes(pages, typesetting, body(0, 1), body(0, 1))).toEqual([]);
  });
  it('covers digits that stand side by side with their cell', () => {
    const { pages, caret } = drawn(FEATURES['vertical-head-right']!);
    const from = FEATURES['vertical-head-right']!.stories[0]!.headline.indexOf('25');
    const [box] = selectionBoxes(pages, typesetting, at('headline', 0, from), at('headline', 0, from + 2));
    expect(box!.rect.height).toBeCloseTo(caret(at('headline', 0, from))!.height, 6);
  });
});

describe('a move by lines', () => {
  const lineOf = (pages: readonly DisplayPage[], place: TextPlace, affinity: Affinity) =>
    lineEdge(pages, typesetting, place, affinity, 'start').place;
  it.each([
    'vertical-head-two-columns',
    'standfirst-and-subheads',
    'thread-on-one-page',
    'story-jumping-twice',
    'briefs-with-bold-lead-in',
    'headline-sizes',
  ])('down and up again comes back to its line: %s', (name) => {
    const of = FEATURES[name]!;
    const { pages } = drawn(of);
    let moved = 0;
    for (const own of of.stories)
      for (const place of placesOf(own)) {
        if (!caretBox(pages, typesetting, place, 'after')) continue;
        const down = moveByLine(pages, typesetting, place, 'after', 1, null);
        if (!down) continue;
        const up = moveByLine(pages, typesetting, down.place, down.affinity, -1, down.goalX)!;
        expect(lineOf(pages, up.place, up.affinity)).toEqual(lineOf(pages, place, 'after'));
        moved++;
      }
    expect(moved).toBeGreaterThan(50);
  });
  it('goes through headline, columns, frames and pages to the story’s end, and keeps its goal', () => {
    const { pages } = drawn(FEATURES['story-jumping-twice']!);
    let here: { place: TextPlace; affinity: Affinity; goalX: number | null } = {
      place: at('headline', 0, 0),
      affinity: 'after',
      goalX: null,
    };
    const seen = new Set<string>();
    for (let n = 0; n < 500; n++) {
      const next = moveByLine(pages, typesetting, here.place, here.affinity, 1, here.goalX);
      if (!next) break;
      expect(here.goalX === null || next.goalX === here.goalX).toBe(true);
      here = next;
      seen.add(`${caretBox(pages, typesetting, here.place, here.affinity)!.page}`);
    }
    expect([...seen]).toEqual(['0', '1', '2']);
    expect(here.place.paragraph).toBe(1);
    expect(moveByLine(pages, typesetting, here.place, here.affinity, 1, here.goalX)).toBeNull();
  });
  it('goes from column to column where each has one line', () => {
    const { caret, pages } = drawn(
      inner(
        [
          story('s1', '河堤公园补种柳树', [], {
            paragraphs: ['甲乙丙丁', '戊己庚辛', '壬癸子丑'].map((text) => paragraph(text)),
          }),
        ],
        frame('f1', 's1', box(0, 3, 20)),
      ),
    );
    const next = moveByLine(pages, typesetting, body(0, 2), 'after', 1, null)!;
    expect(caret(next.place)!.top).toBe(caret(body(0, 2))!.top);
    expect(caret(next.place)!.x).toBeGreaterThan(caret(body(0, 2))!.x + 60);
  });
  it('leads out of an empty paragraph both ways', () => {
    const { pages } = drawn(plain([paragraph('甲乙'), paragraph(''), paragraph('丙丁')]));
    expect(moveByLine(pages, typesetting, body(1, 0), 'after', 1, null)!.place).toEqual(body(2, 0));
    expect(moveByLine(pages, typesetting, body(1, 0), 'after', -1, null)!.place).toEqual(body(0, 0));
  });
});

describe('after an edit', () => {
  it('all parts of the page but its own are the same values', () => {
    const cache = new Cache();
    const stories = ['s1', 's2'].map((id) => story(id, '河堤公园补种柳树', [200]));
    const before = inner(stories, frame('f1', 's1', box(0, 3, 30)), frame('f2', 's2', box(3, 3, 30)));
    const [, first] = layOutIssue(before, fonts, cache).displayList.pages;
    const edited = replaceRange(before, body(0, 5), body(0, 5), [plainLine('新')]);
    const [, second] = layOutIssue(edited.issue, fonts, cache).displayList.pages;
    expect(second!.items).toEqual(second!.parts.flat());
    expect(second!.parts.map((part, i) => part === first!.parts[i])).toEqual([true, false, true, true]);
    expect(caretBox([first!, second!], typesetting, edited.caret, 'after')).not.toBeNull();
  });
});
