/** Runs a child process to its end: its time, and what it wrote. Memory and warm caches stay its own. */
import { spawn } from 'node:child_process';

export interface ChildRun {
  readonly milliseconds: number;
  readonly stdout: string;
}

/** Runs Node on these arguments. Throws where it ends with another code than 0. */
export const runChild = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildRun> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    /* The clock stops at the exit; what is still in the pipes is read after it. */
    let milliseconds = 0;
    child.once('exit', () => {
      milliseconds = performance.now() - started;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve({ milliseconds, stdout: Buffer.concat(out).toString('utf8') });
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${readable(Buffer.concat(err))}`));
    });
  });

/** Node shows the line of code that threw, which in a bundle is the whole bundle. */
const LONGEST_LINE = 300;

const readable = (output: Buffer): string =>
  output
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && line.length <= LONGEST_LINE)
    .join('\n');
