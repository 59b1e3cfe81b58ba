/** What the inspector shows is looked up anew at every edit: an undo or another edit may have taken it away. Pure. */
import type { EditedIssue } from '../../core/issue/edit.ts';
import type { Frame, FrameId, Issue, Story, StoryId } from '../../core/issue/issue.ts';
import type { FrameReport, PageReport } from '../../core/makeup/page-report.ts';

export interface FramePlace {
  readonly frame: Frame;
  /** Index of its page. */
  readonly page: number;
  readonly story: Story;
}

export const framePlace = (issue: Issue, id: FrameId | null): FramePlace | null => {
  for (const [page, { frames }] of issue.pages.entries()) {
    const frame = frames.find((own) => own.id === id);
    const story = frame && issue.stories.find((own) => own.id === frame.story);
    if (frame && story) return { frame, page, story };
  }
  return null;
};

export const storyIn = (issue: Issue, id: StoryId | null): Story | null =>
  issue.stories.find((story) => story.id === id) ?? null;

export const reportOf = (pages: readonly PageReport[], id: FrameId): FrameReport | null =>
  pages.flatMap(({ frames }) => frames).find(({ frame }) => frame === id) ?? null;

/** An edit of the frame as it is then; none where it is gone. */
export const onFrame =
  (id: FrameId, make: (issue: Issue, place: FramePlace) => EditedIssue | null) =>
  (issue: Issue): EditedIssue | null => {
    const place = framePlace(issue, id);
    return place && make(issue, place);
  };

/** An edit of the story as it is then; none where it is gone. */
export const onStory =
  (id: StoryId, make: (issue: Issue, story: Story) => EditedIssue | null) =>
  (issue: Issue): EditedIssue | null => {
    const story = storyIn(issue, id);
    return story && make(issue, story);
  };
