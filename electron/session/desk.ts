/**
 * What a host holds for its window: its own copy of the issue with its pictures and with what its file has besides.
 * Here are the values and what is asked of them; who holds the desk is session-desk.ts.
 */

import { outOfStep } from '../../core/contract/fault.ts';
import type { KeptState, StatedIssue, TakenEdit } from '../../core/contract/ipc.ts';
import type { DisplayList } from '../../core/display/display-list.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import type { IssueFile, PrintedFace } from '../../core/file/issue-file.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import type { ArchiveFolder } from '../files/archive-folder.ts';
import type { Disk } from '../files/disk.ts';
import type { FileStamp } from '../files/file-stamp.ts';
import type { IssueKeeper } from '../files/issue-keeper.ts';
import type { JournalPace } from '../files/journal-pace.ts';
import type { Editor } from '../files/lock.ts';
import type { UserFace } from '../fonts/user-face.ts';

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
  /** Where work goes whose archive is away, with the folder of unsaved work in it; absent: nowhere else. */
  readonly away?: string;
  readonly disk?: Disk;
  readonly editor?: Editor;
  readonly pace?: JournalPace;
}

/** What goes to the press: the page as it is drawn, what it is set in, and the PDF of it. */
export interface PressCopy {
  readonly displayList: DisplayList;
  readonly faces: readonly PrintedFace[];
  readonly pdf: Uint8Array;
}

/** The issue of a PDF. `printed`: its pages as they went to the press, to be drawn instead of being laid out anew. */
export interface IssueToDraw extends SessionIssue {
  readonly printed?: DisplayList;
}

/** What the desktop host and the browser host do differently, and what tests replace. */
export interface SessionServices {
  readonly open: () => Promise<SessionIssue>;
  /** The issue file that `open` reads: its lock is taken before. Absent: none. */
  readonly opens?: string;
  readonly makePdf: (opened: IssueToDraw, pages: readonly number[]) => Promise<Uint8Array>;
  /** Lays the issue out for the press; absent: nothing can be printed. */
  readonly makePressCopy?: (opened: SessionIssue) => Promise<PressCopy>;
  /** A face of the editor's own fonts; null where there is none of that identifier. */
  readonly userFace?: (id: string) => UserFace | null;
  /** Where issues are kept; absent: nothing can be saved. Loaded by the first who asks. */
  readonly archive?: () => Promise<ArchiveFolder>;
  readonly safety?: SafetyServices;
  /** Absent: the computer's clock. */
  readonly now?: () => Date;
}

/** Edits replace it part by part. */
export interface Desk {
  issue: Issue;
  revision: number;
  fileName: string;
  path: string | null;
  /** The issue as it was opened or last saved; null for recovered work that no file holds. */
  kept: Issue | null;
  /** A damaged file that versions and prints were taken from, until they are saved; null for none. */
  besidesFrom: string | null;
  readonly keeper: IssueKeeper;
  /** Prints, versions and what else the file has besides the issue: saved with it. */
  besides: Omit<IssueFile, 'issue' | 'pictures'>;
  /** Bytes of all pictures that were opened or imported, also of those that the issue has no more: undo brings them back. */
  readonly pictures: Map<PictureId, Uint8Array>;
  problems: readonly Problem[];
  /** The last PDF, until the next one. */
  made: MadePdf | null;
}

export interface MadePdf {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Pictures of one session altogether: what an issue file may hold. */
const MOST_PICTURE_BYTES = 1_000_000_000;

/** Edits that were all taken back leave the issue as it was. */
export const isEdited = ({ issue, kept }: Desk): boolean =>
  kept === null || (issue !== kept && canonicalJson(issue) !== canonicalJson(kept));

/** The answer to an edit that was taken. */
export const taken = ({ revision, keeper }: Desk): TakenEdit => ({
  taken: true,
  revision,
  ...keptState(keeper),
});

/** What the page must know of the journal; empty where all is well. */
export const keptState = ({ warning, unkept }: IssueKeeper): KeptState =>
  warning === null ? {} : { warning, ...(unkept ? { unkept: true } : {}) };

export const fileOf = ({ besides, issue, pictures }: Desk): IssueFile => ({ ...besides, issue, pictures });

export const checkStated = (desk: Desk, { revision, hash }: StatedIssue): void => {
  if (revision !== desk.revision || hash !== stateHash(desk.issue)) throw outOfStep();
};

/** The schema checked each part as it was edited; here is what binds them. */
export const checkComplete = async (issue: Issue): Promise<void> => {
  const { readIssue } = await import('../../core/file/issue-schema.ts');
  const read = readIssue(issue);
  if ('fault' in read) throw new InputError(`${read.fault}，请撤销最近的修改后再试。`);
};

/** A picture is named only after its bytes came: a file without them could not be written. */
export const checkPictures = (desk: Desk, next: Issue): void => {
  if (next.pictures === desk.issue.pictures) return;
  const missing = next.pictures.find(({ id, lost }) => !lost && !desk.pictures.has(id));
  if (missing)
    throw new InputError(`图片“${missing.name.slice(0, 60)}”的内容不在后台，请把图片重新拖入一次。`);
};

/** Bytes of pictures come to the desk, all or none. `fileName` is where they come from. */
export const takePictures = (
  desk: Desk,
  pictures: ReadonlyMap<PictureId, Uint8Array>,
  fileName: string,
): void => {
  let held = 0;
  for (const bytes of desk.pictures.values()) held += bytes.length;
  for (const [id, bytes] of pictures) if (!desk.pictures.has(id)) held += bytes.length;
  if (held > MOST_PICTURE_BYTES)
    throw new InputError(`“${fileName}”没有导入：这一期的图片合计超过了1 GB，请缩小图片后再用。`);
  for (const [id, bytes] of pictures) desk.pictures.set(id, bytes);
};
