/**
 * Work that was left in journals: found beside issue files and among the unsaved work, replayed up to its last whole
 * record, and compared with the file as it is now. A journal whose end the file holds already (a kill between the
 * save and the journal's removal) is no loss and is taken away. One whose writer lives is not ours to offer.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { readIssue } from '../../core/file/issue-schema.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { applyCheckedPatches } from '../issue-patches.ts';
import { stateHash } from '../state-hash.ts';
import { backupOf, journalStemOf, lockOf } from './beside.ts';
import type { Disk } from './disk.ts';
import type { FileStamp } from './file-stamp.ts';
import { readIssueFile, readStampedIssueFile } from './issue-store.ts';
import type { Stretch } from './journal.ts';
import { isJournalOf, journalFile, journalLock, pictureFolder, removeJournal } from './journal-place.ts';
import { type JournalRecord, readRecords } from './journal-record.ts';
import { type Editor, stateOf } from './lock.ts';

export interface FoundWork {
  /** Made of the journal's path: the same at each look. */
  readonly id: string;
  readonly journal: string;
  readonly stem: string;
  /** The file that it goes on from; null for an issue never saved. */
  readonly path: string | null;
  readonly fileName: string;
  readonly issue: Issue;
  /** What the file holds now; null where there is none or it cannot be read. */
  readonly inFile: { readonly file: IssueFile; readonly stamp: FileStamp } | null;
  /** False: the file is no longer the one that these edits were made on. */
  readonly goesOn: boolean;
  readonly edits: number;
  readonly last: string | null;
  readonly modified: number;
  readonly stretch: Stretch;
}

export interface Search {
  readonly disk: Disk;
  readonly editor: Editor;
  readonly unsaved: string | null;
  /** Folders of issue files, searched with those below them. */
  readonly folders: readonly string[];
  /** Files to look beside wherever they stand. */
  readonly files: readonly string[];
  /** Journals that are being written by this very session. */
  readonly notThese: ReadonlySet<string>;
  /** Locks that this session has. */
  readonly ownLocks: ReadonlySet<string>;
}

/** An edit is some hundred bytes, an issue some hundred kB. */
const LARGEST_JOURNAL = 200_000_000;
const DEEPEST = 6;
const JOURNAL = '.journal';

export const findWork = async (search: Search): Promise<readonly FoundWork[]> => {
  const found: FoundWork[] = [];
  for (const journal of await journalPaths(search)) {
    if (search.notThese.has(journal)) continue;
    const work = await readWork(journal, search);
    if (work) found.push(work);
  }
  const latest = await withoutEarlier(found, search.disk);
  return latest.sort((a, b) => b.modified - a.modified || (a.id < b.id ? -1 : 1));
};

/** A kill while a journal moves leaves two of the same work: the earlier, which the later has whole, is taken away. */
const withoutEarlier = async (found: readonly FoundWork[], disk: Disk): Promise<FoundWork[]> => {
  const turns = new Map<string, number>();
  for (const { stretch } of found)
    turns.set(stretch.work, Math.max(stretch.turn, turns.get(stretch.work) ?? 0));
  const latest: FoundWork[] = [];
  for (const one of found) {
    if (one.stretch.turn === turns.get(one.stretch.work)) latest.push(one);
    else await removeFound(one.journal, one.stem, disk);
  }
  return latest;
};

/** Takes a journal away that holds nothing of its own. */
const removeFound = async (journal: string, stem: string, disk: Disk): Promise<void> => {
  const own = journal === journalFile(stem);
  await (own ? removeJournal(stem, disk) : disk.remove(journal)).catch(() => undefined);
};

const journalPaths = async ({ disk, unsaved, folders, files }: Search): Promise<readonly string[]> => {
  const paths = new Set<string>();
  for (const folder of folders) await collect(folder, 0, paths, disk);
  if (unsaved !== null) await collect(unsaved, DEEPEST, paths, disk);
  for (const file of files) {
    const stem = journalStemOf(file);
    const folder = join(stem, '..');
    for (const name of await disk.list(folder).catch(() => []))
      if (isJournalOf(stem, name)) paths.add(join(folder, name));
  }
  return [...paths].sort();
};

const collect = async (folder: string, depth: number, paths: Set<string>, disk: Disk): Promise<void> => {
  for (const name of await disk.list(folder).catch(() => [])) {
    const path = join(folder, name);
    if (name.endsWith(JOURNAL)) paths.add(path);
    // A name with an extension is a file's: asking each of thousands would take as long as reading them.
    else if (depth < DEEPEST && !name.startsWith('.') && !/\.[A-Za-z0-9]{1,8}$/.test(name))
      if ((await disk.facts(path).catch(() => null))?.kind === 'folder')
        await collect(path, depth + 1, paths, disk);
  }
};

/** Null where there is nothing to offer. */
const readWork = async (journal: string, search: Search): Promise<FoundWork | null> => {
  const { disk } = search;
  const facts = await disk.facts(journal).catch(() => null);
  if (facts?.kind !== 'file') return null;
  let records: readonly JournalRecord[];
  try {
    records = readRecords(await disk.read(journal, LARGEST_JOURNAL));
  } catch {
    return null;
  }
  const first = records[0];
  if (first?.kind !== 'begin') return null;
  const beside = basename(journal).startsWith('.');
  // The folder may have been moved or be mounted elsewhere: beside a file the journal belongs to that file.
  const besidePath = beside ? fileBeside(journal) : first.file;
  const stem = beside && besidePath !== null ? journalStemOf(besidePath) : journal.slice(0, -JOURNAL.length);
  const lock = beside && besidePath !== null ? lockOf(besidePath) : journalLock(stem);
  if (!search.ownLocks.has(lock) && (await isWorkedOn(lock, search))) return null;
  const { path, inFile, fileHash } = (await savedElsewhere(records, besidePath, disk)) ?? {
    path: besidePath,
    ...(await readHashed(besidePath, disk)),
  };
  const replayed = replay(records, fileHash);
  if (replayed === null) return null;
  if (fileHash !== null && stateHash(replayed.issue) === fileHash) {
    await removeFound(journal, stem, disk);
    return null;
  }
  return {
    id: createHash('sha256').update(journal).digest('hex').slice(0, 16),
    journal,
    stem,
    path,
    fileName: path === null ? first.fileName : basename(path),
    inFile,
    modified: facts.modified,
    stretch: { work: first.work, turn: first.turn },
    ...replayed,
  };
};

interface HashedFile {
  readonly inFile: FoundWork['inFile'];
  readonly fileHash: string | null;
}

const readHashed = async (path: string | null, disk: Disk): Promise<HashedFile> => {
  const inFile = path === null ? null : await readStampedIssueFile(path, disk).catch(ignoreUnreadable);
  return { inFile, fileHash: inFile && stateHash(inFile.file.issue) };
};

/**
 * A first save, or one under another name, whose process was killed before the journal moved along: the work goes on
 * from the file that was written.
 */
const savedElsewhere = async (
  records: readonly JournalRecord[],
  path: string | null,
  disk: Disk,
): Promise<(HashedFile & { readonly path: string }) | null> => {
  for (const record of records.toReversed()) {
    if (record.kind !== 'saving' || record.file === path) continue;
    const hashed = await readHashed(record.file, disk);
    if (hashed.fileHash === record.hash) return { path: record.file, ...hashed };
  }
  return null;
};

const ignoreUnreadable = (error: unknown): null => {
  if (error instanceof IssueFileError) return null;
  throw error;
};

/** `.第9期.zuban.journal`, or `.第9期.zuban.1a2b3c4d.journal` for one that stepped aside. */
const fileBeside = (journal: string): string =>
  join(
    journal,
    '..',
    basename(journal)
      .slice(1, -JOURNAL.length)
      .replace(/(\.zuban)\.[0-9a-f]{8}$/i, '$1'),
  );

const isWorkedOn = async (lock: string, { editor, disk }: Search): Promise<boolean> =>
  (await stateOf(lock, editor.host, disk).catch(() => ({ state: 'free' }))).state === 'held';

type Replayed = Pick<FoundWork, 'issue' | 'edits' | 'last' | 'goesOn'>;

/** The issue after all edits, up to the first that does not fit. Null where the beginning is no issue. */
export const replay = (records: readonly JournalRecord[], fileHash: string | null): Replayed | null => {
  const first = records[0];
  if (first?.kind !== 'begin') return null;
  const begun = readIssue(first.issue);
  if ('fault' in begun) return null;
  let { issue } = begun;
  let { edits, last, revision } = first;
  let goesOn = first.base !== null && first.base === fileHash;
  for (const record of records.slice(1)) {
    if (record.kind === 'saving') {
      if (record.hash !== fileHash) continue;
      // Edits may have come between the saved state and this record.
      edits = Math.max(0, revision - record.revision);
      goesOn = true;
    } else if (record.kind === 'whole') {
      const read = readIssue(record.issue);
      if ('fault' in read) break;
      ({ issue } = read);
      ({ revision } = record);
      edits++;
      last = null;
    } else if (record.kind === 'edit') {
      if (record.revision !== revision + 1) break;
      try {
        issue = applyCheckedPatches(issue, record.patches);
      } catch {
        break;
      }
      revision++;
      edits++;
      last = record.name;
    }
  }
  return { issue, edits, last, goesOn };
};

export interface RecoveredPictures {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** Names of those whose bytes are nowhere any more: the issue lists them no longer, its stories still want them. */
  readonly missing: readonly string[];
}

/** The pictures, from beside the journal, from the file, or from its backup. */
export const recoverPictures = async (
  { issue, stem, path, inFile }: FoundWork,
  disk: Disk,
): Promise<RecoveredPictures> => {
  const pictures = new Map<PictureId, Uint8Array>(inFile?.file.pictures ?? []);
  for (const { id } of issue.pictures) {
    if (pictures.has(id)) continue;
    const bytes = await disk.read(join(pictureFolder(stem), id), LARGEST_JOURNAL).catch(() => null);
    if (bytes && id.startsWith(`sha256-${createHash('sha256').update(bytes).digest('hex')}.`))
      pictures.set(id, bytes);
  }
  if (path !== null && issue.pictures.some(({ id }) => !pictures.has(id))) {
    const backup = await readIssueFile(backupOf(path), disk).catch(ignoreUnreadable);
    for (const [id, bytes] of backup?.pictures ?? []) if (!pictures.has(id)) pictures.set(id, bytes);
  }
  const lost = issue.pictures.filter(({ id }) => !pictures.has(id));
  if (lost.length === 0) return { issue, pictures, missing: [] };
  const there = issue.pictures.filter(({ id }) => pictures.has(id));
  return { issue: { ...issue, pictures: there }, pictures, missing: lost.map(({ name }) => name) };
};

/** Moves the journal aside, so that it is offered no more; the next save of its issue deletes it. */
export const dropWork = async ({ journal, stem }: FoundWork, disk: Disk): Promise<void> => {
  await disk.rename(journal, `${journal}.dropped`);
  await disk.syncFolder(join(stem, '..'));
};
