import { describe, expect, it } from 'vitest';
import type { IndexedIssue } from '../../../core/contract/archive-channels.ts';
import { newFromFacts } from '../../../renderer/archive/new-from-facts.ts';
import { pastIssue } from '../../electron/archive/past-issues.ts';

const indexed = (date: string, number: number, totalNumber: number): IndexedIssue => ({
  file: `${date}.zuban`,
  digest: 'd',
  fault: null,
  publication: 'test',
  publicationName: '试报',
  date,
  number,
  totalNumber,
  pages: 1,
  stories: 1,
  people: [],
  columnNames: [],
});
const past = pastIssue('2020-03-15', 9, 636, []);
const ARCHIVE = [indexed('2020-03-15', 9, 636), indexed('2020-04-05', 12, 639)];

describe('the facts of a new issue after a past one', () => {
  it('go on from the last issue before the date', () => {
    expect(newFromFacts(past, '2020-04-12', ARCHIVE)).toEqual({
      masthead: { date: '2020-04-12', number: 13, totalNumber: 640 },
      warnings: [],
    });
  });

  it('warn of a day that is taken', () => {
    const { warnings } = newFromFacts(past, '2020-04-05', ARCHIVE);
    expect(warnings[0]).toContain('第12期');
  });

  it('say that there is nothing to go on from', () => {
    const { masthead, warnings } = newFromFacts(past, '2020-01-05', ARCHIVE);
    expect(masthead.number).toBeNull();
    expect(warnings[0]).toContain('没有更早的一期');
  });

  it('take no other paper’s numbers', () => {
    const other = ARCHIVE.map((issue) => ({ ...issue, publication: 'other' }));
    expect(newFromFacts(past, '2020-04-12', other).masthead.number).toBeNull();
  });
});
