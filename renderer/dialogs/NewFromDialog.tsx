/** 以此为底新建一期: the date with its weekday and 农历, the numbers that follow, and what of them should be looked at. */
import { useState } from 'react';
import { lunarDate, parseDate, weekday } from '../../core/calendar/lunar-date.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { listedIssues, useCatalogue } from '../archive/catalogue.ts';
import { newFromFacts } from '../archive/new-from-facts.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { newFrom } from '../state/open-issue.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { strings } from '../strings/window.ts';
import { ModalDialog } from './ModalDialog.tsx';
import { today } from './new-issue-form.ts';

export const NewFromDialog = ({ file, issue }: { readonly file: string; readonly issue: Issue }) => {
  const [date, setDate] = useState(() => today(new Date()));
  const [busy, setBusy] = useState(false);
  const years = useCatalogue((s) => s.years);
  const isDate = parseDate(date) !== null;
  const facts = isDate ? newFromFacts(issue, date, listedIssues(years ?? [])) : null;
  const { number, totalNumber } = issue.masthead;
  const create = async () => {
    setBusy(true);
    await newFrom(file, date);
    closeDialog();
  };
  return (
    <ModalDialog title={said.newFromTitle} cancel={closeDialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isDate && !busy) void create();
        }}
      >
        <p>{said.newFromText(strings.issueNumber(number, totalNumber) || file)}</p>
        <div className="fields">
          <label>
            <span>{said.date}</span>
            <input
              type="date"
              data-first
              min="1900-01-01"
              max="2100-12-31"
              value={date}
              aria-invalid={!isDate}
              aria-describedby="new-from-day new-from-numbers"
              onChange={(event) => setDate(event.target.value)}
            />
          </label>
          <output id="new-from-day" className="field-note">
            {isDate && `${weekday(date)}　${lunarDate(date)}`}
          </output>
          <output id="new-from-numbers" className="field-note">
            {facts && said.numbers(facts.masthead.number, facts.masthead.totalNumber)}
          </output>
        </div>
        <p className="dialog-note" role="status">
          {!isDate && <span className="fault">{said.badDate}</span>}
          {facts?.warnings.map((warning) => (
            <span key={warning} className="warning">
              {warning}
            </span>
          ))}
        </p>
        <div className="dialog-buttons">
          <button type="button" onClick={closeDialog}>
            {dialogStrings.cancel}
          </button>
          <button type="submit" className="primary" disabled={!isDate || busy}>
            {said.create}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
};
