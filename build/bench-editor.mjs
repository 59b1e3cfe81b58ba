/**
 * `npm run bench:editor`: measures the editor in a real browser (build/bench/editor/). Options: --quick (fewer
 * rounds), --json FILE.
 */
import { bundleBench, runBench } from './bundle-bench.mjs';

const ENTRY = 'editor/bench-editor';

await runBench(await bundleBench('bench-editor', [ENTRY]), ENTRY);
process.exit(0);
