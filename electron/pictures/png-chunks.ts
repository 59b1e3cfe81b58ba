/** The chunks of a PNG, and what its header says of its rows (PNG specification, third edition, 5 and 7). */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
export const PNG_SIGNATURE_LENGTH = SIGNATURE.length;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((value, i) => bytes[i] === value);

export interface PngChunk {
  readonly type: string;
  readonly content: Uint8Array;
  /** With length and checksum. */
  readonly start: number;
  readonly end: number;
  readonly checksum: number;
}

export const GREY = 0;
export const COLOR = 2;
export const INDEXED = 3;
export const GREY_ALPHA = 4;
export const COLOR_ALPHA = 6;

const CHANNELS: Readonly<Record<number, number>> = {
  [GREY]: 1,
  [COLOR]: 3,
  [INDEXED]: 1,
  [GREY_ALPHA]: 2,
  [COLOR_ALPHA]: 4,
};
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [GREY]: [1, 2, 4, 8, 16],
  [COLOR]: [8, 16],
  [INDEXED]: [1, 2, 4, 8],
  [GREY_ALPHA]: [8, 16],
  [COLOR_ALPHA]: [8, 16],
};

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly channels: number;
  readonly interlaced: boolean;
}

/** Chunks as far as they are whole; one that is cut ends them. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start: number = SIGNATURE.length; start + 12 <= bytes.length; ) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > bytes.length) return;
    yield {
      type: String.fromCharCode(...bytes.subarray(start + 4, start + 8)),
      content: bytes.subarray(start + 8, start + 8 + length),
      start,
      end,
      checksum: view.getUint32(end - 4),
    };
    start = end;
  }
}

/** Null where it is none that the standard knows. */
export const pngHeader = (content: Uint8Array): PngHeader | null => {
  if (content.length < 13) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [bits, type, compression, filter, interlace] = content.subarray(8, 13);
  const header = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits: bits!,
    type: type!,
    channels: CHANNELS[type!] ?? 0,
    interlaced: interlace === 1,
  };
  const isKnown = DEPTHS[type!]?.includes(bits!) && compression === 0 && filter === 0 && interlace! <= 1;
  return isKnown && header.width > 0 && header.height > 0 ? header : null;
};

/** Pixels that come together: all of them, or one of Adam7's seven passes. */
export interface PngPass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  /** Without the filter's byte. */
  readonly rowBytes: number;
}

const ADAM7: readonly (readonly [left: number, top: number, stepX: number, stepY: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];
const ALL: typeof ADAM7 = [[0, 0, 1, 1]];

export const pngPasses = ({ width, height, bits, channels, interlaced }: PngHeader): readonly PngPass[] =>
  (interlaced ? ADAM7 : ALL)
    .map(([left, top, stepX, stepY]) => {
      const columns = Math.ceil((width - left) / stepX);
      const rows = Math.ceil((height - top) / stepY);
      return { left, top, stepX, stepY, columns, rows, rowBytes: Math.ceil((columns * bits * channels) / 8) };
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0);

/** Bytes of all rows with their filters' bytes. */
export const inflatedSize = (header: PngHeader): number =>
  pngPasses(header).reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0);
