/**
 * A PNG as PDF wants it. Where the file has neither transparency nor interlacing, PDF reads its own deflated
 * rows (the PNG predictors are PDF's too) and nothing is decoded. Otherwise the samples are decoded to eight
 * bits, colour and alpha apart.
 */

import { decode } from 'fast-png';
import { zlibSync } from 'fflate';

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

const GREY = 0;
const COLOR = 2;
const INDEXED = 3;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((value, i) => bytes[i] === value);

interface Chunks {
  readonly header: DataView;
  readonly palette: Uint8Array | null;
  readonly transparent: boolean;
  readonly data: readonly Uint8Array[];
}

const readChunks = (bytes: Uint8Array): Chunks | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: DataView | null = null;
  let palette: Uint8Array | null = null;
  let transparent = false;
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return null;
    const content = bytes.subarray(at + 8, end);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IHDR' && content.length >= 13) header = new DataView(content.slice().buffer);
    else if (type === 'PLTE') palette = content;
    else if (type === 'tRNS') transparent = true;
    else if (type === 'IDAT') data.push(content);
    else if (type === 'IEND') break;
    at = end + 4;
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

/** The file's own rows, where PDF can read them; null where it cannot. */
const takenOver = ({ header, palette, transparent, data }: Chunks): PngPicture | null => {
  const type = header.getUint8(9);
  const interlaced = header.getUint8(12) !== 0;
  if (transparent || interlaced || (type !== GREY && type !== COLOR && type !== INDEXED)) return null;
  if (type === INDEXED && !palette) return null;
  return {
    width: header.getUint32(0),
    height: header.getUint32(4),
    bits: header.getUint8(8),
    colors: type === COLOR ? 3 : 1,
    data: joined(data),
    predicted: true,
    palette: type === INDEXED ? palette : null,
    alpha: null,
  };
};

const decoded = (bytes: Uint8Array): PngPicture => {
  const { width, height, data, depth, channels, palette, transparency } = decode(bytes);
  const pixels = width * height;
  const top = 2 ** depth - 1;
  const row = Math.ceil((width * channels * depth) / 8);
  const raw = (pixel: number, channel: number): number => {
    if (depth >= 8) return data[pixel * channels + channel]!;
    const bit = (pixel % width) * channels * depth + channel * depth;
    const octet = data[Math.floor(pixel / width) * row + (bit >> 3)]!;
    return (octet >> (8 - depth - (bit & 7))) & top;
  };
  const colors = palette || channels >= 3 ? 3 : 1;
  const color = new Uint8Array(pixels * colors);
  const alpha = new Uint8Array(pixels).fill(255);
  const eight = (value: number): number => Math.round((value * 255) / top);
  const hasAlpha = channels === 2 || channels === 4;
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (palette) {
      const entry = palette[raw(pixel, 0)] ?? [0, 0, 0];
      for (let c = 0; c < 3; c++) color[pixel * 3 + c] = entry[c]!;
      alpha[pixel] = entry[3] ?? 255;
      continue;
    }
    let keyed = transparency !== undefined;
    for (let c = 0; c < colors; c++) {
      const value = raw(pixel, c);
      color[pixel * colors + c] = eight(value);
      keyed &&= transparency?.[c] === value;
    }
    if (hasAlpha) alpha[pixel] = eight(raw(pixel, colors));
    else if (keyed) alpha[pixel] = 0;
  }
  return {
    width,
    height,
    bits: 8,
    colors,
    data: zlibSync(color, { level: 6 }),
    predicted: false,
    palette: null,
    alpha: alpha.every((value) => value === 255) ? null : zlibSync(alpha, { level: 6 }),
  };
};

/** Null where the bytes are no whole PNG; throws where they are one that cannot be decoded. */
export const readPng = (bytes: Uint8Array): PngPicture | null => {
  const chunks = isPng(bytes) ? readChunks(bytes) : null;
  return chunks && (takenOver(chunks) ?? decoded(bytes));
};
