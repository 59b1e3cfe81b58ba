/** A picture's outline and its name for screen readers. */
import { memo } from 'react';
import type { PictureMark } from '../pasteboard/frame-marks.ts';
import { rectStyle } from '../pasteboard/rect-style.ts';
import { select } from '../state/selection-store.ts';
import { viewStrings } from '../strings/pages.ts';
import { isByName } from './is-by-name.ts';

interface PictureBoxProps {
  readonly picture: PictureMark;
  /** Of its story. */
  readonly title: string;
  readonly scale: number;
  readonly selected: boolean;
}

export const PictureBox = memo(({ picture, title, scale, selected }: PictureBoxProps) => {
  const { frame, index, rect } = picture;
  return (
    <button
      type="button"
      className="picture-box"
      data-selected={selected}
      aria-label={viewStrings.pictureOf(index + 1, title === '' ? viewStrings.untitled : title)}
      aria-pressed={selected}
      tabIndex={-1}
      style={rectStyle(rect, scale)}
      onClick={(event) => isByName(event) && select({ kind: 'picture', frame, index })}
    />
  );
});
