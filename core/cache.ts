/**
 * Problem: an edit costs what its paragraph costs only where everything else is known from before; and what is known
 * must never be used where anything that it was made from has changed.
 * Method: one `Cache` holds all that is kept, a weak map for each family of results. A family is a name without
 * state, declared beside the function that it serves; `kept` is the one place that decides whether a result still
 * holds. Weak: what the issue no longer holds is forgotten. Work with a new cache gives the same results: the tests
 * hold the two against each other, with an edit for every value that a result is kept by.
 * Limits: one result for a key, the last one. Values are compared by identity, so they must be immutable. A cache
 * serves one set of fonts (typeset/typesetting.ts): fonts are no part of what results are kept by.
 */

/** What a result was made from besides its key. */
type Values = readonly unknown[];

/** For results that follow from their key alone. */
export const KEY_ALONE: Values = [];

/** What is kept of one kind: for each `K` a `V`. */
export interface Family<K extends object, V> {
  readonly name: string;
  /** Its place in every cache: a list's element is found faster than a map's. */
  readonly at: number;
  /** Never set: it ties the types to the family. */
  readonly types?: (key: K) => V;
}

let families = 0;

export const family = <K extends object, V>(name: string): Family<K, V> => ({ name, at: families++ });

interface Kept<V> {
  readonly from: Values;
  readonly value: V;
}

type Store<K extends object, V> = WeakMap<K, Kept<V>>;

export class Cache {
  private readonly stores: Store<object, unknown>[];

  constructor() {
    this.stores = Array.from({ length: families }, () => new WeakMap());
  }

  /** All that is kept of a family. One that is declared in a file loaded later gets its store when it is asked for. */
  of<K extends object, V>({ at }: Family<K, V>): Store<K, V> {
    while (at >= this.stores.length) this.stores.push(new WeakMap());
    return this.stores[at] as Store<K, V>;
  }
}

/** True where both lists hold the same values in the same order. */
const sameValues = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** True where the result for `key` is at hand. */
export const isKept = <K extends object, V>(
  cache: Cache,
  of: Family<K, V>,
  key: K,
  from: Values,
): boolean => {
  const known = cache.of(of).get(key);
  return known !== undefined && sameValues(known.from, from);
};

/** The result for `key` as it was made last, where it was made from the same; else made anew. */
export const kept = <K extends object, V>(
  cache: Cache,
  of: Family<K, V>,
  key: K,
  from: Values,
  make: () => V,
): V => {
  const store = cache.of(of);
  const known = store.get(key);
  if (known !== undefined && sameValues(known.from, from)) return known.value;
  const value = make();
  store.set(key, { from, value });
  return value;
};

/**
 * A result made with the one before it at hand: of a list of a hundred lines most stay, and a map's entry for each of
 * them would cost more than the line. `make` itself sees to it that it takes only what it would make the same.
 */
export const remade = <K extends object, V>(
  cache: Cache,
  of: Family<K, V>,
  key: K,
  make: (before: V | null) => V,
): V => {
  const store = cache.of(of);
  const value = make(store.get(key)?.value ?? null);
  store.set(key, { from: KEY_ALONE, value });
  return value;
};
