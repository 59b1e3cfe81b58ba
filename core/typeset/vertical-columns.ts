/**
 * Problem: a vertical headline that one column does not hold is divided into columns as even as may be, by the same
 * sense as the lines of a horizontal one: no word split, no quotation or number torn.
 * Method: least sum of squared differences from the even height over the places where a column may end, with the
 * prices of headline-sense.ts on each.
 * Limits: a few columns of display text; the editor's own breaks (`\n`) always win. Pure.
 */
import type { FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import { HALF } from './cluster.ts';
import { HARM, type Place, priceAt, Sense, sensesAt } from './headline-sense.ts';
import { type VerticalCell, verticalCells } from './vertical-text.ts';

/** Columns that a headline may take. */
const MOST_COLUMNS = 3;
/** Cells of a text that is divided though no columns hold it. */
const MOST_CELLS = 200;
/** Price of a split word, in squares of the even height: as much as columns of 70 to 30 (headline-break.ts). */
const SPLIT_WORD = 2 * 0.4 ** 2;
/** Price of a column of one character, squared em: more than any other. */
const LONE = 1_000_000;

/** Text between hard breaks as cells, with what a break before each is to the sense. */
export interface VerticalLine {
  readonly cells: readonly VerticalCell[];
  readonly places: readonly Place[];
  readonly senses: readonly Sense[];
  /** Before each cell, from the line's start (one longer): heights with their blanks, em; characters, marks aside. */
  readonly before: readonly number[];
  readonly characters: readonly number[];
  /** Harm of a split word: none where no breaks are stored. */
  readonly harmOf: (sense: Sense) => number;
}

export const verticalLine = (
  text: string,
  start: number,
  stored: ReadonlySet<number>,
  face: FaceId,
  fonts: FontSet,
): VerticalLine => {
  const cells = verticalCells(text, face, fonts).map((cell) => ({
    ...cell,
    from: cell.from + start,
    to: cell.to + start,
  }));
  const places = cells.map(
    (cell, i): Place => ({ last: cells[i - 1]?.last ?? 0, first: cell.first, offset: cell.from }),
  );
  const before = [0];
  const characters = [0];
  cells.forEach((cell, i) => {
    before.push(before[i]! + cell.before + cell.height + cell.after);
    characters.push(characters[i]! + (cell.height > HALF ? cell.xs.length : 0));
  });
  return {
    cells,
    places,
    before,
    characters,
    senses: sensesAt(places, stored),
    harmOf: (sense) => (stored.size > 0 || sense === Sense.Torn ? HARM[sense]! : 0),
  };
};

export interface Columns {
  readonly columns: readonly (readonly VerticalCell[])[];
  /** What their ends do against the sense (headline-sense.ts). */
  readonly harm: number;
}

/** As few columns as hold the text, or more, as even as its breaks allow; the editor's own (`\n`) always win. */
export const inColumns = (lines: readonly VerticalLine[], measure: number, more: number): Columns => {
  const columns: (readonly VerticalCell[])[] = [];
  let harm = 0;
  for (const line of lines) {
    const ends = endsOf(line, measure, more);
    ends.forEach((end, i) => {
      columns.push(line.cells.slice(ends[i - 1] ?? 0, end));
      if (i < ends.length - 1) harm += line.harmOf(line.senses[end]!);
    });
  }
  return { columns, harm };
};

const endsOf = (line: VerticalLine, measure: number, more: number): readonly number[] => {
  if (line.cells.length === 0) return [];
  for (let count = 1; count <= MOST_COLUMNS; count++) {
    const ends = divide(line, count, measure);
    if (ends === null) continue;
    /* What stands in one column needs no second one. */
    if (count === 1 || more === 0 || count + more > MOST_COLUMNS) return ends;
    return divide(line, count + more, measure) ?? ends;
  }
  /* It overflows; one of many times the length is not worth the search. */
  for (let count = MOST_COLUMNS; count > 1 && line.cells.length <= MOST_CELLS; count--) {
    const ends = divide(line, count, Number.POSITIVE_INFINITY);
    if (ends) return ends;
  }
  return [line.cells.length];
};

/** Ends of `count` columns of at most `measure` em: least squares of unevenness and prices; null where none fit. */
const divide = (
  { cells, places, senses, before, characters }: VerticalLine,
  count: number,
  measure: number,
): readonly number[] | null => {
  const n = cells.length;
  const heightOf = (from: number, to: number) =>
    before[to]! - before[from]! - cells[from]!.before - cells[to - 1]!.after;
  const even = heightOf(0, n) / count;
  let best: { readonly total: number; readonly ends: readonly number[] }[] = [{ total: 0, ends: [] }];
  for (let column = 1; column <= count; column++) {
    const next: typeof best = [];
    best.forEach(({ total, ends }, from) => {
      for (let to = from + 1; to <= n; to++) {
        const height = heightOf(from, to);
        if (height > measure + 1e-9) break;
        if (to < n ? column === count || !cells[to - 1]!.breakAfter : column < count) continue;
        const price = to < n ? priceAt(places[to]!, senses[to]!, even, SPLIT_WORD) : 0;
        const lone = n > 1 && characters[to]! - characters[from]! < 2 ? LONE : 0;
        const sum = total + (height - even) ** 2 + price + lone;
        if (sum < (next[to]?.total ?? Number.POSITIVE_INFINITY))
          next[to] = { total: sum, ends: [...ends, to] };
      }
    });
    best = next;
  }
  return best[n]?.ends ?? null;
};
