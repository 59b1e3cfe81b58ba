/**
 * Problem: a line is loose, short or a widow only against its column, and columns may be re-divided or unequal.
 * Method: columns are read from the page. Lines of a frame that begin at one edge are a column; its measure is
 * where most of its full lines end. A column without a full line takes the grid's measure.
 */
import type { FrameId, Issue } from '../issue/issue.ts';
import { joinedChars } from '../makeup/column-grid.ts';
import { formatOf } from '../publication/publication.ts';
import { isColumnText, isJustified, isParagraph, type PrintedLine, rightOf } from './printed-line.ts';

export interface PrintedColumn {
  readonly page: number;
  readonly frame: FrameId;
  /** Points. */
  readonly left: number;
  readonly width: number;
  /** Grid lines from the top: most hold one line, a paragraph's end may share its own with a byline. */
  readonly rows: readonly (readonly PrintedLine[])[];
}

/** Edges nearer than this are one, points. */
const SAME = 0.5;

/** The text columns of a page, by frame and from the left. */
export const printedColumns = (issue: Issue, lines: readonly PrintedLine[]): readonly PrintedColumn[] => {
  const byFrame = new Map<FrameId, PrintedLine[]>();
  for (const line of lines) {
    if (!isColumnText(line)) continue;
    const known = byFrame.get(line.frame!);
    if (known) known.push(line);
    else byFrame.set(line.frame!, [line]);
  }
  return [...byFrame].flatMap(([frame, own]) => columnsOf(issue, frame, own));
};

const columnsOf = (issue: Issue, frame: FrameId, lines: readonly PrintedLine[]): readonly PrintedColumn[] => {
  const lefts: number[] = [];
  const note = (x: number) => {
    if (!lefts.some((left) => Math.abs(left - x) < SAME)) lefts.push(x);
  };
  for (const line of lines) if (isParagraph(line)) note(line.x);
  /* A frame of bylines only: where each begins must do. */
  if (lefts.length === 0) for (const line of lines) note(line.x);
  lefts.sort((a, b) => a - b);
  const members = lefts.map((): PrintedLine[] => []);
  for (const line of lines) {
    let at = 0;
    while (at + 1 < lefts.length && lefts[at + 1]! < line.x + SAME) at++;
    members[at]!.push(line);
  }
  const widths = members.map((own, i) => widthOf(own, lefts[i]!));
  return lefts.map((left, i) => ({
    page: lines[0]!.page,
    frame,
    left,
    width: widths[i] ?? gridWidth(issue, lines[0]!.page, frame),
    rows: rowsOf(members[i]!),
  }));
};

/** Where most full lines end; of equally many the widest. Null where no line is full. */
const widthOf = (lines: readonly PrintedLine[], left: number): number | null => {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.closes || !isJustified(line)) continue;
    const width = Math.round((rightOf(line) - left) * 100) / 100;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [width, count] of counts)
    if (best === null || count > counts.get(best)! || (count === counts.get(best)! && width > best))
      best = width;
  return best;
};

const gridWidth = (issue: Issue, page: number, id: FrameId): number => {
  const format = formatOf(issue.publication, issue.format);
  const frame = issue.pages[page - 1]?.frames.find((one) => one.id === id);
  if (!frame) return format.columnChars * format.bodySize;
  const joined = joinedChars(format, frame.box.span) - (frame.columns - 1) * format.gapChars;
  return Math.floor(joined / frame.columns) * format.bodySize;
};

const rowsOf = (lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] => {
  const rows: PrintedLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const last = rows[rows.length - 1];
    if (last && Math.abs(last[0]!.baseline - line.baseline) < SAME) last.push(line);
    else rows.push([line]);
  }
  return rows;
};
