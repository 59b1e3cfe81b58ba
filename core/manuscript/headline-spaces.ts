/**
 * Problem: normalisation takes out the space between Han and a digit, and in a headline that space may be all that
 * parts two clauses (开考 3156名考生参加).
 * Method: a line shows only later that it is a kicker, headline or deck, so it is normalised as any other, and where
 * it becomes one the spaces that go back are put back as U+3000: any wider than one, and those with a clause on
 * either side. The entry in the ledger is changed with them, so that the report says what stands.
 * Limits: a clause is known by its length, in Han and digits; no grammar.
 */
import { countCharacters, isHan } from './character-kinds.ts';
import type { PlacedChange, TracedText } from './traced-text.ts';

/** Characters of the shortest clause, and how many of them are Han: a year or a name of an app is none. */
const SHORTEST_CLAUSE = 4;
const FEWEST_HAN = 2;
const CLAUSE_EDGE = /[\s，、；：。？！,;:?!]/;

/** `text` as a kicker, headline or deck has it. Changes its ledger entries: to be called once it is known for one. */
export const withClauseSpaces = (text: TracedText): TracedText => {
  const taken = text.changes.filter(({ entry }) => entry.rule === 'han-latin-space' && entry.after === '');
  if (taken.length === 0) return text;
  const edges = [0, ...taken.map(({ at }) => at), text.text.length];
  const kept = new Set(
    taken.filter(
      ({ entry, at }, i) =>
        at > 0 &&
        at < text.text.length &&
        (entry.before.length > 1 ||
          (isClause(lastPart(text.text.slice(edges[i], at))) &&
            isClause(firstPart(text.text.slice(at, edges[i + 2]))))),
    ),
  );
  if (kept.size === 0) return text;
  const pieces: string[] = [];
  const changes: PlacedChange[] = [];
  let from = 0;
  let inserted = 0;
  for (const change of text.changes) {
    const at = change.at + inserted;
    if (!kept.has(change)) {
      changes.push({ ...change, at });
      continue;
    }
    const { entry } = change;
    entry.after = '\u3000';
    entry.rule = 'headline-space';
    pieces.push(text.text.slice(from, change.at), entry.after);
    changes.push({ entry, at, length: entry.after.length });
    from = change.at;
    inserted += entry.after.length;
  }
  pieces.push(text.text.slice(from));
  return { text: pieces.join(''), changes };
};

const isClause = (part: string): boolean =>
  countCharacters(part) >= SHORTEST_CLAUSE && [...part].filter((c) => isHan(c)).length >= FEWEST_HAN;

const lastPart = (text: string): string => text.split(CLAUSE_EDGE).at(-1) ?? '';
const firstPart = (text: string): string => text.split(CLAUSE_EDGE)[0] ?? '';
