/**
 * The channels of what an issue file holds besides the issue: named versions 版本 and printings 付印, and comparing
 * the issue with them or with another's file of it. A print's pages and its PDF have addresses (ADDRESSES.print,
 * ADDRESSES.printPdf). Who and when are the host's to say. Part of the contract (ipc.ts).
 */
import * as z from 'zod';
import type { IssueComparison } from '../file/compare-issues.ts';
import type { Timestamp } from '../file/issue-file.ts';
import { isCleanLine, isCleanText } from '../issue/edit.ts';
import type { Issue } from '../issue/issue.ts';
import type { ByWindow, SavedIssue, StatedIssue } from './ipc.ts';

export interface VersionFacts {
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly at: Timestamp;
  readonly by: string;
  readonly engine: string;
}

export interface PrintFacts {
  readonly number: number;
  readonly at: Timestamp;
  readonly by: string;
  /** '' for a page from before this program. */
  readonly engine: string;
  /** It can be drawn (ADDRESSES.print). */
  readonly hasPages: boolean;
  /** There is ADDRESSES.printPdf. */
  readonly hasPdf: boolean;
}

/** What of the issue went to the press. `as-printed`: this very issue did, and is drawn from the print until it is edited. */
export type PrintedFacts =
  | { readonly kind: 'never-printed' }
  | {
      readonly kind: 'as-printed' | 'edited-since';
      readonly print: PrintFacts;
      /** False: another version of the engine set it. */
      readonly sameEngine: boolean;
    };

export interface KeptVersions {
  readonly versions: readonly VersionFacts[];
  readonly prints: readonly PrintFacts[];
}

export interface MakeVersionRequest extends StatedIssue, ByWindow {
  /** 初版, 一校后, …, or free. */
  readonly name: string;
  readonly note: string;
}

export interface MadeVersion {
  readonly version: VersionFacts;
  readonly saved: SavedIssue;
}

export interface RemoveVersionRequest extends StatedIssue, ByWindow {
  readonly number: number;
}

export interface RemovedVersion {
  readonly saved: SavedIssue;
}

export interface MadePrint {
  readonly print: PrintFacts;
  readonly saved: SavedIssue;
}

/** A version's number, or the issue as the host has it. */
export type VersionName = number | 'current';

export interface ComparedIssues {
  readonly before: Issue;
  readonly after: Issue;
  readonly comparison: IssueComparison;
}

export interface ComparedFile extends ComparedIssues {
  /**
   * True: two files of one issue, which can be made one. False: another issue; its stories (in `after`) have the ids of
   * ours that they are alike, for looking at.
   */
  readonly areCopies: boolean;
  /** The latest version that both files hold: who changed what since is known by it. Null: they have none together. */
  readonly base: Issue | null;
  readonly fileName: string;
}

export interface PrintRequest extends StatedIssue, ByWindow {
  /** Sentences, a line each; '' where nothing was found. */
  readonly waived?: string | undefined;
}

export interface VersionContract {
  'version.list'(): Promise<KeptVersions>;
  /** Keeps the issue under a name and saves the file at once. Rejects with out-of-step as a save does. */
  'version.make'(request: MakeVersionRequest): Promise<MadeVersion>;
  /** Takes a version out of the file and saves it at once; not one that a print needs. Rejects as a save does. */
  'version.remove'(request: RemoveVersionRequest): Promise<RemovedVersion>;
  /** That version's issue, for the page to put in place by an edit: the host's copy is as it was. */
  'version.restore'(request: { readonly number: number }): Promise<Issue>;
  'version.compare'(request: {
    readonly before: VersionName;
    readonly after: VersionName;
  }): Promise<ComparedIssues>;
  /** The host's issue (`before`) beside that of a file of the archive (`after`), whose pictures are at hand from then on. */
  'version.compareFile'(request: { readonly file: string }): Promise<ComparedFile>;
  /**
   * 付印: lays the issue out, keeps its pages, fonts and PDF in the file, makes a version 付印 of it and saves. Problems
   * of the pages are no hindrance: the page has asked, and `waived` says in spite of what it is printed.
   */
  'print.make'(request: PrintRequest): Promise<MadePrint>;
  'print.state'(): Promise<PrintedFacts>;
}

const number = z.int().min(1).max(1_000_000);
const name = z.union([number, z.literal('current')]);
const editor = z.int().min(0);
const stated = {
  revision: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  editor,
};

export const VERSION_ARGUMENTS: {
  readonly [C in keyof VersionContract]: z.ZodType<Parameters<VersionContract[C]>>;
} = {
  'version.list': z.tuple([]),
  'version.make': z.tuple([
    z.strictObject({
      ...stated,
      name: z.string().min(1).max(40).refine(isCleanLine),
      note: z.string().max(1_000).refine(isCleanText),
    }),
  ]),
  'version.remove': z.tuple([z.strictObject({ ...stated, number })]),
  'version.restore': z.tuple([z.strictObject({ number })]),
  'version.compare': z.tuple([z.strictObject({ before: name, after: name })]),
  'version.compareFile': z.tuple([z.strictObject({ file: z.string().min(1).max(1_000) })]),
  'print.make': z.tuple([
    z.strictObject({ ...stated, waived: z.string().max(8_000).refine(isCleanText).optional() }),
  ]),
  'print.state': z.tuple([]),
};
