/** 删除这个版本: asked, because nothing brings it back. */
import { useState } from 'react';
import type { VersionFacts } from '../../core/contract/version-channels.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { removeVersion } from '../state/versions.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { versionStrings } from '../strings/versions.ts';
import { momentName } from './version-entries.ts';

const said = versionStrings.removeDialog;

export const RemoveVersionDialog = ({ version }: { readonly version: VersionFacts }) => {
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const failure = await removeVersion(version.number, version.name);
    if (failure === null) return closeDialog();
    setBusy(false);
    setRefused(versionStrings.removeFailed(failure));
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <p>{said.text(version.name, momentName(version.at))}</p>
      {refused !== null && (
        <p className="fault" role="alert">
          {refused}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" data-first onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void remove()}>
          {said.remove}
        </button>
      </div>
    </ModalDialog>
  );
};
