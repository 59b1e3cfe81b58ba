/**
 * Keeps one open issue: its place on the disk with the stamp of what stands there, the lock, the journal, and saving
 * so that nothing is ever lost. A file that another has changed under us is left alone and ours goes beside it as a
 * version of its own; one that is gone is said to be gone. Where a save fails, the sentence says what is safe.
 */
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { IssueLock } from '../../core/contract/ipc.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { InputError } from '../base/input-error.ts';
import { journalStemOf, lockOf, versionOf } from './beside.ts';
import type { Disk } from './disk.ts';
import { diskFault } from './disk-fault.ts';
import { changeSince, type FileStamp } from './file-stamp.ts';
import { ChangedUnderUs, saveFile } from './issue-store.ts';
import { Journal } from './journal.ts';
import type { JournalPace } from './journal-pace.ts';
import { type JournalPlace, journalFile } from './journal-place.ts';
import type { JournalSource, Stretch } from './journal-services.ts';
import { type Editor, FileLock, type LockAnswer, type LockHolder } from './lock.ts';

export interface KeeperSettings {
  readonly disk: Disk;
  readonly editor: Editor;
  /** Folder of unsaved work; null: work that belongs to no file yet has no journal. */
  readonly unsaved: string | null;
  /** Another such folder, on another disk perhaps, for when that one is away; null: none. */
  readonly away: string | null;
  readonly pace: JournalPace;
}

/** What a file is held by: asked for before the file is read. */
export type Hold = LockAnswer | { readonly kind: 'none' };

export const holdFile = (path: string | null, { editor, disk }: KeeperSettings): Promise<Hold> =>
  path === null ? Promise.resolve({ kind: 'none' }) : FileLock.take(lockOf(path), editor, disk);

/** Where the issue stands. A path without a stamp: what stands there is another's version. */
export interface Kept {
  readonly path: string | null;
  readonly stamp: FileStamp | null;
  readonly hold: Hold;
  /** The journal that the work was recovered from. */
  readonly recoveredFrom?: string;
}

export interface SaveOrder {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly revision: number;
  /** `edits` of the keeper when the issue was as it is saved. */
  readonly edits: number;
  readonly hash: string;
  /** The editor named this very place: a file that is gone from it is written anew. */
  readonly named: boolean;
}

export interface KeptFile {
  readonly path: string;
  readonly note: string | null;
}

const TAKE_EVERY_MS = 5_000;

export class IssueKeeper {
  private readonly journal: Journal;
  /** Among the unsaved work, in the order in which they are tried. */
  private readonly unsavedStems: readonly string[];
  private at: string | null;
  private stamp: FileStamp | null;
  private lock: FileLock | null = null;
  private reading: { readonly holder: LockHolder | null } | null = null;
  private poll: ReturnType<typeof setInterval> | null = null;
  /** A file that is being replaced is not looked at. */
  private writing = false;

  constructor(
    private readonly settings: KeeperSettings,
    { path, stamp, hold, recoveredFrom }: Kept,
    source: () => JournalSource,
  ) {
    const { unsaved, away } = settings;
    this.at = path;
    this.stamp = stamp;
    const name = randomUUID();
    this.unsavedStems = [unsaved, away].flatMap((folder) => (folder === null ? [] : [join(folder, name)]));
    const fileHolds = async () => this.writing || (await this.isAsRead().catch(() => false));
    const services = { ...settings, source, fileHolds };
    this.journal = new Journal(services, this.places(), recoveredFrom ?? null);
    this.heldBy(hold);
  }

  private heldBy(hold: Hold): void {
    if (hold.kind === 'taken') {
      this.lock = hold.lock;
      this.reading = null;
      if (this.poll) clearInterval(this.poll);
      this.poll = null;
    }
    if (hold.kind === 'held') {
      this.reading = { holder: hold.holder };
      this.poll ??= setInterval(() => void this.askForLock(), TAKE_EVERY_MS);
      this.poll.unref();
    }
  }

  /** Beside the file first; where there is none, or its folder is closed to us, among the unsaved work. */
  private places(): readonly JournalPlace[] {
    const places: JournalPlace[] = [];
    if (this.at !== null) places.push({ stem: journalStemOf(this.at), ownLock: false });
    for (const stem of this.unsavedStems) places.push({ stem, ownLock: true });
    return places;
  }

  get lockFacts(): IssueLock | null {
    if (this.reading) {
      const { holder } = this.reading;
      return { who: wordsFor(holder), since: holder?.since ?? null, mine: false };
    }
    return this.lock ? { who: wordsFor(this.settings.editor), since: null, mine: true } : null;
  }

  /** Throws the sentence where another has the file to edit. */
  checkMayEdit(): void {
    if (this.reading && this.at !== null)
      throw new InputError(
        `“${basename(this.at)}”正由${wordsFor(this.reading.holder)}编辑，这里只能看，不能改；请等对方关闭，或另存为别的名字。`,
      );
  }

  /** Tries to have the file to edit. True where we have it now. */
  async askForLock(): Promise<boolean> {
    if (!this.reading) return this.lock !== null;
    const hold = await holdFile(this.at, this.settings);
    this.heldBy(hold);
    return hold.kind === 'taken';
  }

  /** The lock goes on to another keeper of the same file. */
  handOver(): Hold {
    const { lock } = this;
    this.lock = null;
    return lock ? { kind: 'taken', lock } : { kind: 'none' };
  }

  takeBack(hold: Hold): void {
    this.heldBy(hold);
  }

  /** False where the file is no longer what we read or wrote. */
  async isAsRead(): Promise<boolean> {
    const { at, stamp } = this;
    return at !== null && stamp !== null && (await changeSince(at, stamp, this.settings.disk)) === 'none';
  }

  /** Files of this keeper, which are nobody's lost work. */
  get own(): { readonly journals: readonly string[]; readonly lock: string | null } {
    // Before the first edit the name may be that of a journal that a crash left: that one is not ours.
    const journals = this.journal.edits === 0 ? [] : this.places().map(({ stem }) => journalFile(stem));
    return { journals, lock: this.lock && this.at !== null ? lockOf(this.at) : null };
  }

  get edits(): number {
    return this.journal.edits;
  }

  /** Names this stretch of work, as its journals do. */
  get work(): string {
    return this.journal.stretchOfWork;
  }

  edited(revision: number, name: string | null, patches: readonly IssuePatch[]): void {
    this.journal.edited(revision, name, patches);
  }

  restated(revision: number, issue: Issue): void {
    this.journal.restated(revision, issue);
  }

  carry(edits: number, last: string | null, stretch: Stretch): void {
    this.journal.carry(edits, last, stretch);
  }

  /** Returns when every edit so far is on the disk, or `warning` says why not. */
  flush(): Promise<void> {
    return this.journal.flush();
  }

  /** Edits are in no journal now. */
  get unkept(): boolean {
    return this.journal.fault !== null || (this.places().length === 0 && this.journal.edits > 0);
  }

  /** Why edits are not in the journal now, or that it is not where it was, one sentence; null where all is well. */
  get warning(): string | null {
    const { fault, moved } = this.journal;
    if (fault !== null) return `修改暂时没有记入恢复日志：${fault}；修改仍在界面上，请尽快保存或另存到别处。`;
    if (!moved) return null;
    const where = this.at === null ? '恢复日志' : `“${basename(this.at)}”旁的恢复日志`;
    return `${where}不在原处或被换掉了，全部修改已另记一份，没有丢；请检查文件夹是否被移走、删除或断开，并尽快保存或另存。`;
  }

  /** Saves; edits that come meanwhile are in the journal. Throws IssueFileError or InputError, one sentence. */
  async save(order: SaveOrder, done: (path: string) => void): Promise<KeptFile> {
    await this.journal.saving(order.path, order.revision, order.hash);
    this.writing = true;
    const kept = await this.write(order).finally(() => {
      this.writing = false;
    });
    // Told before the journal begins anew: it begins from what is kept now.
    done(kept.path);
    await this.journal.saved(this.places(), this.journal.edits - order.edits);
    return kept;
  }

  private async write(order: SaveOrder): Promise<KeptFile> {
    const { path, bytes, named } = order;
    if (path !== this.at) return this.saveAs(path, bytes, null);
    this.checkMayEdit();
    if (this.lock && !this.lock.held) {
      // We slept for a minute or the network was away: another may have it now.
      this.lock = null;
      const hold = await holdFile(path, this.settings);
      if (hold.kind === 'held') return this.saveVersion(bytes, wordsFor(hold.holder));
      this.heldBy(hold);
    }
    if (this.stamp === null) return this.saveVersion(bytes, null);
    try {
      this.stamp = await saveFile(path, bytes, this.stamp, this.settings.disk);
      return { path, note: null };
    } catch (error) {
      if (!(error instanceof ChangedUnderUs)) throw await this.fault(path, error);
      if (error.change === 'changed') return this.saveVersion(bytes, null);
      if (named) return this.saveAs(path, bytes, null);
      throw new IssueFileError(
        `“${basename(path)}”已不在原来的位置，可能被删除或移走；${await this.safe('')}，请另存为。`,
      );
    }
  }

  /** Both versions are kept: theirs where it is, ours beside it. */
  private async saveVersion(bytes: Uint8Array, holder: string | null): Promise<KeptFile> {
    const theirs = this.at!;
    const { disk, editor } = this.settings;
    for (let count = 1; ; count++) {
      const path = versionOf(theirs, editor.who, count);
      if (await disk.facts(path).catch(() => null)) continue;
      const by = holder === null ? '在别处被改动过' : `现由${holder}编辑`;
      return this.saveAs(
        path,
        bytes,
        `“${basename(theirs)}”${by}，没有覆盖它；这里的内容另存为“${basename(path)}”，两份都在，请对照。`,
      );
    }
  }

  private async saveAs(path: string, bytes: Uint8Array, note: string | null): Promise<KeptFile> {
    const again = path === this.at && this.lock?.held === true;
    const hold = again ? null : await holdFile(path, this.settings);
    if (hold?.kind === 'held')
      throw new InputError(`“${basename(path)}”正由${wordsFor(hold.holder)}编辑，请另存为别的名字。`);
    try {
      this.stamp = await saveFile(path, bytes, null, this.settings.disk);
    } catch (error) {
      if (hold?.kind === 'taken') await hold.lock.release();
      if (error instanceof ChangedUnderUs)
        throw new InputError(`已有“${basename(path)}”，没有覆盖它，请另存为别的名字。`);
      throw await this.fault(path, error);
    }
    if (hold) {
      await this.lock?.release();
      this.lock = null;
      this.reading = null;
      if (this.poll) clearInterval(this.poll);
      this.poll = null;
      this.heldBy(hold);
    }
    this.at = path;
    return { path, note };
  }

  private async fault(path: string, error: unknown): Promise<Error> {
    const isThere = await this.isAsRead().catch(() => false);
    return diskFault('存不下', path, error, await this.safe(isThere ? '原文件没有动过，' : ''));
  }

  /** What is safe: said of the journal only where a flush has just shown it. */
  private async safe(file: string): Promise<string> {
    if (this.places().length === 0 || this.journal.edits === 0) return `${file}内容仍在界面上`;
    this.writing = false;
    await this.journal.flush();
    const { fault } = this.journal;
    return fault === null
      ? `${file}修改仍在界面上，也在恢复日志里`
      : `${file}修改仍在界面上，恢复日志却也写不下（${fault}），请先不要退出`;
  }

  /** `drop`: there is nothing unsaved, or it is not wanted. `keep`: it is offered at the next start. */
  async close(unsaved: 'drop' | 'keep'): Promise<void> {
    if (this.poll) clearInterval(this.poll);
    this.poll = null;
    if (unsaved === 'drop') await this.journal.end();
    else await this.journal.leave();
    await this.lock?.release();
    this.lock = null;
  }
}

const wordsFor = (holder: Editor | null): string =>
  holder === null ? '另一个人' : `${holder.who.slice(0, 40)}（${holder.host.slice(0, 60)}）`;
