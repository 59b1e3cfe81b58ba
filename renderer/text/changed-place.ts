/** Where the text of a story differs between two states of the issue: where the caret goes after an undo. Pure. */
import type { Issue, Story } from '../../core/issue/issue.ts';
import { textReplacement } from '../../core/issue/marks.ts';
import { hasText, partsOf, type TextName, type TextPlace, textOf } from '../../core/issue/text-place.ts';

const textIn = (story: Story, { part, paragraph }: TextName): string | null =>
  hasText(story, part, paragraph) ? textOf(story, part, paragraph) : null;

/** The end of what came, or where something went; null where no text of the story changed. */
export const changedPlace = (before: Issue, after: Issue, id: string): TextPlace | null => {
  const was = before.stories.find((s) => s.id === id);
  const is = after.stories.find((s) => s.id === id);
  if (!was || !is || was === is) return null;
  const differing = [...partsOf(is), ...partsOf(was)].find((name) => {
    const text = textIn(is, name);
    return text !== null && text !== textIn(was, name);
  });
  if (!differing) return null;
  const { from, insert } = textReplacement(textIn(was, differing) ?? '', textIn(is, differing) ?? '');
  /* Paragraphs were joined again: what came is the next one's text, and the seam is meant. */
  const isSeam = differing.part === 'body' && is.paragraphs.length < was.paragraphs.length;
  const { story, part, paragraph } = differing;
  return { story, part, paragraph, offset: isSeam ? from : from + insert.length };
};
