/** The tortures' own processes, bundled as the program is: a child that is to be killed must be one process. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { ES_MODULES } from '../bundle.mjs';

/**
 * @param {string} root
 * @param {string} outdir
 * @param {readonly string[]} names entries of build/torture
 * @returns {Promise<void>}
 */
export const bundleTorture = async (root, outdir, names) => {
  await build({
    ...ES_MODULES,
    absWorkingDir: root,
    entryPoints: names.map((name) => join('build', 'torture', `${name}.ts`)),
    outdir,
    chunkNames: '[name]-[hash]',
  });
};
