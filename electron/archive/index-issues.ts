/** The issues in the index: what is kept of each file, put in and taken out whole. */
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import { issueEntry } from '../../core/file/archive-entry.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { indexTokens } from './han-bigrams.ts';
import type { IndexDatabase, Row } from './index-database.ts';

/** A file as the folder shows it. */
export interface FileState {
  /** Relative to the archive folder, with `/`. */
  readonly file: string;
  readonly size: number;
  readonly mtime: number;
}

export interface IndexedFile extends FileState {
  readonly id: number;
  readonly digest: string;
  readonly fault: string | null;
}

const text = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: Row[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;
const count = (value: Row[string] | undefined): number => Number(value ?? 0);
const countOrNull = (value: Row[string] | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);
/** Names hold no line ends (core/file/issue-schema.ts). */
const listed = (value: Row[string] | undefined): readonly string[] =>
  text(value) === '' ? [] : text(value).split('\n');

export const indexedFiles = (db: IndexDatabase): ReadonlyMap<string, IndexedFile> =>
  new Map(
    db.all('SELECT id, file, size, mtime, digest, fault FROM issues').map((row) => [
      text(row.file),
      {
        id: count(row.id),
        file: text(row.file),
        size: count(row.size),
        mtime: count(row.mtime),
        digest: text(row.digest),
        fault: textOrNull(row.fault),
      },
    ]),
  );

/** All issues, the newest first; those without a date last. */
export const indexedIssues = (db: IndexDatabase): readonly IndexedIssue[] =>
  db
    .all(
      `SELECT file, digest, fault, publication, publication_name, date, number, total_number, pages, stories,
        column_names, people FROM issues ORDER BY date IS NULL, date DESC, total_number DESC, file`,
    )
    .map((row) => ({
      file: text(row.file),
      digest: text(row.digest),
      fault: textOrNull(row.fault),
      publication: textOrNull(row.publication),
      publicationName: textOrNull(row.publication_name),
      date: textOrNull(row.date),
      number: countOrNull(row.number),
      totalNumber: countOrNull(row.total_number),
      pages: count(row.pages),
      stories: count(row.stories),
      columnNames: listed(row.column_names),
      people: listed(row.people),
    }));

/** Takes an issue out with all that is kept of it but its thumbnail, which goes by content. */
export const removeIssue = (db: IndexDatabase, id: number): void => {
  for (const row of db.all('SELECT id FROM stories WHERE issue = ?', [id])) {
    db.run('DELETE FROM heads WHERE rowid = ?', [count(row.id)]);
    db.run('DELETE FROM texts WHERE rowid = ?', [count(row.id)]);
  }
  db.run('DELETE FROM stories WHERE issue = ?', [id]);
  db.run('DELETE FROM issues WHERE id = ?', [id]);
};

/** Stories of one day; more than a thousand issues have. */
const A_DAY = 100_000;

/** The least id of a story of that date, and the greatest. Ids are dates, so that to go by id is to go by date. */
export const firstStoryId = (date: string): number => Number(date.replaceAll('-', '')) * A_DAY;
export const lastStoryId = (date: string): number => firstStoryId(date) + A_DAY - 1;

/** The id of the next issue's first story on that date; ids go down, so that the newest date's first story is first. */
const freeStoryId = (db: IndexDatabase, date: string | null): number => {
  const first = date === null ? 0 : firstStoryId(date);
  const least = db.get('SELECT min(id) AS least FROM stories WHERE id BETWEEN ? AND ?', [
    first,
    first + A_DAY - 1,
  ])?.least;
  return least === null || least === undefined ? first + A_DAY - 1 : Number(least) - 1;
};

/** What a search may be narrowed by, as tokens: the index then intersects them with the words itself. */
const FACETS = { publication: 'u', kind: 'k', person: 'p', signer: 's', columnName: 'c' } as const;
export type Facet = keyof typeof FACETS;

/**
 * One token, with a § that no token of text has. FTS5 parts tokens at whatever of ASCII is neither letter nor digit, so
 * such stand by their number.
 */
export const facet = (kind: Facet, value: string): string =>
  `${FACETS[kind]}§${value.replace(/[^A-Za-z0-9\u0080-\uffff]/g, (mark) => `§${mark.charCodeAt(0)}`)}`;

const INSERT_ISSUE = `INSERT INTO issues (file, size, mtime, digest, fault, publication, publication_name, date,
  number, total_number, pages, stories, column_names, people) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** A file that does not open: listed with its sentence. */
export const putFault = (db: IndexDatabase, state: FileState, fault: string): void => {
  const facts = [null, null, null, null, null, 0, 0, '', ''];
  db.run(INSERT_ISSUE, [state.file, state.size, state.mtime, '', fault, ...facts]);
};

export const putIssue = (db: IndexDatabase, state: FileState, digest: string, issue: Issue): void => {
  const entry = issueEntry(issue);
  const id = db.run(INSERT_ISSUE, [
    state.file,
    state.size,
    state.mtime,
    digest,
    null,
    entry.publication,
    entry.publicationName,
    entry.date,
    entry.number,
    entry.totalNumber,
    entry.pages,
    entry.stories.length,
    entry.columnNames.join('\n'),
    entry.people.join('\n'),
  ]);
  const first = freeStoryId(db, entry.date);
  for (const [index, story] of entry.stories.entries()) {
    const row = first - index;
    db.run('INSERT INTO stories (id, issue, story, kind, page, heading, text) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      row,
      id,
      story.id,
      story.kind,
      story.page,
      story.heading,
      story.text,
    ]);
    const heading = indexTokens(story.heading);
    const facets = [
      facet('publication', entry.publication),
      facet('kind', story.kind),
      ...story.people.map((name) => facet('person', name)),
      ...story.signers.map((name) => facet('signer', name)),
      ...story.columnNames.map((name) => facet('columnName', name)),
    ].join(' ');
    db.run('INSERT INTO heads (rowid, heading, facets) VALUES (?, ?, ?)', [row, heading, facets]);
    db.run('INSERT INTO texts (rowid, heading, body, facets) VALUES (?, ?, ?, ?)', [
      row,
      heading,
      indexTokens(story.text),
      facets,
    ]);
  }
};

/** The file was touched or renamed; its content is what it was. */
export const touchIssue = (db: IndexDatabase, id: number, state: FileState): void => {
  db.run('UPDATE issues SET file = ?, size = ?, mtime = ? WHERE id = ?', [
    state.file,
    state.size,
    state.mtime,
    id,
  ]);
};
