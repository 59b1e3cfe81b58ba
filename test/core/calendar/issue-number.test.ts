import { describe, expect, it } from 'vitest';
import {
  contradictedConstant,
  type NumberedIssue,
  nextNumbers,
} from '../../../core/calendar/issue-number.ts';

const issue = (date: string, number: number, totalNumber: number): NumberedIssue => ({
  date,
  number,
  totalNumber,
});

const ARCHIVE = [
  issue('2019-12-22', 50, 626),
  issue('2019-12-29', 51, 627),
  issue('2020-01-05', 1, 628),
  issue('2020-03-15', 9, 636),
];

describe('nextNumbers', () => {
  it('count on from the last issue of the year', () => {
    expect(nextNumbers(ARCHIVE, '2020-03-22')).toEqual({ number: 10, totalNumber: 637 });
  });

  it('follow the issues, not the calendar: a gap of weeks skips no number', () => {
    expect(nextNumbers(ARCHIVE, '2020-06-30')).toEqual({ number: 10, totalNumber: 637 });
  });

  it('start the number again with the year, while the total runs on', () => {
    expect(nextNumbers(ARCHIVE, '2021-01-03')).toEqual({ number: 1, totalNumber: 637 });
    expect(nextNumbers(ARCHIVE.slice(0, 2), '2020-01-05')).toEqual({ number: 1, totalNumber: 628 });
  });

  it('continue from the issues before the date only', () => {
    expect(nextNumbers(ARCHIVE, '2020-01-12')).toEqual({ number: 2, totalNumber: 629 });
    expect(nextNumbers(ARCHIVE, '2020-03-15')).toEqual({ number: 2, totalNumber: 629 });
  });

  it('do not depend on the order of the archive', () => {
    expect(nextNumbers([...ARCHIVE].reverse(), '2020-03-22')).toEqual({ number: 10, totalNumber: 637 });
  });

  it('are unknown without an earlier issue, and for a date that does not exist', () => {
    expect(nextNumbers([], '2020-03-15')).toBeNull();
    expect(nextNumbers(ARCHIVE, '2019-12-22')).toBeNull();
    expect(nextNumbers(ARCHIVE, '2020-02-30')).toBeNull();
  });
});

describe('contradictedConstant', () => {
  it('finds the constant of the year, total less number, that an issue breaks', () => {
    expect(contradictedConstant(ARCHIVE, issue('2020-03-22', 10, 638))).toBe(627);
    expect(contradictedConstant(ARCHIVE, issue('2020-03-22', 11, 637))).toBe(627);
  });

  it('finds none where the numbers agree, or the year has no issue yet', () => {
    expect(contradictedConstant(ARCHIVE, issue('2020-03-22', 10, 637))).toBeNull();
    expect(contradictedConstant(ARCHIVE, issue('2021-01-03', 1, 900))).toBeNull();
    expect(contradictedConstant([], issue('2020-03-22', 10, 637))).toBeNull();
  });

  it('compares with the same year only', () => {
    expect(contradictedConstant(ARCHIVE, issue('2019-12-15', 49, 625))).toBeNull();
    expect(contradictedConstant(ARCHIVE, issue('2019-12-15', 49, 676))).toBe(576);
  });
});
