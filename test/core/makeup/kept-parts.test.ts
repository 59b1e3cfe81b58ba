/** What is kept of a story's parts, each asked again with one thing of its key changed and held against one made anew. */
import { describe, expect, it } from 'vitest';
import { type Frame, PLAIN_FRAME, paragraph, type Story } from '../../../core/issue/issue.ts';
import { captionText, setCaption } from '../../../core/makeup/newspaper/picture-block.ts';
import { StoryShapes } from '../../../core/makeup/newspaper/story-shape.ts';
import { formatOf, type Stylebook } from '../../../core/publication/publication.ts';
import { FROM_THE_START, newGalleyCache, setGalley } from '../../../core/typeset/galley.ts';
import { fonts, narrowFonts } from '../typeset/fonts.ts';
import { copy, frame, issue, story } from './issue-builder.ts';

const one = issue([]);
const book = one.publication.stylebook;
const larger: Stylebook = {
  ...book,
  caption: { ...book.caption, size: book.caption.size * 1.25 },
  byline: { ...book.byline, size: book.byline.size * 1.25 },
};
const narrow = narrowFonts();

describe('a kept caption', () => {
  const picture = {
    picture: 'sha256-0.jpg',
    caption: copy(40),
    credit: ' photo by A. Willow',
    focus: { x: 0.5, y: 0.5 },
  };
  it.each([
    ['another stylebook', larger, 200, fonts],
    ['another width', book, 120, fonts],
    ['other fonts', book, 200, narrow],
  ] as const)('is not used with %s', (_, styles, width, with_) => {
    const kept = { ...picture };
    const first = setCaption(kept, book, 200, fonts);
    expect(setCaption(kept, book, 200, fonts)).toBe(first);
    const wanted = setCaption({ ...picture }, styles, width, with_);
    expect(wanted).not.toEqual(first);
    expect(setCaption(kept, styles, width, with_)).toEqual(wanted);
    expect(captionText(kept)).toContain('photo');
  });
});

describe('kept galley lines', () => {
  const told: Story = story('s', '新柳', [240, 345], { byline: '（记者 Willow A. Greenbank）' });
  const changes = (by: 1 | -1) =>
    [0, 1].flatMap((passage) => [new Map([[passage, by]]), new Map()] as ReadonlyMap<number, 1 | -1>[]);
  const set = (of: Story, measure: number, by: ReadonlyMap<number, 1 | -1>, cache = newGalleyCache()) =>
    setGalley(of, book, measure, fonts, cache, FROM_THE_START, by);

  it('are not used where a paragraph is to take a line more or fewer', () => {
    const cache = newGalleyCache();
    const counts = new Set<number>();
    for (const by of [new Map(), ...changes(1), ...changes(-1)]) {
      const wanted = set(told, 15, by);
      counts.add(wanted.lines.length);
      expect(set(told, 15, by, cache)).toEqual(wanted);
    }
    /* The copy is such that there are all three. */
    expect(counts.size).toBe(3);
  });

  it('are not used at another measure, with or without such a change', () => {
    const cache = newGalleyCache();
    for (const by of [new Map(), ...changes(1), ...changes(-1)])
      for (const measure of [15, 20]) expect(set(told, measure, by, cache)).toEqual(set(told, measure, by));
  });

  it('are not used of a byline at another measure or in other fonts', () => {
    const short = { ...told, paragraphs: [paragraph(copy(14))] };
    const made = (of: Story, measure: number, with_: typeof fonts) =>
      setGalley(of, book, measure, with_, newGalleyCache());
    made(short, 30, fonts);
    for (const [measure, with_] of [
      [8, fonts],
      [8, narrow],
      [30, narrow],
      [30, fonts],
    ] as const)
      expect(made(short, measure, with_)).toEqual(made(structuredClone(short), measure, with_));
  });
});

describe('what is left of a story after its frames', () => {
  const format = formatOf(one.publication, '四开');
  const told = story('s', '新柳', [900, 700]);
  const shapes = () => new StoryShapes(issue([told]), format, fonts, newGalleyCache());
  const at = (id: string, lines: number, more: Partial<Frame> = {}) =>
    frame(id, 's', { column: 0, span: 2, line: 10, lines }, more);
  const [a, b] = [at('a', 20, { next: 'b' }), at('b', 12)];

  it.each<[string, readonly Frame[]]>([
    ['a frame more', [a, b]],
    ['a higher frame', [at('a', 28)]],
    ['a frame fewer', []],
    ['another frame before the last', [at('c', 24), b]],
    ['a frame with columns of its own', [at('a', 20, { style: { ...PLAIN_FRAME, columnChars: [10, 15] } })]],
  ])('is found anew with %s', (_, thread) => {
    const own = shapes();
    for (const before of [[a], [a, b]]) {
      own.rest(told, before);
      expect(own.rest(told, thread).from).toBe(shapes().rest(told, thread).from);
    }
  });
});
