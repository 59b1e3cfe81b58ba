/**
 * Problem: a galley goes into the columns of a frame, balanced to within a line, and no paragraph's last line
 * opens a column, none's first line closes one, where the fill allows.
 * Method: each column may be left short by a line or two when there is room to spare; the cheapest way over all
 * columns is found by dynamic programming. Without room to spare the columns are simply filled.
 */
import type { GalleyLine } from '../typeset/galley.ts';

/** Free line slots of one text column, top to bottom, as body lines counted from the frame's body. */
export type ColumnSlots = readonly number[];

export interface Filled {
  /** For each column how many galley lines it takes, from its first slot on. */
  readonly counts: readonly number[];
  /** Galley lines that did not fit. */
  readonly overset: number;
  /** Slots left free. */
  readonly free: number;
  /** Breaks that tear an item, a byline or a subhead from its own. */
  readonly torn: number;
}

/** Slots that a column may give up beyond its even share. */
const MOST_SHORT = 4;
const WIDOW = 30;
const ORPHAN = 20;
const STRANDED = 200;
/** Price of a slot left free in another column than the last ones: keeps columns even. */
const UNEVEN = 3;

/** What it costs to begin a column with line `at` of the galley. */
const breakPrice = (lines: readonly GalleyLine[], at: number): number => {
  const below = lines[at];
  const above = lines[at - 1];
  if (!below || !above) return 0;
  let price = 0;
  if (below.last && !below.first) price += WIDOW;
  if (above.first && !above.last) price += ORPHAN;
  if (tears(lines, at)) price += STRANDED;
  return price;
};

const tears = (lines: readonly GalleyLine[], at: number): boolean =>
  lines[at - 1]?.keepWithNext === true ||
  lines[at]?.keepWithPrevious === true ||
  lines[at]?.withinItem === true;

const countTorn = (lines: readonly GalleyLine[], start: number, counts: readonly number[]): number => {
  let at = start;
  let torn = 0;
  for (const count of counts.slice(0, -1)) {
    at += count;
    if (at > start && at < lines.length && tears(lines, at)) torn++;
  }
  return torn;
};

/** All slots of the columns but the last `left`. */
const shortened = (columns: readonly ColumnSlots[], left: number): readonly number[] => {
  const counts = columns.map((slots) => slots.length);
  let rest = left;
  for (let c = counts.length - 1; c >= 0 && rest > 0; c--) {
    const taken = Math.min(rest, counts[c]!);
    counts[c]! -= taken;
    rest -= taken;
  }
  return counts;
};

/** Fills columns with the galley from line `start` on. */
export const fillColumns = (
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
): Filled => {
  const wanted = lines.length - start;
  const room = columns.reduce((sum, slots) => sum + slots.length, 0);
  if (wanted >= room) {
    /* A subhead that the rest of the story leaves behind goes on with it. */
    let left = 0;
    while (wanted > room - left && left < room && lines[start + room - left - 1]?.keepWithNext) left++;
    const counts = shortened(columns, left);
    return { counts, overset: wanted - room + left, free: left, torn: countTorn(lines, start, counts) };
  }
  const spare = room - wanted;
  const k = columns.length;
  /* Even shares of the spare slots, the last columns giving one more. */
  const even = columns.map((_, c) => Math.floor(spare / k) + (c >= k - (spare % k) ? 1 : 0));
  const most = Math.floor(spare / k) + MOST_SHORT;
  /* cost[left] after the columns so far, where `left` spare slots are still to be given. */
  let cost = new Map<number, { price: number; given: readonly number[] }>([[0, { price: 0, given: [] }]]);
  let before = 0;
  for (let c = 0; c < k; c++) {
    const next = new Map<number, { price: number; given: readonly number[] }>();
    for (const [used, state] of cost) {
      const first = start + before - used;
      const atHead = c === 0 ? 0 : breakPrice(lines, first);
      for (let give = 0; give <= Math.min(most, spare - used, columns[c]!.length); give++) {
        const price = state.price + atHead + UNEVEN * (give - even[c]!) ** 2;
        const known = next.get(used + give);
        if (!known || price < known.price) next.set(used + give, { price, given: [...state.given, give] });
      }
    }
    before += columns[c]!.length;
    cost = next;
  }
  const given = cost.get(spare)?.given ?? even;
  const counts = columns.map((slots, c) => Math.max(0, slots.length - given[c]!));
  const placed = counts.reduce((sum, n) => sum + n, 0);
  return {
    counts,
    overset: Math.max(0, wanted - placed),
    free: spare,
    torn: countTorn(lines, start, counts),
  };
};
