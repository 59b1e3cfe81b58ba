/**
 * A disk whose every operation answers within a time: one that does not fails with ETIMEDOUT, as a network folder that
 * is away would have to and often does not (a hard-mounted share lets a caller wait for ever). What was asked may
 * still happen later: whoever uses this goes on elsewhere.
 */
import type { Disk, WrittenFile } from './disk.ts';

export const patientDisk = (disk: Disk, milliseconds: number): Disk => {
  const within = async <Value>(path: string, work: Promise<Value>): Promise<Value> => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const late = new Promise<never>((_, reject) => {
      const error = Object.assign(new Error(`ETIMEDOUT: ${path}`), { code: 'ETIMEDOUT' });
      timer = setTimeout(() => reject(error), milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      if (timer) clearTimeout(timer);
    }
  };
  const wrapped = (file: WrittenFile, path: string): WrittenFile => ({
    append: (bytes) => within(path, file.append(bytes)),
    overwrite: (bytes) => within(path, file.overwrite(bytes)),
    sync: () => within(path, file.sync()),
    facts: () => within(path, file.facts()),
    close: () => within(path, file.close()),
  });
  return {
    read: (path, most) => within(path, disk.read(path, most)),
    readPart: (path, from, length) => within(path, disk.readPart(path, from, length)),
    facts: (path) => within(path, disk.facts(path)),
    list: (folder) => within(folder, disk.list(folder)),
    folders: (folder) => within(folder, disk.folders(folder)),
    target: (path) => within(path, disk.target(path)),
    create: async (path) => wrapped(await within(path, disk.create(path)), path),
    makeFolder: (path) => within(path, disk.makeFolder(path)),
    rename: (from, to) => within(to, disk.rename(from, to)),
    link: (from, to) => within(to, disk.link(from, to)),
    remove: (path) => within(path, disk.remove(path)),
    removeFolder: (path) => within(path, disk.removeFolder(path)),
    syncFolder: (path) => within(path, disk.syncFolder(path)),
  };
};
