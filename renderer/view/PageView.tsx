/**
 * The middle of the window: the pasteboard with the pages, rulers along it, the menu at the pointer, and a sentence
 * for screen readers about what is selected. It is drawn anew when pages come, go or are scrolled to, never by a
 * keystroke: the sheets look at their own pages.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { followSelectionWithFocus } from '../focus/follow-selection.ts';
import { ContextMenu } from '../menus/ContextMenu.tsx';
import { setDeskView } from '../pasteboard/desk-view.ts';
import type { PageSpan } from '../pasteboard/pasteboard.ts';
import { useScroller } from '../pasteboard/use-scroller.ts';
import { listenToPointer } from '../pointer/pointer-router.ts';
import { listenToZoomGestures } from '../pointer/zoom-gestures.ts';
import { useOpen } from '../state/desk-store.ts';
import { useView } from '../state/view-store.ts';
import { viewStrings } from '../strings/pages.ts';
import { strings } from '../strings/window.ts';
import { loadFontsAhead } from './fonts-ahead.ts';
import { PageSheet } from './PageSheet.tsx';
import { Rulers } from './Rulers.tsx';
import { SelectionStatus } from './SelectionStatus.tsx';
import { useFormat } from './use-format.ts';

const isIn = ({ first, last }: PageSpan, page: number): boolean => page >= first && page <= last;

const NO_SIZE = { width: 1, height: 1 } as const;

export const PageView = () => {
  const format = useFormat();
  const size = format?.trim ?? NO_SIZE;
  const count = useOpen((open) => open.shown.pages.length, 0);
  const engine = useOpen((open) => open.engine, null);
  const zoom = useView((s) => s.zoom);
  const rulers = useView((s) => s.rulers);
  const scroller = useRef<HTMLElement>(null);
  const drawn = useScroller(scroller, size, count);

  useLayoutEffect(() => {
    setDeskView(scroller.current);
    return () => setDeskView(null);
  }, []);
  useEffect(() => (engine ? loadFontsAhead() : undefined), [engine]);
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const ends = [listenToPointer(view), listenToZoomGestures(view), followSelectionWithFocus()];
    return () => {
      for (const end of ends) end();
    };
  }, []);

  return (
    <div className="page-desk" data-rulers={rulers}>
      {rulers && format && <Rulers scroller={scroller} format={format} count={count} />}
      <main
        className="page-view"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for the keys of everything on the pages
        tabIndex={0}
        aria-label={strings.desk}
        aria-roledescription={viewStrings.deskRole}
      >
        <div className="sheets">
          {Array.from({ length: count }, (_, page) => (
            <PageSheet
              key={page}
              page={page}
              size={size}
              zoom={zoom}
              drawn={isIn(drawn.pages, page) ? (isIn(drawn.atOnce, page) ? 'at-once' : 'gradually') : 'no'}
            />
          ))}
        </div>
      </main>
      <SelectionStatus />
      <ContextMenu />
    </div>
  );
};
