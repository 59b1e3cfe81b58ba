/**
 * Locks of journals among the unsaved work: there no lock of an issue file says that the writer lives. By stem, since a
 * journal may move from one such folder to another, and both are held until the move is done.
 */
import type { Disk } from './disk.ts';
import { journalLock } from './journal-place.ts';
import { type Editor, FileLock } from './lock.ts';

export class JournalLocks {
  private readonly locks = new Map<string, FileLock>();

  constructor(
    private readonly editor: Editor,
    private readonly disk: Disk,
  ) {}

  /** One that another took away, with its folder perhaps, is taken again. Throws the system's error. */
  async hold(stem: string): Promise<void> {
    const lock = this.locks.get(stem);
    if (lock?.held) return;
    await lock?.release();
    this.locks.delete(stem);
    const answer = await FileLock.take(journalLock(stem), this.editor, this.disk);
    if (answer.kind === 'impossible') throw answer.cause;
    if (answer.kind === 'taken') this.locks.set(stem, answer.lock);
  }

  async release(but: string | null = null): Promise<void> {
    for (const [stem, lock] of this.locks) {
      if (stem === but) continue;
      this.locks.delete(stem);
      await lock.release();
    }
  }
}
