/** The focus brought to what is only about to be drawn: a page that scrolls into view, a panel that is opened. */
import { useView } from '../state/view-store.ts';

/** Frames that a goal may take to come into view. */
const MOST_FRAMES = 30;

/** Selects what the field holds as well: most is written anew. */
const focusWhenThere = (selector: string, frames = MOST_FRAMES): void => {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) {
      if (frames > 0) focusWhenThere(selector, frames - 1);
      return;
    }
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
};

/** The outline of a field on the page; of the first where none is named. */
export const focusOutline = (page: number, key: string | null = null): void =>
  focusWhenThere(
    `.head-layer[data-head-page="${page}"] button${key === null ? '' : `[data-outline="${key}"]`}`,
  );

/** The inspector's field of that name. */
export const focusInspectorField = (field: string): void => {
  useView.getState().showRight('inspector');
  focusWhenThere(`.inspector [data-head-field="${field}"] :is(input, textarea)`);
};
