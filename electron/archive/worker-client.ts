/** The host's end of the archive's worker: tasks by number, started by the first. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '../base/input-error.ts';
import { installationRoot } from '../base/installation.ts';
import { errorOf } from '../base/thrown.ts';
import type { IndexStatus } from './archive-index.ts';
import type { ArchiveTask, WorkerMessage } from './worker-messages.ts';

/** A packaged application runs workers from outside its archive file (electron-builder.json). */
export const workerFile = (): string => {
  const inside = join(installationRoot(), 'dist', 'archive-worker.cjs');
  const outside = inside.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
  return existsSync(outside) ? outside : inside;
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Short-lived values of one question or one drawing; more only lies about (V8's own choice is three times as much). */
const YOUNG_MB = 8;

export class WorkerClient {
  private worker: Worker | null = null;
  private count = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly archive: string,
    private readonly told: (status: IndexStatus) => void = () => {},
    private readonly file: string = workerFile(),
  ) {}

  /** Rejects with the worker's Fault, or with an error that is for the log. */
  ask<Answer>(task: ArchiveTask): Promise<Answer> {
    const id = ++this.count;
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.set(id, { resolve: (value) => resolve(value as Answer), reject });
      this.started().ref();
      this.started().postMessage({ id, task });
    });
  }

  async close(): Promise<void> {
    if (!this.worker) return;
    await this.ask({ kind: 'close' }).catch(() => undefined);
    await this.worker?.terminate();
    this.worker = null;
  }

  private started(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.file, {
      workerData: { archive: this.archive },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // What waits for no answer keeps no process alive.
    worker.unref();
    worker.on('message', (message: WorkerMessage) => this.hear(message));
    worker.once('error', (error) => this.lost(error.message));
    worker.once('exit', () => this.lost('后台线程已结束'));
    this.worker = worker;
    return worker;
  }

  private hear(message: WorkerMessage): void {
    if ('status' in message) {
      this.told(message.status);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (this.waiting.size === 0) this.worker?.unref();
    if ('value' in message) waiting?.resolve(message.value);
    else waiting?.reject(errorOf(message));
  }

  /** The next question starts another. */
  private lost(why: string): void {
    this.worker = null;
    const failed = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of failed) reject(new InputError(`归档索引的后台出错（${why}），请再试一次。`));
  }
}
