import { describe, expect, it, vi } from 'vitest';
import { ArchiveFolder, isWithinUnread } from '../../../electron/files/archive-folder.ts';

/** More files than any test would like to write. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const entry = (i: number) => ({
    name: `${String(i).padStart(5, '0')}.zuban`,
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  });
  return { ...real, readdir: async () => Array.from({ length: 20_003 }, (_, i) => entry(i)) };
});

describe('the list of an archive', () => {
  it('says once that there are more files than are read, and that any file may be among them', async () => {
    const { files, unread } = await new ArchiveFolder('/归档').listing();
    expect(files).toHaveLength(20_000);
    expect(unread.map(({ message }) => message)).toEqual([expect.stringContaining('超过20000个')]);
    expect(isWithinUnread('2020/a.zuban', unread)).toBe(true);
  });

  it('takes for unread what stands in a folder of that very name', () => {
    const unread = [{ place: '2020', message: '' }];
    expect(isWithinUnread('2020/a.zuban', unread)).toBe(true);
    expect(isWithinUnread('20201/a.zuban', unread)).toBe(false);
  });
});
