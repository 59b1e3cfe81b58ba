/**
 * The Chinese calendar date of a printed head (GB/T 33661-2017), by tyme4ts: the platform's own calendar is
 * wrong on hundreds of days between 1900 and 2100, New Year 2027 among them, and must not be used.
 */
import { SolarDay } from 'tyme4ts';

/** Calendar date `YYYY-MM-DD`. */
export type IsoDate = string;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The date of `YYYY-MM-DD`, or null where no such day exists between 1900 and 2100. */
export const parseDate = (text: string): CalendarDate | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysIn(year, month)) return null;
  return { year, month, day };
};

/** `YYYY-MM-DD`, or null where no such day exists. */
export const isoDate = (year: number, month: number, day: number): IsoDate | null => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDate(text) ? text : null;
};

const solarDay = (date: IsoDate): SolarDay => {
  const parts = parseDate(date);
  if (!parts) throw new Error(`no such date: ${date}`);
  return SolarDay.fromYmd(parts.year, parts.month, parts.day);
};

/** 庚子年二月廿二; a leap month reads 闰四月. Throws on a date that does not exist. */
export const lunarDate = (date: IsoDate): string => {
  const day = solarDay(date).getLunarDay();
  const month = day.getLunarMonth();
  return `${month.getLunarYear().getSixtyCycle().getName()}年${month.getName()}${day.getName()}`;
};

/** 星期日 to 星期六. Throws on a date that does not exist. */
export const weekday = (date: IsoDate): string => `星期${solarDay(date).getWeek().getName()}`;
