/** Zooming by wheel with Ctrl (which is also what a trackpad's pinch sends) and by two fingers, about the pointer. */

import { placeInWindow } from '../pasteboard/desk-view.ts';
import { zoomAt } from '../pasteboard/use-scroller.ts';
import { useView } from '../state/view-store.ts';
import { clampZoom, wheelZoom } from '../state/zoom.ts';

/** Pixels of a wheel that counts lines or pages. */
const LINE = 16;
const PAGE = 400;

const pixelsOf = ({ deltaY, deltaMode }: WheelEvent): number =>
  deltaMode === WheelEvent.DOM_DELTA_LINE
    ? deltaY * LINE
    : deltaMode === WheelEvent.DOM_DELTA_PAGE
      ? deltaY * PAGE
      : deltaY;

/** Listens until the answer is called. */
export const listenToZoomGestures = (view: HTMLElement): (() => void) => {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomAt(
      wheelZoom(useView.getState().zoom, pixelsOf(event)),
      placeInWindow(view, event.clientX, event.clientY),
    );
  };

  /** The zoom for each pixel that the two fingers are apart. */
  let perPixel: number | null = null;
  const apart = ([a, b]: readonly Touch[]) =>
    a && b ? Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)) : 1;
  const onTouch = (event: TouchEvent) => {
    const touches = [...event.touches];
    const [a, b] = touches;
    if (!a || !b || touches.length > 2) {
      perPixel = null;
      return;
    }
    event.preventDefault();
    perPixel ??= useView.getState().zoom / apart(touches);
    if (event.type === 'touchmove')
      zoomAt(
        clampZoom(perPixel * apart(touches)),
        placeInWindow(view, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2),
      );
  };
  const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;

  // Not passive: otherwise the browser would zoom its own interface as well.
  view.addEventListener('wheel', onWheel, { passive: false });
  for (const type of TOUCHES) view.addEventListener(type, onTouch, { passive: false });
  return () => {
    view.removeEventListener('wheel', onWheel);
    for (const type of TOUCHES) view.removeEventListener(type, onTouch);
  };
};
