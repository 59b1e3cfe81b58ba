/** JPEGs and PNGs made by hand, byte by byte: what cameras and programs add, and what damage takes away. */
import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** A JPEG's segment. */
export const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];

/** An Exif block with an orientation. */
export const exif = (orientation: number, little = false): number[] => {
  const word = (value: number): number[] => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number): number[] => (little ? [...word(value), 0, 0] : [0, 0, ...word(value)]);
  const entry = [...word(0x0112), ...word(3), ...long(1), ...word(orientation), 0, 0];
  return [...ascii(little ? 'II' : 'MM'), ...word(42), ...long(8), ...word(1), ...entry, ...long(0)];
};

export const exifSegment = (orientation: number, more: readonly number[] = []): number[] =>
  segment(0xe1, [...ascii('Exif'), 0, 0, ...exif(orientation), ...more]);

/** One DC code and one AC code: what a picture of flat blocks needs. The codes are 0 and 10 for categories 0 and 6. */
const DC_TABLE = [0x00, 1, 1, ...Array<number>(14).fill(0), 0, 6];
const AC_TABLE = [0x10, 1, ...Array<number>(15).fill(0), 0];

/** Grey blocks, the first brighter, in coded data: 10 and six bits of difference, AC's end; then 0 0 for each. */
const coded = (blocks: number): number[] => {
  const bits = `10${'101010'}0${'00'.repeat(blocks - 1)}`;
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  return (padded.match(/.{8}/g) ?? []).flatMap((byte) => {
    const value = Number.parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
};

export interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  /** Segments before the frame. */
  readonly before?: readonly number[];
  /** Replaces the coded data. */
  readonly data?: readonly number[];
  readonly end?: readonly number[];
}

/** A whole grey JPEG. */
export const jpeg = ({
  width = 64,
  height = 64,
  before = [],
  data = coded(Math.ceil(width / 8) * Math.ceil(height / 8)),
  end = [0xff, 0xd9],
}: JpegParts = {}): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...before,
    ...segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, DC_TABLE),
    ...segment(0xc4, AC_TABLE),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...data,
    ...end,
  ]);

export const jpegData = (blocks: number): number[] => coded(blocks);

export const pngChunk = (type: string, content: Uint8Array | readonly number[] = []): Uint8Array => {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length);
  chunk.write(type, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
};

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly bits?: number;
  readonly type?: number;
  readonly interlace?: number;
  /** Chunks between header and pixels. */
  readonly before?: readonly Uint8Array[];
  /** Rows with their filters' bytes, before they are deflated. */
  readonly rows?: Uint8Array;
  readonly after?: readonly Uint8Array[];
}

/** A whole PNG, grey unless said otherwise. */
export const png = ({
  width = 4,
  height = 3,
  bits = 8,
  type = 0,
  interlace = 0,
  before = [],
  rows = new Uint8Array(height * (1 + width)),
  after = [pngChunk('IEND')],
}: PngParts = {}): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([bits, type, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', deflateSync(rows)),
    ...after,
  ]);
};
