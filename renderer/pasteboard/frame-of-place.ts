/** The frame that shows a place of a text, and the first place of a frame's text. Read from the display list. Pure. */
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { FrameId } from '../../core/issue/issue.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';

/** Null where the place is not shown: its story stands in the tray, or the text there is overset. */
export const frameOfPlace = (pages: readonly DisplayPage[], place: TextPlace): FrameId | null => {
  for (const page of pages)
    for (const { frame, source } of page.items)
      if (
        source !== null &&
        source.story === place.story &&
        source.part === place.part &&
        source.paragraph === place.paragraph &&
        source.line.from <= place.offset &&
        place.offset <= source.line.to
      )
        return frame;
  return null;
};

/** Where the text in the frame begins; null where it shows none. */
export const firstPlaceOf = (pages: readonly DisplayPage[], frame: FrameId): TextPlace | null => {
  for (const page of pages)
    for (const item of page.items) {
      if (item.frame !== frame || item.source === null || item.kind === 'picture' || item.kind === 'rect')
        continue;
      const { story, part, paragraph, line } = item.source;
      return { story, part, paragraph, offset: Math.max(0, line.from) };
    }
  return null;
};
