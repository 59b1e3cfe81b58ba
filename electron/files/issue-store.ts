/**
 * Issue files on the disk. Writing is atomic: the new file is written beside the old one, forced to the disk and
 * renamed over it, so that after a power cut there is the old issue or the new one and never half of one.
 */
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { type IssueWithPictures, LARGEST_ISSUE_FILE, packIssue, unpackIssue } from './issue-container.ts';

/** Causes that an editor can do something about; the system's code stands in the sentence for all others. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹，请检查路径',
  ENOTDIR: '路径中有一段不是文件夹，请检查路径',
  EISDIR: '这是一个文件夹，请选择文件',
  EACCES: '没有权限，请换一个位置或请管理员授权',
  EPERM: '没有权限，或文件正被别的程序占用，请关闭后再试',
  EBUSY: '文件正被别的程序占用，请关闭后再试',
  EROFS: '磁盘是只读的，请换一个位置',
  ENOSPC: '磁盘已满，请清理后再试',
  EDQUOT: '磁盘配额已满，请清理后再试',
  ENAMETOOLONG: '文件名过长，请改短',
  EMFILE: '打开的文件过多，请关闭一些程序后再试',
};

const failure = (verb: '打不开' | '存不下', path: string, cause: unknown): IssueFileError => {
  if (cause instanceof IssueFileError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === '') throw cause;
  return new IssueFileError(
    `“${basename(path)}”${verb}：${CAUSES[code] ?? `系统报错${code}，请换一个位置再试`}。`,
    {
      cause,
    },
  );
};

/** Throws IssueFileError. */
export const readIssueFile = async (path: string): Promise<IssueWithPictures> => {
  const bytes = await readWhole(path).catch((cause: unknown) => {
    throw failure('打不开', path, cause);
  });
  return unpackIssue(bytes, basename(path));
};

const readWhole = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > LARGEST_ISSUE_FILE)
      throw new IssueFileError(
        `“${basename(path)}”有${Math.round(size / 1e6)} MB，超过期文件的上限，没有打开。`,
      );
    return await file.readFile();
  } finally {
    await file.close();
  }
};

/** Writes the issue; a file that is there already is replaced whole or left as it was. Throws IssueFileError. */
export const writeIssueFile = async (
  path: string,
  issue: Issue,
  pictures: ReadonlyMap<PictureId, Uint8Array>,
): Promise<void> => {
  const bytes = packIssue(issue, pictures);
  try {
    await replaceFile(path, bytes);
  } catch (cause) {
    throw failure('存不下', path, cause);
  }
};

let written = 0;

/** Replaces a file's content in one step. Throws the system's error, with the old file as it was. */
export const replaceFile = async (path: string, bytes: Uint8Array): Promise<void> => {
  // A link stays a link: what it points to is replaced.
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  // Beside the target, so that the rename stays on one disk; process and count keep two writers apart.
  const beside = join(folder, `.${basename(target)}.${process.pid}-${++written}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw cause;
  }
  await syncFolder(folder);
};

/** The rename itself reaches the disk with the folder. Windows cannot open one and needs not. */
const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Some file systems refuse to sync a folder; the file itself is safe.
  }
};
