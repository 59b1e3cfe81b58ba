/**
 * 找到没有保存的工作: what each is, what it contains and when it was last worked on. One is taken and opened unsaved; one
 * that is given up is asked about once more; what is left alone is offered again at the next start.
 */
import { useState } from 'react';
import type { Recovery } from '../../core/contract/ipc.ts';
import { clockTime } from '../state/clock-time.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { dropWork, takeWork } from '../state/recover-work.ts';
import { recoveryStrings as said } from '../strings/archive.ts';
import { ModalDialog } from './ModalDialog.tsx';

export const RecoveryDialog = ({ found }: { readonly found: readonly Recovery[] }) => {
  const [left, setLeft] = useState(found);
  const [doubted, setDoubted] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (work: Recovery) => {
    setBusy(true);
    const why = await takeWork(work);
    if (why === null) return closeDialog();
    setBusy(false);
    setFault(why);
  };
  const drop = async (work: Recovery) => {
    setBusy(true);
    const why = await dropWork(work);
    setBusy(false);
    setFault(why);
    setDoubted(null);
    if (why !== null) return;
    const others = left.filter(({ id }) => id !== work.id);
    setLeft(others);
    if (others.length === 0) closeDialog();
  };
  return (
    <ModalDialog title={said.title} cancel={closeDialog} wide>
      <p>{said.intro}</p>
      <ul className="dialog-scroll recovery-list">
        {left.map((work, index) => {
          const time = clockTime(work.lastAt, Date.now());
          return (
            <li key={work.id} aria-label={work.fileName}>
              <strong>{work.fileName}</strong>
              <small className="recovery-file">{work.file ?? said.neverSaved}</small>
              <p>{work.summary}</p>
              {time !== null && <p className="quiet-note">{said.when(time)}</p>}
              {work.warning !== null && <p className="warning">{work.warning}</p>}
              {doubted === work.id ? (
                <div className="dialog-buttons" role="alert">
                  <span className="aside">{said.dropSure}</span>
                  <button type="button" disabled={busy} onClick={() => setDoubted(null)}>
                    {said.dropNo}
                  </button>
                  <button type="button" className="primary" disabled={busy} onClick={() => void drop(work)}>
                    {said.dropYes}
                  </button>
                </div>
              ) : (
                <div className="dialog-buttons">
                  <button type="button" disabled={busy} onClick={() => setDoubted(work.id)}>
                    {said.drop}
                  </button>
                  <button
                    type="button"
                    className="primary"
                    disabled={busy}
                    data-first={index === 0 ? true : undefined}
                    onClick={() => void take(work)}
                  >
                    {said.take}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <p className="dialog-note fault" role="status">
        {fault}
      </p>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {said.later}
        </button>
      </div>
    </ModalDialog>
  );
};
