/** A rectangle of the page as the place of an element over it. */
import type { Rect } from '../../core/geometry.ts';

/** @param scale CSS pixels to a point */
export const rectStyle = ({ x, y, width, height }: Rect, scale: number) => ({
  left: x * scale,
  top: y * scale,
  width: width * scale,
  height: height * scale,
});
