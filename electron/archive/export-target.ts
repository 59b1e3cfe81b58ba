/** The folder that packages are written to. Packages hold issue files: within the archive they would be issues again. */
import { realpath, stat } from 'node:fs/promises';
import nodePath, { basename, dirname, join, type PlatformPath } from 'node:path';
import { InputError } from '../base/input-error.ts';

/** True for the folder itself as well. `path`: the rules of names, by default this system's. */
export const isWithin = (folder: string, other: string, path: PlatformPath = nodePath): boolean => {
  const inside = path.relative(folder, other);
  return !path.isAbsolute(inside) && inside.split(path.sep)[0] !== '..';
};

/** Links followed as far as the path is there. */
const placeOf = async (path: string): Promise<string> => {
  const above = dirname(path);
  return realpath(path).catch(async () =>
    above === path ? path : join(await placeOf(above), basename(path)),
  );
};

/** Throws InputError where no package may be written to the folder, or something else has its name. */
export const checkExportTarget = async (target: string, archive: string): Promise<void> => {
  if (isWithin(await placeOf(archive), await placeOf(target)))
    throw new InputError('不能导出到归档文件夹里面，请换一个文件夹。');
  const there = await stat(target).catch(() => null);
  if (there && !there.isDirectory())
    throw new InputError(`${target}：这是文件，不能当导出的文件夹，请换一个文件夹。`);
};
