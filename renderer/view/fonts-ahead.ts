/**
 * Loads the fonts of the open issue's pages before they are scrolled to. Each slice that arrives makes the browser lay
 * out anew all text of its face: better soon after the issue is opened than while one scrolls.
 */
import { drawnPages, openDesk } from '../state/desk-store.ts';
import { loadPageFonts } from '../svg/page-fonts.ts';

/** After the first page is painted, ms. */
const AFTER_OPENING = 400;

/** Answers how to call it off. */
export const loadFontsAhead = (): (() => void) => {
  const timer = setTimeout(() => {
    // A page whose fonts cannot be had says so itself when it is shown.
    const open = openDesk();
    for (const page of open ? drawnPages(open) : []) loadPageFonts(page).catch(() => undefined);
  }, AFTER_OPENING);
  return () => clearTimeout(timer);
};
