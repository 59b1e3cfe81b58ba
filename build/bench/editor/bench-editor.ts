/**
 * The editor in a real browser on the real host: what a keystroke, a drag and opening cost, what stands in the DOM,
 * whether memory stays. Figures beside their goals; nothing is judged, the exit code is 0.
 *
 * A keystroke is timed from its input event to the end of script, layout and style (a forced layout after React's
 * flush), and to the first task after the frame that painted it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { canLaunch, launchBrowser } from '../../../test/browser/launch.ts';
import { type BenchText, benchTexts, sixteenCopies } from '../bench-text.ts';
import { spreadOf } from '../spread.ts';
import { dragFrames, keystrokes, openings, steadyHeap, type Timed } from './editor-figures.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const work = join(here, 'editor-work');

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});

/** The sample, and an issue of at least sixteen pages: of the newspaper seeds where they are, else of the sample. */
const texts = (): readonly BenchText[] => {
  const all = benchTexts(root, work);
  const sample = all.find((text) => text.id === 'sample')!;
  const sixteen = all.find((text) => text.id === 'sixteen');
  const large = sixteen ?? {
    ...sample,
    id: 'sixteen' as const,
    name: 'sample × 16',
    paths: sixteenCopies(sample.paths, join(work, 'sample-sixteen')),
  };
  return [sample, large];
};

interface Line {
  readonly figure: string;
  readonly samples: readonly number[];
  readonly unit: string;
  readonly goal: number | null;
  /** The goal holds for the 95th percentile, else for the median. */
  readonly at95: boolean;
}

const quantile = (samples: readonly number[], q: number): number => {
  const ascending = [...samples].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.ceil(q * ascending.length) - 1)]!;
};

const printed = ({ figure, samples, unit, goal, at95 }: Line): string => {
  const { median } = spreadOf(samples);
  const p95 = quantile(samples, 0.95);
  const value = at95 ? p95 : median;
  const verdict = goal === null ? '' : `≤ ${goal} ${unit}  ${value <= goal ? 'met' : 'MISSED'}`;
  return `  ${figure.padEnd(52)} median ${median.toFixed(1)}  p95 ${p95.toFixed(1)} ${unit}  n ${samples.length}  ${verdict}`;
};

const timed = (name: string, { script, painted }: Timed): readonly Line[] => [
  { figure: `${name}: script, layout and DOM`, samples: script, unit: 'ms', goal: 8, at95: true },
  { figure: `${name}: painted`, samples: painted, unit: 'ms', goal: 33, at95: true },
];

/** The built browser host, as `npm start` runs it: on the sample in its own format where no paths are given. */
const hostOn = async (paths: readonly string[], archive: string) => {
  // One for each: what the one left unsaved would be offered to the other.
  process.env.ZUBAN_ARCHIVE = archive;
  const { serveInBrowser } = (await import(pathToFileURL(join(root, 'dist', 'serve.mjs')).href)) as {
    serveInBrowser: (
      paths: readonly string[],
      port: number,
    ) => Promise<{ address: string; close: () => Promise<void> }>;
  };
  return serveInBrowser(paths, 0);
};

const measure = async (browser: Browser, text: BenchText): Promise<readonly Line[]> => {
  const host = await hostOn(text.id === 'sample' ? [] : text.paths, join(work, `archive-${text.id}`));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page: Page = await context.newPage();
  try {
    const rounds = values.quick ? 3 : 7;
    const strokes = values.quick ? 60 : 200;
    await page.goto(host.address);
    const opened = await openings(page, rounds);
    const dom = await page.evaluate(() => ({
      sheets: document.querySelectorAll('.sheet').length,
      drawn: document.querySelectorAll('.sheet .page-drawing').length,
    }));
    console.log(`\n${text.name}: ${dom.sheets} pages, ${dom.drawn} of them in the DOM`);
    const lines: Line[] = [
      {
        figure: 'page asked for → first page painted',
        samples: opened,
        unit: 'ms',
        goal: text.id === 'sixteen' ? 500 : null,
        at95: false,
      },
      ...timed('keystroke in the longest story', await keystrokes(page, strokes)),
      ...timed('drag of a frame, a step', await dragFrames(page, values.quick ? 40 : 120)),
    ];
    const heap = await steadyHeap(page, 1000);
    lines.push({
      figure: 'heap gained over 1,000 edits',
      samples: [heap],
      unit: 'MB',
      goal: null,
      at95: false,
    });
    return lines;
  } finally {
    await context.close();
    await host.close();
  }
};

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
if (!canLaunch()) console.log('no browser on this machine: nothing was measured');
else {
  const [cpu] = cpus();
  console.log(`${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores`);
  const browser = await launchBrowser();
  const all: Record<string, readonly Line[]> = {};
  for (const text of texts()) {
    const lines = await measure(browser, text);
    for (const line of lines) console.log(printed(line));
    all[text.name] = lines;
  }
  await browser.close();
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all, null, 1)}\n`);
}
rmSync(work, { recursive: true, force: true });
