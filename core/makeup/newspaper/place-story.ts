/**
 * Problem: an editor drags a story over the page; at every cell it must show where the story would go, over how
 * many columns, how high, and what would be left over.
 * Method: the free cells under the pointer give a depth for each span; the story's shapes give a height and a cost
 * for each (story-shape.ts). The cheapest span that holds the text is taken, else the one that leaves least over.
 * The frame is then poured as layout pours it, so that its figures are those that the placed frame reports.
 * Limits: it looks to the right and down from the cell only. Pages are counted from 0, as the edits count them. Pure.
 */

import { checkedCount, type EditedIssue } from '../../issue/edit.ts';
import { freeAt, freeDepths, type GridCell, nextFrameId, placeFrame } from '../../issue/edits.ts';
import { type Frame, isLead, PLAIN_FRAME, type Story, type StoryId, storyOf } from '../../issue/issue.ts';
import { boxRect } from '../column-grid.ts';
import { FOOT_LINES } from '../frame-geometry.ts';
import type { SuggestedFrame } from '../make-up.ts';
import { formatIn, type PlacingContext, pourThread } from '../story/story-fit.ts';
import { OFF_SHAPE, SLIVER, UNFILLED } from './make-up-prices.ts';
import { shapesOf } from './story-measure.ts';
import type { StoryShape } from './story-shape.ts';

/** Width to height that a story of its kind reads best at; the lead stands wide at the head of the page. */
const LEAD_SHAPE = 1.6;
const SHAPES = { article: 1.1, notice: 1, briefs: 0.6, refers: 3 } as const;
/** The share of a gap's depth that makes a story fit to fill it. */
const FILLS_GAP = 0.5;

interface SpanChoice {
  readonly span: number;
  readonly depth: number;
  readonly shape: StoryShape;
}

/** The frame for the story over that span, as high as its text needs and the free depth allows. */
const frameFor = (
  id: string,
  story: Story,
  { column, line }: GridCell,
  { span, depth, shape }: SpanChoice,
): Frame => {
  const lines = Math.min(depth, shape.height);
  const headLines = Math.min(shape.head, lines - FOOT_LINES);
  return {
    id,
    story: story.id,
    box: { column, span, line, lines },
    columns: shape.columns,
    headLines,
    next: null,
    pictures: shape.pictures.filter((p) => p.box.line + p.box.lines <= lines - headLines - FOOT_LINES),
    border: 'none',
    style: PLAIN_FRAME,
  };
};

/** Characters that would be left over, near enough to compare spans by. */
const leftOver = (context: PlacingContext, { span, depth, shape }: SpanChoice): number => {
  const slots = shape.columns * Math.max(0, depth - shape.head - FOOT_LINES) - shape.taken;
  const { columnChars } = formatIn(context);
  return (Math.max(0, shape.galleyLines - Math.max(0, slots)) * columnChars * span) / shape.columns;
};

const priceOf = (context: PlacingContext, story: Story, { span, shape }: SpanChoice): number => {
  const lead = story.kind === 'article' && isLead(context.issue, story);
  const { width, height } = boxRect(formatIn(context), { column: 0, span, line: 0, lines: shape.height });
  const wanted = lead ? LEAD_SHAPE : SHAPES[story.kind];
  return shape.cost + OFF_SHAPE * Math.abs(Math.log(width / height / wanted));
};

/** True where what is free at the cell is a rectangle between neighbours that the story can fill. */
const isGap = (context: PlacingContext, page: number, at: GridCell, choices: readonly SpanChoice[]) => {
  const widest = choices.at(-1)!;
  return (
    widest.span < formatIn(context).columns &&
    widest.depth === choices[0]!.depth &&
    widest.shape.height >= widest.depth * FILLS_GAP &&
    !freeAt(context.issue, page, { column: at.column - 1, line: at.line })
  );
};

/** Every span that is free at the cell; none where it is taken. */
const choicesAt = (
  context: PlacingContext,
  page: number,
  story: Story,
  at: GridCell,
): readonly SpanChoice[] => {
  const shapes = shapesOf(context, story);
  return freeDepths(context.issue, page, at).map((depth, i) => ({
    span: i + 1,
    depth,
    shape: shapes.shape({ story, from: 0 }, i + 1),
  }));
};

const least = <T extends object>(values: readonly T[], price: (value: T) => number): T => {
  let best: T = values[0]!;
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const own = price(value);
    if (own >= lowest) continue;
    best = value;
    lowest = own;
  }
  return best;
};

const bestChoice = (
  context: PlacingContext,
  page: number,
  story: Story,
  at: GridCell,
  choices: readonly SpanChoice[],
): SpanChoice => {
  const fitting = choices.filter(({ depth, shape }) => shape.height <= depth);
  if (fitting.length === 0) return least(choices, (choice) => leftOver(context, choice));
  const gap = isGap(context, page, at, choices);
  const free = choices.length;
  return least(
    fitting,
    (choice) =>
      priceOf(context, story, choice) +
      (gap && choice.span < free ? UNFILLED : 0) +
      (choice.span === free - 1 ? SLIVER : 0),
  );
};

/** The span that the free space and the text suggest at that place; null where the cell is taken. */
export const suggestSpan = (
  context: PlacingContext,
  page: number,
  story: StoryId,
  at: GridCell,
): number | null => {
  const own = storyOf(context.issue, story);
  const choices = choicesAt(context, page, own, at);
  return choices.length === 0 ? null : bestChoice(context, page, own, at, choices).span;
};

/**
 * The frame that the story, not placed yet, would get with its corner at that cell: over the span that the free
 * space suggests, or `span` as far as it is free, as high as its text needs, never over a neighbour. Null where the
 * cell is taken.
 */
export const suggestFrame = (
  context: PlacingContext,
  page: number,
  story: StoryId,
  at: GridCell,
  { span }: { readonly span?: number } = {},
): SuggestedFrame | null => {
  if (span !== undefined) checkedCount(span, 1, formatIn(context).columns, 'span');
  const own = storyOf(context.issue, story);
  const choices = choicesAt(context, page, own, at);
  if (choices.length === 0) return null;
  const choice =
    span === undefined
      ? bestChoice(context, page, own, at, choices)
      : choices[Math.min(span, choices.length) - 1]!;
  const frame = frameFor(nextFrameId(context.issue), own, at, choice);
  const { overset, oversetCharacters, free } = pourThread(context, own, [{ frame, page: page + 1 }])[0]!;
  return { frame, overset, oversetCharacters, free, needed: choice.shape.height };
};

/** 放置稿件: the suggested frame on its page. */
export const placeSuggested = (
  { issue }: PlacingContext,
  page: number,
  { frame }: SuggestedFrame,
): EditedIssue => ({ ...placeFrame(issue, page, frame), name: '放置稿件' });
