/** The sample issue that comes with the program: manuscripts and pictures in assets/sample. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatId } from '../../core/publication/publication.ts';

/** The sample is a tabloid: on a broadsheet its stories would fit the front page and nothing would jump. */
export const SAMPLE_FORMAT: FormatId = '四开';

/** Manuscripts of the sample, in the order of their names. The pictures are named inside them. */
export const samplePaths = (root: string): readonly string[] => {
  const folder = join(root, 'assets', 'sample');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
};
