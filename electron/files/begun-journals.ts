/**
 * Where this user has begun journals beside issue files: a small file each in the folder of unsaved work, with the
 * journal's stem. A search looks through the archive only, and a file opened from a desktop or a stick stands
 * elsewhere. A note is a hint: one whose journals are gone is taken away.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { codeOf, type Disk } from './disk.ts';
import { isAnyJournalOf } from './journal-place.ts';

const NOTE = '.begun';
const LARGEST_NOTE = 40_000;

const noteOf = (unsaved: string, stem: string): string =>
  join(unsaved, `${createHash('sha256').update(stem).digest('hex').slice(0, 16)}${NOTE}`);

export const hasJournals = async (stem: string, disk: Disk): Promise<boolean> =>
  (await disk.list(dirname(stem))).some((name) => isAnyJournalOf(stem, name));

/** Before the journal has its name. A note that cannot be made keeps no edit out of its journal. */
export const noteBegun = async (unsaved: string, stem: string, disk: Disk): Promise<void> => {
  const path = noteOf(unsaved, stem);
  try {
    if (await disk.facts(path)) return;
    await disk.makeFolder(unsaved);
    const file = await disk.create(path);
    try {
      await file.append(Buffer.from(stem, 'utf8'));
      await file.sync();
    } catch (error) {
      await disk.remove(path);
      throw error;
    } finally {
      await file.close();
    }
    await disk.syncFolder(unsaved);
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
};

/** A journal of that stem was removed. The note stays where another of the same file waits to be recovered. */
export const forgetBegun = async (unsaved: string, stem: string, disk: Disk): Promise<void> => {
  if (!(await hasJournals(stem, disk))) await disk.remove(noteOf(unsaved, stem));
};

/** The stems beside which journals stand. */
export const begunStems = async (unsaved: string, disk: Disk): Promise<readonly string[]> => {
  const begun: string[] = [];
  for (const name of await disk.list(unsaved).catch(() => [])) {
    if (!name.endsWith(NOTE)) continue;
    const note = join(unsaved, name);
    const stem = await disk.read(note, LARGEST_NOTE).then(
      (bytes) => Buffer.from(bytes).toString('utf8'),
      () => null,
    );
    if (stem === null) continue;
    const isStem = isAbsolute(stem) && basename(stem).startsWith('.');
    // A stick that is not put in, a network folder that is away: it is looked for again at the next start.
    if (isStem && (await disk.facts(dirname(stem)).catch(() => null)) === null) continue;
    if (isStem && (await hasJournals(stem, disk).catch(() => true))) begun.push(stem);
    else await disk.remove(note).catch(() => undefined);
  }
  return begun;
};
