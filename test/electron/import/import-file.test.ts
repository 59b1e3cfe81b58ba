import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportedFile } from '../../../core/contract/ipc.ts';
import { importFile } from '../../../electron/import/import-file.ts';
import { convertPicture } from '../../../electron/pictures/convert-picture.ts';
import { grey } from './tiny-pictures.ts';
import { doc, documentXml, docx, docxParts, styled, words } from './word-builders.ts';

/** An optional package: tests that make pictures with it are skipped where it could not be installed. */
const converter = await import('sharp').then(
  (module) => module.default,
  () => null,
);
const sharp = converter as NonNullable<typeof converter>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const stories = async (name: string, bytes: Uint8Array) => {
  const { imported, pictures } = await importFile({ name, bytes });
  if (imported.kind !== 'stories') throw new Error(imported.kind);
  return { ...imported, bytes: pictures };
};
const picture = async (name: string, bytes: Uint8Array) => {
  const { imported, pictures } = await importFile({ name, bytes });
  if (imported.kind !== 'picture') throw new Error(imported.kind);
  return { ...imported, bytes: pictures.get(imported.picture.id)! };
};
const sentences = ({ notes }: ImportedFile): string => notes.map(({ message }) => message).join('\n');

const BODY = '湖边的新馆在清晨打开了大门，早到的读者沿着台阶慢慢走进去，馆员在门口向每一位读者问好。';

describe('text files', () => {
  it('become stories with ids of their own, breaks for their headlines and the facts of their masthead', async () => {
    const text = `第9期（总第636期）\n2020年11月20日\n\n# 湖畔新馆今天开门\n\n${BODY}\n\n# 小公交进小巷\n\n${BODY}\n`;
    const read = await stories('稿.txt', encode(text));
    expect(read.stories.map(({ headline }) => headline)).toEqual(['湖畔新馆今天开门', '小公交进小巷']);
    expect(new Set(read.stories.map(({ id }) => id)).size).toBe(2);
    expect(read.stories[0]!.breaks.headline.length).toBeGreaterThan(0);
    expect(read.facts).toEqual({ date: '2020-11-20', number: 9, totalNumber: 636 });
  });

  it('say nothing of a masthead that a single manuscript does not have', async () => {
    const read = await stories('稿.md', encode(`# 湖畔新馆今天开门\n\n${BODY}`));
    expect(read.facts).toBeNull();
    expect(read.notes).toEqual([]);
  });

  it('name the pictures that did not come with them', async () => {
    const read = await stories('稿.md', encode(`# 湖畔新馆今天开门\n\n${BODY}\n\n![新馆](library.jpg)\n`));
    expect(sentences(read)).toContain('library.jpg');
    expect(read.stories[0]!.pictures).toEqual([]);
  });

  it.each([
    ['empty.txt', ' \n', '没有文字'],
    ['a.rtf', '{\\rtf1\\ansi hello}', '另存为 .docx'],
    ['a.doc', '{\\rtf1\\ansi hello}', '另存为 .docx'],
    ['a.wps', 'whatever', '在 WPS 里另存为 .docx 再拖进来'],
    ['prog.exe', 'MZ\u0090', '不是稿件，也不是图片'],
    ['page.html', '<html><h1>标题</h1></html>', '不是稿件，也不是图片'],
    ['a.pdf', '%PDF-1.4', '是 PDF'],
    ['a.zuban', 'PK', '“打开”'],
  ])('are refused in a sentence: %s', async (name, text, sentence) => {
    await expect(importFile({ name, bytes: encode(text) })).rejects.toThrow(sentence);
  });
});

describe('Word documents', () => {
  it('keep headings, paragraphs, bold and pictures', async () => {
    const png = grey(50, 40);
    const file = docx(
      [
        styled('1', '湖畔新馆今天开门'),
        words(BODY, { text: '开馆首日', bold: true }, '来了两千多人。'),
        styled('2', '座位多了一倍'),
        words(BODY),
        words({ image: 'a.png' }),
        styled('1', '小公交进小巷'),
        words(BODY),
      ],
      { 'a.png': png },
    );
    const read = await stories('稿.docx', file);
    const [first, second] = read.stories;
    expect(read.stories.map(({ headline }) => headline)).toEqual(['湖畔新馆今天开门', '小公交进小巷']);
    expect(first!.paragraphs.map(({ role }) => role)).toEqual(['body', 'subhead', 'body']);
    const { text, marks } = first!.paragraphs[0]!;
    expect(marks.map(({ from, to, kind }) => [text.slice(from, to), kind])).toEqual([['开馆首日', 'bold']]);
    expect(read.pictures).toMatchObject([{ width: 50, height: 40 }]);
    expect(first!.pictures.map((p) => p.picture)).toEqual([read.pictures[0]!.id]);
    expect(Buffer.from(read.bytes.get(read.pictures[0]!.id)!)).toEqual(Buffer.from(png));
    expect(second!.pictures).toEqual([]);
  });

  it('tell headlines by their size where no heading style was used', async () => {
    const at = (size: number, text: string) => words({ text, size, bold: size > 12 });
    const read = await stories(
      '稿.docx',
      docx([
        at(15, '县里办实事'),
        at(22, '湖畔新馆今天开门'),
        at(10.5, BODY),
        words({ text: '座位多了一倍', size: 10.5, bold: true }),
        at(10.5, BODY),
        at(22, '小公交进小巷'),
        at(10.5, BODY),
      ]),
    );
    expect(read.stories.map(({ kicker, headline }) => [kicker, headline])).toEqual([
      ['县里办实事', '湖畔新馆今天开门'],
      ['', '小公交进小巷'],
    ]);
    expect(read.stories[0]!.paragraphs.map(({ role }) => role)).toEqual(['body', 'subhead', 'body']);
  });

  it('take bold at the head of a paragraph for emphasis, not for a headline', async () => {
    const read = await stories(
      '稿.docx',
      docx([
        words('湖畔新馆今天开门'),
        words(BODY),
        words({ text: '要把服务做到家门口', bold: true }, BODY),
        words({ text: '本报讯', bold: true }, BODY),
      ]),
    );
    expect(read.stories).toHaveLength(1);
    const bold = read.stories[0]!.paragraphs.flatMap(({ text, marks }) =>
      marks.map(({ from, to }) => text.slice(from, to)),
    );
    expect(bold).toEqual(['要把服务做到家门口', '本报讯']);
    expect(JSON.stringify(read.stories)).not.toContain('\ufdd0');
  });

  it('are refused in a sentence where they are cut short, no documents, or bombs', async () => {
    const file = docx([words(BODY)]);
    await expect(stories('稿.docx', file.subarray(0, file.length - 40))).rejects.toThrow('“稿.docx”已损坏');
    await expect(stories('稿.docx', zipSync({ 'a.txt': encode('x') }))).rejects.toThrow('不是 Word 文档');
    await expect(stories('稿.docx', encode('PK 不是压缩包'))).rejects.toThrow('已损坏');
    const parts = docxParts([words(BODY)]);
    const bomb = { ...parts, 'word/document.xml': new Uint8Array(60_000_000) };
    await expect(stories('稿.docx', zipSync(bomb))).rejects.toThrow('解压后过大');
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`word/a${i}.xml`, encode('x')]));
    await expect(stories('稿.docx', zipSync({ ...parts, ...many }))).rejects.toThrow('解压后过大');
    const entities = `<!DOCTYPE d [<!ENTITY a "aaaa">]>${documentXml('<w:p/>')}`;
    await expect(
      stories('稿.docx', zipSync({ ...parts, 'word/document.xml': encode(entities) })),
    ).rejects.toThrow('不安全');
    const deep = documentXml(`${'<w:sdt><w:sdtContent>'.repeat(60_000)}`);
    await expect(
      stories('稿.docx', zipSync({ ...parts, 'word/document.xml': encode(deep) })),
    ).rejects.toThrow(/[\u4e00-\u9fff].*。$/);
  });

  it('stop at the size that the directory declares', async () => {
    const file = docx([words(BODY.repeat(2000))]);
    const name = encode('word/document.xml');
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    for (let at = file.length - 46; at > 0; at--)
      if (
        view.getUint32(at, true) === 0x02014b50 &&
        Buffer.from(file.subarray(at + 46, at + 46 + name.length)).equals(Buffer.from(name))
      )
        view.setUint32(at + 24, 100, true);
    await expect(stories('稿.docx', file)).rejects.toThrow(/[\u4e00-\u9fff].*。$/);
  });
});

describe('old Word documents', () => {
  const text = `湖畔新馆今天开门\r${BODY}\r${BODY}\r`;

  it('give their text', async () => {
    const read = await stories('稿.doc', doc(text));
    expect(read.stories.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([
      ['湖畔新馆今天开门', 2],
    ]);
    expect(sentences(read)).toContain('只取了文字');
  });

  it('are refused in a sentence where they are damaged', async () => {
    for (const bytes of [encode('not a document'), doc(text).subarray(0, 700), doc(text).subarray(0, 5000)])
      await expect(stories('稿.doc', bytes)).rejects.toThrow('另存为 .docx 再拖进来');
  });

  it('never hang where chains of sectors or names go in circles', async () => {
    const circle = Buffer.from(doc(text));
    circle.writeInt32LE(3, 512 + 4 * 4);
    await expect(stories('稿.doc', circle)).rejects.toThrow('另存为 .docx');
    const names = Buffer.from(doc(text));
    names.writeInt32LE(1, 1024 + 2 * 128 + 72);
    await expect(stories('稿.doc', names)).rejects.toThrow('另存为 .docx');
  });

  it('end in text or in a sentence, whatever bytes are changed', async () => {
    const whole = doc(text);
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % below;
    };
    for (let round = 0; round < 150; round++) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i < 6; i++) bytes[random(2) === 0 ? random(2600) : random(bytes.length)] = random(256);
      await importFile({ name: '稿.doc', bytes }).catch((error: Error) =>
        expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/),
      );
    }
  });
});

describe.skipIf(converter === null)('pictures (sharp is needed)', () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

  it('of JPEG and PNG stay byte for byte', async () => {
    const jpeg = await blank(30, 20).jpeg().toBuffer();
    const read = await picture('a.jpg', jpeg);
    expect(read.picture).toMatchObject({ mime: 'image/jpeg', width: 30, height: 20, name: 'a.jpg' });
    expect(Buffer.from(read.bytes)).toEqual(jpeg);
    expect((await picture('没有后缀', grey(8, 6))).picture.mime).toBe('image/png');
  });

  it('of WebP and TIFF become PNG of the same size, by their bytes and not their names', async () => {
    for (const made of [await blank(31, 21).webp().toBuffer(), await blank(31, 21).tiff().toBuffer()]) {
      const read = await picture('a.jpg', made);
      expect(read.picture).toMatchObject({ mime: 'image/png', width: 31, height: 21 });
      expect(read.notes).toEqual([]);
    }
  });

  it('of CMYK become sRGB, and grey ones stay grey', async () => {
    const cmyk = await blank(12, 10).toColourspace('cmyk').tiff().toBuffer();
    const read = await picture('a.tif', cmyk);
    expect(sentences(read)).toContain('CMYK');
    expect(Buffer.from(read.bytes)[25]).toBe(2);
    const tiff = await sharp(Buffer.alloc(120, 90), { raw: { width: 12, height: 10, channels: 1 } })
      .toColourspace('b-w')
      .tiff()
      .toBuffer();
    /* Byte 25 of a PNG is its kind of colour: 0 grey, 2 RGB. */
    expect(Buffer.from((await picture('b.tif', tiff)).bytes)[25]).toBe(0);
  });

  it('of other formats never reach the converter’s own readers', async () => {
    await convertPicture(await blank(3, 2).webp().toBuffer(), 'WebP', 'a.webp');
    await expect(convertPicture(grey(3, 2), 'WebP', 'a.webp')).rejects.toThrow('读不出来');
    await expect(
      sharp(Buffer.from(grey(3, 2)))
        .raw()
        .toBuffer(),
    ).rejects.toThrow('unsupported');
  });

  it('of several pages give the first, and a note', async () => {
    const frames = Buffer.concat([Buffer.alloc(30 * 20 * 3, 10), Buffer.alloc(30 * 20 * 3, 250)]);
    const tiff = await sharp(frames, { raw: { width: 30, height: 40, channels: 3, pageHeight: 20 } })
      .tiff()
      .toBuffer();
    const read = await picture('两页.tif', tiff);
    expect(read.picture).toMatchObject({ width: 30, height: 20 });
    expect(sentences(read)).toContain('有2页');
  });

  const svg = (inner: string, head = '') =>
    encode(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">${inner}</svg>`);

  it('of SVG are drawn large, and their text and references are told', async () => {
    const read = await picture('报名.svg', svg('<rect width="60" height="40"/>'));
    expect(read.picture).toMatchObject({ mime: 'image/png', width: 6000, height: 2000 });
    expect(read.notes).toEqual([]);
    const told = await picture('报名.svg', svg('<text>报</text><image href="file:///etc/hostname"/>'));
    expect(sentences(told)).toMatch(/转曲[\s\S]*外部文件/);
    await expect(
      picture('a.svg', svg('&a;', '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "x">]>')),
    ).rejects.toThrow('实体');
  });

  it('that are broken or of another format are refused in a sentence', async () => {
    const webp = await blank(300, 200).webp().toBuffer();
    await expect(picture('a.webp', webp.subarray(0, 60))).rejects.toThrow('读不出来');
    await expect(picture('a.tif', encode('II*\0 broken'))).rejects.toThrow('读不出来');
    await expect(picture('a.gif', encode('GIF89a'))).rejects.toThrow('另存为JPEG或PNG');
    await expect(picture('a.jpg', encode('not a picture'))).rejects.toThrow('另存为JPEG或PNG');
  });

  it('that need the converter are refused in a sentence where it is missing', async () => {
    const webp = await blank(3, 2).webp().toBuffer();
    await expect(convertPicture(webp, 'WebP', 'a.webp', async () => null)).rejects.toThrow(
      '请另存为JPEG或PNG',
    );
  });
});
