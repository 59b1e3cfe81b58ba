/**
 * A new issue after a past one. What stands in every issue stays: format, profile, imprint, the pages with their 版名
 * and staff, notices whole, and the standing columns of briefs 简讯 and refers 导读 with their heads and frames but
 * without their items. All other stories are out, with their frames and pictures. Pure.
 */
import type { Frame, Issue, MastheadFacts, Page, Story } from './issue.ts';

/** Weekday and Chinese calendar follow from the date: they are computed wherever they are printed. */
export const issueFromIssue = (past: Issue, masthead: MastheadFacts): Issue => {
  const stories = past.stories.flatMap(standing);
  const kept = new Map(stories.map((story) => [story.id, story]));
  const named = new Set([
    ...stories.flatMap(({ pictures }) => pictures.map(({ picture }) => picture)),
    past.publication.masthead.nameplatePicture,
  ]);
  return {
    ...past,
    masthead,
    imprint: { ...past.imprint, printDate: '' },
    stories,
    pages: past.pages.map((page) => emptied(page, kept)),
    pictures: past.pictures.filter(({ id }) => named.has(id)),
    importNotes: [],
  };
};

const standing = (story: Story): readonly Story[] => {
  switch (story.kind) {
    case 'notice':
      return [story];
    case 'briefs':
    case 'refers':
      return [
        { ...story, paragraphs: [], byline: '', credit: '', pictures: [], refersTo: null, tracking: 0 },
      ];
    case 'article':
      return [];
  }
};

const emptied = (page: Page, kept: ReadonlyMap<string, Story>): Page => ({
  ...page,
  frames: page.frames.flatMap((frame): readonly Frame[] => {
    const story = kept.get(frame.story);
    if (!story) return [];
    return [{ ...frame, pictures: frame.pictures.filter(({ index }) => index < story.pictures.length) }];
  }),
});
