/**
 * Rulers along the top and the left: millimetres from the corner of the page nearest the middle, and that page's
 * basic columns and body lines. Canvases drawn at most once a frame, when the view scrolls, zooms or is resized; a
 * hair line in each follows the pointer without drawing anything anew.
 */
import { memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PageFormat } from '../../core/publication/publication.ts';
import { placeInWindow, windowOf } from '../pasteboard/desk-view.ts';
import { pageInMiddle, pasteboard } from '../pasteboard/pasteboard.ts';
import { useView } from '../state/view-store.ts';
import { drawLeftRuler, drawTopRuler } from './draw-rulers.ts';

interface RulersProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly format: PageFormat;
  /** Pages. */
  readonly count: number;
}

export const Rulers = memo(({ scroller, format, count }: RulersProps) => {
  const top = useRef<HTMLCanvasElement>(null);
  const left = useRef<HTMLCanvasElement>(null);
  const across = useRef<HTMLDivElement>(null);
  const down = useRef<HTMLDivElement>(null);
  const redraw = useRef<() => void>(() => undefined);
  const zoom = useView((s) => s.zoom);
  const theme = useView((s) => s.theme);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let frame: number | null = null;
    const draw = () => {
      frame = null;
      const window = windowOf(view);
      const board = pasteboard(format.trim, count, useView.getState().zoom, window.width);
      const sheet = board.sheets[pageInMiddle(board, window)];
      if (!sheet || !top.current || !left.current) return;
      drawTopRuler(top.current, format, { zero: sheet.x - window.x, scale: board.scale });
      drawLeftRuler(left.current, format, { zero: sheet.y - window.y, scale: board.scale });
    };
    const ask = () => {
      frame ??= requestAnimationFrame(draw);
    };
    redraw.current = ask;
    const onMove = (event: PointerEvent) => {
      const place = placeInWindow(view, event.clientX, event.clientY);
      if (across.current) across.current.style.transform = `translateX(${place.x}px)`;
      if (down.current) down.current.style.transform = `translateY(${place.y}px)`;
    };
    const observer = new ResizeObserver(ask);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    observer.observe(view);
    scheme.addEventListener('change', ask);
    view.addEventListener('scroll', ask, { passive: true });
    view.addEventListener('pointermove', onMove, { passive: true });
    ask();
    return () => {
      if (frame !== null) cancelAnimationFrame(frame);
      observer.disconnect();
      scheme.removeEventListener('change', ask);
      view.removeEventListener('scroll', ask);
      view.removeEventListener('pointermove', onMove);
    };
  }, [scroller, format, count]);
  useLayoutEffect(() => redraw.current(), [zoom, theme]);

  return (
    <>
      <div className="ruler-corner" aria-hidden="true" />
      <div className="ruler ruler-top" aria-hidden="true">
        <canvas ref={top} />
        <div className="ruler-hair" ref={across} />
      </div>
      <div className="ruler ruler-left" aria-hidden="true">
        <canvas ref={left} />
        <div className="ruler-hair" ref={down} />
      </div>
    </>
  );
});
