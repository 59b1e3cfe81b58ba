/** The text of an old Word document .doc: no bold, no pictures. By word-extractor, on files that were checked first. */
import { InputError } from '../input-error.ts';
import { isSoundCompoundFile } from './compound-file.ts';

/** A manuscript with its pictures; larger ones are books. */
const LARGEST = 32_000_000;

/** Throws InputError, one sentence. */
export const readDoc = async (bytes: Uint8Array, name: string): Promise<string> => {
  const refuse = (why: string): InputError =>
    new InputError(`“${name}”${why}，请在 Word 或 WPS 里另存为 .docx 再拖进来。`);
  if (bytes.length > LARGEST) throw refuse('过大');
  if (!isSoundCompoundFile(bytes)) throw refuse('已损坏或不是 Word 文档，读不出文字');
  try {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const boxes = document.getTextboxes({ includeHeadersAndFooters: false, includeBody: true });
    return [document.getBody(), boxes]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n');
  } catch {
    throw refuse('读不出文字，可能加了密码或已损坏');
  }
};
