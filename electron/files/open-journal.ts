/**
 * A journal's file while it is being written, and whether it is still the file of its name. A handle goes on taking
 * writes long after its file was deleted, renamed with its folder, replaced, or cut off with its disk: what only the
 * handle can reach is lost with the process. So it is asked by the name, as the one who recovers will ask.
 *
 * `state` compares identities (device and inode by handle and by name), refuses a link in the file's place, and reads
 * the first and the last bytes by the name. The reading is what counts: identities mean nothing on some network
 * folders (inode 0 on some SMB servers, numbers that change on others), so they are compared only where the two
 * agreed right after the file got its name. Sizes by name are not compared: SMB clients answer them from a cache for
 * some seconds. The number of names (nlink) says no more than a missing or other name does.
 *
 * Windows: files are opened so that others may delete and rename them; a deleted one keeps its name, closed to
 * everybody, until the handle goes, which is an error of the system's here and as good an answer. A folder with an
 * open file in it cannot be renamed there.
 */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { Disk, WrittenFile } from './disk.ts';

/** `gone`: nothing has the name. `other`: something else has it, or the content is not ours any more. */
export type NameState = 'ours' | 'gone' | 'other';

/** The file has another length than we gave it: somebody wrote into it or cut it. */
export class NotAsWritten extends Error {
  constructor(path: string) {
    super(`not as written: ${path}`);
    this.name = 'NotAsWritten';
  }
}

/** Of the first record: length, checksum, the stretch of work and its turn. No two journals begin alike. */
const HEAD = 120;
const TAIL = 64;

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** True where the file of that name is there and begins so. */
export const beginsWith = async (path: string, head: Uint8Array, disk: Disk): Promise<boolean> => {
  if ((await disk.facts(path))?.kind !== 'file' || (await disk.target(path)) !== path) return false;
  return isSame(await disk.readPart(path, 0, head.length), head);
};

export class OpenJournal {
  private tail: Uint8Array;

  private constructor(
    private readonly path: string,
    readonly head: Uint8Array,
    /** Bytes. */
    private length: number,
    bytes: Uint8Array,
    private readonly file: WrittenFile,
    /** Handle and name gave the same identity when the name was new. */
    private readonly steady: boolean,
    private readonly disk: Disk,
  ) {
    this.tail = new Uint8Array(bytes.subarray(-TAIL));
  }

  /**
   * Writes the beginning under another name, flushes it and gives it the name, so that there is always a journal that
   * can be read. `makeWay` comes before that. Throws the system's error, and then nothing has changed.
   */
  static async begin(
    path: string,
    bytes: Uint8Array,
    disk: Disk,
    makeWay: () => Promise<void>,
  ): Promise<OpenJournal> {
    const part = `${path}.${randomUUID().slice(0, 8)}.tmp`;
    const file = await disk.create(part);
    try {
      await file.append(bytes);
      await file.sync();
      await makeWay();
      await disk.rename(part, path);
      await disk.syncFolder(dirname(path));
      const [own, named] = [await file.facts(), await disk.facts(path)];
      const steady = own.id !== '' && own.id === named?.id;
      return new OpenJournal(
        path,
        new Uint8Array(bytes.subarray(0, HEAD)),
        bytes.length,
        bytes,
        file,
        steady,
        disk,
      );
    } catch (error) {
      await file.close().catch(() => undefined);
      await disk.remove(part).catch(() => undefined);
      throw error;
    }
  }

  get size(): number {
    return this.length;
  }

  /** Throws NotAsWritten where the file was cut or written by another: behind that nothing could be read. */
  async append(bytes: Uint8Array): Promise<void> {
    if ((await this.file.facts()).size !== this.length) throw new NotAsWritten(this.path);
    await this.file.append(bytes);
    this.length += bytes.length;
    this.tail = Buffer.concat([this.tail, bytes.subarray(-TAIL)]).subarray(-TAIL);
  }

  sync(): Promise<void> {
    return this.file.sync();
  }

  /** Throws the system's error where the name cannot be asked. */
  async state(): Promise<NameState> {
    const { path, disk, tail } = this;
    const named = await disk.facts(path);
    if (named === null) return 'gone';
    if (this.steady && named.id !== (await this.file.facts()).id) return 'other';
    if (!(await beginsWith(path, this.head, disk))) return 'other';
    return isSame(await disk.readPart(path, this.length - tail.length, tail.length), tail) ? 'ours' : 'other';
  }

  async close(): Promise<void> {
    await this.file.close().catch(() => undefined);
  }
}
