/** The caret of a field of the story panel, shown on the page as a caret in that text. */
import type { StoryId } from '../../core/issue/issue.ts';
import type { TextPart, TextPlace } from '../../core/issue/text-place.ts';
import { select, selected } from '../state/selection-store.ts';

export const caretIn =
  (story: StoryId, part: TextPart, paragraph = 0) =>
  (anchor: number, focus: number): void => {
    const at = (offset: number): TextPlace => ({ story, part, paragraph, offset });
    const now = selected();
    const same =
      now.kind === 'text' &&
      now.origin === 'story' &&
      now.focus.story === story &&
      now.focus.part === part &&
      now.focus.paragraph === paragraph &&
      now.focus.offset === focus &&
      now.anchor.offset === anchor;
    if (!same)
      select({ kind: 'text', anchor: at(anchor), focus: at(focus), affinity: 'after', origin: 'story' });
  };
