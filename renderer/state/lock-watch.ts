/**
 * An issue that another has to edit: its host is asked every ten seconds whether it is free. Once it is, this host has
 * it, and the issue as the other left it waits until the editor asks for it; until then the page stays as it is.
 */
import { create } from 'zustand';
import type { OpenedIssueMessage } from '../../core/contract/ipc.ts';
import { host } from '../host/host.ts';
import { isReadOnly, openDesk, setOpen, useDesk } from './desk-store.ts';
import { show } from './open-issue.ts';

export const useFreed = create<{ readonly message: Omit<OpenedIssueMessage, 'editor'> | null }>(() => ({
  message: null,
}));

const EVERY_MS = 10_000;

const look = async (): Promise<void> => {
  const open = openDesk();
  if (!open || !isReadOnly(open) || useFreed.getState().message) return;
  // A host that is gone is told of elsewhere.
  const message = await host()
    ['lock.take']()
    .catch(() => null);
  if (message === null || openDesk()?.engine !== open.engine) return;
  if (message.lock === null || message.lock.mine) useFreed.setState({ message });
  else setOpen({ lock: message.lock });
};

/** Asks until the answer is called. */
export const watchLock = (): (() => void) => {
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
};

export const editFreed = async (): Promise<void> => {
  const { message } = useFreed.getState();
  // This window takes it: another that read as well writes no more.
  if (message) await show(await host()['issue.open']());
};

// What was freed belongs to the issue that was open then.
useDesk.subscribe(({ desk }, before) => {
  const engine = desk.phase === 'open' ? desk.open.engine : null;
  const known = before.desk.phase === 'open' ? before.desk.open.engine : null;
  if (engine !== known) useFreed.setState({ message: null });
});
