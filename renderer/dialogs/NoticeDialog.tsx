/** Something that must be read before work goes on. */
import { closeDialog } from '../state/dialog-store.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

export const NoticeDialog = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <ModalDialog title={title} cancel={closeDialog}>
    <p>{text}</p>
    <div className="dialog-buttons">
      <button type="button" className="primary" data-first onClick={closeDialog}>
        {dialogStrings.ok}
      </button>
    </div>
  </ModalDialog>
);
