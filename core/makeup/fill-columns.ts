/**
 * Problem: a galley goes into the columns of a frame, balanced to within a line, and no paragraph's last line
 * opens a column, none's first line closes one, where the fill allows.
 * Method: each column may be left short by a line or two when there is room to spare; the cheapest way over all
 * columns is found by dynamic programming over the slots given up so far.
 * Limits: one measure; columns of unequal measure are poured one after another (pour-story.ts).
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
  /** Columns that open with a paragraph's last line or close with its first. */
  readonly stranded: number;
}

/** Slots that a column may give up beyond its even share. */
const MOST_SHORT = 4;
const WIDOW = 30;
const ORPHAN = 20;
const TORN = 200;
/** Price of a slot left free in another column than the last ones: keeps columns even. */
const UNEVEN = 3;

const isWidow = (line: GalleyLine | undefined): boolean => line?.last === true && !line.first;
const isOrphan = (line: GalleyLine | undefined): boolean => line?.first === true && !line.last;

const tears = (lines: readonly GalleyLine[], at: number): boolean =>
  lines[at - 1]?.keepWithNext === true ||
  lines[at]?.keepWithPrevious === true ||
  lines[at]?.withinItem === true;

/** What it costs to begin a column with line `at` of the galley. */
export const breakPrice = (lines: readonly GalleyLine[], at: number, widowControl: boolean): number => {
  if (at <= 0 || at >= lines.length) return 0;
  return (
    (widowControl && isWidow(lines[at]) ? WIDOW : 0) +
    (widowControl && isOrphan(lines[at - 1]) ? ORPHAN : 0) +
    (tears(lines, at) ? TORN : 0)
  );
};

/** Fills columns with the galley from line `start` on. */
export const fillColumns = (
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
  /** False where paragraphs may break anywhere: only what belongs together is kept so. */
  widowControl = true,
): Filled => {
  const wanted = lines.length - start;
  let room = 0;
  for (const slots of columns) room += slots.length;
  /* What goes on elsewhere may leave its last lines behind to break well: a subhead goes with what it heads. */
  const counts =
    wanted >= room
      ? fillFull(lines, start, columns, room, widowControl)
      : fillEven(lines, start, columns, room - wanted, widowControl);
  return report(lines, start, columns, counts, widowControl);
};

const report = (
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
  counts: readonly number[],
  widowControl: boolean,
): Filled => {
  let at = start;
  let torn = 0;
  let stranded = 0;
  let free = 0;
  counts.forEach((count, c) => {
    at += count;
    free += columns[c]!.length - count;
    if (count === 0 || at >= lines.length) return;
    /* Where the story goes on elsewhere the last column's end is a break like the others. */
    if (tears(lines, at)) torn++;
    if (widowControl && (isWidow(lines[at]) || isOrphan(lines[at - 1]))) stranded++;
  });
  return { counts, overset: lines.length - at, free, torn, stranded };
};

/** Lines that a full column gives up at the most, so that the one after it opens well. */
const MOST_LEFT = 2;

/** All slots of the columns, but for a line or two at the end that break better on the other side. */
const fillFull = (
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
  room: number,
  widowControl: boolean,
): readonly number[] => {
  if (lines.length - start === room) return columns.map((slots) => slots.length);
  let best: readonly number[] = [];
  let cheapest = Number.POSITIVE_INFINITY;
  for (let left = 0; left <= Math.min(MOST_LEFT, room); left++) {
    /* The line before the first is looked at too; those before that are many and say nothing. */
    const first = Math.max(0, start - 1);
    const part = lines.slice(first, start + room - left);
    const counts = fillEven(part, start - first, columns, left, widowControl);
    let at = start;
    let price = left * UNEVEN;
    for (const count of counts) {
      at += count;
      price += breakPrice(lines, at, widowControl);
    }
    if (price < cheapest) {
      cheapest = price;
      best = counts;
    }
  }
  return best;
};

/** `spare` slots are given up, as evenly as good breaks allow. */
const fillEven = (
  lines: readonly GalleyLine[],
  start: number,
  columns: readonly ColumnSlots[],
  spare: number,
  widowControl: boolean,
): readonly number[] => {
  const k = columns.length;
  if (spare === 0) return columns.map((slots) => slots.length);
  const share = Math.floor(spare / k);
  const more = k - (spare % k);
  const most = share + MOST_SHORT;
  const states = spare + 1;
  /* price[used]: the cheapest way to have given up so many slots in the columns so far. */
  let price = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  price[0] = 0;
  const given: Int16Array[] = [];
  let before = 0;
  for (let c = 0; c < k; c++) {
    const next = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
    const choice = new Int16Array(states);
    /* The last columns give one slot more. */
    const even = share + (c >= more ? 1 : 0);
    const length = columns[c]!.length;
    for (let used = 0; used < states; used++) {
      if (price[used] === Number.POSITIVE_INFINITY) continue;
      const atHead = price[used]! + (c === 0 ? 0 : breakPrice(lines, start + before - used, widowControl));
      const last = Math.min(most, spare - used, length);
      for (let give = 0; give <= last; give++) {
        const total = atHead + UNEVEN * (give - even) ** 2;
        if (total < next[used + give]!) {
          next[used + give] = total;
          choice[used + give] = give;
        }
      }
    }
    before += length;
    price = next;
    given.push(choice);
  }
  /* Short columns can make the wanted number unreachable: then the last columns give what they can. */
  if (price[spare] === Number.POSITIVE_INFINITY) return shortened(columns, spare);
  const counts: number[] = new Array(k);
  let used = spare;
  for (let c = k - 1; c >= 0; c--) {
    const give = given[c]![used]!;
    counts[c] = columns[c]!.length - give;
    used -= give;
  }
  return counts;
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
