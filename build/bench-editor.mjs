/**
 * `npm run bench:editor`: measures the editor in a real browser (build/bench/editor/). Options: --quick (fewer
 * rounds), --json FILE.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ES_MODULES } from './bundle.mjs';
import { isFresh } from './freshness.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** As deep below the root as test/browser, whose launcher finds the browser from its own place. */
const out = join(root, 'out', 'bench-editor');

if (!(await isFresh(root))) {
  const { prepare } = await import('./prepare.mjs');
  await prepare();
}
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  ...ES_MODULES,
  absWorkingDir: root,
  entryPoints: [join('build', 'bench', 'editor', 'bench-editor.ts')],
  outdir: out,
  chunkNames: '[name]-[hash]',
  external: [...ES_MODULES.external, 'playwright-core'],
});
await import(pathToFileURL(join(out, 'bench-editor.mjs')).href);
process.exit(0);
