import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import {
  type FindOptions,
  findFacts,
  findText,
  replaceAll,
  replaceFacts,
} from '../../../core/issue/find-text.ts';
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
  it('finds a name that is spread by a blank by the name, and the name by the spread one', () => {
    const issue = of('到会的有张　伟、李　明，张伟说望　湖　路通了。');
    expect(places(issue, '张伟')).toEqual([
      ['body', 0, 4, 7],
      ['body', 0, 12, 14],
    ]);
    for (const query of ['张　伟', '张 伟'])
      for (const ignoreWidth of [true, false]) expect(places(issue, query, { ignoreWidth })).toHaveLength(2);
    expect(places(issue, '望湖路')).toEqual([['body', 0, 15, 20]]);
    expect(places(of('记者 张 伟 报道'), '张伟')).toEqual([['body', 0, 3, 6]]);
    expect(places(of('甲镇 乙镇'), '镇乙')).toEqual([]);
    const edit = replaceAll(issue, find(issue, '张伟'), '章伟');
    expect(edit.issue.stories[0]!.paragraphs[0]!.text).toBe('到会的有章伟、李　明，章伟说望　湖　路通了。');
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

describe('the facts beside the stories', () => {
  const issue: Issue = {
    ...smallIssue(),
    imprint: { ...smallIssue().imprint, printer: '望湖印刷厂', compiler: '望湖区融媒体中心' },
    masthead: { date: '2026-03-08', number: 9, totalNumber: 636 },
    pages: smallIssue().pages.map((page, i) => ({
      ...page,
      name: i === 0 ? '望湖要闻' : page.name,
      staff: { ...page.staff, editor: '张　伟' },
    })),
    stories: smallIssue().stories.map((own) => ({
      ...own,
      pictures: own.pictures.map((picture) => ({ ...picture, credit: '望湖 摄' })),
    })),
  };
  const facts = (query: string) => findFacts(issue, { query, matchCase: true, ignoreWidth: true });

  it('are found: page names, staff, pictures’ credits, masthead and imprint', () => {
    expect(facts('望湖').map(({ fact }) => fact.name)).toEqual([
      '版名',
      '摄影署名',
      '版记编印单位',
      '版记印刷单位',
    ]);
    expect(facts('张伟').map(({ fact }) => fact.name)).toEqual(issue.pages.map(() => '责任编辑'));
    expect(facts('第9期').map(({ fact }) => fact.name)).toEqual(['期号']);
    expect(facts('3月8日').map(({ fact }) => fact.name)).toEqual(['日期']);
    expect(facts(issue.publication.masthead.nameplate).map(({ fact }) => fact.name)).toContain('报名');
  });

  it('are replaced in one step, and those that are made of others are told', () => {
    const { edited, replaced, refused } = replaceFacts(issue, [...facts('望湖'), ...facts('第9期')], '湖滨');
    expect([replaced, refused.map(({ fact }) => fact.name)]).toEqual([4, ['期号']]);
    expect(edited.issue.pages[0]!.name).toBe('湖滨要闻');
    expect(edited.issue.imprint).toMatchObject({ printer: '湖滨印刷厂', compiler: '湖滨区融媒体中心' });
    expect(edited.issue.stories.flatMap(({ pictures }) => pictures).map(({ credit }) => credit)).toEqual([
      '湖滨 摄',
    ]);
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(issue);
  });
});
