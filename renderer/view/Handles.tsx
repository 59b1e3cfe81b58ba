/** What a selected frame or picture is pulled by. Of one size at all zooms; where two would touch, corners come first. */
import { memo } from 'react';
import { bottom, type Rect, right } from '../../core/geometry.ts';
import type { FrameId } from '../../core/issue/issue.ts';
import type { Handle } from '../drag/start-drag.ts';
import { viewStrings } from '../strings/pages.ts';

const HANDLES: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];
/** Sides shorter than this have no handle between the corners', CSS pixels. */
const LEAST_SIDE = 44;

const placeOf = (handle: Handle, rect: Rect, scale: number) => {
  const across = handle.includes('w') ? rect.x : handle.includes('e') ? right(rect) : rect.x + rect.width / 2;
  const down = handle.includes('n') ? rect.y : handle.includes('s') ? bottom(rect) : rect.y + rect.height / 2;
  return { left: across * scale, top: down * scale };
};

const hasRoom = (handle: Handle, rect: Rect, scale: number): boolean =>
  handle.length === 2 || (handle === 'n' || handle === 's' ? rect.width : rect.height) * scale >= LEAST_SIDE;

export const Handles = memo(({ rect, scale }: { readonly rect: Rect; readonly scale: number }) =>
  HANDLES.filter((handle) => hasRoom(handle, rect, scale)).map((handle) => (
    <span
      key={handle}
      className="handle"
      data-handle={handle}
      aria-hidden="true"
      style={placeOf(handle, rect, scale)}
    />
  )),
);

/** The tab at a frame's top left that moves it while its text is being written. */
export const Grip = ({
  frame,
  rect,
  scale,
}: {
  readonly frame: FrameId;
  readonly rect: Rect;
  readonly scale: number;
}) => (
  <span
    className="grip"
    data-grip={frame}
    title={viewStrings.grip}
    aria-hidden="true"
    style={{ left: rect.x * scale, top: rect.y * scale }}
  />
);
