#!/usr/bin/env node
/** The `zuban` command: starts the bundle under plain Node. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBundle } from './run-bundle.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bundle = join(root, 'dist', 'zuban.cjs');
if (existsSync(bundle)) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  process.exitCode = await runBundle(bundle).exports.main(process.argv.slice(2), version);
} else {
  console.error(
    '组版尚未构建，请先运行 npm ci 或 npm run build。Not built yet: run npm ci or npm run build first.',
  );
  process.exitCode = 1;
}
