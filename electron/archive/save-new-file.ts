/**
 * An issue file of a command, saved where no file is: never over an existing one, whoever writes at the same moment.
 * The lock is taken meanwhile, for a save clears away what killed writers left, and a living one is not killed.
 */

import { unbroken } from '../base/interruption.ts';
import { lockOf } from '../files/beside.ts';
import { type Disk, nodeDisk } from '../files/disk.ts';
import { ChangedUnderUs, saveFile } from '../files/issue-store.ts';
import { FileLock, thisEditor } from '../files/lock.ts';

/** False where a file is there, or another is about to write one. Throws the system's error. */
export const saveNewFile = (path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<boolean> =>
  unbroken(() => save(path, bytes, disk));

const save = async (path: string, bytes: Uint8Array, disk: Disk): Promise<boolean> => {
  const answer = await FileLock.take(lockOf(path), thisEditor(), disk);
  if (answer.kind === 'held') return false;
  try {
    if ((await disk.facts(path)) !== null) return false;
    await saveFile(path, bytes, null, disk);
    return true;
  } catch (error) {
    if (error instanceof ChangedUnderUs) return false;
    throw error;
  } finally {
    // Where no lock can be made the file itself is looked at, and that is all.
    if (answer.kind === 'taken') await answer.lock.release();
  }
};
