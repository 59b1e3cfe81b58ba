/** The drag that is going on, as the ghost shows it. Null for none. */
import { create } from 'zustand';
import type { Rect } from '../../core/geometry.ts';

export interface Ghost {
  /** Index of the page; null where the pointer is on none (over the tray, say). */
  readonly page: number | null;
  /** Points of the page. */
  readonly rect: Rect | null;
  /** `refused`: it cannot be dropped here. */
  readonly verdict: 'fits' | 'overset' | 'swap' | 'refused' | 'tray';
  /** e.g. 3 栏 × 24 行，余 5 行. */
  readonly label: string;
  /** CSS pixels of the window, for the label where no page is under the pointer. */
  readonly pointer: { readonly x: number; readonly y: number };
}

export const useDrag = create<{ readonly ghost: Ghost | null }>(() => ({ ghost: null }));
export const showGhost = (ghost: Ghost | null): void => useDrag.setState({ ghost });
