/** Writes a file whole or not at all: beside it first, then renamed over it. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFault } from '../input-error.ts';

/** Throws InputError where the place cannot be written; the former file is then untouched. */
export const writeWhole = async (path: string, content: Uint8Array | string): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    /* What could not be written cannot always be removed either; the first fault is the one to tell. */
    await rm(beside, { force: true }).catch(() => {});
    throw fileFault(error, path) ?? error;
  }
};
