/**
 * Makes `dist/fonts` from the `@fontsource` packages, unless it is there already and up to date: the stamp
 * names the packages' versions and a hash of the sources that make the files, and is written last.
 * The work itself is TypeScript in `glyph-source/`, bundled here in memory so that the list of faces is one.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const out = join(root, 'dist', 'fonts');
const stampFile = join(out, 'stamp.json');

const sources = [
  'build/prepare-fonts.mjs',
  ...readdirSync(join(root, 'build/glyph-source')).map((name) => `build/glyph-source/${name}`),
  'core/font/face.ts',
  'core/font/face-table.ts',
  'electron/fonts/glyf-record.ts',
  'electron/fonts/glyph-store-format.ts',
].sort();

const currentStamp = () => {
  const hash = createHash('sha256');
  // Line ends differ between checkouts; the files made do not.
  for (const file of sources)
    hash.update(file).update(readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'));
  const packages = Object.fromEntries(
    readdirSync(join(modules, '@fontsource'))
      .sort()
      .map((name) => [
        name,
        JSON.parse(readFileSync(join(modules, '@fontsource', name, 'package.json'), 'utf8')).version,
      ]),
  );
  return `${JSON.stringify({ packages, sources: hash.digest('hex') }, null, 2)}\n`;
};

/** Returns whether anything had to be made. */
export const prepareFonts = async (log = (line) => console.error(line)) => {
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  log('making the font files …');
  const { build } = await import('esbuild');
  const bundle = join(out, 'make-font-files.mjs');
  await build({
    entryPoints: [join(root, 'build/glyph-source/make-font-files.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  try {
    const { makeFontFiles } = await import(pathToFileURL(bundle).href);
    makeFontFiles(modules, out, log);
  } finally {
    rmSync(bundle, { force: true });
  }
  writeFileSync(stampFile, stamp);
  return true;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await prepareFonts();
