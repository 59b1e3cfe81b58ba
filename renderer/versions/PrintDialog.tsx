/** 付印: what is still wrong with the pages is shown before they go to the press; what was waived is kept with them. */
import { useState } from 'react';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { PressFindings } from '../dialogs/PressFindings.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import type { ListedProblem } from '../state/problem-place.ts';
import { printIssue } from '../state/versions.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { versionStrings } from '../strings/versions.ts';

const said = versionStrings.printDialog;

export const PrintDialog = ({ findings }: { readonly findings: readonly ListedProblem[] }) => {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const print = async () => {
    setBusy(true);
    setRefused(null);
    const failure = await printIssue(findings.map(({ message }) => message));
    if (failure === null) return closeDialog();
    setBusy(false);
    setRefused(versionStrings.printFailed(failure));
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog} wide={findings.length > 0}>
      <p>{said.text}</p>
      <p>{findings.length > 0 ? said.problems(findings.length) : said.noProblems}</p>
      {findings.length > 0 && <PressFindings findings={findings} />}
      <p className={refused === null ? 'dialog-note' : 'dialog-note fault'} role="status">
        {busy ? said.printing : refused}
      </p>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog} {...(findings.length > 0 ? { 'data-first': true } : {})}>
          {dialogStrings.cancel}
        </button>
        <button
          type="button"
          className="primary"
          disabled={busy}
          onClick={() => void print()}
          {...(findings.length > 0 ? {} : { 'data-first': true })}
        >
          {findings.length > 0 ? said.printAnyway : said.print}
        </button>
      </div>
    </ModalDialog>
  );
};
