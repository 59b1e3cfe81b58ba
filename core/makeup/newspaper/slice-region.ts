/**
 * Problem: consecutive stories must fill a rectangle of columns as modular rectangles, in the order of the copy.
 * Method: a slicing tree (a region is a story, or cut beside, or stacked), found by dynamic programming over runs of
 * stories and widths. For each run and width a few candidates of different height are kept, because two regions
 * side by side must come out equally high: what is missing is taken up by the heads of the shorter one.
 * Limits: pictures only inside stories; at most `MOST_PIECES` stories a page.
 */
import type { Piece, StoryShape, StoryShapes } from './story-shape.ts';

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
  readonly slice: Slice;
}

export const MOST_PIECES = 12;
/** Candidates kept for a run of stories and a width, and those of them that trade height for cost. */
const KEPT = 18;
const KEPT_FRONT = 10;
/** Lines that one head may be opened by. */
export const HEAD_SLACK = 3;
const CONTINUATION_SLACK = 1;
/** Headlines side by side in one band (碰题), and what it costs more where they are of one size. */
const COLLISION = 3;
const EQUAL_HEADS = 7;
/** A white line through the whole page (通线), across or down. */
const THROUGH = 9;
const SLACK_COST = 0.5;
const HOLE_COST = 4;
/** Two equal halves of the whole page. */
const HALVES = 6;
/** Shares of a story's lines that it may be cut to, the price of a jump, and the least lines on each side. */
const CUTS = [0.4, 0.6, 0.8];
const CUT_COST = 16;
export const JUMP_LINES = 10;
/** Lines that a cut story may take more than its share. */
const CUT_SLACK = 12;
/** The lead wants at least this share of the page's columns. */
const LEAD_SHARE = 0.45;
const LEAD_COST = 200;

export class Slicer {
  private readonly known = new Map<number, readonly Candidate[]>();

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly shapes: StoryShapes,
    private readonly columns: number,
    /** True where the first piece leads the issue. */
    private readonly hasLead: boolean,
    /** True where stories may jump to a later page. */
    private readonly mayCut: boolean,
  ) {}

  /** Candidates for pieces `from`..`to` (inclusive) over `span` columns, cheapest first. */
  region(from: number, to: number, span: number): readonly Candidate[] {
    const key = (from * MOST_PIECES + to) * 64 + span;
    const known = this.known.get(key);
    if (known) return known;
    const found: Candidate[] = [];
    if (from === to) found.push(this.leaf(from, span), ...this.cuts(from, span));
    else {
      for (let cut = from; cut < to; cut++) {
        for (let left = 1; left < span; left++)
          for (const a of this.region(from, cut, left))
            for (const b of this.region(cut + 1, to, span - left)) found.push(this.beside(a, b));
        for (const a of this.region(from, cut, span))
          for (const b of this.region(cut + 1, to, span)) found.push(this.stack(a, b));
      }
    }
    const kept = keepBest(found);
    this.known.set(key, kept);
    return kept;
  }

  private leaf(index: number, span: number): Candidate {
    const piece = this.pieces[index]!;
    const shape = this.shapes.shape(piece, span);
    return {
      span,
      height: shape.height,
      slack: piece.from > 0 ? CONTINUATION_SLACK : span === 1 ? HEAD_SLACK - 1 : HEAD_SLACK,
      cost: shape.cost + this.rankCost(index, span),
      topLeft: shape.headlineSize,
      topRight: shape.headlineSize,
      slice: { kind: 'story', piece, shape, cutRows: null },
    };
  }

  private cuts(index: number, span: number): Candidate[] {
    const piece = this.pieces[index]!;
    if (!this.mayCut || piece.from > 0 || piece.story.kind !== 'article') return [];
    const shape = this.shapes.shape(piece, span);
    const found: Candidate[] = [];
    for (const share of CUTS) {
      const rows = Math.ceil((shape.galleyLines * share + shape.taken) / span);
      const rest = shape.galleyLines - (rows * span - shape.taken - 1);
      const pictureRows = Math.max(0, ...shape.pictures.map((p) => p.box.lines));
      if (rows * span - shape.taken < JUMP_LINES || rest < JUMP_LINES || rows < pictureRows + 2) continue;
      found.push({
        span,
        height: shape.head + rows + (shape.height - shape.head - shape.rows),
        slack: Math.min(CUT_SLACK, Math.floor((rest - JUMP_LINES) / span)),
        cost: shape.cost + CUT_COST + this.rankCost(index, span),
        topLeft: shape.headlineSize,
        topRight: shape.headlineSize,
        slice: { kind: 'story', piece, shape, cutRows: rows },
      });
    }
    return found;
  }

  private rankCost(index: number, span: number): number {
    return this.hasLead && index === 0 && span < this.columns * LEAD_SHARE ? LEAD_COST : 0;
  }

  private stack(top: Candidate, bottom: Candidate): Candidate {
    return {
      span: top.span,
      height: top.height + bottom.height,
      slack: top.slack + bottom.slack,
      cost: top.cost + bottom.cost + (top.span === this.columns ? THROUGH : 0),
      topLeft: top.topLeft,
      topRight: top.topRight,
      slice: { kind: 'stack', top, bottom },
    };
  }

  private beside(left: Candidate, right: Candidate): Candidate {
    const height = Math.max(left.height, right.height);
    const span = left.span + right.span;
    const short = left.height < right.height ? left : right;
    const missing = height - short.height;
    const absorbed = Math.min(missing, short.slack);
    const hole = missing - absorbed;
    const slack = Math.min(left.slack - (height - left.height), right.slack - (height - right.height));
    return {
      span,
      height,
      slack: Math.max(0, slack),
      cost:
        left.cost +
        right.cost +
        COLLISION +
        (left.topRight === right.topLeft ? EQUAL_HEADS : 0) +
        (span === this.columns ? THROUGH : 0) +
        (span === this.columns && left.span === right.span ? HALVES : 0) +
        absorbed * short.span * SLACK_COST +
        hole * short.span * HOLE_COST,
      topLeft: left.topLeft,
      topRight: right.topRight,
      slice: { kind: 'beside', left, right },
    };
  }
}

/**
 * What is worth keeping: every candidate that is cheaper than all lower ones (a page may have no room for the best),
 * then the cheapest of the other heights, which fit beside something else.
 */
const keepBest = (found: readonly Candidate[]): readonly Candidate[] => {
  const byHeight = new Map<number, Candidate>();
  for (const one of found) {
    const known = byHeight.get(one.height);
    if (!known || one.cost < known.cost) byHeight.set(one.height, one);
  }
  const rising = [...byHeight.values()].sort((a, b) => a.height - b.height);
  let cheapest = Number.POSITIVE_INFINITY;
  const front: Candidate[] = [];
  const others: Candidate[] = [];
  for (const one of rising) {
    if (one.cost < cheapest) {
      cheapest = one.cost;
      front.push(one);
    } else others.push(one);
  }
  others.sort((a, b) => a.cost - b.cost || a.height - b.height);
  /* Of a long front every n-th will do. */
  const step = Math.max(1, Math.ceil(front.length / KEPT_FRONT));
  const thinned = front.filter((_, i) => i === 0 || (front.length - 1 - i) % step === 0);
  return [...thinned, ...others.slice(0, KEPT - thinned.length)].sort(
    (a, b) => a.cost - b.cost || a.height - b.height,
  );
};
