import { mkdirSync, symlinkSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkExportTarget, isWithin } from '../../../electron/archive/export-target.ts';
import { ArchivePlace } from './past-issues.ts';

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

describe('the folder that packages are written to', () => {
  it('is outside the archive by the rules of either system', () => {
    expect(isWithin('C:\\报\\归档', 'c:\\报\\归档\\包', win32)).toBe(true);
    expect(isWithin('C:\\报\\归档', 'C:\\报\\归档-导出', win32)).toBe(false);
    expect(isWithin('C:\\归档', 'D:\\归档\\包', win32)).toBe(false);
    expect(isWithin('/归档', '/归档', posix)).toBe(true);
    expect(isWithin('/归档', '/归档/..包', posix)).toBe(true);
    expect(isWithin('/归档', '/归档-导出', posix)).toBe(false);
    expect(isWithin('/', '/包', posix)).toBe(true);
  });

  it('is no file, and no way around into the archive', async () => {
    mkdirSync(place.path('归档'));
    symlinkSync(place.path('归档'), place.path('别名'));
    place.put('文件', '');
    await expect(checkExportTarget(place.path('别名/包'), place.path('归档'))).rejects.toThrow(
      '归档文件夹里面',
    );
    await expect(checkExportTarget(place.path('文件'), place.path('归档'))).rejects.toThrow('这是文件');
    await checkExportTarget(place.path('包'), place.path('归档'));
  });
});
