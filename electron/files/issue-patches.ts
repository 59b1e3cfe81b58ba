/**
 * Patches from the page onto the host's own issue. What a patch touches is checked by the schema of issue files: an
 * edit costs its story or its page, not the issue. Parts that a patch leaves alone stay the very same values, which
 * the layout's caches go by. What binds the parts together (core/file/issue-invariants.ts) is looked at after every
 * edit as well: a state that no file could hold would be found out at the save only, hours later. An issue that
 * is in such a state already, recovered from a journal, may be edited: it has to be set right.
 *
 * Paths come from outside: only fields of an issue may be named, so none leads to a prototype.
 */
import type { ZodType } from 'zod';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { brokenInvariant } from '../../core/file/issue-invariants.ts';
import {
  faultPhrase,
  formatId,
  ISSUE_LIMITS,
  importNote,
  imprintSchema,
  mastheadSchema,
  pageSchema,
  pictureSchema,
  publicationSchema,
  storySchema,
} from '../../core/file/issue-schema.ts';
import { applyPatches, type IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { InputError } from '../base/input-error.ts';

const LISTS = {
  stories: { schema: storySchema, most: ISSUE_LIMITS.stories },
  pages: { schema: pageSchema, most: ISSUE_LIMITS.pages },
  pictures: { schema: pictureSchema, most: ISSUE_LIMITS.pictures },
  importNotes: { schema: importNote, most: ISSUE_LIMITS.importNotes },
} as const;

const VALUES = {
  publication: publicationSchema,
  format: formatId,
  masthead: mastheadSchema,
  imprint: imprintSchema,
} as const;

type ListName = keyof typeof LISTS;
type ValueName = keyof typeof VALUES;

const isList = (root: string): root is ListName => Object.hasOwn(LISTS, root);
const isValue = (root: string): root is ValueName => Object.hasOwn(VALUES, root);

const refused = (why: string): InputError =>
  new InputError(`这一步修改没有记下：${why}，请撤销这一步后重做。`);

/** A field's name as the model has them: letters only, and none that every object has. */
const isField = (key: string): boolean =>
  /^[A-Za-z]{1,40}$/.test(key) && key !== 'constructor' && key !== 'prototype' && !(key in Object.prototype);

/** No list of an issue is longer than the longest text (core/file/issue-schema.ts). */
const isPlace = (key: number): boolean => Number.isInteger(key) && key >= 0 && key <= ISSUE_LIMITS.marks;

const checkPath = ({ path, op, value }: IssuePatch): string => {
  const [root] = path;
  if (typeof root !== 'string' || !(isList(root) || isValue(root))) throw refused('内容不是期里的');
  for (const key of path)
    if (typeof key === 'string' ? !isField(key) : !isPlace(key)) throw refused('位置不对');
  if (path.at(-1) === 'length' && (op !== 'replace' || typeof value !== 'number' || !isPlace(value)))
    throw refused('位置不对');
  return root;
};

/** Defaults are for old files: a message has every field, or the page's copy and this one would differ. */
const checkWhole = (schema: ZodType, value: unknown, at: readonly PropertyKey[]): void => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refused(faultPhrase(parsed.error, at));
  if (canonicalJson(parsed.data) !== canonicalJson(value)) throw refused(`${String(at[0])}缺少字段`);
};

/** The issue after the patches. Throws InputError, one sentence, and then nothing has changed. */
export const applyCheckedPatches = (issue: Issue, patches: readonly IssuePatch[]): Issue => {
  const next = applyShapedPatches(issue, patches);
  if (next === issue) return next;
  const broken = brokenInvariant(next);
  if (broken !== null && brokenInvariant(issue) === null) throw refused(broken);
  return next;
};

/** The same by shape alone: what a journal has, whatever it is, is work. */
export const applyShapedPatches = (issue: Issue, patches: readonly IssuePatch[]): Issue => {
  const roots = new Set(patches.map(checkPath));
  const next = applied(issue, patches);
  for (const root of roots) {
    if (isValue(root)) {
      if (next[root] !== issue[root]) checkWhole(VALUES[root], next[root], [root]);
    } else if (isList(root)) checkList(root, issue, next);
  }
  return next;
};

const checkList = (root: ListName, before: Issue, after: Issue): void => {
  const list: readonly unknown[] = after[root];
  const { schema, most } = LISTS[root];
  if (!Array.isArray(list) || list.length > most) throw refused(`超过上限${most}`);
  const known = new Set<unknown>(before[root]);
  for (let i = 0; i < list.length; i++) if (!known.has(list[i])) checkWhole(schema, list[i], [root, i]);
};

const applied = (issue: Issue, patches: readonly IssuePatch[]): Issue => {
  try {
    return applyPatches(issue, patches);
  } catch {
    throw refused('位置不存在');
  }
};
