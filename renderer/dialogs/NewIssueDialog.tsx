/** 新建一期: publication, format, date with its weekday and 农历, numbers proposed from the archive. */
import { useState } from 'react';
import { lunarDate, parseDate, weekday } from '../../core/calendar/lunar-date.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import type { FormatId, Publication } from '../../core/publication/publication.ts';
import { numberedIssues, useArchive } from '../state/archive-store.ts';
import { openDesk } from '../state/desk-store.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { newIssue } from '../state/open-issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';
import { type NewIssueForm, readNewIssue, today } from './new-issue-form.ts';

const said = dialogStrings.newIssue;

/** The open issue's publication first: it may be the house's own. */
const publications = (): readonly Publication[] => {
  const own = openDesk()?.issue.publication;
  return own ? [own, ...PUBLICATIONS.filter(({ id }) => id !== own.id)] : PUBLICATIONS;
};

export const NewIssueDialog = () => {
  const archive = numberedIssues(useArchive((s) => s.issues) ?? []);
  const [known] = useState(publications);
  const [publicationId, setPublication] = useState(known[0]?.id ?? '');
  const publication = known.find(({ id }) => id === publicationId);
  const [format, setFormat] = useState<FormatId | null>(() => openDesk()?.issue.format ?? null);
  const [form, setForm] = useState<NewIssueForm>(() => ({
    date: today(new Date()),
    number: null,
    totalNumber: null,
  }));
  const formats = publication?.formats ?? [];
  const chosenFormat = formats.find(({ id }) => id === format)?.id ?? publication?.defaultFormat;
  const reading = readNewIssue(form, archive);
  const day = parseDate(form.date) ? `${weekday(form.date)}　${lunarDate(form.date)}` : '';
  const create = () => {
    if (!reading.facts || !publication || !chosenFormat) return;
    closeDialog();
    void newIssue({ publication: publication.id, format: chosenFormat, masthead: reading.facts });
  };
  const numberField = (field: 'number' | 'totalNumber') => (
    <label>
      <span>{said[field]}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={reading[field]}
        aria-invalid={reading.fault === said.badNumber}
        onChange={(event) => setForm({ ...form, [field]: event.target.value })}
      />
    </label>
  );
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <div className="fields">
          <label>
            <span>{said.publication}</span>
            <select value={publicationId} onChange={(event) => setPublication(event.target.value)}>
              {known.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{said.format}</span>
            <select value={chosenFormat} onChange={(event) => setFormat(event.target.value as FormatId)}>
              {formats.map(({ id }) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{said.date}</span>
            <input
              type="date"
              data-first
              min="1900-01-01"
              max="2100-12-31"
              value={form.date}
              aria-describedby="new-issue-day"
              onChange={(event) => setForm({ ...form, date: event.target.value })}
            />
          </label>
          <output id="new-issue-day" className="field-note">
            {day}
          </output>
          {numberField('number')}
          {numberField('totalNumber')}
        </div>
        <p className="dialog-note" role="status">
          {reading.fault !== null ? (
            <span className="fault">{reading.fault}</span>
          ) : reading.warning !== null ? (
            <span className="warning">{reading.warning}</span>
          ) : reading.proposed ? (
            said.proposed
          ) : (
            said.nothingToContinue
          )}
        </p>
        <div className="dialog-buttons">
          <button type="button" onClick={closeDialog}>
            {dialogStrings.cancel}
          </button>
          <button type="submit" className="primary" disabled={reading.facts === null}>
            {said.create}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
};
