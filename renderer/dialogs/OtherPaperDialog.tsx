/** Copy that names another paper: the head of this one is printed over it only if that is meant. */
import { closeDialog, type Dialog, type HeadAnswer } from '../state/dialog-store.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.otherPaper;

type Question = Extract<Dialog, { kind: 'other-paper' }>;

export const OtherPaperDialog = ({ file, paper, nameplate, answer }: Question) => {
  const give = (head: HeadAnswer) => {
    closeDialog();
    answer(head);
  };
  return (
    <ModalDialog title={said.title} cancel={() => give('cancel')}>
      <p>{said.text(file, paper, nameplate)}</p>
      <div className="dialog-buttons">
        <button type="button" className="aside" onClick={() => give('cancel')}>
          {said.cancel}
        </button>
        <button type="button" className="primary" data-first onClick={() => give('keep')}>
          {said.keep(nameplate)}
        </button>
        <button type="button" onClick={() => give('clear')}>
          {said.clear}
        </button>
      </div>
    </ModalDialog>
  );
};
