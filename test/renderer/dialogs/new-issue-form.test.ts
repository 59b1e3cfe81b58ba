import { describe, expect, it } from 'vitest';
import { readNewIssue, today } from '../../../renderer/dialogs/new-issue-form.ts';

const ARCHIVE = [
  { date: '2020-03-08', number: 8, totalNumber: 635 },
  { date: '2020-03-15', number: 9, totalNumber: 636 },
];
const form = (date: string, number: string | null = null, totalNumber: string | null = null) => ({
  date,
  number,
  totalNumber,
});

describe('新建一期', () => {
  it('proposes the numbers that continue the archive', () => {
    const reading = readNewIssue(form('2020-03-22'), ARCHIVE);
    expect([reading.number, reading.totalNumber]).toEqual(['10', '637']);
    expect(reading.facts).toEqual({ date: '2020-03-22', number: 10, totalNumber: 637 });
    expect(reading.warning).toBeNull();
  });

  it('begins again at 1 in a new year', () => {
    expect(readNewIssue(form('2021-01-03'), ARCHIVE).facts).toEqual({
      date: '2021-01-03',
      number: 1,
      totalNumber: 637,
    });
  });

  it('warns of numbers that break the year’s constant, and takes them', () => {
    const reading = readNewIssue(form('2020-03-22', '10', '640'), ARCHIVE);
    expect(reading.warning).toContain('第10期应是总第637期');
    expect(reading.facts).toEqual({ date: '2020-03-22', number: 10, totalNumber: 640 });
  });

  it('takes what is not decided yet', () => {
    expect(readNewIssue(form('', '', ''), ARCHIVE).facts).toEqual({
      date: null,
      number: null,
      totalNumber: null,
    });
  });

  it('takes no date and no number that there is not', () => {
    expect(readNewIssue(form('2020-02-30'), ARCHIVE).facts).toBeNull();
    expect(readNewIssue(form('2020-03-22', '0'), ARCHIVE).facts).toBeNull();
    expect(readNewIssue(form('2020-03-22', '9.5'), ARCHIVE).facts).toBeNull();
    expect(readNewIssue(form('2020-03-22', '10', '第一期'), ARCHIVE).fault).toMatch(/整数/);
  });

  it('has nothing to propose before the archive’s first issue', () => {
    expect(readNewIssue(form('2020-01-05'), ARCHIVE)).toMatchObject({ proposed: false, number: '' });
  });

  it('writes today as the computer has it', () => {
    expect(today(new Date(2026, 2, 8, 23, 59))).toBe('2026-03-08');
  });
});
