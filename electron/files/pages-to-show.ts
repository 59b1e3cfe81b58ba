/**
 * Print or layout: whether what an issue file shows is what was printed, or is laid out by this engine. Whoever draws
 * an issue that it did not make itself asks here: command, session, archive, thumbnails, packages.
 */
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import type { IssueFile, Print } from '../../core/file/issue-file.ts';
import { type PrintedState, printedState } from '../../core/file/printed-issue.ts';
import { stateHash } from '../base/state-hash.ts';

/** An issue that was never printed costs no hash. */
export const stateOfFile = (file: IssueFile): PrintedState =>
  file.prints.length === 0
    ? { kind: 'never-printed' }
    : printedState(file, stateHash(file.issue), ENGINE_VERSION);

/** The print whose pages the file shows; null where its issue is to be laid out. */
export const pagesToShow = (file: IssueFile): Print | null => {
  const state = stateOfFile(file);
  return state.kind === 'as-printed' ? state.print : null;
};
