/**
 * `npm run torture`: kills, power cuts, full disks, two at once and broken files against the files' safety
 * (build/torture/). Options: --kills N (200), --fuzz N (2000), --edits N (60), --seed N (1).
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleTorture } from './torture/bundle-torture.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out', 'torture');
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await bundleTorture(root, out, ['torture', 'child', 'two-child']);
await import(pathToFileURL(join(out, 'torture.mjs')).href);
