/** Packages: whole or not at all, over an earlier one of the same issue only, one refused name never that of all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveDesk } from '../../../electron/archive/archive-desk.ts';
import { exportPackage } from '../../../electron/archive/export-package.ts';
import { placePackage } from '../../../electron/archive/package-place.ts';
import { packIssue } from '../../../electron/files/issue-container.ts';
import { ArchivePlace, pastIssue, told } from './past-issues.ts';

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

const FILE = '2020/第9期.zuban';
const NAME = '2020／第9期';
const OURS = ['manifest.json', '第9期.txt', '第9期.zuban'];

/** Without pages, so that no PDF is made. */
const bytesOf = (number: number, text = '新馆开门。') => {
  const issue = pastIssue('2020-03-15', number, number + 627, [told('s1', '湖畔', text)]);
  return packIssue({ ...issue, pages: [] }, new Map());
};

const put = (bytes: Uint8Array): string => place.put(`归档/${FILE}`, Buffer.from(bytes));
const exported = (overwrite = false) => exportPackage(put(bytesOf(9)), FILE, place.path('包'), overwrite);
const at = (name: string): string => place.path(`包/${NAME}/${name}`);
const names = (): readonly string[] => readdirSync(place.path('包')).sort();
const within = (): readonly string[] => readdirSync(place.path(`包/${NAME}`)).sort();

/** What a former package’s place may hold; each must be left as it is until somebody was asked. */
const FOREIGN: readonly (readonly [string, () => void])[] = [
  ['a folder of somebody’s', () => writeFileSync(at('笔记.txt'), 'notes')],
  ['a file of a part’s name', () => writeFileSync(at('第9期.txt'), 'my text')],
  ['a manifest of another program', () => writeFileSync(at('manifest.json'), '{"name":"web"}')],
];

describe('a package', () => {
  it('takes the place of an earlier one of the same issue', async () => {
    await exported();
    expect(within()).toEqual(OURS);
    const path = put(bytesOf(9, '新馆今天开门。'));
    expect(await exportPackage(path, FILE, place.path('包'))).toEqual({ kind: 'written', name: NAME });
    expect(readFileSync(at('第9期.txt'), 'utf8')).toContain('今天');
    expect(names()).toEqual([NAME]);
    expect(within()).toEqual(OURS);
  });

  it.each(FOREIGN)('leaves %s alone, and takes its place where somebody was asked', async (_, make) => {
    mkdirSync(place.path(`包/${NAME}`), { recursive: true });
    make();
    const before = within().map((name) => readFileSync(at(name), 'utf8'));
    expect(await exported()).toEqual({
      kind: 'in-the-way',
      message: `“${NAME}”没有导出：导出文件夹里已有这个名字，而且不是这一期以前导出的原样，没有覆盖它。`,
    });
    expect(within().map((name) => readFileSync(at(name), 'utf8'))).toEqual(before);
    expect(names()).toEqual([NAME]);
    expect((await exported(true)).kind).toBe('written');
    expect(within()).toEqual(expect.arrayContaining(OURS));
    expect(names()).toEqual([NAME]);
  });

  it('leaves a package alone whose part somebody has changed', async () => {
    await exported();
    writeFileSync(at('第9期.txt'), '改过的文字');
    expect((await exported()).kind).toBe('in-the-way');
    expect(readFileSync(at('第9期.txt'), 'utf8')).toBe('改过的文字');
  });

  it('leaves the package of another issue alone, though its file has the same name', async () => {
    await exported();
    const other = packIssue({ ...pastIssue('2021-04-05', 12, 700, []), pages: [] }, new Map());
    expect((await exportPackage(put(other), FILE, place.path('包'))).kind).toBe('in-the-way');
    expect(readFileSync(at('manifest.json'), 'utf8')).toContain('2020-03-15');
  });

  it('keeps what others have put beside its parts', async () => {
    await exported();
    writeFileSync(at('审读意见.docx'), 'notes');
    mkdirSync(at('照片'));
    writeFileSync(at('照片/1.jpg'), 'jpg');
    await exported();
    expect(within()).toEqual(['manifest.json', '审读意见.docx', '照片', ...OURS.slice(1)].sort());
    expect(readFileSync(at('照片/1.jpg'), 'utf8')).toBe('jpg');
    expect(names()).toEqual([NAME]);
  });

  it.skipIf(process.platform === 'win32')('follows no link that has its name', async () => {
    mkdirSync(place.path('别处'));
    mkdirSync(place.path('包'));
    symlinkSync(place.path('别处'), place.path(`包/${NAME}`));
    expect((await exported()).kind).toBe('in-the-way');
    expect((await exported(true)).kind).toBe('written');
    expect(readdirSync(place.path('别处'))).toEqual([]);
  });

  it('leaves a file alone that has its name', async () => {
    mkdirSync(place.path('包'));
    writeFileSync(place.path(`包/${NAME}`), 'a file');
    expect((await exported()).kind).toBe('in-the-way');
    expect(readFileSync(place.path(`包/${NAME}`), 'utf8')).toBe('a file');
  });

  it('is never half there: a part that cannot be written leaves the earlier one, and nothing else', async () => {
    await exported();
    const identity = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));
    const parts = [
      ['第9期.txt', 'new'],
      ['no/such/folder.txt', 'x'],
    ] as const;
    await expect(placePackage(place.path('包'), NAME, identity, parts, false)).rejects.toThrow();
    expect(within()).toEqual(OURS);
    expect(readFileSync(at('第9期.txt'), 'utf8')).toContain('新馆开门');
    expect(names()).toEqual([NAME]);
    await expect(placePackage(place.path('包'), '另一期', identity, parts, false)).rejects.toThrow();
    expect(existsSync(place.path('包/另一期'))).toBe(false);
  });

  it('is set right after a process that was killed between its two names', async () => {
    await exported();
    writeFileSync(at('审读意见.docx'), 'notes');
    // The hidden name is found out by watching an export.
    const { createHash } = await import('node:crypto');
    const { renameSync } = await import('node:fs');
    const aside = place.path(`包/.zuban-${createHash('sha256').update(NAME).digest('hex').slice(0, 16)}.old`);
    renameSync(place.path(`包/${NAME}`), aside);
    await exported();
    expect(within()).toContain('审读意见.docx');
    expect(names()).toEqual([NAME]);
  });
});

describe('the export of many', () => {
  it('goes on where one name is refused or in the way, and names each', async () => {
    for (const n of [1, 2, 3]) place.put(`归档/第${n}期.zuban`, Buffer.from(bytesOf(n)));
    const long = `${'长'.repeat(60)}/${'长'.repeat(60)}.zuban`;
    place.put(`归档/${long}`, Buffer.from(bytesOf(4)));
    mkdirSync(place.path('包/第2期'), { recursive: true });
    writeFileSync(place.path('包/第2期/笔记.txt'), 'notes');
    const desk = new ArchiveDesk(async () => place.path('归档'));
    try {
      const files = ['第1期.zuban', '../外.zuban', '第2期.zuban', long, '第3期.zuban'];
      const result = await desk.export({ files, folder: place.path('包') });
      expect(result).toMatchObject({ written: 2, cancelled: false, inTheWay: ['第2期.zuban'] });
      expect(result.problems).toEqual([
        expect.stringContaining('“../外.zuban”不能用作文件名'),
        expect.stringMatching(/^“第2期”没有导出：.*没有覆盖它。$/),
        expect.stringMatching(/存不下：文件名或路径过长，请改短。$/),
      ]);
      const again = await desk.export({ files: result.inTheWay, folder: place.path('包'), overwrite: true });
      expect(again).toMatchObject({ written: 1, problems: [], inTheWay: [] });
      expect(readdirSync(place.path('包')).sort()).toEqual(['第1期', '第2期', '第3期']);
    } finally {
      await desk.close();
    }
  });
});
