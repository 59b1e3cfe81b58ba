/**
 * 日期与期号: the date with what is computed of it, the numbers, what the archive proposes and what contradicts it.
 */
import { useEffect, useMemo, useRef } from 'react';
import { lunarDate, parseDate, weekday } from '../../core/calendar/lunar-date.ts';
import { mastheadProblems, proposedMasthead } from '../../core/check/masthead-problems.ts';
import { setMasthead, setPageField } from '../../core/issue/edits.ts';
import { attempt } from '../fields/attempt.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { readNumber, steppedNumber } from '../fields/read-number.ts';
import { numberedIssues, refreshArchive, useArchive } from '../state/archive-store.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { edit, endBurst } from '../state/edit-issue.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { ProblemLines } from './ProblemLines.tsx';
import { Section } from './Section.tsx';

const text = say.facts;

/** Both computed, as the printed head has them; '' without a date. */
const dayText = (date: string | null): string =>
  date === null || !parseDate(date) ? '' : `${weekday(date)} ${lunarDate(date)}`;

/**
 * The browser's calendar. The element keeps what is typed into it: half a year is no date yet, and setting the value
 * then would throw it away.
 */
const DatePicker = ({ date }: { readonly date: string | null }) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && input.current.value !== (date ?? '')) input.current.value = date ?? '';
  }, [date]);
  return (
    <input
      ref={input}
      type="date"
      className="date-picker"
      aria-label={text.pickDate}
      defaultValue={date ?? ''}
      min="1900-01-01"
      max="2100-12-31"
      onChange={({ target: { value } }) => {
        if (parseDate(value)) attempt((issue) => setPageField(issue, 0, 'date', value), 'date picker');
      }}
      onBlur={endBurst}
    />
  );
};

const NumberFact = ({
  label,
  value,
  field,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly field: 'number' | 'total-number';
}) => (
  <CommitField
    className="number-field"
    label={label}
    value={value === null ? '' : String(value)}
    commit={(typed, group) => attempt((issue) => setPageField(issue, 0, field, typed), group)}
    step={(typed, by) => {
      const now = readNumber(typed);
      if (now === undefined) return null;
      const next = steppedNumber(now ?? 0, by, { least: 1, most: 1_000_000, step: 1 });
      return next === null ? null : String(next);
    }}
  />
);

const propose = async (): Promise<void> => {
  const { say: tell } = useView.getState();
  const date = openDesk()?.issue.masthead.date ?? null;
  if (date === null) {
    tell(text.needsDate, 'fault');
    return;
  }
  await refreshArchive();
  const { issues, failure } = useArchive.getState();
  if (failure !== null) {
    tell(text.archiveFailed(failure), 'fault');
    return;
  }
  const others = numberedIssues(issues ?? [], openDesk()?.file ?? null);
  const { number, totalNumber } = proposedMasthead(others, date);
  if (number === null || totalNumber === null) {
    tell(text.nothingToContinue, 'fault');
    return;
  }
  edit((issue) => ({ ...setMasthead(issue, { number, totalNumber }), name: text.proposeName }));
  tell(text.proposed(number, totalNumber));
};

export const FactsSection = ({ open: { issue, file } }: { readonly open: OpenDesk }) => {
  const archived = useArchive((s) => s.issues);
  const { masthead, publication, format, pictures } = issue;
  // Not at every edit: one of a story changes none of them.
  const problems = useMemo(
    () => mastheadProblems(issue, numberedIssues(archived ?? [], file)),
    [masthead, publication, format, pictures, archived, file],
  );
  const { date, number, totalNumber } = masthead;
  return (
    <Section title={text.title}>
      <CommitField
        className="date-field"
        label={text.date}
        value={date ?? ''}
        placeholder="2020-03-15"
        commit={(typed, group) => attempt((from) => setPageField(from, 0, 'date', typed), group)}
        after={<DatePicker date={date} />}
      />
      <output className="day" aria-live="polite">
        {dayText(date) || text.noDate}
      </output>
      <div className="field-pair">
        <NumberFact label={text.number} value={number} field="number" />
        <NumberFact label={text.totalNumber} value={totalNumber} field="total-number" />
      </div>
      <button type="button" onClick={() => void propose()}>
        {text.propose}
      </button>
      <ProblemLines problems={problems} />
    </Section>
  );
};
