import { describe, expect, it } from 'vitest';
import type { ArchivedIssue } from '../../../core/contract/ipc.ts';
import { archiveYears, numberedIssues } from '../../../renderer/state/archive-store.ts';

const kept = (
  file: string,
  date: string | null,
  number: number | null,
  total: number | null,
): ArchivedIssue => ({
  file,
  date,
  number,
  totalNumber: total,
});

const ISSUES = [
  kept('2019/a.zuban', '2019-12-29', 48, 627),
  kept('2020/b.zuban', '2020-03-08', 8, 635),
  kept('2020/c.zuban', '2020-03-15', 9, 636),
  kept('样张.zuban', null, null, null),
];

describe('the archive', () => {
  it('stands by year, the newest first, what has no date last', () => {
    expect(archiveYears(ISSUES).map(({ year, issues }) => [year, issues.map(({ file }) => file)])).toEqual([
      ['2020', ['2020/c.zuban', '2020/b.zuban']],
      ['2019', ['2019/a.zuban']],
      ['', ['样张.zuban']],
    ]);
  });

  it('numbers issues by what their names say, and leaves out the one that is open', () => {
    expect(numberedIssues(ISSUES, '2020/c.zuban')).toEqual([
      { date: '2019-12-29', number: 48, totalNumber: 627 },
      { date: '2020-03-08', number: 8, totalNumber: 635 },
    ]);
  });
});
