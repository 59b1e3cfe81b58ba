/**
 * Arithmetic of the page view: zoom steps, fitting, and the scroll that keeps a point under the pointer. Pure.
 * Zoom 1 is actual size: a point is 96/72 CSS pixels.
 */
import type { Size } from '../../core/geometry.ts';

export const PX_PER_PT = 96 / 72;
export const SMALLEST_ZOOM = 0.25;
export const LARGEST_ZOOM = 8;
/** Around every page, CSS pixels; app.css has the same. */
export const PAGE_MARGIN = 24;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4, 6, 8] as const;

export const clampZoom = (zoom: number): number => Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom));

/** The next step of the buttons and keys; a hair's breadth from a step counts as on it. */
export const stepZoom = (zoom: number, direction: 1 | -1): number =>
  direction === 1
    ? (STEPS.find((step) => step > zoom * 1.01) ?? LARGEST_ZOOM)
    : (STEPS.findLast((step) => step < zoom * 0.99) ?? SMALLEST_ZOOM);

/** Zoom of a wheel turn with Ctrl: a notch of 100 is about a fifth, a trackpad's small steps run smoothly. */
export const wheelZoom = (zoom: number, delta: number): number =>
  clampZoom(zoom * Math.exp(-Math.max(-200, Math.min(200, delta)) / 500));

export type Fit = 'page' | 'width';

/** The zoom at which a page of that size (points) fits the viewport (CSS pixels). */
export const fitZoom = (fit: Fit, page: Size, viewport: Size): number => {
  const across = (viewport.width - 2 * PAGE_MARGIN) / (page.width * PX_PER_PT);
  const down = (viewport.height - 2 * PAGE_MARGIN) / (page.height * PX_PER_PT);
  return clampZoom(fit === 'width' ? across : Math.min(across, down));
};

/** Index of the page that holds the viewport's middle, else the nearest. `tops` and `heights` as laid out. */
export const pageAt = (middle: number, tops: readonly number[], heights: readonly number[]): number => {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  tops.forEach((top, index) => {
    const bottom = top + (heights[index] ?? 0);
    const away = middle < top ? top - middle : middle > bottom ? middle - bottom : 0;
    if (away < distance) {
      best = index;
      distance = away;
    }
  });
  return best;
};
