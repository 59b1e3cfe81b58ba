/**
 * The page view's element, for those who are not its children: the pointer, commands and menus ask it for the focus
 * and for where things of the pages are on screen.
 */
import { formatOf } from '../../core/publication/publication.ts';
import { openDesk } from '../state/desk-store.ts';
import { useView } from '../state/view-store.ts';
import { type Pasteboard, type Place, pagePointIn, pasteboard, type Window } from './pasteboard.ts';
import type { PagePoint } from './press.ts';

let view: HTMLElement | null = null;

export const setDeskView = (element: HTMLElement | null): void => {
  view = element;
};

/** What the element shows of its content. */
export const windowOf = (element: HTMLElement): Window => ({
  x: element.scrollLeft,
  y: element.scrollTop,
  width: element.clientWidth,
  height: element.clientHeight,
});

const boardNow = (element: HTMLElement): Pasteboard | null => {
  const open = openDesk();
  if (!open) return null;
  const { publication, format, pages } = open.shown;
  const { trim } = formatOf(publication, format);
  return pasteboard(trim, pages.length, useView.getState().zoom, element.clientWidth);
};

/** A place on screen as one of the element's window. */
export const placeInWindow = (element: HTMLElement, clientX: number, clientY: number): Place => {
  const box = element.getBoundingClientRect();
  return { x: clientX - box.left - element.clientLeft, y: clientY - box.top - element.clientTop };
};

/** The point of a page at that place on screen, whether a panel lies over it or not; null off all pages. */
export const pagePointOf = (element: HTMLElement, clientX: number, clientY: number): PagePoint | null => {
  const board = boardNow(element);
  const { x, y } = placeInWindow(element, clientX, clientY);
  return board && pagePointIn(board, { x: x + element.scrollLeft, y: y + element.scrollTop });
};

/** The point of a page that the pointer is over; null off all pages, and where a panel lies over them. */
export const pagePointUnder = (clientX: number, clientY: number): PagePoint | null =>
  view?.contains(document.elementFromPoint(clientX, clientY)) ? pagePointOf(view, clientX, clientY) : null;

/** Where a point of a page is on screen, kept within what is seen of the pages; null without a view. */
export const clientPlaceOf = ({ page, x, y }: PagePoint): Place | null => {
  const board = view && boardNow(view);
  const sheet = board?.sheets[page];
  if (!view || !board || !sheet) return null;
  const box = view.getBoundingClientRect();
  const within = (at: number, size: number) => Math.max(0, Math.min(size, at));
  return {
    x: box.left + within(sheet.x + x * board.scale - view.scrollLeft, view.clientWidth),
    y: box.top + within(sheet.y + y * board.scale - view.scrollTop, view.clientHeight),
  };
};

/** Gives the keys to the page view. */
export const focusDesk = (): void => view?.focus({ preventScroll: true });

/** True where the page view itself has the keys: not a field within it, nor anything beside it. */
export const isDeskFocused = (): boolean => view !== null && document.activeElement === view;

/** True where the focus is in the page view or nowhere. */
export const isFocusOnDesk = (): boolean =>
  view !== null && (document.activeElement === document.body || view.contains(document.activeElement));
