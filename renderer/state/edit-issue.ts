/**
 * Edits on the desk: made, shown before they are made, taken back and done again. Each made edit is laid out at
 * once, remembered by the history and sent to the host, in this order, in one turn of the event loop.
 */
import type { EditedIssue } from '../../core/issue/edit.ts';
import { endGroup, record, redo as redoStep, undo as undoStep } from '../../core/issue/history.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { refitHeads } from '../../core/makeup/story/refit-heads.ts';
import { isReadOnly, type OpenDesk, openDesk, setOpen } from './desk-store.ts';
import { hostQueue } from './host-queue.ts';
import { lockSentence } from './lock-words.ts';
import { otherWindowHasIt } from './other-window.ts';
import { followPages } from './present-page.ts';
import { asksFirst } from './printed-pages.ts';
import { useView } from './view-store.ts';

/** A pause this long ends a burst of typing or of steps, ms. */
const PAUSE = 1000;

let pause: ReturnType<typeof setTimeout> | null = null;

/** An edit as an action asks for it: made from the issue as it is then; null for one that cannot be made. */
export type MakeEdit = (issue: Issue) => EditedIssue | null;

/**
 * Another has the file: the foot says so, once for all keys of a burst. Another window has the issue: its banner says
 * so. Printed pages would be set anew, and otherwise: a dialog asks.
 */
const isRefused = (open: OpenDesk): boolean => {
  if (otherWindowHasIt()) return true;
  if (open.lock === null || !isReadOnly(open)) return asksFirst(open);
  const { notice, say } = useView.getState();
  const sentence = lockSentence(open.lock);
  if (notice.text !== sentence) say(sentence, 'fault');
  return true;
};

/**
 * Makes an edit. `group` names the gesture or the burst of typing whose edits are one step to undo, until
 * `endBurst` or a pause of a second. What was shown provisionally is gone. Null where there is nothing open or the edit changed nothing.
 */
export const edit = (make: MakeEdit, group: string | null = null): EditedIssue | null => {
  const open = openDesk();
  if (!open || isRefused(open)) return null;
  const made = make(open.issue);
  const edited = made && refitHeads(open.issue, made, open.engine.fonts);
  if (!edited || edited.patches.length === 0) {
    showProvisional(null);
    return null;
  }
  return commit(open, edited, group);
};

/** Makes an edit that says all of the issue: heads stay as it has them. Null as `edit`. */
export const editExactly = (make: MakeEdit): EditedIssue | null => {
  const open = openDesk();
  const edited = open && !isRefused(open) ? make(open.issue) : null;
  return open && edited && edited.patches.length > 0 ? commit(open, edited, null) : null;
};

const commit = (open: OpenDesk, edited: EditedIssue, group: string | null): EditedIssue => {
  setOpen({
    issue: edited.issue,
    provisional: null,
    shown: edited.issue,
    layout: open.engine.layOut(edited.issue),
    history: record(open.history, edited, group),
  });
  hostQueue.push(edited.patches, edited.name);
  letNoticeGo();
  if (pause !== null) clearTimeout(pause);
  pause = group === null ? null : setTimeout(endBurst, PAUSE);
  return edited;
};

/** 已保存, 已放回 and their like are true until the next edit or undo. */
const letNoticeGo = (): void => {
  const { notice, say } = useView.getState();
  if (notice.kind === 'quiet' && notice.text !== '') say('');
};

/** Shows the issue as it would be after the edit; null shows it as it is. Nothing is remembered and nothing sent. */
export const showProvisional = (make: MakeEdit | null): void => {
  const open = openDesk();
  if (!open || (make === null && open.provisional === null) || (make !== null && isRefused(open))) return;
  const made = make?.(open.issue) ?? null;
  const edited = made && refitHeads(open.issue, made, open.engine.fonts);
  const shown = edited ? edited.issue : open.issue;
  if (shown === open.shown && open.provisional === edited) return;
  setOpen({ provisional: edited, shown, layout: open.engine.layOut(shown) });
};

/** Makes what is shown provisionally. */
export const keepProvisional = (): EditedIssue | null => {
  const provisional = openDesk()?.provisional ?? null;
  return provisional && edit(() => provisional);
};

/** The pointer was let go, or typing paused: the next edit is another step to undo. */
export const endBurst = (): void => {
  const open = openDesk();
  if (open && open.history.openGroup !== null) setOpen({ history: endGroup(open.history) });
};

const move = (step: typeof undoStep): string | null => {
  const open = openDesk();
  const moved = open && step(open.history, open.issue);
  if (!open || !moved || isRefused(open)) return null;
  setOpen({
    issue: moved.issue,
    provisional: null,
    shown: moved.issue,
    layout: open.engine.layOut(moved.issue),
    history: moved.history,
  });
  hostQueue.push(moved.patches, moved.name);
  letNoticeGo();
  followPages(open.issue, moved.issue);
  return moved.name;
};

/** 撤销: the name of the step that was taken back; null where there is none. */
export const undo = (): string | null => move(undoStep);
export const redo = (): string | null => move(redoStep);
