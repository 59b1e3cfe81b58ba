/**
 * Problem: a story's galley goes into one frame's columns, from where the last frame left it.
 * Method: columns of one measure are filled together, balanced (fill-columns.ts). Columns of unequal measure are
 * set one after another, each from where the one before it ended; the fewest rows that hold all of it are found by
 * halving, so that they too end level.
 * Pure.
 */
import type { Story } from '../issue/issue.ts';
import type { Stylebook } from '../publication/publication.ts';
import {
  endOfPassage,
  FROM_THE_START,
  type Galley,
  type GalleyLine,
  type GalleySetting,
  type LineChanges,
  type Resume,
  setGalley,
  setPassages,
} from '../typeset/galley.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { TextColumn } from './column-grid.ts';
import { breakPrice, type ColumnSlots, type Filled, fillColumns } from './fill-columns.ts';
import { isEqual } from './frame-geometry.ts';

export interface Poured {
  /** Lines of each column, from its first slot on. */
  readonly columns: readonly (readonly GalleyLine[])[];
  /** Lines set, left over, and slots left free. */
  readonly lines: number;
  readonly overset: number;
  readonly free: number;
  /** The story's characters among those left over: counted when they are asked for, of a thread's last frame. */
  readonly oversetCharacters: number;
}

/** Lines that a column gives to the next one of another measure, so that neither breaks badly. */
const MOST_GIVEN = 2;

/** Lines behind the room that a trial needs to see that there are more: a paragraph gives up two at the most. */
const LINES_AHEAD = 4;

/** A passage in another number of lines, and how many it takes now. */
interface Otherwise {
  readonly lines: readonly GalleyLine[];
  readonly before: number;
}

interface Mended {
  readonly galley: Galley;
  readonly filled: Filled;
  readonly changes: LineChanges;
}

/** The rest of a story on its way through a thread of frames. */
export class Pour {
  private galley: Galley | null = null;
  /** Where the galley begins, and the line that the next frame begins with. */
  private galleyStart: Resume = FROM_THE_START;
  private start = 0;
  /** What was set otherwise in the galley, so that columns break well. */
  private changes: LineChanges = new Map();
  /** Null once the story has ended. */
  private resume: Resume | null = FROM_THE_START;
  readonly missing = new Set<number>();

  constructor(
    private readonly story: Story,
    private readonly book: Stylebook,
    private readonly typesetting: Typesetting,
  ) {}

  get ended(): boolean {
    return this.resume === null;
  }

  into(columns: readonly TextColumn[], slots: readonly ColumnSlots[]): Poured {
    if (this.resume === null)
      return {
        columns: columns.map(() => []),
        lines: 0,
        overset: 0,
        free: slots.reduce((sum, column) => sum + column.length, 0),
        oversetCharacters: 0,
      };
    return isEqual(columns) ? this.intoEqual(columns[0]!.chars, slots) : this.intoUnequal(columns, slots);
  }

  private galleyOf(measure: number): Galley {
    if (this.galley?.measure !== measure) {
      this.galleyStart = this.resume ?? FROM_THE_START;
      this.galley = this.set(measure, this.galleyStart);
      this.changes = new Map();
      this.start = 0;
    }
    return this.galley;
  }

  private setting(measure: number): GalleySetting {
    const { story, book, typesetting } = this;
    return { story, book, measure, typesetting };
  }

  private set(measure: number, resume: Resume): Galley {
    const galley = setGalley(this.setting(measure), resume);
    for (const codePoint of galley.missing) this.missing.add(codePoint);
    return galley;
  }

  private intoEqual(measure: number, slots: readonly ColumnSlots[]): Poured {
    let { lines } = this.galleyOf(measure);
    let filled = fillColumns(lines, this.start, slots, this.book.composition.widowControl);
    if (filled.torn + filled.stranded > 0) {
      const better = this.mend(this.galleyOf(measure), filled, slots);
      if (better) {
        this.galley = better.galley;
        this.changes = better.changes;
        ({ lines } = better.galley);
        ({ filled } = better);
      }
    }
    let at = this.start;
    const columns = filled.counts.map((count) => {
      at += count;
      return lines.slice(at - count, at);
    });
    const set = at - this.start;
    this.start = at;
    this.resume = lines[at]?.start ?? null;
    return {
      columns,
      lines: set,
      overset: filled.overset,
      free: filled.free,
      get oversetCharacters() {
        return charactersOf(lines, at);
      },
    };
  }

  /**
   * Another number of lines in one paragraph of the frame moves every break after it: tried where a column would
   * open with a paragraph's last line, close with its first, or tear what belongs together. A trial sets that one
   * paragraph and looks at the frame's lines only: what a frame costs does not depend on what comes before and after it.
   */
  private mend(galley: Galley, filled: Filled, slots: readonly ColumnSlots[]): Mended | null {
    const { widowControl } = this.book.composition;
    const { lines } = galley;
    const { start } = this;
    const end = lines.length - filled.overset;
    const room = slots.reduce((sum, column) => sum + column.length, 0);
    /* One line before, for the break at the head. */
    const first = Math.max(0, start - 1);
    const seen = lines.slice(first, start + room + LINES_AHEAD);
    let best: { passage: number; at: number; by: 1 | -1; filled: Filled; own: Otherwise } | null = null;
    let faults = filled.torn + filled.stranded;
    for (const [passage, at] of this.passagesIn(lines, start, end).reverse()) {
      for (const by of [-1, 1] as const) {
        const own = this.setOtherwise(galley, passage, at, by);
        if (own.lines.length === own.before) continue;
        const trial = [...seen.slice(0, at - first), ...own.lines, ...seen.slice(at - first + own.before)];
        const tried = fillColumns(trial, start - first, slots, widowControl);
        /* A line more must not push out what fitted. */
        if (filled.overset === 0 && tried.overset > 0) continue;
        if (tried.torn + tried.stranded >= faults) continue;
        faults = tried.torn + tried.stranded;
        best = { passage, at, by, filled: tried, own };
        if (faults === 0) break;
      }
      if (faults === 0) break;
    }
    if (best === null) return null;
    const { passage, at, by, own } = best;
    const mended = [...lines.slice(0, at), ...own.lines, ...lines.slice(at + own.before)];
    const set = best.filled.counts.reduce((sum, count) => sum + count, 0);
    return {
      galley: { ...galley, lines: mended },
      filled: { ...best.filled, overset: mended.length - start - set },
      changes: new Map([...this.changes, [passage, by] as const]),
    };
  }

  /**
   * The passages that have lines of the galley from `start` to `end`, each with its first one. What an earlier frame
   * shows the beginning of is left out: its lines would begin elsewhere.
   */
  private passagesIn(
    lines: readonly GalleyLine[],
    start: number,
    end: number,
  ): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    let last = lines[start - 1]?.start.passage;
    for (let at = start; at < end; at++) {
      const { passage } = lines[at]!.start;
      if (passage !== last) found.push([passage, at]);
      last = passage;
    }
    return found;
  }

  /** The passage in `by` lines more, with what may stand on its last line; and how many lines that takes now. */
  private setOtherwise({ measure, lines }: Galley, passage: number, at: number, by: 1 | -1): Otherwise {
    const setting = this.setting(measure);
    const end = endOfPassage(setting, passage);
    let before = 0;
    while (at + before < lines.length && lines[at + before]!.start.passage < end) before++;
    const { galleyStart } = this;
    const from = passage === galleyStart.passage ? galleyStart : { passage, offset: 0 };
    const changes = new Map([...this.changes, [passage, by] as const]);
    return { lines: setPassages(setting, from, end, changes).lines, before };
  }

  private intoUnequal(columns: readonly TextColumn[], slots: readonly ColumnSlots[]): Poured {
    const from = this.resume ?? FROM_THE_START;
    const most = Math.max(...slots.map((column) => column.length), 0);
    let best = this.pourRows(columns, slots, from, most);
    if (best.rest === null) {
      let [low, high] = [0, most];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        const tried = this.pourRows(columns, slots, from, middle);
        if (tried.rest === null) {
          best = tried;
          high = middle;
        } else low = middle;
      }
    }
    const set = best.columns.reduce((sum, column) => sum + column.length, 0);
    const left = best.rest === null ? [] : this.set(columns.at(-1)!.chars, best.rest).lines;
    this.galley = null;
    this.resume = best.rest;
    return {
      columns: best.columns,
      lines: set,
      overset: left.length,
      free: slots.reduce((sum, column) => sum + column.length, 0) - set,
      oversetCharacters: charactersOf(left, 0),
    };
  }

  /** The columns filled down to `rows` rows, and where the story goes on. */
  private pourRows(
    columns: readonly TextColumn[],
    slots: readonly ColumnSlots[],
    from: Resume,
    rows: number,
  ): { readonly columns: readonly (readonly GalleyLine[])[]; readonly rest: Resume | null } {
    const { widowControl } = this.book.composition;
    let rest: Resume | null = from;
    const poured = columns.map((column, c): readonly GalleyLine[] => {
      if (rest === null) return [];
      const { lines } = this.set(column.chars, rest);
      let count = Math.min(lines.length, slots[c]!.filter((row) => row < rows).length);
      while (count > 0 && count < lines.length && lines[count - 1]?.keepWithNext) count--;
      /* A line or two given to the next column, where this one would break badly. */
      const full = count;
      for (let fewer = 1; c < columns.length - 1 && fewer <= MOST_GIVEN && fewer < full; fewer++)
        if (breakPrice(lines, full - fewer, widowControl) < breakPrice(lines, count, widowControl))
          count = full - fewer;
      rest = lines[count]?.start ?? null;
      return lines.slice(0, count);
    });
    return { columns: poured, rest };
  }
}

/** Characters of the story in the galley's lines from `from` on; what the program made does not count. */
const charactersOf = (lines: readonly GalleyLine[], from: number): number => {
  let count = 0;
  for (let i = from; i < lines.length; i++)
    for (const { line, made, offset } of lines[i]!.parts)
      if (!made) count += line.to + offset - Math.max(0, line.from + offset);
  return count;
};
