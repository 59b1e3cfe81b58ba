/**
 * Whether a JPEG or PNG can be drawn whole, by decoding it. Small ones are judged where they are: that takes less than
 * handing them over. Large ones are judged in another process (foreign/), so that nobody waits behind them.
 */
import type { PictureFault } from '../../core/check/picture-problems.ts';
import { isTooLarge } from './describe-picture.ts';
import { isJpeg, readJpegHeader } from './jpeg-header.ts';
import { jpegFault } from './judge-jpeg.ts';
import { pngFault } from './judge-png.ts';
import { inflatedSize, isPng, pngChunks, pngHeader } from './png-chunks.ts';

/** Bytes and pixels that are judged in some tens of milliseconds. */
const SMALL_JPEG = 100_000;
const SMALL_PNG = 4_000_000;
const SMALL_PIXELS = 4_000_000;
/**
 * A scan of a progressive JPEG may pass over all blocks in some 200 bytes: what it costs goes by pixels times bytes.
 * These are 50 ms at most.
 */
const SMALL_SCANS = 2_000_000_000;

/** Null for a whole picture. */
export const pictureFault = async (bytes: Uint8Array): Promise<PictureFault | null> => {
  if (isPng(bytes)) return pngFault(bytes);
  if (!isJpeg(bytes)) return 'damaged';
  return readJpegHeader(bytes)?.printable ? jpegFault(bytes) : 'damaged';
};

const isSmall = (bytes: Uint8Array): boolean => {
  if (!isPng(bytes)) {
    const of = readJpegHeader(bytes);
    if (of === null || bytes.length > SMALL_JPEG) return of === null;
    const pixels = of.width * of.height;
    return pixels <= SMALL_PIXELS && (!of.progressive || pixels * bytes.length <= SMALL_SCANS);
  }
  if (bytes.length > SMALL_PNG) return false;
  const [first] = pngChunks(bytes);
  const header = first?.type === 'IHDR' ? pngHeader(first.content) : null;
  return header === null || inflatedSize(header) <= SMALL_PNG;
};

/** The same, where it holds nobody up. Rejects with ProcessEnded where a process could not do it. */
export const judgePicture = async (bytes: Uint8Array): Promise<PictureFault | null> => {
  if (isTooLarge(bytes)) return 'large';
  if (isSmall(bytes)) return pictureFault(bytes);
  const { askForeign } = await import('../foreign/foreign-pool.ts');
  const { JUDGE_TASK } = await import('../foreign/foreign-tasks.ts');
  return askForeign<PictureFault | null>({ kind: 'judge-picture', bytes }, JUDGE_TASK);
};
