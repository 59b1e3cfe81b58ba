/**
 * `npm run bench`: measures the program against the speeds of the design (build/bench/). Options: --quick (fewer
 * rounds), --json FILE, --text seeds|sixteen|sample.
 */
import { bundleBench, runBench } from './bundle-bench.mjs';

await runBench(await bundleBench('bench', ['bench', 'engine-figures', 'heap-growth']), 'bench');
