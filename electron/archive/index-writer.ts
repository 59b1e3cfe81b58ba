/**
 * Who writes the index: one process at a time, named in a file beside it. The index stands on this computer's own
 * disk (index-place.ts), so whether the writer lives is asked of the system.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';

const markOf = (path: string): string => `${path}.writer`;

/** A process and its computer, a line each. */
const writerOf = (path: string): { readonly pid: number; readonly host: string } | null => {
  try {
    const [, pid, host] = /^(\d{1,10})\n(.*)$/.exec(readFileSync(markOf(path), 'utf8')) ?? [];
    return pid === undefined || host === undefined ? null : { pid: Number(pid), host };
  } catch {
    return null;
  }
};

/** True while a process that said so writes the index; one of another computer is believed. */
export const isWriterAlive = (path: string): boolean => {
  const writer = writerOf(path);
  if (writer === null) return false;
  if (writer.host !== hostname()) return true;
  try {
    process.kill(writer.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Takes the writer's place; null where another process has it. What it gives ends the writing. */
export const beginWriting = (path: string): (() => void) | null => {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(markOf(path), 'wx');
      writeSync(file, `${process.pid}\n${hostname()}`);
      closeSync(file);
      return () => rmSync(markOf(path), { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (isWriterAlive(path)) return null;
      rmSync(markOf(path), { force: true });
    }
  }
  return null;
};
