/**
 * The process's own side: takes requests, answers them, and ends itself over its memory limit. The heap's limit is V8's;
 * all the rest (native code, WASM, buffers) is watched by a thread of its own, which goes on while the work holds
 * the main one, and which every system has.
 */

import { parentPort as threadPort, Worker } from 'node:worker_threads';
import { thrownOf } from '../base/thrown.ts';
import { type AnswerMessage, OVER_MEMORY, type RequestMessage } from './worker-process.ts';

/** Of Electron's utility processes, which have no `process.send`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (event: { readonly data: unknown }) => void): void;
}

const EVERY_MS = 10;
const MB = 1_000_000;

const WATCH = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const limit = new Int32Array(workerData);
setInterval(() => {
  const most = Atomics.load(limit, 0);
  if (most === 0 || process.memoryUsage.rss() < most * ${MB}) return;
  try { writeSync(2, ${JSON.stringify(`${OVER_MEMORY}\n`)}); } catch {}
  process.kill(process.pid, 'SIGKILL');
}, ${EVERY_MS});
`;

/** MB; 0 for none. */
const limit = new Int32Array(new SharedArrayBuffer(4));
let watch: Worker | null = null;

/** The task that is being done is watched from now on. Called by those that run code of which nobody knows the needs. */
export const watchMemory = (): void => {
  if (watch) return;
  watch = new Worker(WATCH, { eval: true, workerData: limit.buffer, stdout: false, stderr: false });
  watch.unref();
};

export const answerRequests = (answer: (task: unknown) => Promise<unknown>): void => {
  const port = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
  const say = (message: AnswerMessage): void => {
    if (port) port.postMessage(message);
    else if (threadPort) threadPort.postMessage(message);
    else process.send?.(message);
  };
  const take = ({ id, task, megabytes }: RequestMessage): void => {
    Atomics.store(limit, 0, megabytes);
    const told = (value: object): void => {
      Atomics.store(limit, 0, 0);
      say({ id, ...value, resident: process.memoryUsage.rss() } as AnswerMessage);
    };
    answer(task).then(
      (value) => told({ value }),
      (error: unknown) => told(thrownOf(error)),
    );
  };
  if (port) port.on('message', ({ data }) => take(data as RequestMessage));
  else if (threadPort) threadPort.on('message', take);
  else {
    process.on('message', take);
    // The program that asked is gone, however it ended.
    process.once('disconnect', () => process.exit());
    // Ctrl+C goes to all processes of a terminal; who asked decides what becomes of the work.
    process.on('SIGINT', () => undefined);
  }
  say({ ready: true });
};
