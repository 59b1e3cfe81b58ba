/**
 * What a kind of publication (newspaper, booklet, bulletin) answers for its pages: how they are made up, what stands on
 * them beside the stories, how a story is laid out, where one may be placed, which fields its furniture shows and what
 * is wrong with them. Everything outside `core/makeup` asks through this; `kinds.ts` says who answers. What kinds
 * share (the grid, frames, text poured into columns, a story in its frames: `story/`) stands beside it.
 */
import type { EditedIssue } from '../issue/edit.ts';
import type { GridCell } from '../issue/free-space.ts';
import type { Frame, FrameId, GridBox, Issue, Page, Story, StoryId } from '../issue/issue.ts';
import type { PageField } from '../issue/page-field.ts';
import type { Problem } from '../issue/problem.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { PlacedItem } from './page-layout.ts';
import type { LayoutContext, StoryLayout } from './story/lay-out-story.ts';
import type { Fit } from './story/story-fit.ts';
import type { ThreadFrame } from './threads.ts';

export interface MakeUpOptions {
  /** Told after every page how many there are. */
  readonly progress?: (pages: number) => void;
  /** An AbortSignal will do. Looked at before every page; once aborted, make-up throws a Fault `cancelled`. */
  readonly cancel?: { readonly aborted: boolean };
}

/** A frame that could be placed, with what would be left over there. */
export interface SuggestedFrame extends Fit {
  readonly frame: Frame;
  /** Lines that the frame would need for the whole text at this span. */
  readonly needed: number;
}

/** A story before it is placed. */
export interface StoryMeasure {
  /** Of the body, bylines and marks included. */
  readonly characters: number;
  readonly headLines: number;
  /** Body lines of one text column, and how many text columns the span is divided into. */
  readonly lines: number;
  readonly columns: number;
  /** Lines of the frame that holds all of it. */
  readonly height: number;
}

/**
 * Where stories of one issue may be placed, and how much their frames hold. Pages are counted from 0, spans in basic
 * columns. Throws for ids that the issue does not have and spans that its pages do not have.
 */
export interface Placing {
  readonly issue: Issue;
  /** The same of the issue after an edit. */
  after(edited: Issue): Placing;
  /** The frame that the story, not placed yet, would get with its corner at that cell; null where that is taken. */
  suggestFrame(
    page: number,
    story: StoryId,
    at: GridCell,
    options?: { readonly span?: number },
  ): SuggestedFrame | null;
  /** 放置稿件: the suggested frame on its page. */
  placeSuggested(page: number, suggested: SuggestedFrame): EditedIssue;
  /** 转版: what the story's last frame does not hold, on another page; null where that has no room. */
  jumpFrame(frame: FrameId, page: number): EditedIssue | null;
  /** 余 and 缺 of a story in its frames; of one that is not placed all is left over. */
  fitOf(story: StoryId): Fit;
  /** 适合内容: the frame's box as high as its text just needs. */
  fittedBox(frame: FrameId): GridBox;
  storyMeasure(story: StoryId, span: number): StoryMeasure;
}

export interface MakeUp {
  /** The issue with its pages made up afresh: stories in the order of the copy, which is rank. */
  makeUp(issue: Issue, typesetting: Typesetting, options?: MakeUpOptions): Issue;
  /** The furniture at the head of a page (`number` from 1), kept by what it is made of. */
  furniture(work: LayoutContext, page: Page, number: number): readonly PlacedItem[];
  /** What stands between the page's frames and beneath its type area, likewise. */
  between(work: LayoutContext, page: Page, number: number): readonly PlacedItem[];
  layOutStory(work: LayoutContext, story: Story, thread: readonly ThreadFrame[]): StoryLayout;
  placing(issue: Issue, typesetting: Typesetting): Placing;
  /** The fields that furniture and imprint show, in the order in which an editor goes through them. */
  readonly fields: readonly PageField[];
  /** What is missing or wrong in them, seen by itself: numbers are held against other issues elsewhere. */
  checks(issue: Issue): readonly Problem[];
}
