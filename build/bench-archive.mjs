/**
 * `npm run bench:archive`: makes an archive and measures its index, search and opening (build/bench/archive/). Options:
 * --quick (200 issues instead of 2,000), --json FILE.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { COMMAND, ES_MODULES } from './bundle.mjs';
import { isFresh } from './freshness.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out', 'bench-archive');

/* Nothing that is measured stands in dist/ but the fonts. */
if (!(await isFresh(root)) && !process.argv.includes('--no-build')) {
  const { prepare } = await import('./prepare.mjs');
  await prepare();
}
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  ...ES_MODULES,
  absWorkingDir: root,
  entryPoints: ['bench-archive', 'index-once'].map((name) => join('build', 'bench', 'archive', `${name}.ts`)),
  outdir: out,
  chunkNames: '[name]-[hash]',
});
await build({
  ...COMMAND,
  absWorkingDir: root,
  entryPoints: [join('electron', 'archive', 'archive-worker.ts')],
  outdir: out,
});
await import(pathToFileURL(join(out, 'bench-archive.mjs')).href);
process.exit(0);
