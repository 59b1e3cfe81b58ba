/**
 * The journal 日志 of the edits since the last save, so that a crash, a kill or a power cut costs at most a second of
 * typing. It begins with the first edit, with the whole issue as it then is, and grows by a record an edit. Records
 * are written at once, which a killed process does not lose, and flushed when typing pauses or has gone on for a
 * while, which a power cut does not lose either. Pictures that the file does not hold are written and flushed before
 * the record that needs them.
 *
 * It stands beside the issue file; where that folder cannot be written, and for an issue never saved, in the folder
 * of unsaved work. A journal begun anew (after a failure, or grown large) is written whole under another name and
 * renamed over the one before, so that there is always one that can be read.
 *
 * At every flush, and every few seconds while there is unsaved work, the open file must be the one of its name
 * (open-journal.ts). One that was deleted, moved with its folder or replaced is left behind: a new one begins at once
 * in another place, with the whole issue, and stays there until the next save. What was left behind is removed when it
 * can be reached again and the work is safe.
 */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { ISSUE_FILE_VERSION } from '../../core/file/migrations.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { forgetBegun, noteBegun } from './begun-journals.ts';
import { codeOf, type Disk } from './disk.ts';
import { diskCause } from './disk-fault.ts';
import { JournalLocks } from './journal-locks.ts';
import { FlushTimers } from './journal-pace.ts';
import { JournalPictures } from './journal-pictures.ts';
import {
  type JournalPlace,
  journalFile,
  parkForeign,
  removeJournal,
  removeOneJournal,
} from './journal-place.ts';
import { type JournalBegin, type JournalRecord, recordBytes } from './journal-record.ts';
import type { JournalServices, JournalSource, Stretch } from './journal-services.ts';
import { beginsWith, NotAsWritten, OpenJournal } from './open-journal.ts';
import { patientDisk } from './patient-disk.ts';

/** Beyond this the journal begins anew with the issue as it is: replaying stays quick. */
const LARGEST = 8_000_000;
const RETRY_MS = 2_000;
/** A slow stick flushes 100 MB in less; a network folder that is away never answers. */
const PATIENCE_MS = 20_000;

/** A journal that has its name: where, and how it begins. */
interface Standing {
  readonly place: JournalPlace;
  readonly head: Uint8Array;
}

export class Journal {
  private waiting: Uint8Array[] = [];
  private file: OpenJournal | null = null;
  private standing: Standing | null = null;
  /** Those that were no longer the file of their name, since the last save. */
  private behind: readonly Standing[] = [];
  /** The same from before it, which could not be removed yet. */
  private leftovers: readonly Standing[] = [];
  private flushed = true;
  private work: Promise<void> = Promise.resolve();
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private readonly timers: FlushTimers;
  private readonly locks: JournalLocks;
  private ended = false;
  private count = 0;
  private last: string | null = null;
  private cause: string | null = null;
  private stretch: Stretch = { work: randomUUID(), turn: 0 };
  private readonly disk: Disk;
  private readonly pictures: JournalPictures;

  constructor(
    private readonly services: JournalServices,
    /** In the order in which they are tried. */
    private places: readonly JournalPlace[],
    /** Where the work was recovered from: the journal there is replaced by this one. */
    private replaces: string | null = null,
  ) {
    this.disk = patientDisk(services.disk, PATIENCE_MS);
    this.locks = new JournalLocks(services.editor, this.disk);
    this.timers = new FlushTimers(services.pace, () => void this.flush());
    this.pictures = new JournalPictures(this.disk, services.fileHolds);
  }

  /** Why edits are not in a journal now, a phrase; null where all is well. */
  get fault(): string | null {
    return this.cause;
  }

  /** The journal was lost from its place since the last save, and goes on in another one. */
  get moved(): boolean {
    return this.behind.length > 0 && this.file !== null && this.cause === null;
  }

  /** Edits since the last save. */
  get edits(): number {
    return this.count;
  }

  get stretchOfWork(): string {
    return this.stretch.work;
  }

  /** What was recovered is work to keep before any further edit. */
  carry(edits: number, last: string | null, stretch: Stretch): void {
    this.stretch = stretch;
    this.count = edits;
    this.last = last;
    this.note([]);
  }

  edited(revision: number, name: string | null, patches: readonly IssuePatch[]): void {
    this.count++;
    this.last = name ?? lastPlace(patches);
    this.note([{ kind: 'edit', revision, name: this.last, patches }]);
  }

  restated(revision: number, issue: Issue): void {
    this.count++;
    this.last = null;
    this.note([{ kind: 'whole', revision, issueVersion: ISSUE_FILE_VERSION, issue }]);
  }

  /** A save of that state into `file` is about to be written. */
  async saving(file: string, revision: number, hash: string): Promise<void> {
    if (this.count === 0) return;
    this.note([{ kind: 'saving', file, revision, hash }]);
    await this.flush();
  }

  private note(records: readonly JournalRecord[]): void {
    if (this.ended || this.places.length === 0) return;
    this.waiting.push(...records.map(recordBytes));
    this.inTurn(() => this.write());
    this.timers.noted();
  }

  /** Returns when every edit so far is on the disk, in the file of that name, or `fault` says why not. */
  flush(): Promise<void> {
    this.timers.flushing();
    return this.inTurn(async () => {
      await this.write();
      const { file, standing } = this;
      if (!file || !standing) return;
      try {
        if (!this.flushed) await file.sync();
        this.flushed = true;
        if ((await file.state()) !== 'ours') return await this.leftBehind();
        if (standing.place.ownLock) await this.locks.hold(standing.place.stem);
        await this.pictures.write(standing.place.stem, this.services.source(), 'again');
      } catch (error) {
        await this.failed(error);
      }
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(work).catch((error: unknown) => {
      // One edit that cannot be noted must not keep all later ones out of the journal: it begins anew with the next.
      const { file } = this;
      this.file = null;
      void file?.close();
      this.cause = '程序内部出错';
      console.error(error);
    });
    return this.work;
  }

  private async write(): Promise<void> {
    if (this.ended) return;
    if (!this.file || this.file.size > LARGEST) {
      if (this.waiting.length > 0 || this.count > 0) await this.begin();
      return;
    }
    if (this.waiting.length === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    try {
      if (this.standing) await this.pictures.write(this.standing.place.stem, this.services.source());
      await this.file.append(bytes);
      this.flushed = false;
    } catch (error) {
      if (error instanceof NotAsWritten) await this.leftBehind();
      else await this.failed(error);
    }
  }

  /** A record cut off in the middle would hide those behind it: the journal begins anew, elsewhere if need be. */
  private async failed(error: unknown): Promise<void> {
    if (codeOf(error) === '') throw error;
    await this.closeFile();
    await this.begin();
  }

  /** What stands there now is not ours to replace or to remove. */
  private async leftBehind(): Promise<void> {
    const { standing } = this;
    if (standing) {
      const others = this.behind.filter(({ place }) => place.stem !== standing.place.stem);
      this.behind = [...others, standing];
    }
    this.standing = null;
    await this.closeFile();
    await this.begin();
  }

  /** Where a journal was lost comes last: the others begin with the one that is farthest from it. */
  private inOrder(): readonly JournalPlace[] {
    const lost = new Set(this.behind.map(({ place }) => place.stem));
    if (lost.size === 0) return this.places;
    const safe = this.places.filter(({ stem }) => !lost.has(stem));
    return [...safe.toReversed(), ...this.places.filter(({ stem }) => lost.has(stem))];
  }

  private async begin(): Promise<void> {
    let first: string | null = null;
    for (const place of this.inOrder()) {
      try {
        await this.beginAt(place);
        this.cause = null;
        return;
      } catch (error) {
        if (codeOf(error) === '') throw error;
        first ??= diskCause(error);
      }
    }
    this.cause = first;
    this.waiting = [];
    this.retryTimer ??= setTimeout(() => {
      this.retryTimer = null;
      if (this.count > 0) this.inTurn(() => this.write());
    }, RETRY_MS);
    this.retryTimer.unref();
  }

  private async beginAt(place: JournalPlace): Promise<void> {
    const { disk } = this;
    const { stem, ownLock } = place;
    const path = journalFile(stem);
    if (ownLock) {
      await disk.makeFolder(dirname(stem));
      await this.locks.hold(stem);
    }
    const source = this.services.source();
    // All edits until now are in the issue of this very moment.
    this.waiting = [];
    const bytes = recordBytes(this.beginning(source));
    await this.pictures.write(stem, source, 'again');
    const { unsaved } = this.services;
    if (!ownLock && unsaved !== null) await noteBegun(unsaved, stem, disk);
    const file = await OpenJournal.begin(path, bytes, disk, async () => {
      if (!(await this.isOwn(stem))) await parkForeign(path, disk);
      await this.closeFile();
    });
    const before = this.standing;
    this.file = file;
    this.flushed = true;
    this.standing = { place, head: file.head };
    // What this one takes over is in it now.
    const { replaces } = this;
    this.replaces = null;
    try {
      if (before && before.place.stem !== stem) await this.removeOwn(before);
      if (replaces !== null && replaces !== path) await removeOneJournal(replaces, disk);
    } catch {
      // An older journal of the same work that cannot be removed is offered once more, no worse.
    }
    await this.locks.release(ownLock ? stem : null);
  }

  /** What has the name there is an earlier journal of this very work. */
  private async isOwn(stem: string): Promise<boolean> {
    const path = journalFile(stem);
    if (this.replaces === path) return true;
    const earlier = [...(this.standing ? [this.standing] : []), ...this.behind, ...this.leftovers];
    for (const { place, head } of earlier)
      if (place.stem === stem && (await beginsWith(path, head, this.disk))) return true;
    return false;
  }

  private beginning({ file, fileName, base, besidesFrom, revision, issue }: JournalSource): JournalBegin {
    this.stretch = { ...this.stretch, turn: this.stretch.turn + 1 };
    return {
      ...this.stretch,
      kind: 'begin',
      format: 1,
      file,
      fileName,
      base,
      revision,
      edits: this.count,
      last: this.last,
      besidesFrom,
      issueVersion: ISSUE_FILE_VERSION,
      issue,
    };
  }

  /**
   * The issue was saved as it was at `revision`. Edits that came while it was written are in a new journal, at
   * the new places; else there is none.
   */
  async saved(places: readonly JournalPlace[], later: number): Promise<void> {
    await this.inTurn(async () => {
      this.places = places;
      this.count = later;
      // The folder was written to this moment: it is as good as any other again.
      this.leftovers = [...this.leftovers, ...this.behind];
      this.behind = [];
      if (later === 0) {
        this.timers.stop();
        this.waiting = [];
        this.last = null;
        this.cause = null;
        await this.closeFile();
        await this.forget();
      } else await this.begin();
      await this.removeLeftovers();
    });
  }

  /** Ends without a journal: nothing is unsaved, or the editor wants none of it. */
  end(): Promise<void> {
    this.stopTimers();
    return this.inTurn(async () => {
      this.ended = true;
      await this.closeFile();
      await this.forget();
      this.leftovers = [...this.leftovers, ...this.behind];
      await this.removeLeftovers();
    });
  }

  /** Ends with the journal where it is, all flushed: its work is offered at the next start. */
  async leave(): Promise<void> {
    await this.flush();
    this.stopTimers();
    await this.inTurn(async () => {
      this.ended = true;
      await this.closeFile();
      await this.locks.release();
    });
  }

  private stopTimers(): void {
    this.timers.stop();
    if (this.retryTimer) clearTimeout(this.retryTimer);
  }

  private async closeFile(): Promise<void> {
    const { file } = this;
    this.file = null;
    await file?.close();
  }

  private async forget(): Promise<void> {
    try {
      if (this.standing) await this.removeOwn(this.standing);
      if (this.replaces !== null) await removeOneJournal(this.replaces, this.disk);
    } catch (error) {
      // It holds what the file holds, which recovery finds out.
      if (codeOf(error) === '') throw error;
    }
    this.standing = null;
    this.replaces = null;
    this.pictures.clear();
    await this.locks.release();
  }

  /** Nothing that took its name meanwhile. */
  private async removeOwn({ place: { stem, ownLock }, head }: Standing): Promise<void> {
    const path = journalFile(stem);
    if ((await this.disk.facts(path)) !== null && !(await beginsWith(path, head, this.disk))) return;
    await removeJournal(stem, this.disk);
    const { unsaved } = this.services;
    if (!ownLock && unsaved !== null) await forgetBegun(unsaved, stem, this.disk);
  }

  /** A folder that is still away is tried again at the next save. */
  private async removeLeftovers(): Promise<void> {
    const still: Standing[] = [];
    for (const one of this.leftovers) {
      const { stem } = one.place;
      if (stem === this.standing?.place.stem) continue;
      const folder = await this.disk.facts(dirname(stem)).catch(() => null);
      if (folder === null) still.push(one);
      else await this.removeOwn(one).catch(() => undefined);
    }
    this.leftovers = still;
  }
}

/** The fields that an edit without a name changed last, for `placeName` (recovery-words.ts). */
const lastPlace = (patches: readonly IssuePatch[]): string | null => {
  const path = patches.at(-1)?.path;
  return path === undefined ? null : `@${JSON.stringify(path)}`;
};
