/** The picture in small, with the point that a crop keeps in sight: clicked, or moved by the arrows. */
import type { KeyboardEvent, MouseEvent } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { PictureInfo } from '../../core/issue/issue.ts';
import { endBurst } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** What an arrow moves it by, of the picture's width or height. */
const STEP = 0.05;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Whole per cents within the picture: what the number fields show. */
export const roundedFocus = ({ x, y }: Focus): Focus => {
  const rounded = (at: number) => Math.round(Math.max(0, Math.min(1, at)) * 100) / 100;
  return { x: rounded(x), y: rounded(y) };
};

export const FocusPicker = ({
  picture,
  focus,
  onFocus,
}: {
  readonly picture: PictureInfo;
  readonly focus: Focus;
  readonly onFocus: (focus: Focus, group: string | null) => void;
}) => {
  const onClick = (event: MouseEvent<HTMLButtonElement>): void => {
    // A click by the keyboard has no place.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onFocus(
      roundedFocus({
        x: (event.clientX - box.left) / box.width,
        y: (event.clientY - box.top) / box.height,
      }),
      null,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    onFocus(roundedFocus({ x: focus.x + by[0], y: focus.y + by[1] }), 'picture focus');
  };
  return (
    <button
      type="button"
      className="focus-picker"
      aria-label={`${say.picture.focus}：${say.picture.focusHint}`}
      title={say.picture.focusHint}
      style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onBlur={endBurst}
    >
      <img src={ADDRESSES.picture(picture.id)} alt="" draggable={false} />
      <i style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }} />
    </button>
  );
};
