/**
 * What of a page is free: the cells of its grid, basic columns × body lines, that neither the masthead or folio nor
 * a frame takes. Frames may overlap while they are moved about; here that is found, and where one may go. Pages are
 * counted from 0, as the edits count them. The line that a frame may hang out of the type area by (frame-grid.ts)
 * counts as the page's last.
 */
import { formatOf, type PageFormat } from '../publication/publication.ts';
import { checkedIndex } from './edit.ts';
import { HANGING_LINES } from './frame-grid.ts';
import type { Frame, FrameId, GridBox, Issue } from './issue.ts';

/** A cell of the page's grid. */
export interface GridCell {
  readonly column: number;
  readonly line: number;
}

/** The first line below the masthead, or below the folio. */
export const firstLineOf = (format: PageFormat, pageIndex: number): number =>
  pageIndex === 0 ? format.mastheadLines : format.folioLines;

export const firstLine = (issue: Issue, pageIndex: number): number =>
  firstLineOf(formatOf(issue.publication, issue.format), pageIndex);

/** For each column of the page, which lines are free. */
class FreeCells {
  /** Line after the last, the hanging one included. */
  readonly end: number;
  private readonly taken: Uint8Array;

  constructor(
    readonly format: PageFormat,
    readonly first: number,
    frames: readonly Frame[],
    except: readonly FrameId[] = [],
  ) {
    this.end = format.lines + HANGING_LINES;
    this.taken = new Uint8Array(format.columns * this.end);
    for (const { id, box } of frames) {
      if (except.includes(id)) continue;
      const lastColumn = Math.min(format.columns, box.column + box.span);
      const lastLine = Math.min(this.end, box.line + box.lines);
      for (let column = Math.max(0, box.column); column < lastColumn; column++)
        this.taken.fill(1, column * this.end + Math.max(0, box.line), column * this.end + lastLine);
    }
  }

  isFree(column: number, line: number): boolean {
    return (
      column >= 0 &&
      column < this.format.columns &&
      line >= this.first &&
      line < this.end &&
      this.taken[column * this.end + line] === 0
    );
  }

  /** Free lines from that cell down, over `span` columns. */
  depth(column: number, span: number, line: number): number {
    let depth = this.end - line;
    for (let c = column; c < column + span; c++) {
      let own = 0;
      while (own < depth && this.isFree(c, line + own)) own++;
      depth = own;
    }
    return depth;
  }
}

const cellsOf = (issue: Issue, pageIndex: number, except: readonly FrameId[] = []): FreeCells => {
  checkedIndex(pageIndex, issue.pages.length, 'page');
  const format = formatOf(issue.publication, issue.format);
  return new FreeCells(format, firstLineOf(format, pageIndex), issue.pages[pageIndex]!.frames, except);
};

/** True where a frame may have its corner: on the type area, below its head, on no other frame. */
export const freeAt = (
  issue: Issue,
  pageIndex: number,
  at: GridCell,
  except: readonly FrameId[] = [],
): boolean => isCorner(cellsOf(issue, pageIndex, except), at);

const isCorner = (cells: FreeCells, { column, line }: GridCell): boolean =>
  line < cells.format.lines && cells.isFree(column, line);

/**
 * Free lines under that cell for each span from 1 column on, as far as the page is free to the right; empty where
 * the cell is taken. Never longer than the one before.
 */
export const freeDepths = (
  issue: Issue,
  pageIndex: number,
  at: GridCell,
  except: readonly FrameId[] = [],
): readonly number[] => {
  const cells = cellsOf(issue, pageIndex, except);
  if (!isCorner(cells, at)) return [];
  const depths: number[] = [];
  for (let column = at.column; cells.isFree(column, at.line); column++) {
    const own = cells.depth(column, 1, at.line);
    depths.push(Math.min(own, depths.at(-1) ?? own));
  }
  return depths;
};

/**
 * The largest box within `box` with its top left corner that overlaps no frame but `except`, nor the page's head,
 * and stays on the page; of two as large the wider. Null where the corner is taken.
 */
export const clippedBox = (
  issue: Issue,
  pageIndex: number,
  box: GridBox,
  except: readonly FrameId[] = [],
): GridBox | null => {
  let best: GridBox | null = null;
  freeDepths(issue, pageIndex, box, except)
    .slice(0, box.span)
    .forEach((depth, i) => {
      const own = { ...box, span: i + 1, lines: Math.min(depth, box.lines) };
      if (best === null || own.span * own.lines >= best.span * best.lines) best = own;
    });
  return best;
};

/** Free rectangles that no free rectangle of the page contains, the largest first; they may overlap each other. */
export const freeBoxes = (issue: Issue, pageIndex: number): readonly GridBox[] => {
  const cells = cellsOf(issue, pageIndex);
  const { columns, lines: typeArea } = cells.format;
  const isRun = (column: number, from: number, to: number): boolean =>
    cells.isFree(column, from) && cells.depth(column, 1, from) >= to - from;
  const found: GridBox[] = [];
  for (let column = 0; column < columns; column++)
    for (let span = 1; column + span <= columns; span++)
      for (let line = cells.first; line < typeArea; ) {
        const lines = cells.depth(column, span, line);
        const end = line + lines;
        if (lines > 0 && !isRun(column - 1, line, end) && !isRun(column + span, line, end))
          found.push({ column, span, line, lines });
        line = end + 1;
      }
  return found.sort(
    (a, b) =>
      b.span * b.lines - a.span * a.lines || a.line - b.line || a.column - b.column || b.span - a.span,
  );
};

/** True where the boxes share a cell. */
export const doOverlap = (a: GridBox, b: GridBox): boolean =>
  a.column < b.column + b.span &&
  b.column < a.column + a.span &&
  a.line < b.line + b.lines &&
  b.line < a.line + a.lines;

/** What stands over what on a page. */
export interface Overlaps {
  /** Frames that share cells, the lower one first. */
  readonly pairs: readonly (readonly [FrameId, FrameId])[];
  /** Frames that reach into the masthead or folio. */
  readonly overHead: readonly FrameId[];
}

/** `first`: the first line below the page's head. */
export const overlapsOf = (frames: readonly Frame[], first: number): Overlaps => {
  const pairs: (readonly [FrameId, FrameId])[] = [];
  frames.forEach((frame, i) => {
    for (const other of frames.slice(i + 1))
      if (doOverlap(frame.box, other.box)) pairs.push([frame.id, other.id]);
  });
  return { pairs, overHead: frames.filter(({ box }) => box.line < first).map(({ id }) => id) };
};

export const overlapping = (issue: Issue, pageIndex: number): Overlaps => {
  checkedIndex(pageIndex, issue.pages.length, 'page');
  return overlapsOf(issue.pages[pageIndex]!.frames, firstLine(issue, pageIndex));
};
