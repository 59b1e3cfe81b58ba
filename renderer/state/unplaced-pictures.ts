/** Pictures of placed stories that none of their frames shows: a swap or a smaller frame may have put them out. Pure. */
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { panelStrings } from '../strings.ts';

export const unplacedPictures = (issue: Issue): readonly Problem[] => {
  const shown = new Map<string, Set<number>>();
  for (const { frames } of issue.pages)
    for (const frame of frames) {
      const own = shown.get(frame.story) ?? new Set();
      for (const { index } of frame.pictures) own.add(index);
      shown.set(frame.story, own);
    }
  return issue.stories.flatMap((story) => {
    const own = shown.get(story.id);
    if (!own) return [];
    return story.pictures.flatMap(({ caption }, index): Problem[] =>
      own.has(index)
        ? []
        : [
            {
              kind: 'missing-picture',
              severity: 'warning',
              message: panelStrings.problems.unplacedPicture(headlineOf(story), index + 1, caption),
              story: story.id,
            },
          ],
    );
  });
};
