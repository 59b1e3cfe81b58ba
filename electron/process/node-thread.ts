/**
 * The port's lighter kind: a thread of this process, for work whose time and memory are known, where a process of its
 * own would cost more than the work. Its memory cannot be limited but for the heap.
 */
import type { StartProcess } from './worker-process.ts';

export const startNodeThread: StartProcess = (module, { heap }) => {
  /* Loaded with the first thread: most commands start none. */
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const thread = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: heap } });
  let words = '';
  thread.on('error', (error) => {
    words = error.message;
  });
  return {
    send: (message) => thread.postMessage(message),
    onMessage: (hear) => void thread.on('message', hear),
    onExit: (hear) => void thread.once('exit', () => hear({ killed: false, words })),
    kill: () => void thread.terminate(),
    keepAlive: (busy) => (busy ? thread.ref() : thread.unref()),
  };
};
