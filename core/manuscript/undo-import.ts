/**
 * An editor's answer to the import's report: a removed passage is put back, a normalisation is refused. Each is an
 * edit of the issue like any other, with patches, so it can be undone. Both give null where the text has been edited
 * since and the place can no longer be told: nothing is ever put where it does not belong.
 */
import type { EditedIssue } from '../issue/edit.ts';
import { mappedBreaks } from '../issue/headline-break-offsets.ts';
import { type Issue, paragraph, type Story } from '../issue/issue.ts';
import { insertParagraph, replaceText, setParagraphByline, setStoryPart } from '../issue/story-edits.ts';
import type { Normalisation, RemovedPassage, TextPlace } from './import-report.ts';

/** Puts a removed passage back as a paragraph of its own, behind the one that it stood in or after. */
export const restoreRemoved = (issue: Issue, removed: RemovedPassage): EditedIssue | null => {
  const story = issue.stories.find((one) => one.id === removed.story);
  if (!story || removed.text.trim() === '') return null;
  const at = removed.paragraph === null ? 0 : removed.paragraph + 1;
  if (at > story.paragraphs.length) return null;
  return insertParagraph(issue, story.id, at, paragraph(removed.text));
};

const textAt = (story: Story, place: TextPlace): string | null => {
  switch (place.part) {
    case 'paragraph':
      return story.paragraphs[place.paragraph ?? -1]?.text ?? null;
    case 'paragraph-byline':
      return story.paragraphs[place.paragraph ?? -1]?.byline ?? null;
    default:
      return story[place.part];
  }
};

/** Takes a change of the import back: what the manuscript had stands again where it was changed. */
export const refuseNormalisation = (issue: Issue, change: Normalisation): EditedIssue | null => {
  const { place } = change;
  const story = place && issue.stories.find((one) => one.id === place.story);
  if (!place || !story) return null;
  const text = textAt(story, place);
  const end = place.offset + change.after.length;
  if (text === null || text.slice(place.offset, end) !== change.after) return null;
  const whole = text.slice(0, place.offset) + change.before + text.slice(end);
  switch (place.part) {
    case 'paragraph':
      return replaceText(issue, story.id, place.paragraph ?? 0, place.offset, end, change.before);
    case 'paragraph-byline':
      return setParagraphByline(issue, story.id, place.paragraph ?? 0, whole);
    case 'kicker':
    case 'headline':
    case 'deck': {
      const kept = mappedBreaks(story.breaks[place.part], place.offset, end, change.before.length);
      return setStoryPart(issue, story.id, place.part, whole, kept);
    }
    default:
      return setStoryPart(issue, story.id, place.part, whole);
  }
};
