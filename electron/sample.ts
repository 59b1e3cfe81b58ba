/** The sample issue that comes with the program: manuscripts and pictures in assets/sample. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Manuscripts of the sample, in the order of their names. The pictures are named inside them. */
export const samplePaths = (root: string): readonly string[] => {
  const folder = join(root, 'assets', 'sample');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
};
