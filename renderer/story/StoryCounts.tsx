/** How long the story is: its characters, its lines in the frames that it has now, what is left over or free. */
import { useMemo } from 'react';
import type { Story } from '../../core/issue/issue.ts';
import type { FrameReport, PageReport } from '../../core/makeup/page-report.ts';
import { countCharacters } from '../../core/manuscript/character-kinds.ts';
import { useOpen } from '../state/desk-store.ts';
import { storyStrings } from '../strings/story.ts';

const NO_PAGES: readonly PageReport[] = [];

const sumOf = (frames: readonly FrameReport[], what: 'lines' | 'overset' | 'free'): number =>
  frames.reduce((sum, frame) => sum + frame[what], 0);

export const StoryCounts = ({ story }: { readonly story: Story }) => {
  const pages = useOpen((open) => open.layout.pages, NO_PAGES);
  const characters = useMemo(
    () => story.paragraphs.reduce((sum, { text }) => sum + countCharacters(text), 0),
    [story.paragraphs],
  );
  const frames = pages.flatMap((page) => page.frames).filter((frame) => frame.story === story.id);
  const [over, under] = [sumOf(frames, 'overset'), sumOf(frames, 'free')];
  return (
    <p className="story-counts">
      <span>{storyStrings.characters(characters)}</span>
      {frames.length === 0 ? (
        <span>{storyStrings.unplaced}</span>
      ) : (
        <>
          <span>{storyStrings.lines(sumOf(frames, 'lines'))}</span>
          <span className={over > 0 ? 'fault' : undefined}>
            {over > 0 ? storyStrings.over(over) : under > 0 ? storyStrings.under(under) : storyStrings.exact}
          </span>
        </>
      )}
    </p>
  );
};
