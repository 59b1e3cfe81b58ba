/**
 * `npm run bench`: measures the program against the speeds of the design (build/bench/). Options: --quick (fewer
 * rounds), --json FILE, --text seeds|sixteen|sample.
 * The measured code is bundled as the command line's is (bundle.mjs), so that no transform of the tests is in it.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ES_MODULES } from './bundle.mjs';
import { isFresh } from './freshness.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** As deep below the root as test/browser, whose launcher finds the browser from its own place. */
const out = join(root, 'out', 'bench');

const ENTRIES = ['bench', 'engine-figures', 'heap-growth'];

if (!(await isFresh(root))) {
  const { prepare } = await import('./prepare.mjs');
  await prepare();
}
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  ...ES_MODULES,
  absWorkingDir: root,
  entryPoints: ENTRIES.map((name) => join('build', 'bench', `${name}.ts`)),
  outdir: out,
  chunkNames: '[name]-[hash]',
  external: [...ES_MODULES.external, 'playwright-core'],
});
await import(pathToFileURL(join(out, 'bench.mjs')).href);
