import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manuscript, root, Workplace } from './run-zuban.ts';

const place = new Workplace();
beforeAll(() => {
  place.file('稿件.md', manuscript());
});
afterAll(() => place.remove());

const WRONG: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
  ['no verb', [], /请给出命令/],
  ['a verb that does not exist', ['印刷'], /没有命令“印刷”/],
  ['an option that does not exist', ['export', '稿件.md', '--frob'], /--frob/],
  ['an option of the other verb', ['import', '稿件.md', '-o', 'a.zuban', '--pdf', 'a.pdf'], /没有选项 --pdf/],
  ['an option without its value', ['export', '稿件.md', '--pdf'], /--pdf/],
  ['a format that does not exist', ['export', '稿件.md', '--format', '大开'], /对开、四开、八开、A3/],
  ['a resolution that is no number', ['export', '稿件.md', '--png', 'p', '--dpi', '高'], /--dpi/],
  ['a resolution out of bounds', ['export', '稿件.md', '--png', 'p', '--dpi', '1e9'], /--dpi/],
  ['import without files', ['import', '-o', 'a.zuban'], /稿件文件名/],
  ['import without an output', ['import', '稿件.md'], /-o/],
  ['an output of another kind', ['import', '稿件.md', '-o', 'a.txt'], /\.zuban/],
  ['rescue without a file', ['rescue', '-o', 'a.zuban'], /一个 \.zuban 文件名/],
  ['rescue without an output', ['rescue', 'a.zuban'], /-o/],
  ['rescue into another kind of file', ['rescue', 'a.zuban', '-o', 'a.txt'], /\.zuban/],
  ['export without files', ['export', '--pdf', 'a.pdf'], /文件名/],
  ['an empty output name', ['export', '稿件.md', '--pdf', ''], /空/],
  ['an output that is the input', ['export', '稿件.md', '--dump', './稿件.md'], /读入/],
  ['one file for two outputs', ['export', '稿件.md', '--dump', 'a', '--report', 'a'], /两种输出/],
  ['a manuscript given twice', ['export', '稿件.md', './稿件.md'], /写了两次/],
  ['a beginning of names that names no file', ['export', '稿件.md', '--svg', '.'], /前一部分/],
  ['a page’s file for another output', ['export', '稿件.md', '--svg', 'q', '--dump', 'q-1.svg'], /两种输出/],
];

describe('the command line, wrongly used', () => {
  it.each(WRONG)('%s: exit code 2 and one Chinese sentence', async (_, args, message) => {
    const { code, stdout, stderr } = await place.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(place.names()).toEqual(['稿件.md']);
    expect(place.text('稿件.md')).toBe(manuscript());
  });
});

describe('the command line', () => {
  it('shows its help and its version on standard output', async () => {
    const help = await place.runBuilt(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/zuban import .*\n[\s\S]*zuban export /);
    const version = await place.runBuilt(['--version']);
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('writes every output that is asked for, and nothing else', async () => {
    const out = place.directory('输出');
    const args = ['--pdf', 'a.pdf', '--png', 'a', '--dpi', '36', '--svg', 'a', '--dump', 'a.txt'];
    const run = await place.runBuilt(['export', place.path('稿件.md'), ...args, '--report', 'a.json'], {
      cwd: out,
    });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(place.names('输出')).toEqual(['a-1.png', 'a-1.svg', 'a.json', 'a.pdf', 'a.txt']);
    const report = JSON.parse(place.text('输出/a.json'));
    expect(report.pages[0]).toMatchObject({
      page: 1,
      trim: { width: expect.any(Number), height: expect.any(Number) },
      bodySize: 9,
      measure: expect.any(Number),
      linePitch: expect.any(Number),
      frames: [{ story: expect.any(String), lines: expect.any(Number), overset: 0 }],
    });
    const phases = report.phases.map(({ phase }: { phase: string }) => phase);
    expect(phases).toEqual(['fonts', 'open', 'layout', 'pictures', 'pdf', 'png', 'svg']);
  });

  it('says nothing at all with --quiet, also where something is amiss', async () => {
    const path = place.file('短.txt', '没有标题的一句话');
    const run = await place.run(['export', path, '--pdf', '短.pdf', '--quiet']);
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    const made = await place.run(['--quiet', 'import', path, '-o', '短.zuban']);
    expect(made).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('says what failed even with --quiet', async () => {
    const run = await place.runBuilt(['export', '没有.md', '--quiet']);
    expect(run).toEqual({ code: 1, stdout: '', stderr: '没有.md：文件不存在，请核对路径。\n' });
  });
});

describe('outputs', () => {
  it('never take the place of a picture that the copy names, nor of a later page', async () => {
    const own = new Workplace();
    try {
      const picture = readFileSync(join(root, 'assets', 'sample', 'lake-morning.jpg'));
      own.file('湖.jpg', picture);
      own.file('两版.md', manuscript('湖', `![湖](湖.jpg)\n\n${'河堤上的柳树先绿了起来。'.repeat(900)}`));
      const taken = await own.run(['export', '两版.md', '--pdf', '湖.jpg', '--quiet']);
      expect(taken).toMatchObject({ code: 2, stdout: '' });
      expect(taken.stderr).toContain('湖.jpg 是要读入的文件');
      expect(own.read('湖.jpg').equals(picture)).toBe(true);
      const both = ['export', '两版.md', '--format', '四开', '--svg', 'q', '--dump', 'q-2.svg', '--quiet'];
      expect((await own.run(both)).stderr).toContain('q-2.svg 被指定为两种输出');
      expect(own.names().sort()).toEqual(['两版.md', '湖.jpg'].sort());
    } finally {
      own.remove();
    }
  });

  it('follow a link to the file that it names', async () => {
    const own = new Workplace();
    try {
      own.file('稿件.md', manuscript());
      own.file('真.txt', '旧');
      symlinkSync(own.path('真.txt'), own.path('链.txt'));
      expect((await own.run(['export', '稿件.md', '--dump', '链.txt', '--quiet'])).code).toBe(0);
      expect(lstatSync(own.path('链.txt')).isSymbolicLink()).toBe(true);
      expect(own.text('真.txt')).toContain('第1版');
    } finally {
      own.remove();
    }
  });
});

describe('an export of pages that are not fit for the press', () => {
  it('writes the files, lists what is wrong with its place, and says so last', async () => {
    const path = place.file(
      '短稿.txt',
      '河堤补种新柳\n\n河堤上的柳树先绿了起来，孩子们放学后在堤上放风筝。\n',
    );
    const run = await place.run(['export', path, '--pdf', '短稿.pdf']);
    expect(run.code).toBe(0);
    expect(place.read('短稿.pdf').length).toBeGreaterThan(1000);
    const lines = run.stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^已导出，但最后列出的 \d+ 处印出来会有问题/);
    const count = Number(/\d+/.exec(lines.at(-1)!)![0]);
    const listed = lines.slice(-1 - count, -1);
    expect(listed).toContainEqual(expect.stringMatching(/^第1版空着 \d+%，合通栏 \d+ 行/));
    expect(listed).toContainEqual(expect.stringMatching(/^报头没有期号/));
    expect(listed).toContainEqual(expect.stringMatching(/^版记没有/));
  });

  it('is not done with --strict: the files are there, and the exit code is 1', async () => {
    const path = place.file('严.txt', '河堤补种新柳\n\n河堤上的柳树先绿了起来。\n');
    const run = await place.run(['export', path, '--pdf', '严.pdf', '--strict', '--quiet']);
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(place.read('严.pdf').length).toBeGreaterThan(1000);
  });
});
