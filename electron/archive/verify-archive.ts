/**
 * Whether an archive is what it was and hangs together: every part's hash and the container around them, every
 * publication's numbers from year to year, and printed pages against the calendar and their issue. Everything is read
 * from the files themselves; the index is not asked. Differences are damage, contradictions, and what could not be
 * read; notes are what a person may want to know, such as where an archive begins.
 */
import { basename, join } from 'node:path';
import { factsOfName } from '../../core/file/archive-name.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { ArchiveFolder } from '../files/archive-folder.ts';
import { nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { LARGEST_ISSUE_FILE, unpackIssueFile } from '../files/issue-container.ts';
import type { CheckedIssue, Difference } from './archive-difference.ts';
import { containerFault } from './container-fault.ts';
import { numberFindings } from './number-findings.ts';
import { printFindings } from './print-findings.ts';

export interface Verification {
  readonly files: number;
  readonly checked: number;
  readonly differences: readonly Difference[];
  /** No fault; for a person to know. */
  readonly notes: readonly Difference[];
  readonly cancelled: boolean;
}

export interface VerifyOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export const verifyArchive = async (
  archive: string,
  { progress = () => {}, signal }: VerifyOptions = {},
): Promise<Verification> => {
  const { files, unread } = await new ArchiveFolder(archive).listing();
  const issues: CheckedIssue[] = [];
  const differences: Difference[] = unread.map(({ place, message }) => ({
    kind: 'unread',
    file: place === '' ? null : place,
    message,
  }));
  const notes: Difference[] = [];
  let checked = 0;
  for (const file of files) {
    if (signal?.aborted) break;
    try {
      const bytes = await readWhole(join(archive, ...file.split('/')));
      const opened = unpackIssueFile(bytes, basename(file));
      const { publication, masthead } = opened.issue;
      issues.push({ file, publication: publication.id, publicationName: publication.name, ...masthead });
      const around = containerFault(bytes);
      if (around !== null) differences.push({ kind: 'damaged', file, message: `“${file}”${around}` });
      const prints = printFindings(file, opened, bytes);
      differences.push(...prints.differences, ...nameDifferences(file, opened));
      notes.push(...prints.notes);
    } catch (error) {
      if (!(error instanceof IssueFileError)) throw error;
      differences.push({ kind: 'damaged', file, message: error.message });
    }
    progress(++checked, files.length);
  }
  const cancelled = signal?.aborted ?? false;
  // Of half an archive every second number would be missing.
  const numbers = cancelled ? { differences: [], notes: [] } : numberFindings(issues);
  return {
    files: files.length,
    checked,
    differences: [...differences, ...numbers.differences],
    notes: [...notes, ...numbers.notes],
    cancelled,
  };
};

const readWhole = (path: string): Promise<Uint8Array> =>
  nodeDisk.read(path, LARGEST_ISSUE_FILE).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });

const nameDifferences = (file: string, { issue }: IssueFile): readonly Difference[] => {
  const said = factsOfName(file);
  const facts = issue.masthead;
  const wrong = (['date', 'number', 'totalNumber'] as const).some(
    (fact) => said[fact] !== null && said[fact] !== facts[fact],
  );
  if (!wrong) return [];
  const own = `${facts.date ?? '日期未填'}、第${facts.number ?? '？'}期、总第${facts.totalNumber ?? '？'}期`;
  return [{ kind: 'file-name', file, message: `“${file}”的文件名与内容不符：里面是${own}，请改名。` }];
};
