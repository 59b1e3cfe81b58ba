import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { MANIFEST, placePackage } from '../../../electron/archive/package-place.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FilePromises>();
  const rename: typeof real.rename = async (from, to) => {
    if (String(from).endsWith('审读意见.docx')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    return real.rename(from, to);
  };
  return { ...real, rename };
});

it('a package that is there, but for what others put beside the earlier one, says so and why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zuban-package-'));
  try {
    const identity = { file: 'a.zuban', publication: '上街时报', date: null, number: 9, totalNumber: null };
    const manifest = JSON.stringify({ format: 'zuban-package', ...identity, parts: {} });
    const place = () => placePackage(folder, '第9期', identity, [[MANIFEST, manifest]], false);
    expect(await place()).toBe(true);
    writeFileSync(join(folder, '第9期', '审读意见.docx'), 'notes');
    await expect(place()).rejects.toThrow(/“第9期”已经存好，.*没有清理完：文件正被别的程序占用/);
    const names = readdirSync(folder);
    expect(readdirSync(join(folder, '第9期'))).toEqual([MANIFEST]);
    const aside = names.find((name) => name.endsWith('.old'))!;
    expect(readdirSync(join(folder, aside))).toContain('审读意见.docx');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
