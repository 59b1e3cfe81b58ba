/**
 * All pages under one another in a scroller. Zooming keeps the point under the pointer (or the view's middle)
 * where it is: the page fraction under it is noted before, and scrolled back to after the new sizes are laid.
 */
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { useApp } from '../state/app-store.ts';
import { PageSheet } from './PageSheet.tsx';
import { fitZoom, PAGE_MARGIN, pageAt, stepZoom, wheelZoom } from './zoom.ts';

interface Anchor {
  readonly sheet: Element;
  /** The anchored point as fractions of the sheet, and where it is on screen. */
  readonly across: number;
  readonly down: number;
  readonly clientX: number;
  readonly clientY: number;
}

const anchorAt = (scroller: Element, clientX: number, clientY: number): Anchor | null => {
  const sheets = [...scroller.querySelectorAll('.sheet')];
  const boxes = sheets.map((sheet) => sheet.getBoundingClientRect());
  const index = pageAt(
    clientY,
    boxes.map((box) => box.top),
    boxes.map((box) => box.height),
  );
  const sheet = sheets[index];
  const box = boxes[index];
  if (!sheet || !box) return null;
  return {
    sheet,
    across: (clientX - box.left) / box.width,
    down: (clientY - box.top) / box.height,
    clientX,
    clientY,
  };
};

export const PageView = ({ pages }: { readonly pages: readonly DisplayPage[] }) => {
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const zoom = useApp((s) => s.zoom);
  const fit = useApp((s) => s.fit);
  const goal = useApp((s) => s.goal);
  const { setZoom, fitted, scrolledTo } = useApp.getState();

  const zoomAt = useCallback(
    (next: number, clientX?: number, clientY?: number) => {
      const view = scroller.current;
      if (!view) return;
      const box = view.getBoundingClientRect();
      anchor.current = anchorAt(
        view,
        clientX ?? box.left + box.width / 2,
        clientY ?? box.top + box.height / 2,
      );
      setZoom(next);
    },
    [setZoom],
  );

  useLayoutEffect(() => {
    const held = anchor.current;
    anchor.current = null;
    const view = scroller.current;
    if (!held || !view) return;
    const box = held.sheet.getBoundingClientRect();
    view.scrollLeft += box.left + held.across * box.width - held.clientX;
    view.scrollTop += box.top + held.down * box.height - held.clientY;
  }, [zoom]);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomAt(wheelZoom(useApp.getState().zoom, event.deltaY), event.clientX, event.clientY);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const now = useApp.getState().zoom;
      if (event.key === '+' || event.key === '=') zoomAt(stepZoom(now, 1));
      else if (event.key === '-') zoomAt(stepZoom(now, -1));
      else if (event.key === '0') zoomAt(1);
      else return;
      event.preventDefault();
    };
    // Not passive: otherwise the browser would zoom its own interface as well.
    view.addEventListener('wheel', onWheel, { passive: false });
    window.addEventListener('keydown', onKey);
    return () => {
      view.removeEventListener('wheel', onWheel);
      window.removeEventListener('keydown', onKey);
    };
  }, [zoomAt]);

  const page = pages[0];
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || !page || fit === null) return;
    const apply = () => fitted(fitZoom(fit, page, { width: view.clientWidth, height: view.clientHeight }));
    apply();
    const observer = new ResizeObserver(apply);
    observer.observe(view);
    return () => observer.disconnect();
  }, [fit, page, fitted]);

  useEffect(() => {
    if (goal.asked === 0) return;
    const view = scroller.current;
    const sheet = view?.querySelectorAll<HTMLElement>('.sheet')[goal.page];
    if (view && sheet) view.scrollTop = sheet.offsetTop - PAGE_MARGIN;
  }, [goal]);

  const onScroll = () => {
    const view = scroller.current;
    if (!view) return;
    const sheets = [...view.querySelectorAll<HTMLElement>('.sheet')];
    const middle = view.scrollTop + view.clientHeight / 2;
    const index = pageAt(
      middle,
      sheets.map((sheet) => sheet.offsetTop),
      sheets.map((sheet) => sheet.offsetHeight),
    );
    if (index !== useApp.getState().page) scrolledTo(index);
  };

  return (
    <main className="page-view" ref={scroller} onScroll={onScroll}>
      <div className="sheets">
        {pages.map((p) => (
          <PageSheet key={p.number} page={p} zoom={zoom} />
        ))}
      </div>
    </main>
  );
};
