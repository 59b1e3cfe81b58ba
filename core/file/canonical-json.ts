/**
 * JSON in one form: keys in code unit order, no spaces, every value as JSON.stringify writes it. Equal values give
 * equal bytes, whatever order their keys were made in, so bytes and hashes can be compared. Pure.
 */

/** Throws on what JSON does not have: undefined, functions, NaN, infinities, and on objects that hold themselves. */
export const canonicalJson = (value: unknown): string => write(value, 0);

/** Deeper than any issue; a loop among the objects runs into it. */
const DEEPEST = 200;

const write = (value: unknown, depth: number): string => {
  if (depth > DEEPEST) throw new Error('too deep for JSON: a value that holds itself?');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a JSON number: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((entry) => write(entry, depth + 1)).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${write(entry, depth + 1)}`).join(',')}}`;
  }
  throw new Error(`not a JSON value: ${typeof value}`);
};
