/** The dialog that is open, and what else floats over the window: the file picker, files dropped on it. */
import { useEffect } from 'react';
import { useDialog } from '../state/dialog-store.ts';
import { guardLeaving } from '../state/unsaved-guard.ts';
import { VersionDialogs } from '../versions/VersionDialogs.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportPicker } from './ImportPicker.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { NewFromDialog } from './NewFromDialog.tsx';
import { NewIssueDialog } from './NewIssueDialog.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';
import { NotOpenedDialog } from './NotOpenedDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { OtherPaperDialog } from './OtherPaperDialog.tsx';
import { PicturesToDialog } from './PicturesToDialog.tsx';
import { PressGateDialog } from './PressGateDialog.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { SaveAsDialog } from './SaveAsDialog.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

export const Dialogs = () => {
  const dialog = useDialog((s) => s.dialog);
  useEffect(guardLeaving, []);
  return (
    <>
      {dialog?.kind === 'new' && <NewIssueDialog />}
      {dialog?.kind === 'open' && <OpenDialog />}
      {dialog?.kind === 'save-as' && <SaveAsDialog />}
      {dialog?.kind === 'keys' && <KeysDialog />}
      {dialog?.kind === 'new-from' && <NewFromDialog file={dialog.file} issue={dialog.issue} />}
      {dialog?.kind === 'recovery' && <RecoveryDialog found={dialog.found} />}
      {dialog?.kind === 'not-opened' && <NotOpenedDialog file={dialog.file} why={dialog.why} />}
      {dialog?.kind === 'other-paper' && <OtherPaperDialog {...dialog} />}
      {dialog?.kind === 'pictures-to' && <PicturesToDialog {...dialog} />}
      {dialog?.kind === 'press-gate' && <PressGateDialog {...dialog} />}
      {dialog?.kind === 'notice' && <NoticeDialog title={dialog.title} text={dialog.text} />}
      {dialog?.kind === 'versions' && <VersionDialogs view={dialog.view} />}
      {dialog?.kind === 'unsaved' && <UnsavedDialog proceed={dialog.then} />}
      <ImportPicker />
      <FileDrop />
    </>
  );
};
