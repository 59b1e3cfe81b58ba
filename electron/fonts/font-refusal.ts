/**
 * Why a font file is not used: the one error that reading a font may throw, whatever its bytes are. A sentence in
 * Chinese, shown as it is.
 */
import { InputError } from '../base/input-error.ts';

/** `broken` 损坏, `unsupported` 不支持, `licence` 不许嵌入, `too-large` 过大. */
export type RefusalReason = 'broken' | 'unsupported' | 'licence' | 'too-large';

export class FontRefusal extends InputError {
  /** @param file the file's name, without its folder */
  constructor(
    readonly file: string,
    readonly reason: RefusalReason,
    sentence: string,
  ) {
    super(`字体文件 ${file}：${sentence}`);
    this.name = 'FontRefusal';
  }
}

const BROKEN = '文件已损坏或不完整，没有使用，请换一份完好的字体文件。';

/**
 * Runs a reader of font bytes. Every read goes through a DataView or a checked slice, so bytes that point outside
 * their table show as RangeError; that, and only that, becomes the refusal of a broken file.
 */
export const readingFont = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new FontRefusal(file, 'broken', BROKEN);
    throw error;
  }
};

/** The bytes from `at`; a RangeError where there are fewer. */
export const slice = (bytes: Uint8Array, at: number, length: number): Uint8Array => {
  if (!(at >= 0) || !(length >= 0) || at + length > bytes.length)
    throw new RangeError(`${length} bytes at ${at} of ${bytes.length}`);
  return bytes.subarray(at, at + length);
};

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
