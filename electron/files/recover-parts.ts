/**
 * What goes with recovered work besides its text: the pictures, from beside the journal, from the file or from its
 * backup; and where the file is damaged or gone, its versions and prints, from what of it is whole and from the
 * backup. What was found, and what was not, is said.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { type IssueFile, issueFileOf } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { backupOf } from './beside.ts';
import { codeOf, type Disk } from './disk.ts';
import { LARGEST_ISSUE_FILE } from './issue-container.ts';
import { ISSUE_PART } from './issue-parts.ts';
import { readIssueFile } from './issue-store.ts';
import { pictureFolder } from './journal-place.ts';
import type { FoundWork } from './recovery.ts';
import { rescueIssueFile, withPicturesOf } from './rescue-issue.ts';

const LARGEST_PICTURE = 200_000_000;
const MOST_LOST = 20;

export interface RecoveredPictures {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** Names of those whose bytes are nowhere any more: the issue lists them as lost. */
  readonly missing: readonly string[];
}

export const recoverPictures = async (
  { issue, stem, path, inFile }: FoundWork,
  disk: Disk,
  rescued: ReadonlyMap<PictureId, Uint8Array> = new Map(),
): Promise<RecoveredPictures> => {
  const pictures = new Map<PictureId, Uint8Array>([...rescued, ...(inFile?.file.pictures ?? [])]);
  for (const { id } of issue.pictures) {
    if (pictures.has(id)) continue;
    const bytes = await disk.read(join(pictureFolder(stem), id), LARGEST_PICTURE).catch(() => null);
    if (bytes && id.startsWith(`sha256-${createHash('sha256').update(bytes).digest('hex')}.`))
      pictures.set(id, bytes);
  }
  if (path !== null && issue.pictures.some(({ id }) => !pictures.has(id))) {
    const backup = await ifReadable(() => readIssueFile(backupOf(path), disk));
    for (const [id, bytes] of backup?.pictures ?? []) if (!pictures.has(id)) pictures.set(id, bytes);
  }
  const lost = issue.pictures.filter((picture) => !picture.lost && !pictures.has(picture.id));
  if (lost.length === 0) return { issue, pictures, missing: [] };
  return { issue: withPicturesOf(issue, pictures), pictures, missing: lost.map(({ name }) => name) };
};

export interface RecoveredBesides {
  /** Its issue is that of the work. */
  readonly file: IssueFile;
  /** For the editor, a sentence each. */
  readonly messages: readonly string[];
}

/** Versions and prints of a file that cannot be opened. Of two with the same number the file's own counts. */
export const recoverBesides = async (issue: Issue, path: string, disk: Disk): Promise<RecoveredBesides> => {
  const name = `“${basename(path)}”`;
  const rescued = await ifReadable(async () =>
    rescueIssueFile(await disk.read(path, LARGEST_ISSUE_FILE), basename(path)),
  );
  const backup = await ifReadable(() => readIssueFile(backupOf(path), disk));
  const whole = rescued?.lost.length === 0;
  const files = [rescued?.file, whole ? undefined : backup].filter(
    (file) => file !== undefined && file !== null,
  );
  if (files.length === 0)
    return {
      file: issueFileOf(issue, new Map()),
      messages: [
        `${name}打不开，也没有可用的备份，其中的版本和付印没有找回；这里只有恢复日志里的正文和图片，请另存为，并保留原文件。`,
      ],
    };
  const file: IssueFile = {
    issue,
    versions: byNumber(files.map(({ versions }) => versions)),
    prints: byNumber(files.map(({ prints }) => prints)),
    pictures: new Map(files.toReversed().flatMap(({ pictures }) => [...pictures])),
    others: new Map(files.toReversed().flatMap(({ others }) => [...others])),
    minor: Math.max(...files.map(({ minor }) => minor)),
  };
  const from = rescued && backup ? '它完好的部分和备份' : rescued ? '它完好的部分' : '它的备份';
  const message = `${name}打不开，从${from}取回了${file.versions.length}个版本、${file.prints.length}次付印，更晚的可能没有找回，请核对后另存为，并保留原文件。`;
  // The text of the file is not wanted: the journal has it whole.
  const lost = rescued?.lost.filter((part) => part.name !== ISSUE_PART) ?? [];
  return {
    file,
    messages: [message, ...lost.slice(0, MOST_LOST).map((part) => `${name}里，${part.message}`)],
  };
};

const byNumber = <T extends { readonly number: number }>(lists: readonly (readonly T[])[]): readonly T[] => {
  const found = new Map<number, T>();
  for (const one of lists.flat()) if (!found.has(one.number)) found.set(one.number, one);
  return [...found.values()].sort((a, b) => a.number - b.number);
};

/** Null for what is no issue file, and for what the disk does not give. */
const ifReadable = async <T>(read: () => Promise<T>): Promise<T | null> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof IssueFileError || codeOf(error) !== '') return null;
    throw error;
  }
};
