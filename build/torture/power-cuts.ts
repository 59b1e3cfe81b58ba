/**
 * A kill does not show a power cut. Here the work runs on a disk that records (recording-disk.ts), and every prefix
 * of what it wrote is replayed in every way that a disk may leave it: what had been flushed or saved before must be
 * found again, whole, and so must be every version and print.
 */
import type { Disk } from '../../electron/files/disk.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { recoverPictures } from '../../electron/files/recover-parts.ts';
import { findWork } from '../../electron/files/recovery.ts';
import { POWER_CUTS, RecordingDisk } from './recording-disk.ts';
import { editsIn, KnownStates, type Milestones, NO_MILESTONES, seeded } from './work.ts';
import { doNextEdit, FILE, keepMilestone, openWork } from './worker-session.ts';

export interface PowerCutFigures {
  readonly operations: Readonly<Record<string, number>>;
  readonly replays: number;
  readonly faults: readonly string[];
}

/** Never by itself: what is flushed when is to be the same at each run. */
const NO_PACE = { idle: 1_000_000, most: 1_000_000 };
const EDITOR = { who: '甲', host: 'before' };
const AFTER = { who: '甲', host: 'after' };

/** How many edits were safe once the disk had done so many operations. */
interface Mark {
  readonly count: number;
  readonly edits: number;
  readonly kept: Milestones;
}

const VERSION_AT = 5;
const PRINT_AT = 9;

const record = async (edits: number, seed: number, through: (disk: Disk) => Disk) => {
  const recording = new RecordingDisk();
  const disk = through(recording);
  const random = seeded(seed);
  const session = openWork('/archive', { disk, editor: EDITOR, pace: NO_PACE, unsaved: '/unsaved' });
  const marks: Mark[] = [];
  let kept = NO_MILESTONES;
  for (let n = 1; n <= edits; n++) {
    await doNextEdit(session);
    const chance = random();
    if (n === VERSION_AT) kept = { ...kept, versions: await keepMilestone(session, 'version') };
    else if (n === PRINT_AT)
      kept = { versions: kept.versions + 1, prints: await keepMilestone(session, 'print') };
    else if (chance < 0.25) {
      // An edit comes while it saves.
      const saved = session.saveAsItIs();
      if (chance < 0.1) n = await doNextEdit(session);
      await saved;
      if (chance < 0.1) await session.flushed();
    } else if (chance < 0.6) await session.flushed();
    else continue;
    marks.push({ count: recording.count, edits: n, kept });
  }
  await session.close('keep');
  marks.push({ count: recording.count, edits: editsIn((await session.message()).issue), kept });
  return { disk: recording, marks };
};

const foundOn = async (disk: RecordingDisk) => {
  const path = `/archive/${FILE}`;
  const inFile = (await disk.facts(path)) ? await readIssueFile(path, disk) : null;
  const search = {
    disk,
    editor: AFTER,
    unsaved: '/unsaved',
    folders: ['/archive'],
    files: [],
    notThese: new Set<string>(),
    ownLocks: new Set<string>(),
  };
  const {
    work: [work],
  } = await findWork(search);
  const recovered = work ? await recoverPictures(work, disk) : null;
  if (recovered && recovered.missing.length > 0) throw new Error(`pictures missing: ${recovered.missing}`);
  return { issue: recovered?.issue ?? inFile?.issue ?? null, inFile };
};

/** `through` may make the disk worse: one that flushes nothing must be found out. */
export const replayPowerCuts = async (
  edits: number,
  seed: number,
  through: (disk: Disk) => Disk = (disk) => disk,
): Promise<PowerCutFigures> => {
  const { disk, marks } = await record(edits, seed, through);
  const known = new KnownStates();
  const faults: string[] = [];
  let replays = 0;
  for (let count = 0; count <= disk.count; count++) {
    const mark = marks.findLast((one) => one.count <= count);
    const { edits: safe, kept } = mark ?? { edits: 0, kept: NO_MILESTONES };
    for (const cut of POWER_CUTS) {
      replays++;
      const at = `after ${count} operations, names ${cut.names}, contents ${cut.contents}`;
      try {
        const { issue, inFile } = await foundOn(disk.replay(count, cut));
        const found = issue ? editsIn(issue) : 0;
        if (issue && !known.holds(issue)) faults.push(`${at}: not what ${found} edits make`);
        if (found < safe) faults.push(`${at}: ${found} of ${safe} edits`);
        const fault = inFile ? known.milestoneFault(inFile, kept) : kept.versions > 0 ? 'no file' : null;
        if (fault !== null) faults.push(`${at}: ${fault}`);
      } catch (error) {
        faults.push(`${at}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { operations: disk.counts, replays, faults };
};
