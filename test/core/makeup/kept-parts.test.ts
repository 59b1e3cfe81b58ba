/** What is kept of a story's parts, each asked again with one thing of its key changed and held against one made anew. */

import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { type Frame, PLAIN_FRAME, paragraph, type Story } from '../../../core/issue/issue.ts';
import { StoryShapes } from '../../../core/makeup/newspaper/story-shape.ts';
import { captionText, setCaption } from '../../../core/makeup/story/picture-block.ts';
import { formatOf, type Stylebook } from '../../../core/publication/publication.ts';
import { FROM_THE_START, setGalley } from '../../../core/typeset/galley.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, story } from './issue-builder.ts';

const one = issue([]);
const book = one.publication.stylebook;
const larger: Stylebook = {
  ...book,
  caption: { ...book.caption, size: book.caption.size * 1.25 },
  byline: { ...book.byline, size: book.byline.size * 1.25 },
};

describe('a kept caption', () => {
  const picture = {
    picture: 'sha256-0.jpg',
    caption: copy(40),
    credit: ' photo by A. Willow',
    focus: { x: 0.5, y: 0.5 },
  };
  it.each([
    ['another stylebook', larger, 200],
    ['another width', book, 120],
  ] as const)('is not used with %s', (_, styles, width) => {
    const typesetting = newTypesetting(fonts);
    const first = setCaption(picture, book, 200, typesetting);
    expect(setCaption(picture, book, 200, typesetting)).toBe(first);
    const wanted = setCaption(picture, styles, width, newTypesetting(fonts));
    expect(wanted).not.toEqual(first);
    expect(setCaption(picture, styles, width, typesetting)).toEqual(wanted);
    expect(captionText(picture)).toContain('photo');
  });
});

describe('kept galley lines', () => {
  const told: Story = story('s', '新柳', [240, 345], { byline: '（记者 Willow A. Greenbank）' });
  const changes = (by: 1 | -1) =>
    [0, 1].flatMap((passage) => [new Map([[passage, by]]), new Map()] as ReadonlyMap<number, 1 | -1>[]);
  const set = (of: Story, measure: number, by: ReadonlyMap<number, 1 | -1>, cache = new Cache()) =>
    setGalley({ story: of, book, measure, typesetting: { fonts, cache } }, FROM_THE_START, by);

  it('are not used where a paragraph is to take a line more or fewer', () => {
    const cache = new Cache();
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
    const cache = new Cache();
    for (const by of [new Map(), ...changes(1), ...changes(-1)])
      for (const measure of [15, 20]) expect(set(told, measure, by, cache)).toEqual(set(told, measure, by));
  });

  it('are not used of a byline at another measure', () => {
    const short = { ...told, paragraphs: [paragraph(copy(14))] };
    const cache = new Cache();
    for (const measure of [30, 8, 30])
      expect(set(short, measure, new Map(), cache)).toEqual(set(short, measure, new Map()));
  });
});

describe('what is left of a story after its frames', () => {
  const format = formatOf(one.publication, '四开');
  const told = story('s', '新柳', [900, 700]);
  const shapes = () => new StoryShapes(issue([told]), format, newTypesetting(fonts));
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
