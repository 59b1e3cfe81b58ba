/**
 * A host's session with its windows: one desk with the issue that the pages edit, and what is done with it. Edits are
 * here; opening and saving, safety, imports, versions and prints each have a file under session/.
 *
 * A window has a number (SessionDesk): whoever writes gives it, and an older one is refused. The host itself, which
 * saves at the closing of a window, gives none.
 */
import type { NewFromRequest } from '../../core/contract/archive-channels.ts';
import type {
  ArchivedIssue,
  BrokenPicture,
  ByWindow,
  EditRequest,
  FlushedEdits,
  ImportedFile,
  NewIssueRequest,
  OpenedIssueMessage,
  PageWork,
  Recovery,
  RestateRequest,
  SavedIssue,
  SaveRequest,
  StatedIssue,
  TakenEdit,
} from '../../core/contract/ipc.ts';
import type { Publication } from '../../core/publication/publication.ts';
import { ArchiveDesk } from '../archive/archive-desk.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import type { UserFace } from '../fonts/user-face.ts';
import {
  checkPictures,
  checkStated,
  isEdited,
  keptState,
  type MadePdf,
  type SessionIssue,
  type SessionServices,
  taken,
} from './desk.ts';
import { SessionDesk } from './session-desk.ts';
import { type FilePlace, SessionFiles } from './session-files.ts';
import { SessionImports } from './session-imports.ts';
import { SessionPrints } from './session-prints.ts';
import { SessionRescue } from './session-rescue.ts';
import { SessionSafety } from './session-safety.ts';
import { SessionVersions } from './session-versions.ts';

export type {
  IssueToDraw,
  PressCopy,
  SafetyServices,
  SessionIssue,
  SessionServices,
} from './desk.ts';
export { stateHash };

/** A request of a window; without its number, one of the host itself. */
type Asked<Request extends ByWindow> = Omit<Request, 'editor'> & Partial<ByWindow>;

export class Session {
  /** Past issues. */
  readonly past = new ArchiveDesk(async () => (await this.desk.archive()).path);
  readonly versions: SessionVersions;
  readonly prints: SessionPrints;
  private readonly desk: SessionDesk;
  private readonly files: SessionFiles;
  private readonly safety: SessionSafety;
  private readonly rescues: SessionRescue;
  private readonly imports: SessionImports;

  constructor(
    /** What the window calls the issue that it was opened on. */
    readonly fileName: string,
    services: SessionServices,
  ) {
    this.desk = new SessionDesk(fileName, services);
    this.files = new SessionFiles(this.desk, this.past);
    this.safety = new SessionSafety(this.desk, this.files);
    this.rescues = new SessionRescue(this.desk, this.files);
    this.imports = new SessionImports(this.desk);
    this.versions = new SessionVersions(this.desk, this.files);
    this.prints = new SessionPrints(this.desk, this.files, this.versions);
  }

  get uploads() {
    return this.imports.uploads;
  }

  /** The issue with its edits. */
  async opened(): Promise<SessionIssue> {
    const { issue, pictures, problems, path } = await this.desk.get();
    return { issue, pictures, problems, ...(path === null ? {} : { path }) };
  }

  /** The issue for a window that has just come: it has it from now on, and the one before it writes no more. */
  message(): Promise<OpenedIssueMessage> {
    return this.desk.welcome();
  }

  /** True where closing would lose edits. */
  async hasUnsavedEdits(): Promise<boolean> {
    const desk = await this.desk.ifOpen();
    return desk !== null && isEdited(desk);
  }

  /** Answers whether it was taken: where it was not, nothing has changed, and the revision is the host's. */
  async edit({ revision, patches, name, editor }: Asked<EditRequest>): Promise<TakenEdit> {
    (await this.desk.get()).keeper.checkMayEdit();
    const { applyCheckedPatches } = await import('../files/issue-patches.ts');
    const desk = await this.desk.get();
    this.desk.checkEditor(editor);
    if (revision !== desk.revision + 1) return { taken: false, revision: desk.revision };
    const next = applyCheckedPatches(desk.issue, patches);
    checkPictures(desk, next);
    desk.issue = next;
    desk.revision = revision;
    desk.keeper.edited(revision, name ?? null, patches);
    return taken(desk);
  }

  async restate({ revision, issue, editor }: Asked<RestateRequest>): Promise<TakenEdit> {
    (await this.desk.get()).keeper.checkMayEdit();
    const { readIssue } = await import('../../core/file/issue-schema.ts');
    const desk = await this.desk.get();
    this.desk.checkEditor(editor);
    const read = readIssue(issue);
    if ('fault' in read) throw new InputError(`界面上的一期有误：${read.fault}，请撤销最近的修改后再试。`);
    checkPictures(desk, read.issue);
    desk.issue = read.issue;
    desk.revision = revision;
    desk.keeper.restated(revision, read.issue);
    return taken(desk);
  }

  save({ editor, ...request }: Asked<SaveRequest>): Promise<SavedIssue> {
    return this.desk.inTurn(async () => {
      const desk = await this.desk.get();
      this.desk.checkEditor(editor);
      checkStated(desk, request);
      return this.files.write(desk, request.as);
    });
  }

  /** Saves the host's own copy, as it is: what a window that closes asks for. */
  saveAsItIs(): Promise<SavedIssue> {
    return this.desk.inTurn(async () => this.files.write(await this.desk.get(), null));
  }

  newIssue(request: NewIssueRequest, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.files.newIssue(request));
  }

  newFrom(request: NewFromRequest, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.files.newFrom(request));
  }

  openFile(file: FilePlace, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.files.open(file));
  }

  /** The backup of a file that does not open, unsaved. */
  openBackup(file: FilePlace, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.rescues.openBackup(file));
  }

  /** What is whole of a file that does not open, unsaved. */
  rescue(file: FilePlace, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.rescues.rescue(file));
  }

  /** Opens unsaved work. */
  recover(id: string, editor?: number): Promise<OpenedIssueMessage> {
    return this.turn(editor, () => this.safety.recover(id));
  }

  private async turn(editor: number | undefined, open: () => Promise<void>): Promise<OpenedIssueMessage> {
    await this.desk.checkMayTurn(editor);
    await open();
    return this.desk.welcome();
  }

  recoveries(): Promise<readonly Recovery[]> {
    return this.safety.recoveries();
  }

  give(work: PageWork): Promise<void> {
    return this.desk.inTurn(() => this.safety.give(work));
  }

  dropRecovery(id: string): Promise<void> {
    return this.safety.dropRecovery(id);
  }

  /** The window that asks stays what it is: two that read both ask every few seconds. */
  takeLock(): Promise<Omit<OpenedIssueMessage, 'editor'>> {
    return this.desk.inTurn(async () => {
      await this.safety.takeLock();
      return this.desk.message();
    });
  }

  /** Before the program ends. `drop`: the editor wants nothing of what is not saved. */
  async close(unsaved: 'drop' | 'keep'): Promise<void> {
    const desk = await this.desk.ifOpen();
    const keep = unsaved === 'keep' && desk !== null && isEdited(desk);
    if (desk) await desk.keeper.close(keep ? 'keep' : 'drop');
    if (desk && !keep) await this.files.tidy();
    // A window that is opened once more (macOS) begins with what is kept.
    if (unsaved === 'drop') this.desk.forget();
    await this.past.close();
  }

  /** Returns when every edit so far is in the journal on the disk, or says why not. */
  async flushed(): Promise<FlushedEdits> {
    const desk = await this.desk.ifOpen();
    if (!desk) return { revision: null };
    const { revision, keeper } = desk;
    await keeper.flush();
    return { revision: keeper.unkept ? null : revision, ...keptState(keeper) };
  }

  importFile(upload: string): Promise<ImportedFile> {
    return this.imports.importFile(upload);
  }

  async archiveFacts(): Promise<readonly ArchivedIssue[]> {
    return (await this.desk.archive()).facts();
  }

  savePublication(publication: Publication): Promise<void> {
    return this.desk.inTurn(() => this.files.savePublication(publication));
  }

  exportPdf(
    { editor, ...stated }: StatedIssue & Partial<ByWindow>,
    pages: readonly number[],
  ): Promise<MadePdf> {
    return this.prints.export(stated, editor, pages);
  }

  makePdf(pages: readonly number[]): Promise<MadePdf> {
    return this.prints.makePdf(pages);
  }

  exported(fileName: string): Uint8Array | null {
    return this.prints.exported(fileName);
  }

  /** The bytes of a picture of this issue, or of one that was imported for it; null for anything else. */
  async picture(id: string): Promise<Uint8Array | null> {
    return (await this.desk.ifOpen())?.pictures.get(id) ?? null;
  }

  /** Those of the issue that cannot be printed: judged once, and remembered. */
  async brokenPictures(): Promise<readonly BrokenPicture[]> {
    const { issue, pictures } = await this.desk.get();
    const { pictureFaults } = await import('../pictures/broken-pictures.ts');
    return [...(await pictureFaults(issue, pictures))].map(([id, fault]) => ({ id, fault }));
  }

  userFace(id: string): UserFace | null {
    return this.desk.services.userFace?.(id) ?? null;
  }
}
