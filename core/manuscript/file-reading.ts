/**
 * One manuscript while it is being read: its lines, and the lists that the phases add to. The lists are local to
 * one import and frozen into the report at its end; nothing outside sees them change.
 */

import type { DraftStory } from './draft-story.ts';
import type { MastheadField, RecognitionKind, RemovalReason } from './import-report.ts';
import { ManuscriptError } from './manuscript-error.ts';
import { type LedgerEntry, readSourceLines, type SourceLine } from './source-lines.ts';

export interface DraftRecognition {
  readonly kind: RecognitionKind;
  readonly text: string;
  readonly line: number;
  readonly confidence: number;
  readonly story: DraftStory | null;
  readonly field?: MastheadField;
}

export interface DraftRemoval {
  readonly reason: RemovalReason;
  readonly text: string;
  readonly line: number;
  readonly story: DraftStory | null;
}

export interface FileReading {
  readonly name: string;
  readonly total: number;
  readonly lines: readonly SourceLine[];
  readonly ledger: LedgerEntry[];
  readonly recognitions: DraftRecognition[];
  readonly removed: DraftRemoval[];
}

/** Lines with text: 5 MB of copy has a tenth of them. */
const MOST_LINES = 200_000;

/** Throws ManuscriptError where a file holds nothing that can be printed. */
export const openManuscript = (name: string, text: string): FileReading => {
  const ledger: LedgerEntry[] = [];
  const { lines, total } = readSourceLines(text, ledger);
  if (lines.length === 0) throw new ManuscriptError(name, '文件里没有文字，请换一份有内容的稿件。');
  if (lines.length > MOST_LINES)
    throw new ManuscriptError(
      name,
      `文件有${lines.length}行文字，超过了${MOST_LINES}行的上限，请拆成几份再导入。`,
    );
  return { name, total, lines, ledger, recognitions: [], removed: [] };
};
