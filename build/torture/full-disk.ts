/**
 * A disk that fills at every byte of a save in turn, and a small real one: the save says so in a sentence, the file is
 * the one before, the work is still in the session, and is saved when there is room again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../electron/files/disk.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { type Failure, failingDisk } from './failing-disk.ts';
import { RecordingDisk } from './recording-disk.ts';
import { editsIn, KnownStates } from './work.ts';
import { doNextEdit, FILE, openWork } from './worker-session.ts';

export interface FullDiskFigures {
  readonly rounds: number;
  readonly refused: number;
  readonly faults: readonly string[];
}

const NO_PACE = { idle: 1_000_000, most: 1_000_000 };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const oneRound = async (
  room: number,
  known: KnownStates,
): Promise<{ refused: boolean; fault: string | null }> => {
  const base = new RecordingDisk();
  const failure: Failure = {};
  const disk = failingDisk(base, failure);
  const session = openWork('/archive', { disk, pace: NO_PACE, unsaved: '/unsaved' });
  await doNextEdit(session);
  await session.saveAsItIs();
  failure.room = room;
  await doNextEdit(session);
  await doNextEdit(session);
  await session.flushed();
  let refused = false;
  try {
    await session.saveAsItIs();
  } catch (error) {
    refused = true;
    if (!/“.*”存不下：磁盘已满，请清理后再试；原文件没有动过，修改仍在界面上.*。$/.test(messageOf(error)))
      return { refused, fault: `not a sentence: ${messageOf(error)}` };
  }
  const there = await readIssueFile(`/archive/${FILE}`, base);
  if (editsIn(there.issue) !== (refused ? 1 : 3) || !known.holds(there.issue))
    return { refused, fault: `the file has ${editsIn(there.issue)} edits` };
  if (editsIn((await session.message()).issue) !== 3) return { refused, fault: 'the session lost edits' };
  delete failure.room;
  await session.saveAsItIs();
  const after = await readIssueFile(`/archive/${FILE}`, base);
  await session.close('drop');
  const left = base.paths.filter((path) => /\.tmp$|\.journal|\.lock/.test(path));
  if (left.length > 0) return { refused, fault: `left behind: ${left.join(', ')}` };
  return { refused, fault: editsIn(after.issue) === 3 ? null : 'not saved when there was room again' };
};

/** Room from none to more than the save needs, `step` bytes apart. */
export const fillAtEveryByte = async (step: number): Promise<FullDiskFigures> => {
  const known = new KnownStates();
  const faults: string[] = [];
  let rounds = 0;
  let refused = 0;
  for (let room = 0, enough = 0; enough < 3; room += step) {
    rounds++;
    const outcome = await oneRound(room, known).catch((error: unknown) => ({
      refused: false,
      fault: messageOf(error),
    }));
    if (outcome.refused) refused++;
    else enough++;
    if (outcome.fault !== null) faults.push(`room for ${room} bytes: ${outcome.fault}`);
  }
  return { rounds, refused, faults };
};

/** The same on a tmpfs of a megabyte. Null where none can be mounted (only Linux, only its administrator). */
export const fillTmpfs = async (): Promise<FullDiskFigures | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'zuban-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const faults: string[] = [];
  const archive = join(folder, 'archive');
  const session = openWork(archive, { unsaved: join(folder, 'unsaved') });
  let refused = 0;
  try {
    await doNextEdit(session);
    await session.saveAsItIs();
    const ballast = join(folder, 'ballast');
    for (let size = 1_040_000; size > 0; size -= 8_192) {
      try {
        writeFileSync(ballast, new Uint8Array(size));
        break;
      } catch {
        rmSync(ballast, { force: true });
      }
    }
    for (let n = 0; n < 30; n++) await doNextEdit(session);
    await session.flushed();
    const before = editsIn((await readIssueFile(join(archive, FILE), nodeDisk)).issue);
    try {
      await session.saveAsItIs();
      faults.push('saved on a full disk');
    } catch (error) {
      refused++;
      if (!/磁盘已满/.test(messageOf(error))) faults.push(messageOf(error));
    }
    const { issue } = await readIssueFile(join(archive, FILE));
    if (editsIn(issue) !== before) faults.push('the file changed');
    rmSync(ballast);
    await session.saveAsItIs();
    if (editsIn((await readIssueFile(join(archive, FILE))).issue) !== 31) faults.push('not saved afterwards');
  } catch (error) {
    faults.push(messageOf(error));
  } finally {
    await session.close('drop');
    execFileSync('umount', [folder], { stdio: 'ignore' });
    rmdirSync(folder);
  }
  return { rounds: 1, refused, faults };
};
