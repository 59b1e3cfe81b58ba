/**
 * What of a frame is printed where it must not be: outside the frame's box, where it covers a neighbour, or a headline
 * on the frame's own text. Measured from what is placed, whatever placed it. Lines of the body are left out: they stand
 * in slots of the frame's columns, and there are too many to measure at every edit. Pure.
 */
import { bottom, type Rect, right } from '../geometry.ts';
import type { Frame } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';
import { BASELINE, boxRect, lineY } from './column-grid.ts';
import type { FrameGeometry } from './frame-geometry.ts';
import type { PlacedItem } from './page-layout.ts';

export type InkPart = 'headline' | 'picture' | 'caption' | 'jump-line' | 'frame';

/** Points that rounding, or a mark's blank half, may take. */
const SLACK = 0.5;

/** The em boxes of text, the area of anything else. */
export const inkRect = (item: PlacedItem): Rect => {
  switch (item.kind) {
    case 'line': {
      const { size, width, indent } = item.line;
      return { x: item.x + indent, y: item.y - BASELINE * size, width, height: size };
    }
    case 'glyphs':
    case 'dash':
      return item.cell;
    default:
      return item.rect;
  }
};

const partOf = (item: PlacedItem): InkPart => {
  if (item.kind === 'picture') return 'picture';
  if (item.role === 'caption') return 'caption';
  /* The small head over a continuation is the headline again. */
  if (item.role === 'jump-line') return item.source === null ? 'jump-line' : 'headline';
  return item.role === 'artifact' ? 'frame' : 'headline';
};

const isWithin = (ink: Rect, room: Rect): boolean =>
  ink.x >= room.x - SLACK &&
  right(ink) <= right(room) + SLACK &&
  ink.y >= room.y - SLACK &&
  bottom(ink) <= bottom(room) + SLACK;

/** The parts of the frame that stand out of its box, each once. `items`: all but its body's lines. */
export const partsOutside = (
  format: PageFormat,
  frame: Frame,
  items: readonly PlacedItem[],
): readonly InkPart[] => {
  const box = boxRect(format, frame.box);
  const out = items.filter((item) => !isWithin(inkRect(item), box)).map(partOf);
  return out.length === 0 ? out : [...new Set(out)];
};

/** True where the headline stands on the frame's body. A strip beside the body has half of the gap to spare. */
export const coversBody = (
  format: PageFormat,
  { strip, firstLine, rows }: FrameGeometry,
  head: readonly PlacedItem[],
): boolean => {
  if (rows === 0) return false;
  const spare = (format.gapChars * format.bodySize) / 2;
  return head.some((item) => {
    const ink = inkRect(item);
    return strip === null
      ? bottom(ink) > lineY(format, firstLine) + SLACK
      : ink.x < strip.x - spare || right(ink) > right(strip) + spare;
  });
};
