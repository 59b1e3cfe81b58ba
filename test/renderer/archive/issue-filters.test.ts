import { describe, expect, it } from 'vitest';
import type { IndexedIssue } from '../../../core/contract/archive-channels.ts';
import { filterChoices, leftBy, NO_FILTERS } from '../../../renderer/archive/issue-filters.ts';

const issue = (date: string | null, people: string[], columnNames: string[]): IndexedIssue => ({
  file: `${date ?? 'x'}.zuban`,
  digest: 'd',
  fault: null,
  publication: 'p',
  publicationName: '试报',
  date,
  number: 1,
  totalNumber: 1,
  pages: 1,
  stories: 1,
  people,
  columnNames,
});

const ISSUES = [
  issue('2020-03-15', ['李记者', '周编辑'], ['要闻']),
  issue('2020-01-05', ['周编辑'], ['要闻', '副刊']),
  issue('2019-12-29', ['周编辑'], ['综合']),
  issue(null, [], ['综合']),
];
const dates = (change: Partial<typeof NO_FILTERS>) =>
  leftBy(ISSUES, { ...NO_FILTERS, ...change }).map(({ date }) => date);

describe('filters of the archive', () => {
  it('leave all where none is set, and those within the dates, both included', () => {
    expect(dates({})).toHaveLength(4);
    expect(dates({ year: 2020 })).toEqual(['2020-03-15', '2020-01-05']);
    expect(dates({ from: '2019-12-29', to: '2020-01-05' })).toEqual(['2020-01-05', '2019-12-29']);
  });

  it('leave a person to the search, and narrow by 版名', () => {
    expect(dates({ person: '周', columnName: '要闻' })).toEqual(dates({ columnName: '要闻' }));
  });

  it('offer what there is, the most frequent first', () => {
    expect(filterChoices(ISSUES)).toEqual({
      publications: [['p', '试报']],
      people: ['周编辑', '李记者'],
      columnNames: ['要闻', '综合', '副刊'],
    });
  });
});
