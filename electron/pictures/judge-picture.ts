/**
 * Whether a JPEG or PNG can be drawn whole, by decoding it. Small ones are judged where they are: that takes less than
 * handing them over. Large ones are judged in another process (foreign/), so that nobody waits behind them.
 */
import type { PictureFault } from '../../core/check/picture-problems.ts';
import { isJpeg, readJpegHeader } from '../pdf/jpeg-header.ts';
import { jpegFault } from './judge-jpeg.ts';
import { pngFault } from './judge-png.ts';
import { inflatedSize, isPng, pngChunks, pngHeader } from './png-chunks.ts';

/** Judged in some milliseconds. */
const SMALL_JPEG = 100_000;
const SMALL_PNG = 4_000_000;

/** Null for a whole picture. */
export const pictureFault = async (bytes: Uint8Array): Promise<PictureFault | null> => {
  if (isPng(bytes)) return pngFault(bytes);
  if (!isJpeg(bytes)) return 'damaged';
  return readJpegHeader(bytes)?.printable ? jpegFault(bytes) : 'damaged';
};

const isSmall = (bytes: Uint8Array): boolean => {
  if (!isPng(bytes)) return bytes.length <= SMALL_JPEG;
  const [first] = pngChunks(bytes);
  const header = first?.type === 'IHDR' ? pngHeader(first.content) : null;
  return header === null || inflatedSize(header) <= SMALL_PNG;
};

/** The same, where it holds nobody up. Rejects with ProcessEnded where a process could not do it. */
export const judgePicture = async (bytes: Uint8Array): Promise<PictureFault | null> => {
  if (isSmall(bytes)) return pictureFault(bytes);
  const { askForeign } = await import('../foreign/foreign-pool.ts');
  const { JUDGE_TASK } = await import('../foreign/foreign-tasks.ts');
  return askForeign<PictureFault | null>({ kind: 'judge-picture', bytes }, JUDGE_TASK);
};
