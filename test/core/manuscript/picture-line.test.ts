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
    ['![微信图片_20240101](quad.png)', ''],
    ['![mmexport1700000000000](a.jpg)', ''],
    ['![屏幕截图 2024-01-01 120000](a.jpg)', ''],
    ['![DSC 12](a.jpg)', ''],
    ['![图片 1](a.jpg)', ''],
    ['![在这里插入图片描述](a.jpg)', ''],
    ['![图1：河岸](a.jpg)', '图1：河岸'],
    ['![照片里的河岸](a.jpg)', '照片里的河岸'],
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

describe('a picture by its name alone', () => {
  it.each([
    ['图1.jpg', '图1.jpg', ''],
    ['照片 (1).jpg', '照片 (1).jpg', ''],
    ['C:\\图片\\市集.JPG', 'C:\\图片\\市集.JPG', ''],
    ['[图片：quad.png]', 'quad.png', ''],
    ['（图：a.jpg）', 'a.jpg', ''],
    ['【配图: 微信图片_20240101.jpg】', '微信图片_20240101.jpg', ''],
    ['（图1.jpg）', '图1.jpg', ''],
    ['图1.jpg：市集一角', '图1.jpg', '市集一角'],
    ['IMG_0012.JPG 市集一角', 'IMG_0012.JPG', '市集一角'],
  ])('is the picture that it names: %s', (line, file, caption) => {
    expect(pictures(line)).toEqual([[file, caption]]);
    expect([...balanceOf(`# 花园开放\n\n${line}\n\n花园昨日开放。\n`).difference]).toEqual([]);
  });

  it('has the caption that stands below it', () => {
    const { report, issue } = readLines(
      '市集开张',
      '',
      '市集昨日开张。',
      '',
      '图1.jpg',
      '',
      '图为市集一角。张明 摄',
    );
    expect(report.pictures).toMatchObject([
      { file: '图1.jpg', caption: '图为市集一角。', credit: '张明\u3000摄' },
    ]);
    expect(issue.stories).toHaveLength(1);
  });

  it.each([
    ['请把照片命名为“姓名.jpg”，发到邮箱。'],
    ['见附件1.jpg'],
    ['附图：a.jpg、b.jpg'],
    ['（图1）'],
    ['图1.jpg的清晰度不够'],
  ])('is not seen in other words, and they are no headline: %s', (line) => {
    const { report, issue } = readLines('市集开张', '', '市集昨日开张。', '', line, '', '就是这样。');
    expect(report.pictures).toEqual([]);
    if (!line.includes('清晰')) expect(issue.stories).toHaveLength(1);
  });
});
