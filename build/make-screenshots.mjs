/**
 * `npm run screenshots`: makes the README's pictures anew in docs/pictures, by the project's own means: the
 * application as the browser tests see it, and the sample's pages as the command line prints them.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(root, 'docs', 'pictures');
const DPI = '80';
/** Of the README and the guide; the browser tests take them as they do an editor's job. */
const SHOWN = [
  'application',
  'application-dark',
  'dialog-new',
  'panel-tray',
  'drag-story',
  'stories-placed',
  'menu-jump',
  'inspector-frame',
  'panel-problems',
];

const run = async (args) => {
  const code = await runNode(args, { cwd: root });
  if (code !== 0) process.exit(code);
};

mkdirSync(pictures, { recursive: true });
await run([
  join('node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--project',
  'browser',
  ...['shell', 'panels', 'whole-job', 'inspector'].map((name) => `test/browser/${name}.test.ts`),
]);
for (const name of SHOWN)
  copyFileSync(join(root, 'out', 'screenshots', `${name}.png`), join(pictures, `${name}.png`));
await run([
  join('build', 'bin', 'zuban.mjs'),
  'export',
  join('assets', 'sample', '上街时报-样张.md'),
  '--format',
  '四开',
  '--png',
  join(pictures, 'sample'),
  '--dpi',
  DPI,
]);
