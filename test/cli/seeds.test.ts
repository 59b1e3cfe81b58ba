/** The real issues through the built command, and what the pages then hold. */
import { afterAll, describe, expect, it } from 'vitest';
import type { DisplayItem, DisplayPage } from '../../core/display/display-list.ts';
import { setOnceFaults } from '../parity/set-once.ts';
import { haveSeeds, SEEDS, sampleTrial, seedPath, seedTrial, type Trial } from '../parity/trials.ts';
import { Workplace } from './run-zuban.ts';

const place = new Workplace();
afterAll(() => place.remove());

const MARCH = 'shangjie-shibao-2020-03-15.txt';
const NOVEMBER = 'shangjie-shibao-2020-11.txt';

const textOf = (items: readonly DisplayItem[]): string =>
  items.map((item) => (item.kind === 'glyphs' || item.kind === 'dash' ? item.text : '')).join('');
const withRole = (page: DisplayPage, ...roles: string[]): string =>
  textOf(page.items.filter((item) => roles.includes(item.role)));

const NUMERALS = '一二三四五六七八九十';

interface JumpLine {
  readonly story: string;
  readonly page: number;
  readonly to: number | null;
  readonly from: number | null;
}

/** The printed jump lines with the story whose frame they stand in. */
const jumpLines = ({ issue, layout }: Trial): JumpLine[] =>
  layout.displayList.pages.flatMap((page) => {
    const frames = new Map<string, string>();
    for (const item of page.items)
      if (item.role === 'jump-line' && item.source === null && item.kind === 'glyphs')
        frames.set(`${item.frame} ${item.y}`, (frames.get(`${item.frame} ${item.y}`) ?? '') + item.text);
    return [...frames].map(([key, text]) => {
      const frame = issue.pages[page.number - 1]!.frames.find(({ id }) => id === key.split(' ')[0])!;
      const [, way, numeral] = /^（(下转|上接)(.+)版）$/.exec(text) ?? [];
      const other = NUMERALS.indexOf(numeral ?? '?') + 1;
      expect(other, text).toBeGreaterThan(0);
      return {
        story: frame.story,
        page: page.number,
        to: way === '下转' ? other : null,
        from: way === '上接' ? other : null,
      };
    });
  });

/** Pages that body text of the story stands on, in order. */
const pagesOf = ({ layout }: Trial, story: string): number[] =>
  layout.displayList.pages
    .filter((page) => page.items.some(({ source, role }) => source?.story === story && role === 'body'))
    .map(({ number }) => number);

/** Every story's jump lines are those that its pages ask for, both ways. */
const expectTrueJumps = (trial: Trial) => {
  const printed = jumpLines(trial);
  const asked = trial.issue.stories.flatMap(({ id }) => {
    const pages = pagesOf(trial, id);
    return pages.slice(1).flatMap((page, i): JumpLine[] => [
      { story: id, page: pages[i]!, to: page, from: null },
      { story: id, page, to: null, from: pages[i]! },
    ]);
  });
  const order = (lines: readonly JumpLine[]) => lines.map((line) => JSON.stringify(line)).sort();
  expect(order(printed)).toEqual(order(asked));
  return printed;
};

const expectNothingOverset = ({ layout }: Trial) => {
  expect(layout.pages.flatMap(({ frames }) => frames).filter(({ overset }) => overset > 0)).toEqual([]);
  expect(layout.problems.filter(({ kind }) => kind === 'overset')).toEqual([]);
};

describe('the sample', () => {
  it('sets every character once, with true jump lines and nothing overset', async () => {
    const trial = await sampleTrial();
    expect(setOnceFaults(trial.issue, trial.layout.displayList)).toEqual([]);
    expect(expectTrueJumps(trial).length).toBeGreaterThan(0);
    expectNothingOverset(trial);
  });
});

describe.skipIf(!haveSeeds)('the seeds (needs the folder of the seeds)', () => {
  it.each(SEEDS)('%s imports and exports with exit code 0, the issue as the manuscript', async (name) => {
    const made = await place.run([
      'import',
      seedPath(name),
      '-o',
      'a.zuban',
      '--report',
      'a.json',
      '--quiet',
    ]);
    expect(made).toEqual({ code: 0, stdout: '', stderr: '' });
    const direct = await place.run([
      'export',
      seedPath(name),
      '--dump',
      'a.txt',
      '--pdf',
      'a.pdf',
      '--quiet',
    ]);
    expect(direct).toEqual({ code: 0, stdout: '', stderr: '' });
    const again = await place.run(['export', 'a.zuban', '--dump', 'b.txt', '--pdf', 'b.pdf', '--quiet']);
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(place.text('b.txt')).toBe(place.text('a.txt'));
    expect(place.read('b.pdf').equals(place.read('a.pdf'))).toBe(true);
  });

  const FORMATS = ['对开', '四开', '八开', 'A3'] as const;
  it.each(SEEDS.flatMap((name) => FORMATS.map((format) => [name, format] as const)))(
    '%s in %s: every character set once and in order, true jump lines, nothing overset',
    async (name, format) => {
      const trial = await seedTrial(name, format);
      expect(setOnceFaults(trial.issue, trial.layout.displayList)).toEqual([]);
      expectTrueJumps(trial);
      expectNothingOverset(trial);
    },
  );

  it('2020-03-15 in 对开 has its full masthead, seven stories and six refers on page 1', async () => {
    const trial = await seedTrial(MARCH, '对开');
    const [first] = trial.layout.displayList.pages;
    const head = withRole(first!, 'nameplate', 'masthead');
    for (const text of [
      '上街时报',
      'SHANGJIENEWSLETTER',
      '中共上街区委宣传部传媒中心出版',
      '2020年3月15星期日庚子年二月廿二',
      '河南省连续性内资',
      '【审郑州连】00015号',
      '第9期（总第636期）',
      '内部资料免费交流',
      '监督电话67183172',
    ])
      expect(head.replace(/\s/g, '')).toContain(text);
    const articles = trial.issue.stories.filter(({ kind }) => kind === 'article');
    expect(articles).toHaveLength(7);
    const headlines = withRole(first!, 'headline').replace(/\s/g, '');
    for (const { headline } of articles) expect(headlines).toContain(headline.replace(/\s/g, ''));
    const refers = trial.issue.stories.filter(({ kind }) => kind === 'refers');
    expect(refers.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(6);
    for (const { id } of refers) expect(pagesOf(trial, id)).toEqual([1]);
    expect(textOf(first!.items)).toContain('（详见二版）');
    const places = first!.items.filter(({ role }) => role === 'jump-line');
    expect(places, 'a broadsheet holds all of it').toEqual([]);
  });

  it('2020-03-15 reports the typed jumps as unanswered', async () => {
    await place.run(['export', seedPath(MARCH), '--report', 'jumps.json', '--quiet']);
    const { problems } = JSON.parse(place.text('jumps.json'));
    const unanswered = problems.filter(({ kind }: { kind: string }) => kind === 'unanswered-jump');
    expect(unanswered).toHaveLength(2);
    for (const { message } of unanswered) expect(message).toContain('下转二版');
  });

  it('2020-03-15 in 四开 takes two pages or more and jumps', async () => {
    const trial = await seedTrial(MARCH, '四开');
    expect(trial.layout.displayList.pages.length).toBeGreaterThanOrEqual(2);
    expect(expectTrueJumps(trial).length).toBeGreaterThanOrEqual(2);
  });

  it('2020-11 names the masthead facts that are missing and leaves visible blanks', async () => {
    const { code, stderr } = await place.run(['export', seedPath(NOVEMBER), '--dump', 'n.txt']);
    expect(code).toBe(0);
    for (const fact of ['日期', '期号', '总期号']) expect(stderr).toContain(`没有${fact}`);
    const dump = place.text('n.txt');
    for (const blank of ['＿＿年＿＿月', '星期＿＿', '第＿＿期', '（总第＿＿期）'])
      expect(dump).toContain(blank);
  });

  it('2020-11 has a story without a head, which is said', async () => {
    const { stderr } = await place.run(['export', seedPath(NOVEMBER), '--dump', 'n.txt']);
    expect(stderr).toMatch(/稿件没有标题，标题留空/);
  });
});
