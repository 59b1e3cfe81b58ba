/**
 * Scrolling and zooming of the pages. Whoever changes the zoom, the point that is anchored (under the pointer, else
 * the view's middle) stays where it is seen: it is noted at the store's change, while the old sizes still stand, and
 * scrolled back to once the new ones do, before anything is painted.
 */
import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Size } from '../../core/geometry.ts';
import { selected } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { fitZoom } from '../state/zoom.ts';
import { windowOf } from './desk-view.ts';
import {
  type Anchor,
  anchorAt,
  anchorOnPage,
  goalNow,
  type PageSpan,
  type Place,
  pageInView,
  pagesToDraw,
  pasteboard,
  scrollToAnchor,
  scrollToGoal,
} from './pasteboard.ts';

/** Where in its window the next change of the zoom is anchored; null: in its middle. */
let anchorPlace: Place | null = null;

/** Zooms so that what is seen at that place of the view's window stays there. */
export const zoomAt = (zoom: number, place: Place): void => {
  anchorPlace = place;
  useView.getState().setZoom(zoom);
  anchorPlace = null;
};

/** Pages to draw, and which of them at once. */
export interface DrawnPages {
  readonly pages: PageSpan;
  readonly atOnce: PageSpan;
}

const sameSpan = (a: PageSpan, b: PageSpan): boolean => a.first === b.first && a.last === b.last;

const ONE = { first: 0, last: 0 } as const;
const FIRST_PAGE: DrawnPages = { pages: ONE, atOnce: ONE };

/** `page` in points, the same value as long as it is the same size. Answers the pages to draw. */
export const useScroller = (
  scroller: RefObject<HTMLElement | null>,
  page: Size,
  count: number,
): DrawnPages => {
  const zoom = useView((s) => s.zoom);
  const fit = useView((s) => s.fit);
  const goal = useView((s) => s.goal);
  const [drawn, setDrawn] = useState<DrawnPages>(FIRST_PAGE);
  const anchor = useRef<Anchor | null>(null);
  /** The zoom that the sheets are laid out at. */
  const laid = useRef(zoom);
  /** Where the view was sent: as long as it stands there, the page that was asked for is the one in view. */
  const sent = useRef<Place | null>(null);

  const boardAt = (atZoom: number, view: HTMLElement) => pasteboard(page, count, atZoom, view.clientWidth);
  const draw = (view: HTMLElement, urgent: boolean) => {
    const board = boardAt(useView.getState().zoom, view);
    const { now, soon } = pagesToDraw(board, windowOf(view), drawn.pages);
    if (urgent && !(sameSpan(now, drawn.pages) && sameSpan(now, drawn.atOnce)))
      setDrawn({ pages: now, atOnce: now });
    startTransition(() =>
      setDrawn((before) => (sameSpan(before.pages, soon) ? before : { pages: soon, atOnce: before.atOnce })),
    );
  };
  const send = (view: HTMLElement, place: Place) => {
    view.scrollTo(place.x, place.y);
    sent.current = { x: view.scrollLeft, y: view.scrollTop };
    draw(view, true);
  };
  // The listeners below are added once and see what stands now.
  const standing = useRef({ boardAt, draw, send });
  standing.current = { boardAt, draw, send };

  useLayoutEffect(
    () =>
      useView.subscribe((now, before) => {
        const view = scroller.current;
        // Of several changes before the sheets follow, the first one saw them as they are.
        if (!view || now.zoom === before.zoom || before.zoom !== laid.current) return;
        const window = windowOf(view);
        anchor.current =
          now.fit === 'page'
            ? anchorOnPage(now.page, window)
            : anchorAt(
                standing.current.boardAt(before.zoom, view),
                window,
                anchorPlace ?? { x: window.width / 2, y: window.height / 2 },
              );
      }),
    [scroller],
  );

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const held = anchor.current;
    anchor.current = null;
    laid.current = zoom;
    if (held) standing.current.send(view, scrollToAnchor(standing.current.boardAt(zoom, view), held));
    else standing.current.draw(view, true);
    if (useView.getState().fit === null) sent.current = null;
  }, [zoom, page, count, scroller]);

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || fit === null) return;
    const { fitted } = useView.getState();
    const apply = () => fitted(fitZoom(fit, page, { width: view.clientWidth, height: view.clientHeight }));
    apply();
    const { boardAt, send } = standing.current;
    if (fit === 'page') {
      const state = useView.getState();
      send(view, scrollToAnchor(boardAt(state.zoom, view), anchorOnPage(state.page, windowOf(view))));
    }
    const observer = new ResizeObserver(apply);
    observer.observe(view);
    return () => observer.disconnect();
  }, [fit, page, scroller]);

  useLayoutEffect(() => {
    const view = scroller.current;
    const { page: present, zoom: now } = useView.getState();
    if (!view || (goal.asked === 0 && present === 0)) return;
    const { boardAt, send } = standing.current;
    const { page, at } = goalNow(goal, present);
    send(view, scrollToGoal(boardAt(now, view), windowOf(view), page, at));
  }, [goal, scroller]);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const onScroll = () => {
      const { draw, boardAt } = standing.current;
      draw(view, false);
      if (sent.current && sent.current.x === view.scrollLeft && sent.current.y === view.scrollTop) return;
      sent.current = null;
      const state = useView.getState();
      const { kind } = selected();
      const held = kind === 'page' || kind === 'head' ? state.page : null;
      const index = pageInView(boardAt(state.zoom, view), windowOf(view), held);
      if (index !== state.page) state.scrolledTo(index);
    };
    const observer = new ResizeObserver(() => standing.current.draw(view, false));
    observer.observe(view);
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  return drawn;
};
