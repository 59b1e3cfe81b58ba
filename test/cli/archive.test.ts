import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packIssue } from '../../electron/files/issue-container.ts';
import { pastIssue, told } from '../electron/archive/past-issues.ts';
import { manuscript, Workplace } from './run-zuban.ts';

const place = new Workplace();
beforeAll(() => {
  const put = (date: string, number: number, ...stories: Parameters<typeof pastIssue>[3]) =>
    place.file(
      `归档/2020/${date} 第${number}期.zuban`,
      packIssue(pastIssue(date, number, number + 627, stories), new Map()),
    );
  put('2020-01-05', 1, told('s1', '湖畔新馆开门', '新馆迎来首批读者。', '（记者 林小满）'));
  put('2020-01-12', 2, told('s1', '小公交进小巷', '湖边也到。'));
});
afterAll(() => place.remove());

const json = (text: string) => JSON.parse(text);

describe('zuban archive', () => {
  it('indexes, lists and searches, in words and as JSON, and writes nothing else to the error stream', async () => {
    const index = await place.runBuilt(['archive', 'index', '归档', '--json']);
    expect(index).toMatchObject({ code: 0, stderr: '' });
    expect(json(index.stdout)).toMatchObject({ files: 2, read: 2, faults: 0 });
    const list = await place.run(['archive', 'list', '归档']);
    expect(list.stdout.split('\n')[0]).toContain('2020-01-12  试报  第2期 总第629期');
    const search = await place.run(['archive', 'search', '归档', '湖', '--person', '林小满', '--json']);
    expect(json(search.stdout)).toMatchObject({ total: 1, hits: [{ headline: '湖畔新馆开门', page: 1 }] });
  });

  it('verifies: exit code 0 where all is well, 1 with a sentence where a file was changed', async () => {
    const whole = await place.runBuilt(['archive', 'verify', '归档']);
    expect(whole).toMatchObject({ code: 0, stdout: '核对了 2 个文件，0 处有出入。\n' });
    const other = new Workplace();
    try {
      const bytes = packIssue(pastIssue('2020-01-05', 1, 628, []), new Map());
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      other.file('a.zuban', bytes);
      const run = await other.run(['archive', 'verify', '.', '--json']);
      expect(run.code).toBe(1);
      expect(json(run.stdout).differences).toMatchObject([{ kind: 'damaged', file: 'a.zuban' }]);
    } finally {
      other.remove();
    }
  });

  it('exports packages whose manifest says that the PDF was made now', async () => {
    const run = await place.run(['archive', 'export', '归档', '2020/2020-01-05 第1期.zuban', '-o', '包']);
    expect(run).toMatchObject({ code: 0 });
    const name = '2020／2020-01-05 第1期';
    expect(place.names(`包/${name}`)).toEqual([
      '2020-01-05 第1期.pdf',
      '2020-01-05 第1期.txt',
      '2020-01-05 第1期.zuban',
      'manifest.json',
    ]);
    expect(json(place.text(`包/${name}/manifest.json`)).pdf).toEqual({
      source: 'made',
      printedAt: null,
      editedSince: false,
    });
    expect(place.text(`包/${name}/2020-01-05 第1期.txt`)).toContain('新馆迎来首批读者。\n（记者 林小满）');
  });

  it('writes over no file that is not an earlier package’s, but where it is told to', async () => {
    const args = ['archive', 'export', '归档', '2020/2020-01-12 第2期.zuban', '-o', '包3'];
    place.file('包3/2020／2020-01-12 第2期/笔记.txt', '我的');
    const refused = await place.run(args);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(
      /没有覆盖它，请移开它、换一个文件夹，或加 --overwrite。\n导出了 0 期.*没有导出的 1 期。/,
    );
    expect(place.names('包3/2020／2020-01-12 第2期')).toEqual(['笔记.txt']);
    expect((await place.run([...args, '--overwrite'])).code).toBe(0);
    expect((await place.run(args)).code).toBe(0);
    expect(place.text('包3/2020／2020-01-12 第2期/笔记.txt')).toBe('我的');
  });

  it('exports what it can, and says of each name what is wrong with it', async () => {
    const good = '2020/2020-01-12 第2期.zuban';
    const run = await place.run([
      'archive',
      'export',
      '归档',
      '../外.zuban',
      '2020/没有.zuban',
      good,
      '-o',
      '包2',
    ]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('导出了 1 期');
    expect(run.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringContaining('“../外.zuban”不能用作文件名'),
      expect.stringContaining('“没有.zuban”打不开'),
    ]);
    place.file('文件', '');
    for (const output of ['文件', '文件/里', '归档/包']) {
      const refused = await place.run(['archive', 'export', '归档', '-o', output]);
      expect(refused).toMatchObject({ code: 1 });
      expect(refused.stdout + refused.stderr).toMatch(/请/);
      expect(refused.stdout + refused.stderr).not.toMatch(
        /程序内部出错|\bE(NOENT|EXIST|NOTDIR|ISDIR|ACCES|PERM|INVAL)\b/,
      );
    }
  });

  it('imports old issues in a batch, with a report, and goes on after one that fails', async () => {
    place.file('旧/一.md', manuscript());
    place.file('旧/空.md', '');
    const args = ['archive', 'import', '旧/一.md', '旧/空.md', '--archive', '新归档', '--report', 'r.json'];
    const run = await place.run(args);
    expect(run.code).toBe(1);
    expect(json(place.text('r.json'))).toMatchObject({
      imported: [{ file: '2026/2026-11-20 第9期 总第636期.zuban', stories: 1 }],
      problems: [expect.stringContaining('空.md')],
    });
  });

  it('is refused with usage where the verb, the folder or an option is wrong', async () => {
    for (const args of [['frob'], ['index'], ['list', '归档', '--year', '2020'], ['search', '归档']])
      expect(await place.run(['archive', ...args])).toMatchObject({ code: 2, stdout: '' });
    expect((await place.run(['archive', 'list', '没有'])).code).toBe(1);
  });
});

describe('zuban new', () => {
  it('begins the next issue with its numbers, and never writes over a file', async () => {
    const args = [
      'new',
      '--from',
      '归档/2020/2020-01-12 第2期.zuban',
      '--date',
      '2020-01-19',
      '-o',
      '新.zuban',
    ];
    const run = await place.runBuilt([...args, '--json']);
    expect(run.code).toBe(0);
    expect(json(run.stdout)).toMatchObject({ date: '2020-01-19', number: 3, totalNumber: 630 });
    expect((await place.run(args)).code).toBe(1);
    const refused = async (option: string, name: string, code: number, said: RegExp) => {
      const outcome = await place.run([...args.slice(0, 5), option, name]);
      expect(outcome).toMatchObject({ code, stdout: '' });
      expect(outcome.stderr).toMatch(said);
    };
    await refused('-o', '没有/新.zuban', 1, /“没有”不存在/);
    await refused('-o', '新.txt', 2, /\.zuban/);
    await refused('--archive', '没有', 1, /没有.*请/);
    expect((await place.run([...args.slice(0, 4), '2020-02-30', '-o', 'b.zuban'])).stderr).toContain(
      '2020-02-30',
    );
  });
});
