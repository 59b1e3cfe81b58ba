/** Small archives on the disk for tests: one line an issue. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EMPTY_IMPRINT, type Issue, type Story } from '../../../core/issue/issue.ts';
import { packIssue } from '../../../electron/files/issue-container.ts';
import { frame, PUBLICATION, page, story } from '../../core/issue/small-issue.ts';

/** An issue of one page 要闻 with the stories on it, and 综合 without. */
export const pastIssue = (date: string, number: number, totalNumber: number, stories: Story[]): Issue => ({
  publication: PUBLICATION,
  format: '四开',
  masthead: { date, number, totalNumber },
  importNotes: [],
  imprint: { ...EMPTY_IMPRINT, printDate: '2020年3月16日' },
  stories,
  pages: [
    {
      ...page('要闻', ...stories.map(({ id }, i) => frame(`f${i + 1}`, id, 0, 14 + i))),
      staff: { editor: '钱编辑', proofreader: '孙小校', designer: '' },
    },
    page('综合'),
  ],
  pictures: [],
});

export const told = (id: string, headline: string, text: string, byline = ''): Story => ({
  ...story(id, headline, ...(text === '' ? [] : [text])),
  byline,
});

export class ArchivePlace {
  readonly folder = mkdtempSync(join(tmpdir(), 'zuban-archive-'));

  path(file: string): string {
    return join(this.folder, ...file.split('/'));
  }

  put(file: string, content: Issue | Uint8Array | string): string {
    const path = this.path(file);
    mkdirSync(dirname(path), { recursive: true });
    const isBytes = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, isBytes ? content : packIssue(content, new Map()));
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
