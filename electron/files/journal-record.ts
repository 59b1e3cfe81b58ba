/**
 * The journal's records 日志: each is its length, the CRC-32 of its JSON and the JSON, so that a reader knows where the
 * last whole one ends, however the writing was cut off. The first says what the journal belongs to and has the whole
 * issue as it was then: a journal can be read without the file that it stands beside. Pure.
 */
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { IssuePatch } from '../../core/issue/edit.ts';

const patch = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string().max(100), z.int().min(0)])).max(20),
  value: z.unknown().optional(),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Of the issue's schema (core/file/migrations.ts): a later program takes the issue to its own. */
const issueVersion = z.int().min(1).default(1);

const begin = z.object({
  kind: z.literal('begin'),
  format: z.literal(1),
  /** The same for all journals of one stretch of work; of two, that of the later turn has all of the other. */
  work: z.string().max(100),
  turn: z.int().min(1),
  /** The issue file's whole path; null for an issue never saved. */
  file: z.string().nullable(),
  fileName: z.string(),
  /** Hash of the state that the file held then (`stateHash`); null for an issue never saved. */
  base: hash.nullable(),
  revision: z.int(),
  /** Edits since the last save that `issue` has already. */
  edits: z.int().min(0),
  /** What the last of them is called; null where it has no name. */
  last: z.string().nullable(),
  /** A damaged file whose versions and prints go with this work that no file holds yet. */
  besidesFrom: z.string().nullable().default(null),
  issueVersion,
  issue: z.unknown(),
});

const edit = z.object({
  kind: z.literal('edit'),
  revision: z.int(),
  name: z.string().nullable(),
  patches: z.array(patch),
});

/** The page gave the whole issue. */
const whole = z.object({ kind: z.literal('whole'), revision: z.int(), issueVersion, issue: z.unknown() });

/** A save of that state into that file begins: where the file turns out to hold it, what stands before is no loss. */
const saving = z.object({ kind: z.literal('saving'), file: z.string(), revision: z.int(), hash });

const record = z.discriminatedUnion('kind', [begin, edit, whole, saving]);

export type JournalBegin = z.infer<typeof begin>;
export type JournalRecord =
  | JournalBegin
  | (Omit<z.infer<typeof edit>, 'patches'> & { readonly patches: readonly IssuePatch[] })
  | z.infer<typeof whole>
  | z.infer<typeof saving>;

const HEAD = 8;
/** An issue's JSON at most (issue-container.ts). */
const LARGEST_RECORD = 64_000_000;

export const recordBytes = (value: JournalRecord): Uint8Array => {
  const json = Buffer.from(JSON.stringify(value), 'utf8');
  const bytes = Buffer.alloc(HEAD + json.length);
  bytes.writeUInt32LE(json.length, 0);
  bytes.writeUInt32LE(crc32(json), 4);
  json.copy(bytes, HEAD);
  return bytes;
};

interface ReadRecords {
  readonly records: readonly JournalRecord[];
  /** Bytes up to the end of the last whole one. */
  readonly end: number;
}

const read = (bytes: Uint8Array): ReadRecords => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: JournalRecord[] = [];
  let at = 0;
  while (at + HEAD <= buffer.length) {
    const length = buffer.readUInt32LE(at);
    const end = at + HEAD + length;
    if (length > LARGEST_RECORD || end > buffer.length) break;
    const json = buffer.subarray(at + HEAD, end);
    if (crc32(json) !== buffer.readUInt32LE(at + 4)) break;
    const parsed = parse(json);
    // A journal begins once; whatever follows another beginning was never written by us.
    if (parsed === null || (parsed.kind === 'begin') !== (records.length === 0)) break;
    records.push(parsed);
    at = end;
  }
  return { records, end: at };
};

/** The records up to the first that is not whole. Empty where the first is not. */
export const readRecords = (bytes: Uint8Array): readonly JournalRecord[] => read(bytes).records;

/** Their bytes: whatever else follows would hide a record written behind it. */
export const wholeRecords = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, read(bytes).end);

const parse = (json: Buffer): JournalRecord | null => {
  try {
    return record.parse(JSON.parse(json.toString('utf8'))) as JournalRecord;
  } catch {
    return null;
  }
};
