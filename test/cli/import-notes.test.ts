import { afterAll, describe, expect, it } from 'vitest';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { copy, Workplace } from './run-zuban.ts';

const place = new Workplace();
afterAll(() => place.remove());

const HEAD = '上街时报\n2026年11月20日\n第9期（总第636期）\n\n';

describe('zuban import', () => {
  it('keeps with the issue what it has to tell, says how much that is, and reports all of it', async () => {
    const text = `${HEAD}## 湖边步道今日开放\n\n${copy()}\n\n![步道](step.jpg)\n\n图为游人。林小满 摄\n\n## 夜里灯火明\n\n${copy()}（下转二版）\n`;
    place.file('稿.md', text);
    const { code, stderr } = await place.run(['import', '稿.md', '-o', '一.zuban', '--report', '一.json']);
    expect(code).toBe(0);
    expect(stderr).toContain('稿.md 第9行的图片没有排入');
    expect(stderr).toContain('2 篇稿件，1 个版，2 条导入提示。');
    const { issue } = await readIssueFile(place.path('一.zuban'));
    expect(issue.importNotes.map(({ story, words, about }) => [story, words, about?.kind])).toEqual([
      ['s2', '（下转二版）', undefined],
      ['s1', '步道\u3000图为游人。\u3000林小满\u3000摄', 'picture'],
    ]);
    expect(JSON.parse(place.text('一.json')).notes).toEqual(issue.importNotes);
  });
});

describe('copy of another paper', () => {
  it('is said by the command, and does not get the house’s head', async () => {
    place.file(
      '青.txt',
      `青岚时报\n2026年11月20日\n第9期（总第636期）\n\n## 湖边步道今日开放\n\n${copy()}\n`,
    );
    const { code, stderr } = await place.run(['import', '青.txt', '-o', '青.zuban']);
    expect(code).toBe(0);
    expect(stderr).toContain('稿件的报头是“青岚时报”，不是“上街时报”');
    const { issue } = await readIssueFile(place.path('青.zuban'));
    expect(issue.publication.masthead).toMatchObject({ nameplate: '青岚时报', publisher: '', hotline: '' });
  });
});
