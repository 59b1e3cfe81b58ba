/**
 * The present page: the one that the foot and the thumbnails name, that 属性 shows where a page or its head is selected,
 * and that the commands for a page act on. These are one page at any time:
 * - what is selected on a page makes that page the present one;
 * - an issue that is opened begins at its first page;
 * - whoever goes to another page, or scrolls to it, takes the selection of a page along;
 * - where an undo puts pages in, takes them out or moves them, the page that was present stays so; one that came back
 *   is gone to; with the page gone, the one in its place.
 * A frame or text stays selected while the pages are scrolled; going to a page by name selects the page.
 */
import type { Frame, Issue, Page } from '../../core/issue/issue.ts';
import { useDesk } from './desk-store.ts';
import { type Selection, select, selected, useSelection } from './selection-store.ts';
import { useView } from './view-store.ts';

const shownIssue = (): Issue | null => {
  const { desk } = useDesk.getState();
  return desk.phase === 'open' ? desk.open.shown : null;
};

/** The page that the selection stands on; null where it stands on none, or on the present one as well as on others. */
export const pageOfSelection = (
  pages: Issue['pages'],
  selection: Selection,
  present: number,
): number | null => {
  const has = (holds: (frame: Frame) => boolean): number | null => {
    if (pages[present]?.frames.some(holds)) return present;
    const page = pages.findIndex(({ frames }) => frames.some(holds));
    return page < 0 ? null : page;
  };
  switch (selection.kind) {
    case 'page':
    case 'head':
      return selection.page;
    case 'frame':
    case 'picture':
      return has(({ id }) => id === selection.frame);
    case 'text':
      return has(({ story }) => story === selection.focus.story);
    default:
      return null;
  }
};

/** True for one page in two issues: an undo puts a copy back. Two empty pages without a name are one. */
const isSamePage = (a: Page, b: Page): boolean =>
  a === b ||
  (a.name === b.name &&
    a.staff.editor === b.staff.editor &&
    a.frames.length === b.frames.length &&
    a.frames.every(({ id }, i) => id === b.frames[i]!.id));

/** Where the present page is after the pages changed from one list to the other. */
export const presentAfter = (before: Issue['pages'], after: Issue['pages'], present: number): number => {
  if (before === after) return Math.max(0, Math.min(present, after.length - 1));
  const back =
    after.length > before.length
      ? after.findIndex((page) => !before.some((known) => isSamePage(known, page)))
      : -1;
  if (back >= 0) return back;
  const own = before[present];
  const inPlace = after[present];
  // A page that was edited is another value in the same place.
  const at =
    own && !(inPlace && isSamePage(own, inPlace)) ? after.findIndex((page) => isSamePage(own, page)) : -1;
  return at >= 0 ? at : Math.max(0, Math.min(present, after.length - 1));
};

/** Goes to a page and selects it. */
export const showPage = (page: number): void => {
  select({ kind: 'page', page });
  useView.getState().goTo(page);
};

/** After an undo or redo. */
export const followPages = (before: Issue, after: Issue): void => {
  const { page, goTo } = useView.getState();
  const now = presentAfter(before.pages, after.pages, page);
  if (now !== page) goTo(now);
};

/** Keeps the page in view and the selected page one; called once, before anything is drawn. */
export const keepOnePage = (): void => {
  useSelection.subscribe(({ selection }, before) => {
    const issue = shownIssue();
    if (!issue || selection === before.selection) return;
    const { page: present, scrolledTo } = useView.getState();
    const page = pageOfSelection(issue.pages, selection, present);
    if (page !== null && page !== present) scrolledTo(page);
  });
  useView.subscribe(({ page }, before) => {
    const selection = selected();
    if (page === before.page || (selection.kind !== 'page' && selection.kind !== 'head')) return;
    if (selection.page !== page) select({ kind: 'page', page });
  });
  useDesk.subscribe(({ desk }, { desk: before }) => {
    if (desk.phase !== 'open') return;
    const { page, goTo } = useView.getState();
    // Another issue begins at its first page, also where the pages are not in the window now.
    if (before.phase !== 'open' || before.open.engine !== desk.open.engine) return goTo(0);
    const last = desk.open.shown.pages.length - 1;
    if (page > last) goTo(Math.max(0, last));
  });
};
