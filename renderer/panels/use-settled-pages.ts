/**
 * The pages as thumbnails show them: as they were when the editor last paused, so that a keystroke redraws none.
 * Pages that come, go, move or get another name are shown at once.
 */
import { startTransition, useEffect, useState } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { drawnPages, openDesk, useDesk } from '../state/desk-store.ts';
import { whenIdle } from '../state/when-idle.ts';

/** After the last change, ms. */
const PAUSE = 400;
const NO_PAGES: readonly DisplayPage[] = [];

const pagesNow = (): readonly DisplayPage[] => {
  const open = openDesk();
  return open ? drawnPages(open) : NO_PAGES;
};

const sameNames = (a: readonly DisplayPage[], b: readonly DisplayPage[]): boolean =>
  a.length === b.length && a.every(({ name, width }, i) => name === b[i]!.name && width === b[i]!.width);

export const useSettledPages = (): readonly DisplayPage[] => {
  const [pages, setPages] = useState(pagesNow);
  useEffect(() => {
    let shown = pagesNow();
    let last = openDesk()?.issue.pages.length;
    let callOff = () => {};
    setPages(shown);
    const stop = useDesk.subscribe(() => {
      const now = pagesNow();
      if (now === shown) return;
      callOff();
      const show = () => {
        shown = now;
        setPages(now);
      };
      const count = openDesk()?.issue.pages.length;
      if (count !== last || !sameNames(now, shown)) show();
      else callOff = whenIdle(() => startTransition(show), PAUSE);
      last = count;
    });
    return () => {
      stop();
      callOff();
    };
  }, []);
  return pages;
};
