/** 导出前请看: the findings of the gate, before pages leave as a file. */
import { closeDialog } from '../state/dialog-store.ts';
import type { ListedProblem } from '../state/problem-place.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { gateStrings as said } from '../strings/versions.ts';
import { ModalDialog } from './ModalDialog.tsx';
import { PressFindings } from './PressFindings.tsx';

export const PressGateDialog = ({
  findings,
  proceed,
}: {
  readonly findings: readonly ListedProblem[];
  readonly proceed: () => void;
}) => {
  return (
    <ModalDialog title={said.title} cancel={closeDialog} wide>
      <p>{said.text(findings.length)}</p>
      <PressFindings findings={findings} />
      <div className="dialog-buttons">
        <button type="button" data-first onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
        <button
          type="button"
          className="primary"
          onClick={() => {
            closeDialog();
            proceed();
          }}
        >
          {said.exportAnyway}
        </button>
      </div>
    </ModalDialog>
  );
};
