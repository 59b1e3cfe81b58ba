/**
 * The zip around the parts of an issue file. The digests prove what is in the parts; the headers, which other programs
 * go by, are proven by nothing. So the file must be what a writer of ours leaves: entry after entry without a gap, the
 * directory behind them, its end record last, and each header's checksum and sizes the same in both places and true.
 */
import { crc32 } from 'node:zlib';
import { type ListedEntry, listZip, readEntry } from '../files/zip-reader.ts';
import { DIRECTORY_SIZE, END_OF_DIRECTORY, END_SIZE, LOCAL_SIZE } from '../files/zip-writer.ts';

/** What is wrong, to stand behind the file's name; null where all is as written. The parts open: that was asked before. */
export const containerFault = (bytes: Uint8Array): string | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY || view.getUint16(end + 20, true) !== 0)
    return '的末尾多出不属于它的内容；各部分完好，请用组版重新保存。';
  const entries = listZip(bytes);
  if (!entries) return '的压缩包目录读不出来；各部分完好，请用组版重新保存。';
  let directory = view.getUint32(end + 16, true);
  let at = 0;
  for (const entry of entries) {
    if (entry.offset !== at) return `里“${entry.name}”之前多出不属于它的内容；各部分完好，请用组版重新保存。`;
    if (!agree(bytes, view, entry, directory))
      return `里“${entry.name}”的压缩包头与内容不符（校验码或大小）；各部分完好，请用组版重新保存。`;
    at += LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + entry.size;
    directory +=
      DIRECTORY_SIZE +
      view.getUint16(directory + 28, true) +
      view.getUint16(directory + 30, true) +
      view.getUint16(directory + 32, true);
  }
  if (at !== view.getUint32(end + 16, true) || directory !== end)
    return '的各部分与压缩包目录之间多出不属于它的内容；各部分完好，请用组版重新保存。';
  return null;
};

/** Method, checksum and sizes: in the local header as in the directory, and the checksum true. */
const agree = (bytes: Uint8Array, view: DataView, entry: ListedEntry, directory: number): boolean => {
  const { offset, method, size, originalSize } = entry;
  const crc = view.getUint32(directory + 16, true);
  const part = readEntry(bytes, entry);
  return (
    view.getUint16(offset + 8, true) === method &&
    view.getUint32(offset + 14, true) === crc &&
    view.getUint32(offset + 18, true) === size &&
    view.getUint32(offset + 22, true) === originalSize &&
    part !== null &&
    crc32(part) === crc
  );
};
