/**
 * `npm run bench:archive`: makes an archive and measures its index, search and opening (build/bench/archive/). Options:
 * --quick (200 issues instead of 2,000), --json FILE, --no-build (nothing that is measured stands in dist/ but the fonts).
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { COMMAND } from './bundle.mjs';
import { bundleBench, root, runBench } from './bundle-bench.mjs';

const ENTRY = 'archive/bench-archive';
const out = await bundleBench('bench-archive', [ENTRY, 'archive/index-once']);
await build({
  ...COMMAND,
  absWorkingDir: root,
  entryPoints: [join('electron', 'workers', 'archive-worker.ts')],
  outdir: out,
});
await runBench(out, ENTRY);
process.exit(0);
