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
 */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ISSUE_FILE_VERSION } from '../../core/file/migrations.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { forgetBegun, noteBegun } from './begun-journals.ts';
import { codeOf, type Disk, type WrittenFile } from './disk.ts';
import { diskCause } from './disk-fault.ts';
import {
  type JournalPlace,
  journalFile,
  journalLock,
  parkForeign,
  pictureFolder,
  removeJournal,
  removeOneJournal,
} from './journal-place.ts';
import { type JournalBegin, type JournalRecord, recordBytes } from './journal-record.ts';
import { type Editor, FileLock } from './lock.ts';

export interface JournalPace {
  /** From the last record to the flush, ms. */
  readonly idle: number;
  /** From the first record that is not flushed, ms. */
  readonly most: number;
}

/** Which work a journal has, and the how manyeth of its journals it is: a kill can leave two of the same. */
export type Stretch = Pick<JournalBegin, 'work' | 'turn'>;

/** With the page's own gathering of edits (120 ms) and a flush of 100 ms still under a second. */
export const USUAL_PACE: JournalPace = { idle: 250, most: 700 };

/** Beyond this the journal begins anew with the issue as it is: replaying stays quick. */
const LARGEST = 8_000_000;
const RETRY_MS = 2_000;

/** The host's copy as the journal needs it, asked whenever a journal begins. */
export interface JournalSource {
  readonly file: string | null;
  readonly fileName: string;
  readonly base: string | null;
  /** A damaged file whose versions and prints go with this work; null for none. */
  readonly besidesFrom: string | null;
  readonly revision: number;
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** Those that the saved file holds already. */
  readonly kept: ReadonlySet<PictureId>;
}

export class Journal {
  private waiting: Uint8Array[] = [];
  private file: WrittenFile | null = null;
  private size = 0;
  private flushed = true;
  private work: Promise<void> = Promise.resolve();
  private idleTimer: ReturnType<typeof setTimeout> | null = null;
  private mostTimer: ReturnType<typeof setTimeout> | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private place: JournalPlace | null = null;
  private lock: FileLock | null = null;
  private pictures = new Set<PictureId>();
  private ended = false;
  private count = 0;
  private last: string | null = null;
  private cause: string | null = null;
  private stretch: Stretch = { work: randomUUID(), turn: 0 };

  constructor(
    private readonly disk: Disk,
    private readonly editor: Editor,
    private readonly pace: JournalPace,
    /** In the order in which they are tried. */
    private places: readonly JournalPlace[],
    private readonly source: () => JournalSource,
    /** Where the work was recovered from: the journal there is replaced by this one. */
    private replaces: string | null = null,
    /** Where journals beside files are noted (begun-journals.ts); null: nowhere. */
    private readonly unsaved: string | null = null,
  ) {}

  /** Why edits are not in a journal now, a phrase; null where all is well. */
  get fault(): string | null {
    return this.cause;
  }

  /** Edits since the last save. */
  get edits(): number {
    return this.count;
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
    if (this.idleTimer) clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => void this.flush(), this.pace.idle);
    this.mostTimer ??= setTimeout(() => void this.flush(), this.pace.most);
  }

  /** Returns when every edit so far is on the disk, or `fault` says why not. */
  flush(): Promise<void> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    if (this.mostTimer) clearTimeout(this.mostTimer);
    this.idleTimer = null;
    this.mostTimer = null;
    return this.inTurn(async () => {
      await this.write();
      if (this.flushed || !this.file) return;
      this.flushed = true;
      try {
        await this.file.sync();
      } catch (error) {
        await this.failed(error);
      }
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(work).catch((error: unknown) => {
      // One edit that cannot be noted must not keep all later ones out of the journal.
      this.cause = '程序内部出错';
      console.error(error);
    });
    return this.work;
  }

  private async write(): Promise<void> {
    if (this.ended) return;
    if (!this.file || this.size > LARGEST) {
      if (this.waiting.length > 0 || this.count > 0) await this.begin();
      return;
    }
    if (this.waiting.length === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    try {
      if (this.place) await this.writePictures(this.place.stem, this.source());
      await this.file.append(bytes);
      this.size += bytes.length;
      this.flushed = false;
    } catch (error) {
      await this.failed(error);
    }
  }

  /** A record cut off in the middle would hide those behind it: the journal begins anew, elsewhere if need be. */
  private async failed(error: unknown): Promise<void> {
    if (codeOf(error) === '') throw error;
    await this.closeFile();
    await this.begin();
  }

  private async begin(): Promise<void> {
    let first: string | null = null;
    for (const place of this.places) {
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
    const path = journalFile(place.stem);
    if (place.ownLock) await disk.makeFolder(dirname(place.stem));
    if (place.ownLock && !this.lock) {
      const answer = await FileLock.take(journalLock(place.stem), this.editor, disk);
      if (answer.kind === 'impossible') throw answer.cause;
      if (answer.kind === 'taken') this.lock = answer.lock;
    }
    const source = this.source();
    // All edits until now are in the issue of this very moment.
    this.waiting = [];
    const bytes = recordBytes(this.beginning(source));
    await this.writePictures(place.stem, source);
    if (!place.ownLock && this.unsaved !== null) await noteBegun(this.unsaved, place.stem, disk);
    const part = `${path}.${randomUUID().slice(0, 8)}.tmp`;
    const file = await disk.create(part);
    try {
      await file.append(bytes);
      await file.sync();
      const own = this.place?.stem === place.stem || this.replaces === path;
      if (!own) await parkForeign(path, disk);
      await this.closeFile();
      await disk.rename(part, path);
      await disk.syncFolder(dirname(path));
    } catch (error) {
      await file.close().catch(() => undefined);
      await disk.remove(part).catch(() => undefined);
      throw error;
    }
    const before = this.place;
    this.file = file;
    this.size = bytes.length;
    this.flushed = true;
    this.place = place;
    // What this one takes over is in it now.
    const { replaces } = this;
    this.replaces = null;
    try {
      if (before && before.stem !== place.stem) await this.removeAt(before);
      if (replaces !== null && replaces !== path) await removeOneJournal(replaces, disk);
    } catch {
      // An older journal of the same work that cannot be removed is offered once more, no worse.
    }
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

  /** Those that the issue names and that stand nowhere yet. Content-addressed: one that is there is whole. */
  private async writePictures(stem: string, { issue, pictures, kept }: JournalSource): Promise<void> {
    const folder = pictureFolder(stem);
    const wanted = issue.pictures.filter(
      ({ id }) => !kept.has(id) && !this.pictures.has(`${stem}/${id}`) && pictures.has(id),
    );
    if (wanted.length === 0) return;
    const { disk } = this;
    await disk.makeFolder(folder);
    for (const { id } of wanted) {
      const path = join(folder, id);
      if ((await disk.facts(path)) === null) {
        const part = `${path}.${randomUUID().slice(0, 8)}.tmp`;
        const file = await disk.create(part);
        try {
          await file.append(pictures.get(id)!);
          await file.sync();
        } finally {
          await file.close();
        }
        await disk.rename(part, path);
      }
    }
    await disk.syncFolder(folder);
    for (const { id } of wanted) this.pictures.add(`${stem}/${id}`);
  }

  /**
   * The issue was saved as it was at `revision`. Edits that came while it was written are in a new journal, at
   * the new places; else there is none.
   */
  async saved(places: readonly JournalPlace[], later: number): Promise<void> {
    await this.inTurn(async () => {
      const before = this.place;
      this.places = places;
      this.count = later;
      if (later === 0) {
        this.waiting = [];
        this.last = null;
        await this.closeFile();
        await this.forget(before);
        return;
      }
      const moved = before !== null && before.stem !== places[0]?.stem;
      await this.begin();
      if (moved && this.cause === null) await this.releaseOwnLock();
    });
  }

  /** Ends without a journal: nothing is unsaved, or the editor wants none of it. */
  end(): Promise<void> {
    this.stopTimers();
    return this.inTurn(async () => {
      this.ended = true;
      await this.closeFile();
      await this.forget(this.place);
    });
  }

  /** Ends with the journal where it is, all flushed: its work is offered at the next start. */
  async leave(): Promise<void> {
    await this.flush();
    this.stopTimers();
    await this.inTurn(async () => {
      this.ended = true;
      await this.closeFile();
      await this.releaseOwnLock();
    });
  }

  private stopTimers(): void {
    for (const timer of [this.idleTimer, this.mostTimer, this.retryTimer]) if (timer) clearTimeout(timer);
  }

  private async closeFile(): Promise<void> {
    const { file } = this;
    this.file = null;
    await file?.close().catch(() => undefined);
  }

  private async forget(place: JournalPlace | null): Promise<void> {
    try {
      if (place) await this.removeAt(place);
      if (this.replaces !== null) await removeOneJournal(this.replaces, this.disk);
    } catch (error) {
      // It holds what the file holds, which recovery finds out.
      if (codeOf(error) === '') throw error;
    }
    this.place = null;
    this.replaces = null;
    this.pictures.clear();
    await this.releaseOwnLock();
  }

  private async removeAt({ stem, ownLock }: JournalPlace): Promise<void> {
    await removeJournal(stem, this.disk);
    if (!ownLock && this.unsaved !== null) await forgetBegun(this.unsaved, stem, this.disk);
  }

  private async releaseOwnLock(): Promise<void> {
    await this.lock?.release();
    this.lock = null;
  }
}

/** The fields that an edit without a name changed last, for `placeName` (recovery-words.ts). */
const lastPlace = (patches: readonly IssuePatch[]): string | null => {
  const path = patches.at(-1)?.path;
  return path === undefined ? null : `@${JSON.stringify(path)}`;
};
