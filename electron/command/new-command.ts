/** `zuban new --from ISSUE --date DATE`: a new issue after a past one, its numbers from the archive around that. */
import { basename, dirname, join, resolve } from 'node:path';
import { issueFileName } from '../../core/file/archive-name.ts';
import { ArchiveIndex } from '../archive/archive-index.ts';
import { newFrom } from '../archive/new-from.ts';
import { saveNewFile } from '../archive/save-new-file.ts';
import { InputError, UsageError } from '../base/input-error.ts';
import { checkOutputs } from '../files/check-outputs.ts';
import { nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { packIssue } from '../files/issue-container.ts';
import { readIssueFile } from '../files/issue-store.ts';
import { isIssuePath } from '../import/open-sources.ts';
import { archiveAt } from './archive-command.ts';

export interface NewArguments {
  readonly from: string;
  readonly date: string;
  /** Null: a name of its date and numbers, in the archive. */
  readonly output: string | null;
  /** Null: the folder that the past issue is kept in. */
  readonly archive: string | null;
  /** Writes the result as JSON; null where nobody asked for it. */
  readonly json: ((value: unknown) => void) | null;
  readonly say: (text: string) => void;
}

/** Issues are kept by year, one folder further in. */
const archiveAround = (issue: string): string => {
  const folder = dirname(resolve(issue));
  return /^\d{4}$/.test(basename(folder)) ? dirname(folder) : folder;
};

export const newCommand = async (args: NewArguments): Promise<void> => {
  if (args.output !== null && !isIssuePath(args.output))
    throw new UsageError(`-o 后的文件名应以 .zuban 结尾，现为“${args.output}”。`);
  await checkOutputs([args.output], [args.from]);
  const { issue: past, pictures } = await readIssueFile(args.from);
  const archive = await archiveAt(args.archive ?? archiveAround(args.from));
  const index = new ArchiveIndex(archive);
  let issues: Awaited<ReturnType<ArchiveIndex['list']>>;
  try {
    await index.refresh();
    issues = await index.list();
  } finally {
    await index.close();
  }
  const { issue, problems } = newFrom(past, args.date, issues);
  const file = args.output ?? join(archive, ...issueFileName(issue.masthead).split('/'));
  const bytes = packIssue(issue, pictures);
  let isSaved: boolean;
  try {
    if (args.output === null) await nodeDisk.makeFolder(dirname(file));
    isSaved = await saveNewFile(file, bytes);
  } catch (error) {
    throw diskFault('存不下', file, error);
  }
  if (!isSaved) throw new InputError(`${file} 已经有了，没有覆盖它，请换一个文件名。`);
  args.json?.({ file, ...issue.masthead, problems });
  for (const { message } of problems) args.say(message);
  const { number, totalNumber } = issue.masthead;
  args.say(`已建 ${file}：第${number ?? '？'}期，总第${totalNumber ?? '？'}期。`);
};
