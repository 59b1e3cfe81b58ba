/**
 * Issue files on the disk. Writing is atomic: the new file is written beside the old one, forced to the disk and
 * renamed over it, so that after a power cut there is the old issue or the new one and never half of one.
 *
 * A save keeps the former version as one backup beside it. The backup is a second name of the old file (a copy where
 * the system has no such names), made before the new one takes its name: at no moment is the backup the only copy.
 */
import { basename, dirname } from 'node:path';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { backupOf, isPartOf, partOf } from './beside.ts';
import { codeOf, type Disk, nodeDisk } from './disk.ts';
import { diskFault } from './disk-fault.ts';
import { changeSince, type FileStamp, stampOfBytes } from './file-stamp.ts';
import { LARGEST_ISSUE_FILE, packIssue, unpackIssueFile } from './issue-container.ts';

/** With all that the file has besides its issue. Throws IssueFileError. */
export const readIssueFile = async (path: string, disk: Disk = nodeDisk): Promise<IssueFile> =>
  unpackIssueFile(await readIssueBytes(path, disk), basename(path));

/** The file's bytes, whatever they are. Throws IssueFileError. */
export const readIssueBytes = (path: string, disk: Disk): Promise<Uint8Array> =>
  disk.read(path, LARGEST_ISSUE_FILE).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });

/** With its stamp, taken before it is read: what comes after is a change. Throws IssueFileError. */
export const readStampedIssueFile = async (
  path: string,
  disk: Disk,
): Promise<{ readonly file: IssueFile; readonly stamp: FileStamp }> => {
  const facts = await disk.facts(path).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });
  const bytes = await disk.read(path, LARGEST_ISSUE_FILE).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });
  if (facts === null)
    throw new IssueFileError(`“${basename(path)}”打不开：它刚刚才出现，请再打开一次。`, {
      code: 'file-not-opened',
    });
  return { file: unpackIssueFile(bytes, basename(path)), stamp: stampOfBytes(bytes, facts) };
};

/** Writes the issue; a file that is there already is replaced whole or left as it was. Throws IssueFileError. */
export const writeIssueFile = async (
  path: string,
  issue: Issue,
  pictures: ReadonlyMap<PictureId, Uint8Array>,
  disk: Disk = nodeDisk,
): Promise<void> => {
  const bytes = packIssue(issue, pictures);
  try {
    await replaceFile(path, bytes, disk);
  } catch (cause) {
    throw diskFault('存不下', path, cause);
  }
};

/** The file is no longer the one that was read, or there is one where none was: nothing was written. */
export class ChangedUnderUs extends Error {
  constructor(readonly change: 'gone' | 'changed') {
    super(`the file is ${change}`);
    this.name = 'ChangedUnderUs';
  }
}

/**
 * Saves an issue file's bytes over the version that `before` is the stamp of, which becomes the backup; null where no
 * file may be yet. Throws ChangedUnderUs or the system's error, and then the file is as it was.
 */
export const saveFile = async (
  path: string,
  bytes: Uint8Array,
  before: FileStamp | null,
  disk: Disk,
): Promise<FileStamp> => {
  // A link stays a link: what it points to is replaced.
  const target = await disk.target(path);
  if (before !== null) await checkUnchanged(target, before, disk);
  await removeLeftParts(target, disk);
  const part = partOf(target);
  try {
    const stamp = await writePart(part, bytes, disk);
    if (before === null) await putNew(part, target, disk);
    else {
      await keepBackup(target, disk);
      // The new file took a while to write: another may have come meanwhile.
      await checkUnchanged(target, before, disk);
      await disk.rename(part, target);
    }
    await disk.syncFolder(dirname(target));
    return stamp;
  } catch (error) {
    await disk.remove(part).catch(() => undefined);
    throw error;
  }
};

const checkUnchanged = async (target: string, before: FileStamp, disk: Disk): Promise<void> => {
  const change = await changeSince(target, before, disk);
  if (change !== 'none') throw new ChangedUnderUs(change);
};

const writePart = async (part: string, bytes: Uint8Array, disk: Disk): Promise<FileStamp> => {
  const file = await disk.create(part);
  try {
    await file.append(bytes);
    await file.sync();
    return stampOfBytes(bytes, await file.facts());
  } finally {
    await file.close();
  }
};

/**
 * What systems without second names of a file answer; EISDIR is Windows on exFAT and FAT32. Where the folder itself
 * refuses (EACCES, EPERM), the copy that is tried instead says so.
 */
const NO_LINKS = [
  'EISDIR',
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EINVAL',
  'UNKNOWN',
];

/** Gives the part its name where no file has it. A link cannot replace one that came this very moment. */
const putNew = async (part: string, target: string, disk: Disk): Promise<void> => {
  try {
    await disk.link(part, target);
    await disk.remove(part);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new ChangedUnderUs('changed');
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    if (await disk.facts(target)) throw new ChangedUnderUs('changed');
    await disk.rename(part, target);
  }
};

const keepBackup = async (target: string, disk: Disk): Promise<void> => {
  const backup = backupOf(target);
  const part = partOf(backup);
  try {
    await disk.link(target, part);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    await writePart(part, await disk.read(target, LARGEST_ISSUE_FILE), disk);
  }
  await disk.rename(part, backup);
  // Renaming one name of a file over another of the same does nothing: a save that was killed left them so.
  await disk.remove(part);
};

/** What killed writers left, of this file and its backup. Only the lock's holder writes, so nobody needs them. */
const removeLeftParts = async (target: string, disk: Disk): Promise<void> => {
  const backup = backupOf(target);
  for (const name of await disk.list(dirname(target)))
    if (isPartOf(target, name) || isPartOf(backup, name))
      await disk.remove(`${dirname(target)}/${name}`).catch(() => undefined);
};

/** Replaces a file's content in one step. Throws the system's error, with the old file as it was. */
export const replaceFile = async (path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<void> => {
  const target = await disk.target(path);
  // Beside the target, so that the rename stays on one disk.
  const part = partOf(target);
  try {
    await writePart(part, bytes, disk);
    await disk.rename(part, target);
  } catch (cause) {
    await disk.remove(part).catch(() => undefined);
    throw cause;
  }
  await disk.syncFolder(dirname(target));
};
