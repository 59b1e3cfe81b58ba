/**
 * Work that a page gives back, which its host did not confirm before it was gone: it becomes a journal, so that it is
 * offered in the one list, and stays until it is taken or given up. Its pictures are those of the file and of the
 * journal that it goes on from.
 *
 * Where the host's own journal of that stretch of work was left, and nobody went on from it, the page's issue is that
 * journal's next record: the two are one work, offered once. Else it gets a journal of its own. What the host has
 * already, in its desk, in a journal or in the file, is nothing to offer.
 */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { PageWork } from '../../core/contract/ipc.ts';
import { ISSUE_FILE_VERSION } from '../../core/file/migrations.ts';
import { stateHash } from '../base/state-hash.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './issue-store.ts';
import { journalFile } from './journal-place.ts';
import { recordBytes, wholeRecords } from './journal-record.ts';
import type { FoundWork } from './recovery.ts';

/** As long as findWork reads (recovery.ts). */
const LARGEST_JOURNAL = 200_000_000;

/** The path of the file, where the host has one of that name. */
export interface GivenTo {
  readonly disk: Disk;
  readonly unsaved: string;
  readonly path: string | null;
  readonly found: readonly FoundWork[];
}

export const keepGiven = async (given: PageWork, { disk, unsaved, path, found }: GivenTo): Promise<void> => {
  const { work, fileName, base, revision, edits, lastEdit, issue } = given;
  const hash = stateHash(issue);
  if (found.some((one) => stateHash(one.issue) === hash)) return;
  const same = found.find((one) => one.stretch.work === work);
  if (same && same.cut === null && same.revision <= revision + 1) {
    const next = same.revision + 1;
    const record = { kind: 'whole', revision: next, issueVersion: ISSUE_FILE_VERSION, issue } as const;
    const before = wholeRecords(await disk.read(same.journal, LARGEST_JOURNAL));
    await replaceFile(same.journal, Buffer.concat([before, recordBytes(record)]), disk);
    return;
  }
  await disk.makeFolder(unsaved);
  const stem = join(unsaved, randomUUID());
  const begin = {
    kind: 'begin',
    format: 1,
    work: randomUUID(),
    turn: 1,
    file: path,
    fileName,
    base,
    revision,
    edits,
    last: lastEdit === '' ? null : lastEdit,
    besidesFrom: null,
    issueVersion: ISSUE_FILE_VERSION,
    issue,
  } as const;
  await replaceFile(journalFile(stem), recordBytes(begin), disk);
  await disk.syncFolder(dirname(stem));
};
