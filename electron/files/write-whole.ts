/**
 * Writes a file of the user's whole or not at all: beside it first, flushed, then renamed over it, so that a full disk,
 * a quota or a killed process leaves the former file as it was. Every file that the program makes for its user goes
 * through here or through the issue store; a test holds it (test/electron/files/write-whole.test.ts).
 */
import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../base/input-error.ts';
import { unbroken } from '../base/interruption.ts';
import { renameOver } from './rename-over.ts';

/** The last bits of a file's mode: who may read and write it. */
const PERMISSIONS = 0o777;

/** Throws InputError where the place cannot be written; the former file is then untouched. */
export const writeWhole = (path: string, content: Uint8Array | string): Promise<void> =>
  unbroken(() => write(path, content));

const write = async (path: string, content: Uint8Array | string): Promise<void> => {
  /* A link is followed, so that it goes on naming the file that was written. */
  const target = await realpath(path).catch(() => path);
  /* A name of its own: the wanted one may be as long as a name can be. */
  const beside = join(dirname(target), `.zuban-${randomUUID().slice(0, 8)}.part`);
  try {
    await writeFlushed(beside, content);
    const former = await stat(target).catch(() => null);
    /* What only its owner could read stays so. Some systems know no permissions. */
    if (former) await chmod(beside, former.mode & PERMISSIONS).catch(() => undefined);
    await renameOver(beside, target);
  } catch (error) {
    /* What could not be written cannot always be removed either; the first fault is the one to tell. */
    await rm(beside, { force: true }).catch(() => {});
    throw fileFault(error, path) ?? error;
  }
};

/** Network folders and quotas refuse at the flush what they took at the write. */
const writeFlushed = async (path: string, content: Uint8Array | string): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};
