/**
 * The archive at its full size (ARCHITECTURE.md): 2,000 issues of ten stories. First index and its memory in a process
 * of its own; then what a host does with a warm index, in its worker: the list, searches with their excerpts, an
 * issue opened. Figures beside their goals; nothing is judged, the exit code is 0.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SearchFilters } from '../../../core/contract/archive-channels.ts';
import { ArchiveDesk } from '../../../electron/archive/archive-desk.ts';
import { indexPlace } from '../../../electron/archive/index-place.ts';
import { Dice, makeArchive, personName, zipfWord } from './make-archive.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const ISSUES = values.quick ? 200 : 2_000;
const SEARCHES = 400;

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
}

const figures: Figure[] = [];
const report = (name: string, value: number, unit: string, goal: number | null = null): void => {
  figures.push({ name, value, unit, goal });
  const verdict = goal === null ? '' : `  ≤ ${goal} ${unit}  ${value <= goal ? 'met' : 'MISSED'}`;
  console.log(`  ${name.padEnd(48)} ${value.toFixed(1).padStart(9)} ${unit}${verdict}`);
};

const timed = async <Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};

const quantile = (samples: readonly number[], q: number): number => {
  const ascending = [...samples].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.ceil(q * ascending.length) - 1)]!;
};

/** What people ask: mostly a word, sometimes two, a character, a person, a year. */
const question = (dice: Dice): readonly [string, SearchFilters] => {
  const word = zipfWord(dice);
  switch (dice.roll(8)) {
    case 0:
      return [`${word} ${zipfWord(dice)}`, {}];
    case 1:
      return [word[0]!, {}];
    case 2:
      return [word, { person: personName(dice) }];
    case 3:
      return [word, { year: 1980 + dice.roll(4) }];
    case 4:
      return [word, { columnName: '民生' }];
    default:
      return [word, {}];
  }
};

const folder = mkdtempSync(join(tmpdir(), 'zuban-archive-'));
try {
  const [making, bytes] = await timed(() => makeArchive(folder, ISSUES));
  console.log(
    `${ISSUES} issues, ${ISSUES * 10} stories, ${(bytes / 1e6).toFixed(0)} MB, made in ${(making / 1000).toFixed(1)} s`,
  );
  const first = JSON.parse(
    execFileSync(process.execPath, [join(here, 'index-once.mjs'), folder], { encoding: 'utf8' }),
  );
  report('first index', first.milliseconds / 1000, 's', 40);
  report('memory of the process that indexes', first.memory / 1e6, 'MB', 300);
  report('index on the disk', statSync(await indexPlace(folder)).size / 1e6, 'MB');
  const again = JSON.parse(
    execFileSync(process.execPath, [join(here, 'index-once.mjs'), folder], { encoding: 'utf8' }),
  );
  report('index brought up to date, nothing changed', again.milliseconds, 'ms');

  const desk = new ArchiveDesk(async () => folder, join(here, 'archive-worker.cjs'));
  const [listing, years] = await timed(() => desk.list());
  report('warm index: start of the worker to the list', listing, 'ms', 500);
  while ((await desk.statusNow()).state === 'indexing') await new Promise((done) => setTimeout(done, 20));
  const dice = new Dice(11);
  const searches: number[] = [];
  for (let i = 0; i < SEARCHES; i++) {
    const [query, filters] = question(dice);
    searches.push((await timed(() => desk.search({ query, filters, page: 1 })))[0]);
  }
  report('search with excerpts, median', quantile(searches, 0.5), 'ms');
  report('search with excerpts, 95th percentile', quantile(searches, 0.95), 'ms', 15);
  const files = years.flatMap(({ issues }) => issues.map(({ file }) => file));
  const openings: number[] = [];
  for (let i = 0; i < 20; i++)
    openings.push((await timed(() => desk.peek(files[dice.roll(files.length)]!)))[0]);
  report('opening an issue, first', openings[0]!, 'ms', 150);
  report('opening an issue, median', quantile(openings, 0.5), 'ms', 150);
  report('a front page drawn', (await timed(() => desk.thumbnail(files[0]!)))[0], 'ms');
  report('the same once more', (await timed(() => desk.thumbnail(files[0]!)))[0], 'ms');
  report('memory of the host with its workers', process.memoryUsage().rss / 1e6, 'MB', 300);
  await desk.close();
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
