/** Runs a Node script to its end and tells its exit code. */
import { spawn } from 'node:child_process';

/**
 * @param {readonly string[]} args
 * @param {{cwd: string, env?: NodeJS.ProcessEnv, stdio?: 'inherit' | 'ignore'}} options
 * @returns {Promise<number>}
 */
export const runNode = (args, { cwd, env = process.env, stdio = 'inherit' }) =>
  new Promise((resolve, reject) => {
    // Standard output is a script's answer (`npm start` prints addresses there), so steps report on standard error.
    const streams = stdio === 'ignore' ? 'ignore' : ['ignore', 2, 2];
    const child = spawn(process.execPath, args, { cwd, env, stdio: streams });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
