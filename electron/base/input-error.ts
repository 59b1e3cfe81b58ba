/** Faults of the input and of the command line: each is one sentence in Chinese that is shown as it is. */
import { Fault, type FaultCode } from '../../core/fault.ts';

/** The input is at fault (exit code 1). */
export class InputError extends Fault {
  constructor(message: string, code: FaultCode = 'input') {
    super(code, message);
    this.name = 'InputError';
  }
}

/** The command line is (exit code 2). */
export class UsageError extends Fault {
  constructor(message: string) {
    super('usage', message);
    this.name = 'UsageError';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在，请核对路径',
  EACCES: '没有读写权限，请检查文件属性',
  EPERM: '没有读写权限，请检查文件属性',
  EISDIR: '这是文件夹，请指定文件',
  ENOTDIR: '路径中有一段不是文件夹，请核对路径',
  ENOSPC: '磁盘已满，请清理后重试',
  EDQUOT: '磁盘配额已满，请清理后重试',
  EFBIG: '文件超过了这个磁盘允许的大小，请换一处保存',
  EROFS: '磁盘是只读的，请换一处保存',
  EBUSY: '文件正被别的程序占用，请关闭后重试',
  EIO: '磁盘读写出错，请检查磁盘或网络后重试',
  EINVAL: '文件名里有这个磁盘不允许的字符，请改名或换一处',
  EILSEQ: '文件名里有这个磁盘不允许的字符，请改名或换一处',
  ESTALE: '网络文件夹断开了，请检查网络后重试',
  ENOTCONN: '网络文件夹断开了，请检查网络后重试',
  ETIMEDOUT: '网络文件夹没有回应，请检查网络后重试',
  ENAMETOOLONG: '文件名过长，请改短',
  EMFILE: '打开的文件过多，请关闭其他程序后重试',
};

/** The operating system's error as a sentence about that file, or null where it is no such error. */
export const fileFault = (error: unknown, path: string): InputError | null => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const reason = REASONS[error.code];
  return reason === undefined ? null : new InputError(`${path}：${reason}。`);
};
