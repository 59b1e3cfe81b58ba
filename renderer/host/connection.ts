/**
 * Whether the host answers. A call that gets no answer means that it is gone: it is asked every two seconds until it
 * is back. A host that was started anew knows this page's token no more: its refusal is final, and from then on
 * nothing is sent, since its issue may be another than this page's.
 */
import { create } from 'zustand';

export type Connection = 'there' | 'lost' | 'refused';

export const useConnection = create<{ readonly state: Connection }>(() => ({ state: 'there' }));

export const isRefused = (): boolean => useConnection.getState().state === 'refused';

const RETRY_MS = 2_000;
let waiting = false;

/** An answer came. */
export const hostAnswered = (): void => {
  if (useConnection.getState().state === 'lost') useConnection.setState({ state: 'there' });
};

export const hostRefused = (): void => useConnection.setState({ state: 'refused' });

/** `ask` tries the host; what it answers comes to the functions above as every answer does. */
export const hostLost = (ask: () => Promise<unknown>): void => {
  if (isRefused()) return;
  useConnection.setState({ state: 'lost' });
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    ask().catch(() => undefined);
  }, RETRY_MS);
};
