/**
 * What an issue file's directory says, against the limits (docs/file-format.md §8), before a byte is inflated: names
 * that lead out of the file, too many or too large parts, bombs. And how a fault of a file begins: with its name.
 */
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { isJsonBomb, isJsonPart, largestPart, PART_LIMITS } from './issue-parts.ts';
import type { ListedEntry } from './zip-reader.ts';

export const MANIFEST = 'manifest.json';

/** Text deflates to a tenth; beyond this ratio (of files over 16 MB) it is a bomb. */
const BOMB_RATIO = 100;
const BOMB_FROM = 16_000_000;
const BOMB = '的压缩比异常，解压后过大，不是正常的期文件，没有打开。';

export type Broken = (why: string) => IssueFileError;

export const brokenFile =
  (fileName: string): Broken =>
  (why) =>
    new IssueFileError(`“${fileName}”${why}`, { code: 'file-not-opened' });

/** The directory against the limits, before anything is inflated. Throws what would harm; damage is not looked for. */
export const checkEntries = (entries: readonly ListedEntry[], length: number, broken: Broken): void => {
  if (entries.length > PART_LIMITS.entries)
    throw broken(`里的文件超过${PART_LIMITS.entries}个，不是正常的期文件，没有打开。`);
  const names = new Set<string>();
  let total = 0;
  let json = 0;
  for (const { name, method, size, originalSize } of entries) {
    const said = name.slice(0, 80);
    if (!isPlainName(name)) throw broken(`里有路径不安全的“${said}”，没有打开，请核实文件的来源。`);
    if (names.has(name)) throw broken(`里的“${said}”出现了两次，可能被改动过，没有打开。`);
    if (method !== 0 && method !== 8)
      throw broken(`里的“${said}”用了本程序不认得的压缩方法，请用组版重新保存。`);
    const most = name === MANIFEST ? PART_LIMITS.manifest : largestPart(name);
    total += originalSize;
    const isJson = name === MANIFEST || isJsonPart(name);
    if (isJson) json += originalSize;
    if (isJson && method === 8 && isJsonBomb(size, originalSize)) throw broken(BOMB);
    if (originalSize > most || total > PART_LIMITS.total || json > PART_LIMITS.json)
      throw broken(`解压后过大（“${said}”），不是正常的期文件，没有打开。`);
    names.add(name);
  }
  if (total > BOMB_FROM && total > length * BOMB_RATIO) throw broken(BOMB);
};

/** No folder up, no root, no drive, nothing hidden from sight: only names that we write ourselves. */
export const isPlainName = (name: string): boolean =>
  /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(name) && !name.includes('..') && name.length <= 200;
