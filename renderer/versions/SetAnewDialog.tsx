/** Before the first edit of an issue that was printed, where the engine would set it otherwise now. */
import { useState } from 'react';
import type { PrintFacts } from '../../core/contract/version-channels.ts';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import type { DisplayDifference } from '../../core/file/compare-display.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { agreeToSetAnew } from '../state/printed-pages.ts';
import { versionStrings } from '../strings/versions.ts';
import { PrintPdfLink } from './VersionsPanel.tsx';
import { dayName } from './version-entries.ts';

const said = versionStrings.setAnew;

export const SetAnewDialog = ({
  print,
  differences,
}: {
  readonly print: PrintFacts;
  readonly differences: readonly DisplayDifference[];
}) => {
  const [listed, setListed] = useState(false);
  const lines = differences.reduce((sum, each) => sum + each.lines, 0);
  const pages = [...new Set(differences.map(({ page }) => page))].sort((a, b) => a - b);
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <p>{said.text(dayName(print.at), lines, pages, print.engine === ENGINE_VERSION)}</p>
      {listed && (
        <ul className="dialog-scroll print-differences" aria-label={said.list}>
          {differences.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {print.hasPdf && (
        <p>
          <PrintPdfLink number={print.number} />
        </p>
      )}
      <div className="dialog-buttons">
        <button
          type="button"
          className="aside"
          aria-expanded={listed}
          onClick={() => setListed((shown) => !shown)}
        >
          {said.differences}
        </button>
        <button
          type="button"
          onClick={() => {
            agreeToSetAnew();
            closeDialog();
          }}
        >
          {said.edit}
        </button>
        <button type="button" className="primary" data-first onClick={closeDialog}>
          {said.keep}
        </button>
      </div>
    </ModalDialog>
  );
};
