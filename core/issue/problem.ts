/**
 * A problem is an editorial fault reported as data, with a place: the program never throws for one, and never
 * hides one. `message` is one sentence in Chinese that says what and, where it helps, what to do.
 */
import type { FrameId, StoryId } from './issue.ts';
import type { PageField } from './page-field.ts';

export type ProblemKind =
  | 'overset'
  | 'underset'
  | 'missing-glyph'
  | 'missing-font'
  | 'substituted-glyph'
  | 'missing-headline'
  | 'missing-masthead-fact'
  | 'masthead-contradiction'
  | 'missing-imprint-fact'
  | 'white-page'
  | 'broken-picture'
  | 'unanswered-jump'
  | 'unanswered-refer'
  | 'unfinished-story'
  | 'unthreaded-frame'
  | 'empty-continuation'
  | 'overlap'
  | 'unfillable-line'
  | 'headline-too-long'
  | 'missing-picture'
  | 'unplaced-picture'
  | 'unshown-picture'
  | 'refitted-picture'
  | 'outside-frame'
  | 'low-resolution'
  | 'recognition';

export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  /** Page number from 1, where the problem stands on one. */
  readonly page?: number;
  readonly story?: StoryId;
  readonly frame?: FrameId;
  /** The field of the page's head or foot that it is about. */
  readonly field?: PageField;
}
