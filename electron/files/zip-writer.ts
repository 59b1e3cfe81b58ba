/**
 * Writes a zip of prepared entries: deflated and summed once, kept by the caller, so that saving an issue again costs
 * a copy of its unchanged pictures and versions and no more. The same entries give the same bytes on every machine:
 * one fixed date, fflate's deflate at one level, nothing of the system. Plain zip, no zip64: below 4 GB.
 */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  /** As it stands in the file. */
  readonly data: Uint8Array;
  /** Inflated. */
  readonly size: number;
  readonly crc: number;
  readonly deflated: boolean;
}

/** 1980-01-01 12:00: DOS dates begin with 1980 and have no time zone. */
const DOS_TIME = 12 << 11;
const DOS_DATE = (1 << 5) | 1;
const VERSION = 20;

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_HEADER = 0x02014b50;
export const END_OF_DIRECTORY = 0x06054b50;
export const LOCAL_SIZE = 30;
export const DIRECTORY_SIZE = 46;
export const END_SIZE = 22;

export const storedEntry = (name: string, bytes: Uint8Array): ZipEntry => ({
  name,
  data: bytes,
  size: bytes.length,
  crc: crc32(bytes),
  deflated: false,
});

export const deflatedEntry = (name: string, bytes: Uint8Array): ZipEntry => ({
  name,
  data: deflateSync(bytes, { level: 9 }),
  size: bytes.length,
  crc: crc32(bytes),
  deflated: true,
});

/** What local header and directory say alike, from the version needed on: 26 bytes. */
const writeFacts = (view: DataView, at: number, entry: ZipEntry): void => {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.deflated ? 8 : 0, true);
  view.setUint16(at + 6, DOS_TIME, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
};

export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const names = entries.reduce((sum, { name }) => sum + name.length, 0);
  const data = entries.reduce((sum, entry) => sum + entry.data.length, 0);
  const directory = entries.length * DIRECTORY_SIZE + names;
  const bytes = new Uint8Array(entries.length * LOCAL_SIZE + names + data + directory + END_SIZE);
  const view = new DataView(bytes.buffer);
  const text = new TextEncoder();
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL_HEADER, true);
    writeFacts(view, at + 4, entry);
    text.encodeInto(entry.name, bytes.subarray(at + LOCAL_SIZE));
    bytes.set(entry.data, at + LOCAL_SIZE + entry.name.length);
    at += LOCAL_SIZE + entry.name.length + entry.data.length;
  }
  const start = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, DIRECTORY_HEADER, true);
    view.setUint16(at + 4, VERSION, true);
    writeFacts(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index]!, true);
    text.encodeInto(entry.name, bytes.subarray(at + DIRECTORY_SIZE));
    at += DIRECTORY_SIZE + entry.name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, directory, true);
  view.setUint32(at + 16, start, true);
  return bytes;
};
