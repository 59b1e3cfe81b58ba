/** What the command writes to a terminal, and what it does when nobody reads it or somebody ends it. */
import { existsSync, openSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packIssue } from '../../electron/files/issue-container.ts';
import { deflatedEntry, writeZip } from '../../electron/files/zip-writer.ts';
import { samplePaths } from '../../electron/session/sample.ts';
import { pastIssue, told } from '../electron/archive/past-issues.ts';
import { manuscript, type Outcome, root, Workplace } from './run-zuban.ts';

const place = new Workplace();
/** Colour, the window's title, a bell, the line turned around. */
const EVIL = '\x1b[31m\x1b]0;x\x07\u202e';
const SHOWN = '\\x1b[31m\\x1b]0;x\\x07\\u202e';
/** What a terminal would obey, but for the ends of lines. */
const OBEYED = /[^\P{C}\n]/u;
const onWindows = process.platform === 'win32';

beforeAll(() => {
  place.file('稿.md', manuscript());
});
afterAll(() => place.remove());

describe('names and titles from outside steer no terminal', () => {
  const shown = async (args: readonly string[], code: number): Promise<Outcome> => {
    const run = await place.run(args);
    expect(run.code, run.stderr).toBe(code);
    expect(run.stdout).not.toMatch(OBEYED);
    expect(run.stderr).not.toMatch(OBEYED);
    return run;
  };

  const WRONG: readonly (readonly [string, readonly string[], number, string | null])[] = [
    ['a file that is not there', [`无${EVIL}.md`], 1, null],
    ['a verb', [], 2, EVIL],
    ['an option', [`--x${EVIL}`], 2, null],
    ['a format', ['稿.md', '--format', EVIL], 2, null],
    ['a folder of fonts', ['稿.md', '--fonts', EVIL], 1, null],
    ['a face', ['稿.md', '--face', EVIL], 2, null],
    ['a place for the output', ['稿.md', '--pdf', `无${EVIL}/a.pdf`], 1, null],
  ];
  it.each(WRONG)('%s', async (_, args, code, verb) => {
    const { stderr } = await shown([verb ?? 'export', ...args], code);
    expect(stderr).toContain(SHOWN);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a part of an issue file that forges a line of ours', async () => {
    const name = `a${EVIL.replace('\u202e', '')}\nok: saved`;
    place.file('壳.zuban', writeZip([deflatedEntry(name, new Uint8Array(1))]));
    const { stderr } = await shown(['export', '壳.zuban'], 1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('pictures that the copy names, titles, characters that no font has', async () => {
    place.file('图.md', manuscript(`湖\u202e\u{1f004}边`, `${'柳树。'.repeat(40)}\n\n![晨](无\u202e.jpg)`));
    const { stderr } = await shown(['export', '图.md', '--dump', '图.txt'], 0);
    expect(stderr).toMatch(/没有排入：.*jpg/);
  });

  it.skipIf(onWindows)('an archive’s files, in words and as JSON that says the same', async () => {
    const bytes = packIssue(
      pastIssue('2020-01-05', 1, 628, [told('s1', '湖\u202e畔', '新馆开门。')]),
      new Map(),
    );
    place.file(`归档/一${EVIL}\n行.zuban`, bytes);
    place.file(`归档/坏${EVIL}.zuban`, bytes.subarray(0, 900));
    for (const [verb, ...words] of [
      ['list'],
      ['search', '新馆'],
      ['index'],
      ['verify'],
      ['export'],
    ] as const) {
      const args = ['archive', verb, '归档', ...words, ...(verb === 'export' ? ['-o', '包'] : [])];
      const code = verb === 'verify' || verb === 'export' ? 1 : 0;
      const { stdout } = await shown(args, code);
      if (verb === 'list') expect(stdout.trimEnd().split('\n')).toHaveLength(2);
      const json = await shown([...args, '--json'], code);
      const values = JSON.parse(json.stdout);
      if (verb === 'list')
        expect(values.map(({ file }: { file: string }) => file)).toContain(`一${EVIL}\n行.zuban`);
      if (verb === 'search') expect(values.hits[0].headline).toBe('湖\u202e畔');
    }
  });
});

describe('a reader that goes before the end', () => {
  /** Runs the built command with one of its streams closed at once. */
  const unread = (stream: 'stdout' | 'stderr', args: readonly string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      const child = place.start(args);
      const said = { stdout: '', stderr: '' };
      child[stream]!.destroy();
      const other = stream === 'stdout' ? 'stderr' : 'stdout';
      child[other]!.setEncoding('utf8').on('data', (text: string) => {
        said[other] += text;
      });
      child.on('close', (code) => resolve({ code, ...said }));
    });

  it('of the results ends it quietly', async () => {
    expect(await unread('stdout', ['--help'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('of the sentences costs no file', async () => {
    place.file('短.md', manuscript('短', '柳树。'));
    const run = await unread('stderr', ['export', '短.md', '--dump', '短.txt', '--pdf', '短.pdf']);
    expect(run.code).toBe(0);
    expect(place.read('短.pdf').subarray(-6).toString('latin1')).toBe('%%EOF\n');
    expect(place.text('短.txt')).toContain('柳树');
  });

  it.skipIf(!existsSync('/dev/full'))('is told from a disk that is full', async () => {
    const full = openSync('/dev/full', 'w');
    const run = await new Promise<Outcome>((resolve) => {
      const child = place.start(['--help'], { stdout: full });
      let stderr = '';
      child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('close', (code) => resolve({ code, stdout: '', stderr }));
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^结果没有全部写到标准输出（ENOSPC）.*。\n$/);
  });
});

describe.skipIf(onWindows)('a command that is ended', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s has whole files or none, and exits with %d', async (signal, code) => {
    const folder = place.directory(signal);
    const child = place.start(['export', ...samplePaths(root), '--png', 'p', '--dpi', '72'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const closed = new Promise((resolve) => child.on('close', resolve));
    while (place.names(signal).length === 0 && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 2));
    child.kill(signal);
    expect(await closed).toBe(code);
    expect(stderr).toMatch(/已取消；已经写好的文件都是完整的。\n$/);
    const left = place.names(signal);
    expect(left.length).toBeGreaterThan(0);
    for (const name of left) {
      expect(name).toMatch(/^p-\d\.png$/);
      expect(place.read(`${signal}/${name}`).subarray(-8, -4).toString('latin1')).toBe('IEND');
    }
  });
});
