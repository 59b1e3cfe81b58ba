/** 另存为: a name in the archive folder. What the host refuses is said here, and the name can be changed. */
import { useState } from 'react';
import { useArchive } from '../state/archive-store.ts';
import { isReadOnly, openDesk } from '../state/desk-store.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { saveIssue } from '../state/open-issue.ts';
import { useView } from '../state/view-store.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { fileNameFault, proposedFileName } from './issue-file-name.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.saveAs;

export const SaveAsDialog = () => {
  const open = openDesk();
  const issues = useArchive((s) => s.issues) ?? [];
  // Another is editing the file: what is saved here goes beside it.
  const isCopy = open !== null && isReadOnly(open);
  const [name, setName] = useState(() => (open ? proposedFileName(open.issue.masthead, isCopy) : ''));
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const taken = issues.map(({ file }) => file).filter((file) => isCopy || file !== open?.file);
  const fault = fileNameFault(name, taken) ?? refused;
  const save = async () => {
    setSaving(true);
    if (await saveIssue(name.trim())) return closeDialog();
    setSaving(false);
    setRefused(useView.getState().notice.text);
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null && !saving) void save();
        }}
      >
        <label className="dialog-field">
          <span>{said.name}</span>
          <input
            value={name}
            autoComplete="off"
            aria-invalid={fault !== null}
            aria-describedby="save-as-fault"
            onChange={(event) => {
              setName(event.target.value);
              setRefused(null);
            }}
          />
        </label>
        <p className="dialog-note fault" id="save-as-fault" role="status">
          {fault}
        </p>
        <div className="dialog-buttons">
          <button type="button" onClick={closeDialog}>
            {dialogStrings.cancel}
          </button>
          <button type="submit" className="primary" disabled={fault !== null || saving}>
            {said.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
};
