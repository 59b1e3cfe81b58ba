/** The built browser host as a process of its own, which can be killed as a power cut or a crash would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface HostProcess {
  readonly address: string;
  readonly port: number;
  /** Without a chance to do anything more. */
  readonly kill: () => Promise<void>;
  /** As Ctrl+C does. */
  readonly stop: () => Promise<void>;
}

const SCRIPT = `
const { serveInBrowser } = await import(process.argv[1]);
const { paths, port, archive } = JSON.parse(process.argv[2]);
const host = await serveInBrowser(paths, port, { archive, fonts: null });
process.once('SIGTERM', () => void host.close().then(() => process.exit(0)));
console.log(JSON.stringify({ address: host.address, port: host.port }));
`;

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
};

/** Port 0 is any free one. `env`: besides the test's own. */
export const startHostProcess = async (
  archive: string,
  paths: readonly string[],
  port = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<HostProcess> => {
  const bundle = pathToFileURL(join(root, 'dist', 'serve.mjs')).href;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, bundle, JSON.stringify({ paths, port, archive })],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the host did not start'))),
  ])) as [Buffer];
  const started = JSON.parse(line.toString('utf8')) as Pick<HostProcess, 'address' | 'port'>;
  return { ...started, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
};
