/** The menu at the pointer: where it is open, in CSS pixels of the window; null while it is not. */
import { create } from 'zustand';
import type { Place } from './pasteboard.ts';

export const useContextMenu = create<{ readonly at: Place | null }>(() => ({ at: null }));

export const openContextMenu = (at: Place): void => useContextMenu.setState({ at });
export const closeContextMenu = (): void => useContextMenu.setState({ at: null });
