/** A session with an issue built by hand, for the hosts' tests. */
import type { Issue } from '../../../core/issue/issue.ts';
import { InputError } from '../../../electron/base/input-error.ts';
import { Session } from '../../../electron/session/session.ts';
import { PUBLICATION } from '../../core/issue/small-issue.ts';

export const ISSUE: Issue = {
  publication: PUBLICATION,
  format: '四开',
  masthead: { date: '2026-01-05', number: 1, totalNumber: 9 },
  importNotes: [],
  imprint: { compiler: '', recipients: '', printer: '', printDate: '', printRun: '' },
  stories: [],
  pages: [],
  pictures: [],
};

export const PICTURE = 'sha256-00.png';
export const PDF = new TextEncoder().encode('%PDF-1.7');

export const sampleSession = (): Session =>
  new Session('样张.md', {
    open: async () => ({
      issue: ISSUE,
      problems: [],
      pictures: new Map([[PICTURE, new Uint8Array([1, 2, 3])]]),
    }),
    makePdf: async (_opened, pages) => {
      if (pages.includes(9)) throw new InputError('没有第9版。');
      if (pages.includes(8)) throw new Error('ENOENT: /归档/第8版.zuban');
      return PDF;
    },
  });
