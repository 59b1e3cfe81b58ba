/**
 * The issue with only those stories placed that its first pages show, whole threads of them: what is laid out first
 * when an issue opens, so that a window of sixteen pages stands after the layout of one. The pages asked for come out
 * as they will be in the end. Pure.
 */
import type { Issue } from '../../core/issue/issue.ts';

export const firstPagesOf = (issue: Issue, count: number): Issue => {
  const shown = new Set(
    issue.pages.slice(0, count).flatMap((page) => page.frames.map((frame) => frame.story)),
  );
  if (issue.pages.every((page) => page.frames.every((frame) => shown.has(frame.story)))) return issue;
  return {
    ...issue,
    pages: issue.pages.map((page) =>
      page.frames.every((frame) => shown.has(frame.story))
        ? page
        : { ...page, frames: page.frames.filter((frame) => shown.has(frame.story)) },
    ),
  };
};
