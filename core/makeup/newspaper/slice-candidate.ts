/**
 * A region of a page as make-up weighs it: a story, regions side by side, or regions stacked, with its height, what
 * its heads can take up, and what an editor would dislike about it. Costs are comparable with each other only. Pure.
 */
import { COLLISION, EQUAL_HEADS, HALVES, SLACK, THROUGH, UNEVEN, WIDE_STORY } from './make-up-prices.ts';
import type { Piece, StoryShape } from './story-shape.ts';

export type Slice =
  | {
      readonly kind: 'story';
      readonly piece: Piece;
      readonly shape: StoryShape;
      /** Body lines shown where the story jumps; null where it ends here. */
      readonly cutRows: number | null;
    }
  | { readonly kind: 'beside'; readonly left: Candidate; readonly right: Candidate }
  | { readonly kind: 'stack'; readonly top: Candidate; readonly bottom: Candidate };

export interface Candidate {
  readonly span: number;
  readonly height: number;
  /** Lines that its heads can take up without looking empty. */
  readonly slack: number;
  readonly cost: number;
  /** Size of the headline at the top edge's left and right end, points. */
  readonly topLeft: number;
  readonly topRight: number;
  /** Stories side by side along its top and its foot. */
  readonly tops: number;
  readonly feet: number;
  /** Lines at which white runs from its left edge to its right one, counted from its top. */
  readonly cuts: readonly number[];
  readonly slice: Slice;
}

/** What it costs to stack two regions, beside their own costs. */
export const stackCost = (top: Candidate, bottom: Candidate, whole: boolean): number => {
  if (!whole) return 0;
  return top.feet > 1 && bottom.tops > 1 ? THROUGH : WIDE_STORY;
};

export const stack = (top: Candidate, bottom: Candidate, whole: boolean): Candidate => ({
  span: top.span,
  height: top.height + bottom.height,
  slack: top.slack + bottom.slack,
  cost: top.cost + bottom.cost + stackCost(top, bottom, whole),
  tops: top.tops,
  feet: bottom.feet,
  cuts: [...top.cuts, top.height, ...bottom.cuts.map((at) => top.height + at)],
  topLeft: top.topLeft,
  topRight: top.topRight,
  slice: { kind: 'stack', top, bottom },
});

/** What it costs at least to put two regions of these spans side by side. */
export const besideBase = (left: number, right: number, whole: boolean): number =>
  COLLISION + (whole ? THROUGH + (left === right ? HALVES : 0) : 0);

/** The shorter of the two takes up in its heads what it lacks; the rest stays white. */
export const unevenCost = (missing: number, slack: number, span: number): number =>
  (missing <= slack ? missing * SLACK : slack * SLACK + (missing - slack) * UNEVEN) * span;

/** Cuts this near to each other make one white line: each is a free line and the air of a head. */
const NEAR_CUTS = 2;

const sharedCuts = (left: Candidate, right: Candidate): readonly number[] =>
  left.cuts.filter((at) => right.cuts.some((other) => Math.abs(other - at) <= NEAR_CUTS));

/** What stands at the same height in both: heads of one size, and, over the whole width, white lines. */
export const levelCost = (left: Candidate, right: Candidate, whole: boolean): number =>
  (left.topRight === right.topLeft ? EQUAL_HEADS : 0) +
  (whole && left.cuts.length > 0 && right.cuts.length > 0 ? sharedCuts(left, right).length * THROUGH : 0);

export const beside = (left: Candidate, right: Candidate, cost: number): Candidate => {
  const height = Math.max(left.height, right.height);
  const slack = Math.min(left.slack - (height - left.height), right.slack - (height - right.height));
  return {
    span: left.span + right.span,
    height,
    slack: Math.max(0, slack),
    cost,
    tops: left.tops + right.tops,
    feet: left.feet + right.feet,
    cuts: sharedCuts(left, right),
    topLeft: left.topLeft,
    topRight: right.topRight,
    slice: { kind: 'beside', left, right },
  };
};
