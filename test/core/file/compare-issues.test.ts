/** Versions and two people's copies, story by story: what differs, and one issue made of both. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIssues, isSame } from '../../../core/file/compare-issues.ts';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import { mergeByStory, mergeQuestions } from '../../../core/file/merge-issues.ts';
import { middleDiff, pairParagraphs } from '../../../core/file/text-diff.ts';
import { setHeadline, setImprint, setMasthead } from '../../../core/issue/edits.ts';
import { type Issue, paragraph, type Story } from '../../../core/issue/issue.ts';
import { choices, randomEdit } from '../issue/random-edit.ts';
import { smallIssue, story } from '../issue/small-issue.ts';

const base = smallIssue();
const withStory = (issue: Issue, id: string, change: (of: Story) => Story): Issue => ({
  ...issue,
  stories: issue.stories.map((one) => (one.id === id ? change(one) : one)),
});
const without = (issue: Issue, id: string): Issue => ({
  ...issue,
  stories: issue.stories.filter((one) => one.id !== id),
  pages: issue.pages.map((page) => ({ ...page, frames: page.frames.filter(({ story: of }) => of !== id) })),
});
const edited = (list: Parameters<typeof randomEdit>[1][]): Issue =>
  list.reduce((at, choice) => randomEdit(at, choice)?.issue ?? at, base);

describe('comparing two issues', () => {
  it('finds nothing in the same issue, and something in any other', () => {
    expect(isSame(compareIssues(base, smallIssue()))).toBe(true);
    fc.assert(
      fc.property(choices(6), (list) => {
        const other = edited(list);
        const { pictures: _a, ...text } = other;
        const { pictures: _b, ...was } = base;
        expect(isSame(compareIssues(base, other))).toBe(JSON.stringify(text) === JSON.stringify(was));
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('says what was added, taken out and changed', () => {
    const after = withStory(setHeadline(without(base, 's3'), 's2', '小公交开进小巷').issue, 's2', (of) => ({
      ...of,
      paragraphs: [paragraph('车身只有7米长。'), paragraph('新的一段。'), of.paragraphs[1]!],
    }));
    const more = { ...after, stories: [...after.stories, story('s9', '又一篇', '文字。')] };
    const { stories, pages, facts } = compareIssues(base, more);
    expect(stories.map(({ sentence }) => sentence)).toEqual([
      '《小公交开进小巷》（原题《小公交进小巷》）改了标题、正文2段。',
      '新增《又一篇》。',
      '删去《要闻简报》。',
    ]);
    expect(stories[0]!.parts).toMatchObject([
      {
        part: 'headline',
        spans: [
          { kind: 'same', text: '小公交' },
          { kind: 'added', text: '开' },
          { kind: 'same', text: '进小巷' },
        ],
      },
      { part: 'paragraph', before: 0, after: 0 },
      { part: 'paragraph', before: null, after: 1 },
    ]);
    expect(pages.map(({ sentence }) => sentence)).toEqual(['第2版撤下《要闻简报》。']);
    expect(facts).toEqual([]);
  });

  it('says what of pages, head and imprint differs', () => {
    const [one, two] = base.pages;
    const [f1, f2] = one!.frames;
    const moved: Issue = {
      ...base,
      pages: [{ ...one!, name: '头版', frames: [f1!, { ...f2!, box: { ...f2!.box, line: 30 } }] }, two!],
    };
    const after = setImprint(setMasthead(moved, { number: 44 }).issue, { printRun: '3000' }).issue;
    const { stories, pages, facts } = compareIssues(base, after);
    expect(stories).toEqual([]);
    expect(pages).toEqual([
      { page: 1, stories: ['s2'], sentence: '第1版版名由“要闻”改为“头版”，《小公交进小巷》的版位不同。' },
    ]);
    expect(facts).toEqual(['期号由“43”改为“44”。', '印数由“”改为“3000”。']);
  });
});

describe('comparing texts', () => {
  const text = fc
    .array(fc.constantFrom('湖', '畔', '𬭎', '新', 'a'), { maxLength: 12 })
    .map((list) => list.join(''));

  it('gives both texts back and cuts no character', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const spans = middleDiff(a, b);
        const of = (...kinds: string[]) =>
          spans
            .filter(({ kind }) => kinds.includes(kind))
            .map((span) => span.text)
            .join('');
        expect([of('same', 'removed'), of('same', 'added')]).toEqual([a, b]);
        expect(spans.every((span) => !/\p{Surrogate}/u.test(span.text))).toBe(true);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('pairs every paragraph that is not the same, once and in order', () => {
    const list = fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 9 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = pairParagraphs(a, b);
        const left = a.filter((_, n) => !pairs.some(([at]) => at === n));
        const right = b.filter((_, n) => !pairs.some(([, at]) => at === n));
        expect(left).toEqual(right);
        if (a.join() === b.join()) expect(pairs).toEqual([]);
      }),
      { numRuns: 300, seed: 9 },
    );
    expect(pairParagraphs(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([[null, 1]]);
  });
});

describe('two copies made one', () => {
  const mine = setHeadline(base, 's1', '湖畔新馆今天开门').issue;
  const theirs = setHeadline(base, 's2', '小公交开进小巷').issue;

  it('takes from each side what it alone changed, and asks nothing', () => {
    expect(mergeQuestions(base, mine, theirs)).toEqual([]);
    const merged = mergeByStory(base, mine, theirs);
    expect(merged.stories.map(({ headline }) => headline)).toEqual([
      '湖畔新馆今天开门',
      '小公交开进小巷',
      '要闻简报',
    ]);
    expect(merged.pages).toEqual(base.pages);
  });

  it('asks about a story that both changed, and keeps both where nobody chose', () => {
    const other = setHeadline(base, 's1', '湖畔新馆明天开门').issue;
    expect(mergeQuestions(base, mine, other)).toMatchObject([
      { story: 's1', sentence: '《湖畔新馆今天开门》两边都改过，请选用一边，或两份都留。' },
    ]);
    const both = mergeByStory(base, mine, other);
    expect(both.stories.map(({ id, headline }) => [id, headline])).toEqual([
      ['s1', '湖畔新馆今天开门'],
      ['s4', '湖畔新馆明天开门'],
      ['s2', '小公交进小巷'],
      ['s3', '要闻简报'],
    ]);
    const chosen = mergeByStory(base, mine, other, { stories: new Map([['s1', 'theirs']]) });
    expect(chosen.stories[0]!.headline).toBe('湖畔新馆明天开门');
    expect(chosen.stories).toHaveLength(3);
  });

  it('keeps a story that one side took out and the other changed, and drops one that nobody changed', () => {
    const removed = without(base, 's2');
    expect(mergeQuestions(base, removed, theirs)[0]!.sentence).toBe(
      '《小公交开进小巷》这边删去了，对方却改过，请选择。',
    );
    expect(mergeByStory(base, removed, theirs).stories[1]!.headline).toBe('小公交开进小巷');
    expect(mergeByStory(base, removed, base).stories.map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(mergeByStory(base, base, removed)).toEqual({ ...removed, pictures: base.pictures });
  });

  it('takes pages from the side that alone moved frames, or as chosen', () => {
    const [one, two] = base.pages;
    const moved = { ...theirs, pages: [{ ...one!, name: '头版' }, two!] };
    expect(mergeByStory(base, mine, moved).pages[0]!.name).toBe('头版');
    expect(mergeByStory(base, mine, moved, { layout: 'mine' }).pages[0]!.name).toBe('要闻');
  });

  it('is a sound issue that has every story of both, whatever was edited', () => {
    const chosen = fc.option(fc.constantFrom('mine' as const, 'theirs' as const), { nil: undefined });
    fc.assert(
      fc.property(choices(8), choices(8), chosen, fc.boolean(), (a, b, layout, hasBase) => {
        const [left, right] = [edited(a), edited(b)];
        const merged = mergeByStory(hasBase ? base : null, left, right, layout ? { layout } : {});
        expect(brokenInvariant(merged)).toBeNull();
        const texts = new Set(merged.stories.map((one) => JSON.stringify(one.paragraphs)));
        const known = new Set(base.stories.map((one) => JSON.stringify(one.paragraphs)));
        for (const one of [...left.stories, ...right.stories])
          if (!known.has(JSON.stringify(one.paragraphs)))
            expect(texts).toContain(JSON.stringify(one.paragraphs));
        expect(mergeByStory(base, left, left)).toEqual(left);
      }),
      { numRuns: 150, seed: 6 },
    );
  });
});
