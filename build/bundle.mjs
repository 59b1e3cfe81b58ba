/**
 * Bundles the Node side with esbuild: command line, browser host, Electron's main process and preload. A few
 * files each, so that a start under plain Node reads one module and not some hundreds. PDFium and sharp
 * stay outside: the one brings its own wasm file, the other native code, and few sessions load them.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { cacheOf } from './bin/run-bundle.mjs';

/** Packages that are loaded from node_modules at run time. */
const EXTERNAL = ['electron', '@hyzyla/pdfium', 'sharp', 'node-sqlite3-wasm', 'pdfjs-dist'];

/** Some bundled packages are CommonJS and ask for `require`, which ES modules lack. */
const REQUIRE =
  "import { createRequire as zubanCreateRequire } from 'node:module';const require = zubanCreateRequire(import.meta.url);";

/**
 * Packages whose modules do nothing but declare, though their manifests do not say so: what of them is not used is
 * left out. Of the PDF library that is nearly all, and a start is shorter by what it does not read.
 */
const PURE = /node_modules[\\/](@cantoo[\\/]pdf-lib|pdf-lib|culori|html-entities|@pdf-lib|pako|zod)[\\/]/;
const PURE_PACKAGES = {
  name: 'pure-packages',
  setup(setup) {
    setup.onResolve({ filter: /.*/ }, async (args) => {
      if (args.pluginData === PURE || args.kind === 'entry-point') return;
      const { path, kind, importer, resolveDir, namespace } = args;
      const found = await setup.resolve(path, { kind, importer, resolveDir, namespace, pluginData: PURE });
      if (found.errors.length > 0 || !PURE.test(found.path)) return;
      return { path: found.path, sideEffects: false };
    });
  },
};

/** How code is shipped for Node, but for the module format; the benchmark measures what is built so. */
const SHIPPED = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: EXTERNAL,
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [PURE_PACKAGES],
};

export const ES_MODULES = {
  ...SHIPPED,
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  banner: { js: REQUIRE },
};

const COMMON_JS = { ...SHIPPED, format: 'cjs', outExtension: { '.js': '.cjs' } };

/**
 * The command is one CommonJS file, which V8 can be given with its compiled code (bin/run-bundle.mjs). A script run
 * so has no `import()` that Node supports without a warning: what is loaded on demand is required.
 */
export const COMMAND = {
  ...COMMON_JS,
  supported: { 'dynamic-import': false },
  define: { ...SHIPPED.define, 'import.meta.url': 'zubanModuleUrl' },
  banner: { js: "const zubanModuleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** @type {readonly {source: string, out: string, options: import('esbuild').BuildOptions}[]} */
const ENTRIES = [
  { source: 'electron/command/cli.ts', out: 'dist/zuban.cjs', options: COMMAND },
  { source: 'electron/workers/archive-worker.ts', out: 'dist/archive-worker.cjs', options: COMMAND },
  { source: 'electron/workers/foreign-worker.ts', out: 'dist/foreign-worker.cjs', options: COMMAND },
  { source: 'electron/host/browser-host.ts', out: 'dist/serve.mjs', options: ES_MODULES },
  { source: 'electron/desktop/main.ts', out: 'dist/electron/main.mjs', options: ES_MODULES },
  { source: 'electron/desktop/preload.ts', out: 'dist/electron/preload.cjs', options: COMMON_JS },
];

export const bundleNode = async (root) => {
  /* A cache is never left beside a bundle that it was not made of. */
  await rm(cacheOf(join(root, 'dist', 'zuban.cjs')), { force: true });
  for (const options of [ES_MODULES, COMMAND, COMMON_JS]) {
    const entries = ENTRIES.filter((entry) => entry.options === options);
    const { metafile } = await build({
      ...options,
      absWorkingDir: root,
      entryPoints: Object.fromEntries(
        entries.map(({ source, out }) => [out.replace(/\.[cm]js$/, ''), source]),
      ),
      outdir: '.',
      chunkNames: 'dist/chunks/[name]-[hash]',
      metafile: true,
    });
    const outputs = Object.keys(metafile.outputs);
    if (options === ES_MODULES) await clearOldChunks(root, outputs);
    if (options === COMMAND) for (const output of outputs) await writeInAscii(join(root, output));
  }
};

/**
 * esbuild escapes what is not ASCII but in regular expressions, where an escape means the same. A file of ASCII alone is
 * a string of one byte a character to V8: half the memory, and read without decoding (bin/run-bundle.mjs).
 */
const writeInAscii = async (file) => {
  const text = await readFile(file, 'utf8');
  const ascii = text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await writeFile(file, ascii);
};

/** Chunks are named by their content: those that this build did not write are of an earlier one. */
const clearOldChunks = async (root, outputs) => {
  const chunks = join(root, 'dist', 'chunks');
  if (!existsSync(chunks)) return;
  const kept = new Set(outputs.map((output) => basename(output)));
  for (const name of await readdir(chunks))
    if (!kept.has(name)) await rm(join(chunks, name), { force: true });
};
