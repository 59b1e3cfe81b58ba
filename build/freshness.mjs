/**
 * Whether dist/ was built from the sources that are there now: a hash over their contents, kept beside the
 * build. Contents, not times: a fresh clone or a branch change gives every file a new time.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['core', 'electron', 'renderer', 'build', 'package-lock.json', 'vite.config.ts'];
const STAMP = 'dist/build-stamp.txt';
const NEEDED = ['dist/zuban.cjs', 'dist/serve.mjs', 'dist/renderer/index.html', 'dist/fonts/fonts.css'];

const filesIn = async (root) => {
  const found = [];
  for (const source of SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    if (/\.\w+$/.test(source)) found.push(path);
    else
      for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
  }
  return found.sort();
};

const sourceHash = async (root) => {
  const hash = createHash('sha256');
  for (const file of await filesIn(root)) {
    hash.update(file.slice(root.length));
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
};

export const isFresh = async (root) => {
  if (NEEDED.some((file) => !existsSync(join(root, file)))) return false;
  const stamp = join(root, STAMP);
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await sourceHash(root));
};

export const markFresh = async (root) => {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, STAMP), await sourceHash(root));
};
