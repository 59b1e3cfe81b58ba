import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import * as edits from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { PAGE_FIELD_NAMES, type PageField } from '../../../core/issue/page-field.ts';
import { PICTURE, smallIssue } from './small-issue.ts';

const issue = smallIssue();

const done = (edit: edits.EditedIssue, from: Issue = issue): Issue => {
  expect(edits.applyPatches(edit.issue, edit.inverse)).toEqual(from);
  expect(edits.applyPatches(from, JSON.parse(JSON.stringify(edit.patches)))).toEqual(edit.issue);
  expect(brokenInvariant(edit.issue)).toBeNull();
  return edit.issue;
};
const typed = (field: PageField, text: string, page = 0, from = issue): Issue => {
  const edit = edits.setPageField(from, page, field, text);
  if ('fault' in edit) throw new Error(edit.fault);
  return done(edit, from);
};
const fault = (field: PageField, text: string): string => {
  const edit = edits.setPageField(issue, 0, field, text);
  return 'fault' in edit ? edit.fault : '（没有拒绝）';
};
const FIELDS = Object.keys(PAGE_FIELD_NAMES) as PageField[];

describe('a field typed in its place', () => {
  it('begins with what the issue has, and typed again unchanged is no edit', () => {
    const texts = Object.fromEntries(FIELDS.map((f) => [f, edits.pageFieldText(issue, 1, f)]));
    expect(texts).toEqual({
      nameplate: '试报',
      'english-line': 'TEST',
      publisher: '某某编印',
      permit: '某省内资\n【某】1号',
      notice: '内部资料 免费交流',
      hotline: '',
      number: '43',
      'total-number': '958',
      date: '2026-11-20',
      ear: null,
      'page-name': '综合',
      staff: null,
      imprint: null,
    });
    for (const field of FIELDS) {
      const text = texts[field];
      if (typeof text !== 'string') continue;
      const edit = edits.setPageField(issue, 1, field, text);
      expect('patches' in edit && edit.patches, field).toEqual([]);
    }
  });

  it('is the field that is changed', () => {
    expect(typed('publisher', '新单位编印').publication.masthead.publisher).toBe('新单位编印');
    expect(typed('permit', '一\n二').publication.masthead.permit).toEqual(['一', '二']);
    expect(typed('permit', '').publication.masthead.permit).toEqual([]);
    expect(typed('page-name', '副刊', 1).pages.map((p) => p.name)).toEqual(['要闻', '副刊']);
  });

  it.each([
    ['2020-03-15', '2020-03-15'],
    ['2020年3月15日', '2020-03-15'],
    ['２０２０年３月５日', '2020-03-05'],
    [' 2020.3.5 ', '2020-03-05'],
    ['2020/12/31', '2020-12-31'],
    ['', null],
  ])('reads the date %j', (text, date) => {
    expect(typed('date', text).masthead.date).toBe(date);
  });

  it.each([
    ['9', 9],
    ['第9期', 9],
    ['（总第636期）', 636],
    ['总第 ６３６ 期', 636],
    ['', null],
  ])('reads the number %j', (text, number) => {
    expect(typed('total-number', text).masthead.totalNumber).toBe(number);
    expect(typed('number', text).masthead.number).toBe(number);
  });

  it.each([
    ['date', '明天', '“明天”不是日期'],
    ['date', '2020-02-30', '没有2020年2月30日这一天'],
    ['date', '1880年1月1日', '1880年不在 1900 到 2100 年之间'],
    ['date', '2020-3/15', '不是日期'],
    ['number', '第九期半', '不是期号'],
    ['number', '0', '不是期号'],
    ['total-number', '9999999', '不是总期号'],
    ['publisher', '一\n二', '编印单位只排一行'],
    ['permit', Array(21).fill('号').join('\n'), '最多排 20 行'],
    ['nameplate', '报\u0000', '控制字符'],
    ['hotline', '1'.repeat(1001), '太长'],
  ] as const)('says in one sentence why %s cannot be %j', (field, text, why) => {
    expect(fault(field, text)).toContain(why);
    expect(fault(field, text)).toMatch(/^[^。\n]+。$/);
  });

  it('sends what is several texts to its own edit', () => {
    for (const field of ['ear', 'staff', 'imprint'] as const)
      expect(() => edits.setPageField(issue, 0, field, '甲')).toThrow('not one text');
    expect(() => edits.setPageField(issue, 2, 'date', '')).toThrow('no page 2');
  });
});

describe('the printed head', () => {
  it('takes a picture of the issue for its nameplate, and gives it back', () => {
    const pictured = done(edits.setNameplatePicture(issue, PICTURE));
    expect(pictured.publication.masthead.nameplatePicture).toBe(PICTURE);
    const text = done(edits.setNameplatePicture(pictured, null), pictured);
    expect(text).toEqual(issue);
    expect('nameplatePicture' in text.publication.masthead).toBe(false);
    expect(() => edits.setNameplatePicture(issue, 'sha256-0.png')).toThrow('no picture');
    const unused = edits.removeStoryPicture(pictured, 's1', 0).issue;
    expect(() => edits.removePicture(unused, PICTURE)).toThrow('picture in use');
  });

  it('has lines in its ears only as long as one is not empty', () => {
    const left = done(edits.setEar(issue, 'left', ['今日四版', '']));
    expect(left.publication.masthead.ears).toEqual({ left: ['今日四版', ''], right: [] });
    const both = done(edits.setEar(left, 'right', ['多云']), left);
    const right = done(edits.setEar(both, 'left', ['']), both);
    expect(right.publication.masthead.ears).toEqual({ left: [], right: ['多云'] });
    expect(done(edits.setEar(right, 'right', []), right)).toEqual(issue);
    expect(edits.setEar(both, 'right', ['多云']).patches).toEqual([]);
    expect(() => edits.setEar(issue, 'left', Array(21).fill('行'))).toThrow('20 at most');
  });
});

describe('movePage', () => {
  const three = edits.addPage(issue, { ...issue.pages[1]!, name: '副刊', frames: [] }).issue;

  it('moves a page with its frames; threads stay by their frames’ ids', () => {
    const after = done(edits.movePage(three, 0, 2), three);
    expect(after.pages.map((p) => p.name)).toEqual(['综合', '副刊', '要闻']);
    expect(after.pages[2]!.frames[0]!.next).toBe('f3');
    expect(edits.movePage(three, 1, 1).patches).toEqual([]);
    expect(() => edits.movePage(three, 0, 3)).toThrow('no page 3');
  });

  it('lets refers name the page that they named', () => {
    const refers = [1, 2, 3, 4].map((page, i) => ({
      ...issue.stories[1]!,
      id: `r${i}`,
      refersTo: page,
    }));
    const from: Issue = { ...three, stories: [...three.stories, ...refers] };
    const named = (one: Issue) => one.stories.flatMap((s) => s.refersTo ?? []);
    expect(named(done(edits.movePage(from, 0, 2), from))).toEqual([3, 1, 2, 4]);
    expect(named(done(edits.movePage(from, 2, 1), from))).toEqual([1, 3, 2, 4]);
  });
});
