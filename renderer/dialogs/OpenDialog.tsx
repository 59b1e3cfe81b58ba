/** 打开: an issue of the archive; on the desktop also any file that the system's dialog chooses. */
import { useEffect, useState } from 'react';
import { ArchiveList, archivedName } from '../panels/ArchiveList.tsx';
import { refreshArchive, useArchive } from '../state/archive-store.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { openFile } from '../state/open-issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { panelStrings } from '../strings/panels.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.open;
const archive = panelStrings.archive;

export const OpenDialog = () => {
  const { issues, failure, loading } = useArchive();
  const [filter, setFilter] = useState('');
  useEffect(() => void refreshArchive(), []);
  const open = (file: string | null) => {
    closeDialog();
    void openFile(file);
  };
  const wanted = filter.trim();
  const found = (issues ?? []).filter(
    (issue) => issue.file.includes(wanted) || archivedName(issue).includes(wanted),
  );
  return (
    <ModalDialog title={said.title} cancel={closeDialog}>
      <label className="dialog-search">
        <span>{said.filter}</span>
        <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>
      <div className="dialog-scroll">
        {failure !== null && (
          <p className="fault" role="alert">
            {archive.failed(failure)}
          </p>
        )}
        {issues === null && loading && <p role="status">{archive.refreshing}</p>}
        {issues?.length === 0 && <p>{archive.empty}</p>}
        {issues !== null && issues.length > 0 && found.length === 0 && <p role="status">{said.noneFound}</p>}
        <ArchiveList issues={found} open={open} />
      </div>
      <div className="dialog-buttons">
        {window.zuban && (
          <button type="button" className="aside" onClick={() => open(null)}>
            {said.choose}
          </button>
        )}
        <button type="button" onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
      </div>
    </ModalDialog>
  );
};
