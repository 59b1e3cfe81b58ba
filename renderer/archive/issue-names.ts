/** What a past issue is called. Pure. */
import { parseDate } from '../../core/calendar/lunar-date.ts';
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import { panelStrings } from '../strings/panels.ts';

const said = panelStrings.archive;

type Named = Pick<IndexedIssue, 'file' | 'date' | 'number' | 'totalNumber'>;

/** 2020年3月15日; the file's own name where the date is not known. */
export const dayName = ({ file, date }: Named): string => {
  const day = date === null ? null : parseDate(date);
  return day
    ? `${said.year(String(day.year))}${said.date(day.month, day.day)}`
    : file.slice(file.lastIndexOf('/') + 1);
};

/** 第9期（总第636期）. */
export const numberName = ({ number, totalNumber }: Named): string => said.numbers(number, totalNumber);

export const issueName = (issue: Named): string =>
  [dayName(issue), numberName(issue)].filter((part) => part !== '').join(' ');
