/** The command-line tests run the built command: this builds it first where the sources are newer. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from '../build/freshness.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const setup = async (): Promise<void> => {
  if (await isFresh(root)) return;
  execFileSync(process.execPath, [join('build', 'prepare.mjs')], { cwd: root, stdio: 'inherit' });
};
