/**
 * Another issue's stories under the ids of ours, so that both can be compared by ids as two copies are: those with much
 * the same words belong together, all others are on one side only. For looking at; nothing is merged by it. Pure.
 */
import type { Issue, StoryId } from '../issue/issue.ts';
import { pairedStories } from './story-likeness.ts';

export const alignedStories = (mine: Issue, theirs: Issue): Issue => {
  const paired = pairedStories(mine.stories, theirs.stories);
  const ids = new Map<StoryId, StoryId>(
    theirs.stories.map(({ id }, at) => {
      const own = paired.get(at);
      // No id of ours has a blank.
      return [id, own === undefined ? `other ${id}` : mine.stories[own]!.id];
    }),
  );
  const named = (id: StoryId): StoryId => ids.get(id) ?? id;
  return {
    ...theirs,
    stories: theirs.stories.map((story) => ({ ...story, id: named(story.id) })),
    pages: theirs.pages.map((page) => ({
      ...page,
      frames: page.frames.map((frame) => ({ ...frame, story: named(frame.story) })),
    })),
    importNotes: theirs.importNotes.map((note) => ({
      ...note,
      story: note.story === null ? null : named(note.story),
    })),
  };
};
