/**
 * The issue of an issue file without its pictures: an index of thousands of files cannot read gigabytes of them. Only
 * the zip's directory, the manifest and issue.json are read; the manifest proves issue.json, and its own hash
 * stands for the whole content, since it names every part's. Anything out of the ordinary is left to the reader of
 * whole files, whose sentence says what is wrong.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { inflateSync } from 'fflate';
import type { Issue } from '../../core/issue/issue.ts';
import { CONTAINER_VERSION } from '../files/issue-container.ts';
import { readIssuePart as issueOfPart, PART_LIMITS } from '../files/issue-parts.ts';
import { readIssueFile } from '../files/issue-store.ts';
import { readJson } from '../files/json-part.ts';

export interface IssuePart {
  readonly issue: Issue;
  /** Changes where any part of the file does. */
  readonly digest: string;
}

const MANIFEST = 'manifest.json';
const ISSUE = 'issue.json';
const LARGEST = { directory: 1_000_000, manifest: 4_000_000, issue: PART_LIMITS.issue };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Throws IssueFileError, one sentence. */
export const readIssuePart = async (path: string, size: number): Promise<IssuePart> => {
  const quick = await readQuickly(path, size).catch(() => null);
  if (quick) return quick;
  // The sentence of whatever is wrong; or the issue, where the file is merely unusual.
  const { issue } = await readIssueFile(path);
  return { issue, digest: `size-${size}-${sha256(new TextEncoder().encode(JSON.stringify(issue)))}` };
};

const readQuickly = async (path: string, size: number): Promise<IssuePart | null> => {
  const file = await open(path, 'r');
  try {
    const entries = await readDirectory(file, size);
    const manifestBytes = entries && (await readEntry(file, entries.get(MANIFEST), LARGEST.manifest));
    const issueBytes = entries && (await readEntry(file, entries.get(ISSUE), LARGEST.issue));
    if (!manifestBytes || !issueBytes) return null;
    const manifest = readJson(manifestBytes, MANIFEST) as {
      readonly version?: unknown;
      readonly parts?: Readonly<Record<string, { readonly sha256?: unknown }>>;
    };
    if (typeof manifest.version !== 'number' || manifest.version > CONTAINER_VERSION) return null;
    if (manifest.parts?.[ISSUE]?.sha256 !== sha256(issueBytes)) return null;
    return { issue: issueOfPart(issueBytes), digest: sha256(manifestBytes) };
  } finally {
    await file.close();
  }
};

interface ZipEntry {
  readonly at: number;
  readonly compression: number;
  readonly packed: number;
  readonly size: number;
}

const readAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
};

/** Without a comment, as we write them, the end record is the last 22 bytes (APPNOTE 4.3.16). */
const END_RECORD = 22;
/** The end record and a small directory in one read. */
const TAIL = 16_384;

const readDirectory = async (
  file: FileHandle,
  size: number,
): Promise<ReadonlyMap<string, ZipEntry> | null> => {
  const from = Math.max(0, size - TAIL);
  const tail = await readAt(file, from, size - from);
  const end = tail.length - END_RECORD;
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50) return null;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > LARGEST.directory || start + length > size) return null;
  const directory =
    start >= from ? tail.subarray(start - from, start - from + length) : await readAt(file, start, length);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const name = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.set(directory.toString('utf8', at + 46, at + 46 + name), {
      compression: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + more;
  }
  return entries;
};

const readEntry = async (
  file: FileHandle,
  entry: ZipEntry | undefined,
  largest: number,
): Promise<Uint8Array | null> => {
  if (!entry || entry.size > largest || entry.packed > largest) return null;
  // The local header's own lengths of name and extra field say where the data begins; both are short.
  const bytes = await readAt(file, entry.at, 30 + 512 + entry.packed);
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return null;
  if (entry.compression === 0) return packed;
  if (entry.compression !== 8) return null;
  const inflated = inflateSync(packed, { out: new Uint8Array(entry.size) });
  return inflated.length === entry.size ? inflated : null;
};
