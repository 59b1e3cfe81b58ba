/** What lies under the pointer by its `data-drop` mark: `tray`; null for none. */
export const dropMarkAt = (clientX: number, clientY: number): string | null =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null;
