/**
 * One page of the pasteboard: white paper of the page's size, and where it is near the window, the drawing once its
 * fonts are there with the layers of the editor over it. A sheet reads its own page alone: an edit draws the pages
 * that it changed, and no other.
 */
import { memo, type ReactNode, useEffect, useState } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { Size } from '../../core/geometry.ts';
import { DragGhost } from '../drag/DragGhost.tsx';
import { HeadLayer } from '../head/HeadLayer.tsx';
import { drawnPages, useOpen } from '../state/desk-store.ts';
import { useView } from '../state/view-store.ts';
import { PX_PER_PT } from '../state/zoom.ts';
import { strings } from '../strings/window.ts';
import { DisplayListSvg } from '../svg/DisplayListSvg.tsx';
import { usePageFonts } from '../svg/page-fonts.ts';
import { TextLayer } from '../text/TextLayer.tsx';
import { FrameLayer } from './FrameLayer.tsx';
import { GridLayer } from './GridLayer.tsx';

interface SheetProps {
  /** Index of the page. */
  readonly page: number;
  /** Points. */
  readonly size: Size;
  readonly zoom: number;
  /** `at-once`: the window shows it; `gradually`: it is about to. */
  readonly drawn: Drawn;
}

export type Drawn = 'no' | 'gradually' | 'at-once';

export const PageSheet = memo(({ page, size, zoom, drawn }: SheetProps) => {
  const style = { width: size.width * PX_PER_PT * zoom, height: size.height * PX_PER_PT * zoom };
  return drawn === 'no' ? (
    <section className="sheet" data-page={page + 1} data-fonts="away" style={style} />
  ) : (
    <DrawnSheet page={page} zoom={zoom} style={style} atOnce={drawn === 'at-once'} />
  );
});

const DrawnSheet = ({
  page: index,
  zoom,
  style,
  atOnce,
}: {
  readonly page: number;
  readonly zoom: number;
  readonly style: Size;
  readonly atOnce: boolean;
}) => {
  const page = useOpen((open) => drawnPages(open)[index] ?? null, null);
  const grid = useView((s) => s.grid);
  const scale = PX_PER_PT * zoom;
  // A page that was just taken away: its sheet goes with the next count.
  if (!page) return null;
  return (
    <PaintedSheet page={page} zoom={zoom} style={style} atOnce={atOnce}>
      {grid && <GridLayer page={index} scale={scale} />}
      <FrameLayer page={index} scale={scale} />
      <HeadLayer page={index} scale={scale} />
      <TextLayer page={index} scale={scale} />
      <DragGhost page={index} scale={scale} />
    </PaintedSheet>
  );
};

const ALL = Number.POSITIVE_INFINITY;
/** What the browser lays out and paints in half a frame. */
const ITEMS_A_FRAME = 120;

/**
 * How many of a page's items are drawn. To lay out all of a broadsheet's characters takes the browser as long as some
 * frames of scrolling: a page that comes near meanwhile is drawn a piece a frame, and stays whole from then on.
 */
const useItemsDrawn = (count: number, atOnce: boolean): number => {
  const [drawn, setDrawn] = useState(atOnce ? ALL : ITEMS_A_FRAME);
  useEffect(() => {
    if (drawn === ALL) return;
    const next = atOnce || drawn >= count ? ALL : drawn + ITEMS_A_FRAME;
    const frame = requestAnimationFrame(() => setDrawn(next));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count, atOnce]);
  return atOnce ? ALL : drawn;
};

const PaintedSheet = ({
  page,
  zoom,
  style,
  atOnce,
  children,
}: {
  readonly page: DisplayPage;
  readonly zoom: number;
  readonly style: Size;
  readonly atOnce: boolean;
  /** What lies over the drawing. */
  readonly children: ReactNode;
}) => {
  const { state, painted } = usePageFonts(page);
  const items = useItemsDrawn(page.items.length, atOnce);
  const isWhole = items === ALL;
  const laid = { width: page.width * PX_PER_PT, height: page.height * PX_PER_PT };
  return (
    <section
      className="sheet"
      data-page={page.number}
      data-fonts={state === 'ready' && !isWhole ? 'loading' : state}
      style={{ width: style.width, height: style.height }}
      aria-busy={state === 'loading' || !isWhole}
    >
      {painted && (
        <div className="sheet-drawing" style={{ ...laid, transform: `scale(${zoom})` }}>
          <DisplayListSvg
            page={painted}
            {...laid}
            items={items}
            label={strings.page(page.number, page.name)}
          />
        </div>
      )}
      {state === 'failed' && <p className="sheet-message">{strings.fontsFailed}</p>}
      {painted && isWhole && children}
    </section>
  );
};
