/** What text is set with: the fonts, and what was made with them before. They go together: a cache serves one set. */
import { Cache } from '../cache.ts';
import type { FontSet } from '../font/font-set.ts';

export interface Typesetting {
  readonly fonts: FontSet;
  readonly cache: Cache;
}

/** With nothing known from before. */
export const newTypesetting = (fonts: FontSet): Typesetting => ({ fonts, cache: new Cache() });
