/** Makes the code cache of the command: runs an export once, so that what an export needs is compiled in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheOf, runBundle } from './bin/run-bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, 'dist', 'zuban.cjs');
const sample = join(root, 'assets', 'sample', '上街时报-样张.md');
const folder = await mkdtemp(join(tmpdir(), 'zuban-'));
try {
  const { exports, script } = runBundle(bundle);
  const code = await exports.main(['export', sample, '--pdf', join(folder, 'sample.pdf'), '--quiet'], '');
  if (code === 0) await writeFile(cacheOf(bundle), script.createCachedData());
} finally {
  await rm(folder, { recursive: true, force: true });
}
