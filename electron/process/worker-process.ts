/**
 * The port for processes: work on what others made, which may take without end, runs in a process that can be ended.
 * Who starts it is given from outside (fork under Node, a utility process under Electron); what is asked and what it
 * may take is the pool's (process-pool.ts).
 */
import type { Thrown } from '../base/thrown.ts';

/** A started process: messages by structured clone, both ways. */
export interface WorkerProcess {
  send(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Once, however it ended. `words` is what it last wrote to its standard error. */
  onExit(hear: (end: { readonly killed: boolean; readonly words: string }) => void): void;
  /** At once, whatever it is doing. */
  kill(): void;
  /** While busy it keeps the program alive; idle it does not. */
  keepAlive(busy: boolean): void;
}

export interface ProcessOptions {
  /** Of the heap of its scripts, MB; what is outside the heap is watched by the process itself. */
  readonly heap: number;
  readonly env: Readonly<Record<string, string>>;
}

export type StartProcess = (module: string, options: ProcessOptions) => WorkerProcess;

export interface Limits {
  /** From the moment that the process takes the request. */
  readonly milliseconds: number;
  /** Of the process altogether. */
  readonly megabytes: number;
}

/** `time`, `memory`: over its limit. `died`: by itself. `cancelled`: nobody wants the answer any more. */
export type EndReason = 'time' | 'memory' | 'died' | 'cancelled';

export class ProcessEnded extends Error {
  constructor(readonly reason: EndReason) {
    super(`the process ended: ${reason}`);
    this.name = 'ProcessEnded';
  }
}

/** What the task failed of, where that is no Fault: words for the log. */
export class TaskFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TaskFailure';
  }
}

/** What a process is sent. */
export interface RequestMessage {
  readonly id: number;
  readonly task: unknown;
  readonly megabytes: number;
}

/** What it answers. `ready` comes once, first. `resident` in bytes. */
export type AnswerMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown; readonly resident: number }
  | ({ readonly id: number; readonly resident: number } & Thrown);

/** Written to standard error by the process that ends itself over its memory limit. */
export const OVER_MEMORY = 'over the memory limit';
