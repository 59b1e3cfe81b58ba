/** What the filters leave of the issues, and what there is to choose from in them. Pure. */
import type { IndexedIssue, SearchFilters } from '../../core/contract/archive-channels.ts';

/** Every filter named: null for not narrowed. */
export type Filters = { readonly [F in keyof SearchFilters]-?: NonNullable<SearchFilters[F]> | null };

export const NO_FILTERS: Filters = {
  publication: null,
  year: null,
  from: null,
  to: null,
  person: null,
  columnName: null,
  kind: null,
};

/** Year and kind apart: the years have a column of their own. */
export const filterCount = ({ year: _, ...filters }: Filters): number =>
  Object.values(filters).filter((value) => value !== null).length;

/** Kinds and people are the stories': they narrow a search, not the issues. */
export const leftBy = (issues: readonly IndexedIssue[], filters: Filters): readonly IndexedIssue[] => {
  const { publication, year, from, to, columnName } = filters;
  return issues.filter(
    (issue) =>
      (publication === null || issue.publication === publication) &&
      (year === null || yearOf(issue) === year) &&
      (from === null || (issue.date !== null && issue.date >= from)) &&
      (to === null || (issue.date !== null && issue.date <= to)) &&
      (columnName === null || issue.columnNames.includes(columnName)),
  );
};

export const yearOf = ({ date }: Pick<IndexedIssue, 'date'>): number | null =>
  date === null ? null : Number(date.slice(0, 4));

export interface FilterChoices {
  readonly publications: readonly (readonly [id: string, name: string])[];
  readonly people: readonly string[];
  readonly columnNames: readonly string[];
}

/** A longer list of proposals helps nobody. */
const MOST_PEOPLE = 2_000;

/** The most frequent first. */
export const filterChoices = (issues: readonly IndexedIssue[]): FilterChoices => {
  const publications = new Map<string, string>();
  for (const { publication, publicationName } of issues)
    if (publication !== null) publications.set(publication, publicationName ?? publication);
  return {
    publications: [...publications],
    people: byFrequency(issues.flatMap(({ people }) => people)).slice(0, MOST_PEOPLE),
    columnNames: byFrequency(issues.flatMap(({ columnNames }) => columnNames)),
  };
};

const byFrequency = (words: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
};
