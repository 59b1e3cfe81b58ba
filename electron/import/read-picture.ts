/**
 * A picture as the issue can hold it: JPEG and PNG as they are, judged by decoding them whole; WebP, TIFF and SVG as
 * PNG, converted in a process that can be ended (foreign/).
 */
import { FAULT_WORDS } from '../../core/check/picture-problems.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { PictureInfo } from '../../core/issue/issue.ts';
import type { ConvertedFormat } from '../foreign/foreign-tasks.ts';
import { judgeOnce, takeForSound } from '../pictures/broken-pictures.ts';
import { type ConvertedPicture, convertedFormat } from '../pictures/convert-picture.ts';
import { describePicture } from '../pictures/describe-picture.ts';
import { type EndReason, ProcessEnded, TaskFailure } from '../process/worker-process.ts';

export interface ReadPicture {
  readonly info: PictureInfo;
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

/**
 * When JPEG and PNG are decoded to see whether they are whole. `later`: they are taken by their headers, and judged
 * meanwhile for those who draw them. `trusted`: the program's own.
 */
export type JudgeTime = 'now' | 'later' | 'trusted';

/** Throws IssueFileError, one sentence. */
export const readPicture = async (
  bytes: Uint8Array,
  name: string,
  judge: JudgeTime = 'now',
): Promise<ReadPicture> => {
  const format = convertedFormat(bytes);
  if (format === null) {
    if (judge === 'now') return { info: await judged(bytes, name), bytes, notes: [] };
    const info = describePicture(bytes, name);
    if (judge === 'trusted') takeForSound(info.id);
    else void judgeOnce(info.id, bytes).catch(() => undefined);
    return { info, bytes, notes: [] };
  }
  const converted = await convertElsewhere(bytes, format, name);
  const info = describePicture(converted.bytes, name);
  takeForSound(info.id);
  return { info, bytes: converted.bytes, notes: converted.notes };
};

const judged = async (bytes: Uint8Array, name: string): Promise<PictureInfo> => {
  const info = describePicture(bytes, name);
  const fault = await judgeOnce(info.id, bytes).catch((error: unknown) => {
    throw endFault(error, name, '');
  });
  if (fault !== null)
    throw new IssueFileError(`图片“${name}”${FAULT_WORDS[fault]}，没有采用，请重新取得原图。`);
  return info;
};

const convertElsewhere = async (
  bytes: Uint8Array,
  format: ConvertedFormat,
  name: string,
): Promise<ConvertedPicture> => {
  const { askForeign } = await import('../foreign/foreign-pool.ts');
  const { PICTURE_TASK } = await import('../foreign/foreign-tasks.ts');
  try {
    return await askForeign<ConvertedPicture>({ kind: 'convert-picture', bytes, format, name }, PICTURE_TASK);
  } catch (error) {
    throw endFault(error, name, format);
  }
};

/** Of what says nothing of the picture, what is known: how its reading ended. Anything else as it is. */
const endFault = (error: unknown, name: string, format: string): unknown => {
  if (error instanceof TaskFailure) return new IssueFileError(endSentence(name, format, 'died'));
  if (error instanceof ProcessEnded) return new IssueFileError(endSentence(name, format, error.reason));
  return error;
};

const endSentence = (name: string, format: string, reason: EndReason): string => {
  const said = `图片“${name}”${format === '' ? '' : `（${format}）`}`;
  const instead = format === 'SVG' ? '请在绘图软件里简化（如去掉滤镜）或另存为PNG' : '请缩小或另存为JPEG后';
  switch (reason) {
    case 'time':
      return `${said}读取超时，没有采用，${instead}再用。`;
    case 'memory':
      return `${said}读取时内存超限，没有采用，${instead}再用。`;
    case 'died':
      return `${said}的读取进程没有完成，没有采用，请再试一次；若再出现，${instead}再用。`;
    case 'cancelled':
      return `${said}没有读完就取消了，请再试一次。`;
  }
};
