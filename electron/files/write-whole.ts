/** Writes a file whole or not at all: beside it first, then renamed over it. */
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../input-error.ts';
import { unbroken } from '../interruption.ts';

let written = 0;

/** Throws InputError where the place cannot be written; the former file is then untouched. */
export const writeWhole = (path: string, content: Uint8Array | string): Promise<void> =>
  unbroken(() => write(path, content));

const write = async (path: string, content: Uint8Array | string): Promise<void> => {
  /* A link is followed, so that it goes on naming the file that was written. */
  const target = await realpath(path).catch(() => path);
  /* A name of its own: the wanted one may be as long as a name can be. */
  const beside = join(dirname(target), `.zuban-${process.pid}-${++written}.part`);
  try {
    await writeFile(beside, content);
    await rename(beside, target);
  } catch (error) {
    /* What could not be written cannot always be removed either; the first fault is the one to tell. */
    await rm(beside, { force: true }).catch(() => {});
    throw fileFault(error, path) ?? error;
  }
};
