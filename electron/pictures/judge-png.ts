/**
 * Whether a PNG is whole: a header that the standard knows, checksums of all that is needed to draw it, and pixel data
 * that inflates to as many rows as the header promises, each with a filter that there is. Nothing of the pixels is
 * kept. What may stand beside the pixels (texts, times) may be as broken as it likes.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflate } from 'node:zlib';
import { INDEXED, type PngChunk, type PngHeader, pngChunks, pngHeader, pngPasses } from './png-chunks.ts';

export type PngFault = 'cut' | 'damaged';

const CRITICAL = ['IHDR', 'PLTE', 'IDAT', 'IEND'];
const LAST_FILTER = 4;
/** Inflated in pieces of this size. */
const PIECE = 262_144;

/** Null for a whole picture. */
export const pngFault = async (bytes: Uint8Array): Promise<PngFault | null> => {
  let header: PngHeader | null = null;
  let hasPalette = false;
  let reached = 0;
  let ended = false;
  const data: Uint8Array[] = [];
  for (const chunk of pngChunks(bytes)) {
    const { type, content, end } = chunk;
    reached = end;
    if (CRITICAL.includes(type) && !isChecked(bytes, chunk)) return 'damaged';
    if (!header) {
      header = type === 'IHDR' ? pngHeader(content) : null;
      if (!header) return 'damaged';
    } else if (type === 'PLTE') {
      if (content.length === 0 || content.length % 3 !== 0 || content.length > 768) return 'damaged';
      hasPalette = true;
    } else if (type === 'IDAT') data.push(content);
    else if (type === 'IEND') {
      ended = true;
      break;
    }
  }
  /* A last chunk of pixels that is cut short holds rows as well, but nobody vouches for them. */
  const isCut = !ended && reached < bytes.length;
  if (!header) return 'damaged';
  if (data.length === 0) return ended ? 'damaged' : 'cut';
  if (header.type === INDEXED && !hasPalette) return 'damaged';
  const fault = await rowsFault(data, header);
  return fault === 'cut' || (fault === 'damaged' && isCut) ? (ended ? 'damaged' : 'cut') : fault;
};

const isChecked = (bytes: Uint8Array, { start, end, checksum }: PngChunk): boolean =>
  crc32(bytes.subarray(start + 4, end - 4)) === checksum;

const rowsFault = async (data: readonly Uint8Array[], header: PngHeader): Promise<PngFault | null> => {
  const rows = new RowCounter(header);
  try {
    await pipeline(Readable.from(data), createInflate({ chunkSize: PIECE }), async (inflated) => {
      for await (const piece of inflated as AsyncIterable<Uint8Array>) {
        rows.count(piece);
        if (rows.fault || rows.tooMany) return;
      }
    });
  } catch (error) {
    if (rows.isStopped) return rows.fault;
    return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR' ? 'cut' : 'damaged';
  }
  return rows.fault ?? (rows.isDone ? null : 'cut');
};

/** Follows the rows through the pieces in which they come. */
class RowCounter {
  fault: PngFault | null = null;
  /** More than was promised; decoders pass over it. */
  tooMany = false;
  private readonly passes;
  private pass = 0;
  private row = 0;
  /** Of the row that is begun, its filter's byte included. */
  private left = 0;

  constructor(header: PngHeader) {
    this.passes = pngPasses(header);
  }

  get isDone(): boolean {
    return this.pass >= this.passes.length && this.left === 0;
  }

  get isStopped(): boolean {
    return this.fault !== null || this.tooMany;
  }

  count(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.left === 0) {
        const pass = this.passes[this.pass];
        if (!pass) {
          this.tooMany = true;
          return;
        }
        if (piece[at]! > LAST_FILTER) {
          this.fault = 'damaged';
          return;
        }
        this.left = pass.rowBytes + 1;
        if (++this.row === pass.rows) {
          this.row = 0;
          this.pass++;
        }
      }
      const step = Math.min(this.left, piece.length - at);
      this.left -= step;
      at += step;
    }
  }
}
