/** A frame's outline, its name for screen readers, and where its text does not fit, how much is left over. */
import { memo } from 'react';
import type { FrameMark } from '../pasteboard/frame-marks.ts';
import { rectStyle } from '../pasteboard/rect-style.ts';
import { goToFrame } from '../state/go-to-frame.ts';
import { viewStrings } from '../strings/pages.ts';
import { isByName } from './is-by-name.ts';

interface FrameBoxProps {
  readonly frame: FrameMark;
  readonly scale: number;
  readonly state: 'plain' | 'selected' | 'text';
}

const isSame = (a: FrameBoxProps, b: FrameBoxProps): boolean =>
  a.scale === b.scale &&
  a.state === b.state &&
  a.frame.id === b.frame.id &&
  a.frame.title === b.frame.title &&
  a.frame.overset === b.frame.overset &&
  a.frame.oversetCharacters === b.frame.oversetCharacters &&
  a.frame.free === b.frame.free &&
  a.frame.overlaps === b.frame.overlaps &&
  a.frame.misfits === b.frame.misfits &&
  (['x', 'y', 'width', 'height'] as const).every((side) => a.frame.rect[side] === b.frame.rect[side]);

export const frameName = ({ title, columns, lines, overset, free, overlaps, misfits }: FrameMark): string =>
  viewStrings.frame(title === '' ? viewStrings.untitled : title, columns, lines, overset, free) +
  (overlaps ? viewStrings.overlapping : '') +
  (misfits ? viewStrings.misfitting : '');

export const FrameBox = memo(({ frame, scale, state }: FrameBoxProps) => {
  const { id, rect, overset, oversetCharacters, overlaps, misfits } = frame;
  return (
    <>
      <button
        type="button"
        className="frame-box"
        data-frame={id}
        data-state={state}
        data-overset={overset > 0}
        data-overlaps={overlaps || misfits}
        aria-label={frameName(frame)}
        aria-roledescription={viewStrings.frameRole}
        aria-pressed={state !== 'plain'}
        tabIndex={-1}
        style={rectStyle(rect, scale)}
        onClick={(event) => isByName(event) && goToFrame(id)}
      />
      {overset > 0 && (
        <span
          className="frame-overset"
          role="note"
          aria-label={viewStrings.oversetLong(overset, oversetCharacters)}
          title={viewStrings.oversetLong(overset, oversetCharacters)}
          style={{ left: (rect.x + rect.width / 2) * scale, top: (rect.y + rect.height) * scale }}
        >
          {viewStrings.overset(overset)}
        </span>
      )}
    </>
  );
}, isSame);
