/**
 * Makes dist/: fonts, Node bundles, the page. `npm ci` runs it, and `npm start` and `npm test` when sources
 * have changed since. No network.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markFresh } from './freshness.mjs';
import { runNode } from './run-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const step = async (name, work) => {
  const started = performance.now();
  await work();
  console.error(`prepare: ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
};

const runOrThrow = async (args) => {
  const code = await runNode(args, { cwd: root });
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
};

export const prepare = async () => {
  await step('fonts', () => runOrThrow([join('build', 'prepare-fonts.mjs')]));
  const { bundleNode } = await import('./bundle.mjs');
  await step('bundles', () => bundleNode(root));
  await step('code cache', () => runOrThrow([join('build', 'make-code-cache.mjs')]));
  await step('page', () =>
    runOrThrow([join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']),
  );
  await markFresh(root);
};

/** `npm ci --omit=dev` leaves the build tools out; a dist/ that is there already goes on working. */
const haveTools = ['esbuild', 'vite'].every((name) => existsSync(join(root, 'node_modules', name)));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!haveTools) {
    console.error(
      'prepare: 没有构建工具（开发依赖未安装），跳过构建。Build tools are not installed; skipped.',
    );
  } else
    await prepare().catch((error) => {
      console.error(`prepare: 构建失败：${error.message}`);
      process.exitCode = 1;
    });
}
