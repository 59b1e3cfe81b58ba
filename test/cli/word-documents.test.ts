import { afterAll, describe, expect, it } from 'vitest';
import { grey } from '../electron/import/tiny-pictures.ts';
import { doc, docx, styled, words } from '../electron/import/word-builders.ts';
import { Workplace } from './run-zuban.ts';

const place = new Workplace();
afterAll(() => place.remove());

const BODY = '湖边的新馆在清晨打开了大门，早到的读者沿着台阶慢慢走进去。';

describe('Word documents on the command line', () => {
  it('are read as a drop reads them, old and new, with their pictures', async () => {
    const picture = { 'a.png': grey(50, 40) };
    place.file(
      '馆.docx',
      docx([styled('1', '湖畔新馆今天开门'), words({ image: 'a.png' }), words(BODY)], picture),
    );
    place.file('车.doc', doc(`小公交进小巷\r${BODY}\r${BODY}\r`));
    const args = ['export', '馆.docx', '车.doc', '--dump', 'a.txt', '--report', 'a.json'];
    expect(await place.run(args)).toMatchObject({ code: 0, stdout: '' });
    const dump = place.text('a.txt');
    for (const words of ['湖畔新馆今天开门', '小公交进小巷']) expect(dump).toContain(words);
    expect(place.text('a.json')).toContain('车.doc：Word 旧格式只取了文字');
    expect(dump).toContain('picture');
  });

  it('say what to do instead of other kinds of files', async () => {
    place.file('稿.rtf', '{\\rtf1\\ansi hello}');
    place.file('图.png', grey(50, 40));
    const rtf = await place.run(['import', '稿.rtf', '-o', 'b.zuban']);
    expect(rtf).toMatchObject({ code: 1, stderr: expect.stringContaining('另存为 .docx') });
    const png = await place.run(['import', '图.png', '-o', 'b.zuban']);
    expect(png).toMatchObject({ code: 1, stderr: expect.stringContaining('是图片，不是稿件') });
  });
});
