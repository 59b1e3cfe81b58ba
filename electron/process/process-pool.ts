/**
 * A pool of worker processes of one kind: as many as it may have are started when they are needed, each does one
 * request at a time, and is kept for the next while it is healthy. A process over its limits is ended at once and the
 * request refused with the reason; others wait for none of this but their turn. Idle ones end after a while and keep
 * no program alive.
 */
import { faultOf } from '../../core/contract/fault.ts';
import {
  type AnswerMessage,
  type EndReason,
  type Limits,
  OVER_MEMORY,
  ProcessEnded,
  type ProcessOptions,
  type RequestMessage,
  type StartProcess,
  TaskFailure,
  type WorkerProcess,
} from './worker-process.ts';

export interface PoolSettings {
  readonly module: () => string;
  readonly start: () => StartProcess;
  readonly options: ProcessOptions;
  readonly most: number;
  readonly idleMilliseconds: number;
  /** A process that takes more when it has answered is not used again, bytes. */
  readonly healthy: number;
}

interface Job {
  readonly task: unknown;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A machine under load takes seconds to start a process; longer, and it will not start. */
const LONGEST_START = 30_000;

export class ProcessPool {
  private readonly waiting: Job[] = [];
  private readonly members = new Set<Member>();

  constructor(private readonly settings: PoolSettings) {}

  /** Rejects with the task's Fault, ProcessEnded or TaskFailure. */
  ask<Answer>(task: unknown, limits: Limits, signal?: AbortSignal): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (signal?.aborted) {
        reject(new ProcessEnded('cancelled'));
        return;
      }
      const cancel = (): void => this.cancel(job);
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          signal?.removeEventListener('abort', cancel);
          settle(value);
        };
      const job: Job = {
        task,
        limits,
        signal,
        resolve: settled((value) => resolve(value as Answer)),
        reject: settled(reject),
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.waiting.push(job);
      this.next();
    });
  }

  get size(): number {
    return this.members.size;
  }

  /** Ends all processes; what is asked for afterwards starts others. */
  close(): void {
    for (const job of this.waiting.splice(0)) job.reject(new ProcessEnded('cancelled'));
    for (const member of this.members) member.end('cancelled');
  }

  private cancel(job: Job): void {
    const at = this.waiting.indexOf(job);
    if (at >= 0) {
      this.waiting.splice(at, 1);
      job.reject(new ProcessEnded('cancelled'));
      return;
    }
    for (const member of this.members) if (member.job === job) member.end('cancelled');
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const free =
        [...this.members].find((member) => member.isFree) ??
        (this.members.size < this.settings.most ? this.addMember() : null);
      if (!free) return;
      free.take(this.waiting.shift()!);
    }
  }

  private addMember(): Member {
    const { module, start, options } = this.settings;
    const member: Member = new Member(start()(module(), options), this.settings, (isGone) => {
      if (isGone) this.members.delete(member);
      this.next();
    });
    this.members.add(member);
    return member;
  }
}

/** One process with the request that it is at. */
class Member {
  job: Job | null = null;
  private isReady = false;
  private count = 0;
  private ending: EndReason | null = null;
  private isOver = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly process: WorkerProcess,
    private readonly settings: PoolSettings,
    /** That it can take another request, or that it is gone. */
    private readonly changed: (isGone: boolean) => void,
  ) {
    process.onMessage((message) => this.hear(message as AnswerMessage));
    process.onExit(({ killed, words }) => {
      const memory = killed || words.includes(OVER_MEMORY) || /heap out of memory/i.test(words);
      this.gone(this.ending ?? (memory ? 'memory' : 'died'));
    });
    this.rest();
  }

  get isFree(): boolean {
    return this.job === null && !this.isOver && this.ending === null;
  }

  take(job: Job): void {
    this.job = job;
    this.process.keepAlive(true);
    const message: RequestMessage = { id: ++this.count, task: job.task, megabytes: job.limits.megabytes };
    // At once, also to one that is only starting: whoever asks may be busy when it is ready.
    this.process.send(message);
    if (this.isReady) this.endAfter(job.limits.milliseconds, 'time', true);
    else this.endAfter(LONGEST_START, 'died', true);
  }

  end(reason: EndReason): void {
    if (this.isOver) return;
    this.ending ??= reason;
    this.process.kill();
    // Whoever waits is told at once: a process in the kernel's hands may take a while to go.
    this.refuse(this.ending);
  }

  private hear(message: AnswerMessage): void {
    if ('ready' in message) {
      this.isReady = true;
      if (this.job) this.endAfter(this.job.limits.milliseconds, 'time', true);
      return;
    }
    const { job } = this;
    if (!job || message.id !== this.count || this.ending !== null) return;
    this.job = null;
    if ('value' in message) job.resolve(message.value);
    else job.reject('failure' in message ? faultOf(message.failure) : new TaskFailure(message.error));
    if (message.resident > this.settings.healthy) this.end('cancelled');
    else this.rest();
    this.changed(false);
  }

  private rest(): void {
    this.process.keepAlive(false);
    this.endAfter(this.settings.idleMilliseconds, 'cancelled', false);
  }

  private endAfter(milliseconds: number, reason: EndReason, keepsAlive: boolean): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(reason), milliseconds);
    if (!keepsAlive) this.timer.unref();
  }

  private refuse(reason: EndReason): void {
    const { job } = this;
    this.job = null;
    job?.reject(new ProcessEnded(reason));
  }

  private gone(reason: EndReason): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    this.refuse(reason);
    this.changed(true);
  }
}
