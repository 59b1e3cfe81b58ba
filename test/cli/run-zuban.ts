/**
 * Runs `zuban` on real files in a folder of the test's own: in this process, which costs a tenth, or the built command
 * as a script would, in a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../electron/command/cli.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const command = join(root, 'build', 'bin', 'zuban.mjs');

/** What hangs is ended: a busy machine may take ten times as long as an idle one. */
const LONGEST_MS = 60_000;

export interface Outcome {
  /** Null where the process had to be ended. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that is open, instead of a pipe. */
  readonly stdout?: number;
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Progress is said after a second: on a machine that does much else, of everything. */
const withoutProgress = (text: string): string => text.replace(/^正在.*……\n/gmu, '');

/** What was written to a stream. */
class Heard extends Writable {
  text = '';
  constructor() {
    super({ decodeStrings: false });
  }
  override _write(text: string, _encoding: string, done: () => void): void {
    this.text += text;
    done();
  }
}

export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'zuban-cli-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  directory(name: string): string {
    mkdirSync(this.path(name), { recursive: true });
    return this.path(name);
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Names in the workplace, hidden ones as well: what a command left behind. */
  names(directory = '.'): string[] {
    return readdirSync(this.path(directory)).sort();
  }

  /** As the command does it, without its process. One at a time: the process has one working folder. */
  async run(
    args: readonly string[],
    { cwd = this.folder }: Pick<Surroundings, 'cwd'> = {},
  ): Promise<Outcome> {
    const before = process.cwd();
    const [stdout, stderr] = [new Heard(), new Heard()];
    process.chdir(cwd);
    try {
      const code = await main(args, version, { stdout, stderr });
      return { code, stdout: stdout.text, stderr: withoutProgress(stderr.text) };
    } finally {
      process.chdir(before);
    }
  }

  /** The built command in a process of its own. */
  runBuilt(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = this.start(args, surroundings);
      let stdout = '';
      let stderr = '';
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr: withoutProgress(stderr) }));
    });
  }

  start(args: readonly string[], { cwd = this.folder, env = {}, stdout }: Surroundings = {}): ChildProcess {
    return spawn(process.execPath, [command, ...args], {
      cwd,
      env: { ...process.env, ...env },
      timeout: LONGEST_MS,
      stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const SENTENCE = '清晨的湖面起了薄雾，早起的人们沿着新修的步道慢慢走，远处传来划船的号子声。';

/** Invented copy of at least `length` characters. */
export const copy = (length = 120): string => SENTENCE.repeat(Math.ceil(length / SENTENCE.length));

/** A manuscript of one story. */
export const manuscript = (headline = '湖边步道今日开放', body = copy()): string =>
  `上街时报\n2026年11月20日\n第9期（总第636期）\n\n## ${headline}\n\n${body}\n\n（记者 林小满）\n`;
