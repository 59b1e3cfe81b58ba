/** Nothing of a frame is printed outside its box or on its own text, or a problem of that frame says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { bottom, overlaps, type Rect, right } from '../../../core/geometry.ts';
import * as edits from '../../../core/issue/edits.ts';
import {
  type Frame,
  type FrameStyle,
  type Issue,
  PLAIN_FRAME,
  type PlacedPictureFrame,
  type Story,
} from '../../../core/issue/issue.ts';
import { boxRect } from '../../../core/makeup/column-grid.ts';
import { inkRect } from '../../../core/makeup/frame-ink.ts';
import type { PageLayout, PlacedItem } from '../../../core/makeup/page-layout.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { choices, randomEdit } from '../issue/random-edit.ts';
import { smallIssue } from '../issue/small-issue.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const PICTURE = { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 1600, height: 1067, name: 'a.jpg' } as const;

/** Kinds that say of a frame that something of it is not where it should be, as errors. */
const SAID = new Set(['outside-frame', 'headline-too-long', 'unanswered-jump', 'unshown-picture', 'overlap']);
const SLACK = 0.6;

const isWithin = (ink: Rect, room: Rect): boolean =>
  ink.x >= room.x - SLACK &&
  right(ink) <= right(room) + SLACK &&
  ink.y >= room.y - SLACK &&
  bottom(ink) <= bottom(room) + SLACK;

/** What of the page's frames is printed where it must not be and said by no problem, as sentences. */
const unsaid = (of: Issue): string[] => {
  const layout = layOutIssue(of, fonts);
  const format = formatOf(of.publication, of.format);
  const said = new Set(
    layout.problems
      .filter(({ kind, severity }) => SAID.has(kind) && severity === 'error')
      .map((p) => p.frame),
  );
  const faults = (laid: PageLayout, own: Frame): string[] => {
    /* Rules between frames stand in the page's last part, its head in the first. */
    const items = laid.parts
      .slice(1, -1)
      .flat()
      .filter((item) => item.frame === own.id);
    const box = boxRect(format, own.box);
    const name = (item: PlacedItem) =>
      `${own.id}: ${item.role} ${item.kind} ${JSON.stringify(inkRect(item))} of ${JSON.stringify(own.box)}`;
    /* A stop that hangs out of its column is meant to. */
    const hangs = of.publication.stylebook.composition.hanging ? format.bodySize : 0;
    const out = items
      .filter((item) => !isWithin(inkRect(item), { ...box, width: box.width + hangs }))
      .map(name);
    const pictures = items.filter(({ kind }) => kind === 'picture');
    const texts = items.filter(({ kind }) => kind === 'line' || kind === 'glyphs');
    const shrunk = (ink: Rect) => ({ ...ink, y: ink.y + SLACK, height: ink.height - 2 * SLACK });
    const covered = pictures.flatMap((picture) =>
      texts
        .filter((item) => overlaps(inkRect(picture), shrunk(inkRect(item)), SLACK))
        .map((item) => `covered ${name(item)}`),
    );
    return [...out, ...covered];
  };
  return of.pages.flatMap(({ frames }, i) =>
    frames.filter(({ id }) => !said.has(id)).flatMap((own) => faults(layout.layouts[i]!, own)),
  );
};

const lead = (more: Partial<Story> = {}): Story =>
  story('s1', '河堤公园补种柳树', [400, 300, 500], {
    pictures: [{ picture: PICTURE.id, caption: '新柳成行。', credit: '记者 方亦然 摄' }],
    ...more,
  });

const onPage = (own: Story, box: Frame['box'], more: Partial<Frame>): Issue =>
  issue([own], { pictures: [PICTURE], pages: [page([]), page([frame('f0', 's1', box, more)])] });

const shownAt = (of: Issue) =>
  layOutIssue(of, fonts)
    .layouts.flatMap(({ parts }) => parts.flat())
    .filter(({ kind }) => kind === 'picture');
const said = (of: Issue) =>
  layOutIssue(of, fonts).problems.map(({ kind, severity }) => `${kind} ${severity}`);

describe('a picture in a frame that gets lower', () => {
  const wanted = { column: 2, span: 2, line: 4, lines: 18 };
  const of = (lines: number, more: Partial<Frame> = {}) =>
    onPage(
      lead(),
      { column: 0, span: 4, line: 10, lines },
      {
        headLines: 6,
        pictures: [{ index: 0, box: wanted }],
        ...more,
      },
    );

  it('stands as wanted as long as it fits, then moves up, then gets lower, then is named as not shown', () => {
    const heights = [32, 28, 27, 24, 16, 12, 10, 9].map((lines) => {
      const [shown] = shownAt(of(lines));
      return shown ? Math.round(inkRect(shown).height) : null;
    });
    expect(heights).toEqual(heights.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(heights[0]).toBeGreaterThan(100);
    expect(heights.at(-1)).toBeNull();
    for (const lines of [32, 28, 27, 24, 16, 12, 10, 9, 8, 7, 1])
      expect(unsaid(of(lines)), `${lines}`).toEqual([]);
    expect(said(of(32))).not.toContain('refitted-picture note');
    expect(said(of(27))).toContain('refitted-picture note');
    expect(said(of(9))).toContain('unshown-picture error');
  });

  it('is as it was wanted when the frame is high again', () => {
    let current = of(32);
    for (const lines of [28, 24, 32])
      current = edits.resizeFrame(current, 'f0', { column: 0, span: 4, line: 10, lines }).issue;
    expect(current.pages[1]!.frames[0]!.pictures[0]!.box).toEqual(wanted);
  });

  it('gives way to a higher head, a box, a tint, a caption that grows', () => {
    for (const headLines of [6, 8, 10, 14, 20, 26, 30]) expect(unsaid(of(28, { headLines }))).toEqual([]);
    expect(unsaid(of(29, { border: 'box' }))).toEqual([]);
    expect(unsaid(of(29, { style: { ...PLAIN_FRAME, tint: 0.1 } }))).toEqual([]);
    for (const length of [0, 40, 200, 400, 900]) {
      const pictures = [{ picture: PICTURE.id, caption: copy(length), credit: '' }];
      const box = { column: 0, span: 4, line: 10, lines: 30 };
      for (const captionBeside of [true, false]) {
        const small = { index: 0, box: { ...wanted, lines: 6 }, ...(captionBeside ? { captionBeside } : {}) };
        expect(
          unsaid(onPage(lead({ pictures }), box, { headLines: 4, pictures: [small] })),
          `${length}`,
        ).toEqual([]);
      }
    }
  });

  it('leaves the others of the frame in their places', () => {
    const two = lead({ pictures: [lead().pictures[0]!, lead().pictures[0]!] });
    const pictures = [
      { index: 0, box: { column: 0, span: 2, line: 0, lines: 10 } },
      { index: 1, box: { column: 0, span: 2, line: 10, lines: 10 } },
    ];
    const low = onPage(two, { column: 0, span: 4, line: 10, lines: 22 }, { headLines: 4, pictures });
    const shown = shownAt(low).map((item) => inkRect(item));
    expect(shown).toHaveLength(2);
    expect(overlaps(shown[0]!, shown[1]!)).toBe(false);
    expect(unsaid(low)).toEqual([]);
  });

  it('says where the editor put one on another', () => {
    const two = lead({ pictures: [lead().pictures[0]!, lead().pictures[0]!] });
    const box = { column: 0, span: 2, line: 0, lines: 10 };
    const on = onPage(
      two,
      { column: 0, span: 4, line: 10, lines: 40 },
      {
        pictures: [
          { index: 0, box },
          { index: 1, box: { ...box, line: 4 } },
        ],
      },
    );
    expect(said(on)).toContain('overlap error');
  });
});

describe('a jump line', () => {
  const two = (pictures: readonly PlacedPictureFrame[], more: Partial<Frame> = {}) => {
    const box = { column: 0, span: 2, line: 25, lines: 20 };
    return issue([lead()], {
      pictures: [PICTURE],
      pages: [
        page([frame('f0', 's1', box, { headLines: 4, next: 'f1', pictures, ...more })]),
        page([frame('f1', 's1', box, { headLines: 2 })]),
      ],
    });
  };
  it('stands where the text ends, beside a picture at the foot', () => {
    const foot = two([{ index: 0, box: { column: 1, span: 1, line: 7, lines: 8 } }]);
    expect(said(foot).filter((kind) => kind.endsWith('error'))).toEqual(['overset error']);
    expect(unsaid(foot)).toEqual([]);
    const whole = two([{ index: 0, box: { column: 1, span: 1, line: 0, lines: 15 } }]);
    expect(unsaid(whole)).toEqual([]);
    expect(said(whole)).not.toContain('unanswered-jump error');
  });
  it('is missed aloud where no line is left for it', () => {
    expect(said(two([{ index: 0, box: { column: 0, span: 2, line: 0, lines: 15 } }]))).toContain(
      'unanswered-jump error',
    );
  });
});

const style: fc.Arbitrary<FrameStyle> = fc.record({
  head: fc.oneof(
    fc.constant({ place: 'above' as const }),
    fc.record({
      place: fc.constantFrom('beside' as const, 'vertical' as const),
      side: fc.constantFrom('left' as const, 'right' as const),
      chars: fc.integer({ min: 1, max: 20 }),
    }),
  ),
  headStep: fc.integer({ min: -2, max: 8 }),
  columnChars: fc.constant(null),
  remainder: fc.constantFrom('gaps' as const, 'columns' as const),
  columnRule: fc.boolean(),
  tint: fc.constantFrom(0, 0.1),
});

const anyPicture = fc.record({
  column: fc.nat(3),
  span: fc.integer({ min: 1, max: 3 }),
  line: fc.nat(16),
  lines: fc.integer({ min: 1, max: 20 }),
  beside: fc.boolean(),
});

const anyFrame = fc.record({
  page: fc.nat(1),
  column: fc.nat(5),
  span: fc.integer({ min: 1, max: 6 }),
  line: fc.integer({ min: 3, max: 50 }),
  lines: fc.integer({ min: 1, max: 30 }),
  columns: fc.integer({ min: 1, max: 5 }),
  headLines: fc.integer({ min: 0, max: 12 }),
  border: fc.constantFrom('none' as const, 'box' as const, 'top-rule' as const),
  style: fc.oneof(fc.constant(PLAIN_FRAME), style),
  pictures: fc.array(anyPicture, { maxLength: 3 }),
});

const anyStory = fc.record({
  kind: fc.constantFrom('article' as const, 'briefs' as const, 'notice' as const, 'refers' as const),
  headline: fc.constantFrom('', '河堤补柳', '河堤公园补种三百棵柳树居民盼着把路灯也换一换', '三百\n棵'),
  kicker: fc.constantFrom('', '冬修水利一线见闻'),
  deck: fc.constantFrom('', '成活率在95%以上，居民盼着换路灯'),
  length: fc.integer({ min: 0, max: 900 }),
  captions: fc.array(fc.nat(160), { minLength: 3, maxLength: 3 }),
});

describe('any story in any frames', () => {
  it('has no ink outside its frames that no problem tells of', () => {
    fc.assert(
      fc.property(anyStory, fc.array(anyFrame, { minLength: 1, maxLength: 4 }), (own, places) => {
        const { length, captions, ...more } = own;
        const told = story('s1', '', [length], {
          ...more,
          pictures: captions.map((n) => ({ picture: PICTURE.id, caption: copy(n).slice(0, n), credit: '' })),
        });
        const frames = places.map(({ page: on, column, span, line, lines, pictures, ...rest }, i) => ({
          on,
          frame: frame(
            `f${i}`,
            's1',
            { column, span: Math.min(span, 6 - column), line, lines },
            {
              ...rest,
              next: i + 1 < places.length ? `f${i + 1}` : null,
              pictures: pictures.map(({ beside, ...box }, index) => ({
                index,
                box,
                ...(beside ? { captionBeside: true } : {}),
              })),
            },
          ),
        }));
        const pages = [0, 1].map((n) => page(frames.filter(({ on }) => on === n).map((f) => f.frame)));
        expect(unsaid(issue([told], { pictures: [PICTURE], pages: [page([]), ...pages] }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('has none after any edits', () => {
    fc.assert(
      fc.property(choices(25), (made) => {
        let current = smallIssue();
        for (const choice of made) current = randomEdit(current, choice)?.issue ?? current;
        expect(unsaid(current)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
