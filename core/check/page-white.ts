/**
 * Problem: how much of a page would come off the press white, whatever its frames claim of it.
 * Method: every quarter of a basic column is looked at line by line. What is printed makes its lines full: text as wide
 * as its column and heads as wide as their frame, since a short last line or a centred headline is no white space. What
 * stays free over four lines and more in one piece is white: the air between stories is not.
 * Limits: the page's head counts as full; a tint or the box round a frame fills nothing. Pure.
 */
import { bottom, type Rect, right } from '../geometry.ts';
import { firstLineOf } from '../issue/free-space.ts';
import type { Frame, FrameId, Issue } from '../issue/issue.ts';
import { boxRect, columnX, joinedChars, lineY } from '../makeup/column-grid.ts';
import { columnLeft, type FrameGeometry, frameGeometry } from '../makeup/frame-geometry.ts';
import { inkRect } from '../makeup/frame-ink.ts';
import type { PageLayout, PlacedItem } from '../makeup/page-layout.ts';
import { formatOf, type PageFormat } from '../publication/publication.ts';

/** Strips that each basic column is looked at in: frames that are re-divided do not stand on basic columns. */
const STRIPS = 4;
/** Lines free in one piece that count as white: fewer are air. */
const WHITE_LINES = 4;
/** Points by which ink must reach into a strip or line to fill it. */
const TOUCHES = 1;

export interface PageWhite {
  /** Of the type area, 0–1. */
  readonly share: number;
  /** The same in body lines over the whole width. */
  readonly lines: number;
}

export const whiteOf = (issue: Issue, page: PageLayout): PageWhite => {
  const format = formatOf(issue.publication, issue.format);
  const index = page.number - 1;
  const full = fullLines(format, roomsIn(issue, page, format));
  let white = 0;
  for (const strip of full) {
    let free = 0;
    for (let line = firstLineOf(format, index); line <= format.lines; line++) {
      if (line < format.lines && !strip[line]) free++;
      else {
        if (free >= WHITE_LINES) white += free;
        free = 0;
      }
    }
  }
  const lines = white / full.length;
  return { share: lines / format.lines, lines: Math.round(lines) };
};

/** For each strip of the page which of its lines are full. */
const fullLines = (format: PageFormat, rooms: readonly Rect[]): readonly Uint8Array[] => {
  const width = (joinedChars(format, 1) * format.bodySize) / STRIPS;
  const top = lineY(format, 0);
  const lineAt = (y: number) => Math.max(0, Math.floor((y - top) / format.pitch));
  const strips = Array.from({ length: format.columns * STRIPS }, (_, i) => ({
    left: columnX(format, Math.floor(i / STRIPS)) + (i % STRIPS) * width,
    full: new Uint8Array(format.lines),
  }));
  let last: Rect | null = null;
  let touched = strips;
  for (const room of rooms) {
    /* The lines of a column follow one another. */
    if (last === null || room.x !== last.x || room.width !== last.width)
      touched = strips.filter(
        ({ left }) => Math.min(right(room), left + width) - Math.max(room.x, left) > TOUCHES,
      );
    last = room;
    const from = lineAt(room.y + TOUCHES);
    const to = bottom(room) - TOUCHES < top ? 0 : lineAt(bottom(room) - TOUCHES) + 1;
    for (const { full } of touched) full.fill(1, from, to);
  }
  return strips.map(({ full }) => full);
};

/** What the page's frames print, as the room that it takes. */
const roomsIn = (issue: Issue, page: PageLayout, format: PageFormat): readonly Rect[] => {
  const frames = new Map(issue.pages[page.number - 1]?.frames.map((frame) => [frame.id, frame]));
  const geometries = new Map<FrameId, FrameGeometry>();
  const geometryOf = (frame: Frame): FrameGeometry => {
    const known = geometries.get(frame.id) ?? frameGeometry(format, frame);
    geometries.set(frame.id, known);
    return known;
  };
  return page.parts.flatMap((part) => {
    const pictures = part.filter(({ kind }) => kind === 'picture');
    return part.flatMap((item): readonly Rect[] => {
      const frame = item.frame === null ? undefined : frames.get(item.frame);
      if (!frame || item.kind === 'rect') return [];
      const ink = inkRect(item);
      const span = spanOf(item, ink, frame, geometryOf(frame), pictures, format);
      return [{ ...ink, x: span.x, width: span.width }];
    });
  });
};

/** From where to where an item keeps others away. */
const spanOf = (
  item: PlacedItem,
  ink: Rect,
  frame: Frame,
  geometry: FrameGeometry,
  pictures: readonly PlacedItem[],
  format: PageFormat,
): Pick<Rect, 'x' | 'width'> => {
  if (item.kind === 'picture') return ink;
  if (item.role === 'caption') {
    const above = pictures.find(({ source }) => source?.paragraph === item.source?.paragraph);
    const picture = above ? inkRect(above) : ink;
    /* Beside its picture a caption is as wide as itself. */
    return ink.x < right(picture) && picture.x < right(ink) ? picture : ink;
  }
  const isHead =
    item.role === 'headline' ||
    item.role === 'kicker' ||
    item.role === 'deck' ||
    (item.role === 'jump-line' && item.source !== null);
  if (isHead) return geometry.strip ?? boxRect(format, frame.box);
  const at = geometry.columns.findLastIndex((_, c) => columnLeft(format, geometry, c) <= ink.x + TOUCHES);
  const column = geometry.columns[Math.max(0, at)]!;
  return { x: columnLeft(format, geometry, Math.max(0, at)), width: column.chars * format.bodySize };
};
