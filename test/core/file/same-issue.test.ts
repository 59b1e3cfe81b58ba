/** What makes two files copies of one issue, and what of two issues belongs together. */
import { describe, expect, it } from 'vitest';
import { alignedStories } from '../../../core/file/align-stories.ts';
import { compareIssues } from '../../../core/file/compare-issues.ts';
import { areCopies } from '../../../core/file/same-issue.ts';
import { likePairs, pairedStories } from '../../../core/file/story-likeness.ts';
import { type Issue, type MastheadFacts, paragraph, type Story } from '../../../core/issue/issue.ts';
import { issueFromIssue } from '../../../core/issue/issue-from-issue.ts';
import { smallIssue, story } from '../issue/small-issue.ts';

const LAKE = story(
  's1',
  '湖畔新馆开门',
  '湖畔的图书馆新馆今天开门，首批读者在门前排起了长队。馆里有三万册书，临湖一面全是窗。',
  '管理员老周说，新馆每天开到晚上九点，周末还有给孩子们讲故事的人。',
);
const BUS = story(
  's2',
  '小公交进小巷',
  '车身只有六米长的小公交昨天开进了西关的三条小巷，招手就停，老人上车有人搀扶。',
  '公交公司说，线路试行一个月，听了街坊的意见再定站点。',
);
const FAIR = story(
  's1',
  '夜市开张',
  '河堤下的夜市从本周起每晚六点开张，八十个摊位卖小吃也卖手工，十点收摊清扫。',
);
const SCHOOL = story(
  's2',
  '山村小学添新操场',
  '暑假过后回到学校的孩子们发现，原来的土操场铺上了塑胶跑道，篮球架也换了新的。',
);
const NOTICE: Story = { ...story('s9', '启事', '本报下期休刊一周，敬请读者留意。'), kind: 'notice' };

const TOLD: MastheadFacts = { date: '2026-11-20', number: 43, totalNumber: 958 };
const NEXT: MastheadFacts = { date: '2026-11-27', number: 44, totalNumber: 959 };
const BLANK: MastheadFacts = { date: null, number: null, totalNumber: null };

const issueOf = (masthead: MastheadFacts, ...stories: Story[]): Issue => ({
  ...smallIssue(),
  masthead,
  stories,
  pages: [],
});
const titled = (issue: Issue, name: string): Issue => ({
  ...issue,
  publication: { ...issue.publication, id: name, name },
});
const ours = issueOf(TOLD, LAKE, BUS, NOTICE);
const rewritten = (of: Story): Story => ({
  ...of,
  headline: `${of.headline}了`,
  paragraphs: [of.paragraphs[0]!, paragraph('这一段是另外写的。')],
});

describe('two files are copies of one issue', () => {
  const COPIES: readonly (readonly [what: string, other: Issue, history: boolean])[] = [
    ['the same file', ours, true],
    ['edited apart', issueOf(TOLD, rewritten(LAKE), BUS), true],
    ['without a version in common', issueOf(TOLD, rewritten(LAKE), BUS), false],
    ['with all stories of one day written anew', issueOf(TOLD, FAIR, SCHOOL), false],
    ['where one is still without stories', issueOf(TOLD), false],
    ['where one does not say its numbers yet', issueOf({ ...BLANK, date: TOLD.date }, FAIR), false],
    ['where neither says more than a number', issueOf({ ...BLANK, number: 43 }, FAIR), false],
    ['the number corrected in one', issueOf({ ...TOLD, number: 44 }, LAKE, BUS), true],
    ['the number corrected, imported twice', issueOf({ ...TOLD, number: 44 }, LAKE, BUS), false],
    ['put off by a week in one', issueOf({ ...TOLD, date: '2026-11-27' }, LAKE, BUS), false],
    ['date and numbers all corrected in one', issueOf(NEXT, LAKE, rewritten(BUS)), true],
    ['a story taken out besides', issueOf({ ...TOLD, totalNumber: 960 }, BUS), false],
    ['without date and number, of the same stories', issueOf(BLANK, LAKE, BUS), false],
    ['whose title was corrected in one', titled(ours, '某县报'), true],
  ];
  it.each(COPIES)('%s', (_, other, history) => {
    const mine =
      other.masthead.date === null && other.masthead.number === 43
        ? { ...ours, masthead: other.masthead }
        : ours;
    expect(areCopies(mine, other, history)).toBe(true);
    expect(areCopies(other, mine, history)).toBe(true);
  });
});

describe('two files are two issues', () => {
  const nextOfOurs = issueFromIssue(ours, NEXT);
  const TWO: readonly (readonly [what: string, other: Issue, history: boolean])[] = [
    ['of another date and number, both counted from s1', issueOf(NEXT, FAIR, SCHOOL), false],
    ['the next one made from this one, still empty', nextOfOurs, false],
    ['the next one made from this one, with its notice', issueOf(NEXT, FAIR, SCHOOL, NOTICE), false],
    ['saved under next week’s name and written anew', issueOf(NEXT, FAIR, SCHOOL, NOTICE), true],
    ['with one story run again', issueOf(NEXT, LAKE, SCHOOL, { ...FAIR, id: 's3' }), false],
    [
      'the same number of another year',
      issueOf({ ...TOLD, date: '2025-11-21', totalNumber: 906 }, FAIR),
      false,
    ],
    ['the date not changed yet', issueOf({ ...NEXT, date: TOLD.date }, FAIR, SCHOOL), false],
    ['of one day and number, of two titles', titled(ours, '某县报'), false],
    ['without date and number, of other stories', issueOf(BLANK, FAIR, SCHOOL), false],
  ];
  it.each(TWO)('%s', (_, other, history) => {
    expect(areCopies(ours, other, history)).toBe(false);
    expect(areCopies(other, ours, history)).toBe(false);
  });
});

describe('stories of two issues belong together by their words', () => {
  const pairs = (mine: readonly Story[], theirs: readonly Story[]) =>
    [...pairedStories(mine, theirs)].map(([other, own]) => [mine[own]!.headline, theirs[other]!.headline]);

  const SAME: readonly (readonly [what: string, other: Story])[] = [
    ['under another id', { ...LAKE, id: 's7' }],
    ['with another headline', { ...LAKE, headline: '三万册书等你来读' }],
    ['without a headline', { ...LAKE, headline: '' }],
    ['cut to its first paragraph', { ...LAKE, paragraphs: LAKE.paragraphs.slice(0, 1) }],
    [
      'in one paragraph',
      { ...LAKE, paragraphs: [paragraph(LAKE.paragraphs.map(({ text }) => text).join(''))] },
    ],
    [
      'with a paragraph more',
      { ...LAKE, paragraphs: [...LAKE.paragraphs, paragraph('新馆周一闭馆整理图书。')] },
    ],
    [
      'with figures and marks of another width',
      { ...LAKE, paragraphs: LAKE.paragraphs.map((p) => paragraph(p.text.replaceAll('，', ', '))) },
    ],
  ];
  it.each(SAME)('a story %s', (_, other) => {
    expect(pairs([LAKE, BUS], [SCHOOL, other])).toEqual([[LAKE.headline, other.headline]]);
  });

  it('and not because they stand under one id, or one headline', () => {
    expect(pairs([LAKE, BUS], [FAIR, SCHOOL])).toEqual([]);
    const briefs = (text: string): Story => ({ ...story('s3', '要闻简报', text), kind: 'briefs' });
    const [these, those] = [
      briefs('西关小学的孩子们在河堤上种下了三百棵树，老师说每个班认养一段。'),
      briefs('昨夜一场小雨过后，城东的菜市恢复了早市，菜价平稳。'),
    ];
    expect(pairs([these], [those])).toEqual([]);
    expect(pairs([story('s1', '', '')], [story('s1', '', '')])).toEqual([]);
  });

  it('each with one partner, the most alike', () => {
    const shorter = { ...LAKE, id: 's5', headline: '短', paragraphs: LAKE.paragraphs.slice(0, 1) };
    expect(pairs([LAKE], [shorter, { ...LAKE, id: 's6' }])).toEqual([[LAKE.headline, LAKE.headline]]);
    expect(likePairs([LAKE], [LAKE])[0]!.likeness).toBeCloseTo(1);
  });

  it('so that a comparison shows what was run again, and all else as added or removed', () => {
    const other = issueOf(
      NEXT,
      { ...BUS, id: 's1', headline: '小公交又进小巷' },
      { ...LAKE, ...SCHOOL, id: 's2' },
    );
    const { stories, facts } = compareIssues(ours, alignedStories(ours, other));
    expect(stories.map(({ sentence }) => sentence)).toEqual([
      '《小公交又进小巷》（原题《小公交进小巷》）改了标题。',
      '新增《山村小学添新操场》。',
      '删去《湖畔新馆开门》。',
      '删去《启事》。',
    ]);
    expect(facts).toEqual([
      '日期由“2026-11-20”改为“2026-11-27”。',
      '期号由“43”改为“44”。',
      '总期号由“958”改为“959”。',
    ]);
  });

  it('and frames go with their stories', () => {
    const [one, two] = [smallIssue(), smallIssue()];
    const swap = (id: string) => (id === 's1' ? 's2' : id === 's2' ? 's1' : id);
    const other: Issue = {
      ...two,
      masthead: NEXT,
      stories: two.stories.map((each) => ({ ...each, id: swap(each.id) })),
      pages: two.pages.map((page) => ({
        ...page,
        frames: page.frames.map((frame) => ({ ...frame, story: swap(frame.story) })),
      })),
    };
    const { stories, pages } = compareIssues(one, alignedStories(one, other));
    expect([stories, pages]).toEqual([[], []]);
  });

  it('in work that grows with the stories’ length, and not with every pair of them', () => {
    const many = Array.from({ length: 1_000 }, (_, i) =>
      story(
        `s${i}`,
        '',
        Array.from({ length: 60 }, (_, j) => String.fromCharCode(0x4e00 + i * 20 + j)).join(''),
      ),
    );
    expect(pairedStories(many, many.toReversed()).size).toBe(1_000);
  });
});
