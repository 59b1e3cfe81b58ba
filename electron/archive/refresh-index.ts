/**
 * Brings the index in line with the folder: what is new or changed is read, what is gone is taken out. Size and time
 * tell that a file may have changed, its digest whether it has; one that did not open is tried again each time, for
 * what was wrong may have been the disk or an older program. What stands in a folder that cannot be read is kept.
 * Files are read one by one between other work, so that whoever shares the thread is answered meanwhile; a transaction holds the file's lock for a second at most. Stopped
 * in the middle, the index is right in all that it has, and the next refresh goes on from there.
 */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { ArchiveFolder, isWithinUnread, type Unread } from '../files/archive-folder.ts';
import { codeOf } from '../files/disk.ts';
import { diskCause } from '../files/disk-fault.ts';
import type { IndexDatabase } from './index-database.ts';
import {
  type FileState,
  type IndexedFile,
  indexedFiles,
  putFault,
  putIssue,
  removeIssue,
  touchIssue,
} from './index-issues.ts';
import { readIssuePart } from './read-issue-part.ts';

export interface RefreshResult {
  /** Issue files in the folder. */
  readonly files: number;
  readonly read: number;
  readonly removed: number;
  /** Files that do not open. */
  readonly faults: number;
  /** A sentence for each folder, link and the like that could not be read. */
  readonly unread: readonly string[];
  readonly cancelled: boolean;
}

export interface RefreshOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const LONGEST_TRANSACTION_MS = 500;
/** Files asked for at once: a disk answers several as soon as one. */
const STATS_AT_ONCE = 16;

export const refreshIndex = async (
  db: IndexDatabase,
  archive: string,
  { progress = () => {}, signal }: RefreshOptions = {},
): Promise<RefreshResult> => {
  const { states, unread } = await fileStates(archive);
  const known = indexedFiles(db);
  const present = new Set(states.map(({ file }) => file));
  const gone = [...known.values()].filter(({ file }) => !present.has(file) && !isWithinUnread(file, unread));
  const changed = states.filter((state) => isChanged(state, known.get(state.file)));
  const batch = new Batch(db);
  let read = 0;
  let done = 0;
  let faults = 0;
  try {
    progress(0, changed.length);
    for (const state of changed) {
      if (signal?.aborted) break;
      const before = known.get(state.file);
      const outcome = await readOne(db, batch, archive, state, before, gone);
      if (outcome !== 'read') faults++;
      if (outcome !== 'same-fault') read++;
      progress(++done, changed.length);
      await batch.rest();
    }
    // Taken out last: a file that was moved keeps what is known of it.
    for (const { id } of gone) {
      if (signal?.aborted) break;
      batch.begin();
      removeIssue(db, id);
      await batch.rest();
    }
    batch.commit();
  } catch (error) {
    batch.rollback();
    throw error;
  }
  const cancelled = signal?.aborted ?? false;
  return {
    files: states.length,
    read,
    removed: gone.length,
    faults,
    unread: unread.map(({ message }) => message),
    cancelled,
  };
};

/** One transaction after another, none held for long. */
class Batch {
  private began = 0;

  constructor(private readonly db: IndexDatabase) {}

  begin(): void {
    if (this.db.inTransaction) return;
    this.db.exec('BEGIN IMMEDIATE');
    this.began = performance.now();
  }

  commit(): void {
    if (this.db.inTransaction) this.db.exec('COMMIT');
  }

  rollback(): void {
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }

  /** Lets others have the thread, and after a while the file. */
  async rest(): Promise<void> {
    const due = this.db.inTransaction && performance.now() - this.began > LONGEST_TRANSACTION_MS;
    if (due) this.commit();
    await new Promise((resolve) => (due ? setTimeout(resolve, 5) : setImmediate(resolve)));
  }
}

const isChanged = (state: FileState, known: IndexedFile | undefined): boolean =>
  known === undefined || known.fault !== null || known.size !== state.size || known.mtime !== state.mtime;

/** Whether the file was read; one that did not open for what was wrong with it before changes nothing. */
const readOne = async (
  db: IndexDatabase,
  batch: Batch,
  archive: string,
  state: FileState,
  known: IndexedFile | undefined,
  gone: IndexedFile[],
): Promise<'read' | 'fault' | 'same-fault'> => {
  let part: Awaited<ReturnType<typeof readIssuePart>>;
  try {
    part = await readIssuePart(join(archive, ...state.file.split('/')), state.size);
  } catch (error) {
    const fault = faultOf(error, state.file);
    if (known?.fault === fault && known.size === state.size && known.mtime === state.mtime)
      return 'same-fault';
    batch.begin();
    if (known) removeIssue(db, known.id);
    putFault(db, state, fault);
    return 'fault';
  }
  batch.begin();
  const moved = known ? -1 : gone.findIndex(({ digest }) => digest === part.digest);
  const same = known?.digest === part.digest ? known : gone[moved];
  if (same) {
    touchIssue(db, same.id, state);
    if (moved >= 0) gone.splice(moved, 1);
    return 'read';
  }
  if (known) removeIssue(db, known.id);
  putIssue(db, state, part.digest, part.issue);
  return 'read';
};

const faultOf = (error: unknown, file: string): string =>
  error instanceof IssueFileError
    ? error.message
    : `“${file}”打不开：${diskCause(error) ?? '读的时候出错，请检查文件'}。`;

/** Whatever cannot be asked for its size and time is tried, and then says why. */
const UNKNOWN = { size: -1, mtime: -1 };

const fileStates = async (
  archive: string,
): Promise<{ readonly states: readonly FileState[]; readonly unread: readonly Unread[] }> => {
  const { files, unread } = await new ArchiveFolder(archive).listing();
  const states: FileState[] = [];
  for (let i = 0; i < files.length; i += STATS_AT_ONCE) {
    const some = files.slice(i, i + STATS_AT_ONCE).map(async (file): Promise<FileState | null> => {
      try {
        const { size, mtimeMs } = await stat(join(archive, ...file.split('/')));
        return { file, size, mtime: mtimeMs };
      } catch (error) {
        // Removed since it was listed: then it is gone.
        return codeOf(error) === 'ENOENT' ? null : { file, ...UNKNOWN };
      }
    });
    for (const state of await Promise.all(some)) if (state) states.push(state);
  }
  return { states, unread };
};
