/** Two processes on one folder: every save of both is in the file in the end, or beside it as a version. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeDisk } from '../../electron/files/disk.ts';
import { readIssueFile, writeIssueFile } from '../../electron/files/issue-store.ts';
import { editsIn, KnownStates, startIssue } from './work.ts';
import { FILE } from './worker-session.ts';

export interface TwoFigures {
  readonly saved: number;
  readonly refused: number;
  readonly versions: number;
  readonly faults: readonly string[];
}

const linesOf = (child: string, args: readonly string[]) =>
  new Promise<readonly string[]>((resolve) => {
    const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    process_.stdout.on('data', (data: Buffer) => (text += data.toString('utf8')));
    process_.stderr.on('data', (data: Buffer) => (text += `error: ${data.toString('utf8')}`));
    process_.once('close', () => resolve(text.trim().split('\n')));
  });

export const workTogether = async (child: string, rounds: number): Promise<TwoFigures> => {
  const archive = mkdtempSync(join(tmpdir(), 'zuban-two-'));
  const path = join(archive, FILE);
  await nodeDisk.makeFolder(dirname(path));
  await writeIssueFile(path, startIssue(), new Map());
  const args = [archive, String(rounds)];
  const lines = (await Promise.all([linesOf(child, args), linesOf(child, args)])).flat();
  const count = (what: string): number => lines.filter((line) => line === what).length;
  const figures = { saved: count('saved'), refused: count('refused'), versions: count('version') };
  const faults = lines.filter((line) => !['saved', 'refused', 'version'].includes(line));
  const { issue } = await readIssueFile(path);
  if (editsIn(issue) !== figures.saved || !new KnownStates().holds(issue))
    faults.push(`${editsIn(issue)} edits in the file, ${figures.saved} were saved`);
  const files = readdirSync(dirname(path)).filter((name) => name.endsWith('版本）.zuban'));
  if (figures.versions > 0 && files.length === 0) faults.push('a version is missing');
  rmSync(archive, { recursive: true, force: true });
  return { ...figures, faults };
};
