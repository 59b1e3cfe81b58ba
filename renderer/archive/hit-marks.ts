/** Where a hit stands on the laid-out pages: its story's frames, and the words in it that were looked for. Pure. */
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import { type SelectionBox, selectionBoxes } from '../../core/display/selection-boxes.ts';
import { findText } from '../../core/issue/find-text.ts';
import type { Issue, StoryId } from '../../core/issue/issue.ts';
import type { Typesetting } from '../../core/typeset/typesetting.ts';

export interface HitMarks {
  readonly frames: readonly SelectionBox[];
  readonly words: readonly SelectionBox[];
  /** What the view goes to: the first word, else the story; null where it stands on no page. */
  readonly goal: SelectionBox | null;
}

export const hitMarks = (
  issue: Issue,
  layout: IssueLayout,
  typesetting: Typesetting,
  story: StoryId,
  words: readonly string[],
): HitMarks => {
  const frames = layout.pages.flatMap((page, index) =>
    page.frames.filter((frame) => frame.story === story).map(({ rect }) => ({ page: index, rect })),
  );
  const own = { ...issue, stories: issue.stories.filter(({ id }) => id === story) };
  const boxes = words
    .flatMap((query) => findText(own, { query, matchCase: false, ignoreWidth: true }))
    .flatMap(({ from, to }) => selectionBoxes(layout.displayList.pages, typesetting, from, to));
  return { frames, words: boxes, goal: boxes[0] ?? frames[0] ?? null };
};
