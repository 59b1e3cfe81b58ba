/**
 * What 1,000 edits leave behind on the heap, each laid out and some of them printed: a cache that never forgets shows
 * here. Runs in a process of its own with `--expose-gc` and prints one line of JSON.
 */
import { createEngine } from '../../core/engine/engine.ts';
import { GlyphStores, loadFontSet } from '../../electron/fonts/font-files.ts';
import { openSources } from '../../electron/import/open-sources.ts';
import { writePdf } from '../../electron/pdf/pdf-writer.ts';
import type { EngineTask } from './engine-figures.ts';
import type { Measured } from './measured.ts';
import { exactly } from './spread.ts';
import { placesIn, Typist } from './typist.ts';

const EDITS = 1000;
/** Edits before the first count: code is compiled and caches fill once. */
const WARM_UP = 1000;
const EDITS_TO_A_PDF = 50;

const collect = (): number => {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  /* Twice: what a weak map held is freed by the collection after the one that found it. */
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};

const growth = async ({ text }: EngineTask): Promise<number> => {
  const engine = createEngine(loadFontSet());
  const { issue, pictures } = await openSources(text.paths, engine, { format: text.format });
  const stores = new GlyphStores();
  const typists = Object.values(placesIn(issue)).map((place) => new Typist(issue, place, '的'));
  const type = (edits: number) => {
    for (let i = 0; i < edits; i++) {
      const typist = typists[i % typists.length]!;
      const { displayList } = engine.layOut(typist.edit());
      if (i % EDITS_TO_A_PDF === 0) writePdf(displayList, stores, pictures);
    }
  };
  type(WARM_UP);
  const before = collect();
  type(EDITS);
  return collect() - before;
};

const bytes = await growth(JSON.parse(process.argv[2] ?? '') as EngineTask);
const measured: Measured = { 'heap-growth': exactly(bytes / 1e6) };
process.stdout.write(JSON.stringify(measured));
