import { describe, expect, it } from 'vitest';
import { accountForCharacters } from '../../../core/manuscript/character-account.ts';
import { type ImportResult, readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { seed, stubPublication } from './manuscript-builders.ts';

const SEEDS = [
  'shangjie-shibao-2020-03-15.txt',
  'shangjie-shibao-2020-11.txt',
  'bulletin-2020-06-16.txt',
  'monthly-booklet-2020-04.txt',
] as const;
const absent = seed(SEEDS[0]) === null;

const read = (name: (typeof SEEDS)[number]): ImportResult =>
  readManuscripts([seed(name)!], [stubPublication()]);
const problemKinds = (result: ImportResult): string[] =>
  result.report.problems.map((problem) => problem.kind);
const recognised = (result: ImportResult, kind: string): number =>
  result.report.files[0]!.recognitions.filter((recognition) => recognition.kind === kind).length;

describe.skipIf(absent)('the seeds', () => {
  it.each(SEEDS)('%s: every character stands in the issue or in the report', (name) => {
    const manuscript = seed(name)!;
    const account = accountForCharacters([manuscript], readManuscripts([manuscript], [stubPublication()]));
    expect([...account.difference]).toEqual([]);
    // Not by way of removing everything: nearly all of the copy stands in stories.
    expect(account.inStories / account.input).toBeGreaterThan(0.93);
  });

  it('2020-03-15 has its full masthead, read from scattered lines', () => {
    const { issue, report } = read('shangjie-shibao-2020-03-15.txt');
    expect(issue.masthead).toEqual({ date: '2020-03-15', number: 9, totalNumber: 636 });
    expect(issue.publication.masthead.publisher).toMatch(/传媒中心出版$/);
    expect(issue.publication.masthead.hotline).toBe('监督电话 67183172');
    expect(report.readFacts.map((fact) => fact.field)).toEqual(
      expect.arrayContaining([
        'nameplate',
        'english-line',
        'weekday',
        'lunar-date',
        'permit',
        'notice',
        'hotline',
      ]),
    );
    expect(report.publication).toMatchObject({ id: 'shangjie-shibao', kind: 'newspaper' });
  });

  it('2020-03-15 has seven articles and six refers to page 2', () => {
    const { issue } = read('shangjie-shibao-2020-03-15.txt');
    expect(issue.stories.map((story) => story.kind)).toEqual([...Array(7).fill('article'), 'refers']);
    expect(issue.stories.every((story) => story.kind === 'refers' || story.headline !== '')).toBe(true);
    const refers = issue.stories.at(-1)!;
    expect(refers.paragraphs).toHaveLength(6);
    expect(refers.refersTo).toBe(2);
    expect(issue.stories.filter((story) => story.byline !== '')).toHaveLength(5);
  });

  it('2020-03-15 keeps the passage given twice once, and says which jumps nothing answers', () => {
    const result = read('shangjie-shibao-2020-03-15.txt');
    const duplicates = result.report.files[0]!.removed.filter((passage) => passage.reason === 'duplicate');
    expect(duplicates).toHaveLength(1);
    expect(duplicates[0]!.text.length).toBeGreaterThan(250);
    expect(duplicates[0]).toMatchObject({ story: 's5', paragraph: 3, line: 97 });
    const fifth = result.issue.stories[4]!.paragraphs.map((paragraph) => paragraph.text).join('');
    expect(fifth.split(duplicates[0]!.text)).toHaveLength(2);
    expect(problemKinds(result).filter((kind) => kind === 'unanswered-jump')).toHaveLength(2);
    expect(result.issue.stories.some((s) => s.paragraphs.some((p) => /下转|上接/.test(p.text)))).toBe(false);
  });

  it('2020-03-15 rejoins three cut paragraphs and joins nothing over the hole in the fourth story', () => {
    const result = read('shangjie-shibao-2020-03-15.txt');
    expect(recognised(result, 'paragraph-joined')).toBe(3);
    const unfinished = result.report.problems.filter((problem) => problem.kind === 'unfinished-story');
    expect(unfinished.map((problem) => problem.story)).toEqual(['s4', 's5']);
  });

  it('2020-03-15 has no half-width punctuation left beside Han', () => {
    const { issue, report } = read('shangjie-shibao-2020-03-15.txt');
    const text = issue.stories
      .map((s) => [s.headline, ...s.paragraphs.map((p) => p.text), s.byline].join('\n'))
      .join('\n');
    expect(text).not.toMatch(/[,;:!?()]/);
    expect(report.counts['full-width-punctuation']).toBe(387);
    expect(text).toContain('32.5公里');
  });

  it('2020-11 names the missing masthead facts and leaves them open', () => {
    const result = read('shangjie-shibao-2020-11.txt');
    expect(result.issue.masthead).toEqual({ date: null, number: null, totalNumber: null });
    const missing = result.report.problems.filter((problem) => problem.kind === 'missing-masthead-fact');
    expect(missing.map((problem) => problem.message).join()).toMatch(/日期.*期号.*总期号/);
  });

  it('2020-11 has a story without a head after the credit, and briefs with their bylines', () => {
    const result = read('shangjie-shibao-2020-11.txt');
    const headless = result.issue.stories.filter(
      (story) => story.kind === 'article' && story.headline === '',
    );
    expect(headless.map((story) => story.id)).toEqual(['s8']);
    expect(headless[0]!.paragraphs).toHaveLength(4);
    expect(headless[0]!.byline).toMatch(/^（记者/);
    expect(result.report.problems).toContainEqual(
      expect.objectContaining({ kind: 'missing-headline', story: 's8', line: 116 }),
    );
    expect(result.issue.stories[6]!.credit).toMatch(/^（摘自/);
    const briefs = result.issue.stories.at(-1)!;
    expect(briefs.kind).toBe('briefs');
    expect(briefs.paragraphs.map((p) => p.byline.slice(0, 3))).toEqual(['（记者', '（记者', '（记者']);
    expect(recognised(result, 'paragraph-joined')).toBe(10);
  });

  it('the bulletin is read as plain stories by its run-in headlines and items', () => {
    const { issue, report } = read('bulletin-2020-06-16.txt');
    expect(report.publication.kind).toBe('bulletin');
    expect(report.publication.reason).toMatch(/暂用/);
    expect(issue.masthead).toEqual({ date: '2020-06-16', number: 46, totalNumber: null });
    expect(issue.stories.map((story) => story.kind)).toEqual(['article', 'article', 'briefs', 'notice']);
    expect(issue.stories[0]!.paragraphs).toHaveLength(1);
    expect(issue.stories[1]!.byline).toMatch(/街道）$/);
    expect(issue.publication.masthead.hotline).toBe('');
  });

  it('the booklet finds all its headings by the contents list and reports the line that does not match', () => {
    const result = read('monthly-booklet-2020-04.txt');
    expect(result.report.publication.kind).toBe('booklet');
    expect(result.issue.stories).toHaveLength(30);
    const contents = result.issue.stories[0]!;
    expect(contents.paragraphs.filter((p) => p.role === 'item')).toHaveLength(28);
    expect(contents.paragraphs.filter((p) => p.role === 'subhead')).toHaveLength(5);
    expect(result.report.problems.filter((p) => p.message.includes('目录'))).toHaveLength(1);
    expect(result.issue.imprint).toMatchObject({ printDate: '2020年5月10日', printRun: '130份' });
  });
});
