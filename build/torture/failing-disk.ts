/**
 * A disk that fails: full after so many bytes, or with a code of the system's at whatever the rule names. It stands
 * before another disk and lets pass what does not fail; a write that does not fit is written as far as it goes, as
 * a full disk does.
 */
import type { Disk, WrittenFile } from '../../electron/files/disk.ts';

export type DiskOperation = keyof Disk | 'append' | 'overwrite' | 'sync';

export interface Failure {
  /** Bytes that may still be written before ENOSPC; absent: no end. */
  room?: number;
  /** The code of an operation that fails; null for one that does not. */
  rule?: (operation: DiskOperation, path: string) => string | null;
}

const failed = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** `failure` may be changed while the disk is in use: a network folder that comes back, a disk that is tidied. */
export const failingDisk = (disk: Disk, failure: Failure): Disk => {
  const check = (operation: DiskOperation, path: string): void => {
    const code = failure.rule?.(operation, path) ?? null;
    if (code !== null) throw failed(code, path);
  };
  const limited =
    (operation: 'append' | 'overwrite', path: string, write: (bytes: Uint8Array) => Promise<void>) =>
    async (bytes: Uint8Array): Promise<void> => {
      check(operation, path);
      const room = failure.room ?? Number.POSITIVE_INFINITY;
      if (bytes.length <= room) {
        if (failure.room !== undefined) failure.room -= bytes.length;
        return write(bytes);
      }
      failure.room = 0;
      if (room > 0) await write(bytes.subarray(0, room));
      throw failed('ENOSPC', path);
    };
  const wrapped = (file: WrittenFile, path: string): WrittenFile => ({
    append: limited('append', path, (bytes) => file.append(bytes)),
    overwrite: limited('overwrite', path, (bytes) => file.overwrite(bytes)),
    sync: async () => {
      check('sync', path);
      await file.sync();
    },
    facts: () => file.facts(),
    close: () => file.close(),
  });
  return {
    read: async (path, most) => {
      check('read', path);
      return disk.read(path, most);
    },
    readPart: async (path, from, length) => {
      check('readPart', path);
      return disk.readPart(path, from, length);
    },
    facts: async (path) => {
      check('facts', path);
      return disk.facts(path);
    },
    list: async (folder) => {
      check('list', folder);
      return disk.list(folder);
    },
    folders: async (folder) => {
      check('folders', folder);
      return disk.folders(folder);
    },
    target: (path) => disk.target(path),
    create: async (path) => {
      check('create', path);
      return wrapped(await disk.create(path), path);
    },
    makeFolder: async (path) => {
      check('makeFolder', path);
      await disk.makeFolder(path);
    },
    rename: async (from, to) => {
      check('rename', to);
      await disk.rename(from, to);
    },
    link: async (from, to) => {
      check('link', to);
      await disk.link(from, to);
    },
    remove: async (path) => {
      check('remove', path);
      await disk.remove(path);
    },
    removeFolder: async (path) => {
      check('removeFolder', path);
      await disk.removeFolder(path);
    },
    syncFolder: async (path) => {
      check('syncFolder', path);
      await disk.syncFolder(path);
    },
  };
};

/** A disk that says it has flushed and has not: what the replay of power cuts must find out. */
export const forgetfulDisk = (disk: Disk, what: 'sync' | 'syncFolder'): Disk => {
  const whole = failingDisk(disk, {});
  return {
    ...whole,
    create: async (path) => {
      const file = await whole.create(path);
      return what === 'sync' ? { ...file, sync: async () => undefined } : file;
    },
    syncFolder: async (path) => {
      if (what === 'sync') await whole.syncFolder(path);
    },
  };
};
