/** What readers get out of the PDF: a search finds what stands in the copy. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { paragraph } from '../../core/issue/issue.ts';
import { makeUpIssue } from '../../core/makeup/newspaper/make-up-issue.ts';
import { newTypesetting } from '../../core/typeset/typesetting.ts';
import { GlyphStores } from '../../electron/fonts/font-files.ts';
import { writePdf } from '../../electron/pdf/pdf-writer.ts';
import { issue, story } from '../core/makeup/issue-builder.ts';
import { fonts } from '../core/typeset/fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'zuban-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'a.pdf');

const BODY = [
  '本报讯11月17日上午9时，溪口镇5个村的水渠全线通水，比2025年增加12%。',
  'GDP增长8.5%，歼-20和东风-41参加展示，水温5℃，海拔1200米。',
  '国家卫生健康委员会WHO发布2026年第9期通报，Internet Explorer and Chrome均可使用Word 2019打开。',
];
const SCRIPTS =
  '灌溉面积1.2×104公顷，占地3500m2，CO2排放减少，注1见第2版，精度10-3毫米，面积35m²，库容3×10⁷立方米，N₂与水。';
const marksOf = (text: string) => [
  { from: text.indexOf('104') + 2, to: text.indexOf('104') + 3, kind: 'superscript' as const },
  { from: text.indexOf('m2') + 1, to: text.indexOf('m2') + 2, kind: 'superscript' as const },
  { from: text.indexOf('CO2') + 2, to: text.indexOf('CO2') + 3, kind: 'subscript' as const },
  { from: text.indexOf('10-3') + 2, to: text.indexOf('10-3') + 4, kind: 'superscript' as const },
];
const copyOfIt = issue([
  {
    ...story('s', '溪口镇水渠11月17日通水', []),
    paragraphs: [...BODY.map((text) => paragraph(text)), { ...paragraph(SCRIPTS), marks: marksOf(SCRIPTS) }],
  },
]);
const made = layOutIssue(makeUpIssue(copyOfIt, newTypesetting(fonts)), fonts).displayList;
const bytes = writePdf(made, new GlyphStores());
writeFileSync(path, bytes);

/** Without line ends: what stands in one line is what a search finds. */
const joined = (text: string): string => text.replace(/-?\n/g, '');
const expectCopy = (text: string): void => {
  for (const whole of [
    '11月17日',
    '9时',
    '5个村',
    '2025年',
    '12%',
    '8.5%',
    '歼-20和东风-41',
    '5℃',
    '1200米',
    '2026年第9期',
  ])
    expect(joined(text)).toContain(whole);
  expect(joined(text)).toMatch(/Explorer and Chrome均可使用Word 2019打开/);
  for (const script of ['1.2×10⁴公顷', '3500m²', 'CO₂排放', '10⁻³毫米', '35m²', '3×10⁷立方米', 'N₂与水'])
    expect(joined(text)).toContain(script);
  expect(text).not.toContain('104');
};

const toolIsThere = (tool: string): boolean => {
  try {
    execFileSync(tool, [tool === 'gs' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const pdftotext = (file: string): string =>
  execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });

describe('the text of the PDF', () => {
  it('is the copy’s to pdf.js: no space between Han and number, superscripts as such', async () => {
    const task = getDocument({
      data: bytes.slice(),
      verbosity: VerbosityLevel.ERRORS,
      useSystemFonts: false,
    });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    expectCopy(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    await task.destroy();
  });

  it.skipIf(!toolIsThere('pdftotext'))('is so to poppler (needs pdftotext)', () => {
    expectCopy(pdftotext(path));
  });

  it.skipIf(!toolIsThere('mutool'))('is so to mupdf (needs mutool)', () => {
    const said = execFileSync('mutool', ['draw', '-q', '-F', 'txt', path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expectCopy(said);
  });

  it.skipIf(!toolIsThere('gs') || !toolIsThere('pdftotext'))(
    'outlives ghostscript’s pdfwrite (needs gs and pdftotext)',
    () => {
      const again = join(folder, 'again.pdf');
      execFileSync('gs', ['-q', '-dSAFER', '-sDEVICE=pdfwrite', '-o', again, path], { stdio: 'ignore' });
      expectCopy(pdftotext(again));
    },
  );

  it('is the same bytes every time', () => {
    expect(writePdf(made, new GlyphStores())).toEqual(bytes);
  });
});
