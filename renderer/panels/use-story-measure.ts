/**
 * Characters and lines of a story over a span, for its card. Measuring sets the story's text, so it is done when the
 * page is idle, and after the last of a burst of keystrokes; until then the card keeps what it said.
 */
import { useEffect, useRef, useState } from 'react';
import { isLead, type Story } from '../../core/issue/issue.ts';
import type { StoryMeasure } from '../../core/makeup/make-up.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { openDesk, useOpen } from '../state/desk-store.ts';
import { whenIdle } from '../state/when-idle.ts';

/** After a change of the text, ms. */
const PAUSE = 400;

export interface MeasuredStory extends StoryMeasure {
  /** The span that it was measured over. */
  readonly span: number;
}

export const useStoryMeasure = (story: Story, span: number): MeasuredStory | null => {
  const [measure, setMeasure] = useState<MeasuredStory | null>(null);
  const publication = useOpen((open) => open.issue.publication, null);
  const format = useOpen((open) => open.issue.format, null);
  const lead = useOpen((open) => isLead(open.issue, story), false);
  const measured = useRef<Story | null>(null);
  // Profile, format and lead change what is measured.
  useEffect(
    () =>
      whenIdle(
        () => {
          const open = openDesk();
          if (!open?.issue.stories.includes(story)) return;
          const { columns } = formatOf(open.issue.publication, open.issue.format);
          const wanted = Math.min(span, columns);
          setMeasure({ ...open.engine.placing(open.issue).storyMeasure(story.id, wanted), span: wanted });
          measured.current = story;
        },
        measured.current !== null && measured.current !== story ? PAUSE : 0,
      ),
    [story, span, publication, format, lead],
  );
  return measure;
};
