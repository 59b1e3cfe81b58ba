/** Draws the rulers on their canvases: one stroke for all ticks, so that a scrolled frame costs well under 1 ms. */
import type { PageFormat } from '../../core/publication/publication.ts';
import { columnSpans, lineTicks, millimetreTicks, type RulerPlace } from './ruler-ticks.ts';

/** Depth of the strip of millimetres, CSS pixels; the strip of columns or lines has the rest of the ruler (view.css). */
export const MILLIMETRE_STRIP = 15;

const LENGTHS = { long: 9, middle: 6, short: 3 } as const;
/** Between a tick and its number. */
const GAP = 2;

interface Ink {
  readonly tick: string;
  readonly block: string;
  readonly font: string;
}

const inkOf = (canvas: HTMLCanvasElement): Ink => {
  const style = getComputedStyle(canvas);
  return {
    tick: style.color,
    block: style.getPropertyValue('--ruler-block'),
    font: `10px ${style.fontFamily}`,
  };
};

interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

/** The canvas cleared, at the screen's own resolution; null where it has no size or no context. */
const begin = (canvas: HTMLCanvasElement): Sheet | null => {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return null;
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const ink = inkOf(canvas);
  context.font = ink.font;
  context.lineWidth = 1;
  context.strokeStyle = ink.tick;
  context.fillStyle = ink.tick;
  return { context, width, height, ink };
};

/** On the middle of a pixel, so that a hair line is one pixel wide. */
const crisp = (at: number): number => Math.round(at) + 0.5;

/** Millimetres above, basic columns below. */
export const drawTopRuler = (canvas: HTMLCanvasElement, format: PageFormat, place: RulerPlace): void => {
  const sheet = begin(canvas);
  if (!sheet) return;
  const { context, width, height, ink } = sheet;
  const seen = { from: 0, to: width };
  context.textBaseline = 'top';
  context.beginPath();
  for (const { at, length, label } of millimetreTicks(seen, place)) {
    context.moveTo(crisp(at), MILLIMETRE_STRIP);
    context.lineTo(crisp(at), MILLIMETRE_STRIP - LENGTHS[length]);
    if (label !== null) context.fillText(String(label), at + GAP + 1, 1);
  }
  context.stroke();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const middle = MILLIMETRE_STRIP + (height - MILLIMETRE_STRIP) / 2;
  for (const { from, to, number } of columnSpans(format, seen, place)) {
    context.fillStyle = ink.block;
    context.fillRect(from, MILLIMETRE_STRIP + 1, to - from, height - MILLIMETRE_STRIP - 2);
    context.fillStyle = ink.tick;
    context.fillText(String(number), (from + to) / 2, middle + 0.5);
  }
  context.textAlign = 'left';
};

/** Millimetres at the left, body lines at the right. */
export const drawLeftRuler = (canvas: HTMLCanvasElement, format: PageFormat, place: RulerPlace): void => {
  const sheet = begin(canvas);
  if (!sheet) return;
  const { context, width, height, ink } = sheet;
  const seen = { from: 0, to: height };
  const lines = lineTicks(format, seen, place);
  const high = format.bodySize * place.scale;
  context.fillStyle = ink.block;
  for (const { at, label } of lines)
    if (label !== null)
      context.fillRect(MILLIMETRE_STRIP + 1, at, width - MILLIMETRE_STRIP - 2, Math.max(1, high));
  context.fillStyle = ink.tick;
  context.textBaseline = 'top';
  context.beginPath();
  for (const { at, length, label } of millimetreTicks(seen, place)) {
    context.moveTo(MILLIMETRE_STRIP, crisp(at));
    context.lineTo(MILLIMETRE_STRIP - LENGTHS[length], crisp(at));
    if (label === null) continue;
    // Numbers run up the ruler, as on any drawing board.
    context.save();
    context.translate(1, at - GAP);
    context.rotate(-Math.PI / 2);
    context.fillText(String(label), 0, 0);
    context.restore();
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { at, middle, label } of lines) {
    if (label !== null) context.fillText(String(label), width - GAP - 1, middle + 0.5);
    context.moveTo(MILLIMETRE_STRIP + 1, crisp(at));
    context.lineTo(MILLIMETRE_STRIP + (label === null ? 4 : 1), crisp(at));
  }
  context.stroke();
  context.textAlign = 'left';
};
