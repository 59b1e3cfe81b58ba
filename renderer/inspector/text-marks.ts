/** Marks of what is selected: which range can have them, and which it has. Pure. */
import type { Mark, Story } from '../../core/issue/issue.ts';
import { isOneRange, orderedRange, type TextPlace, type TextRange } from '../../core/issue/text-place.ts';

/** The selected range of body text; null for a caret and for the parts that have no marks. */
export const markedRange = (anchor: TextPlace, focus: TextPlace): TextRange | null => {
  if (anchor.part !== 'body' || !isOneRange(anchor, focus)) return null;
  const range = orderedRange(anchor, focus);
  const empty = range.from.paragraph === range.to.paragraph && range.from.offset === range.to.offset;
  return empty ? null : range;
};

/** True where every character of the range has the mark. */
export const hasMark = (story: Story, { from, to }: TextRange, kind: Mark['kind']): boolean => {
  let some = false;
  for (let at = from.paragraph; at <= to.paragraph; at++) {
    const paragraph = story.paragraphs[at];
    if (!paragraph) return false;
    const start = at === from.paragraph ? from.offset : 0;
    const end = at === to.paragraph ? to.offset : paragraph.text.length;
    if (start >= end) continue;
    some = true;
    if (!paragraph.marks.some((mark) => mark.kind === kind && mark.from <= start && mark.to >= end))
      return false;
  }
  return some;
};
