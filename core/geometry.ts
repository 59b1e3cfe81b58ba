/** Plane geometry in points, y downwards from the page's top left corner. Pure. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

export const right = (r: Rect): number => r.x + r.width;
export const bottom = (r: Rect): number => r.y + r.height;

/** True where the two rectangles share area; touching edges do not count. */
export const overlaps = (a: Rect, b: Rect, tolerance = 0.001): boolean =>
  a.x < right(b) - tolerance &&
  b.x < right(a) - tolerance &&
  a.y < bottom(b) - tolerance &&
  b.y < bottom(a) - tolerance;
