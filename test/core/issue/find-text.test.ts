import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import { type FindOptions, findText, replaceAll } from '../../../core/issue/find-text.ts';
import { type Issue, paragraph } from '../../../core/issue/issue.ts';
import { setHeadline } from '../../../core/issue/story-edits.ts';
import { smallIssue, story } from './small-issue.ts';

const of = (...texts: string[]): Issue => ({ ...smallIssue(), stories: [story('s1', '标题', ...texts)] });
const find = (issue: Issue, query: string, more: Partial<FindOptions> = {}) =>
  findText(issue, { query, matchCase: true, ...more });
const places = (issue: Issue, query: string, more: Partial<FindOptions> = {}) =>
  find(issue, query, more).map(({ from, to }) => [from.part, from.paragraph, from.offset, to.offset]);

describe('finding', () => {
  it('goes through all texts in reading order, stories in the order of the copy', () => {
    const found = find(smallIssue(), '新').map(({ from }) => `${from.story} ${from.part} ${from.offset}`);
    expect(found).toEqual(['s1 headline 2', 's1 caption 0']);
    expect(find(smallIssue(), '一').map(({ from }) => from.story)).toEqual(['s1', 's3']);
  });
  it('gives matches that do not overlap', () => {
    expect(places(of('哈哈哈哈哈'), '哈哈')).toEqual([
      ['body', 0, 0, 2],
      ['body', 0, 2, 4],
    ]);
  });
  it('tells case apart only when asked', () => {
    expect(places(of('PM2.5和pm2.5'), 'pm')).toEqual([['body', 0, 6, 8]]);
    expect(places(of('PM2.5和pm2.5'), 'pm', { matchCase: false })).toHaveLength(2);
  });
  it('counts offsets right past a letter whose small form is longer', () => {
    expect(places(of('İstanbul和ABC'), 'abc', { matchCase: false })).toEqual([['body', 0, 9, 12]]);
  });
  it('takes full-width forms for half-width ones when asked', () => {
    expect(places(of('ＡＢＣ，abc,'), 'ABC,', { ignoreWidth: true })).toEqual([['body', 0, 0, 4]]);
    expect(places(of('ＡＢＣ'), 'ABC')).toEqual([]);
  });
  it('finds whole words when asked, and Han anywhere', () => {
    expect(places(of('cat concat cat'), 'cat', { wholeWord: true })).toEqual([
      ['body', 0, 0, 3],
      ['body', 0, 11, 14],
    ]);
    expect(places(of('河堤公园'), '堤公', { wholeWord: true })).toHaveLength(1);
  });
  it('takes a variation selector with its character, and never half of a character', () => {
    expect(places(of('葛\u{e0100}城'), '葛')).toEqual([['body', 0, 0, 3]]);
    expect(places(of('𬭎'), '\ud872')).toEqual([]);
  });
  it('finds nothing for nothing', () => {
    expect(find(smallIssue(), '')).toEqual([]);
  });
});

describe('replacing all', () => {
  it('is one edit that says how many, and is taken back whole', () => {
    const issue = of('一个县，两个县。', '县里');
    const edit = replaceAll(issue, find(issue, '县'), '市区');
    expect(edit.issue.stories[0]!.paragraphs.map((p) => p.text)).toEqual(['一个市区，两个市区。', '市区里']);
    expect(edit.name).toBe('全部替换（3 处）');
    expect(applyPatches(edit.issue, edit.inverse)).toEqual(issue);
  });
  it('moves the marks and the breaks with their text', () => {
    const issue = setHeadline(of(), 's1', '县城新馆开门', [2, 4]).issue;
    const marked = {
      ...issue,
      stories: [
        {
          ...issue.stories[0]!,
          paragraphs: [{ ...paragraph('县城新馆'), marks: [{ from: 2, to: 4, kind: 'bold' as const }] }],
        },
      ],
    };
    const edit = replaceAll(marked, find(marked, '县'), '市辖');
    expect(edit.issue.stories[0]!.breaks.headline).toEqual([3, 5]);
    expect(edit.issue.stories[0]!.paragraphs[0]!.marks).toEqual([{ from: 3, to: 5, kind: 'bold' }]);
  });
  it('asks for new breaks where it is told how', () => {
    const issue = of();
    expect(replaceAll(issue, find(issue, '标'), '题', () => [1]).issue.stories[0]!.breaks.headline).toEqual([
      1,
    ]);
  });
  it('refuses matches of another text', () => {
    const issue = of('一个县');
    expect(() => replaceAll(of('一'), find(issue, '县'), '市')).toThrow('no match 2–3');
  });
});
