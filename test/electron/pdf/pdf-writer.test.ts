import { createHash } from 'node:crypto';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { DisplayList, GlyphRun } from '../../../core/display/display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { setNameplatePicture } from '../../../core/issue/edits.ts';
import { GlyphStores, loadFontSet } from '../../../electron/fonts/font-files.ts';
import { writePdf } from '../../../electron/pdf/pdf-writer.ts';
import { page as emptyPage, issue } from '../../core/makeup/issue-builder.ts';
import { dash, list, page, picture, rect, run } from './display-builders.ts';
import { type ReadCharacter, type ReadPage, readPdf } from './read-pdf.ts';

const fonts = loadFontSet();
const stores = new GlyphStores();

const readBack = async (display: DisplayList): Promise<readonly ReadCharacter[]> =>
  (await readPdf(writePdf(display, stores))).flatMap(({ characters }) => characters);

/** Every character of the runs stands in the PDF, in order, within a hundredth of a point. */
const expectSame = async (...runs: readonly GlyphRun[]): Promise<void> => {
  const read = await readBack(list(page(...runs)));
  expect(read.map(({ text }) => text).join('')).toBe(runs.map(({ text }) => text).join(''));
  const places = runs.flatMap(({ xs, y }) => xs.map((x) => ({ x, y })));
  expect(read.length).toBe(places.length);
  read.forEach(({ x, y }, i) => {
    expect(Math.abs(x - places[i]!.x)).toBeLessThan(0.005);
    expect(Math.abs(y - places[i]!.y)).toBeLessThan(0.005);
  });
};

describe('text in the PDF', () => {
  it('stands where the display list puts it, character for character', async () => {
    await expectSame(run(fonts, '我县召开2020年重点工作推进会，部署“三大战役”（第9期）。Typst, (a\\b)'));
  });

  it('keeps its places when a line is justified', async () => {
    await expectSame(run(fonts, '春耕时节，田间地头一派繁忙景象，农户抢抓农时播种', { gap: 0.2137 }));
  });

  it('keeps its places when every gap is different', async () => {
    const plain = run(fonts, '天地玄黄宇宙洪荒日月盈昃辰宿列张', { size: 9.2126, x: 33.3333 });
    await expectSame({ ...plain, xs: plain.xs.map((x, i) => x + ((i * 7) % 5) * 0.317 - i * 0.01) });
  });

  it('keeps its places at the size of a nameplate', async () => {
    await expectSame(run(fonts, '时报中文大字', { size: 123.456, gap: -3.21, face: 'serif-900', y: 300 }));
  });

  it('keeps its places over several faces, sizes and lines', async () => {
    await expectSame(
      run(fonts, '主题大标题一行', { face: 'serif-900', size: 42, y: 60 }),
      run(fonts, '黑体小标题 12', { face: 'sans-700', size: 12, y: 90 }),
      run(fonts, '楷体引题', { face: 'kai', size: 15.75, y: 120, gap: 0.05 }),
      run(fonts, '报名', { face: 'brush', size: 80, y: 220 }),
      run(fonts, '正文', { y: 240 }),
    );
  });

  it('names characters beyond the BMP', async () => {
    await expectSame(run(fonts, '村民𬭎𬍛𫖯三人', { face: 'kai' }));
  });

  it('names rare characters that a fallback face sets', async () => {
    await expectSame(run(fonts, '劐阢坶膪齄㛃䶮Ⅰ⑳', { face: 'kai' }));
  });

  it('embeds the characters of each document, not those of the last one of the same face', () => {
    /* As many others, more behind the same, fewer of the same. */
    for (const text of ['甲丙', '乙丁', '乙丁百', '乙百', '百']) {
      const set = list(page(run(fonts, text, { face: 'kai' })));
      expect(writePdf(set, stores)).toEqual(writePdf(structuredClone(set), new GlyphStores()));
    }
  });

  it('is written anew where the same page is asked for with other fonts', () => {
    const same = list(page(run(fonts, 'Willow 2026')));
    const before = writePdf(same, stores);
    const other = Object.assign(new GlyphStores(), { of: () => stores.of('kai') });
    const wanted = writePdf(structuredClone(same), other);
    expect(wanted).not.toEqual(before);
    expect(writePdf(same, other)).toEqual(wanted);
  });

  it('names a character that the face has no glyph for', async () => {
    await expectSame(run(fonts, '甲\u0e01乙'));
  });

  it('does not fail on half a surrogate pair', async () => {
    const read = await readBack(list(page(run(fonts, '甲\ud800乙'))));
    expect(read.map(({ text }) => text).join('')).toBe('甲\ufffd乙');
  });

  it('tells characters apart that share a glyph', async () => {
    await expectSame(run(fonts, 'a\u00a0b c', { face: 'kai' }));
  });

  it('keeps the characters of a joined dash, unpainted', async () => {
    const read = await readBack(
      list(page(run(fonts, '前'), dash(60.5, 100, 10.5), run(fonts, '后', { x: 81.5 }))),
    );
    expect(read.map(({ text, mode }) => `${text}${mode}`)).toEqual(['前0', '—3', '—3', '后0']);
    expect(read[2]!.x).toBeCloseTo(71, 2);
  });

  it('refuses a run whose places do not match its characters', () => {
    const broken = { ...run(fonts, '甲乙'), xs: [1] };
    expect(() => writePdf(list(page(broken)), stores)).toThrow('2 characters at 1 places');
  });
});

describe('the file', () => {
  const sample = (): DisplayList =>
    list(
      page(
        run(fonts, '要闻 第1版', { face: 'serif-700' }),
        dash(60, 200, 12),
        rect({ x: 1, y: 2, width: 3, height: 4 }),
      ),
      page(run(fonts, '综合 第2版')),
    );

  it('is the same for the same display list, also after other documents', () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const first = hash(writePdf(sample(), stores));
    writePdf(list(page(run(fonts, '另一份文件'))), stores);
    expect(hash(writePdf(sample(), stores))).toBe(first);
    expect(hash(writePdf(sample(), new GlyphStores()))).toBe(first);
  });

  it('has one font per face for all pages', () => {
    const text = Buffer.from(writePdf(sample(), stores)).toString('latin1');
    expect(text.match(/\/Subtype \/Type0/g)?.length).toBe(2);
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC-Regular/);
  });

  it('has pages of the size of the display list', async () => {
    const pages = await readPdf(writePdf(sample(), stores));
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [595.276, 841.89],
      [595.276, 841.89],
    ]);
  });

  it('names no day', () => {
    expect(Buffer.from(writePdf(sample(), stores)).toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  });

  it('can be empty', async () => {
    const pages = await readPdf(writePdf(list(page()), stores));
    expect(pages.map(({ characters }) => characters.length)).toEqual([0]);
  });
});

describe('pictures in the PDF', () => {
  it('stand in the printed head where the nameplate is one', async () => {
    const id = `sha256-${'0'.repeat(64)}.png`;
    const pictures = [{ id, mime: 'image/png', width: 2, height: 2, name: 'head.png' } as const];
    const text = issue([], { pages: [emptyPage([])], pictures });
    const printed = async (one: typeof text) => {
      const { displayList } = layOutIssue(one, fonts);
      return (await readPdf(writePdf(displayList, stores, new Map([[id, pixels(4)]]))))[0]!;
    };
    const letters = (page: ReadPage) => page.characters.map(({ text: letter }) => letter).join('');
    const [set, pictured] = [await printed(text), await printed(setNameplatePicture(text, id).issue)];
    expect([set.pictures, pictured.pictures]).toEqual([0, 1]);
    expect(letters(pictured)).toBe(letters(set).replace(text.publication.masthead.nameplate, ''));
  });

  const pixels = (channels: number): Uint8Array =>
    encode({
      width: 2,
      height: 2,
      channels,
      depth: 8,
      data: Uint8Array.from({ length: 4 * channels }, (_, i) => i * 15),
    });
  const withPicture = (bytes: Uint8Array): Uint8Array =>
    writePdf(
      list(page(picture('a', { x: 10, y: 10, width: 90, height: 60 }))),
      stores,
      new Map([['a', bytes]]),
    );

  for (const channels of [1, 2, 3, 4])
    it(`are taken from PNG files of ${channels} channels`, async () => {
      expect((await readPdf(withPicture(pixels(channels))))[0]!.pictures).toBe(1);
      const alpha = channels % 2 === 0;
      expect(
        Buffer.from(withPicture(pixels(channels)))
          .toString('latin1')
          .includes('/SMask'),
      ).toBe(alpha);
    });

  it('are embedded once however often they are placed', () => {
    const place = { x: 0, y: 0, width: 50, height: 50 };
    const display = list(page(picture('a', place), picture('a', place)), page(picture('a', place)));
    const text = Buffer.from(writePdf(display, stores, new Map([['a', pixels(3)]]))).toString('latin1');
    expect(text.match(/\/Subtype \/Image/g)?.length).toBe(1);
  });

  it('that cannot be read are refused by name', () => {
    expect(() => withPicture(new Uint8Array([1, 2, 3]))).toThrow('图片 a 不是可读的 JPEG 或 PNG 文件');
    expect(() => withPicture(pixels(3).subarray(0, 40))).toThrow('图片 a 不是可读的');
  });

  it('that were not given are a fault of the program', () => {
    const display = list(page(picture('b', { x: 0, y: 0, width: 5, height: 5 })));
    expect(() => writePdf(display, stores)).toThrow('not given: b');
  });
});
