/** Where a newspaper's stories may be placed: what stands in this folder and in `story/`, bound to one issue. */
import type { Issue } from '../../issue/issue.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import type { Placing } from '../make-up.ts';
import { fitOf, fittedBox, type PlacingContext } from '../story/story-fit.ts';
import { jumpFrame } from './jump-story.ts';
import { placeSuggested, suggestFrame } from './place-story.ts';
import { storyMeasure } from './story-measure.ts';

export const newspaperPlacing = (issue: Issue, { fonts, cache }: Typesetting): Placing => {
  const context: PlacingContext = { issue, fonts, cache };
  return {
    issue,
    after: (edited) => newspaperPlacing(edited, context),
    suggestFrame: (page, story, at, options) => suggestFrame(context, page, story, at, options),
    placeSuggested: (page, suggested) => placeSuggested(context, page, suggested),
    jumpFrame: (frame, page) => jumpFrame(context, frame, page),
    fitOf: (story) => fitOf(context, story),
    fittedBox: (frame) => fittedBox(context, frame),
    storyMeasure: (story, span) => storyMeasure(context, story, span),
  };
};
