/** Where a pointer is on the pages: the one question that the window's own geometry answers. */
import { useView } from '../state/view-store.ts';
import { PX_PER_PT } from '../view/zoom.ts';
import type { PagePoint } from './press.ts';

/** The point of the page under the pointer; null off all pages, and where a panel lies over them. */
export const pagePointAt = (clientX: number, clientY: number): PagePoint | null => {
  const sheet = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.sheet[data-page]');
  if (!sheet) return null;
  const box = sheet.getBoundingClientRect();
  const scale = PX_PER_PT * useView.getState().zoom;
  return {
    page: Number(sheet.dataset.page) - 1,
    x: (clientX - box.left) / scale,
    y: (clientY - box.top) / scale,
  };
};

/** What lies under the pointer by its `data-drop` mark: `tray`; null for none. */
export const dropMarkAt = (clientX: number, clientY: number): string | null =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null;
