/** `zuban rescue FILE -o OUT`: what is whole of an issue file that does not open, into a file of its own. */
import { basename } from 'node:path';
import { UsageError } from '../base/input-error.ts';
import { unbroken } from '../base/interruption.ts';
import { checkOutputs } from '../files/check-outputs.ts';
import { nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { packIssueFile } from '../files/issue-container.ts';
import { readIssueBytes, replaceFile } from '../files/issue-store.ts';
import { rescueIssueFile } from '../files/rescue-issue.ts';
import { isIssuePath } from '../import/open-sources.ts';

export interface RescueArguments {
  readonly path: string;
  readonly output: string;
  readonly say: (text: string) => void;
}

export const rescueCommand = async ({ path, output, say }: RescueArguments): Promise<void> => {
  if (!isIssuePath(output)) throw new UsageError(`-o 后的文件名应以 .zuban 结尾，现为“${output}”。`);
  await checkOutputs([output], [path]);
  const { file, lost } = rescueIssueFile(await readIssueBytes(path, nodeDisk), basename(path));
  try {
    await unbroken(() => replaceFile(output, packIssueFile(file)));
  } catch (cause) {
    throw diskFault('存不下', output, cause);
  }
  for (const { message } of lost) say(message);
  const whole = lost.length === 0 ? '全部完好' : `${lost.length}处没有取出，见上`;
  say(`已取出到 ${output}：${file.issue.stories.length} 篇稿件，${file.issue.pages.length} 个版，${whole}。`);
};
