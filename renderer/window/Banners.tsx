/** Under the head: who has the issue to edit, and whether the host answers. */
import { useEffect } from 'react';
import { useConnection } from '../host/connection.ts';
import { useConfirmation } from '../state/confirmation.ts';
import { isReadOnly, useOpen } from '../state/desk-store.ts';
import { ask } from '../state/dialog-store.ts';
import { hostQueue } from '../state/host-queue.ts';
import { editFreed, useFreed, watchLock } from '../state/lock-watch.ts';
import { lockSentence } from '../state/lock-words.ts';
import { useView } from '../state/view-store.ts';
import { connectionStrings, lockStrings } from '../strings/archive.ts';
import { OtherWindowBanner } from './OtherWindowBanner.tsx';

const LockBanner = () => {
  const lock = useOpen((open) => (isReadOnly(open) ? open.lock : null), null);
  const freed = useFreed((s) => s.message !== null);
  const isReading = lock !== null;
  useEffect(() => (isReading ? watchLock() : undefined), [isReading]);
  if (!lock) return null;
  return (
    <div className="banner" role="status">
      <span>{freed ? lockStrings.free(lock.who) : lockSentence(lock)}</span>
      <button type="button" className="primary" disabled={!freed} onClick={() => void editFreed()}>
        {lockStrings.edit}
      </button>
      <button type="button" onClick={() => ask({ kind: 'save-as' })}>
        {lockStrings.saveCopy}
      </button>
    </div>
  );
};

const ConnectionBanner = () => {
  const state = useConnection((s) => s.state);
  useEffect(
    () =>
      useConnection.subscribe((now, before) => {
        if (now.state !== 'there' || before.state !== 'lost') return;
        // What could not be sent goes now.
        const say = (text: string) => useView.getState().say(text);
        hostQueue.settled().then(
          () => say(connectionStrings.back),
          () => undefined,
        );
      }),
    [],
  );
  const inBrowser = useConfirmation((s) => s.inBrowser);
  if (state === 'there') return null;
  return (
    <div className="banner fault" role="alert">
      {connectionStrings[state]}
      {inBrowser !== null && connectionStrings.inBrowser[inBrowser]}
      {inBrowser === null && state === 'lost' && connectionStrings.onPage}
    </div>
  );
};

/** For as long as edits are in no journal: the foot's sentence goes with the next one. */
const UnkeptBanner = () => {
  const unkept = useConfirmation((s) => s.unkept);
  const inBrowser = useConfirmation((s) => s.inBrowser);
  const isThere = useConnection((s) => s.state === 'there');
  if (unkept === null || !isThere) return null;
  return (
    <div className="banner fault" role="alert">
      {unkept}
      {inBrowser === 'kept' && connectionStrings.inBrowser.kept}
    </div>
  );
};

export const Banners = () => (
  <>
    <ConnectionBanner />
    <UnkeptBanner />
    <LockBanner />
    <OtherWindowBanner />
  </>
);
