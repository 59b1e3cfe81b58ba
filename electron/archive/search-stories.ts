/**
 * Full-text search over the stories of the archive, by relevance (BM25, a headline weighs eight times the text), then
 * by date. A word of more than a hundred hits says little of any of them: such are counted no further, and come with
 * the word in the headline first, the newest at the top. So a query costs what it finds, not what the archive
 * holds. Text for the excerpts is kept in the index, for a third of its size: a page of hits would else open twenty
 * issue files.
 */
import type { SearchFilters, SearchHit, SearchResult } from '../../core/contract/archive-channels.ts';
import type { StoryKind } from '../../core/issue/issue.ts';
import { excerptOf, matchesIn } from './excerpt.ts';
import { parseQuery } from './han-bigrams.ts';
import type { IndexDatabase, Row } from './index-database.ts';
import { facet, firstStoryId, lastStoryId } from './index-issues.ts';

export const HITS_A_PAGE = 20;
const MOST_COUNTED = 100;

interface Asked {
  readonly where: string;
  readonly values: readonly (string | number)[];
  /** Facets for MATCH. */
  readonly facets: readonly string[];
  /** A facet that is not to be had; null for none. */
  readonly not: string | null;
}

/** Stories' ids begin with their date (index-issues.ts), so that a span of dates is a span of ids. */
const idRange = ({ year, from, to }: SearchFilters): readonly [number, number] => {
  const first = [from, year ? `${year}-01-01` : null]
    .filter((d) => typeof d === 'string')
    .sort()
    .at(-1);
  const last = [to, year ? `${year}-12-31` : null].filter((d) => typeof d === 'string').sort()[0];
  return [first ? firstStoryId(first) : 0, last ? lastStoryId(last) : Number.MAX_SAFE_INTEGER];
};

/** `person`, `not`: facets that the stories must have, and must not have, beside those of the filters. */
const askedOf = (filters: SearchFilters, person: string | null, not: string | null = null): Asked => {
  const facets = (['publication', 'kind', 'columnName'] as const).flatMap((kind) => {
    const value = filters[kind];
    return value ? [`"${facet(kind, value)}"`] : [];
  });
  const [first, last] = idRange(filters);
  return {
    where: 'rowid BETWEEN ? AND ?',
    values: [first, last],
    facets: person === null ? facets : [...facets, person],
    not,
  };
};

const hasFilter = (filters: SearchFilters): boolean => Object.values(filters).some((value) => Boolean(value));

/** `page` from 1. An empty query with a filter lists what the filter leaves, the newest first. */
export const searchStories = (
  db: IndexDatabase,
  asked: string,
  filters: SearchFilters = {},
  page = 1,
): SearchResult => {
  const query = parseQuery(asked);
  const offset = (page - 1) * HITS_A_PAGE;
  if (query === null && (asked.trim() !== '' || !hasFilter(filters)))
    return { total: 0, more: false, hits: [] };
  const words = query?.matches ?? [];
  const person = filters.person ? personAsked(filters.person) : null;
  const theirs = person === null ? null : `"${facet('person', person.name)}"`;
  const own = new Asking(db, askedOf(filters, theirs), words);
  const counted = own.count();
  const ids = counted <= offset && counted <= MOST_COUNTED ? [] : own.ids(offset, counted > MOST_COUNTED);
  const phrases = [...(query?.phrases ?? []), ...(person?.phrases ?? [])];
  const hits = ids.map((id) => hitOf(db, id, phrases, person !== null && isSignedBy(db, id, person.name)));
  if (person === null || person.match === null)
    return { total: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED, hits };
  // Behind those that the person signed or whose page the person edited come those that only name the person.
  const naming = new Asking(db, askedOf(filters, null, theirs), [...words, person.match]);
  const named = naming.count();
  const before = ids.length > 0 && ids.length < HITS_A_PAGE ? offset + ids.length : own.all();
  const left = HITS_A_PAGE - ids.length;
  const more =
    left === 0 ? [] : naming.ids(Math.max(0, offset - before), named > MOST_COUNTED).slice(0, left);
  return {
    total: Math.min(counted + named, MOST_COUNTED),
    more: counted + named > MOST_COUNTED,
    hits: [...hits, ...more.map((id) => hitOf(db, id, phrases, false))],
  };
};

/** A name as it is asked for: as bylines are kept, and as a phrase of the text. */
const personAsked = (asked: string) => {
  const name = asked.replace(/[\s\u3000]+/g, '');
  const query = parseQuery(name);
  return { name, match: query?.matches[0] ?? null, phrases: query?.phrases.slice(0, 1) ?? [] };
};

/** The tables of words: whole stories, and their headlines alone, which a common word is looked up in first. */
type Words = 'texts' | 'heads';

class Asking {
  private readonly words: string;

  constructor(
    private readonly db: IndexDatabase,
    private readonly asked: Asked,
    private readonly matches: readonly string[],
  ) {
    this.words = matches.join(' AND ');
  }

  /** As many as there are, or one more than are counted. */
  count(table: Words = 'texts'): number {
    const [source, values] = this.source(table);
    const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${source} LIMIT ${MOST_COUNTED + 1})`;
    return Number(this.db.get(sql, values)?.n ?? 0);
  }

  ids(offset: number, more: boolean): readonly number[] {
    if (this.matches.length === 0) return this.read('texts', 'rowid DESC', offset, HITS_A_PAGE);
    if (!more && !this.hasBroadPhrase())
      return this.read('texts', 'bm25(texts, 8.0, 1.0, 0.0), rowid DESC', offset, HITS_A_PAGE);
    const first = this.read('heads', 'rowid DESC', offset, HITS_A_PAGE);
    const left = HITS_A_PAGE - first.length;
    if (left === 0) return first;
    // Those with the words in the headline end on this page, or have ended before it.
    const before = first.length > 0 ? offset + first.length : this.all('heads');
    return [...first, ...this.read('texts', 'rowid DESC', Math.max(0, offset - before), left, true)];
  }

  /** All of them, however many. */
  all(table: Words = 'texts'): number {
    const [source, values] = this.source(table);
    return Number(this.db.get(`SELECT count(*) AS n FROM ${source}`, values)?.n ?? 0);
  }

  /** BM25 goes over all that each phrase has in the whole archive. */
  private hasBroadPhrase(): boolean {
    if (this.matches.length === 1 && this.asked.facets.length === 0) return false;
    const counted = `SELECT count(*) AS n FROM
      (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT ${MOST_COUNTED + 1})`;
    return this.matches.some((match) => Number(this.db.get(counted, [match])?.n ?? 0) > MOST_COUNTED);
  }

  /** `besideHeads`: only stories that have not all the words in their headline. */
  private read(
    table: Words,
    order: string,
    offset: number,
    most: number,
    besideHeads = false,
  ): readonly number[] {
    const [source, values] = this.source(table);
    const [heads, headValues] = this.source('heads');
    const beside = besideHeads ? ` AND rowid NOT IN (SELECT rowid FROM ${heads})` : '';
    const sql = `SELECT rowid AS id FROM ${source}${beside} ORDER BY ${order} LIMIT ? OFFSET ?`;
    const all = besideHeads ? [...values, ...headValues] : values;
    return this.db.all(sql, [...all, most, offset]).map((row) => Number(row.id));
  }

  private source(table: Words): readonly [string, readonly (string | number)[]] {
    const { facets, where, values, not } = this.asked;
    const wanted = [...facets, ...(this.words === '' ? [] : [`(${this.words})`])].join(' AND ');
    const match = not === null ? wanted : `(${wanted}) NOT ${not}`;
    return match === ''
      ? [`stories WHERE ${where}`, values]
      : [`${table} WHERE ${table} MATCH ? AND ${where}`, [match, ...values]];
  }
}

/** Signed, or made the picture: who only edited the page did neither. */
const isSignedBy = (db: IndexDatabase, id: number, name: string): boolean =>
  db.get('SELECT 1 AS n FROM heads WHERE heads MATCH ? AND rowid = ?', [`"${facet('signer', name)}"`, id]) !==
  null;

const hitOf = (db: IndexDatabase, id: number, phrases: readonly RegExp[], isSigned: boolean): SearchHit => {
  const row = db.get(
    `SELECT i.file, i.publication_name, i.date, i.number, i.total_number, s.story, s.kind, s.page, s.heading, s.text
      FROM stories s JOIN issues i ON i.id = s.issue WHERE s.id = ?`,
    [id],
  )!;
  const nullable = (value: Row[string] | undefined): number | null =>
    value === null || value === undefined ? null : Number(value);
  const headline = String(row.heading).replace(/\n/g, ' ');
  return {
    file: String(row.file),
    publicationName: String(row.publication_name ?? ''),
    date: row.date === null ? null : String(row.date),
    number: nullable(row.number),
    totalNumber: nullable(row.total_number),
    story: String(row.story),
    kind: String(row.kind) as StoryKind,
    page: nullable(row.page),
    headline,
    headlineMatches: matchesIn(headline, phrases),
    isSigned,
    excerpt: excerptOf(String(row.text), phrases),
  };
};
