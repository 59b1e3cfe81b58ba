/** The dialog that is open, and what else floats over the window: the file picker, files dropped on it. */
import { useEffect } from 'react';
import { FileDrop } from '../dialogs/FileDrop.tsx';
import { ImportPicker } from '../dialogs/ImportPicker.tsx';
import { KeysDialog } from '../dialogs/KeysDialog.tsx';
import { NewFromDialog } from '../dialogs/NewFromDialog.tsx';
import { NewIssueDialog } from '../dialogs/NewIssueDialog.tsx';
import { NoticeDialog } from '../dialogs/NoticeDialog.tsx';
import { NotOpenedDialog } from '../dialogs/NotOpenedDialog.tsx';
import { OpenDialog } from '../dialogs/OpenDialog.tsx';
import { OtherPaperDialog } from '../dialogs/OtherPaperDialog.tsx';
import { PicturesToDialog } from '../dialogs/PicturesToDialog.tsx';
import { PressGateDialog } from '../dialogs/PressGateDialog.tsx';
import { RecoveryDialog } from '../dialogs/RecoveryDialog.tsx';
import { SaveAsDialog } from '../dialogs/SaveAsDialog.tsx';
import { UnsavedDialog } from '../dialogs/UnsavedDialog.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { guardLeaving } from '../state/unsaved-guard.ts';
import { VersionDialogs } from '../versions/VersionDialogs.tsx';

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
