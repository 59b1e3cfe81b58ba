import { describe, expect, it } from 'vitest';
import { byName, importNotice } from '../../../renderer/state/import-files.ts';

const came = { stories: 3, pictures: 2, withoutRoom: 0, notes: 0 };
const nothing = { ...came, stories: 0, pictures: 0 };

describe('an import', () => {
  it('takes files in order of name, numbers by their value', () => {
    const files = ['10 体育.txt', '2 民生.txt', '1 要闻.txt'].map((name) => ({ name }));
    expect(byName(files).map(({ name }) => name)).toEqual(['1 要闻.txt', '2 民生.txt', '10 体育.txt']);
  });

  it('says what came in', () => {
    expect(importNotice(came, [])).toBe('导入了3 篇稿件、2 张图片。');
    expect(importNotice({ ...came, stories: 0 }, [])).toBe('导入了2 张图片。');
  });

  it('says what did not come in, and why', () => {
    const why = '“旧稿.wps”是 WPS 文字的旧格式。';
    expect(importNotice(came, [why])).toBe(`导入了3 篇稿件、2 张图片。1 个文件没有导入：${why}`);
    expect(importNotice(nothing, [why, '别的。'])).toBe(`2 个文件没有导入，第一个：${why}`);
  });

  it('tells of pictures without room and of what is to be checked', () => {
    const notice = importNotice({ ...came, withoutRoom: 1, notes: 1 }, []);
    expect(notice).toContain('版位里排不下');
    expect(notice).toContain('1 条导入提示');
  });
});
