/**
 * Whether a file is still the one that we read or wrote. Size, time and identity are asked first and cost nothing;
 * where they differ (a sync program touches times, network folders renumber files) the two ends of the file decide:
 * an issue file begins with its manifest, which has the SHA-256 of every part, and ends with the zip's directory,
 * which has every checksum, so equal ends are equal files.
 */
import { createHash } from 'node:crypto';
import type { Disk, FileFacts } from './disk.ts';

export interface FileStamp extends Pick<FileFacts, 'size' | 'modified' | 'id'> {
  /** SHA-256 over the first and the last 64 kB. */
  readonly ends: string;
}

const END = 65_536;

const hashOf = (head: Uint8Array, tail: Uint8Array): string =>
  createHash('sha256').update(head).update(tail).digest('hex');

const endsOfBytes = (bytes: Uint8Array): string =>
  hashOf(bytes.subarray(0, END), bytes.subarray(Math.max(END, bytes.length - END)));

const endsOfFile = async (path: string, size: number, disk: Disk): Promise<string> => {
  const head = await disk.readPart(path, 0, END);
  const from = Math.max(END, size - END);
  return hashOf(head, size > from ? await disk.readPart(path, from, size - from) : new Uint8Array(0));
};

export const stampOfBytes = (bytes: Uint8Array, { size, modified, id }: FileFacts): FileStamp => ({
  size,
  modified,
  id,
  ends: endsOfBytes(bytes),
});

/** Null where there is no such file. */
export const stampOf = async (path: string, disk: Disk): Promise<FileStamp | null> => {
  const facts = await disk.facts(path);
  if (facts?.kind !== 'file') return null;
  const { size, modified, id } = facts;
  return { size, modified, id, ends: await endsOfFile(path, size, disk) };
};

export const changeSince = async (
  path: string,
  { size, modified, id, ends }: FileStamp,
  disk: Disk,
): Promise<'none' | 'gone' | 'changed'> => {
  const now = await disk.facts(path);
  if (now?.kind !== 'file') return 'gone';
  if (now.size !== size) return 'changed';
  if (now.modified === modified && now.id === id) return 'none';
  return (await endsOfFile(path, size, disk)) === ends ? 'none' : 'changed';
};
