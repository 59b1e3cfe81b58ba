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
  'test/browser/shell.test.ts',
]);
for (const name of ['application.png', 'application-dark.png'])
  copyFileSync(join(root, 'out', 'screenshots', name), join(pictures, name));
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
