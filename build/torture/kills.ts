/**
 * SIGKILL at random moments, again and again on the same work: after each the file opens whole, its backup too, the
 * journal is offered, nothing is missing that was taken more than a second before, and no version or print at all.
 * Some lives lose their journals in between (lose-journal.ts), and must have begun new ones.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupOf } from '../../electron/files/beside.ts';
import { nodeDisk } from '../../electron/files/disk.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { thisEditor } from '../../electron/files/lock.ts';
import { recoverPictures } from '../../electron/files/recover-parts.ts';
import { findWork } from '../../electron/files/recovery.ts';
import { editsIn, KnownStates, milestonesIn, NO_MILESTONES, seeded } from './work.ts';
import { FILE } from './worker-session.ts';

export interface KillFigures {
  readonly kills: number;
  readonly edits: number;
  readonly saves: number;
  readonly versions: number;
  readonly prints: number;
  readonly recovered: number;
  /** Times that the journal was taken away, and survived. */
  readonly losses: number;
  /** Age of the oldest edit that was taken and is gone, ms; 0 where none is. */
  readonly worstLoss: number;
  readonly faults: readonly string[];
}

/** A folder is used for so many kills, so that work grows through several lives and also begins unsaved. */
const LIVES = 10;
const SECOND = 1_000_000_000n;

interface Life {
  begun: number | null;
  readonly edits: Map<number, bigint>;
  saves: number;
  versions: number;
  prints: number;
  losses: number;
  /** Killed between the loss of the journal and the flush that finds it out. */
  losing: boolean;
  errors: string;
}

const live = (child: string, args: readonly string[], milliseconds: number) =>
  new Promise<{ readonly life: Life; readonly killedAt: bigint }>((resolve) => {
    const life: Life = {
      begun: null,
      edits: new Map(),
      saves: 0,
      versions: 0,
      prints: 0,
      losses: 0,
      losing: false,
      errors: '',
    };
    const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let killedAt = 0n;
    let rest = '';
    process_.stderr.on('data', (data: Buffer) => {
      life.errors += data.toString('utf8');
    });
    process_.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [what, n, at] = line.split(' ');
        if (what === 'edit') life.edits.set(Number(n), BigInt(at ?? 0));
        if (what === 'saved') life.saves++;
        if (what === 'losing') life.losing = true;
        if (what === 'safe') {
          life.losing = false;
          life.losses++;
        }
        if (what === 'version') life.versions = Number(n);
        if (what === 'print') life.prints = Number(n);
        if (what === 'begin') {
          life.begun = Number(n);
          setTimeout(() => {
            killedAt = process.hrtime.bigint();
            process_.kill('SIGKILL');
          }, milliseconds);
        }
      }
    });
    process_.once('close', () => resolve({ life, killedAt }));
  });

/** What one who opens the folder finds; throws what opening throws. */
const found = async (archive: string, unsaved: string) => {
  const path = join(archive, FILE);
  const inFile = existsSync(path) ? await readIssueFile(path) : null;
  if (existsSync(backupOf(path))) await readIssueFile(backupOf(path));
  const {
    work: [work],
  } = await findWork({
    disk: nodeDisk,
    editor: thisEditor(),
    unsaved,
    folders: [archive],
    files: [],
    notThese: new Set(),
    ownLocks: new Set(),
  });
  const recovered = work ? await recoverPictures(work, nodeDisk) : null;
  if (recovered && recovered.missing.length > 0) throw new Error(`pictures missing: ${recovered.missing}`);
  return { issue: recovered?.issue ?? inFile?.issue ?? null, inFile, recovered: work !== undefined };
};

export const killAgainAndAgain = async (
  child: string,
  kills: number,
  seed: number,
  say: (line: string) => void,
): Promise<KillFigures> => {
  const random = seeded(seed);
  const figures = {
    kills: 0,
    edits: 0,
    saves: 0,
    versions: 0,
    prints: 0,
    recovered: 0,
    losses: 0,
    worstLoss: 0,
  };
  const faults: string[] = [];
  let folder = '';
  let known = new KnownStates();
  let tag = '';
  let expected = 0;
  let kept = NO_MILESTONES;
  for (let kill = 0; kill < kills; kill++) {
    if (kill % LIVES === 0) {
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = mkdtempSync(join(tmpdir(), 'zuban-torture-'));
      mkdirSync(join(folder, 'archive'));
      tag = `·${seed}-${kill}`;
      known = new KnownStates(tag);
      expected = 0;
      kept = NO_MILESTONES;
    }
    const [archive, unsaved] = [join(folder, 'archive'), join(folder, 'unsaved')];
    const lifetime = random() < 0.1 ? 1_000 + random() * 1_500 : random() * 500;
    const { life, killedAt } = await live(
      child,
      [archive, unsaved, String(seed * 10_000 + kill), tag],
      lifetime,
    );
    const at = `kill ${kill} (seed ${seed}, ${folder})`;
    if (life.begun === null || killedAt === 0n) {
      faults.push(`${at}: the process ended by itself: ${life.errors.slice(-600)}`);
      break;
    }
    const before = kept;
    if (life.begun < expected) faults.push(`${at}: began with ${life.begun} of ${expected} edits`);
    figures.kills++;
    figures.edits += life.edits.size;
    figures.saves += life.saves;
    figures.losses += life.losses;
    try {
      const { issue, inFile, recovered } = await found(archive, unsaved);
      const n = issue ? editsIn(issue) : 0;
      if (issue && !known.holds(issue)) faults.push(`${at}: the issue is not what ${n} edits make`);
      if (recovered) figures.recovered++;
      for (const [edit, taken] of life.edits) {
        if (edit <= n || life.losing) continue;
        const age = killedAt - taken;
        figures.worstLoss = Math.max(figures.worstLoss, Number(age / 1_000n) / 1_000);
        if (age > SECOND)
          faults.push(`${at}: edit ${edit} of ${Number(age / 1_000_000n)} ms is gone, found ${n}`);
      }
      if (n < life.begun && !life.losing)
        faults.push(`${at}: ${n} edits where ${life.begun} had been recovered`);
      expected = n;
      kept = {
        versions: Math.max(kept.versions, life.versions),
        prints: Math.max(kept.prints, life.prints),
      };
      const fault = inFile ? known.milestoneFault(inFile, kept) : null;
      if (fault !== null) faults.push(`${at}: ${fault}`);
      if (!inFile && kept.versions + kept.prints > 0) faults.push(`${at}: the file with milestones is gone`);
      if (inFile) kept = milestonesIn(inFile);
      figures.versions += kept.versions - before.versions;
      figures.prints += kept.prints - before.prints;
    } catch (error) {
      faults.push(`${at}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (faults.length > 0) return { ...figures, faults };
    if (kill % 50 === 49) say(`  ${kill + 1} kills, worst loss ${figures.worstLoss.toFixed(1)} ms`);
    await sleep(1);
  }
  // What failed is left to be looked at.
  if (folder && faults.length === 0) rmSync(folder, { recursive: true, force: true });
  return { ...figures, faults };
};
