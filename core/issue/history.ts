/**
 * Undo and redo 撤销、重做 over inverse patches, without limit. One step is what the editor felt as one action: the
 * edits of a drag or of a burst of typing carry the same `group` and become one step until `endGroup` is called (the
 * caller's clock decides when a burst is over; there is none here). A history is an immutable value.
 *
 * Steps are linked lists, so that recording costs the same after ten thousand edits. A burst that sets the same
 * fields again keeps its first inverse and its last patches: a drag of a thousand moves is one move to undo.
 */
import { applyPatches, type EditedIssue, type IssuePatch } from './edit.ts';
import type { Issue } from './issue.ts';

export interface HistoryStep {
  /** What the menu says after 撤销. */
  readonly name: string;
  readonly patches: readonly IssuePatch[];
  readonly inverse: readonly IssuePatch[];
}

interface Stack {
  readonly step: HistoryStep;
  readonly below: Stack | null;
}

export interface History {
  readonly done: Stack | null;
  readonly undone: Stack | null;
  /** The group that the last step still takes edits of; null where the next edit opens a new step. */
  readonly openGroup: string | null;
}

export interface HistoryMove {
  readonly history: History;
  readonly issue: Issue;
  readonly name: string;
  /** What was applied: the host and the journal get it as an edit like any other. */
  readonly patches: readonly IssuePatch[];
}

export const EMPTY_HISTORY: History = { done: null, undone: null, openGroup: null };

/** JSON of the paths that a list of patches sets, or null where it does more than set fields. */
const fieldsSet = (patches: readonly IssuePatch[]): string | null =>
  patches.every((p) => p.op === 'replace' && p.path.at(-1) !== 'length')
    ? JSON.stringify(patches.map((p) => p.path))
    : null;

const joined = (first: HistoryStep, second: HistoryStep): HistoryStep => {
  const fields = fieldsSet(first.patches);
  if (fields !== null && fields === fieldsSet(second.patches)) return { ...first, patches: second.patches };
  return {
    name: first.name,
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
  };
};

/**
 * Remembers an edit. `group` names the gesture or the burst (say `drag f3`, `type s2 4`); null for an edit that
 * stands alone. What was undone can no longer be redone. An edit that changed nothing is not remembered.
 */
export const record = (history: History, edit: EditedIssue, group: string | null = null): History => {
  if (edit.patches.length === 0) return history;
  const step: HistoryStep = { name: edit.name, patches: edit.patches, inverse: edit.inverse };
  const { done } = history;
  if (done && group !== null && group === history.openGroup)
    return { done: { step: joined(done.step, step), below: done.below }, undone: null, openGroup: group };
  return { done: { step, below: done }, undone: null, openGroup: group };
};

/** The pointer was let go, or typing paused: the next edit opens a new step even in the same group. */
export const endGroup = (history: History): History =>
  history.openGroup === null ? history : { ...history, openGroup: null };

/** Takes the last step back; null where there is none. `issue` must be the one after it. */
export const undo = (history: History, issue: Issue): HistoryMove | null => {
  const { done } = history;
  if (!done) return null;
  const { step } = done;
  return {
    history: { done: done.below, undone: { step, below: history.undone }, openGroup: null },
    issue: applyPatches(issue, step.inverse),
    name: step.name,
    patches: step.inverse,
  };
};

/** Does the step that was undone last again; null where there is none. */
export const redo = (history: History, issue: Issue): HistoryMove | null => {
  const { undone } = history;
  if (!undone) return null;
  const { step } = undone;
  return {
    history: { done: { step, below: history.done }, undone: undone.below, openGroup: null },
    issue: applyPatches(issue, step.patches),
    name: step.name,
    patches: step.patches,
  };
};

/** 撤销“…”; null where there is nothing to undo. */
export const undoLabel = (history: History): string | null =>
  history.done ? `撤销“${history.done.step.name}”` : null;
export const redoLabel = (history: History): string | null =>
  history.undone ? `重做“${history.undone.step.name}”` : null;
