import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayList } from '../../../core/display/display-list.ts';
import { type IssueFile, issueFileOf, withPrint } from '../../../core/file/issue-file.ts';
import { exportPackage } from '../../../electron/archive/export-package.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { type ExportArguments, exportCommand } from '../../../electron/command/export-command.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { ArchivePlace, pastIssue, told } from '../archive/past-issues.ts';

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

const issue = pastIssue('2020-03-15', 9, 636, [told('s1', '湖畔新馆开门', '新馆今天迎来首批读者。')]);
const PDF = new TextEncoder().encode('%PDF of the press');
const displayList: DisplayList = {
  title: '付印',
  pages: [{ number: 1, name: '付印时的版', width: 700, height: 1000, items: [], parts: [] }],
};
const print = {
  at: '2020-03-14T20:00:00+08:00',
  by: '某某',
  engine: '1',
  issueHash: stateHash(issue),
  displayList,
  faces: [],
  pdf: PDF,
};
const asPrinted = withPrint(issueFileOf(issue, new Map()), print);
const edited: IssueFile = {
  ...asPrinted,
  issue: { ...issue, masthead: { ...issue.masthead, number: 10 } },
};

describe('the export of a printed issue', () => {
  const run = async (file: IssueFile, asked: Partial<ExportArguments> = {}) => {
    const said: string[] = [];
    await exportCommand({
      paths: [place.put('a.zuban', packIssueFile(file))],
      publication: null,
      format: null,
      pdf: place.path('a.pdf'),
      png: null,
      dpi: 72,
      svg: null,
      dump: place.path('a.txt'),
      report: null,
      fonts: null,
      faces: [],
      anew: false,
      strict: false,
      progress: () => {},
      say: (text) => void said.push(text),
      ...asked,
    });
    return {
      pdf: readFileSync(place.path('a.pdf')),
      dump: readFileSync(place.path('a.txt'), 'utf8'),
      said: said.join('\n'),
    };
  };

  it('gives the page as it was printed, and says so', async () => {
    const { pdf, dump, said } = await run(asPrinted);
    expect(pdf.equals(PDF)).toBe(true);
    expect(dump).toContain('付印时的版');
    expect(said).toMatch(/2020-03-14付印后没有改动，输出的是付印时的版面.*--anew/);
  });

  it('draws the kept page where there is no PDF of it', async () => {
    const { pdf, dump } = await run(withPrint(issueFileOf(issue, new Map()), { ...print, pdf: null }));
    expect(pdf.toString('latin1')).toMatch(/^%PDF-1/);
    expect(dump).toContain('付印时的版');
  });

  it('sets it anew where that was asked for, and where it was edited since', async () => {
    for (const [file, asked] of [
      [asPrinted, { anew: true }],
      [edited, {}],
    ] as const) {
      const { pdf, dump, said } = await run(file, asked);
      expect(pdf.equals(PDF)).toBe(false);
      expect(dump).not.toContain('付印时的版');
      expect(said).not.toContain('付印时的版面');
    }
  });
});

describe('the package of a printed issue', () => {
  const packaged = async (file: IssueFile) => {
    await exportPackage(place.put('a.zuban', packIssueFile(file)), 'a.zuban', place.path('包'));
    const manifest = JSON.parse(readFileSync(place.path('包/a/manifest.json'), 'utf8'));
    return { pdf: readFileSync(place.path('包/a/a.pdf')), said: manifest.pdf };
  };

  it('has the PDF of the print, and says where the issue was edited since', async () => {
    const whole = await packaged(asPrinted);
    expect(whole.pdf.equals(PDF)).toBe(true);
    expect(whole.said).toEqual({ source: 'print', printedAt: print.at, editedSince: false });
    const changed = await packaged(edited);
    expect(changed.pdf.equals(PDF)).toBe(true);
    expect(changed.said).toEqual({ source: 'print', printedAt: print.at, editedSince: true });
  });

  it('has a PDF of the kept page where none was kept', async () => {
    const { said } = await packaged(withPrint(issueFileOf(issue, new Map()), { ...print, pdf: null }));
    expect(said).toMatchObject({ source: 'drawn' });
  });

  it('is refused with a sentence where the folder cannot be made', async () => {
    place.put('包', '文件');
    await expect(packaged(asPrinted)).rejects.toThrow(/“a”存不下：.*。$/);
  });
});
