/**
 * The one pool of processes for foreign files: two at most, for pictures and old PDFs alike. Who starts them is Node
 * unless the desktop's main process says otherwise before the first is needed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installationRoot } from '../base/installation.ts';
import { startNodeProcess } from '../process/node-process.ts';
import { startNodeThread } from '../process/node-thread.ts';
import { ProcessPool } from '../process/process-pool.ts';
import type { Limits, StartProcess } from '../process/worker-process.ts';
import type { ForeignTask } from './foreign-tasks.ts';

const MOST = 2;
/** A folder of photographs is dropped in one go; after that, a process is only in the way. */
const IDLE_MILLISECONDS = 20_000;
const HEALTHY = 250_000_000;
/** Of the scripts' heap, MB: a PDF's objects, the samples of a picture are outside of it. */
const HEAP = 400;
/** libvips and the C library keep to few threads and one heap: two processes share the machine with the page. */
const ENV = { VIPS_CONCURRENCY: '1', UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2' };

/** A packaged application runs processes from outside its archive file (electron-builder.json). */
const workerFile = (): string => {
  const inside = join(installationRoot(), 'dist', 'foreign-worker.cjs');
  const outside = inside.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
  return existsSync(outside) ? outside : inside;
};

let start: StartProcess = startNodeProcess;

/** Called by a host in whose process `fork` does not run Node. */
export const startForeignProcessesBy = (starter: StartProcess): void => {
  start = starter;
};

const settings = {
  module: workerFile,
  start: () => start,
  options: { heap: HEAP, env: ENV },
  most: MOST,
  idleMilliseconds: IDLE_MILLISECONDS,
  healthy: HEALTHY,
};
const pool = new ProcessPool(settings);

/** A thread for the judging of pictures, which needs no limits; null: it is done in the processes as well. */
let judge: ProcessPool | null = null;

/**
 * For a command that judges a few pictures while it lays out their pages: a thread goes on while the command computes,
 * and starts in a tenth of a process's time.
 */
export const judgeInThread = (): void => {
  judge ??= new ProcessPool({ ...settings, start: () => startNodeThread, most: 1 });
};

/** Rejects with the task's Fault, ProcessEnded or TaskFailure (process/worker-process.ts). */
export const askForeign = <Answer>(
  task: ForeignTask,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Answer> =>
  (task.kind === 'judge-picture' ? (judge ?? pool) : pool).ask<Answer>(task, limits, signal);
