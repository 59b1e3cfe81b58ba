/** Going to a frame, and from one end of a jump to the other: what clicks, keys and screen readers share. */
import { otherEnd } from '../../core/issue/edits.ts';
import type { FrameId, Issue } from '../../core/issue/issue.ts';
import { openDesk } from './desk-store.ts';
import { select } from './selection-store.ts';
import { useView } from './view-store.ts';

/** Index of the page that the frame stands on; -1 for none. */
export const pageOfFrame = (issue: Issue, id: FrameId): number =>
  issue.pages.findIndex(({ frames }) => frames.some((frame) => frame.id === id));

/** How far below a high frame's head the view goes, points: there its text begins. */
const BELOW_HEAD = 72;

/** Selects the frame and brings its head into view. */
export const goToFrame = (id: FrameId): void => {
  const open = openDesk();
  if (!open) return;
  const page = pageOfFrame(open.shown, id);
  const rect = open.layout.pages[page]?.frames.find(({ frame }) => frame === id)?.rect;
  if (!rect) return;
  const { goTo } = useView.getState();
  goTo(page, { x: rect.x + rect.width / 2, y: rect.y + Math.min(rect.height / 2, BELOW_HEAD) });
  select({ kind: 'frame', frame: id });
};

/** To the other end of a jump line: 下转 leads to the continuation, 上接 back. */
export const followJump = (frame: FrameId, end: 'to' | 'from'): void => {
  const open = openDesk();
  const other = open && otherEnd(open.shown, frame, end);
  if (other) goToFrame(other);
};
