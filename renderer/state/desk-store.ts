/**
 * The desk: the issue being worked on, its history and its layout. Values only; edit-issue.ts and open-issue.ts
 * change them, components read them. `shown` is what the page draws: the issue, or the issue with a gesture or a
 * composition that is not finished yet.
 */
import { create } from 'zustand';
import type { IssueLock } from '../../core/contract/ipc.ts';
import type { PrintFacts } from '../../core/contract/version-channels.ts';
import type { DisplayList, DisplayPage } from '../../core/display/display-list.ts';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import type { Engine } from '../../core/engine/engine.ts';
import type { EditedIssue } from '../../core/issue/edit.ts';
import type { History } from '../../core/issue/history.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';

/** The pages as they went to the press. */
export interface PrintedPages {
  readonly print: PrintFacts;
  /** The value that was printed: it is drawn so as long as it is shown. */
  readonly issue: Issue;
  readonly displayList: DisplayList;
  /** The editor knows that an edit sets the pages anew. */
  readonly agreed: boolean;
}

export interface OpenDesk {
  readonly engine: Engine;
  readonly issue: Issue;
  /** An edit that is shown but not made: a drag, text in composition. */
  readonly provisional: EditedIssue | null;
  readonly shown: Issue;
  /** Of `shown`. */
  readonly layout: IssueLayout;
  /** Null where the issue is not as it was printed. */
  readonly printed: PrintedPages | null;
  readonly history: History;
  /** What the window calls the issue, and where it is kept; null for never saved. */
  readonly fileName: string;
  readonly file: string | null;
  /** The value that the file holds; null where there is none. */
  readonly saved: Issue | null;
  /** Who may edit the file; null where there is none. */
  readonly lock: IssueLock | null;
  /** What the host said when it opened the issue: work that waits in a journal, say. No part of the issue. */
  readonly opening: readonly Problem[];
}

export type Desk =
  | { readonly phase: 'opening' | 'laying-out' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'open'; readonly open: OpenDesk };

export const useDesk = create<{ readonly desk: Desk }>(() => ({ desk: { phase: 'opening' } }));

/** The open desk, null while there is none. */
export const openDesk = (): OpenDesk | null => {
  const { desk } = useDesk.getState();
  return desk.phase === 'open' ? desk.open : null;
};

/** What is asked for of the open desk; `otherwise` while there is none. */
export const useOpen = <T>(select: (open: OpenDesk) => T, otherwise: T): T =>
  useDesk(({ desk }) => (desk.phase === 'open' ? select(desk.open) : otherwise));

export const setOpen = (change: Partial<OpenDesk>): void => {
  const open = openDesk();
  if (open) useDesk.setState({ desk: { phase: 'open', open: { ...open, ...change } } });
};

/** What the pages show: the print, as long as nothing is edited, else the layout. */
export const drawnPages = ({ printed, shown, layout }: OpenDesk): readonly DisplayPage[] =>
  printed !== null && printed.issue === shown ? printed.displayList.pages : layout.displayList.pages;

export const isSaved = (open: OpenDesk): boolean => open.issue === open.saved;

/** Another has the file to edit. */
export const isReadOnly = ({ lock }: Pick<OpenDesk, 'lock'>): boolean => lock !== null && !lock.mine;
