/**
 * Where the program's own files are. The bundles lie at different depths (dist/, dist/electron/), the sources
 * elsewhere again, and packaged all of it is in an archive: so the root is found by its package.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isRoot = (directory: string): boolean => {
  const file = join(directory, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'zuban';
};

/** The folder that holds the program's package.json. Throws outside an installation. */
export const installationRoot = (from: string = fileURLToPath(import.meta.url)): string => {
  for (let directory = dirname(from); ; directory = dirname(directory)) {
    if (isRoot(directory)) return directory;
    if (dirname(directory) === directory) throw new Error(`not inside an installation of zuban: ${from}`);
  }
};

/** Folder of an installed package, or null: npm may have put it into a folder further out. */
export const packageFolder = (name: string, root: string): string | null => {
  for (let directory = root; ; directory = dirname(directory)) {
    const folder = join(directory, 'node_modules', name);
    if (existsSync(folder)) return folder;
    if (dirname(directory) === directory) return null;
  }
};
