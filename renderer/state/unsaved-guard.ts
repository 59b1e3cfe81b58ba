/**
 * Unsaved work is asked about before another issue takes its place or the page is left. What was opened and not
 * touched is nobody's work: the sample, manuscripts just read. After a reload of the page the history is gone, so
 * what the host calls unsaved counts as work then. On the desktop the window's own side asks when it is closed.
 */
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { commitDrafts } from './commit-drafts.ts';
import { type OpenDesk, openDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';

export type Kept = Pick<OpenDesk, 'issue' | 'saved' | 'file' | 'history'>;

export const hasUnsavedWork = ({ issue, saved, file, history }: Kept, afterReload: boolean): boolean => {
  if (issue === saved) return false;
  // Edits that were all taken back leave the issue as it was.
  if (saved !== null) return canonicalJson(issue) !== canonicalJson(saved);
  if (history.done !== null || history.undone !== null || file !== null) return true;
  return afterReload && issue.stories.length > 0;
};

const wasReloaded = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload');

/** Whether leaving the open issue would lose something. */
export const wouldLoseWork = (): boolean => {
  const open = openDesk();
  return open !== null && hasUnsavedWork(open, wasReloaded());
};

/** Runs `then`, after asking where unsaved work stands in its way. */
export const guardUnsaved = (then: () => void): void => {
  commitDrafts();
  if (wouldLoseWork()) ask({ kind: 'unsaved', then });
  else then();
};

/** Asks before the page is left, until the answer is called. */
export const guardLeaving = (): (() => void) => {
  if (window.zuban) return () => undefined;
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (wouldLoseWork()) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  return () => window.removeEventListener('beforeunload', onLeave);
};
