/**
 * The text selection over one page: what is selected, what is in composition (underlined), and the caret. The input
 * itself is not here: it must outlive pages that come and go (caret-input.ts).
 */
import { useEffect } from 'react';
import type { CaretBox, SelectionBox } from '../../core/display/text-geometry.ts';
import { useDesk } from '../state/desk-store.ts';
import { useInput } from '../state/input-state.ts';
import { useSelection } from '../state/selection-store.ts';
import { startTextInput } from './caret-input.ts';
import { selectionGeometry } from './selection-geometry.ts';
import { isCaret } from './text-selection.ts';

/** CSS pixels; a hair on any screen would be lost. */
const CARET_WIDTH = 1.5;

const Caret = ({ box, scale, focused }: { box: CaretBox; scale: number; focused: boolean }) => {
  const length = box.height * scale;
  const size = box.turned ? { width: length, height: CARET_WIDTH } : { width: CARET_WIDTH, height: length };
  return (
    <div
      className="text-caret"
      data-focused={focused}
      style={{ left: box.x * scale, top: box.top * scale, ...size }}
    />
  );
};

const Boxes = ({
  boxes,
  page,
  scale,
  className,
}: {
  boxes: readonly SelectionBox[];
  page: number;
  scale: number;
  className: string;
}) =>
  boxes.map(({ page: own, rect }, index) =>
    own === page ? (
      <div
        key={index}
        className={className}
        style={{
          left: rect.x * scale,
          top: rect.y * scale,
          width: rect.width * scale,
          height: rect.height * scale,
        }}
      />
    ) : null,
  );

/** @param page index; @param scale CSS pixels to a point */
export const TextLayer = ({ page, scale }: { readonly page: number; readonly scale: number }) => {
  const desk = useDesk((s) => s.desk);
  const selection = useSelection((s) => s.selection);
  const { focused, composing } = useInput();
  useEffect(startTextInput, []);
  if (desk.phase !== 'open' || selection.kind !== 'text') return null;
  const { caret, selected, composed } = selectionGeometry(desk.open, selection, composing);
  const key = `${selection.focus.paragraph} ${selection.focus.offset}`;
  return (
    <div className="text-layer" aria-hidden="true">
      <Boxes boxes={selected} page={page} scale={scale} className="text-selected" />
      <Boxes boxes={composed} page={page} scale={scale} className="text-composed" />
      {caret?.page === page && isCaret(selection) && (
        // A new key with each move: the caret is never in its dark phase where it comes to stand.
        <Caret key={key} box={caret} scale={scale} focused={focused} />
      )}
    </div>
  );
};
