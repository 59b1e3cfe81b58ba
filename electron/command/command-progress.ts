/** Progress of a long command on standard error: one line written over on a terminal, none elsewhere. */
import type { Terminal } from './terminal.ts';

export interface CommandSurroundings {
  readonly terminal: Terminal;
  readonly quiet: boolean;
}

export type Count = (done: number, total: number) => void;

/** Written no oftener than this. */
const EVERY_MS = 100;

/** What counts, and what clears the line at the end. */
export const countOn = (
  { terminal, quiet }: CommandSurroundings,
  label: string,
): { readonly count: Count; readonly clear: () => void } => {
  let written = 0;
  let shown = false;
  return {
    count: (done, total) => {
      const now = performance.now();
      if (!terminal.isTerminal || quiet || total === 0 || (now - written < EVERY_MS && done < total)) return;
      written = now;
      shown = true;
      terminal.status(`${label} ${done}/${total}`);
    },
    clear: () => {
      if (shown) terminal.status('');
    },
  };
};
