/**
 * Faults of columns: widows and orphans (docs/typesetting.md §4), lines off the page's grid, columns whose lines do
 * not stand level with their neighbours'.
 */
import type { PageFormat } from '../publication/publication.ts';
import type { Finding } from './finding.ts';
import type { PrintedColumn } from './printed-columns.ts';
import { findingAt, isColumnText, isParagraph, type PrintedLine } from './printed-line.ts';

/** How far the baseline stands below the top of a line's pitch, em of the body: the ideographic em box's ascent. */
const ASCENT = 0.88;
/** Points. */
const ON_GRID = 0.05;

/** A paragraph's last line opens a column. */
export const checkWidow = ({ rows }: PrintedColumn): Finding[] => {
  const line = rows[0]?.[0];
  return line && isParagraph(line) && line.closes && !line.opens ? [findingAt('widow', line)] : [];
};

/** A paragraph's first line closes a column. */
export const checkOrphan = ({ rows }: PrintedColumn): Finding[] => {
  const line = rows[rows.length - 1]?.[0];
  return line && isParagraph(line) && line.opens && !line.closes ? [findingAt('orphan', line)] : [];
};

/** Text of the columns and the jump lines that the program sets among it. */
const standsOnGrid = (line: PrintedLine): boolean =>
  isColumnText(line) || (line.role === 'jump-line' && line.part === null);

/** Distance from the nearest line of a grid with that phase, points. */
const offGrid = (y: number, phase: number, pitch: number): number => {
  const lines = (y - phase) / pitch;
  return Math.abs(lines - Math.round(lines)) * pitch;
};

export const checkGrid = (lines: readonly PrintedLine[], format: PageFormat): Finding[] => {
  const phase = format.origin.y + ASCENT * format.bodySize;
  return lines
    .filter((line) => standsOnGrid(line) && offGrid(line.baseline, phase, format.pitch) > ON_GRID)
    .map((line) => findingAt('off-grid', line));
};

/** Lines that do not stand level with the grid on which most lines of the page stand, wherever that is. */
export const checkAlignment = (lines: readonly PrintedLine[], format: PageFormat): Finding[] => {
  const own = lines.filter(standsOnGrid);
  const phases: { readonly phase: number; count: number }[] = [];
  for (const { baseline } of own) {
    const known = phases.find(({ phase }) => offGrid(baseline, phase, format.pitch) <= ON_GRID);
    if (known) known.count++;
    else phases.push({ phase: baseline, count: 1 });
  }
  const main = phases.reduce((best, one) => (one.count > best.count ? one : best), { phase: 0, count: 0 });
  return own
    .filter((line) => offGrid(line.baseline, main.phase, format.pitch) > ON_GRID)
    .map((line) => findingAt('unaligned', line));
};
