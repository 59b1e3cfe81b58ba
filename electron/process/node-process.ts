/** A process by Node's fork: under the browser host, the command and the tests. */
import type { StartProcess } from './worker-process.ts';

/** Enough for the reason of an end. */
const LAST_WORDS = 2_000;

/** Of V8's own end. SIGKILL may be the machine's want of memory or anybody's wish: it says neither. */
const MEMORY_SIGNALS: readonly (NodeJS.Signals | null)[] = ['SIGABRT', 'SIGTRAP'];

export const startNodeProcess: StartProcess = (module, { heap, env }) => {
  /* Loaded with the first process: most commands start none. */
  const { fork } = process.getBuiltinModule('node:child_process');
  const child = fork(module, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [`--max-old-space-size=${heap}`],
    env: { ...process.env, ...env },
  });
  let words = '';
  const errors = child.stderr as (NodeJS.ReadableStream & { unref?: () => void }) | null;
  errors?.setEncoding('utf8');
  errors?.on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  errors?.unref?.();
  return {
    send: (message) => {
      // A process that is gone already tells so by its end.
      child.send(message as object, () => undefined);
    },
    onMessage: (hear) => void child.on('message', hear),
    onExit: (hear) => {
      let told = false;
      const tell = (killed: boolean): void => {
        if (told) return;
        told = true;
        hear({ killed, words });
      };
      child.once('error', () => tell(false));
      // `close`, not `exit`: by then its last words have come.
      child.once('close', (_code, signal) => tell(MEMORY_SIGNALS.includes(signal) && signal !== null));
    },
    kill: () => void child.kill('SIGKILL'),
    keepAlive: (busy) => {
      if (busy) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
  };
};
