/** What the dialog 新建一期 works out: the numbers proposed, what is wrong with what was typed. Pure. */
import { contradictedConstant, type NumberedIssue, nextNumbers } from '../../core/calendar/issue-number.ts';
import { parseDate } from '../../core/calendar/lunar-date.ts';
import type { MastheadFacts } from '../../core/issue/issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';

const said = dialogStrings.newIssue;
const HIGHEST = 1_000_000;

/** As typed; a number that was not touched (null) follows the proposal. */
export interface NewIssueForm {
  readonly date: string;
  readonly number: string | null;
  readonly totalNumber: string | null;
}

export interface NewIssueReading {
  /** What the number fields show. */
  readonly number: string;
  readonly totalNumber: string;
  /** Null where something typed cannot be taken. */
  readonly facts: MastheadFacts | null;
  readonly fault: string | null;
  readonly warning: string | null;
  /** Whether the archive has an issue to continue on that date. */
  readonly proposed: boolean;
}

/** '' for not decided; undefined for no number of an issue. */
const readNumber = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= HIGHEST ? value : undefined;
};

export const readNewIssue = (form: NewIssueForm, archive: readonly NumberedIssue[]): NewIssueReading => {
  const isDate = form.date === '' || parseDate(form.date) !== null;
  const next = isDate && form.date !== '' ? nextNumbers(archive, form.date) : null;
  const numberText = form.number ?? (next ? String(next.number) : '');
  const totalText = form.totalNumber ?? (next ? String(next.totalNumber) : '');
  const shown = { number: numberText, totalNumber: totalText, proposed: next !== null };
  const number = readNumber(numberText);
  const totalNumber = readNumber(totalText);
  const fault = !isDate
    ? said.badDate
    : number === undefined || totalNumber === undefined
      ? said.badNumber
      : null;
  if (fault !== null || number === undefined || totalNumber === undefined)
    return { ...shown, facts: null, fault, warning: null };
  const date = form.date === '' ? null : form.date;
  return { ...shown, facts: { date, number, totalNumber }, fault: null, warning: contradiction() };

  function contradiction(): string | null {
    const year = date === null ? null : (parseDate(date)?.year ?? null);
    if (date === null || year === null || number == null || totalNumber == null) return null;
    const constant = contradictedConstant(archive, { date, number, totalNumber });
    return constant === null ? null : said.contradiction(year, constant, number);
  }
};

/** Today by the computer's own calendar. */
export const today = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
