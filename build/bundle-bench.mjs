/**
 * Bundles a benchmark as the program itself is shipped (bundle.mjs), so that no transform of the tests is in what is
 * measured, and runs it. Entries are paths below build/bench without their ending; the first is the one to run.
 */
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ES_MODULES } from './bundle.mjs';
import { isFresh } from './freshness.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of the bundles: as deep below the root as test/browser, whose launcher finds the browser from its own place. */
export const bundleBench = async (name, entries) => {
  if (!(await isFresh(root)) && !process.argv.includes('--no-build')) {
    const { prepare } = await import('./prepare.mjs');
    await prepare();
  }
  const out = join(root, 'out', name);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    ...ES_MODULES,
    absWorkingDir: root,
    entryPoints: entries.map((entry) => join('build', 'bench', `${entry}.ts`)),
    outdir: out,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    external: [...ES_MODULES.external, 'playwright-core'],
  });
  return out;
};

export const runBench = async (out, entry) => {
  await import(pathToFileURL(join(out, `${basename(entry)}.mjs`)).href);
};
