import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { paragraph, type Story } from '../../../core/issue/issue.ts';
import { copyfitStory } from '../../../core/makeup/copyfit.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { PARAGRAPHS } from '../../../core/typeset/galley.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, issue, story } from './issue-builder.ts';

/** Counts how often a paragraph is asked for: whatever sets, pours or measures a story asks for each of its lines. */
const countingCache = () => {
  const cache = new Cache();
  const store = cache.of(PARAGRAPHS);
  const get = store.get.bind(store);
  const counted = { cache, asked: 0 };
  store.get = (paragraph) => {
    counted.asked++;
    return get(paragraph);
  };
  return counted;
};

type Kind = (count: number) => Story;
const KINDS: Readonly<Record<string, Kind>> = {
  'one-line paragraphs': (n) => story('s', '水渠修好了', Array(n).fill(10)),
  'paragraphs of two and three lines': (n) =>
    story(
      's',
      '水渠修好了',
      Array.from({ length: n }, (_, i) => 26 + ((i * 7) % 16)),
    ),
  'briefs with bylines': (n) => ({
    ...story('s', '简讯', []),
    kind: 'briefs',
    paragraphs: Array.from({ length: n }, (_, i) => ({
      ...paragraph(copy(20 + ((i * 11) % 30)), 'item'),
      byline: '（王小明）',
    })),
  }),
  'a subhead over every other paragraph': (n) => ({
    ...story('s', '水渠修好了', []),
    paragraphs: Array.from({ length: n }, (_, i) =>
      i % 2 ? paragraph(copy(24 + ((i * 5) % 20))) : paragraph('一、修渠', 'subhead'),
    ),
  }),
};

/** How often make-up, layout and copyfitting ask for a paragraph, for each paragraph that there is. */
const askedFor = (kind: Kind, count: number) => {
  const counting = countingCache();
  const { cache } = counting;
  const perParagraph = (act: () => void): number => {
    counting.asked = 0;
    act();
    return counting.asked / count;
  };
  const copyOfIt = issue([kind(count)]);
  let madeUp = copyOfIt;
  return {
    makeUp: perParagraph(() => {
      madeUp = makeUpIssue(copyOfIt, { fonts, cache });
    }),
    layOut: perParagraph(() => layOutPages(madeUp, fonts, cache)),
    copyfit: perParagraph(() => copyfitStory(madeUp, 's', fonts, cache)),
  };
};

describe('a story of many short paragraphs', () => {
  it.each(Object.entries(KINDS))('costs what its length costs: %s', (_, kind) => {
    const asked = askedFor(kind, 200);
    /* Setting the galley anew for every trial asks two hundred times and more. */
    expect(asked.makeUp).toBeLessThan(12);
    expect(asked.layOut).toBeLessThan(12);
    expect(asked.copyfit).toBeLessThan(12);
  });
});
