/**
 * What a host holds for its one window: its own copy of the issue with its pictures, which the page's edits are
 * applied to and which is saved and exported; files that wait to be imported; the last file that it made. Opening
 * happens once, on the first request, so a window is up before a large import is done.
 *
 * Edits are numbered. An issue that is opened or made begins at a number that no edit of the one before can reach,
 * so that a late edit of that one is out of step instead of changing this one.
 */
import { basename, dirname } from 'node:path';
import type { NewFromRequest } from '../core/contract/archive-channels.ts';
import type {
  ArchivedIssue,
  EditRequest,
  ImportedFile,
  NewIssueRequest,
  OpenedIssueMessage,
  Recovery,
  RestateRequest,
  SavedIssue,
  SaveRequest,
  StatedIssue,
  TakenEdit,
} from '../core/contract/ipc.ts';
import { OUT_OF_STEP } from '../core/contract/out-of-step.ts';
import { canonicalJson } from '../core/file/canonical-json.ts';
import { type IssueFile, issueFileOf } from '../core/file/issue-file.ts';
import { EMPTY_IMPRINT, EMPTY_STAFF, type Issue, type PictureId } from '../core/issue/issue.ts';
import type { Problem } from '../core/issue/problem.ts';
import { PUBLICATIONS } from '../core/publication/profiles/profiles.ts';
import type { Publication } from '../core/publication/publication.ts';
import { ArchiveDesk } from './archive/archive-desk.ts';
import type { ArchiveFolder, HouseProfile } from './files/archive-folder.ts';
import { type Disk, nodeDisk } from './files/disk.ts';
import type { FileStamp } from './files/file-stamp.ts';
import type { Hold, IssueKeeper, KeeperSettings, Kept } from './files/issue-keeper.ts';
import type { JournalPace } from './files/journal.ts';
import type { Editor } from './files/lock.ts';
import type { FoundWork } from './files/recovery.ts';
import type { UserFace } from './fonts/user-face.ts';
import { fileFault, InputError } from './input-error.ts';
import { stateHash } from './state-hash.ts';
import { Uploads } from './uploads.ts';

export interface SessionIssue {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  readonly problems: readonly Problem[];
  /** The issue file that it is kept in; absent for what has none yet. */
  readonly path?: string;
  /** The issue file that was opened; absent for what comes from none. */
  readonly file?: IssueFile;
  /** Of the file before it was read; absent: it is taken now. */
  readonly stamp?: FileStamp;
}

/** How work is kept safe; what is absent is the usual. */
export interface SafetyServices {
  /** The folder of unsaved work; absent: an issue never saved has no journal. */
  readonly unsaved?: string;
  readonly disk?: Disk;
  readonly editor?: Editor;
  readonly pace?: JournalPace;
}

/** What the desktop host and the browser host do differently, and what tests replace. */
export interface SessionServices {
  readonly open: () => Promise<SessionIssue>;
  readonly makePdf: (opened: SessionIssue, pages: readonly number[]) => Promise<Uint8Array>;
  /** A face of the editor's own fonts; null where there is none of that identifier. */
  readonly userFace?: (id: string) => UserFace | null;
  /** Where issues are kept; absent: nothing can be saved. Loaded by the first who asks. */
  readonly archive?: () => Promise<ArchiveFolder>;
  readonly safety?: SafetyServices;
}

/** The host's copy, which edits replace part by part. */
interface Desk {
  issue: Issue;
  revision: number;
  fileName: string;
  path: string | null;
  /** The issue as it was opened or last saved; null for recovered work that no file holds. */
  kept: Issue | null;
  readonly keeper: IssueKeeper;
  /** Prints, versions and what else the file has besides the issue: saved with it. */
  besides: Omit<IssueFile, 'issue' | 'pictures'>;
  /** Bytes of all pictures that were opened or imported, also of those that the issue has no more: undo brings them back. */
  readonly pictures: Map<PictureId, Uint8Array>;
  problems: readonly Problem[];
}

/** Edits of one issue are fewer. */
const REVISIONS_OF_AN_ISSUE = 1_000_000;

/** Pictures of one session altogether: what an issue file may hold. */
const MOST_PICTURE_BYTES = 1_000_000_000;

export { stateHash };

export class Session {
  readonly uploads = new Uploads();
  /** Past issues. */
  readonly past = new ArchiveDesk(async () => (await this.archive()).path);
  private opening: Promise<Desk> | null = null;
  private made: { readonly fileName: string; readonly bytes: Uint8Array } | null = null;
  /** The last write: writes follow one another. */
  private writing: Promise<unknown> = Promise.resolve();
  /** Journals that were given up, by their stems (journal.ts). */
  private readonly dropped: string[] = [];

  constructor(
    /** What the window calls the issue that it was opened on. */
    readonly fileName: string,
    private readonly services: SessionServices,
  ) {}

  /** The issue with its edits. */
  async opened(): Promise<SessionIssue> {
    const { issue, pictures, problems, path } = await this.desk();
    return { issue, pictures, problems, ...(path === null ? {} : { path }) };
  }

  private desk(): Promise<Desk> {
    this.opening ??= this.firstDesk().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async firstDesk(): Promise<Desk> {
    // Loaded while the issue is read.
    const [opened, settings] = await Promise.all([this.services.open(), this.settings()]);
    const { path = null } = opened;
    const [{ holdFile }, { stampOf }] = await Promise.all([
      import('./files/issue-keeper.ts'),
      import('./files/file-stamp.ts'),
    ]);
    const stamp = opened.stamp ?? (path === null ? null : await stampOf(path, settings.disk));
    const kept = { path, stamp, hold: await holdFile(path, settings) };
    return this.newDesk(opened, kept, this.fileName, 0);
  }

  private async settings(): Promise<KeeperSettings> {
    const { unsaved = null, disk = nodeDisk, editor, pace } = this.services.safety ?? {};
    const [{ thisEditor }, { USUAL_PACE }] = await Promise.all([
      import('./files/lock.ts'),
      import('./files/journal.ts'),
      import('./files/issue-keeper.ts'),
    ]);
    return { disk, unsaved, editor: editor ?? thisEditor(), pace: pace ?? USUAL_PACE };
  }

  private async newDesk(
    { issue, pictures, problems, file = issueFileOf(issue, pictures) }: SessionIssue,
    kept: Kept,
    fileName: string,
    revision: number,
  ): Promise<Desk> {
    const { IssueKeeper } = await import('./files/issue-keeper.ts');
    const keeper = new IssueKeeper(await this.settings(), kept, () => ({
      file: desk.path,
      fileName: desk.fileName,
      base: desk.path === null || desk.kept === null ? null : stateHash(desk.kept),
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
      keeper,
      besides: { prints, versions, others, minor },
      pictures: new Map([...file.pictures, ...pictures]),
      problems,
    };
    return desk;
  }

  async message(): Promise<OpenedIssueMessage> {
    const desk = await this.desk();
    const { issue, fileName, problems, revision, path } = desk;
    const file = path === null ? null : await this.nameOf(path);
    const saved = path !== null && !isEdited(desk);
    return { issue, fileName, problems, revision, file, saved, lock: desk.keeper.lockFacts };
  }

  /** True where closing would lose edits. */
  async hasUnsavedEdits(): Promise<boolean> {
    return this.opening !== null && isEdited(await this.opening);
  }

  async newIssue({ publication: id, format, masthead }: NewIssueRequest): Promise<OpenedIssueMessage> {
    const { profile, problems } = await this.profile(id);
    const given = {
      publication: profile.publication,
      format,
      masthead,
      imprint: EMPTY_IMPRINT,
      stories: [],
      pages: [{ name: '要闻', staff: EMPTY_STAFF, frames: [] }],
      pictures: profile.pictures,
    };
    const { readIssue } = await import('../core/file/issue-schema.ts');
    const read = readIssue(given);
    if ('fault' in read) throw new InputError(`新的一期没有建成：${read.fault}，请改正后再试。`);
    const { issueFileName } = await import('./files/archive-name.ts');
    const fileName = basename(issueFileName(masthead));
    const opened = { issue: read.issue, pictures: profile.bytes, problems };
    return this.turnTo(opened, { path: null, stamp: null, hold: { kind: 'none' } }, fileName);
  }

  /** A new issue after a past one of the archive. */
  async newFrom(request: NewFromRequest): Promise<OpenedIssueMessage> {
    const begun = await this.past.newFrom(request);
    await checkComplete(begun.issue, '新的一期没有建成');
    const { issueFileName } = await import('./files/archive-name.ts');
    const fileName = basename(issueFileName(begun.issue.masthead));
    return this.turnTo(begun, { path: null, stamp: null, hold: { kind: 'none' } }, fileName);
  }

  /** The house's own profile, else the built-in one; one that cannot be read is told and left alone. */
  private async profile(
    id: string,
  ): Promise<{ readonly profile: HouseProfile; readonly problems: readonly Problem[] }> {
    const builtIn = PUBLICATIONS.find((publication) => publication.id === id);
    const fallback = builtIn && { publication: builtIn, pictures: [], bytes: new Map() };
    try {
      const own = (await (await this.services.archive?.())?.profile(id)) ?? null;
      const profile = own ?? fallback;
      if (!profile) throw new InputError(`没有刊物“${id.slice(0, 40)}”，请换一种刊物。`);
      return { profile, problems: [] };
    } catch (error) {
      if (!fallback || !(error instanceof InputError)) throw error;
      const message = `${error.message.replace(/。$/, '')}；这一期用了程序自带的刊物样式。`;
      return { profile: fallback, problems: [{ kind: 'recognition', severity: 'warning', message }] };
    }
  }

  /** Opens a file of the archive by its name there, or one by its whole path. */
  async openFile(
    file: { readonly archived: string } | { readonly path: string },
  ): Promise<OpenedIssueMessage> {
    const path = 'path' in file ? file.path : (await this.archive()).place(file.archived);
    return this.turnToFile(path);
  }

  private async turnToFile(path: string): Promise<OpenedIssueMessage> {
    const { readStampedIssueFile } = await import('./files/issue-store.ts');
    const settings = await this.settings();
    // First the lock, then the file: what another saved in between would be lost on us.
    const hold = await this.holdFor(path);
    try {
      const { file, stamp } = await readStampedIssueFile(path, settings.disk);
      return await this.turnTo({ ...file, file, problems: [] }, { path, stamp, hold }, basename(path));
    } catch (error) {
      await this.giveBack(hold, path);
      throw error;
    }
  }

  /** The lock of a file: that of the desk where it is the desk's own. */
  private async holdFor(path: string): Promise<Hold> {
    const { holdFile } = await import('./files/issue-keeper.ts');
    const desk = await this.deskIfOpen();
    if (desk?.path === path && desk.keeper.lockFacts?.mine) return desk.keeper.handOver();
    return holdFile(path, await this.settings());
  }

  private async giveBack(hold: Hold, path: string): Promise<void> {
    const desk = await this.deskIfOpen();
    if (desk?.path === path) desk.keeper.takeBack(hold);
    else if (hold.kind === 'taken') await hold.lock.release();
  }

  private deskIfOpen(): Promise<Desk | null> {
    return (this.opening ?? Promise.resolve(null)).catch(() => null);
  }

  private async turnTo(opened: SessionIssue, kept: Kept, fileName: string): Promise<OpenedIssueMessage> {
    const before = await this.deskIfOpen();
    const block = before === null ? 0 : Math.floor(before.revision / REVISIONS_OF_AN_ISSUE) + 1;
    // What was not saved is given up: the page has asked.
    await before?.keeper.close('drop');
    this.opening = this.newDesk(opened, kept, fileName, block * REVISIONS_OF_AN_ISSUE);
    this.made = null;
    return this.message();
  }

  /** Work that was left unsaved, the latest first. */
  async recoveries(): Promise<readonly Recovery[]> {
    const { recoverySummary, lastEditWords, charactersChanged } = await import('./files/recovery-words.ts');
    const archive = await this.services.archive?.();
    return (await this.foundWork()).map((work) => {
      const { id, path, fileName, issue, inFile, goesOn, modified, edits } = work;
      const lastEdit = lastEditWords(work.last);
      const characters = charactersChanged(inFile?.file.issue ?? null, issue);
      const changed = `“${fileName}”在这些修改之后又被改动过，恢复的内容保存时会另存一份，不会覆盖它。`;
      const gone = `“${fileName}”已不在原处或打不开，恢复后请另存为。`;
      const warning = path === null || goesOn ? null : inFile === null ? gone : changed;
      const file = path === null ? null : (archive?.nameOf(path) ?? path);
      const summary = recoverySummary(edits, lastEdit, characters);
      return { id, file, fileName, edits, lastEdit, lastAt: modified, characters, summary, warning };
    });
  }

  private async foundWork(): Promise<readonly FoundWork[]> {
    const { findWork } = await import('./files/recovery.ts');
    const { disk, editor, unsaved } = await this.settings();
    const desk = await this.deskIfOpen();
    const archive = await this.services.archive?.();
    const own = desk?.keeper.own;
    return findWork({
      disk,
      editor,
      unsaved,
      folders: archive ? [archive.path] : [],
      files: desk?.path ? [desk.path] : [],
      notThese: new Set(own?.journals),
      ownLocks: new Set(own?.lock ? [own.lock] : []),
    });
  }

  private async workOf(id: string): Promise<FoundWork> {
    const work = (await this.foundWork()).find((each) => each.id === id);
    if (!work) throw new InputError('这份未保存的内容已不在，可能已在别处恢复，请重新查看列表。');
    return work;
  }

  /** The issue as the journal has it, unsaved; its journal goes on. */
  async recover(id: string): Promise<OpenedIssueMessage> {
    const work = await this.workOf(id);
    const { recoverPictures } = await import('./files/recovery.ts');
    const { disk } = await this.settings();
    const { issue, pictures, missing } = await recoverPictures(work, disk);
    const { inFile, goesOn } = work;
    const path = inFile === null ? null : work.path;
    const hold: Hold = path === null ? { kind: 'none' } : await this.holdFor(path);
    if (path !== null && hold.kind === 'held') {
      throw new InputError(`“${work.fileName}”正由别人编辑，没有恢复，请等对方关闭后再试。`);
    }
    const problems = missing.map((name) => ({
      kind: 'missing-picture' as const,
      severity: 'warning' as const,
      message: `图片“${name.slice(0, 60)}”的内容没有找回，请把图片重新拖入一次。`,
    }));
    const stamp = goesOn ? (inFile?.stamp ?? null) : null;
    const kept = { path, stamp, hold, recoveredFrom: work.journal };
    const file = inFile ? { file: inFile.file } : {};
    await this.turnTo({ issue, pictures, problems, ...file }, kept, work.fileName);
    const desk = await this.desk();
    desk.kept = inFile?.file.issue ?? null;
    desk.keeper.carry(Math.max(1, work.edits), work.last, work.stretch);
    await desk.keeper.flush();
    return this.message();
  }

  async dropRecovery(id: string): Promise<void> {
    const work = await this.workOf(id);
    const { dropWork } = await import('./files/recovery.ts');
    await dropWork(work, (await this.settings()).disk);
    this.dropped.push(work.stem);
  }

  /** Asks for the file to edit; it is read again where the other has saved it. */
  takeLock(): Promise<OpenedIssueMessage> {
    return this.inTurn(async () => {
      const desk = await this.desk();
      const { path, keeper } = desk;
      if (path === null || !(await keeper.askForLock()) || isEdited(desk)) return this.message();
      return (await keeper.isAsRead()) ? this.message() : this.turnToFile(path);
    });
  }

  /** Before the program ends. `drop`: the editor wants nothing of what is not saved. */
  async close(unsaved: 'drop' | 'keep'): Promise<void> {
    const desk = await this.deskIfOpen();
    if (desk) await desk.keeper.close(unsaved === 'keep' && isEdited(desk) ? 'keep' : 'drop');
    // A window that is opened once more (macOS) begins with what is kept.
    if (unsaved === 'drop') this.opening = null;
    await this.past.close();
  }

  /** Returns when every edit so far is in the journal on the disk, or the next edit's answer says why not. */
  async flushed(): Promise<void> {
    await (await this.deskIfOpen())?.keeper.flush();
  }

  /** Answers the number of the last edit taken: another than the request's means out of step. */
  async edit({ revision, patches, name }: EditRequest): Promise<TakenEdit> {
    (await this.desk()).keeper.checkMayEdit();
    const { applyCheckedPatches } = await import('./issue-patches.ts');
    const desk = await this.desk();
    if (revision !== desk.revision + 1) return { revision: desk.revision };
    const next = applyCheckedPatches(desk.issue, patches);
    checkPictures(desk, next);
    desk.issue = next;
    desk.revision = revision;
    desk.keeper.edited(revision, name ?? null, patches);
    return taken(desk);
  }

  async restate({ revision, issue }: RestateRequest): Promise<TakenEdit> {
    (await this.desk()).keeper.checkMayEdit();
    const { readIssue } = await import('../core/file/issue-schema.ts');
    const read = readIssue(issue);
    if ('fault' in read) throw new InputError(`界面上的一期有误：${read.fault}，请撤销最近的修改后再试。`);
    const desk = await this.desk();
    checkPictures(desk, read.issue);
    desk.issue = read.issue;
    desk.revision = revision;
    desk.keeper.restated(revision, read.issue);
    return taken(desk);
  }

  save(request: SaveRequest): Promise<SavedIssue> {
    return this.inTurn(async () => {
      const desk = await this.desk();
      checkStated(desk, request);
      return this.write(desk, request.as);
    });
  }

  /** Saves the host's own copy, as it is: what a window that closes asks for. */
  saveAsItIs(): Promise<SavedIssue> {
    return this.inTurn(async () => this.write(await this.desk(), null));
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.writing.then(work);
    this.writing = result.catch(() => undefined);
    return result;
  }

  private async write(desk: Desk, as: string | null): Promise<SavedIssue> {
    if (as === null) desk.keeper.checkMayEdit();
    // Together: an edit that comes from here on is not in this save.
    const { issue, pictures, revision } = desk;
    const { edits } = desk.keeper;
    await checkComplete(issue, '没有保存');
    const path = await this.placeFor(desk, as);
    const { packIssueFile } = await import('./files/issue-container.ts');
    const bytes = packIssueFile({ ...desk.besides, issue, pictures });
    const order = { path, bytes, revision, edits, hash: stateHash(issue), named: as !== null };
    const written = await desk.keeper.save(order, (at) => {
      desk.path = at;
      desk.fileName = basename(at);
      desk.kept = issue;
    });
    await this.removeDropped();
    const { note } = written;
    const file = await this.nameOf(written.path);
    return { file, fileName: desk.fileName, ...(note === null ? {} : { note }) };
  }

  /** What was given up is deleted when other work is safe. */
  private async removeDropped(): Promise<void> {
    if (this.dropped.length === 0) return;
    const { removeJournal } = await import('./files/journal-place.ts');
    const { disk } = await this.settings();
    for (const stem of this.dropped.splice(0))
      await removeJournal(stem, disk, 'dropped').catch(() => undefined);
  }

  /** Where the issue goes: nowhere that another file is. The folders on the way are made. */
  private async placeFor(desk: Desk, as: string | null): Promise<string> {
    if (as === null && desk.path !== null) return desk.path;
    const archive = await this.archive();
    const { issueFileName } = await import('./files/archive-name.ts');
    const path = archive.place(as ?? issueFileName(desk.issue.masthead));
    if (path === desk.path) return path;
    try {
      await (await this.settings()).disk.makeFolder(dirname(path));
    } catch (error) {
      throw fileFault(error, dirname(path)) ?? error;
    }
    if (await (await this.settings()).disk.facts(path).catch(() => null))
      throw new InputError(`归档文件夹里已有“${archive.nameOf(path)}”，没有覆盖它，请另存为别的名字。`);
    return path;
  }

  async importFile(upload: string): Promise<ImportedFile> {
    const desk = await this.desk();
    const file = this.uploads.take(upload);
    const { importFile } = await import('./import/import-file.ts');
    const { imported, pictures } = await importFile(file);
    let held = 0;
    for (const bytes of desk.pictures.values()) held += bytes.length;
    for (const [id, bytes] of pictures) if (!desk.pictures.has(id)) held += bytes.length;
    if (held > MOST_PICTURE_BYTES)
      throw new InputError(`“${file.name}”没有导入：这一期的图片合计超过了1 GB，请缩小图片后再用。`);
    for (const [id, bytes] of pictures) desk.pictures.set(id, bytes);
    return imported;
  }

  async archiveFacts(): Promise<readonly ArchivedIssue[]> {
    return (await this.archive()).facts();
  }

  /** The profile becomes the house's own, with the pictures that its head shows. */
  savePublication(publication: Publication): Promise<void> {
    return this.inTurn(async () => {
      const desk = await this.desk();
      const archive = await this.archive();
      const pictures = desk.issue.pictures.filter(({ id }) => id === publication.masthead?.nameplatePicture);
      const bytes = new Map(
        pictures.flatMap(({ id }) => {
          const content = desk.pictures.get(id);
          return content ? [[id, content] as const] : [];
        }),
      );
      await archive.saveProfile({ publication, pictures, bytes });
    });
  }

  /** The issue that the page means, as a PDF. Rejects with OUT_OF_STEP where the host has another. */
  async exportPdf(
    stated: StatedIssue,
    pages: readonly number[],
  ): Promise<{ fileName: string; bytes: Uint8Array }> {
    const desk = await this.desk();
    checkStated(desk, stated);
    await checkComplete(desk.issue, '没有导出');
    return this.makePdf(pages);
  }

  async makePdf(pages: readonly number[]): Promise<{ fileName: string; bytes: Uint8Array }> {
    const desk = await this.desk();
    const { issue, pictures, problems } = desk;
    const bytes = await this.services.makePdf({ issue, pictures, problems }, pages);
    const fileName = `${desk.fileName.replace(/\.[^.]*$/, '')}.pdf`;
    this.made = { fileName, bytes };
    return this.made;
  }

  /** The bytes of a picture of this issue, or of one that was imported for it; null for anything else. */
  async picture(id: string): Promise<Uint8Array | null> {
    if (!this.opening) return null;
    return (await this.opening).pictures.get(id) ?? null;
  }

  userFace(id: string): UserFace | null {
    return this.services.userFace?.(id) ?? null;
  }

  exported(fileName: string): Uint8Array | null {
    return this.made?.fileName === fileName ? this.made.bytes : null;
  }

  private archive(): Promise<ArchiveFolder> {
    if (!this.services.archive) throw new InputError('没有指定归档文件夹，请指定后重新启动。');
    return this.services.archive();
  }

  private async nameOf(path: string): Promise<string> {
    return (await this.services.archive?.())?.nameOf(path) ?? path;
  }
}

/** The answer to an edit that was taken. */
const taken = ({ revision, keeper: { warning } }: Desk): TakenEdit =>
  warning === null ? { revision } : { revision, warning };

/** Edits that were all taken back leave the issue as it was. */
const isEdited = ({ issue, kept }: Desk): boolean =>
  kept === null || (issue !== kept && canonicalJson(issue) !== canonicalJson(kept));

const checkStated = (desk: Desk, { revision, hash }: StatedIssue): void => {
  if (revision !== desk.revision || hash !== stateHash(desk.issue)) throw new InputError(OUT_OF_STEP);
};

/** The schema checked each part as it was edited; here is what binds them. */
const checkComplete = async (issue: Issue, outcome: string): Promise<void> => {
  const { readIssue } = await import('../core/file/issue-schema.ts');
  const read = readIssue(issue);
  if ('fault' in read) throw new InputError(`${outcome}：${read.fault}，请撤销最近的修改后再试。`);
};

/** A picture is named only after its bytes came: a file without them could not be written. */
const checkPictures = (desk: Desk, next: Issue): void => {
  if (next.pictures === desk.issue.pictures) return;
  const missing = next.pictures.find(({ id }) => !desk.pictures.has(id));
  if (missing)
    throw new InputError(`图片“${missing.name.slice(0, 60)}”的内容不在后台，请把图片重新拖入一次。`);
};
