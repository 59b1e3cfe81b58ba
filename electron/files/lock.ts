/**
 * Two people, one folder 两个人一个文件夹: `.<name>.lock` says who has the issue open to edit and since when. It appears
 * whole or not at all (a second name of a finished file, else a file that only one can create), and its holder
 * writes it again every few seconds through the handle that it kept: on a file that another put in its place that has
 * no effect. The time of those writes is the file server's, and so is that of the probe that a second one compares
 * it with: clocks of computers are never compared.
 *
 * A lock is stale when its process is gone from this very computer, or when it was not written for a minute. Taking
 * a stale one over moves it away first and looks whether it was still that one. Two who do so in the same
 * milliseconds can both believe for a moment that they have it; the next beat tells one of them otherwise, and a
 * save looks at the file itself besides (issue-store.ts).
 */
import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { codeOf, type Disk, type WrittenFile } from './disk.ts';

const holderSchema = z.object({
  id: z.string().min(1).max(100),
  /** The user's name on that computer. */
  who: z.string().max(200),
  host: z.string().max(300),
  pid: z.int(),
  /** By the holder's clock, to be shown; nothing is decided by it. ISO 8601. */
  since: z.string().max(40),
});

export type LockHolder = z.infer<typeof holderSchema>;

export interface Editor {
  readonly who: string;
  readonly host: string;
}

export const thisEditor = (): Editor => {
  const host = hostname();
  try {
    return { who: userInfo().username, host };
  } catch {
    // A user without an entry in the system's list.
    return { who: '本机用户', host };
  }
};

export const BEAT_MS = 15_000;
export const STALE_MS = 60_000;
const LARGEST_LOCK = 10_000;

export type LockAnswer =
  | { readonly kind: 'taken'; readonly lock: FileLock }
  /** Somebody has it. Null: a lock that says nothing of its holder. */
  | { readonly kind: 'held'; readonly holder: LockHolder | null }
  /** No lock can be made there: a folder that is read-only or away. */
  | { readonly kind: 'impossible'; readonly cause: unknown };

export class FileLock {
  private beat: ReturnType<typeof setInterval> | null = null;
  private lost = false;

  private constructor(
    private readonly path: string,
    private readonly holder: LockHolder,
    private file: WrittenFile,
    private readonly disk: Disk,
  ) {}

  static async take(path: string, { who, host }: Editor, disk: Disk): Promise<LockAnswer> {
    const holder = { id: randomUUID(), who, host, pid: process.pid, since: new Date().toISOString() };
    try {
      // A second time for a stale one that was moved away, a third for one that another took in between.
      for (let round = 0; round < 3; round++) {
        const file = await createLock(path, holder, disk);
        if (file) {
          const lock = new FileLock(path, holder, file, disk);
          lock.start();
          return { kind: 'taken', lock };
        }
        const found = await stateOf(path, host, disk);
        if (found.state === 'held') return { kind: 'held', holder: found.holder };
        if (found.state === 'stale') await moveAway(path, found.holder, disk);
      }
      return { kind: 'held', holder: await readHolder(path, disk) };
    } catch (cause) {
      if (codeOf(cause) === '') throw cause;
      return { kind: 'impossible', cause };
    }
  }

  /** False from when another was found in its place. */
  get held(): boolean {
    return !this.lost;
  }

  private start(): void {
    this.beat = setInterval(() => void this.renew(), BEAT_MS);
    // A lock keeps no process alive.
    this.beat.unref();
  }

  /** Writes it again, so that its time is now. */
  async renew(): Promise<void> {
    try {
      const there = await readHolder(this.path, this.disk);
      if (there !== null && there.id !== this.holder.id) {
        this.lost = true;
        return;
      }
      // What a cleaner took away is made again by a new lock only: two could do so at once.
      if (there === null && (await this.disk.facts(this.path)) === null) {
        this.lost = true;
        return;
      }
      await this.file.overwrite(bytesOf(this.holder)).catch(() => this.writeAnew());
    } catch {
      // A network folder that is away: the next beat tries again; after a minute others may take the lock.
    }
  }

  /** A network folder that came back knows the old handle no more. */
  private async writeAnew(): Promise<void> {
    const part = besideLock(this.path, 'new');
    const file = await this.disk.create(part);
    await file.append(bytesOf(this.holder));
    await this.disk.rename(part, this.path);
    await this.file.close().catch(() => undefined);
    this.file = file;
  }

  async release(): Promise<void> {
    if (this.beat) clearInterval(this.beat);
    this.beat = null;
    try {
      await this.file.close();
      if ((await readHolder(this.path, this.disk))?.id === this.holder.id) await this.disk.remove(this.path);
    } catch {
      // What cannot be removed is stale in a minute.
    }
    this.lost = true;
  }
}

const bytesOf = (holder: LockHolder): Uint8Array => Buffer.from(`${JSON.stringify(holder)}\n`);

const besideLock = (path: string, what: string): string =>
  join(dirname(path), `${basename(path)}.${what}-${randomUUID().slice(0, 8)}`);

/** Null where there is one already. */
const createLock = async (path: string, holder: LockHolder, disk: Disk): Promise<WrittenFile | null> => {
  const part = besideLock(path, 'new');
  const file = await disk.create(part);
  try {
    await file.append(bytesOf(holder));
    await disk.link(part, path);
    await disk.remove(part);
    return file;
  } catch (error) {
    await file.close();
    await disk.remove(part).catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return null;
    if (['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'].includes(codeOf(error))) throw error;
    return createPlainly(path, holder, disk);
  }
};

/** Where files have no second names: empty for a moment, which `stateOf` takes for a lock in the making. */
const createPlainly = async (path: string, holder: LockHolder, disk: Disk): Promise<WrittenFile | null> => {
  let file: WrittenFile;
  try {
    file = await disk.create(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  }
  try {
    await file.append(bytesOf(holder));
    return file;
  } catch (error) {
    await file.close();
    await disk.remove(path).catch(() => undefined);
    throw error;
  }
};

const readHolder = async (path: string, disk: Disk): Promise<LockHolder | null> => {
  try {
    return holderSchema.parse(JSON.parse(Buffer.from(await disk.read(path, LARGEST_LOCK)).toString('utf8')));
  } catch {
    return null;
  }
};

export type LockState =
  | { readonly state: 'free' }
  | { readonly state: 'held' | 'stale'; readonly holder: LockHolder | null };

/** Whether somebody has it, as seen from the computer `host`. */
export const stateOf = async (path: string, host: string, disk: Disk): Promise<LockState> => {
  const facts = await disk.facts(path);
  if (facts === null) return { state: 'free' };
  const holder = await readHolder(path, disk);
  if (holder !== null && holder.host === host && !isAlive(holder.pid)) return { state: 'stale', holder };
  const now = await serverNow(path, disk);
  return { state: now - facts.modified >= STALE_MS ? 'stale' : 'held', holder };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** The time by the clock of the file's own system, ms. Where nothing can be written no lock is called stale. */
export const serverNow = async (path: string, disk: Disk): Promise<number> => {
  const probe = besideLock(path, 'probe');
  try {
    const file = await disk.create(probe);
    try {
      await file.append(new Uint8Array([10]));
      return (await file.facts()).modified;
    } finally {
      await file.close();
      await disk.remove(probe);
    }
  } catch {
    return 0;
  }
};

const moveAway = async (path: string, stale: LockHolder | null, disk: Disk): Promise<void> => {
  const away = besideLock(path, 'stale');
  try {
    await disk.rename(path, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(away, disk);
  // Another was faster: what we moved away is their new lock, which goes back where no third one stands.
  if (moved !== null && moved.id !== stale?.id) await disk.link(away, path).catch(() => undefined);
  await disk.remove(away);
};
