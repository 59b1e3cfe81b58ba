/**
 * The one door to typesetting: an issue made up, laid out, placed and copyfitted with one set of fonts, each as its
 * kind of publication does it. The page, the hosts, the command, thumbnails and packages each hold an engine; what it
 * has made once it knows the next time (core/cache.ts). A new engine gives the same results, which is what kept ones
 * are held against.
 */
import { Cache } from '../cache.ts';
import { type IssueLayout, layOutIssue } from '../display/lay-out-issue.ts';
import type { FontSet } from '../font/font-set.ts';
import type { Issue, StoryId } from '../issue/issue.ts';
import { type Copyfit, copyfitStory } from '../makeup/copyfit.ts';
import type { CopyfitLimits } from '../makeup/copyfit-limits.ts';
import { makeUpOf } from '../makeup/kinds.ts';
import type { MakeUpOptions, Placing } from '../makeup/make-up.ts';
import type { Typesetting } from '../typeset/typesetting.ts';

export interface Engine extends Typesetting {
  /** The issue with its pages made up afresh. Throws a Fault `cancelled` where the options say so. */
  makeUp(issue: Issue, options?: MakeUpOptions): Issue;
  layOut(issue: Issue): IssueLayout;
  /** Where stories of the issue may be placed, and what they measure. */
  placing(issue: Issue): Placing;
  copyfit(issue: Issue, story: StoryId, limits?: Partial<CopyfitLimits>): Copyfit;
}

export const createEngine = (fonts: FontSet): Engine => {
  const cache = new Cache();
  const typesetting: Typesetting = { fonts, cache };
  return {
    ...typesetting,
    makeUp: (issue, options) => makeUpOf(issue.publication).makeUp(issue, typesetting, options),
    layOut: (issue) => layOutIssue(issue, fonts, cache),
    placing: (issue) => makeUpOf(issue.publication).placing(issue, typesetting),
    copyfit: (issue, story, limits) => copyfitStory(issue, story, fonts, cache, limits),
  };
};
