/**
 * Figures of the command as its user has it: a process from start to exit, and the memory that it took. Times are
 * taken without anything added to the process; memory and the phases come from a run of their own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchText } from './bench-text.ts';
import type { Measured } from './measured.ts';
import { runChild } from './run-child.ts';
import { exactly, type Spread, spreadOf } from './spread.ts';

export interface Phase {
  readonly phase: string;
  readonly milliseconds: number;
}

export interface ProcessFigures {
  readonly figures: Measured;
  readonly phases: readonly Phase[];
}

/** Runs of one text; a text that takes long gets fewer, but never less than three. */
const RUNS = 9;
const QUICK_RUNS = 3;
const LONGEST_MS = 60_000;

const exportArguments = (root: string, text: BenchText, extra: readonly string[]): readonly string[] => [
  join(root, 'build', 'bin', 'zuban.mjs'),
  'export',
  ...text.paths,
  ...(text.format === null ? [] : ['--format', text.format]),
  '--quiet',
  ...extra,
];

/** What a start of Node costs that does nothing. */
export const bareStart = async (root: string, quick: boolean): Promise<Spread> => {
  const samples: number[] = [];
  for (let i = 0; i < (quick ? QUICK_RUNS : RUNS); i++)
    samples.push((await runChild(['-e', '0'], root)).milliseconds);
  return spreadOf(samples);
};

export const processFigures = async (
  root: string,
  work: string,
  text: BenchText,
  quick: boolean,
): Promise<ProcessFigures> => {
  const pdf = join(work, `${text.id}.pdf`);
  const report = join(work, `${text.id}-report.json`);
  const memory = join(work, `${text.id}-memory.txt`);
  /* The first run reads the files into the system's cache; it is not counted. */
  const watched = await runChild(
    [
      '--import',
      pathToFileURL(join(root, 'build', 'bench', 'report-memory.mjs')).href,
      ...exportArguments(root, text, ['--pdf', pdf, '--report', report]),
    ],
    root,
    { ZUBAN_BENCH_MEMORY: memory },
  );
  const runs = quick
    ? QUICK_RUNS
    : Math.max(3, Math.min(RUNS, Math.floor(LONGEST_MS / watched.milliseconds)));
  const samples: number[] = [];
  for (let i = 0; i < runs; i++)
    samples.push((await runChild(exportArguments(root, text, ['--pdf', pdf]), root)).milliseconds);
  const { phases } = JSON.parse(readFileSync(report, 'utf8')) as { phases: readonly Phase[] };
  return {
    figures: {
      'text-to-pdf': spreadOf(samples),
      resident: exactly(Number(readFileSync(memory, 'utf8')) / 1e6),
    },
    phases,
  };
};
