/**
 * The files of a journal and their names: `<stem>.journal`, the pictures that came in `<stem>.pictures/<id>`, and among
 * the unsaved work `<stem>.lock`. Beside an issue file the stem is `.<name>`; a journal that steps aside for another
 * of the same file is `<stem>.<8 hex digits>.journal`, one that was given up ends in `.dropped`.
 */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** Where a journal may stand: `<stem>.journal`, its pictures in the folder `<stem>.pictures`. */
export interface JournalPlace {
  readonly stem: string;
  /** In the folder of unsaved work no lock of an issue file says that its writer lives: it gets one of its own. */
  readonly ownLock: boolean;
}

export const journalFile = (stem: string): string => `${stem}.journal`;
export const pictureFolder = (stem: string): string => `${stem}.pictures`;
export const journalLock = (stem: string): string => `${stem}.lock`;

/** One that was not recovered yet and is not ours steps aside: it stays to be offered. */
export const parkForeign = async (path: string, disk: Disk): Promise<void> => {
  if ((await disk.facts(path)) === null) return;
  await disk.rename(path, path.replace(/\.journal$/, `.${randomUUID().slice(0, 8)}.journal`));
};

/** True for a journal of that stem: its own, or one that stepped aside for it; `dropped` for those given up. */
export const isJournalOf = (stem: string, name: string, dropped = false): boolean => {
  const own = basename(stem);
  const end = dropped ? '.journal.dropped' : '.journal';
  return (
    name.startsWith(own) &&
    name.endsWith(end) &&
    /^(\.[0-9a-f]{8})?$/.test(name.slice(own.length, -end.length))
  );
};

export const isAnyJournalOf = (stem: string, name: string): boolean =>
  isJournalOf(stem, name) || isJournalOf(stem, name, true);

/** True for the path of a journal beside an issue file: other programs have files that end so. */
export const isJournalName = (path: string): boolean =>
  /^\..*\.zuban(\.[0-9a-f]{8})?\.journal$/i.test(basename(path));

/** The stem of a journal by its path, also of one that stepped aside or was given up. */
export const stemOfJournal = (journal: string): string =>
  journal.replace(/\.journal(\.dropped)?$/, '').replace(/(\.zuban)\.[0-9a-f]{8}$/i, '$1');

/** That one journal, and the pictures of its stem where no other journal is left to need them. */
export const removeOneJournal = async (journal: string, disk: Disk): Promise<void> => {
  const stem = stemOfJournal(journal);
  await disk.remove(journal);
  const names = await disk.list(dirname(stem));
  if (!names.some((name) => isAnyJournalOf(stem, name))) await removePictures(stem, disk);
  await disk.syncFolder(dirname(stem));
};

export const removePictures = async (stem: string, disk: Disk): Promise<void> => {
  const folder = pictureFolder(stem);
  for (const file of await disk.list(folder)) await disk.remove(join(folder, file));
  await disk.removeFolder(folder);
};

/** The journal, what was dropped of the same file, and their pictures where no other journal needs them. */
export const removeJournal = async (
  stem: string,
  disk: Disk,
  what: 'all' | 'dropped' = 'all',
): Promise<void> => {
  const folder = dirname(stem);
  const own = what === 'all' ? basename(journalFile(stem)) : null;
  if (own !== null) await disk.remove(join(folder, own));
  const names = await disk.list(folder);
  for (const name of names)
    if (
      isJournalOf(stem, name, true) ||
      (own !== null && name.startsWith(`${own}.`) && name.endsWith('.tmp'))
    )
      await disk.remove(join(folder, name));
  const needed = names.some((name) => name !== own && isJournalOf(stem, name));
  if (!needed && names.includes(basename(pictureFolder(stem)))) await removePictures(stem, disk);
  await disk.syncFolder(folder);
};
