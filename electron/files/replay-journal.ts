/**
 * What a journal's records make of its issue. Everything is read by shape: a state that breaks an invariant of issues
 * is work like any other, and is given back with what is wrong with it. A record that does not fit ends the replay,
 * which is told as well. Pure.
 */
import { phraseOf } from '../../core/fault.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { brokenInvariant } from '../../core/file/issue-invariants.ts';
import { faultPhrase, issueSchema } from '../../core/file/issue-schema.ts';
import { migrate } from '../../core/file/migrations.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { InputError } from '../base/input-error.ts';
import { applyShapedPatches } from './issue-patches.ts';
import type { JournalRecord } from './journal-record.ts';

export interface Replayed {
  readonly issue: Issue;
  /** Of the last edit. */
  readonly revision: number;
  readonly edits: number;
  readonly last: string | null;
  /** False: the file is no longer the one that these edits were made on. */
  readonly goesOn: boolean;
  /** Which invariant the issue breaks, a phrase: it can be edited, and saved when that is set right. */
  readonly broken: string | null;
  /** Why later records were left out, a phrase; null where all were taken. */
  readonly cut: string | null;
}

type ReadState = { readonly issue: Issue } | { readonly fault: string };

/** Edits of an older schema stand on its issue: a program with a second schema replays them before it migrates. */
const readState = (version: number, json: unknown): ReadState => {
  try {
    const parsed = issueSchema.safeParse(migrate({ format: 'zuban-issue', version, issue: json }));
    return parsed.success ? { issue: parsed.data } : { fault: faultPhrase(parsed.error) };
  } catch (error) {
    if (error instanceof IssueFileError) return { fault: phraseOf(error.message) };
    throw error;
  }
};

/**
 * The issue after all edits, up to the first that does not fit; `fault` where the beginning is no issue. `isFile` says
 * whether a hash is that of the file as it is now.
 */
export const replay = (
  records: readonly JournalRecord[],
  isFile: (hash: string) => boolean,
): Replayed | { readonly fault: string } => {
  const first = records[0];
  if (first?.kind !== 'begin') return { fault: '开头已损坏' };
  const begun = readState(first.issueVersion, first.issue);
  if ('fault' in begun) return begun;
  let { issue } = begun;
  let { edits, last, revision } = first;
  let goesOn = first.base !== null && isFile(first.base);
  let cut: string | null = null;
  for (const record of records.slice(1)) {
    if (record.kind === 'saving') {
      if (!isFile(record.hash)) continue;
      // Edits may have come between the saved state and this record.
      edits = Math.max(0, revision - record.revision);
      goesOn = true;
    } else if (record.kind === 'whole') {
      const read = readState(record.issueVersion, record.issue);
      if ('fault' in read) {
        cut = read.fault;
        break;
      }
      ({ issue } = read);
      ({ revision } = record);
      edits++;
      last = null;
    } else if (record.kind === 'edit') {
      const next = record.revision === revision + 1 ? after(issue, record.patches) : null;
      if (next === null) {
        cut = '与前面的内容接不上';
        break;
      }
      issue = next;
      revision++;
      edits++;
      last = record.name;
    }
  }
  return { issue, revision, edits, last, goesOn, broken: brokenInvariant(issue), cut };
};

/** What journals of November 2026 claim of a picture (core/file/issue-schema.ts) is read over in patches too. */
const withoutClaim = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutClaim);
  if (typeof value !== 'object' || value === null || !('whole' in value)) return value;
  const { whole: _, ...picture } = value;
  return picture;
};

/** Ids of the pictures of which a record claims that, wherever in it they stand. */
const claimedIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(claimedIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('whole' in value && 'id' in value && typeof value.id === 'string') return [value.id];
  return Object.values(value).flatMap(claimedIn);
};

/**
 * The issue as a program of that time had it, whose hashes the journal has: with the claim on the pictures that the
 * journal claims it of. Null where it claims nothing.
 */
export const asClaimed = (issue: Issue, records: readonly JournalRecord[]): Issue | null => {
  const claimed = new Set(records.flatMap(claimedOf));
  if (claimed.size === 0) return null;
  const pictures = issue.pictures.map((picture) =>
    claimed.has(picture.id) ? { ...picture, whole: true } : picture,
  );
  return { ...issue, pictures };
};

const claimedOf = (record: JournalRecord): readonly string[] => {
  if (record.kind === 'edit') return record.patches.flatMap(claimedIn);
  return record.kind === 'saving' ? [] : claimedIn(record.issue);
};

const asNow = (patch: IssuePatch): IssuePatch =>
  patch.path[0] === 'pictures' && 'value' in patch ? { ...patch, value: withoutClaim(patch.value) } : patch;

const after = (issue: Issue, patches: readonly IssuePatch[]): Issue | null => {
  try {
    return applyShapedPatches(issue, patches.map(asNow));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
};
