/** 存一个版本: the milestone that comes next is proposed. */
import { useState } from 'react';
import { PRINT_VERSION, VERSION_NAMES } from '../../core/file/issue-file.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { makeVersion, useVersions } from '../state/versions.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { versionStrings } from '../strings/versions.ts';

const said = versionStrings.makeDialog;
const LONGEST = 40;

export const MakeVersionDialog = () => {
  const versions = useVersions((s) => s.kept?.versions) ?? [];
  const [name, setName] = useState(() => {
    const used = new Set(versions.map((version) => version.name));
    return VERSION_NAMES.find((each) => !used.has(each) && each !== PRINT_VERSION) ?? '';
  });
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = name.trim();
  const fault = wanted === '' ? said.empty : [...wanted].length > LONGEST ? said.tooLong : null;
  const make = async () => {
    setBusy(true);
    const failure = await makeVersion(wanted, note.trim());
    if (failure === null) return closeDialog();
    setBusy(false);
    setRefused(versionStrings.makeFailed(failure));
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null && !busy) void make();
        }}
      >
        <p>{said.text}</p>
        <label className="dialog-field">
          <span>{said.name}</span>
          <input
            value={name}
            list="version-names"
            autoComplete="off"
            data-first
            aria-invalid={fault !== null}
            aria-describedby="make-version-fault"
            onChange={(event) => {
              setName(event.target.value);
              setRefused(null);
            }}
          />
          <datalist id="version-names">
            {VERSION_NAMES.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </label>
        <label className="dialog-field">
          <span>{said.note}</span>
          <input value={note} maxLength={1_000} onChange={(event) => setNote(event.target.value)} />
        </label>
        <p className="dialog-note fault" id="make-version-fault" role="status">
          {refused ?? fault}
        </p>
        <div className="dialog-buttons">
          <button type="button" onClick={closeDialog}>
            {dialogStrings.cancel}
          </button>
          <button type="submit" className="primary" disabled={fault !== null || busy}>
            {said.save}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
};
