#!/usr/bin/env node
/** The `zuban` command: starts the bundle under plain Node, with V8's compile cache where Node has one (22.1). */
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

const bundle = new URL('../../dist/zuban.mjs', import.meta.url);
if (existsSync(bundle)) {
  nodeModule.enableCompileCache?.();
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { main } = await import(bundle.href);
  process.exitCode = await main(process.argv.slice(2), version);
} else {
  console.error(
    '组版尚未构建，请先运行 npm ci 或 npm run build。Not built yet: run npm ci or npm run build first.',
  );
  process.exitCode = 1;
}
