/**
 * Pictures of a placed story that none of its frames shows: make-up had no room for them, or the frame that showed them
 * was taken away. A story that waits for its place may wait with its pictures. Pure.
 */
import type { Frame, Story } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { headlineOf, pictureName } from './page-report.ts';

/** `page`: where the story begins, from 1. `frames`: those of its thread. */
export const unplacedPictures = (
  story: Story,
  page: number,
  frames: readonly Pick<Frame, 'pictures'>[],
): readonly Problem[] => {
  if (story.pictures.length === 0) return [];
  const shown = new Set(frames.flatMap(({ pictures }) => pictures.map(({ index }) => index)));
  return story.pictures.flatMap((_, index): Problem[] =>
    shown.has(index)
      ? []
      : [
          {
            kind: 'unplaced-picture',
            severity: 'warning',
            message: `第${page}版《${headlineOf(story)}》的${pictureName(story, index)}没有排入版位：请在“属性”的“配图”里放入，不用的请从稿件里删去。`,
            page,
            story: story.id,
          },
        ],
  );
};
