/** 放进《…》 or 各自成稿: whether pictures from the picker go to the story that is selected. One answer for all of them. */
import { closeDialog, type Dialog } from '../state/dialog-store.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.picturesTo;

type Question = Extract<Dialog, { kind: 'pictures-to' }>;

export const PicturesToDialog = ({ headline, count, answer }: Question) => {
  const give = (into: boolean) => {
    closeDialog();
    answer(into);
  };
  return (
    <ModalDialog title={said.title(count)} cancel={closeDialog}>
      <p>{said.text(headline, count)}</p>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {dialogStrings.cancel}
        </button>
        <button type="button" onClick={() => give(true)}>
          {said.into(headline)}
        </button>
        <button type="button" className="primary" data-first onClick={() => give(false)}>
          {said.apart(count)}
        </button>
      </div>
    </ModalDialog>
  );
};
