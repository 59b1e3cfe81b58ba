/**
 * Faults of the page as a whole: white holes of four lines and more in a column, white lines from edge to edge
 * that cut the page in two (通线; docs/typesetting.md §7).
 * Method: everything printed becomes a rectangle, text as wide as its column and heads as wide as their frame,
 * since a short last line or a centred headline is no hole; what stays white is measured in each column, and over
 * the page's whole width.
 * Limits: white between rectangles only; what a picture shows is not looked at.
 */
import { bottom, overlaps, type Rect, right } from '../geometry.ts';
import type { Frame, FrameId, StoryId } from '../issue/issue.ts';
import { BASELINE, boxRect, columnX, joinedChars, typeArea } from '../makeup/column-grid.ts';
import { FOOT_LINES } from '../makeup/frame-geometry.ts';
import { linesDownTo } from '../makeup/free-lines.ts';
import { itemsOf, type PageLayout } from '../makeup/page-layout.ts';
import type { PageFormat } from '../publication/publication.ts';
import { type Finding, type FindingKind, thousandth } from './finding.ts';
import { unionOf } from './headline-checks.ts';
import type { PrintedColumn } from './printed-columns.ts';
import { isColumnText, lineRect, type PrintedLine } from './printed-line.ts';

/** Lines. */
const HOLE = 4;
const THROUGH = 1;
/** A filled rectangle lower than this is a rule, points. */
const RULE = 3;
/** Points. */
const SAME = 0.5;

/** Something printed, as the room that it takes. A rule parts white but fills none. */
export interface Room {
  readonly frame: FrameId | null;
  readonly rect: Rect;
  readonly rule: boolean;
}

/** A frame's box on the page, with the story that it shows. */
export interface FrameBox {
  readonly rect: Rect;
  readonly story: StoryId;
}
export type FrameBoxes = ReadonlyMap<FrameId, FrameBox>;

/** What the page's items take up; tints take nothing. */
export const roomsOf = (
  page: PageLayout,
  lines: readonly PrintedLine[],
  columns: readonly PrintedColumn[],
  frames: FrameBoxes,
  format: PageFormat,
): readonly Room[] => {
  const area = typeArea(format);
  const items = itemsOf(page);
  const pictures = items.flatMap((item) => (item.kind === 'picture' ? [item] : []));
  const rooms: Room[] = pictures.map(({ frame, rect }) => ({ frame, rect, rule: false }));
  for (const item of items)
    if (item.kind === 'rect' && item.rect.height <= RULE)
      rooms.push({ frame: item.frame, rect: item.rect, rule: true });
    else if (item.kind === 'line' && item.frame === null)
      rooms.push({
        frame: null,
        rect: {
          x: area.x,
          width: area.width,
          y: item.y - BASELINE * item.line.size,
          height: item.line.size,
        },
        rule: false,
      });
  for (const line of lines) {
    const rect = lineRect(line);
    const take = (over: { readonly x: number; readonly width: number } | undefined) =>
      rooms.push({
        frame: line.frame,
        rect: over ? { ...rect, x: over.x, width: over.width } : rect,
        rule: false,
      });
    const own = columns.filter(({ frame }) => frame === line.frame);
    const column = own.find(({ left, width }) => rect.x < left + width && rect.x + rect.width > left + SAME);
    if (isColumnText(line) || (line.role === 'jump-line' && line.part === null))
      take(column && { x: column.left, width: column.width });
    else if (line.role === 'caption') {
      take(undefined);
      take(
        pictures.find(({ frame, source }) => frame === line.frame && source?.paragraph === line.paragraph)
          ?.rect,
      );
    } else take(own.some((one) => standsBeside(one, rect)) ? undefined : frames.get(line.frame!)?.rect);
  }
  return rooms;
};

/** Text of the column stands at that height: a head there is set beside the body, not above it. */
const standsBeside = ({ rows }: PrintedColumn, rect: Rect): boolean =>
  rows.some(([line]) => line !== undefined && line.baseline > rect.y && line.baseline < bottom(rect));

const whiteAt = (
  kind: FindingKind,
  page: number,
  rect: Rect,
  lines: number,
  owner: (FrameBox & { readonly id: FrameId }) | null,
): Finding => ({
  kind,
  page,
  story: owner?.story ?? null,
  frame: owner?.id ?? null,
  paragraph: null,
  text: '',
  value: thousandth(lines),
  rect,
});

/** White gaps of at least `least` between the rooms that stand over a span, from `top` to `foot`. */
const gaps = (
  rooms: readonly Room[],
  top: number,
  foot: number,
  least: number,
): (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  let y = top;
  for (const { rect } of [...rooms].sort((a, b) => a.rect.y - b.rect.y)) {
    if (rect.y - y >= least) found.push([y, rect.y]);
    y = Math.max(y, bottom(rect));
  }
  if (foot - y >= least) found.push([y, foot]);
  return found;
};

interface Holes {
  readonly findings: readonly Finding[];
  /** Lines free over the whole width at the page's foot: 缺 n 行, no fault on the last page. */
  readonly freeFoot: number;
}

/** @param lastPage what it leaves free below its lowest story is no hole but 缺 n 行 */
export const checkHoles = (
  number: number,
  rooms: readonly Room[],
  columns: readonly PrintedColumn[],
  frames: FrameBoxes,
  format: PageFormat,
  lastPage: boolean,
): Holes => {
  const area = typeArea(format);
  /* The imprint stands below the type area and ends no story. */
  const within = rooms.filter(({ rect }) => rect.y < bottom(area));
  const foot = lastPage
    ? Math.min(bottom(area), Math.max(area.y, ...within.map(({ rect }) => bottom(rect))))
    : bottom(area);
  const least = HOLE * format.pitch - SAME;
  const whiteIn = (x: number, width: number, top: number, foot: number): Rect[] =>
    gaps(
      rooms.filter(({ rect }) => Math.min(right(rect), x + width) - Math.max(rect.x, x) > 1),
      top,
      foot,
      least,
    ).map(([from, to]) => ({ x, width, y: from, height: to - from }));
  const holes: Hole[] = [];
  for (let column = 0; column < format.columns; column++) {
    const x = columnX(format, column);
    for (const white of whiteIn(x, joinedChars(format, 1) * format.bodySize, area.y, foot))
      for (const piece of piecesOf(white, frames, format)) {
        const beside = holes.findIndex(
          ({ rect, owner }) =>
            owner?.id === piece.owner?.id &&
            Math.abs(rect.y - piece.rect.y) < SAME &&
            Math.abs(rect.height - piece.rect.height) < SAME &&
            piece.rect.x - right(rect) < 2 * format.gapChars * format.bodySize,
        );
        if (beside >= 0) holes[beside] = { ...piece, rect: unionOf([holes[beside]!.rect, piece.rect]) };
        else holes.push(piece);
      }
  }
  /* Re-divided columns do not stand on the basic ones: they are looked at for themselves. */
  for (const { frame, left, width } of columns) {
    const box = frames.get(frame);
    if (!box) continue;
    const end = Math.min(bottom(box.rect) - FOOT_LINES * format.pitch, foot);
    for (const rect of whiteIn(left, width, box.rect.y, end))
      if (!holes.some((hole) => overlaps(hole.rect, rect)))
        holes.push({ rect, owner: { ...box, id: frame } });
  }
  /* The type area ends with the last line's em box, short of its pitch. */
  const linesOf = (rect: Rect) => {
    const cut = bottom(rect) > bottom(area) - SAME ? format.pitch - format.bodySize : 0;
    return Math.floor((rect.height + cut + SAME) / format.pitch);
  };
  return {
    findings: holes.map(({ rect, owner }) => whiteAt('hole', number, rect, linesOf(rect), owner)),
    freeFoot: Math.max(0, format.lines - linesDownTo(format, foot)),
  };
};

/** White of a frame, or of the page where no frame stands. */
interface Hole {
  readonly rect: Rect;
  readonly owner: (FrameBox & { readonly id: FrameId }) | null;
}

/**
 * The white of a column by whose it is: that within a frame is the frame's, that between and below frames the page's;
 * the free line at a frame's foot is nobody's. Pieces that make a hole only together are told by the largest.
 */
const piecesOf = (white: Rect, frames: FrameBoxes, format: PageFormat): readonly Hole[] => {
  const pieces: Hole[] = [];
  const add = (from: number, to: number, owner: Hole['owner']) => {
    if (to - from > SAME) pieces.push({ rect: { ...white, y: from, height: to - from }, owner });
  };
  const own = [...frames]
    .filter(([, { rect }]) => overlaps(rect, white, SAME))
    .sort(([, a], [, b]) => a.rect.y - b.rect.y);
  let y = white.y;
  for (const [id, frame] of own) {
    const end = bottom(frame.rect);
    add(y, Math.min(frame.rect.y, bottom(white)), null);
    add(Math.max(y, frame.rect.y), Math.min(end - FOOT_LINES * format.pitch, bottom(white)), {
      ...frame,
      id,
    });
    y = Math.max(y, end);
  }
  add(y, bottom(white), null);
  const whole = pieces.filter(({ rect }) => rect.height >= HOLE * format.pitch - SAME);
  if (whole.length > 0) return whole;
  return pieces.toSorted((a, b) => b.rect.height - a.rect.height).slice(0, 1);
};

/** Lines within which a story's foot or head counts as standing at a white line. */
const NEAR = 3;

/**
 * White from edge to edge between stories side by side above and stories side by side below. A story over the whole
 * width is parted from the next one by nothing else, and no editor would call that a 通线.
 */
export const checkThroughLines = (number: number, rooms: readonly Room[], format: PageFormat): Finding[] => {
  const own = rooms.filter(({ frame, rule }) => frame !== null && !rule);
  if (own.length === 0) return [];
  const area = typeArea(format);
  const top = Math.min(...own.map(({ rect }) => rect.y));
  const foot = Math.max(...own.map(({ rect }) => bottom(rect)));
  return gaps(own, top, foot, THROUGH * format.pitch - SAME).flatMap(([from, to]) => {
    const above = new Set(own.filter(({ rect }) => bottom(rect) <= from + SAME).map(({ frame }) => frame));
    /* Air within one story's frame is not a line between stories. */
    if (own.some(({ frame, rect }) => rect.y >= to - SAME && above.has(frame))) return [];
    const near = NEAR * format.pitch;
    const ending = own.filter(({ rect }) => bottom(rect) <= from + SAME && bottom(rect) >= from - near);
    const beginning = own.filter(({ rect }) => rect.y >= to - SAME && rect.y <= to + near);
    const frames = (rooms: readonly Room[]) => new Set(rooms.map(({ frame }) => frame)).size;
    if (frames(ending) < 2 || frames(beginning) < 2) return [];
    const rect = { x: area.x, width: area.width, y: from, height: to - from };
    return [whiteAt('through-line', number, rect, (to - from) / format.pitch, null)];
  });
};

/** The frames of a page on the page. */
export const frameBoxes = (frames: readonly Frame[], format: PageFormat): FrameBoxes =>
  new Map(frames.map(({ id, story, box }) => [id, { rect: boxRect(format, box), story }]));
