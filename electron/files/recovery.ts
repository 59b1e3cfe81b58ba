/**
 * Work that was left in journals: found beside issue files and among the unsaved work, replayed up to its last whole
 * record, and compared with the file as it is now. A journal whose end the file holds already (a kill between the
 * save and the journal's removal) is no loss and is taken away. One whose writer lives is not ours to offer. One
 * that cannot be read is told of and left where it is. What was given up long ago is cleared away on the way.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { stateHash } from '../base/state-hash.ts';
import { begunStems } from './begun-journals.ts';
import { journalStemOf, lockOf } from './beside.ts';
import type { Disk } from './disk.ts';
import { diskCause } from './disk-fault.ts';
import type { FileStamp } from './file-stamp.ts';
import { readStampedIssueFile } from './issue-store.ts';
import {
  isAnyJournalOf,
  isJournalName,
  journalFile,
  journalLock,
  removeJournal,
  removeOneJournal,
  removePictures,
  stemOfJournal,
} from './journal-place.ts';
import { type JournalRecord, readRecords } from './journal-record.ts';
import type { Stretch } from './journal-services.ts';
import { type Editor, serverNow, stateOf } from './lock.ts';
import { asClaimed, type Replayed, replay } from './replay-journal.ts';

export interface FoundWork extends Replayed {
  /** Made of the journal's path: the same at each look. */
  readonly id: string;
  readonly journal: string;
  readonly stem: string;
  /** The file that it goes on from; null for an issue never saved. */
  readonly path: string | null;
  readonly fileName: string;
  /** What the file holds now; null where there is none or it cannot be read. */
  readonly inFile: { readonly file: IssueFile; readonly stamp: FileStamp } | null;
  /** A damaged file whose versions and prints go with this work; null for none. */
  readonly besidesFrom: string | null;
  readonly modified: number;
  readonly stretch: Stretch;
}

/** A journal of which nothing can be taken: it stays until it is given up. */
export interface UnreadableWork {
  readonly id: string;
  readonly journal: string;
  readonly stem: string;
  readonly path: string | null;
  readonly fileName: string;
  readonly modified: number;
  /** Why, a phrase. */
  readonly fault: string;
}

export interface Findings {
  /** The latest first. */
  readonly work: readonly FoundWork[];
  readonly unreadable: readonly UnreadableWork[];
}

export interface Search {
  readonly disk: Disk;
  readonly editor: Editor;
  readonly unsaved: string | null;
  /** A second such folder, without notes of journals elsewhere (begun-journals.ts). */
  readonly away?: string | null;
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
const DROPPED_END = '.dropped';
const DROPPED = `${JOURNAL}${DROPPED_END}`;
const DROPPED_MS = 30 * 24 * 3_600_000;
const PICTURES = '.pictures';

export const findWork = async (search: Search): Promise<Findings> => {
  const found: FoundWork[] = [];
  const unreadable: UnreadableWork[] = [];
  const { journals, dropped } = await journalPaths(search);
  for (const journal of journals) {
    if (search.notThese.has(journal)) continue;
    const work = await readWork(journal, search);
    if (work && 'fault' in work) unreadable.push(work);
    else if (work) found.push(work);
  }
  await removeOld(dropped, search.disk);
  const latest = await withoutEarlier(found, search.disk);
  return { work: latest.sort((a, b) => b.modified - a.modified || (a.id < b.id ? -1 : 1)), unreadable };
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
  await (own ? removeJournal(stem, disk) : removeOneJournal(journal, disk)).catch(() => undefined);
};

interface JournalPaths {
  readonly journals: readonly string[];
  /** Those given up. */
  readonly dropped: readonly string[];
}

const journalPaths = async ({ disk, unsaved, away, folders, files }: Search): Promise<JournalPaths> => {
  const paths = new Set<string>();
  for (const folder of folders) await collect(folder, 0, paths, disk);
  const stems = files.map(journalStemOf);
  for (const folder of [unsaved, away ?? null])
    for (const name of folder === null ? [] : await disk.list(folder).catch(() => []))
      if (name.endsWith(JOURNAL) || name.endsWith(DROPPED)) paths.add(join(folder!, name));
  if (unsaved !== null) stems.push(...(await begunStems(unsaved, disk)));
  for (const stem of stems) {
    const folder = dirname(stem);
    for (const name of await disk.list(folder).catch(() => []))
      if (isAnyJournalOf(stem, name)) paths.add(join(folder, name));
  }
  const sorted = [...paths].sort();
  return {
    journals: sorted.filter((path) => path.endsWith(JOURNAL)),
    dropped: sorted.filter((path) => path.endsWith(DROPPED)),
  };
};

const collect = async (folder: string, depth: number, paths: Set<string>, disk: Disk): Promise<void> => {
  for (const name of await disk.list(folder).catch(() => []))
    if (isJournalName(name.endsWith(DROPPED) ? name.slice(0, -DROPPED_END.length) : name))
      paths.add(join(folder, name));
  if (depth >= DEEPEST) return;
  for (const name of await disk.folders(folder).catch(() => []))
    if (!name.startsWith('.')) await collect(join(folder, name), depth + 1, paths, disk);
};

/** Given up a month ago, by the clock of the system that they stand on. */
const removeOld = async (dropped: readonly string[], disk: Disk): Promise<void> => {
  for (const path of dropped) {
    const facts = await disk.facts(path).catch(() => null);
    if (facts !== null && (await serverNow(path, disk)) - facts.modified > DROPPED_MS)
      await removeOneJournal(path, disk).catch(() => undefined);
  }
};

/** Pictures among the unsaved work whose journal is gone: a kill came between the two. */
export const removeOrphans = async (unsaved: string, { host }: Editor, disk: Disk): Promise<void> => {
  const names = await disk.list(unsaved).catch(() => []);
  for (const name of names) {
    if (!name.endsWith(PICTURES)) continue;
    const stem = join(unsaved, name.slice(0, -PICTURES.length));
    // Pictures come before their journal: the lock says that one is being written.
    const { state } = await stateOf(journalLock(stem), host, disk).catch(() => ({ state: 'held' }));
    if (state !== 'held' && !names.some((other) => isAnyJournalOf(stem, other)))
      await removePictures(stem, disk).catch(() => undefined);
  }
};

/** Null where there is nothing to offer. */
const readWork = async (journal: string, search: Search): Promise<FoundWork | UnreadableWork | null> => {
  const { disk } = search;
  const facts = await disk.facts(journal).catch(() => null);
  if (facts?.kind !== 'file') return null;
  // The folder may have been moved or be mounted elsewhere: beside a file the journal belongs to that file.
  const beside = basename(journal).startsWith('.');
  const stem = stemOfJournal(journal);
  const fileBeside = beside ? join(dirname(stem), basename(stem).slice(1)) : null;
  const lock = fileBeside === null ? journalLock(stem) : lockOf(fileBeside);
  if (!search.ownLocks.has(lock) && (await isWorkedOn(lock, search))) return null;
  const at = {
    id: createHash('sha256').update(journal).digest('hex').slice(0, 16),
    journal,
    stem,
    modified: facts.modified,
  };
  const unreadable = (fault: string): UnreadableWork => ({
    ...at,
    path: fileBeside,
    fileName: basename(fileBeside ?? journal),
    fault,
  });
  let records: readonly JournalRecord[];
  try {
    records = readRecords(await disk.read(journal, LARGEST_JOURNAL));
  } catch (error) {
    return unreadable(diskCause(error) ?? '内容不对');
  }
  const first = records[0];
  if (first?.kind !== 'begin') return unreadable('开头已损坏');
  const besidePath = fileBeside ?? first.file;
  const { path, inFile, fileHash } = (await savedElsewhere(records, besidePath, disk)) ?? {
    path: besidePath,
    ...(await readHashed(besidePath, disk)),
  };
  const olderHash = inFile === null ? null : hashAsClaimed(inFile.file.issue, records);
  const replayed = replay(records, (hash) => hash === fileHash || hash === olderHash);
  if ('fault' in replayed) return unreadable(replayed.fault);
  if (fileHash !== null && replayed.cut === null && stateHash(replayed.issue) === fileHash) {
    await removeFound(journal, stem, disk);
    return null;
  }
  return {
    ...at,
    path,
    fileName: path === null ? first.fileName : basename(path),
    inFile,
    besidesFrom: inFile === null ? (path ?? first.besidesFrom) : null,
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
    const older = hashed.inFile && hashAsClaimed(hashed.inFile.file.issue, records);
    if (record.hash === hashed.fileHash || record.hash === older) return { path: record.file, ...hashed };
  }
  return null;
};

const hashAsClaimed = (issue: Issue, records: readonly JournalRecord[]): string | null => {
  const claimed = asClaimed(issue, records);
  return claimed && stateHash(claimed);
};

const ignoreUnreadable = (error: unknown): null => {
  if (error instanceof IssueFileError) return null;
  throw error;
};

const isWorkedOn = async (lock: string, { editor, disk }: Search): Promise<boolean> =>
  (await stateOf(lock, editor.host, disk).catch(() => ({ state: 'free' }))).state === 'held';

/** Moves the journal aside, so that it is offered no more; the next save or clean end deletes it, else time. */
export const dropWork = async (
  { journal, stem }: Pick<FoundWork, 'journal' | 'stem'>,
  disk: Disk,
): Promise<void> => {
  await disk.rename(journal, `${journal}.dropped`);
  await disk.syncFolder(join(stem, '..'));
};
