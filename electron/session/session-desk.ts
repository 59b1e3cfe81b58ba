/**
 * The one desk of a session: opened by the first who asks, so that a window is up before a large import is done, and
 * given up for another issue's.
 *
 * Edits are numbered. An issue that is opened or made begins at a number that no edit of the one before can reach,
 * so that a late edit of that one is out of step instead of changing this one. Windows are numbered as well: two
 * pages may be open on one host, and only the one that was answered last may write (`checkEditor`).
 */
import { basename } from 'node:path';
import { otherWindow } from '../../core/contract/fault.ts';
import type { OpenedIssueMessage } from '../../core/contract/ipc.ts';
import { issueFileOf } from '../../core/file/issue-file.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import type { ArchiveFolder } from '../files/archive-folder.ts';
import { nodeDisk } from '../files/disk.ts';
import type { Hold, KeeperSettings, Kept } from '../files/issue-keeper.ts';
import { type Desk, isEdited, type SessionIssue, type SessionServices } from './desk.ts';
import { printedFacts } from './printed-facts.ts';

/** Edits of one issue are fewer. */
const REVISIONS_OF_AN_ISSUE = 1_000_000;

export class SessionDesk {
  private opening: Promise<Desk> | null = null;
  /** The last write: writes follow one another. */
  private writing: Promise<unknown> = Promise.resolve();
  /** Of the window that was answered last. */
  private editor = 0;
  /** The desk where it is open at this moment. */
  now: Desk | null = null;

  constructor(
    /** What the window calls the issue that it was opened on. */
    private readonly fileName: string,
    readonly services: SessionServices,
  ) {}

  get(): Promise<Desk> {
    this.opening ??= this.firstDesk().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** Null while nothing was asked for, and where it could not be opened. */
  ifOpen(): Promise<Desk | null> {
    return (this.opening ?? Promise.resolve(null)).catch(() => null);
  }

  /** The next who asks begins with what is kept. */
  forget(): void {
    this.opening = null;
    this.now = null;
  }

  private async firstDesk(): Promise<Desk> {
    const { opens = null } = this.services;
    // First the lock, then the file: what another saved in between would be lost on us.
    const held = opens === null ? null : await this.hold(opens);
    try {
      // Loaded while the issue is read.
      const [opened, settings] = await Promise.all([this.services.open(), this.settings()]);
      const { path = null } = opened;
      const { stampOf } = await import('../files/file-stamp.ts');
      const stamp = opened.stamp ?? (path === null ? null : await stampOf(path, settings.disk));
      const hold = held ?? (await this.hold(path));
      const left = hold.kind === 'held' ? [] : await this.workLeftOf(path);
      const problems = [...left, ...opened.problems];
      return await this.newDesk({ ...opened, problems }, { path, stamp, hold }, this.fileName, 0);
    } catch (error) {
      if (held?.kind === 'taken') await held.lock.release();
      throw error;
    }
  }

  private async hold(path: string | null): Promise<Hold> {
    const { holdFile } = await import('../files/issue-keeper.ts');
    return holdFile(path, await this.settings());
  }

  /** That work on this very file waits in a journal, for the problems of the file that is opened. */
  async workLeftOf(path: string | null): Promise<readonly Problem[]> {
    if (path === null) return [];
    const { disk, editor } = await this.settings();
    const { hasJournals } = await import('../files/begun-journals.ts');
    const { journalStemOf, lockOf } = await import('../files/beside.ts');
    if (!(await hasJournals(journalStemOf(path), disk).catch(() => false))) return [];
    const { findWork } = await import('../files/recovery.ts');
    const own = { notThese: new Set<string>(), ownLocks: new Set([lockOf(path)]) };
    const { work } = await findWork({ disk, editor, unsaved: null, folders: [], files: [path], ...own });
    const message = `“${basename(path)}”上次有没有保存的修改，还在恢复日志里，请用“找回没有保存的工作”查看。`;
    return work.length === 0 ? [] : [{ kind: 'recognition', severity: 'warning', message }];
  }

  async settings(): Promise<KeeperSettings> {
    const { unsaved = null, away = null, disk = nodeDisk, editor, pace } = this.services.safety ?? {};
    const [{ thisEditor }, { USUAL_PACE }] = await Promise.all([
      import('../files/lock.ts'),
      import('../files/journal-pace.ts'),
      import('../files/issue-keeper.ts'),
    ]);
    return { disk, unsaved, away, editor: editor ?? thisEditor(), pace: pace ?? USUAL_PACE };
  }

  private async newDesk(
    { issue, pictures, problems, file = issueFileOf(issue, pictures) }: SessionIssue,
    kept: Kept,
    fileName: string,
    revision: number,
  ): Promise<Desk> {
    const { IssueKeeper } = await import('../files/issue-keeper.ts');
    const keeper = new IssueKeeper(await this.settings(), kept, () => ({
      file: desk.path,
      fileName: desk.fileName,
      base: desk.path === null || desk.kept === null ? null : stateHash(desk.kept),
      besidesFrom: desk.besidesFrom,
      revision: desk.revision,
      issue: desk.issue,
      pictures: desk.pictures,
      kept: new Set(desk.path === null ? [] : desk.kept?.pictures.map(({ id }) => id)),
    }));
    const { path } = kept;
    const { prints, versions, others, minor } = file;
    const desk: Desk = {
      issue,
      revision,
      fileName,
      path,
      kept: issue,
      besidesFrom: null,
      keeper,
      besides: { prints, versions, others, minor },
      pictures: new Map([...file.pictures, ...pictures]),
      problems,
      made: null,
    };
    this.now = desk;
    return desk;
  }

  /** Another issue takes the desk. What was not saved is given up: the page has asked. */
  async turnTo(opened: SessionIssue, kept: Kept, fileName: string): Promise<Desk> {
    const before = await this.ifOpen();
    const block = before === null ? 0 : Math.floor(before.revision / REVISIONS_OF_AN_ISSUE) + 1;
    await before?.keeper.close('drop');
    this.opening = this.newDesk(opened, kept, fileName, block * REVISIONS_OF_AN_ISSUE);
    return this.opening;
  }

  /** The desk's issue for a window that has just come: from now on only that one writes. */
  async welcome(): Promise<OpenedIssueMessage> {
    const message = await this.message();
    return { ...message, editor: ++this.editor };
  }

  /** The desk's issue for a window that goes on as it is. */
  async message(): Promise<Omit<OpenedIssueMessage, 'editor'>> {
    const desk = await this.get();
    const { issue, fileName, problems, revision, path } = desk;
    const file = path === null ? null : await this.nameOf(path);
    const saved = path !== null && !isEdited(desk);
    const lock = desk.keeper.lockFacts;
    const { work } = desk.keeper;
    return { issue, fileName, problems, revision, file, saved, lock, printed: printedFacts(desk), work };
  }

  /** Throws other-window where a later window has the issue; undefined is the host itself. */
  checkEditor(editor: number | undefined): void {
    if (editor !== undefined && editor !== this.editor) throw otherWindow();
  }

  /** Throws where another window's unsaved work would go with the desk's issue. */
  async checkMayTurn(editor: number | undefined): Promise<void> {
    if (editor === undefined || editor === this.editor) return;
    const desk = await this.ifOpen();
    if (desk && isEdited(desk))
      throw new InputError('另一个窗口里还有没有保存的修改，没有换成别的一期，请先在那个窗口保存。');
  }

  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.writing.then(work);
    this.writing = result.catch(() => undefined);
    return result;
  }

  archive(): Promise<ArchiveFolder> {
    if (!this.services.archive) throw new InputError('没有指定归档文件夹，请指定后重新启动。');
    return this.services.archive();
  }

  archiveIfAny(): Promise<ArchiveFolder | null> {
    return this.services.archive?.() ?? Promise.resolve(null);
  }

  async nameOf(path: string): Promise<string> {
    return (await this.archiveIfAny())?.nameOf(path) ?? path;
  }
}
