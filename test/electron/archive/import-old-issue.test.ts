import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import { importOldIssue } from '../../../electron/archive/import-old-issue.ts';
import { linesOf } from '../../../electron/archive/read-pdf-text.ts';
import { unpackIssueFile } from '../../../electron/files/issue-container.ts';
import { GlyphStores, loadFontSet } from '../../../electron/fonts/font-files.ts';
import { openSources } from '../../../electron/import/open-sources.ts';
import { writePdf } from '../../../electron/pdf/pdf-writer.ts';
import { expectLinear } from '../../growth.ts';
import { sharedCase } from '../../shared-case.ts';
import { ArchivePlace } from './past-issues.ts';

const BODY = '清晨的湖面起了薄雾，早起的人们沿着新修的步道慢慢走，远处传来划船的号子声。';
const copy = (headlines: readonly string[]): string =>
  `上街时报\n2020年3月15日 星期六\n第9期（总第636期）\n\n${headlines
    .map(
      (headline, i) =>
        `## ${headline}\n\n${Array.from({ length: 8 }, (_, n) => `第${i + 1}篇第${n + 1}句。${BODY}`).join('')}\n`,
    )
    .join('\n')}`;

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

describe('an old issue', () => {
  const fonts = loadFontSet();

  it('comes in from scanned text, named by its facts, with its doubts listed', async () => {
    const source = place.put('扫描.txt', copy(['湖边步道今日开放', '小公交进小巷']));
    const imported = await importOldIssue(source, place.folder, fonts);
    expect(imported).toMatchObject({
      file: '2020/2020-03-15 第9期 总第636期.zuban',
      stories: 2,
      number: 9,
      totalNumber: 636,
    });
    expect(imported.uncertain.join()).toContain('2020-03-15应是“星期日”');
    const again = await importOldIssue(source, place.folder, fonts);
    expect(again.file).toBe('2020/2020-03-15 第9期 总第636期（2）.zuban');
    expect(again.uncertain[0]).toContain('已有');
  });

  it('comes in twice where two import it at once, and neither file is lost', async () => {
    const source = place.put('扫描.txt', copy(['湖边步道今日开放', '小公交进小巷']));
    const both = await Promise.all([1, 2, 3].map(() => importOldIssue(source, place.folder, fonts)));
    expect(new Set(both.map(({ file }) => file)).size).toBe(3);
    for (const { file } of both) unpackIssueFile(readFileSync(place.path(file)), file);
    expect(readdirSync(place.path('2020'))).toHaveLength(3);
  });

  it('comes in from a PDF, which is kept as the printed page', async () => {
    const source = place.put('原稿.md', copy(['湖边步道今日开放', '小公交进小巷', '新馆开门迎读者']));
    const { issue } = await openSources([source], createEngine(fonts));
    const pdf = await writePdf(layOutIssue(issue, fonts).displayList, new GlyphStores(), new Map());
    const path = place.path('旧报.pdf');
    writeFileSync(path, pdf);
    const imported = await importOldIssue(path, place.folder, fonts);
    expect(imported).toMatchObject({ date: '2020-03-15', number: 9, totalNumber: 636 });
    const file = unpackIssueFile(readFileSync(place.path(imported.file)), '旧报');
    expect(Buffer.from(file.prints[0]!.pdf!).equals(pdf)).toBe(true);
    const headlines = file.issue.stories.map(({ headline }) => headline.replace(/\s/g, ''));
    expect(headlines).toEqual(expect.arrayContaining(['湖边步道今日开放', '小公交进小巷', '新馆开门迎读者']));
    const text = file.issue.stories.flatMap(({ paragraphs }) => paragraphs.map((p) => p.text)).join('');
    // A column's last line that is short is taken for a paragraph's, and cuts one sentence in two.
    expect(text.split('早起的人们沿着新修的步道慢慢走').length - 1).toBeGreaterThanOrEqual(23);
    expect(file.issue.pages).toHaveLength(issue.pages.length);
  });

  it('is refused with a sentence where the PDF is none', async () => {
    const source = place.put('坏.pdf', '一二三');
    await expect(importOldIssue(source, place.folder, fonts)).rejects.toThrow(/“坏\.pdf”.*没有导入/);
  });

  it('is given up where it is cancelled', async () => {
    const source = place.put('旧报.pdf', '%PDF-1.4');
    await expect(importOldIssue(source, place.folder, fonts, null, AbortSignal.abort())).rejects.toThrow(
      '取消',
    );
  });

  const bomb = sharedCase('hostile/pdf-bomb-1500mb.pdf');
  it.skipIf(bomb === null)(
    'is refused for its size where its pages would fill the memory (../shared is needed)',
    async () => {
      await expect(importOldIssue(bomb!, place.folder, fonts)).rejects.toThrow('展开后太大（超过500 MB）');
    },
  );

  it('says where a PDF has more pages than were read', async () => {
    const { PDFDocument } = await import('pdf-lib');
    const source = place.put('原稿.md', copy(['湖边步道今日开放']));
    const { issue } = await openSources([source], createEngine(fonts));
    const pdf = await PDFDocument.load(
      writePdf(layOutIssue(issue, fonts).displayList, new GlyphStores(), new Map()),
    );
    while (pdf.getPageCount() < 203) pdf.addPage([100, 100]);
    writeFileSync(place.path('厚.pdf'), await pdf.save());
    const { uncertain, pages } = await importOldIssue(place.path('厚.pdf'), place.folder, fonts);
    expect(pages).toBe(200);
    expect(uncertain[0]).toContain('有203页，只读了前200页');
  });
});

describe('the lines of a page', () => {
  const piece = (str: string, x: number, y: number) => ({
    str,
    width: 9 * str.length,
    height: 9,
    transform: [9, 0, 0, 9, x, y],
    dir: 'ltr',
    fontName: 'f',
    hasEOL: false,
  });

  it('are joined of pieces that touch, and take no longer for each where there are many', () => {
    const joined = linesOf([piece('湖边', 0, 90), piece('步道', 18, 89.5), piece('开放', 80, 90)], 100);
    expect(joined.map(({ text }) => text)).toEqual(['湖边步道', '开放']);
    expectLinear(60_000, (count) => {
      // Apart on one baseline, so that each is a line.
      const pieces = Array.from({ length: count }, (_, i) => piece('字', i * 30, 90));
      return () => expect(linesOf(pieces, 100)).toHaveLength(count);
    });
  });
});
