/**
 * The few operations by which issue files, journals, locks and profiles reach the disk. One narrow interface, so that
 * tests can record what was written and what had been flushed when, replay any prefix of it as a power cut would
 * leave it, and let the disk fail at any byte (build/torture).
 *
 * Errors are the system's own, with their `code`; `diskFault` (disk-fault.ts) makes sentences of them.
 */
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, resolve, toNamespacedPath } from 'node:path';
import { renameOver } from './rename-over.ts';

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** By the clock of the file's own system, ms: on a network folder not this computer's. */
  readonly modified: number;
  /** Another value means another file; not every network folder keeps it steady. '' where the system gives none. */
  readonly id: string;
}

/** A file that is being written. */
export interface WrittenFile {
  /** Behind what was written before. */
  append(bytes: Uint8Array): Promise<void>;
  /** From the file's beginning, over what is there; the rest stays. */
  overwrite(bytes: Uint8Array): Promise<void>;
  /** Returns when the content is on the disk; the name needs `syncFolder`. */
  sync(): Promise<void>;
  facts(): Promise<FileFacts>;
  close(): Promise<void>;
}

export interface Disk {
  /** The whole file. Throws TooLarge beyond `most` bytes, before it reads any. */
  read(path: string, most: number): Promise<Uint8Array>;
  /** Fewer bytes where the file ends before. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array>;
  /** Links followed. Null where there is nothing of that name. */
  facts(path: string): Promise<FileFacts | null>;
  /** Names, in no order; empty where there is no folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Names of the folders in it, links not followed; empty where there is none. */
  folders(folder: string): Promise<readonly string[]>;
  /** What a link leads to in the end; the path itself where nothing is there yet. */
  target(path: string): Promise<string>;
  /** A new file; throws EEXIST where one of that name is there. */
  create(path: string): Promise<WrittenFile>;
  /** With those above it; one that is there is left alone. */
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name of the same file; throws EEXIST where the name is taken. Some systems have none of this. */
  link(from: string, to: string): Promise<void>;
  /** A file that is not there is well removed. */
  remove(path: string): Promise<void>;
  /** Only an empty one; anything else is left as it is. */
  removeFolder(path: string): Promise<void>;
  /** Makes the folder's names last: what was created, renamed and removed in it. */
  syncFolder(path: string): Promise<void>;
}

export class TooLarge extends Error {
  constructor(readonly size: number) {
    super(`a file of ${size} bytes`);
    this.name = 'TooLarge';
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * Windows takes paths over 260 characters only in the form `\\?\…`; elsewhere a path stays as it is. Node does this
 * for many calls, not for every one in every version.
 */
const native = (path: string): string => toNamespacedPath(resolve(path));

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

type Stats = Awaited<ReturnType<typeof statExactly>>;

/** NTFS numbers files with 64 bits: as a plain number, neighbours would be the same file. */
const statExactly = (path: string) => stat(native(path), { bigint: true });

const NANOSECONDS = 1e6;

const factsOf = (stats: Stats): FileFacts => ({
  kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
  size: Number(stats.size),
  modified: Number(stats.mtimeNs) / NANOSECONDS,
  id: stats.ino === 0n ? '' : `${stats.dev}:${stats.ino}`,
});

type Handle = Awaited<ReturnType<typeof open>>;

class NodeFile implements WrittenFile {
  private end = 0;

  constructor(private readonly handle: Handle) {}

  async append(bytes: Uint8Array): Promise<void> {
    await this.write(bytes, this.end);
    this.end += bytes.length;
  }

  overwrite(bytes: Uint8Array): Promise<void> {
    return this.write(bytes, 0);
  }

  private async write(bytes: Uint8Array, at: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
    }
  }

  sync(): Promise<void> {
    return this.handle.sync();
  }

  async facts(): Promise<FileFacts> {
    return factsOf(await this.handle.stat({ bigint: true }));
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** Windows cannot open a folder and needs not; some network folders refuse to sync one. The files are safe. */
const NO_FOLDER_SYNC = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF', 'ENOSYS'];

const syncFolder = async (path: string): Promise<void> => {
  try {
    const handle = await open(native(path), 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.includes(codeOf(error))) throw error;
  }
};

export const nodeDisk: Disk = {
  async read(path, most) {
    const handle = await open(native(path), 'r');
    try {
      const { size } = await handle.stat();
      if (size > most) throw new TooLarge(size);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  async readPart(path, from, length) {
    const handle = await open(native(path), 'r');
    try {
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, from + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    } finally {
      await handle.close();
    }
  },
  async facts(path) {
    try {
      return factsOf(await statExactly(path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  async list(folder) {
    try {
      return await readdir(native(folder));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async folders(folder) {
    try {
      const entries = await readdir(native(folder), { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async target(path) {
    try {
      return (await lstat(native(path))).isSymbolicLink() ? await realpath(path) : path;
    } catch {
      return path;
    }
  },
  async create(path) {
    const { O_CREAT, O_EXCL, O_RDWR } = constants;
    return new NodeFile(await open(native(path), O_CREAT | O_EXCL | O_RDWR, 0o666));
  },
  async makeFolder(path) {
    const made = await mkdir(native(path), { recursive: true });
    if (made === undefined) return;
    // A new folder is a name in the one above it.
    const top = dirname(resolve(made));
    for (let above = dirname(resolve(path)); ; above = dirname(above)) {
      await syncFolder(above);
      if (above === top || above === dirname(above)) return;
    }
  },
  rename: (from, to) => renameOver(native(from), native(to)),
  link: (from, to) => link(native(from), native(to)),
  async remove(path) {
    try {
      await unlink(native(path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  async removeFolder(path) {
    await rmdir(native(path)).catch(() => undefined);
  },
  syncFolder,
};
