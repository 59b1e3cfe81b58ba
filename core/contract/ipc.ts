/**
 * The contract between the page and the computer's side: every channel with its function type, and a
 * validator for everything that comes in from the page. Both ends and both transports (Electron IPC, HTTP on
 * loopback) are typed by `Contract`; a channel that is not named here does not exist. A channel that fails
 * rejects with a Fault (fault.ts): a code to decide by, and one Chinese sentence, fit to be shown as it is.
 *
 * Bytes (metric tables, fonts, pictures, a finished PDF, a file that the editor drops) do not cross here but
 * have addresses (addresses.ts).
 */
import * as z from 'zod';
import type { PictureFault } from '../check/picture-problems.ts';
import type { NamedIssue } from '../file/archive-name.ts';
import type { IssuePatch } from '../issue/edit.ts';
import type { NewImportNote } from '../issue/import-notes.ts';
import type { Issue, MastheadFacts, PictureId, PictureInfo, Story } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import {
  FORMAT_IDS,
  type FormatId,
  type Publication,
  type PublicationId,
} from '../publication/publication.ts';
import { ARCHIVE_ARGUMENTS, type ArchiveContract } from './archive-channels.ts';
import { invalidRequest } from './fault.ts';
import { type PrintedFacts, VERSION_ARGUMENTS, type VersionContract } from './version-channels.ts';

/** An issue as the page receives it. Problems are those of opening it; layout and import notes tell their own. */
export interface OpenedIssueMessage {
  readonly issue: Issue;
  /** What the window calls it, e.g. the first manuscript's name. */
  readonly fileName: string;
  readonly problems: readonly Problem[];
  /** Number of the last edit that the host has. Each opened issue begins at a number of its own. */
  readonly revision: number;
  /** The window's number, which it gives with everything that writes: an older window is refused with other-window. */
  readonly editor: number;
  /** Where it is kept: relative to the archive folder with `/`, or a whole path outside it; null for never saved. */
  readonly file: string | null;
  /** True where the file holds this very issue. */
  readonly saved: boolean;
  /** Who may edit the file; null where there is no file, or none can be locked in its folder. */
  readonly lock: IssueLock | null;
  /** Whether it is as it went to the press. */
  readonly printed: PrintedFacts;
  /** Names this stretch of work, as its journals do. */
  readonly work: string;
}

/** Two people, one folder: one edits, the other reads and gets it when it is free ('lock.take'). */
export interface IssueLock {
  /** e.g. `张三（编辑部-3）`. */
  readonly who: string;
  /** ISO 8601, by the clock of the one who has it; null where that is not known. */
  readonly since: string | null;
  /** False: the issue is open to read, edits are refused. */
  readonly mine: boolean;
}

/** A picture that cannot be drawn, and what is known of why. */
export interface BrokenPicture {
  readonly id: PictureId;
  readonly fault: PictureFault;
}

/** Work that a crash, a kill or a power cut left in a journal. */
export interface Recovery {
  readonly id: string;
  /** As OpenedIssueMessage.file: the file that it goes on from. */
  readonly file: string | null;
  readonly fileName: string;
  /** Since the last save. */
  readonly edits: number;
  /** What the last edit did; null where that is not known. */
  readonly lastEdit: string | null;
  /** When the journal was last written, ms since 1970 by the clock of the file's own system. */
  readonly lastAt: number;
  /** That differ from the file's; all, where there is no file. */
  readonly characters: number;
  /** What it contains, in words: 37处修改，最后一处“修改标题”，涉及213字. */
  readonly summary: string;
  /** What the editor should know before taking it, one sentence; null for nothing. */
  readonly warning: string | null;
}

/**
 * The issue as a page had it whose host did not confirm the last edits: kept in the browser, given to the host at the
 * next start. The host holds it against what it has itself and offers what is more.
 */
export interface PageWork {
  /** Of the issue that the page was given (OpenedIssueMessage). */
  readonly work: string;
  readonly file: string | null;
  readonly fileName: string;
  /** Hash of the state that the file held (core/file/state-json.ts); null for none. */
  readonly base: string | null;
  /** The last that the host has answered: whoever went on from there has written something else. */
  readonly revision: number;
  /** That the host did not confirm, at least. */
  readonly edits: number;
  readonly lastEdit: string;
  readonly issue: Issue;
}

/** A file that was made: saved at `path`, or to be fetched from `address`. Null path and address: cancelled. */
export interface ExportedFile {
  readonly fileName: string;
  readonly path: string | null;
  readonly address: string | null;
  readonly bytes: number;
}

export type ArchivedIssue = NamedIssue;

/**
 * What a dropped file holds. Stories carry ids that are unique within this import only, and name pictures of the
 * list; the host keeps the pictures' bytes, so that the page adds a picture by its PictureInfo alone.
 */
export type ImportedFile =
  | {
      readonly kind: 'stories';
      readonly name: string;
      readonly stories: readonly Story[];
      /** Date and numbers that the copy states; null where it states none. */
      readonly facts: MastheadFacts | null;
      /** Another paper than the house's that the copy names as its own; null for none. Its facts are not given. */
      readonly paper: string | null;
      readonly pictures: readonly PictureInfo[];
      /** What the reading has to tell, by the ids of these stories. */
      readonly notes: readonly NewImportNote[];
    }
  | {
      readonly kind: 'picture';
      readonly name: string;
      readonly picture: PictureInfo;
      readonly notes: readonly NewImportNote[];
    };

export interface Contract extends ArchiveContract, VersionContract {
  /** The session's issue: at first what the host was started on; after a reload of the page, as it was edited. */
  'issue.open'(): Promise<OpenedIssueMessage>;
  /** An empty issue with one empty page. The house's own profile of the publication, else the built-in one. */
  'issue.new'(request: NewIssueRequest): Promise<OpenedIssueMessage>;
  /** A file of the archive, or one chosen in a dialog (desktop only). Null: the dialog was cancelled. */
  'issue.openFile'(request: OpenFileRequest): Promise<OpenedIssueMessage | null>;
  /** The backup of a file that does not open: the version before its last save, unsaved and under a new name. */
  'issue.openBackup'(request: OpenFileRequest): Promise<OpenedIssueMessage>;
  /** What is whole of a file that does not open, unsaved and under a new name; `problems` say what is lost. */
  'issue.rescue'(request: OpenFileRequest): Promise<OpenedIssueMessage>;
  /**
   * An edit for the host's copy. One that is not taken is out of step, and nothing was changed (then 'issue.restate').
   * Patches that do not fit the issue reject and change nothing; so does everything of a window that another has taken
   * the issue over from, with the code other-window (fault.ts).
   */
  'issue.edit'(request: EditRequest): Promise<TakenEdit>;
  /** The whole issue, after the two copies fell out of step. It becomes the host's, with that revision. */
  'issue.restate'(request: RestateRequest): Promise<TakenEdit>;
  /** Flushes the journal and looks whether it is there: what a page asks before it forgets what it sent. */
  'journal.flush'(): Promise<FlushedEdits>;
  /** Rejects with out-of-step (fault.ts) where revision or hash differ from the host's. */
  'issue.save'(request: SaveRequest): Promise<SavedIssue>;
  /**
   * Work that was left without being saved, of issues never saved and of files of the archive: the latest first.
   * What another program is still working on is not among it.
   */
  'recovery.list'(): Promise<readonly Recovery[]>;
  /** Opens it, unsaved. What was open before is given up, as by 'issue.openFile'. */
  'recovery.take'(request: RecoveryRequest): Promise<OpenedIssueMessage>;
  /** Work that a page kept: offered by 'recovery.list' from then on, where it is more than the host has. */
  'recovery.give'(request: PageWork): Promise<Readonly<Record<string, never>>>;
  /** Offers it no more. It is moved aside, and deleted by the next save. */
  'recovery.drop'(request: RecoveryRequest): Promise<Readonly<Record<string, never>>>;
  /**
   * Asks for the file to edit where another has it. Answers the issue anew, as that one saved it; `lock.mine` says
   * whether it is ours now. A page that reads asks every few seconds; to edit, it asks for the issue ('issue.open').
   */
  'lock.take'(): Promise<Omit<OpenedIssueMessage, 'editor'>>;
  /** What the file holds that was posted to ADDRESSES.uploads. */
  'import.file'(request: ImportRequest): Promise<ImportedFile>;
  /** The pictures of the host's issue that cannot be drawn, judged by decoding each once. */
  'pictures.broken'(): Promise<readonly BrokenPicture[]>;
  /** All issue files in the archive folder, sorted by path. */
  'archive.facts'(): Promise<readonly ArchivedIssue[]>;
  /** The profile becomes the house's own: new issues of the publication take it. */
  'publication.save'(request: SavePublicationRequest): Promise<Readonly<Record<string, never>>>;
  /** The host's copy as a printable PDF; `pages` from 1, empty for all. Rejects with out-of-step as a save does. */
  'export.pdf'(request: ExportPdfRequest): Promise<ExportedFile>;
}

/** The window that writes. */
export interface ByWindow {
  /** OpenedIssueMessage.editor. */
  readonly editor: number;
}

/** The window that turns to another issue: where it is not the last one, that one's unsaved work is not given up for it. */
export interface TurningWindow {
  readonly editor?: number;
}

export interface NewIssueRequest extends TurningWindow {
  readonly publication: PublicationId;
  readonly format: FormatId;
  readonly masthead: MastheadFacts;
}

export interface OpenFileRequest extends TurningWindow {
  /** As 'archive.facts' gives it; null asks in a dialog, or is the file that was chosen there last. */
  readonly file: string | null;
}

export interface EditRequest extends ByWindow {
  /** The host's last revision + 1. */
  readonly revision: number;
  readonly patches: readonly IssuePatch[];
  /** What the edit is called, for the words of a recovery. */
  readonly name?: string;
}

/** Of the journal that unsaved edits are in; empty where all is well. */
export interface KeptState {
  /** Edits are in no journal now, or the journal was lost and goes on elsewhere: one sentence, with what to do. */
  readonly warning?: string;
  /** Edits are in no journal now: a kill would lose them. */
  readonly unkept?: true;
}

export interface TakenEdit extends KeptState {
  /** False: nothing was changed. A revision alone could be that of another's edit. */
  readonly taken: boolean;
  /** Number of the last edit that the host has. */
  readonly revision: number;
}

export interface FlushedEdits extends KeptState {
  /** Edits up to that number are on the disk; null where there is no issue open or none of them is. */
  readonly revision: number | null;
}

export interface RecoveryRequest extends TurningWindow {
  readonly id: string;
}

export interface RestateRequest extends ByWindow {
  readonly revision: number;
  readonly issue: Issue;
}

/** Which state of the issue is meant. */
export interface StatedIssue {
  readonly revision: number;
  /** SHA-256 in hex of stateJson(issue) (core/file/state-json.ts). */
  readonly hash: string;
}

export interface SaveRequest extends StatedIssue, ByWindow {
  /** A new name, relative to the archive folder; null: where it was, or a name made of date and numbers. */
  readonly as: string | null;
}

export interface SavedIssue {
  /** As OpenedIssueMessage.file. */
  readonly file: string;
  readonly fileName: string;
  /** A file of another name has a lock of its own. */
  readonly lock: IssueLock | null;
  /** Something that the editor must know: say that it went into a file of its own, beside another's version. */
  readonly note?: string;
}

export interface ImportRequest {
  /** The id that the upload was answered with. */
  readonly upload: string;
}

export interface SavePublicationRequest {
  readonly publication: Publication;
}

export interface ExportPdfRequest extends StatedIssue, ByWindow {
  readonly pages: readonly number[];
}

export type Channel = keyof Contract;

const revision = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.string().min(1).max(1_000);
const patch = z.strictObject({
  op: z.enum(['add', 'remove', 'replace']),
  path: z
    .array(z.union([z.string().max(100), z.int().min(0).max(10_000_000)]))
    .min(1)
    .max(20),
  value: z.unknown().optional(),
});
/** An object that the host checks whole by the schema of issue files, whose sentence names the place. */
const checkedByHost = <T extends object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const number = z.int().min(1).max(1_000_000).nullable();

const editor = z.int().min(0);
const turning = { editor: editor.exactOptional() };

const openFileRequest = z.strictObject({ file: path.nullable(), ...turning });
const recoveryRequest = z.strictObject({ id: z.string().min(1).max(100), ...turning });

/** What a channel's arguments must be. The host parses with these before it calls a handler. */
export const ARGUMENTS: { readonly [C in Channel]: z.ZodType<Parameters<Contract[C]>> } = {
  'issue.open': z.tuple([]),
  'issue.new': z.tuple([
    z.strictObject({
      publication: z.string().min(1).max(200),
      format: z.enum(FORMAT_IDS),
      masthead: z.strictObject({ date: z.string().max(10).nullable(), number, totalNumber: number }),
      ...turning,
    }),
  ]),
  'issue.openFile': z.tuple([openFileRequest]),
  'issue.openBackup': z.tuple([openFileRequest]),
  'issue.rescue': z.tuple([openFileRequest]),
  'issue.edit': z.tuple([
    z.strictObject({
      revision,
      editor,
      patches: z.array(patch).max(100_000),
      name: z.string().max(100).exactOptional(),
    }),
  ]),
  'issue.restate': z.tuple([z.strictObject({ revision, editor, issue: checkedByHost<Issue>() })]),
  'issue.save': z.tuple([z.strictObject({ revision, hash, editor, as: path.nullable() })]),
  'journal.flush': z.tuple([]),
  'recovery.list': z.tuple([]),
  'recovery.take': z.tuple([recoveryRequest]),
  'recovery.give': z.tuple([
    z.strictObject({
      work: z.string().min(1).max(100),
      file: path.nullable(),
      fileName: z.string().min(1).max(1_000),
      base: hash.nullable(),
      revision,
      edits: z.int().min(1).max(1_000_000),
      lastEdit: z.string().max(100),
      issue: checkedByHost<Issue>(),
    }),
  ]),
  'recovery.drop': z.tuple([recoveryRequest]),
  'lock.take': z.tuple([]),
  'import.file': z.tuple([z.strictObject({ upload: z.string().min(1).max(100) })]),
  'pictures.broken': z.tuple([]),
  'archive.facts': z.tuple([]),
  ...ARCHIVE_ARGUMENTS,
  ...VERSION_ARGUMENTS,
  'publication.save': z.tuple([z.strictObject({ publication: checkedByHost<Publication>() })]),
  'export.pdf': z.tuple([
    z.strictObject({ pages: z.array(z.int().min(1).max(999)).max(999), revision, hash, editor }),
  ]),
};

export const isChannel = (name: string): name is Channel => Object.hasOwn(ARGUMENTS, name);

/** Calls the channel's handler with arguments from outside. Throws invalid-request where they are not its own. */
export const dispatch = async (handlers: Contract, channel: Channel, args: unknown): Promise<unknown> => {
  const read = ARGUMENTS[channel].safeParse(args);
  if (!read.success) throw invalidRequest(read.error);
  // The validator of the same name has read them: that the two belong together is the type of ARGUMENTS.
  const handler = handlers[channel] as (...own: readonly unknown[]) => Promise<unknown>;
  return handler(...read.data);
};
