/** 付印: what is still wrong with the pages is shown before they go to the press. */
import { useState } from 'react';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { useProblems } from '../state/problems.ts';
import { printIssue } from '../state/versions.ts';
import { dialogStrings, strings, versionStrings } from '../strings.ts';

const said = versionStrings.printDialog;

export const PrintDialog = () => {
  const problems = useProblems().filter(({ severity, kind }) => severity === 'error' || kind === 'overset');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const print = async () => {
    setBusy(true);
    setRefused(null);
    const failure = await printIssue();
    if (failure === null) return closeDialog();
    setBusy(false);
    setRefused(versionStrings.printFailed(failure));
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <p>{said.text}</p>
      <p>{problems.length > 0 ? said.problems(problems.length) : said.noProblems}</p>
      {problems.length > 0 && (
        <ul className="dialog-scroll print-problems">
          {problems.map(({ message, severity }, index) => (
            <li key={`${index} ${message}`}>
              <span className={`severity ${severity}`}>{strings.severity[severity]}</span>
              {message}
            </li>
          ))}
        </ul>
      )}
      <p className={refused === null ? 'dialog-note' : 'dialog-note fault'} role="status">
        {busy ? said.printing : refused}
      </p>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog} {...(problems.length > 0 ? { 'data-first': true } : {})}>
          {dialogStrings.cancel}
        </button>
        <button
          type="button"
          className="primary"
          disabled={busy}
          onClick={() => void print()}
          {...(problems.length > 0 ? {} : { 'data-first': true })}
        >
          {problems.length > 0 ? said.printAnyway : said.print}
        </button>
      </div>
    </ModalDialog>
  );
};
