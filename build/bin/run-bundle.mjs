/**
 * Runs the command's bundle under plain Node from V8's code cache. It spares an export an eighth of
 * its time; Node's own compile cache exists from 22.1 on only. V8 refuses a cache made by another version or with other flags, and then
 * compiles as ever.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** The cache that belongs to a bundle. The build deletes it before it writes another bundle. */
export const cacheOf = (bundle) => `${bundle}.cache`;

/** What the bundle exports, and the script, of which a cache can be made once it has run. */
export const runBundle = (bundle) => {
  /* Bundles are ASCII (bundle.mjs). */
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'latin1')}\n})`;
  const cache = cacheOf(bundle);
  const script = new Script(source, {
    filename: bundle,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return { exports: module.exports, script };
};
