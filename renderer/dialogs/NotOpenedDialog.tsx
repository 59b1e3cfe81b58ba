/** A file did not open: its backup, or what of it is whole, both unsaved, so that the file stays as it is. */
import { useState } from 'react';
import { closeDialog } from '../state/dialog-store.ts';
import { type InsteadOfFile, openInstead } from '../state/open-issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.notOpened;

export const NotOpenedDialog = ({ file, why }: { readonly file: string | null; readonly why: string }) => {
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (channel: InsteadOfFile) => {
    setBusy(true);
    setRefused(await openInstead(file, channel));
    setBusy(false);
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <p className="fault">{why}</p>
      <p>{said.text}</p>
      {refused !== null && (
        <p className="fault" role="alert">
          {refused}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
        <button type="button" disabled={busy} onClick={() => void open('issue.rescue')}>
          {said.rescue}
        </button>
        <button
          type="button"
          className="primary"
          data-first
          disabled={busy}
          onClick={() => void open('issue.openBackup')}
        >
          {said.backup}
        </button>
      </div>
    </ModalDialog>
  );
};
