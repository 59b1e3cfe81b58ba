/**
 * The benchmark: measures each text in processes of its own, then Chromium on the same text, and prints what came out
 * beside the goals. It judges nothing else: the exit code is 0 whether goals are met or not.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchText, benchTexts, TEXT_IDS } from './bench-text.ts';
import type { EngineFigures, EngineTask } from './engine-figures.ts';
import type { Measured } from './measured.ts';
import { bareStart, type Phase, processFigures } from './process-figures.ts';
import { openReference, type ReferenceFigures, referenceFigures } from './reference.ts';
import { runChild } from './run-child.ts';
import { printRows, printSpread, type Row, rowsOf, summary } from './table.ts';

/** The bundles stand in out/bench, beside one another. */
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const work = join(here, 'work');

interface Outcome {
  readonly text: BenchText;
  readonly stories: number;
  readonly pages: number;
  readonly rows: readonly Row[];
  readonly phases: readonly Phase[];
  readonly reference: ReferenceFigures | null;
}

const inChild = async <T>(script: string, task: EngineTask): Promise<T> =>
  JSON.parse(
    (await runChild(['--expose-gc', join(here, `${script}.mjs`), JSON.stringify(task)], root)).stdout,
  ) as T;

const printOutcome = ({ text, stories, pages, rows, phases, reference }: Outcome): void => {
  console.log(
    `\n${text.name}: ${text.characters.toLocaleString('en')} characters, ${stories} stories, ${pages} pages`,
  );
  console.log(printRows(rows));
  const parts = phases.map(({ phase, milliseconds }) => `${phase} ${milliseconds.toFixed(0)}`);
  console.log(`the process's own phases, ms: ${parts.join(', ')}`);
  const chromium = (of: Pick<ReferenceFigures, 'fresh' | 'edit'>) =>
    `afresh ${printSpread(of.fresh)}; one character edited ${printSpread(of.edit)}`;
  if (reference) {
    console.log(`Chromium, columns balanced: ${chromium(reference)}`);
    console.log(`Chromium, columns filled in turn: ${chromium(reference.inTurn)}`);
  }
};

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    text: { type: 'string', multiple: true },
  },
});
const { quick } = values;
const named = values.text ?? [];
const unknown = named.find((id) => !TEXT_IDS.some((known) => known === id));
if (unknown !== undefined) throw new Error(`no text ${unknown}: ${TEXT_IDS.join(', ')}`);

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const texts = benchTexts(root, work);
const chosen = texts.filter(({ id }) => named.length === 0 || named.includes(id));
const opened = await openReference();
const browser = typeof opened === 'string' ? null : opened;
const outcomes: Outcome[] = [];
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  if (!texts.some(({ id }) => id === 'seeds'))
    console.log('skipped: the newspaper seeds, once and sixteen times: ../shared/seeds is not there');
  if (browser) console.log(`reference: Chromium ${browser.version()}`);
  else console.log(`no reference, so no ratios: ${opened}`);
  const bare = await bareStart(root, quick);
  console.log(`a bare start of Node, part of every whole process: ${printSpread(bare)}`);
  for (const text of chosen) {
    const task: EngineTask = { text, quick };
    const whole = await processFigures(root, work, text, quick);
    const engine = await inChild<EngineFigures>('engine-figures', task);
    const heap = await inChild<Measured>('heap-growth', task);
    const reference = browser ? await referenceFigures(browser, engine.reference, quick) : null;
    const measured = { ...whole.figures, ...engine.figures, ...heap };
    const outcome: Outcome = {
      text,
      stories: engine.stories,
      pages: engine.pages,
      rows: rowsOf(text, measured, reference),
      phases: whole.phases,
      reference,
    };
    outcomes.push(outcome);
    printOutcome(outcome);
  }
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  console.log(`\n${summary(rows)}`);
  if (values.json !== undefined) {
    const processor = cpus()[0]?.model ?? null;
    const json = {
      node: process.version,
      processor,
      cores: cpus().length,
      chromium: browser?.version() ?? null,
      bareStart: bare,
      texts: outcomes.map(({ text: { paths: _, ...text }, ...rest }) => ({ ...text, ...rest })),
    };
    writeFileSync(values.json, `${JSON.stringify(json, null, 2)}\n`);
  }
} finally {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
}
