import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renameOver } from '../../../electron/files/rename-over.ts';
import { writeWhole } from '../../../electron/files/write-whole.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs on a disk of a hundred kB; false where none can be mounted. */
const onSmallDisk = async (work: (disk: string) => Promise<void>): Promise<boolean> => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return false;
  }
  try {
    await work(disk);
  } finally {
    execFileSync('umount', [disk], { stdio: 'ignore' });
  }
  return true;
};

describe('a file that the program makes', () => {
  it('takes the place of the former one, with who may read it', async () => {
    const path = join(folder, '第9期.pdf');
    writeFileSync(path, 'former');
    chmodSync(path, 0o600);
    await writeWhole(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['第9期.pdf']);
  });

  it.skipIf(process.platform === 'win32')('goes where a link leads, and the link stays one', async () => {
    writeFileSync(join(folder, 'real.pdf'), 'former');
    symlinkSync('real.pdf', join(folder, 'link.pdf'));
    await writeWhole(join(folder, 'link.pdf'), 'new');
    expect(readFileSync(join(folder, 'real.pdf'), 'utf8')).toBe('new');
    expect(readlinkSync(join(folder, 'link.pdf'))).toBe('real.pdf');
  });

  it('leaves the former one whole on a full disk, and nothing beside it (where a disk can be mounted)', async () => {
    const tried = await onSmallDisk(async (disk) => {
      const path = join(disk, '第9期.pdf');
      writeFileSync(path, 'former');
      await expect(writeWhole(path, new Uint8Array(200_000))).rejects.toThrow(
        /第9期\.pdf：磁盘已满，请清理后重试。$/,
      );
      expect(readFileSync(path, 'utf8')).toBe('former');
      expect(readdirSync(disk)).toEqual(['第9期.pdf']);
    });
    expect(tried).toBeTypeOf('boolean');
  });

  it('says so in a sentence where the name is a folder’s', async () => {
    mkdirSync(join(folder, '第9期.pdf'));
    await expect(writeWhole(join(folder, '第9期.pdf'), 'new')).rejects.toThrow(/。$/);
    expect(readdirSync(folder)).toEqual(['第9期.pdf']);
  });
});

describe('giving a finished file its name', () => {
  const held = Object.assign(new Error('EPERM'), { code: 'EPERM' });

  it('is tried again on Windows, where a scanner holds files for moments', async () => {
    let tries = 0;
    const rename = async () => {
      if (++tries < 3) throw held;
    };
    await renameOver('a', 'b', rename, 'win32');
    expect(tries).toBe(3);
  });

  it('is tried once elsewhere, and once where the fault is another', async () => {
    let tries = 0;
    const rename = async () => {
      tries++;
      throw tries === 1 ? held : Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    await expect(renameOver('a', 'b', rename, 'linux')).rejects.toThrow('EPERM');
    await expect(renameOver('a', 'b', rename, 'win32')).rejects.toThrow('ENOSPC');
    expect(tries).toBe(2);
  });
});

/** What writes to a path at once, so that a fault in the middle leaves half a file. */
const PLAIN_WRITES =
  /\b(writeFile|writeFileSync|createWriteStream|appendFile|appendFileSync|copyFile|copyFileSync|cp|cpSync|truncate|truncateSync)\s*\(|\bopen(Sync)?\(.*['"][aw]x?\+?['"]/;

/** Those that write no file of the user's, each with what it writes. */
const ALLOWED: Readonly<Record<string, string>> = {
  'electron/files/write-whole.ts': 'the part beside the file',
  'electron/archive/index-database.ts': 'a probe of the index’s own folder',
  'electron/archive/index-place.ts': 'a probe of the index’s own folder',
  'electron/archive/index-writer.ts': 'the mark that somebody writes the index',
};

describe('every file of the user’s', () => {
  it('is written by writeWhole or the issue store, nowhere plainly', () => {
    const sources = readdirSync(join(root, 'electron'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name));
    const plain = sources
      .filter((path) => PLAIN_WRITES.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path).replaceAll('\\', '/'));
    expect(plain.sort()).toEqual(Object.keys(ALLOWED).sort());
  });
});
