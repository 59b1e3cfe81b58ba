import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../core/file/canonical-json.ts';
import { IssueFileError } from '../../../core/file/issue-file-error.ts';
import { parseIssue } from '../../../core/file/issue-schema.ts';
import { issueDocument, migrate } from '../../../core/file/migrations.ts';
import { expectLinear } from '../../growth.ts';
import { choices, randomEdit } from '../issue/random-edit.ts';
import { smallIssue } from '../issue/small-issue.ts';

/** The small issue as JSON with one place changed; `undefined` takes the field out. */
const changed = (path: string, value: unknown): unknown => {
  const json = JSON.parse(JSON.stringify(smallIssue()));
  const keys = path.split('.');
  let at = json;
  for (const key of keys.slice(0, -1)) at = at[key];
  if (value === undefined) delete at[keys.at(-1)!];
  else at[keys.at(-1)!] = value;
  return json;
};

const refusal = (json: unknown): string => {
  try {
    parseIssue(json);
  } catch (error) {
    expect(error).toBeInstanceOf(IssueFileError);
    return (error as Error).message;
  }
  return '（没有拒绝）';
};

describe('parseIssue', () => {
  it('takes what JSON makes of an issue and of any edited issue', () => {
    expect(parseIssue(JSON.parse(canonicalJson(smallIssue())))).toEqual(smallIssue());
    fc.assert(
      fc.property(choices(15), (list) => {
        const issue = list.reduce((at, choice) => randomEdit(at, choice)?.issue ?? at, smallIssue());
        expect(parseIssue(JSON.parse(canonicalJson(issue)))).toEqual(issue);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each([
    ['stories.1.paragraphs.0.text', 5, '第2篇稿件第1段的文字应是文字'],
    ['stories.1.headline', undefined, '第2篇稿件的标题缺少'],
    ['stories.0.kind', 'poem', '第1篇稿件的种类只能是“article”、“briefs”、“refers”、“notice”之一'],
    ['stories.0.colour', 'red', '第1篇稿件有本程序不认得的字段“colour”'],
    ['stories.1.paragraphs.0.text', '一\n二', '第2篇稿件第1段的文字含有换行'],
    ['stories.1.headline', '\ud800', '第2篇稿件的标题含有控制字符或不成对的代理字符'],
    ['masthead.date', '2026-02-30', '报头的日期不是1900年到2100年之间的日期'],
    ['masthead.number', 0, '报头的期号不能小于1'],
    ['pages.0.frames.1.box.span', 0, '第1版第2个版位的位置的栏数不能小于1'],
    ['pages.0.frames.1.box.span', 5, '第1版第2个版位超出版心'],
    ['pages.0.frames.1.story', 's9', '第1版第2个版位所属的稿件不存在'],
    ['pages.0.frames.0.style.tint', 1, '不能大于0.3'],
    ['pages.0.frames.1.id', 'f1', '版位标识“f1”重复'],
    ['pages.0.frames.1.next', 'f3', '版位“f2”串接到了另一篇稿件的版位'],
    ['pages.1.frames.0.next', 'f1', '版位“f1”的串接成了环'],
    ['pages.0.frames.0.next', 'f8', '版位“f1”串接到了不存在的版位'],
    ['stories.1.id', 's1', '稿件标识“s1”重复'],
    ['stories.0.breaks.headline', [4, 2], '第1篇稿件的断行处的标题次序不对'],
    ['stories.0.breaks.headline', [1.5], '第1篇稿件的断行处的标题'],
    ['stories.0.breaks.headline', [2, 6], '第1篇稿件标题的断行处越出文字或次序不对'],
    ['stories.0.breaks.deck', [1], '第1篇稿件标题的断行处越出文字或次序不对'],
    ['stories.0.paragraphs.0.marks', [{ from: 2, to: 99, kind: 'bold' }], '第1篇稿件第1段的字体标记越出文字'],
    ['publication.masthead.nameplatePicture', 'x.png', '报头图片写法不对'],
    ['publication.masthead.ears', { left: ['一\n二'], right: [] }, '报眼左边第1行含有换行'],
    ['publication.masthead.ears', { left: [] }, '报眼的“right”缺少'],
    ['pictures.0.id', '../../etc/passwd', '第1幅图片的标识写法不对'],
    ['format', '对开', '刊物没有“对开”这种开本'],
    ['stories', {}, '稿件表应是列表'],
  ])('refuses %s = %j and says where and why', (path, value, sentence) => {
    expect(refusal(changed(path, value))).toContain(sentence);
  });

  it('opens a file of before headlines had breaks, with none', () => {
    const opened = parseIssue(changed('stories.0.breaks', undefined));
    expect(opened).toEqual(smallIssue());
    expect(opened.stories[0]!.breaks).toEqual({ kicker: [], headline: [], deck: [] });
  });

  it('never answers with anything but an issue or one Chinese sentence', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(refusal(junk)).toMatch(/^期的内容有误：.*[\u4e00-\u9fff]+。$/);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('reads many stories in time linear in their number', () => {
    const text = '字'.repeat(500);
    const issue = smallIssue();
    expectLinear(480, (stories) => {
      const many = Array.from({ length: stories }, (_, n) => ({
        ...issue.stories[1]!,
        id: `m${n}`,
        paragraphs: [{ ...issue.stories[1]!.paragraphs[0]!, text }],
      }));
      const json = JSON.parse(JSON.stringify({ ...issue, stories: [...issue.stories, ...many] }));
      return () => void parseIssue(json);
    });
  });
});

describe('migrate', () => {
  it('gives a document of today as it is', () => {
    expect(migrate(issueDocument('内容'))).toBe('内容');
  });

  it.each([
    [{}, '不是组版的期文件'],
    [null, '不是组版的期文件'],
    [{ format: 'zuban-issue', issue: {} }, '没有写明格式版本'],
    [{ format: 'zuban-issue', version: 1.5, issue: {} }, '没有写明格式版本'],
    [{ format: 'zuban-issue', version: 3, issue: {} }, '请升级程序后再打开'],
    [{ format: 'zuban-issue', version: 1 }, '没有期的内容'],
  ])('refuses %j', (json, sentence) => {
    expect(() => migrate(json)).toThrow(sentence);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order in which keys were made', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: '期' }] })).toBe('{"a":[{"c":"期","d":null}],"b":1}');
    expect(canonicalJson({ a: [{ c: '期', d: null }], b: 1 })).toBe('{"a":[{"c":"期","d":null}],"b":1}');
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 3 },
    );
  });

  it('throws on what JSON has not', () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, { a: undefined }])
      expect(() => canonicalJson(value)).toThrow('not a JSON');
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => canonicalJson(loop)).toThrow('too deep');
  });
});
