/**
 * Reads a zip that may be damaged or hostile. The directory is read without inflating anything, so that its owner can
 * check names, counts and sizes first; an entry is inflated in pieces and given up as soon as it is longer than it
 * says. A file whose end is gone has no directory any more: its entries are then found by their own headers, one after
 * the other from the file's beginning, which is how far a cut or half-written file can be rescued.
 *
 * Plain zip only: no zip64, no encryption, no data descriptors (what we write has none).
 */
import { Inflate } from 'fflate';
import {
  DIRECTORY_HEADER,
  DIRECTORY_SIZE,
  END_OF_DIRECTORY,
  END_SIZE,
  LOCAL_HEADER,
  LOCAL_SIZE,
} from './zip-writer.ts';

export interface ListedEntry {
  readonly name: string;
  /** As the zip stores it: 0 stored, 8 deflated. */
  readonly method: number;
  readonly size: number;
  readonly originalSize: number;
  /** Of its local header. */
  readonly offset: number;
}

const LONGEST_COMMENT = 0xffff;
/** Inflated in pieces of this size, of which one can become some 60 MB. */
const PIECE = 65_536;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes as characters of the same number: our names are ASCII, and any other is refused whatever it says. */
const nameAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 1_000)));

const endOf = (bytes: Uint8Array, view: DataView): number | null => {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
};

/** The entries of the directory in its order; null where there is none that can be read. */
export const listZip = (bytes: Uint8Array): readonly ListedEntry[] | null => {
  const view = viewOf(bytes);
  const end = endOf(bytes, view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ListedEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_SIZE > end || view.getUint32(at, true) !== DIRECTORY_HEADER) return null;
    const length = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + DIRECTORY_SIZE + length + rest > end) return null;
    entries.push({
      name: nameAt(bytes, at + DIRECTORY_SIZE, length),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      originalSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += DIRECTORY_SIZE + length + rest;
  }
  return entries;
};

/** The entries that stand whole one after the other from the file's beginning, without its directory. */
export const walkZip = (bytes: Uint8Array): readonly ListedEntry[] => {
  const view = viewOf(bytes);
  const entries: ListedEntry[] = [];
  let at = 0;
  while (at + LOCAL_SIZE <= bytes.length && view.getUint32(at, true) === LOCAL_HEADER) {
    const size = view.getUint32(at + 18, true);
    const length = view.getUint16(at + 26, true);
    const next = at + LOCAL_SIZE + length + view.getUint16(at + 28, true) + size;
    if (next > bytes.length) break;
    entries.push({
      name: nameAt(bytes, at + LOCAL_SIZE, length),
      method: view.getUint16(at + 8, true),
      size,
      originalSize: view.getUint32(at + 22, true),
      offset: at,
    });
    at = next;
  }
  return entries;
};

/**
 * The entry's bytes; null where they cannot be read or are not as long as it says. Always a copy: a picture that is
 * handed to another thread must not take the whole file with it (a Buffer's own `slice` would copy nothing).
 */
export const readEntry = (bytes: Uint8Array, entry: ListedEntry): Uint8Array | null => {
  const view = viewOf(bytes);
  const { offset, size, originalSize, method, name } = entry;
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return null;
  const length = view.getUint16(offset + 26, true);
  const at = offset + LOCAL_SIZE + length + view.getUint16(offset + 28, true);
  // Two names for one entry: other programs would read another file than we do.
  if (nameAt(bytes, offset + LOCAL_SIZE, length) !== name || at + size > bytes.length) return null;
  const data = bytes.subarray(at, at + size);
  if (method === 0) return size === originalSize ? new Uint8Array(data) : null;
  return method === 8 ? inflateTo(data, originalSize) : null;
};

const inflateTo = (data: Uint8Array, size: number): Uint8Array | null => {
  const out = new Uint8Array(size);
  let length = 0;
  let tooLong = false;
  const inflater = new Inflate((piece) => {
    tooLong ||= length + piece.length > size;
    if (!tooLong) out.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < data.length && !tooLong; at += PIECE)
      inflater.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch {
    return null;
  }
  return !tooLong && length === size ? out : null;
};
