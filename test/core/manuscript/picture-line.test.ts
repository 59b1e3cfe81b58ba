import { describe, expect, it } from 'vitest';
import { balanceOf, readLines } from './manuscript-builders.ts';

const pictures = (line: string) =>
  readLines('# 街心花园昨日开放', '', line, '', '街心花园昨日上午开放。').report.pictures.map(
    ({ file, caption }) => [file, caption],
  );

describe('a picture on a line of its own', () => {
  it.each([
    ['![图一。](照片(1).jpg)', '照片(1).jpg'],
    ['![图一。](照片\\(1\\).jpg)', '照片(1).jpg'],
    ['![图一。](<照片 (1).jpg>)', '照片 (1).jpg'],
    ['![图一。](照片 (1).jpg)', '照片 (1).jpg'],
    ['![图一。](照片 (1))', '照片 (1)'],
    ['![图一。](a((1)(2)).jpg)', 'a((1)(2)).jpg'],
    ['![图一。](a(1.jpg)', 'a(1.jpg'],
    ['![图一。](照片（1）.jpg)', '照片（1）.jpg'],
    ['![图一。]（照片（1）.jpg）', '照片（1）.jpg'],
    ['![图一。](图片\\照片(1).jpg)', '图片\\照片(1).jpg'],
    ['![图一。](照片(1).jpg "图一。")', '照片(1).jpg'],
    ["![图一。](<照片(1).jpg> '图一。')", '照片(1).jpg'],
    ['![图一。](照片(1).jpg (图一。))', '照片(1).jpg'],
    ['  ![图一。]( 照片.jpg )  ', '照片.jpg'],
  ])('%s', (line, file) => {
    expect(pictures(line)).toEqual([[file, '图一。']]);
  });

  it('has a caption that brackets stand in', () => {
    expect(pictures('![图[一]。](a.jpg)')).toEqual([['a.jpg', '图[一]。']]);
  });

  it('has its title for a caption, beside its own words where they differ', () => {
    expect(pictures('![](a(1).jpg "花园一角")')).toEqual([['a(1).jpg', '花园一角']]);
    expect(pictures('![图一](a(1).jpg "花园一角")')).toEqual([['a(1).jpg', '图一\u3000花园一角']]);
  });

  it.each([
    ['![IMG_0012.JPG](照片/IMG_0012.JPG)', ''],
    ['![微信图片_20240101.jpg](a.png "微信图片_20240101.jpg")', ''],
    ['![image-20240101](image-20240101.png "河岸")', '河岸'],
    ['![DSC 12](图\\DSC 12.jpg)', ''],
    ['![河岸](河岸.jpg)', '河岸'],
    ['![开头写着，照片见a.jpg](b.jpg)', '开头写着，照片见a.jpg'],
  ])('has no file name for a caption: %s', (line, caption) => {
    expect(pictures(line)[0]![1]).toBe(caption);
  });

  it('is none with words behind it', () => {
    expect(pictures('![图一。](a.jpg)在此（见左）')).toEqual([]);
  });

  it('loses no character', () => {
    const copy = (line: string) => `# 花园开放\n\n${line}\n\n花园昨日开放。\n`;
    const signs = [
      '![图一](照片(1).jpg)',
      '![图一](a.jpg "图一")',
      '![图一](<a.jpg> "花园")',
      "![](a.jpg '花园')",
      '![a.jpg](a.jpg "b.jpg")',
    ];
    for (const line of signs) {
      const { difference } = balanceOf(copy(line));
      expect([...difference]).toEqual([]);
    }
  });
});
