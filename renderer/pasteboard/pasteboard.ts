/**
 * The pasteboard: all pages under one another, each in the middle, in the scroller's CSS pixels. Everything that asks
 * where a page is (scrolling, zooming, rulers, the pointer, which pages are drawn) asks here, so that none of it
 * measures the DOM. view.css lays the sheets out by the same rules. Pure.
 */
import type { Rect, Size } from '../../core/geometry.ts';
import { PAGE_MARGIN, PX_PER_PT, pageAt } from '../state/zoom.ts';
import type { PagePoint } from './press.ts';

export interface Pasteboard {
  /** CSS pixels to a point. */
  readonly scale: number;
  readonly sheets: readonly Rect[];
}

/** A place in the scroller's content, or of its window onto it, CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is seen of the content: its top left corner is how far it is scrolled. */
export type Window = Rect;

/** `page` in points; `width` of the scroller's window. */
export const pasteboard = (page: Size, count: number, zoom: number, width: number): Pasteboard => {
  const scale = zoom * PX_PER_PT;
  const size = { width: page.width * scale, height: page.height * scale };
  const x = (Math.max(width, size.width + 2 * PAGE_MARGIN) - size.width) / 2;
  const step = size.height + PAGE_MARGIN;
  return {
    scale,
    sheets: Array.from({ length: count }, (_, i) => ({ x, y: PAGE_MARGIN + i * step, ...size })),
  };
};

const nearestSheet = ({ sheets }: Pasteboard, y: number): number =>
  pageAt(
    y,
    sheets.map((sheet) => sheet.y),
    sheets.map((sheet) => sheet.height),
  );

/** Index of the page nearest to the window's middle. */
export const pageInMiddle = (board: Pasteboard, window: Window): number =>
  nearestSheet(board, window.y + window.height / 2);

/** A page that is selected stays the present one as long as this share of the window shows it. */
const STILL_SEEN = 1 / 3;

/** The page in view: the nearest to the window's middle, or the one that is held as long as enough of it is seen. */
export const pageInView = (board: Pasteboard, window: Window, held: number | null): number => {
  const sheet = held === null ? undefined : board.sheets[held];
  if (held === null || !sheet) return pageInMiddle(board, window);
  const seen = Math.min(sheet.y + sheet.height, window.y + window.height) - Math.max(sheet.y, window.y);
  return seen >= Math.min(sheet.height, window.height * STILL_SEEN) ? held : pageInMiddle(board, window);
};

/** From the first page to the last, both included. */
export interface PageSpan {
  readonly first: number;
  readonly last: number;
}

/** Pages that the window and `margin` pixels above and below it touch; at least the nearest. */
export const pagesWithin = (board: Pasteboard, window: Window, margin: number): PageSpan => {
  const nearest = pageInMiddle(board, window);
  const [from, to] = [window.y - margin, window.y + window.height + margin];
  const touched = board.sheets.flatMap(({ y, height }, i) => (y < to && y + height > from ? [i] : []));
  return {
    first: Math.min(nearest, touched[0] ?? nearest),
    last: Math.max(nearest, touched.at(-1) ?? nearest),
  };
};

/** Pages that are drawn ahead of being seen: those within this share of the window's height. */
const AHEAD = 0.5;

/**
 * Pages to draw. `now`: those in the window, and what was drawn before and is still near it, so that a zoom neither
 * shows white nor draws neighbours twice; `soon`: those near it, for when there is time.
 */
export const pagesToDraw = (
  board: Pasteboard,
  window: Window,
  drawn: PageSpan,
): { readonly now: PageSpan; readonly soon: PageSpan } => {
  const seen = pagesWithin(board, window, 0);
  const soon = pagesWithin(board, window, window.height * AHEAD);
  const kept = { first: Math.max(drawn.first, soon.first), last: Math.min(drawn.last, soon.last) };
  const touches = kept.first <= seen.last + 1 && kept.last >= seen.first - 1 && kept.first <= kept.last;
  if (!touches) return { now: seen, soon };
  return {
    now: { first: Math.min(seen.first, kept.first), last: Math.max(seen.last, kept.last) },
    soon,
  };
};

/** A point of a page, as fractions of its size, and where in the window it is seen. */
export interface Anchor {
  readonly page: number;
  readonly across: number;
  readonly down: number;
  readonly at: Place;
}

/** What is seen at that place of the window. */
export const anchorAt = (board: Pasteboard, window: Window, at: Place): Anchor => {
  const y = window.y + at.y;
  const page = nearestSheet(board, y);
  const sheet = board.sheets[page];
  if (!sheet) return { page, across: 0, down: 0, at };
  return {
    page,
    across: (window.x + at.x - sheet.x) / sheet.width,
    down: (y - sheet.y) / sheet.height,
    at,
  };
};

/** The page's middle in the window's. */
export const anchorOnPage = (page: number, window: Size): Anchor => ({
  page,
  across: 0.5,
  down: 0.5,
  at: { x: window.width / 2, y: window.height / 2 },
});

/** How far to scroll so that the anchor is seen where it was. */
export const scrollToAnchor = ({ sheets }: Pasteboard, { page, across, down, at }: Anchor): Place => {
  const sheet = sheets[Math.min(page, sheets.length - 1)];
  if (!sheet) return { x: 0, y: 0 };
  return { x: sheet.x + across * sheet.width - at.x, y: sheet.y + down * sheet.height - at.y };
};

/** How much of the window's width and height a place that one goes to keeps from its edges. */
const COMFORT = 0.15;

/**
 * Along one axis: no farther than it takes to have `at` well within the window; from more than a window away, `at` in
 * its middle.
 */
const comfortable = (from: number, size: number, at: number): number => {
  const room = size * COMFORT;
  const [least, most] = [at - size + room, at - room];
  if (from >= least && from <= most) return from;
  const near = from < least ? least : most;
  return Math.abs(near - from) < size ? near : at - size / 2;
};

/**
 * Where to scroll to: what was asked for last, as long as that is on the present page. Pages that come back into the
 * window (from the archive) show the present one, wherever it was last gone to.
 */
export const goalNow = (
  goal: { readonly page: number; readonly at: Place | null },
  present: number,
): { readonly page: number; readonly at: Place | null } =>
  goal.page === present ? goal : { page: present, at: null };

/** How far to scroll to go to a page: its head, or a point of it (points) well within the window. */
export const scrollToGoal = (
  { sheets, scale }: Pasteboard,
  window: Window,
  page: number,
  at: Place | null,
): Place => {
  const sheet = sheets[page];
  if (!sheet) return window;
  // A page that is seen whole is shown whole: its head is not scrolled away for the sake of a frame.
  const isWhole = sheet.width <= window.width && sheet.height <= window.height;
  if (at && !isWhole)
    return {
      x: comfortable(window.x, window.width, sheet.x + at.x * scale),
      y: comfortable(window.y, window.height, sheet.y + at.y * scale),
    };
  const fits = sheet.width <= window.width;
  return { x: fits ? sheet.x + sheet.width / 2 - window.width / 2 : window.x, y: sheet.y - PAGE_MARGIN };
};

/** The point of a page at that place of the content; null between and beside the pages. */
export const pagePointIn = ({ sheets, scale }: Pasteboard, { x, y }: Place): PagePoint | null => {
  const page = sheets.findIndex(
    (sheet) => x >= sheet.x && x < sheet.x + sheet.width && y >= sheet.y && y < sheet.y + sheet.height,
  );
  const sheet = sheets[page];
  return sheet ? { page, x: (x - sheet.x) / scale, y: (y - sheet.y) / scale } : null;
};
