/** A jump line to click on: 下转 leads to the continuation, 上接 back. */
import { otherEnd } from '../../core/issue/edits.ts';
import type { JumpMark } from '../pasteboard/frame-marks.ts';
import { rectStyle } from '../pasteboard/rect-style.ts';
import { useOpen } from '../state/desk-store.ts';
import { followJump, pageOfFrame } from '../state/go-to-frame.ts';
import { viewStrings } from '../strings/pages.ts';
import { isByName } from './is-by-name.ts';

export const JumpTarget = ({ jump, scale }: { readonly jump: JumpMark; readonly scale: number }) => {
  const { frame, end, rect } = jump;
  const page = useOpen(({ shown }) => {
    // A jump line may outlive its frame by the frame that is drawn without it.
    if (pageOfFrame(shown, frame) < 0) return -1;
    const other = otherEnd(shown, frame, end);
    return other === null ? -1 : pageOfFrame(shown, other);
  }, -1);
  if (page < 0) return null;
  const name = end === 'to' ? viewStrings.jumpTo(page + 1) : viewStrings.jumpFrom(page + 1);
  return (
    <button
      type="button"
      className="jump-target"
      aria-label={name}
      title={name}
      tabIndex={-1}
      style={rectStyle(rect, scale)}
      onClick={(event) => isByName(event) && followJump(frame, end)}
    />
  );
};
