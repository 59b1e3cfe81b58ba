/** 未保存的修改: saved, thrown away, or nothing is done. A save that fails stops what was to follow; the foot says why. */
import { useState } from 'react';
import { openDesk } from '../state/desk-store.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { saveIssue } from '../state/open-issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.unsaved;

export const UnsavedDialog = ({ proceed }: { readonly proceed: () => void }) => {
  const [name] = useState(() => openDesk()?.fileName ?? '');
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const isSaved = await saveIssue();
    closeDialog();
    if (isSaved) proceed();
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <p>{said.text(name)}</p>
      <div className="dialog-buttons">
        <button
          type="button"
          className="aside"
          disabled={saving}
          onClick={() => {
            closeDialog();
            proceed();
          }}
        >
          {said.discard}
        </button>
        <button type="button" onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
        <button type="button" className="primary" disabled={saving} onClick={() => void save()} data-first>
          {said.save}
        </button>
      </div>
    </ModalDialog>
  );
};
