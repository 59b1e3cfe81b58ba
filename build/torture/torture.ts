/** Runs the tortures one after another and prints what they found; exit code 1 where anything was lost. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fillAtEveryByte, fillTmpfs } from './full-disk.ts';
import { flipEveryRegion, fuzzOpening } from './fuzz.ts';
import { killAgainAndAgain } from './kills.ts';
import { replayPowerCuts } from './power-cuts.ts';
import { measureSaving } from './save-speed.ts';
import { workTogether } from './two-processes.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    fuzz: { type: 'string', default: '2000' },
    edits: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const number = (option: keyof typeof values): number => {
  const value = Number(values[option]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${option}: ${values[option]}`);
  return value;
};
const [kills, fuzz, edits, seed] = [number('kills'), number('fuzz'), number('edits'), number('seed')];
const here = dirname(fileURLToPath(import.meta.url));
let failed = false;

const part = async <Figures extends object>(
  name: string,
  run: () => Promise<(Figures & { readonly faults?: readonly string[] }) | null>,
): Promise<void> => {
  const started = performance.now();
  const result = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result === null) return console.log(`- ${name}: not possible here`);
  const { faults = [], ...figures } = result;
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name} (${seconds} s): ${JSON.stringify(figures)}`);
  for (const fault of faults.slice(0, 20)) console.log(`    ${fault}`);
  if (faults.length > 0) failed = true;
};

const say = (line: string): void => console.log(line);

await part('saving 40 MB, and edits into the journal', () => measureSaving(10));
await part('power cuts at every operation', () => replayPowerCuts(edits, seed));
await part('a disk that fills at every 97th byte', () => fillAtEveryByte(97));
await part('a small disk that is full', fillTmpfs);
await part('two processes on one folder', () => workTogether(join(here, 'two-child.mjs'), 60));
await part('every 32 bytes flipped, blanked, cut', () => flipEveryRegion(32));
await part(`opening ${fuzz} mutated files`, () => fuzzOpening(fuzz, seed));
await part(`${kills} kills`, () => killAgainAndAgain(join(here, 'child.mjs'), kills, seed, say));
process.exit(failed ? 1 : 0);
