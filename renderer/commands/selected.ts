/** What commands act on: the selected frame or picture of the open desk. */
import { frameAt } from '../../core/issue/edits.ts';
import type { Frame, Issue } from '../../core/issue/issue.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { selected, selectedFrame } from '../state/selection-store.ts';

export interface SelectedFrame {
  readonly open: OpenDesk;
  readonly issue: Issue;
  readonly frame: Frame;
  /** Index of its page. */
  readonly page: number;
  /** Index of the selected picture; null where the frame itself, or text in it, is selected. */
  readonly picture: number | null;
}

/** The frame that is selected, or that holds the selected picture or text; null for none. */
export const frameSelected = (): SelectedFrame | null => {
  const open = openDesk();
  if (!open) return null;
  const selection = selected();
  const id = selectedFrame(open.issue, selection);
  if (id === null) return null;
  const { frame, page } = frameAt(open.issue, id);
  const picture = selection.kind === 'picture' ? selection.index : null;
  return { open, issue: open.issue, frame, page, picture };
};

/** The same where the frame itself or a picture is selected, not text: what arrows and Delete act on. */
export const objectSelected = (): SelectedFrame | null => {
  const { kind } = selected();
  return kind === 'frame' || kind === 'picture' ? frameSelected() : null;
};
