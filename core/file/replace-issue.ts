/**
 * One issue put in the place of another by a single edit, so that it can be undone: a version that is restored, two
 * people's copies made one. Only the fields of the issue that differ are replaced, whole; stories, pages and pictures
 * that are the same keep their very values, which the layout's caches go by. Pure.
 */
import type { EditedIssue, IssuePatch } from '../issue/edit.ts';
import type { Issue } from '../issue/issue.ts';
import { canonicalJson } from './canonical-json.ts';

const FIELDS = [
  'publication',
  'format',
  'masthead',
  'imprint',
  'stories',
  'pages',
  'pictures',
  'importNotes',
] as const satisfies readonly (keyof Issue)[];

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** The list with the values of `known` where it has their equals. */
const withKnown = <T>(list: readonly T[], known: readonly T[]): readonly T[] => {
  const values = new Map(known.map((value) => [canonicalJson(value), value]));
  return list.map((value) => values.get(canonicalJson(value)) ?? value);
};

/** The edit after which the issue is `other`; without patches where it is already. */
export const replaceIssue = (issue: Issue, other: Issue, name: string): EditedIssue => {
  const next: Issue = {
    ...other,
    stories: withKnown(other.stories, issue.stories),
    pages: withKnown(other.pages, issue.pages),
    pictures: withKnown(other.pictures, issue.pictures),
  };
  const changed = FIELDS.filter((field) => !isSame(issue[field], next[field]));
  const puts = (from: Issue): readonly IssuePatch[] =>
    changed.map((field) => ({ op: 'replace', path: [field], value: from[field] }));
  const replaced = Object.fromEntries(changed.map((field) => [field, next[field]]));
  return {
    issue: changed.length === 0 ? issue : { ...issue, ...replaced },
    patches: puts(next),
    inverse: puts(issue),
    name,
  };
};
