/**
 * What the disk says, as a sentence for the editor: what, which file, why, what to do, and at a save what is safe.
 */
import { basename } from 'node:path';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { codeOf, TooLarge } from './disk.ts';

/** Causes that an editor can do something about; the system's code stands in the sentence for all others. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹，请检查路径',
  ENOTDIR: '路径中有一段不是文件夹，请检查路径',
  EISDIR: '这是一个文件夹，请选择文件',
  EEXIST: '这个名字已被占用，请换一个名字',
  EACCES: '没有权限，请换一个位置或请管理员授权',
  EPERM: '没有权限，或文件正被别的程序占用，请关闭后再试',
  EBUSY: '文件正被别的程序占用，请关闭后再试',
  EROFS: '磁盘是只读的，请换一个位置',
  ENOSPC: '磁盘已满，请清理后再试',
  EDQUOT: '磁盘配额已满，请清理后再试',
  EFBIG: '文件超过了这个磁盘允许的大小，请换一个位置',
  ENAMETOOLONG: '文件名或路径过长，请改短',
  EINVAL: '文件名里有这个磁盘不允许的字符，请换一个名字或位置',
  EILSEQ: '文件名里有这个磁盘不允许的字符，请换一个名字或位置',
  EMFILE: '打开的文件过多，请关闭一些程序后再试',
  EIO: '磁盘读写出错，请检查磁盘或网络后换一个位置再试',
};

const NETWORK = '网络文件夹断开了，请检查网络，连上后再试';
const NETWORK_CODES = [
  'ENOTCONN',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ESTALE',
  'EREMOTEIO',
  'ENODEV',
  'ENXIO',
];

/** A phrase without a full stop; null for what is no fault of the disk. */
export const diskCause = (error: unknown): string | null => {
  if (error instanceof TooLarge)
    return `有${Math.round(error.size / 1e6)} MB，超过期文件的上限，没有读入，请核实文件`;
  const code = codeOf(error);
  if (code === '') return null;
  return CAUSES[code] ?? (NETWORK_CODES.includes(code) ? NETWORK : `系统报错${code}，请换一个位置再试`);
};

/** The sentence; what is not of the disk is thrown on as it is. `safe` says what is safe, to end the sentence. */
export const diskFault = (
  verb: '打不开' | '存不下',
  path: string,
  error: unknown,
  safe: string | null = null,
): IssueFileError => {
  if (error instanceof IssueFileError) return error;
  const cause = diskCause(error);
  if (cause === null) throw error;
  return new IssueFileError(`“${basename(path)}”${verb}：${cause}${safe === null ? '' : `；${safe}`}。`, {
    cause: error,
    ...(verb === '打不开' ? { code: 'file-not-opened' } : {}),
  });
};
