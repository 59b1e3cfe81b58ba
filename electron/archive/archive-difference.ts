/** What a check of the archive finds, and the issues that it has read. */

export type DifferenceKind =
  | 'damaged'
  | 'unread'
  | 'missing-fact'
  | 'constant'
  | 'gap'
  | 'continuity'
  | 'double'
  | 'order'
  | 'calendar'
  | 'print'
  | 'file-name';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Relative to the archive folder; null where it is no one file's. */
  readonly file: string | null;
  readonly message: string;
}

export interface CheckedIssue {
  readonly file: string;
  readonly publication: string;
  readonly publicationName: string;
  readonly date: string | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
}
