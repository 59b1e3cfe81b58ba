/** One page forward or back. */
import { openDesk } from './desk-store.ts';
import { showPage } from './present-page.ts';
import { selected } from './selection-store.ts';
import { useView } from './view-store.ts';

/** Text keeps its caret while one leafs; what is taken out or moved by a key must be in sight. */
const turnTo = (page: number): void => {
  if (selected().kind === 'text') useView.getState().goTo(page);
  else showPage(page);
};

export const hasNextPage = (): boolean => useView.getState().page + 1 < (openDesk()?.shown.pages.length ?? 0);
export const hasPreviousPage = (): boolean => openDesk() !== null && useView.getState().page > 0;
export const nextPage = (): void => turnTo(useView.getState().page + 1);
export const previousPage = (): void => turnTo(useView.getState().page - 1);
