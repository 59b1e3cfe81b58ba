/**
 * Gives a finished file the name of another. On Windows a virus scanner or an indexer holds a file for moments after it
 * was written, and so may a viewer that has it open: there it is tried again for half a second.
 */
import { rename as renameOnce } from 'node:fs/promises';

/** ms between tries. */
const PAUSES = [10, 20, 40, 80, 150, 200];
const HELD = ['EPERM', 'EACCES', 'EBUSY'];

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && HELD.includes(String(error.code));

/** Throws the system's error, that of the last try. */
export const renameOver = async (
  from: string,
  to: string,
  rename: (from: string, to: string) => Promise<void> = renameOnce,
  platform: NodeJS.Platform = process.platform,
): Promise<void> => {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return rename(from, to);
};
