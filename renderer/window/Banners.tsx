/** Under the head: who has the issue to edit, and whether the host answers. */
import { useEffect } from 'react';
import { useConnection } from '../host/connection.ts';
import { isReadOnly, useOpen } from '../state/desk-store.ts';
import { ask } from '../state/dialog-store.ts';
import { hostQueue } from '../state/host-queue.ts';
import { editFreed, useFreed, watchLock } from '../state/lock-watch.ts';
import { lockSentence } from '../state/lock-words.ts';
import { useView } from '../state/view-store.ts';
import { connectionStrings, lockStrings } from '../strings.ts';
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
  if (state === 'there') return null;
  return (
    <div className="banner fault" role="alert">
      {connectionStrings[state]}
    </div>
  );
};

export const Banners = () => (
  <>
    <ConnectionBanner />
    <LockBanner />
    <OtherWindowBanner />
  </>
);
