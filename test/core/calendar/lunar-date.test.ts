import { describe, expect, it } from 'vitest';
import { isoDate, lunarDate, parseDate, weekday } from '../../../core/calendar/lunar-date.ts';

describe('lunarDate', () => {
  it.each([
    ['2021-12-04', '辛丑年十一月初一'],
    ['2020-05-23', '庚子年闰四月初一'],
    ['2020-03-15', '庚子年二月廿二'],
    ['2027-02-06', '丁未年正月初一'],
    ['2033-12-22', '癸丑年闰十一月初一'],
    ['2020-01-24', '己亥年十二月三十'],
    ['2020-01-25', '庚子年正月初一'],
    ['1900-01-31', '庚子年正月初一'],
    ['2100-12-31', '庚申年十二月初一'],
  ])('of %s is %s', (date, lunar) => {
    expect(lunarDate(date)).toBe(lunar);
  });

  it.each(['2020-02-30', '2021-02-29', '2020-13-01', '2020-3-15', '二〇二〇年', ''])(
    'throws on %j, which is no date',
    (date) => {
      expect(() => lunarDate(date)).toThrow('no such date');
      expect(() => weekday(date)).toThrow('no such date');
    },
  );

  it('throws outside 1900 to 2100', () => {
    expect(() => lunarDate('1899-12-31')).toThrow('no such date: 1899-12-31');
    expect(() => lunarDate('2101-01-01')).toThrow('no such date: 2101-01-01');
  });
});

describe('weekday', () => {
  it.each([
    ['2020-03-15', '星期日'],
    ['2021-12-04', '星期六'],
    ['2027-02-06', '星期六'],
    ['2000-02-29', '星期二'],
  ])('of %s is %s', (date, day) => {
    expect(weekday(date)).toBe(day);
  });
});

describe('parseDate', () => {
  it('reads a date of the range and nothing else', () => {
    expect(parseDate('2020-03-15')).toEqual({ year: 2020, month: 3, day: 15 });
    expect(parseDate('1900-01-01')).not.toBeNull();
    expect(parseDate('2100-12-31')).not.toBeNull();
    for (const text of [
      '1899-12-31',
      '2101-01-01',
      '2020-00-10',
      '2020-04-31',
      '2020-06-00',
      ' 2020-03-15',
      '2020-03-15\n',
    ])
      expect(parseDate(text), text).toBeNull();
  });

  it('knows leap years: 2000 and 2096 are, 1900 and 2100 are not', () => {
    expect(['2000', '2096', '1900', '2100'].map((year) => parseDate(`${year}-02-29`) !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('isoDate', () => {
  it('writes a date with its zeros, or nothing for a day that is not', () => {
    expect(isoDate(2020, 3, 5)).toBe('2020-03-05');
    expect(isoDate(2021, 2, 29)).toBeNull();
    expect(isoDate(99, 1, 1)).toBeNull();
    expect(isoDate(2020, 1.5, 1)).toBeNull();
    expect(isoDate(2020, 1, Number.NaN)).toBeNull();
  });
});
