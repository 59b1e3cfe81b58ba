/** 版面: adding, taking out and moving pages. Each acts on the page in view, or on the page that a panel names. */
import { addPage, movePage, removePage } from '../../core/issue/edits.ts';
import { EMPTY_STAFF } from '../../core/issue/issue.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit, endBurst } from '../state/edit-issue.ts';
import { showPage } from '../state/present-page.ts';
import { useView } from '../state/view-store.ts';
import { panelStrings } from '../strings/panels.ts';
import type { Command } from './command.ts';

const said = panelStrings.pages;
const view = () => useView.getState();
const pages = () => openDesk()?.issue.pages ?? [];
/** The page in view: never past the last one, which an undo may have taken away. */
const current = () => Math.min(view().page, pages().length - 1);

/** Puts an empty page in at that place, from 0, and goes there. */
export const addPageAt = (at: number): void => {
  endBurst();
  if (!edit((issue) => addPage(issue, { name: '', staff: EMPTY_STAFF, frames: [] }, at))) return;
  showPage(at);
  view().say(said.added(at + 1));
};

/** Takes the page out, with its frames: the notice says that their stories are in the tray again. */
export const removePageAt = (at: number): void => {
  const page = pages()[at];
  if (!page || pages().length < 2) return;
  endBurst();
  if (!edit((issue) => removePage(issue, at))) return;
  const elsewhere = new Set(pages().flatMap(({ frames }) => frames.map(({ story }) => story)));
  const back = new Set(page.frames.map(({ story }) => story).filter((story) => !elsewhere.has(story)));
  showPage(Math.min(at, pages().length - 1));
  view().say(said.removed(at + 1, back.size));
};

/** True where the page was moved. The masthead is the first page's, whichever that is. */
export const movePageTo = (from: number, to: number): boolean => {
  if (from === to || !(from in pages()) || !(to in pages())) return false;
  endBurst();
  if (!edit((issue) => movePage(issue, from, to))) return false;
  showPage(to);
  view().say(said.moved(from + 1, to + 1));
  return true;
};

export const pageCommands = {
  addPage: {
    id: 'add-page',
    label: () => said.addPage,
    keys: ['Mod+Alt+Enter'],
    enabled: () => openDesk() !== null,
    run: () => addPageAt(current() + 1),
  },
  addPageBefore: {
    id: 'add-page-before',
    label: () => said.addPageBefore,
    enabled: () => openDesk() !== null,
    run: () => addPageAt(current()),
  },
  removePage: {
    id: 'remove-page',
    label: () => said.removePage,
    keys: ['Mod+Alt+Backspace'],
    enabled: () => pages().length > 1,
    run: () => removePageAt(current()),
  },
  movePageUp: {
    id: 'move-page-up',
    label: () => said.movePageUp,
    keys: ['Mod+Alt+PageUp'],
    enabled: () => current() > 0,
    run: () => void movePageTo(current(), current() - 1),
  },
  movePageDown: {
    id: 'move-page-down',
    label: () => said.movePageDown,
    keys: ['Mod+Alt+PageDown'],
    enabled: () => openDesk() !== null && current() + 1 < pages().length,
    run: () => void movePageTo(current(), current() + 1),
  },
} as const satisfies Record<string, Command>;
