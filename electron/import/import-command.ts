/** `zuban import`: manuscripts → an issue file and the report of what was recognised and changed. */

import { issueFileOf } from '../../core/file/issue-file.ts';
import { checkOutputs } from '../files/check-outputs.ts';
import { writeWhole } from '../files/write-whole.ts';
import { loadFontSet } from '../fonts/font-files.ts';
import { UsageError } from '../input-error.ts';
import { isIssuePath, openSources } from '../open-sources.ts';
import type { Progress } from '../progress.ts';
import { saveImported } from './save-imported.ts';

export interface ImportArguments {
  readonly paths: readonly string[];
  readonly output: string;
  readonly publication: string | null;
  readonly report: string | null;
  readonly progress: Progress;
  readonly say: (text: string) => void;
}

export const importCommand = async (args: ImportArguments): Promise<void> => {
  if (!isIssuePath(args.output))
    throw new UsageError(`-o 后的文件名应以 .zuban 结尾，现为“${args.output}”。`);
  await checkOutputs([args.output, args.report], args.paths);
  args.progress('正在读取稿件');
  const fonts = loadFontSet();
  const opened = await openSources(args.paths, fonts, { publication: args.publication });
  await checkOutputs([args.output, args.report], [...args.paths, ...opened.read]);
  args.progress('正在保存');
  await saveImported(args.output, issueFileOf(opened.issue, opened.pictures));
  if (args.report !== null)
    await writeWhole(
      args.report,
      `${JSON.stringify({ ...opened.report, problems: opened.problems }, null, 2)}\n`,
    );
  for (const problem of opened.problems) if (problem.severity !== 'note') args.say(problem.message);
  args.say(
    `已编成 ${args.output}：${opened.issue.stories.length} 篇稿件，${opened.issue.pages.length} 个版。`,
  );
};
