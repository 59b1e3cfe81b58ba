/**
 * What of a page lies under a point: a jump line, a picture, a frame with its border, the head or another field of
 * the page, else bare paper. Pure; lengths in points. Which character it is, core/display/hit-text.ts tells.
 */
import type { FieldBox } from '../../core/display/field-boxes.ts';
import { bottom, type Rect, right } from '../../core/geometry.ts';
import type { FrameId } from '../../core/issue/issue.ts';
import type { PageField } from '../../core/issue/page-field.ts';
import type { FrameMark, JumpMark, PictureMark } from './frame-marks.ts';

export type PageHit =
  | { readonly kind: 'jump'; readonly frame: FrameId; readonly end: 'to' | 'from' }
  | { readonly kind: 'picture'; readonly frame: FrameId; readonly index: number }
  | { readonly kind: 'frame'; readonly frame: FrameId; readonly onBorder: boolean }
  | { readonly kind: 'head'; readonly field: PageField | null }
  | { readonly kind: 'page' };

/** All of a page that can be hit. */
export interface PageTargets {
  /** The topmost last. */
  readonly frames: readonly FrameMark[];
  readonly pictures: readonly PictureMark[];
  readonly jumps: readonly JumpMark[];
  readonly fields: readonly FieldBox[];
  /** Where masthead or folio stand, whatever they show. */
  readonly head: Rect;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const isIn = (rect: Rect, { x, y }: Point, around = 0): boolean =>
  x >= rect.x - around && x < right(rect) + around && y >= rect.y - around && y < bottom(rect) + around;

/** How wide the border of a frame is to the pointer, CSS pixels: more of it without than within, over the text. */
export const BORDER_OUTSIDE = 4;
export const BORDER_INSIDE = 2;

/** The smallest of those that the point is in: an ear within the masthead, say. */
const smallest = (fields: readonly FieldBox[], point: Point): FieldBox | null => {
  let best: FieldBox | null = null;
  const area = ({ rect }: FieldBox) => rect.width * rect.height;
  for (const field of fields)
    if (isIn(field.rect, point) && (best === null || area(field) < area(best))) best = field;
  return best;
};

/**
 * @param preferred frames that come before those over them, and whose border reaches out of them: what is selected
 * @param scale CSS pixels to a point
 */
export const hitPage = (
  { frames, pictures, jumps, fields, head }: PageTargets,
  point: Point,
  preferred: ReadonlySet<FrameId>,
  scale: number,
): PageHit => {
  const under = frames.filter(({ id, rect }) =>
    isIn(rect, point, preferred.has(id) ? BORDER_OUTSIDE / scale : 0),
  );
  const frame =
    under.findLast(({ id, rect }) => preferred.has(id) && isIn(rect, point)) ??
    under.findLast(({ rect }) => isIn(rect, point)) ??
    under.at(-1);
  const edge = preferred.size > 0 ? under.find(({ id }) => preferred.has(id)) : undefined;
  if (edge && !isIn(edge.rect, point, -BORDER_INSIDE / scale))
    return { kind: 'frame', frame: edge.id, onBorder: true };
  if (frame) {
    const jump = jumps.find((j) => j.frame === frame.id && isIn(j.rect, point));
    if (jump) return { kind: 'jump', frame: jump.frame, end: jump.end };
    const picture = pictures.findLast((p) => p.frame === frame.id && isIn(p.rect, point));
    if (picture) return { kind: 'picture', frame: picture.frame, index: picture.index };
    return { kind: 'frame', frame: frame.id, onBorder: false };
  }
  const field = smallest(fields, point);
  if (field) return { kind: 'head', field: field.field };
  return isIn(head, point) ? { kind: 'head', field: null } : { kind: 'page' };
};
