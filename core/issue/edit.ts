/**
 * What an edit gives: the new issue, the patches that made it and the patches that take it back. Patches are JSON
 * values: they go to the host, into the journal and into the history as they are.
 *
 * Two ways to make one. `editWith` runs a recipe on a mutative draft and lets mutative find the patches: right for
 * setting fields. `editAt` puts a value into a list or takes one out with one patch of its own, because a splice in
 * a draft rewrites every later index and the edit would cost the whole story instead of its paragraph.
 */
import { apply, create, type Draft } from 'mutative';
import type { Issue } from './issue.ts';

export type PatchPath = readonly (string | number)[];

/** RFC 6902's three operations, with the path as a list; `replace` of a list's `length` shortens it. */
export interface IssuePatch {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: PatchPath;
  readonly value?: unknown;
}

export interface EditedIssue {
  readonly issue: Issue;
  readonly patches: readonly IssuePatch[];
  /** Apply to `issue` in this order to have the issue before the edit. */
  readonly inverse: readonly IssuePatch[];
  /** What the undo menu calls it, in Chinese. */
  readonly name: string;
}

/** The issue after the patches. Throws where a path leads nowhere: patches belong to one state of the issue. */
export const applyPatches = (issue: Issue, patches: readonly IssuePatch[]): Issue => {
  if (patches.length === 0) return issue;
  const own = patches.map((patch) => ({ ...patch, path: [...patch.path] }));
  return apply(issue, own) as Issue;
};

/** Runs the recipe on a draft. An edit that changes nothing has no patches and gives the same issue back. */
export const editWith = (issue: Issue, name: string, recipe: (draft: Draft<Issue>) => void): EditedIssue => {
  const [next, patches, inverse] = create(
    issue,
    (draft) => {
      recipe(draft);
    },
    { enablePatches: true },
  );
  return { issue: next as Issue, patches: patches as IssuePatch[], inverse: inverse as IssuePatch[], name };
};

/** One value into a list, or out of it. `path` is the list's, `index` counts before the edit. */
export type ListChange =
  | { readonly put: unknown; readonly path: PatchPath; readonly index: number }
  | { readonly take: unknown; readonly path: PatchPath; readonly index: number };

/** Applies list changes in order; each `index` is true at its turn. `take` carries the value that stands there. */
export const editAt = (issue: Issue, name: string, changes: readonly ListChange[]): EditedIssue => {
  const put = (path: PatchPath, index: number, value: unknown): IssuePatch => ({
    op: 'add',
    path: [...path, index],
    value,
  });
  const take = (path: PatchPath, index: number): IssuePatch => ({ op: 'remove', path: [...path, index] });
  const patches = changes.map((c) => ('put' in c ? put(c.path, c.index, c.put) : take(c.path, c.index)));
  const inverse = changes
    .map((c) => ('put' in c ? take(c.path, c.index) : put(c.path, c.index, c.take)))
    .reverse();
  return { issue: applyPatches(issue, patches), patches, inverse, name };
};

/** Edits made one after another, each on what the one before it left, as one edit of that name. */
export const inTurn = (
  issue: Issue,
  name: string,
  edits: readonly ((issue: Issue) => EditedIssue)[],
): EditedIssue => {
  let at = issue;
  const patches: IssuePatch[] = [];
  const inverse: IssuePatch[] = [];
  for (const edit of edits) {
    const edited = edit(at);
    at = edited.issue;
    patches.push(...edited.patches);
    inverse.unshift(...edited.inverse);
  }
  return { issue: at, patches, inverse, name };
};

/** `count` itself. Throws where it is no whole number of that range. */
export const checkedCount = (count: number, from: number, to: number, what: string): number => {
  if (!Number.isInteger(count) || count < from || count > to)
    throw new Error(`${what}: ${count} not in ${from}–${to}`);
  return count;
};

/** `index` itself. Throws where the list, `size` long, has no such place. */
export const checkedIndex = (index: number, size: number, what: string): number => {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new Error(`no ${what} ${index} of ${size}`);
  return index;
};

/** Characters that no text of an issue may hold: controls but `\n` and tab, lone surrogates. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export const isCleanText = (text: string): boolean => !FORBIDDEN.test(text);

/** Text of one line: a paragraph's, a name's. */
export const isCleanLine = (text: string): boolean => isCleanText(text) && !text.includes('\n');

export const checkedText = (text: string, lines: 'one-line' | 'lines'): string => {
  if (lines === 'one-line' ? !isCleanLine(text) : !isCleanText(text))
    throw new Error(`not a text of an issue: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
};
