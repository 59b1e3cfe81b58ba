/**
 * The one door to typesetting: an issue made up, laid out, placed and copyfitted with one set of fonts. The page, the
 * hosts, the command, thumbnails and packages each hold an engine; what it has made once it knows the next time
 * (core/cache.ts). A new engine gives the same results, which is what kept ones are held against.
 */
import { Cache } from '../cache.ts';
import { type IssueLayout, layOutIssue } from '../display/lay-out-issue.ts';
import type { FontSet } from '../font/font-set.ts';
import type { Issue, StoryId } from '../issue/issue.ts';
import { type Copyfit, copyfitStory } from '../makeup/copyfit.ts';
import type { CopyfitLimits } from '../makeup/copyfit-limits.ts';
import { makeUpIssue } from '../makeup/newspaper/make-up-issue.ts';
import type { PlacingContext } from '../makeup/newspaper/story-fit.ts';
import type { Typesetting } from '../typeset/typesetting.ts';

export interface Engine extends Typesetting {
  /** The issue with its pages made up afresh. */
  makeUp(issue: Issue): Issue;
  layOut(issue: Issue): IssueLayout;
  /** What stories of the issue are placed and measured with (makeup/newspaper/place-story.ts, story-fit.ts). */
  placing(issue: Issue): PlacingContext;
  copyfit(issue: Issue, story: StoryId, limits?: Partial<CopyfitLimits>): Copyfit;
}

export const createEngine = (fonts: FontSet): Engine => {
  const cache = new Cache();
  return {
    fonts,
    cache,
    /* Newspapers are all there is: where the kind of publication decides how pages are made up, it is asked for here. */
    makeUp: (issue) => makeUpIssue(issue, fonts, cache),
    layOut: (issue) => layOutIssue(issue, fonts, cache),
    placing: (issue) => ({ issue, fonts, cache }),
    copyfit: (issue, story, limits) => copyfitStory(issue, story, fonts, cache, limits),
  };
};
