/**
 * Whether the files that a command will write can be written where they are wanted. Asked before any work, so that
 * a mistyped folder costs no waiting and a command of several outputs writes all of them or none.
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileFault, InputError, UsageError } from '../base/input-error.ts';

const checkPlace = async (path: string): Promise<void> => {
  const folder = dirname(path);
  const place = await stat(folder).catch(() => null);
  if (!place) throw new InputError(`${path}：文件夹“${folder}”不存在，请先建立，或改写到别处。`);
  if (!place.isDirectory()) throw new InputError(`${path}：“${folder}”不是文件夹，请改写到别处。`);
  const there = await stat(path).catch((error: unknown) => {
    /* A name that is too long fails here; a file that is not there yet is what we hope for. */
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw fileFault(error, path) ?? error;
  });
  if (there?.isDirectory()) throw new InputError(`${path}：这是文件夹，请写明文件名。`);
  if (there && !there.isFile())
    throw new InputError(`${path}：这不是普通文件，不能写到这里，请换一个文件名。`);
};

/** Where a file is, links followed, also where it is not there yet. */
const placeOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    return join(await realpath(dirname(path)).catch(() => resolve(dirname(path))), basename(path));
  }
};

/** Throws UsageError where the beginning of page files' names names no file. */
export const checkPrefix = (prefix: string | null, option: string): void => {
  if (prefix !== null && (/[/\\]$/.test(prefix) || ['', '.', '..'].includes(basename(prefix))))
    throw new UsageError(`${option} 后请写文件名的前一部分，如“第9期”，现为“${prefix}”。`);
};

/** Throws UsageError or InputError, one sentence. `null` is an output that nobody asked for. */
export const checkOutputs = async (
  outputs: readonly (string | null)[],
  inputs: readonly string[],
): Promise<void> => {
  const taken = new Set(await Promise.all(inputs.map(placeOf)));
  const wanted = new Set<string>();
  for (const path of outputs) {
    if (path === null) continue;
    if (path === '') throw new UsageError('输出文件名是空的，请写明文件名。');
    await checkPlace(path);
    const place = await placeOf(path);
    if (taken.has(place)) throw new UsageError(`${path} 是要读入的文件，不能又用来输出，请换一个文件名。`);
    if (wanted.has(place)) throw new UsageError(`${path} 被指定为两种输出，请分别写文件名。`);
    wanted.add(place);
  }
};
