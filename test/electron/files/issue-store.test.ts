import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setHeadline } from '../../../core/issue/edits.ts';
import { readIssueFile, replaceFile, writeIssueFile } from '../../../electron/files/issue-store.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const issue = { ...smallIssue(), pictures: [] };

describe('the issue store', () => {
  it('reads what it wrote and leaves nothing beside it', async () => {
    const path = join(folder, '第43期.zuban');
    await writeIssueFile(path, issue, new Map());
    expect((await readIssueFile(path)).issue).toEqual(issue);
    const next = setHeadline(issue, 's1', '新标题').issue;
    await writeIssueFile(path, next, new Map());
    expect((await readIssueFile(path)).issue).toEqual(next);
    expect(readdirSync(folder)).toEqual(['第43期.zuban']);
  });

  // Windows lets only administrators make links.
  it.skipIf(process.platform === 'win32')('replaces what a link points to and keeps the link', async () => {
    const real = join(folder, 'real.zuban');
    writeFileSync(real, 'old');
    const link = join(folder, 'link.zuban');
    symlinkSync(real, link);
    await replaceFile(link, new TextEncoder().encode('new'));
    expect(readFileSync(real, 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.zuban', 'real.zuban']);
  });

  it('says in one sentence why a file cannot be read', async () => {
    await expect(readIssueFile(join(folder, '没有.zuban'))).rejects.toThrow(
      '“没有.zuban”打不开：没有这个文件或文件夹，请检查路径。',
    );
    await expect(readIssueFile(folder)).rejects.toThrow('这是一个文件夹');
  });

  it('says in one sentence why a file cannot be written, and leaves nothing behind', async () => {
    await expect(writeIssueFile(join(folder, 'a', 'b.zuban'), issue, new Map())).rejects.toThrow(
      '“b.zuban”存不下：没有这个文件或文件夹',
    );
    await expect(writeIssueFile(folder, issue, new Map())).rejects.toThrow(/存不下/);
    expect(readdirSync(folder)).toEqual([]);
    const wall = join(folder, 'wall');
    writeFileSync(wall, 'a file');
    await expect(writeIssueFile(join(wall, 'b.zuban'), issue, new Map())).rejects.toThrow('不是文件夹');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'leaves the old file as it was where the folder is closed to it',
    async () => {
      const path = join(folder, 'kept.zuban');
      writeFileSync(path, 'old');
      chmodSync(folder, 0o500);
      await expect(writeIssueFile(path, issue, new Map())).rejects.toThrow('没有权限');
      chmodSync(folder, 0o700);
      expect(readFileSync(path, 'utf8')).toBe('old');
    },
  );
});
