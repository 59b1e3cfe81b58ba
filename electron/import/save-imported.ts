/**
 * Saves what was imported under the name that was asked for. A file of that name becomes the backup of the new one;
 * where it holds what an import does not have, printings or versions, or somebody has it open, it stays as it is.
 */
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { InputError } from '../base/input-error.ts';
import { unbroken } from '../base/interruption.ts';
import { lockOf } from '../files/beside.ts';
import { type Disk, nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import type { FileStamp } from '../files/file-stamp.ts';
import { packIssueFile } from '../files/issue-container.ts';
import { ChangedUnderUs, readStampedIssueFile, saveFile } from '../files/issue-store.ts';
import { FileLock, thisEditor } from '../files/lock.ts';

/** Throws InputError or IssueFileError, one sentence; the file is then as it was. */
export const saveImported = (path: string, file: IssueFile, disk: Disk = nodeDisk): Promise<void> =>
  unbroken(() => save(path, file, disk));

const save = async (path: string, file: IssueFile, disk: Disk): Promise<void> => {
  const bytes = packIssueFile(file);
  const answer = await FileLock.take(lockOf(path), thisEditor(), disk);
  if (answer.kind === 'held')
    throw new InputError(
      `${path}：${answer.holder?.who ?? '别人'}正打开着这个文件，没有覆盖它，请换一个文件名。`,
    );
  try {
    await saveFile(path, bytes, await replaceable(path, disk), disk);
  } catch (error) {
    if (error instanceof ChangedUnderUs)
      throw new InputError(`${path}：保存时别的程序也写了这个文件，没有覆盖它，请换一个文件名。`);
    throw error instanceof InputError ? error : diskFault('存不下', path, error);
  } finally {
    if (answer.kind === 'taken') await answer.lock.release();
  }
};

/** The stamp of the file that may be replaced; null where there is none. */
const replaceable = async (path: string, disk: Disk): Promise<FileStamp | null> => {
  if ((await disk.facts(path)) === null) return null;
  const { file, stamp } = await readStampedIssueFile(path, disk).catch((error: unknown) => {
    if (!(error instanceof IssueFileError)) throw error;
    throw new InputError(
      `${path} 已经有了，却读不出来，不知道里面有没有印样和版本，没有覆盖它，请换一个文件名。`,
    );
  });
  const held = [
    file.prints.length > 0 ? `${file.prints.length}次付印的印样` : '',
    file.versions.length > 0 ? `${file.versions.length}个版本` : '',
    file.others.size > 0 ? '较新版本的组版写下的内容' : '',
  ].filter((part) => part !== '');
  if (held.length > 0)
    throw new InputError(`${path} 里已有${held.join('和')}，导入会丢掉它们，没有覆盖它，请换一个文件名。`);
  return stamp;
};
