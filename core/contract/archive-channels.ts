/**
 * The channels of the archive 归档: its index, search, past issues to look at, to begin a new one from and to export.
 * Front pages have addresses (ADDRESSES.thumbnail). Part of the contract (ipc.ts).
 */
import * as z from 'zod';
import type { IsoDate } from '../calendar/lunar-date.ts';
import type { DisplayListJson } from '../display/display-json.ts';
import type { Issue, StoryKind } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import type { OpenedIssueMessage, TurningWindow } from './ipc.ts';

/** What goes on with the index. `waiting`: another program is writing it; it can be searched meanwhile. */
export interface ArchiveStatus {
  readonly state: 'idle' | 'indexing' | 'waiting' | 'failed';
  /** Files read of those that are new or changed. */
  readonly done: number;
  readonly total: number;
  /** Why it failed, one sentence; null otherwise. */
  readonly failure: string | null;
  /** Counts up with every change of the index: what was listed or found before may be out of date. */
  readonly generation: number;
  /** The export under way; null for none. */
  readonly exporting: { readonly done: number; readonly total: number } | null;
}

/** An issue of the archive, by what the file holds. */
export interface IndexedIssue {
  /** Relative to the archive folder, with `/`. */
  readonly file: string;
  /** Changes with the content; '' where the file does not open. */
  readonly digest: string;
  /** Why the file does not open, one sentence; null where it does. */
  readonly fault: string | null;
  readonly publication: string | null;
  readonly publicationName: string | null;
  readonly date: IsoDate | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly pages: number;
  readonly stories: number;
  /** 版名 */
  readonly columnNames: readonly string[];
  readonly people: readonly string[];
}

export interface ArchiveYear {
  /** Null for issues without a date, and files that do not open. */
  readonly year: number | null;
  /** The newest first. */
  readonly issues: readonly IndexedIssue[];
}

/** Absent or null: not narrowed by it. */
export interface SearchFilters {
  readonly publication?: string | null;
  readonly year?: number | null;
  /** Both inclusive. */
  readonly from?: IsoDate | null;
  readonly to?: IsoDate | null;
  /** 人名: stories that the person signed, and behind them those that name the person. */
  readonly person?: string | null;
  readonly columnName?: string | null;
  readonly kind?: StoryKind | null;
}

export interface SearchRequest {
  /** Words that must all occur; what stands in quotes is one phrase. Empty: what the filters leave. */
  readonly query: string;
  readonly filters: SearchFilters;
  /** From 1, of twenty hits each. */
  readonly page: number;
}

/** UTF-16 offsets into the text that it belongs to. */
export interface MatchRange {
  readonly from: number;
  readonly to: number;
}

export interface Excerpt {
  readonly text: string;
  readonly matches: readonly MatchRange[];
}

export interface SearchHit {
  readonly file: string;
  readonly publicationName: string;
  readonly date: IsoDate | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly story: string;
  readonly kind: StoryKind;
  /** Page that the story begins on, from 1; null where it stands on none. */
  readonly page: number | null;
  readonly headline: string;
  readonly headlineMatches: readonly MatchRange[];
  /** The person asked for stands in the byline or a credit, not in the text or among the page's staff alone. */
  readonly isSigned: boolean;
  readonly excerpt: Excerpt;
}

export interface SearchResult {
  readonly total: number;
  /** True where there are more than `total`: they were not all counted. */
  readonly more: boolean;
  readonly hits: readonly SearchHit[];
}

export interface PeekedIssue {
  readonly file: string;
  readonly fileName: string;
  readonly issue: Issue;
  /** The pages as they went to the press, where the issue is that one still; null: they are set anew. */
  readonly printed: { readonly number: number; readonly pages: DisplayListJson } | null;
  readonly problems: readonly Problem[];
}

export interface NewFromRequest extends TurningWindow {
  /** Relative to the archive folder. */
  readonly file: string;
  readonly date: IsoDate;
}

export interface ArchiveExportRequest {
  /** Relative to the archive folder. */
  readonly files: readonly string[];
  /** A whole path; null for a folder beside the archive. */
  readonly folder: string | null;
  /** The editor was asked: packages may take the place of what stands under their names. */
  readonly overwrite?: boolean;
}

export interface ArchiveExportResult {
  readonly folder: string;
  /** Packages that were written. */
  readonly written: number;
  readonly cancelled: boolean;
  /** What could not be exported, a sentence each. */
  readonly problems: readonly string[];
  /** Files that were not exported, since what stands under the package's name is not an earlier one of the issue. */
  readonly inTheWay: readonly string[];
}

export interface ArchiveContract {
  'archive.status'(): Promise<ArchiveStatus>;
  /** Brings the index in line with the folder; answers at once, 'archive.status' tells the rest. */
  'archive.index'(): Promise<ArchiveStatus>;
  /** Stops indexing and export; what is done stays. */
  'archive.cancel'(): Promise<ArchiveStatus>;
  'archive.list'(): Promise<readonly ArchiveYear[]>;
  'archive.search'(request: SearchRequest): Promise<SearchResult>;
  /** An issue of the archive to read, without making it the session's; its pictures have the usual addresses. */
  'archive.peek'(request: { readonly file: string }): Promise<PeekedIssue>;
  /** Packages for long keeping, one a folder; answers when all are written or it was cancelled. */
  'archive.export'(request: ArchiveExportRequest): Promise<ArchiveExportResult>;
  /** A new issue after a past one: its pages and standing columns, the date's facts, the next numbers. */
  'issue.newFrom'(request: NewFromRequest): Promise<OpenedIssueMessage>;
}

const path = z.string().min(1).max(1_000);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const word = z.string().max(200).nullable().exactOptional();

const filters: z.ZodType<SearchFilters> = z.strictObject({
  publication: word,
  year: z.int().min(1900).max(2100).nullable().exactOptional(),
  from: date.nullable().exactOptional(),
  to: date.nullable().exactOptional(),
  person: word,
  columnName: word,
  kind: z.enum(['article', 'briefs', 'refers', 'notice']).nullable().exactOptional(),
});

export const ARCHIVE_ARGUMENTS: {
  readonly [C in keyof ArchiveContract]: z.ZodType<Parameters<ArchiveContract[C]>>;
} = {
  'archive.status': z.tuple([]),
  'archive.index': z.tuple([]),
  'archive.cancel': z.tuple([]),
  'archive.list': z.tuple([]),
  'archive.search': z.tuple([
    z.strictObject({ query: z.string().max(1_000), filters, page: z.int().min(1).max(10_000) }),
  ]),
  'archive.peek': z.tuple([z.strictObject({ file: path })]),
  'archive.export': z.tuple([
    z.strictObject({
      files: z.array(path).min(1).max(20_000),
      folder: path.nullable(),
      overwrite: z.boolean().exactOptional(),
    }),
  ]),
  'issue.newFrom': z.tuple([z.strictObject({ file: path, date, editor: z.int().min(0).exactOptional() })]),
};
