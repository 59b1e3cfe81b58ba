/**
 * What the rulers show, as positions along them in CSS pixels: millimetres, basic columns 栏, body lines 行. Ticks thin
 * out as the zoom falls, numbers sooner than ticks. Pure; only what lies between `from` and `to` is made.
 */
import { columnX, joinedChars, lineY } from '../../core/makeup/column-grid.ts';
import type { PageFormat } from '../../core/publication/publication.ts';
import { PT_PER_MM } from '../../core/units.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the page's edge is along the ruler, and its scale in CSS pixels to a point. */
export interface RulerPlace {
  readonly zero: number;
  readonly scale: number;
}

export interface MillimetreTick {
  readonly at: number;
  readonly length: 'long' | 'middle' | 'short';
  /** Millimetres; null where the tick bears no number. */
  readonly label: number | null;
}

/** Apart enough to be told apart, and for a number of three digits to stand between two. */
const LEAST_TICK = 4;
const LEAST_LABEL = 38;
const MILLIMETRES = [1, 2, 5, 10, 20, 50, 100, 200] as const;

const firstStep = (pixels: number, least: number, multipleOf = 1): number =>
  MILLIMETRES.find((step) => step * pixels >= least && step % multipleOf === 0) ?? 500;

export const millimetreTicks = ({ from, to }: Stretch, { zero, scale }: RulerPlace): MillimetreTick[] => {
  const pixels = scale * PT_PER_MM;
  const step = firstStep(pixels, LEAST_TICK);
  const labelled = firstStep(pixels, LEAST_LABEL, step);
  const ticks: MillimetreTick[] = [];
  const last = Math.floor((to - zero) / pixels / step);
  for (let i = Math.ceil((from - zero) / pixels / step); i <= last; i++) {
    const millimetres = i * step;
    const isLong = millimetres % labelled === 0;
    ticks.push({
      at: zero + millimetres * pixels,
      length: isLong ? 'long' : (millimetres * 2) % labelled === 0 ? 'middle' : 'short',
      // Not -0: it would be printed as a number of its own.
      label: isLong ? millimetres + 0 : null,
    });
  }
  return ticks;
};

export interface ColumnSpan extends Stretch {
  /** From 1. */
  readonly number: number;
}

/** The basic columns of the page, the gaps between them left out. */
export const columnSpans = (
  format: PageFormat,
  { from, to }: Stretch,
  { zero, scale }: RulerPlace,
): ColumnSpan[] => {
  const width = joinedChars(format, 1) * format.bodySize * scale;
  const spans: ColumnSpan[] = [];
  for (let column = 0; column < format.columns; column++) {
    const left = zero + columnX(format, column) * scale;
    if (left < to && left + width > from) spans.push({ from: left, to: left + width, number: column + 1 });
  }
  return spans;
};

export interface LineTick {
  /** Top of the line and the middle of its characters. */
  readonly at: number;
  readonly middle: number;
  /** From 1; null where the line bears no number. */
  readonly label: number | null;
}

/** Every fifth line bears a number, where there is room for it. */
const LABELLED_LINES = [5, 10, 20, 50, 100] as const;
const LEAST_LINE_LABEL = 14;

export const lineTicks = (
  format: PageFormat,
  { from, to }: Stretch,
  { zero, scale }: RulerPlace,
): LineTick[] => {
  const pitch = format.pitch * scale;
  const labelled = LABELLED_LINES.find((lines) => lines * pitch >= LEAST_LINE_LABEL) ?? 100;
  const step = pitch >= LEAST_TICK ? 1 : labelled;
  const ticks: LineTick[] = [];
  for (let line = 0; line < format.lines; line++) {
    const number = line + 1;
    if (number % step !== 0) continue;
    const at = zero + lineY(format, line) * scale;
    if (at + pitch < from || at > to) continue;
    const middle = at + (format.bodySize / 2) * scale;
    ticks.push({ at, middle, label: number % labelled === 0 ? number : null });
  }
  return ticks;
};
