import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rescueCommand } from '../../../electron/command/rescue-command.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { wholeFile } from '../../core/file/whole-file.ts';
import { ArchivePlace } from '../archive/past-issues.ts';

let place: ArchivePlace;
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

const run = async (path: string, output: string): Promise<readonly string[]> => {
  const said: string[] = [];
  await rescueCommand({ path, output, say: (text) => said.push(text) });
  return said;
};

describe('zuban rescue', () => {
  it('writes what is whole into a file that opens, says what is not, and leaves the damaged one', async () => {
    const file = wholeFile();
    const cut = packIssueFile(file);
    const path = place.put('坏.zuban', cut.subarray(0, Math.floor(cut.length * 0.7)));
    const before = readFileSync(path);
    const said = await run(path, place.path('好.zuban'));
    expect((await readIssueFile(place.path('好.zuban'))).issue).toEqual(file.issue);
    expect(said.length).toBeGreaterThan(1);
    expect(said.at(-1)).toMatch(/^已取出到 .*好\.zuban：\d+ 篇稿件，\d+ 个版，\d+处没有取出，见上。$/);
    expect(readFileSync(path)).toEqual(before);
  });

  it('says that all is whole where it is', async () => {
    const path = place.put('好.zuban', packIssueFile(wholeFile()));
    expect(await run(path, place.path('又.zuban'))).toEqual([expect.stringContaining('全部完好')]);
  });

  it('refuses the damaged file as its output, another kind of file, and one of which nothing can be had', async () => {
    const path = place.put('坏.zuban', packIssueFile(wholeFile()));
    await expect(run(path, path)).rejects.toThrow('读入');
    await expect(run(path, place.path('a.txt'))).rejects.toThrow('.zuban 结尾');
    writeFileSync(path, 'x');
    await expect(run(path, place.path('b.zuban'))).rejects.toThrow(/^“坏\.zuban”.*。$/);
    await expect(run(place.path('无.zuban'), place.path('b.zuban'))).rejects.toThrow('打不开');
  });
});
