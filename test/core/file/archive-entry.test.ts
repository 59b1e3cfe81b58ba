/** What the archive keeps of an issue, and the issue as plain text. */
import { describe, expect, it } from 'vitest';
import { issueEntry } from '../../../core/file/archive-entry.ts';
import { namesIn } from '../../../core/file/names-in.ts';
import { plainText } from '../../../core/file/plain-text.ts';
import { printedFaces } from '../../../core/file/printed-faces.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { dash, page as drawnPage, list } from '../../electron/pdf/display-builders.ts';
import { smallIssue, story } from '../issue/small-issue.ts';

const paper = (): Issue => {
  const base = smallIssue();
  const [one, two] = base.pages;
  return {
    ...base,
    stories: [
      { ...base.stories[0]!, kicker: '春来早', headline: '湖畔新馆\n开门', byline: '（记者 雷小满 陈珂）' },
      ...base.stories.slice(1),
      story('s9', '未用的稿件', '没有上版。'),
    ],
    pages: [{ ...one!, staff: { editor: '方亦然', proofreader: '林知秋 李科', designer: '' } }, two!],
  };
};

describe('the archive’s entry of an issue', () => {
  it('has its facts, its people, its columns and its stories', () => {
    const entry = issueEntry(paper());
    expect(entry).toMatchObject({
      publication: 'test',
      publicationName: '试报',
      date: '2026-11-20',
      number: 43,
      totalNumber: 958,
      pages: 2,
      columnNames: ['要闻', '综合'],
    });
    expect(entry.people).toEqual(['方亦然', '林知秋', '李科', '雷小满', '陈珂', '某某']);
    expect(entry.stories.map(({ id, page, columnNames }) => [id, page, columnNames])).toEqual([
      ['s1', 1, ['要闻', '综合']],
      ['s2', 1, ['要闻']],
      ['s3', 2, ['综合']],
      ['s9', null, []],
    ]);
    expect(entry.stories[0]!.heading).toBe('春来早\n湖畔新馆开门');
    expect(entry.stories[0]!.text).toContain('第二段𬭎文字。');
    expect(entry.stories[2]!.text).toContain('（某某）');
  });

  it.each([
    ['（记者 雷小满 陈珂 文/图）', ['雷小满', '陈珂']],
    ['（记者雷小满　通讯员王海）', ['雷小满', '王海']],
    ['（本报记者：阿依古丽·买买提）', ['阿依古丽·买买提']],
    ['（中心路街道）', []],
    ['（摘自《某某日报》）', []],
    ['（区融媒体中心 供稿）', []],
    ['记者 李科 摄', ['李科']],
    ['林小满摄', ['林小满']],
    ['', []],
  ])('finds the people in %s', (byline, names) => {
    expect(namesIn(byline)).toEqual(names);
  });
});

describe('an issue as plain text', () => {
  it('reads page by page, and ends with what is on no page', () => {
    expect(plainText(paper())).toBe(`试报 2026-11-20 第43期（总第958期）

某某编印

【第1版　要闻】

春来早
湖畔新馆
开门
第一段文字。
第二段𬭎文字。
第三段。
（记者 雷小满 陈珂）
〔图〕新馆。　记者 某某 摄

小公交进小巷
车身只有6米长。
招手就停。

【第2版　综合】

要闻简报
一则简讯。（某某）

【未上版】

未用的稿件
没有上版。
`);
  });
});

describe('the faces of a print', () => {
  it('are those that the pages are set in, with where they came from', () => {
    const own = { ...dash(1, 2, 9), face: 'user:Brush-0123456789abcdef' };
    const faces = printedFaces(list(drawnPage(own, dash(1, 2, 9))), {
      packageVersion: (name) => (name === 'noto-serif-sc' ? '5.3.0' : null),
      userDigest: () => 'd'.repeat(64),
    });
    expect(faces).toEqual([
      {
        face: 'serif-400',
        name: 'NotoSerifSC-Regular',
        package: '@fontsource/noto-serif-sc',
        version: '5.3.0',
        sha256: null,
      },
      {
        face: 'user:Brush-0123456789abcdef',
        name: 'Brush',
        package: null,
        version: null,
        sha256: 'd'.repeat(64),
      },
    ]);
  });
});
