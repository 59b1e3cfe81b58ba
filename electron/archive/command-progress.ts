/** Progress of a long command on standard error: one line written over on a terminal, none elsewhere; Ctrl+C stops. */

export interface CommandSurroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
  readonly quiet: boolean;
}

export type Count = (done: number, total: number) => void;

/** Written no oftener than this. */
const EVERY_MS = 100;

/** Exit code of a command that was stopped, as shells have it (128 + SIGINT). */
export const CANCELLED = 130;

/** What counts, and what clears the line at the end. */
export const countOn = (
  { err, isTerminal, quiet }: CommandSurroundings,
  label: string,
): { readonly count: Count; readonly clear: () => void } => {
  let written = 0;
  let shown = false;
  return {
    count: (done, total) => {
      const now = performance.now();
      if (!isTerminal || quiet || total === 0 || (now - written < EVERY_MS && done < total)) return;
      written = now;
      shown = true;
      err(`\r${label} ${done}/${total}\u001b[K`);
    },
    clear: () => {
      if (shown) err('\r\u001b[K');
    },
  };
};

/** Runs what Ctrl+C stops between two files; a second Ctrl+C ends the process as ever. */
export const interruptible = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
};
