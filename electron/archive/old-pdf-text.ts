/**
 * The text of an old PDF, read in a process that can be ended: what an archivist drops on the program was made by
 * nobody knows what, and may hold more than any machine.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../base/input-error.ts';
import { askForeign } from '../foreign/foreign-pool.ts';
import { PDF_MEGABYTES, PDF_MILLISECONDS } from '../foreign/foreign-tasks.ts';
import { type EndReason, type Limits, ProcessEnded, TaskFailure } from '../process/worker-process.ts';
import { expandsBeyond } from './pdf-expansion.ts';
import type { PdfText } from './read-pdf-text.ts';

/** The file itself is held besides, twice at times. */
const limitsOf = (size: number): Limits => ({
  milliseconds: PDF_MILLISECONDS,
  megabytes: PDF_MEGABYTES + Math.ceil((2 * size) / 1e6),
});

/** Throws InputError, one sentence. */
export const oldPdfText = async (path: string, signal?: AbortSignal): Promise<PdfText> => {
  const { size } = await stat(path);
  try {
    return await askForeign<PdfText>({ kind: 'pdf-text', path }, limitsOf(size), signal);
  } catch (error) {
    if (error instanceof TaskFailure) throw new InputError(`“${basename(path)}”${WHY.died}`);
    if (!(error instanceof ProcessEnded)) throw error;
    const isLarge =
      (error.reason === 'memory' || error.reason === 'died') &&
      (await expandsBeyond(await readFile(path), PDF_MEGABYTES * 1e6));
    throw new InputError(`“${basename(path)}”${isLarge ? TOO_LARGE : WHY[error.reason]}`);
  }
};

const TOO_LARGE = `里的内容展开后太大（超过${PDF_MEGABYTES} MB），没有导入，请另存一份或换一份 PDF。`;

const WHY: Readonly<Record<EndReason, string>> = {
  time: `读取超时（超过${PDF_MILLISECONDS / 1000}秒），没有导入，请另存一份或换一份 PDF。`,
  memory: `读取时内存超限（超过${PDF_MEGABYTES} MB），没有导入，请另存一份或换一份 PDF。`,
  died: '的读取进程没有完成，没有导入，请再试一次，或换一份 PDF。',
  cancelled: '没有读完就取消了，没有导入。',
};
