/**
 * A PNG as PDF wants it. Where the file has neither transparency nor interlacing, PDF reads its own deflated
 * rows (the PNG predictors are PDF's too) and nothing is decoded. Otherwise the samples are decoded to eight
 * bits, colour and alpha apart, row by row, so that a picture of 200 megapixels takes no more than one of two; an
 * interlaced one, whose rows come in seven passes, is put together whole.
 */
import { Unzlib, Zlib } from 'fflate';
import {
  COLOR,
  COLOR_ALPHA,
  GREY,
  GREY_ALPHA,
  INDEXED,
  isPng,
  type PngHeader,
  type PngPass,
  pngChunks,
  pngHeader,
  pngPasses,
} from './png-chunks.ts';

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colors: 1 | 3;
  /** Deflated. */
  readonly data: Uint8Array;
}

export interface PngPicture extends Samples {
  /** Rows carry PNG's filter bytes. */
  readonly predicted: boolean;
  /** RGB triples, where the samples are numbers into them. */
  readonly palette: Uint8Array | null;
  /** Deflated, eight bits a pixel; null where all is opaque. */
  readonly alpha: Uint8Array | null;
}

export { isPng };

interface Chunks {
  readonly header: PngHeader;
  readonly palette: Uint8Array | null;
  readonly transparent: Uint8Array | null;
  readonly data: readonly Uint8Array[];
}

const readChunks = (bytes: Uint8Array): Chunks | null => {
  let header: PngHeader | null = null;
  let palette: Uint8Array | null = null;
  let transparent: Uint8Array | null = null;
  const data: Uint8Array[] = [];
  for (const { type, content } of pngChunks(bytes)) {
    if (type === 'IHDR') header = pngHeader(content);
    else if (type === 'PLTE') palette = content;
    else if (type === 'tRNS') transparent = content;
    else if (type === 'IDAT') data.push(content);
    else if (type === 'IEND') break;
  }
  return header && data.length > 0 ? { header, palette, transparent, data } : null;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** True where PDF reads the file's own rows. */
const isTakenOver = ({ header: { type, interlaced }, palette, transparent }: Chunks): boolean =>
  transparent === null && !interlaced && (type === GREY || type === COLOR || (type === INDEXED && !!palette));

const takenOver = ({ header: { width, height, bits, type }, palette, data }: Chunks): PngPicture => ({
  width,
  height,
  bits,
  colors: type === COLOR ? 3 : 1,
  data: joined(data),
  predicted: true,
  palette: type === INDEXED ? palette : null,
  alpha: null,
});

/** Inflated in pieces of this size at most, of which one can become some 16 MB. */
const PIECE = 16_384;

/** Deflates what comes piece by piece. */
class Deflated {
  private readonly parts: Uint8Array[] = [];
  private readonly deflater = new Zlib({ level: 6 }, (part) => void this.parts.push(part));

  push(bytes: Uint8Array): void {
    this.deflater.push(bytes);
  }

  end(): Uint8Array {
    this.deflater.push(new Uint8Array(0), true);
    return joined(this.parts);
  }
}

/** PNG's filters undone in place (PNG specification, 9.2). `before` is the row above, zeros over the first. */
const unfilter = (filter: number, row: Uint8Array, before: Uint8Array, step: number): void => {
  const { length } = row;
  if (filter === 1) for (let i = step; i < length; i++) row[i]! += row[i - step]!;
  else if (filter === 2) for (let i = 0; i < length; i++) row[i]! += before[i]!;
  else if (filter === 3)
    for (let i = 0; i < length; i++) row[i]! += ((i < step ? 0 : row[i - step]!) + before[i]!) >> 1;
  else if (filter === 4)
    for (let i = 0; i < length; i++) {
      const left = i < step ? 0 : row[i - step]!;
      const above = before[i]!;
      const corner = i < step ? 0 : before[i - step]!;
      const toLeft = Math.abs(above - corner);
      const toAbove = Math.abs(left - corner);
      const toCorner = Math.abs(left + above - 2 * corner);
      row[i]! += toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
  else if (filter !== 0) throw new Error(`no PNG filter ${filter}`);
};

/** Reads the pixels of unfiltered rows: colour to one place, alpha to another, eight bits each. */
class PixelReader {
  readonly colors: 1 | 3;
  /** True once a pixel was not opaque. */
  isTransparent = false;
  private readonly top: number;
  private readonly key: readonly number[] | null;

  constructor(private readonly chunks: Chunks) {
    const { header, transparent } = chunks;
    const { type, bits } = header;
    this.top = 2 ** bits - 1;
    this.colors = type === GREY || type === GREY_ALPHA ? 1 : 3;
    const isKeyed = transparent !== null && (type === GREY || type === COLOR);
    this.key = isKeyed
      ? Array.from({ length: this.colors }, (_, i) => transparent[2 * i]! * 256 + transparent[2 * i + 1]!)
      : null;
  }

  /** The pixel's number in `color` and `alpha` is `first` and then every `step`th. */
  read(
    row: Uint8Array,
    columns: number,
    color: Uint8Array,
    alpha: Uint8Array,
    first: number,
    step: number,
  ): void {
    const { header, palette, transparent } = this.chunks;
    const { bits, channels, type } = header;
    const { colors, top, key } = this;
    if (bits === 8 && channels === colors + 1) {
      this.readBytes(row, columns, color, alpha, first, step);
      return;
    }
    const value = (column: number, channel: number): number => {
      const at = column * channels + channel;
      if (bits === 8) return row[at]!;
      if (bits === 16) return row[2 * at]! * 256 + row[2 * at + 1]!;
      return (row[(at * bits) >> 3]! >> (8 - bits - ((at * bits) & 7))) & top;
    };
    const hasAlpha = type === GREY_ALPHA || type === COLOR_ALPHA;
    for (let column = 0, pixel = first; column < columns; column++, pixel += step) {
      let opaque = 255;
      if (type === INDEXED) {
        const index = value(column, 0);
        for (let c = 0; c < 3; c++) color[3 * pixel + c] = palette?.[3 * index + c] ?? 0;
        opaque = transparent?.[index] ?? 255;
      } else {
        let keyed = key !== null;
        for (let c = 0; c < colors; c++) {
          const sample = value(column, c);
          color[colors * pixel + c] = bits === 8 ? sample : Math.round((sample * 255) / top);
          keyed &&= key![c] === sample;
        }
        if (hasAlpha) {
          const sample = value(column, colors);
          opaque = bits === 8 ? sample : Math.round((sample * 255) / top);
        } else if (keyed) opaque = 0;
      }
      alpha[pixel] = opaque;
      if (opaque !== 255) this.isTransparent = true;
    }
  }

  /** The same for eight bits with alpha, which are most and the largest. */
  private readBytes(
    row: Uint8Array,
    columns: number,
    color: Uint8Array,
    alpha: Uint8Array,
    first: number,
    step: number,
  ): void {
    const { colors } = this;
    let all = 255;
    for (let column = 0, from = 0, pixel = first; column < columns; column++, pixel += step) {
      let to = pixel * colors;
      color[to++] = row[from++]!;
      if (colors === 3) {
        color[to++] = row[from++]!;
        color[to] = row[from++]!;
      }
      const opaque = row[from++]!;
      alpha[pixel] = opaque;
      all &= opaque;
    }
    if (all !== 255) this.isTransparent = true;
  }
}

/** Hands every unfiltered row to `take`; throws where there are fewer than the header says. */
const eachRow = (
  { header, data }: Chunks,
  take: (row: Uint8Array, pass: PngPass, number: number) => void,
): void => {
  const passes = pngPasses(header);
  const step = Math.max(1, (header.bits * header.channels) >> 3);
  let [at, number, filled, filter] = [0, 0, -1, 0];
  let row = new Uint8Array(passes[0]!.rowBytes);
  let before = new Uint8Array(passes[0]!.rowBytes);
  const inflater = new Unzlib((piece) => {
    for (let from = 0; from < piece.length; ) {
      const pass = passes[at];
      if (!pass) return;
      if (filled < 0) {
        filter = piece[from++]!;
        filled = 0;
        if (pass.rowBytes > 0) continue;
      }
      const taken = Math.min(pass.rowBytes - filled, piece.length - from);
      row.set(piece.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled < pass.rowBytes) continue;
      unfilter(filter, row, before, step);
      take(row, pass, number);
      [row, before] = [before, row];
      filled = -1;
      if (++number < pass.rows) continue;
      number = 0;
      const next = passes[++at];
      if (!next) continue;
      row = new Uint8Array(next.rowBytes);
      before = new Uint8Array(next.rowBytes);
    }
  });
  const last = data.length - 1;
  data.forEach((content, index) => {
    for (let from = 0; from < content.length || from === 0; from += PIECE)
      inflater.push(content.subarray(from, from + PIECE), index === last && from + PIECE >= content.length);
  });
  if (at < passes.length) throw new Error(`the PNG ends in row ${number} of pass ${at}`);
};

/** Rows are handed on in strips of about this size. */
const STRIP = 262_144;

const decoded = (chunks: Chunks): PngPicture => {
  const { width, height, interlaced } = chunks.header;
  const pixels = new PixelReader(chunks);
  const { colors } = pixels;
  const stripRows = interlaced ? height : Math.max(1, Math.min(height, Math.floor(STRIP / width)));
  const color = new Uint8Array(stripRows * width * colors);
  const alpha = new Uint8Array(stripRows * width);
  const [deflatedColor, deflatedAlpha] = [new Deflated(), new Deflated()];
  const flush = (rows: number): void => {
    deflatedColor.push(color.slice(0, rows * width * colors));
    deflatedAlpha.push(alpha.slice(0, rows * width));
  };
  eachRow(chunks, (row, { left, top, stepX, stepY, columns }, number) => {
    if (interlaced) {
      pixels.read(row, columns, color, alpha, (top + number * stepY) * width + left, stepX);
      return;
    }
    const inStrip = number % stripRows;
    pixels.read(row, columns, color, alpha, inStrip * width, 1);
    if (inStrip + 1 === stripRows || number + 1 === height) flush(inStrip + 1);
  });
  if (interlaced) flush(height);
  return {
    width,
    height,
    bits: 8,
    colors,
    data: deflatedColor.end(),
    predicted: false,
    palette: null,
    alpha: pixels.isTransparent ? deflatedAlpha.end() : null,
  };
};

/** Bytes of pixels beyond which a PNG is better decoded in another process; 0 where nothing is decoded. */
export const decodedSize = (bytes: Uint8Array): number => {
  const chunks = isPng(bytes) ? readChunks(bytes) : null;
  if (!chunks || isTakenOver(chunks)) return 0;
  const { width, height, channels } = chunks.header;
  return width * height * channels;
};

/** Null where the bytes are no whole PNG; throws where they are one that cannot be decoded. */
export const readPng = (bytes: Uint8Array): PngPicture | null => {
  const chunks = isPng(bytes) ? readChunks(bytes) : null;
  if (!chunks) return null;
  return isTakenOver(chunks) ? takenOver(chunks) : decoded(chunks);
};
