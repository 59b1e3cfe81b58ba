/** What holds for any story in any thread of frames, and for any layout after any edits. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import type { DisplayItem, DisplayList } from '../../../core/display/display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import {
  type Frame,
  type FrameStyle,
  type Issue,
  type Paragraph,
  PLAIN_FRAME,
  paragraph,
  type Story,
} from '../../../core/issue/issue.ts';
import { passagesOf } from '../../../core/typeset/passages.ts';
import { choices, randomEdit } from '../issue/random-edit.ts';
import { smallIssue } from '../issue/small-issue.ts';
import { fonts } from '../typeset/fonts.ts';
import { frame, issue, page, story } from './issue-builder.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('河堤上的柳树', '先绿了起来', '孩子们', '放风筝', '的', '了') },
  { weight: 3, arbitrary: fc.constantFrom('，', '。', '、', '：“', '。”', '（', '）', '——', '……', '？！') },
  { weight: 2, arbitrary: fc.constantFrom('300', '95%', '1,234', 'Zuban', '2026年', '36℃', '　', '𬭎') },
);
const prose = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(''));

const paragraphs: fc.Arbitrary<Paragraph[]> = fc.array(
  fc.record({
    role: fc.constantFrom(
      'body' as const,
      'body' as const,
      'body' as const,
      'subhead' as const,
      'item' as const,
    ),
    text: prose(60),
    marks: fc.constant([]),
    byline: fc.constantFrom('', '', '（记者　方亦然）'),
  }),
  { minLength: 1, maxLength: 6 },
);

const PICTURE = { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 1600, height: 1067, name: 'a.jpg' } as const;

const anyStory: fc.Arbitrary<Story> = fc
  .record({
    paragraphs,
    kind: fc.constantFrom('article' as const, 'article' as const, 'briefs' as const, 'notice' as const),
    standfirst: fc.constantFrom('', '入春以来，管理处补种新柳300棵。'),
    byline: fc.constantFrom('', '（记者　方亦然　苗新雨）'),
    credit: fc.constantFrom('', '（摘自某报）'),
    refersTo: fc.constantFrom(null, 2),
    tracking: fc.constantFrom(0, 0, 0.01, -0.02),
  })
  .map((more) =>
    story('s1', '河堤公园补种柳树', [], {
      ...more,
      pictures: [{ picture: PICTURE.id, caption: '新柳成行。', credit: '' }],
    }),
  );

const frameStyle: fc.Arbitrary<FrameStyle> = fc.record({
  head: fc.oneof(
    fc.constant({ place: 'above' as const }),
    fc.record({
      place: fc.constantFrom('beside' as const, 'vertical' as const),
      side: fc.constantFrom('left' as const, 'right' as const),
      chars: fc.integer({ min: 1, max: 20 }),
    }),
  ),
  headStep: fc.integer({ min: -1, max: 1 }),
  columnChars: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 4, max: 24 }), { minLength: 1, maxLength: 4 }) },
  ),
  remainder: fc.constantFrom('gaps' as const, 'columns' as const),
  columnRule: fc.boolean(),
  tint: fc.constantFrom(0, 0.1),
});

/** A frame somewhere on one of three pages; they may overlap, which is no concern of the text's. */
const placedFrame = fc
  .record({
    page: fc.nat(2),
    column: fc.nat(5),
    span: fc.integer({ min: 1, max: 6 }),
    line: fc.integer({ min: 3, max: 60 }),
    lines: fc.integer({ min: 1, max: 26 }),
    columns: fc.integer({ min: 1, max: 5 }),
    headLines: fc.integer({ min: 0, max: 8 }),
    border: fc.constantFrom('none' as const, 'box' as const, 'top-rule' as const),
    style: fc.oneof(fc.constant(PLAIN_FRAME), frameStyle),
    picture: fc.option(
      fc.record({ column: fc.nat(3), span: fc.integer({ min: 1, max: 3 }), line: fc.nat(6) }),
    ),
  })
  .map(({ page: on, column, span, line, lines, picture, ...more }) => ({
    on,
    box: { column, span: Math.min(span, 6 - column), line, lines },
    more: {
      ...more,
      pictures: picture ? [{ index: 0, box: { ...picture, lines: 8 } }] : [],
    },
  }));

const threaded = (
  own: Story,
  places: readonly (typeof placedFrame extends fc.Arbitrary<infer T> ? T : never)[],
): Issue => {
  const frames = places.map(({ on, box, more }, i) => ({
    on,
    frame: frame(`f${i}`, own.id, box, { ...more, next: i + 1 < places.length ? `f${i + 1}` : null }),
  }));
  return issue([own], {
    pictures: [PICTURE],
    pages: [0, 1, 2].map((n) =>
      page(
        frames.filter(({ on }) => on === n).map((f) => f.frame),
        `${n}`,
      ),
    ),
  });
};

const BODY_PARTS = new Set(['standfirst', 'body', 'item-byline', 'byline', 'credit']);

/** The runs of the story’s body in the order of its thread. */
const bodyRuns = (list: DisplayList, thread: readonly Frame['id'][]) => {
  const items = list.pages.flatMap((p) => p.items);
  return thread.flatMap((id) =>
    items.flatMap((item: DisplayItem) =>
      item.frame === id &&
      (item.kind === 'glyphs' || item.kind === 'dash') &&
      item.source &&
      BODY_PARTS.has(item.source.part)
        ? [{ text: item.text, ...item.source }]
        : [],
    ),
  );
};

/** The passages' own texts, without what the program made. */
const ownTexts = (one: Issue, own: Story) =>
  passagesOf(own, one.publication.stylebook, new Cache())
    .filter((passage) => !passage.made)
    .map((passage) => ({
      part: passage.part,
      paragraph: passage.paragraph,
      text: passage.text.slice(passage.prefix),
    }));

describe('a story in a thread of frames of any size, style and page', () => {
  it('is set once and in order as far as the frames hold it, and what is left over is counted exactly', () => {
    fc.assert(
      fc.property(anyStory, fc.array(placedFrame, { minLength: 1, maxLength: 6 }), (own, places) => {
        const one = threaded(own, places);
        const layout = layOutIssue(one, fonts);
        const runs = bodyRuns(
          layout.displayList,
          places.map((_, i) => `f${i}`),
        );
        let i = 0;
        let left = 0;
        for (const { part, paragraph: index, text } of ownTexts(one, own)) {
          let at = 0;
          for (let run = runs[i]; run?.part === part && run.paragraph === index; run = runs[++i]) {
            /* The set-in ● of an item stands before its text. */
            const shown = run.from < 0 ? run.text.slice(-run.from) : run.text;
            expect(Math.max(0, run.from)).toBe(at);
            expect(text.slice(at, at + shown.length)).toBe(shown);
            at += shown.length;
          }
          left += text.length - at;
          if (left > 0) break;
        }
        expect(i).toBe(runs.length);
        const total = ownTexts(one, own).reduce((sum, { text }) => sum + text.length, 0);
        const set = runs.reduce((sum, run) => sum + run.text.length + Math.min(0, run.from), 0);
        const reports = layout.pages.flatMap((p) => p.frames);
        const over = reports.reduce((sum, report) => sum + report.oversetCharacters, 0);
        expect(over).toBe(total - set);
        expect(reports.reduce((sum, report) => sum + report.overset, 0) > 0).toBe(
          layout.problems.some((p) => p.kind === 'overset'),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every line within its column and on the page’s grid', () => {
    fc.assert(
      fc.property(anyStory, fc.array(placedFrame, { minLength: 1, maxLength: 4 }), (own, places) => {
        const one = threaded(own, places);
        const layout = layOutIssue(one, fonts);
        const format = one.publication.formats.find((f) => f.id === one.format)!;
        for (const { parts } of layout.layouts)
          for (const item of parts.flat()) {
            if (item.kind !== 'line' || !item.source || !BODY_PARTS.has(item.source.part)) continue;
            const line = (item.y - format.origin.y - 0.88 * format.bodySize) / format.pitch;
            expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
            const { box } = places[Number(item.frame!.slice(1))]!;
            const right =
              format.origin.x +
              ((box.column + box.span) * (format.columnChars + format.gapChars) - format.gapChars) *
                format.bodySize;
            expect(line).toBeLessThan(box.line + box.lines);
            if (!item.line.fill.forced)
              expect(item.x + item.line.indent + item.line.width).toBeLessThanOrEqual(right + 0.01);
          }
      }),
      { numRuns: 80 },
    );
  });
});

describe('a story cut over two frames of the same width, widow control off', () => {
  it('has the same lines as in one frame', () => {
    const free = (one: Issue): Issue => ({
      ...one,
      publication: {
        ...one.publication,
        stylebook: {
          ...one.publication.stylebook,
          composition: { ...one.publication.stylebook.composition, widowControl: false },
        },
      },
    });
    const linesOf = (one: Issue, ids: readonly string[]) => {
      const items = layOutIssue(one, fonts).layouts.flatMap((p) => p.parts.flat());
      return ids.flatMap((id) =>
        items.flatMap((item) =>
          item.kind === 'line' && item.frame === id && item.role === 'body' ? [item.line] : [],
        ),
      );
    };
    fc.assert(
      fc.property(
        fc.array(prose(80), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 2, max: 40 }),
        fc.nat(1),
        (texts, span, cut, on) => {
          const own = story('s1', '', [], { paragraphs: texts.map((text) => paragraph(text)) });
          const box = (lines: number) => ({ column: 0, span, line: 3, lines });
          const plain = { columns: 1, headLines: 0 };
          const whole = issue([own], { pages: [page([]), page([frame('f0', 's1', box(80), plain)])] });
          const first = frame('f0', 's1', box(cut), { ...plain, next: 'f1' });
          const second = frame('f1', 's1', box(80), plain);
          const both = on === 0 ? [page([]), page([first, second])] : [page([first]), page([second])];
          expect(linesOf(free(issue([own], { pages: both })), ['f0', 'f1'])).toEqual(
            linesOf(free(whole), ['f0']),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a story in frames of one measure, with widow control', () => {
  it('is set exactly once and in order, however its paragraphs are set otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(prose(160), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (texts, rows, columns, onPages) => {
          const own = story('s1', '', [], { paragraphs: texts.map((text) => paragraph(text)) });
          const frames = rows.map((count, i) =>
            frame(
              `f${i}`,
              's1',
              { column: 0, span: columns, line: 3 + i * 11, lines: count + 2 },
              {
                headLines: 0,
                next: i + 1 < rows.length ? `f${i + 1}` : null,
              },
            ),
          );
          const pages = onPages ? frames.map((one) => page([one])) : [page(frames)];
          const one = issue([own], { pages: [page([]), ...pages] });
          const layout = layOutIssue(one, fonts);
          const shown = bodyRuns(
            layout.displayList,
            frames.map(({ id }) => id),
          )
            .map(({ text }) => text)
            .join('');
          expect(texts.join('').startsWith(shown)).toBe(true);
          const over = layout.pages.flatMap((p) => p.frames).reduce((sum, f) => sum + f.oversetCharacters, 0);
          expect(shown.length + over).toBe(texts.join('').length);
        },
      ),
      { numRuns: 400 },
    );
  });
  it('does not lose what a frame began and the next one goes on with', () => {
    /* Found by chance: the second frame opened in a paragraph that was then set into a line fewer. */
    const texts = [
      '在堤上95%孩子们在堤上2026年河堤上的柳树“好！”、300棵老陈说：放风筝。河堤上的柳树的孩子们',
      '河堤上的柳树2026年2026年300棵孩子们老陈说：了老陈说：在堤上2026年放风筝。了补种老陈说：先绿了起来，了了补种先绿了起来，了95%',
      '先绿了起来，补种、300棵先绿了起来，在堤上老陈说：、老陈说：放风筝。300棵补种河堤上的柳树老陈说：300棵先绿了起来，95%孩子们2026年“好！”孩子们在堤上老陈说：“好！”的孩子们孩子们“好！”在堤上95%95%了2026年300棵孩子们放风筝。',
    ];
    const own = story('s1', '', [], { paragraphs: texts.map((text) => paragraph(text)) });
    for (let first = 2; first < 10; first++)
      for (let second = 2; second < 10; second++) {
        const frames = [
          frame('f0', 's1', { column: 0, span: 3, line: 3, lines: first + 1 }, { headLines: 0, next: 'f1' }),
          frame('f1', 's1', { column: 0, span: 3, line: 40, lines: second + 1 }, { headLines: 0 }),
        ];
        const { displayList } = layOutIssue(issue([own], { pages: [page([]), page(frames)] }), fonts);
        const shown = bodyRuns(displayList, ['f0', 'f1']).map(({ text }) => text);
        expect(texts.join('').startsWith(shown.join('')), `${first} ${second}`).toBe(true);
      }
  });
});

describe('an engine that has laid out much', () => {
  it('gives what a new one makes of new values, after any edits', () => {
    fc.assert(
      fc.property(choices(12), (made) => {
        let current = smallIssue();
        const engine = createEngine(fonts);
        engine.layOut(current);
        for (const choice of made) {
          const edited = randomEdit(current, choice);
          if (!edited) continue;
          current = edited.issue;
          const { displayList, pages, jumps, problems } = engine.layOut(current);
          const fresh = createEngine(fonts).layOut(structuredClone(current));
          expect(displayList).toEqual(fresh.displayList);
          expect({ pages, jumps, problems }).toEqual({
            pages: fresh.pages,
            jumps: fresh.jumps,
            problems: fresh.problems,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
