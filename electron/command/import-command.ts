/** `zuban import`: manuscripts → an issue file and the report of what was recognised and changed. */

import { createEngine } from '../../core/engine/engine.ts';
import { issueFileOf } from '../../core/file/issue-file.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { UsageError } from '../base/input-error.ts';
import type { Progress } from '../base/progress.ts';
import { checkOutputs } from '../files/check-outputs.ts';
import { writeWhole } from '../files/write-whole.ts';
import { loadFontSet } from '../fonts/font-files.ts';
import { isIssuePath, openSources } from '../import/open-sources.ts';
import { saveImported } from '../import/save-imported.ts';

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
  const opened = await openSources(args.paths, createEngine(fonts), { publication: args.publication });
  await checkOutputs([args.output, args.report], [...args.paths, ...opened.read]);
  args.progress('正在保存');
  await saveImported(args.output, issueFileOf(opened.issue, opened.pictures));
  const { importNotes } = opened.issue;
  if (args.report !== null) {
    const report = { ...opened.report, problems: opened.problems, notes: importNotes };
    await writeWhole(args.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  sayProblems(opened.problems, args);
  const waiting = importNotes.length === 0 ? '' : `，${importNotes.length} 条导入提示`;
  args.say(
    `已编成 ${args.output}：${opened.issue.stories.length} 篇稿件，${opened.issue.pages.length} 个版${waiting}。`,
  );
};

/** As many sentences as are read on a terminal. */
const MOST_SAID = 12;

const sayProblems = (problems: readonly Problem[], { report, say }: ImportArguments): void => {
  const grave = problems.filter(({ severity }) => severity !== 'note');
  for (const { message } of grave.slice(0, MOST_SAID)) say(message);
  const left = grave.length - MOST_SAID;
  if (left <= 0) return;
  const where = report === null ? '加 --report 或在窗口的“问题”里看全部' : `全部在 ${report}`;
  say(`另有 ${left} 处要核对，${where}。`);
};
