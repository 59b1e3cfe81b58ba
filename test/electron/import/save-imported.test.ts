import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueFileOf, withPrint, withVersion } from '../../../core/file/issue-file.ts';
import { backupOf, lockOf } from '../../../electron/files/beside.ts';
import { nodeDisk } from '../../../electron/files/disk.ts';
import { packIssueFile, unpackIssueFile } from '../../../electron/files/issue-container.ts';
import { FileLock } from '../../../electron/files/lock.ts';
import { saveImported } from '../../../electron/import/save-imported.ts';
import { ArchivePlace, pastIssue } from '../archive/past-issues.ts';

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

const file = (number: number) => issueFileOf(pastIssue('2020-03-15', number, 628, []), new Map());
const path = () => place.path('期.zuban');

describe('an imported issue', () => {
  it('takes a new name, and the place of a plain file, which becomes the backup', async () => {
    await saveImported(path(), file(1));
    await saveImported(path(), file(2));
    expect(unpackIssueFile(readFileSync(path()), '期').issue.masthead.number).toBe(2);
    expect(unpackIssueFile(readFileSync(backupOf(path())), '期').issue.masthead.number).toBe(1);
    expect(existsSync(lockOf(path()))).toBe(false);
  });

  it('never takes the place of printings or versions', async () => {
    const mark = { at: '2020-03-14T20:00:00+08:00', by: '某某', engine: '1' };
    const print = {
      ...mark,
      issueHash: '0'.repeat(64),
      displayList: null,
      faces: [],
      pdf: new Uint8Array([1]),
    };
    for (const [held, said] of [
      [withPrint(file(1), print), /1次付印/],
      [withVersion(file(1), { ...mark, name: '初版', note: '' }), /1个版本/],
    ] as const) {
      const bytes = packIssueFile(held);
      writeFileSync(path(), bytes);
      await expect(saveImported(path(), file(2))).rejects.toThrow(said);
      expect(readFileSync(path()).equals(bytes)).toBe(true);
    }
  });

  it('leaves alone what cannot be read, and what somebody has open', async () => {
    writeFileSync(path(), '坏');
    await expect(saveImported(path(), file(2))).rejects.toThrow(/读不出来/);
    writeFileSync(path(), packIssueFile(file(1)));
    const taken = await FileLock.take(lockOf(path()), { who: '林小满', host: '别处' }, nodeDisk);
    await expect(saveImported(path(), file(2))).rejects.toThrow(/林小满正打开着/);
    if (taken.kind === 'taken') await taken.lock.release();
    expect(unpackIssueFile(readFileSync(path()), '期').issue.masthead.number).toBe(1);
  });
});
