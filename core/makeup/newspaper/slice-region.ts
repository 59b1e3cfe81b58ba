/**
 * Problem: consecutive stories must fill a rectangle of columns as modular rectangles, in the order of the copy.
 * Method: a slicing tree (a region is a story, or cut beside, or stacked), found by dynamic programming over runs of
 * stories and widths. For each run and width a few candidates of different height are kept, because two regions
 * side by side must come out equally high: what is missing is taken up by the heads of the shorter one. Pairs are
 * weighed as numbers; a candidate is made only for the cheapest pair of each height.
 * Limits: pictures only inside stories; at most `MOST_PIECES` stories a page.
 */
import { CUT, NARROW_LEAD } from './make-up-prices.ts';
import {
  beside,
  besideBase,
  type Candidate,
  levelCost,
  stack,
  stackCost,
  unevenCost,
} from './slice-candidate.ts';
import { lowestPicture, type Piece, type StoryShapes } from './story-shape.ts';

export const MOST_PIECES = 12;
/** Candidates kept for a run of stories and a width, and those of them that trade height for cost. */
const KEPT = 12;
const KEPT_FRONT = 8;
/** White lines at the foot of a region that are never worth it. */
const MOST_HOLE = 6;
/** Lines that one head may be opened by. */
const HEAD_SLACK = 3;
const CONTINUATION_SLACK = 1;
/** Shares of a story's lines that it may be cut to, and the least lines on each side. */
const CUTS = [0.4, 0.6, 0.8];
const JUMP_LINES = 10;
/** Lines that a cut story may take more than its share. */
const CUT_SLACK = 12;
/** The lead wants at least this share of the page's columns. */
const LEAD_SHARE = 0.45;

/** The candidates of a run over a width, lowest first, with their figures beside them for the loops over pairs. */
interface Region {
  readonly candidates: readonly Candidate[];
  readonly heights: readonly number[];
  readonly slacks: readonly number[];
  readonly costs: readonly number[];
}

const regionOf = (candidates: readonly Candidate[]): Region => {
  const heights: number[] = [];
  const slacks: number[] = [];
  const costs: number[] = [];
  for (const one of candidates) {
    heights.push(one.height);
    slacks.push(one.slack);
    costs.push(one.cost);
  }
  return { candidates, heights, slacks, costs };
};

/** The cheapest pair of regions found so far for each height. */
class Pairs {
  readonly costs: Float64Array;
  private readonly firsts: Candidate[] = [];
  private readonly seconds: Candidate[] = [];
  private readonly stacked: Uint8Array;

  private whole = false;

  constructor(room: number) {
    this.costs = new Float64Array(room + 1);
    this.stacked = new Uint8Array(room + 1);
  }

  /** Forgets what was found. `whole`: the regions to come take the page's whole width. */
  clear(whole: boolean): void {
    this.whole = whole;
    this.costs.fill(Number.POSITIVE_INFINITY);
  }

  /** Regions side by side: one is as high as the other, or nearly. */
  beside(lefts: Region, rights: Region, leftSpan: number, rightSpan: number): void {
    const { costs } = this;
    const base = besideBase(leftSpan, rightSpan, this.whole);
    const count = rights.heights.length;
    for (let i = 0; i < lefts.heights.length; i++) {
      const height = lefts.heights[i]!;
      const slack = lefts.slacks[i]!;
      const cost = lefts.costs[i]! + base;
      for (let j = 0; j < count; j++) {
        const more = rights.heights[j]! - height;
        let total = cost + rights.costs[j]!;
        if (more > 0) {
          if (more - slack > MOST_HOLE) break;
          total += unevenCost(more, slack, leftSpan);
        } else {
          const own = rights.slacks[j]!;
          if (-more - own > MOST_HOLE) continue;
          total += unevenCost(-more, own, rightSpan);
        }
        const at = more > 0 ? height + more : height;
        if (total >= costs[at]!) continue;
        const left = lefts.candidates[i]!;
        const right = rights.candidates[j]!;
        total += levelCost(left, right, this.whole);
        if (total < costs[at]!) this.put(at, total, left, right, 0);
      }
    }
  }

  stack(tops: Region, bottoms: Region): void {
    const { costs } = this;
    for (let i = 0; i < tops.heights.length; i++) {
      for (let j = 0; j < bottoms.heights.length; j++) {
        const height = tops.heights[i]! + bottoms.heights[j]!;
        if (height >= costs.length) break;
        let total = tops.costs[i]! + bottoms.costs[j]!;
        if (total >= costs[height]!) continue;
        const top = tops.candidates[i]!;
        const bottom = bottoms.candidates[j]!;
        total += stackCost(top, bottom, this.whole);
        if (total < costs[height]!) this.put(height, total, top, bottom, 1);
      }
    }
  }

  private put(height: number, cost: number, first: Candidate, second: Candidate, stacked: 0 | 1): void {
    this.costs[height] = cost;
    this.firsts[height] = first;
    this.seconds[height] = second;
    this.stacked[height] = stacked;
  }

  /** Those worth keeping, lowest first. */
  kept(): Candidate[] {
    const { costs, whole } = this;
    const heights: number[] = [];
    for (let height = 0; height < costs.length; height++)
      if (costs[height]! < Number.POSITIVE_INFINITY) heights.push(height);
    const found: Candidate[] = [];
    for (const height of worthKeeping(heights, costs)) {
      const first = this.firsts[height]!;
      const second = this.seconds[height]!;
      found.push(
        this.stacked[height] === 1 ? stack(first, second, whole) : beside(first, second, costs[height]!),
      );
    }
    return found;
  }
}

export class Slicer {
  private readonly known: (Region | undefined)[] = [];
  private readonly found: Pairs;

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly shapes: StoryShapes,
    private readonly columns: number,
    /** Lines that there are: what is higher is of no use. */
    private readonly room: number,
    /** True where the first piece leads the issue. */
    private readonly hasLead: boolean,
    /** True where stories may jump to a later page. */
    private readonly mayCut: boolean,
  ) {
    this.found = new Pairs(room);
  }

  /** Candidates for pieces `from`..`to` (inclusive) over the whole width, lowest first. */
  wholeWidth(from: number, to: number): readonly Candidate[] {
    for (let length = 1; length <= to - from + 1; length++)
      for (let first = from; first + length - 1 <= to; first++)
        for (let span = 1; span <= this.columns; span++) this.fill(first, first + length - 1, span);
    return this.region(from, to, this.columns).candidates;
  }

  private key(from: number, to: number, span: number): number {
    return (from * MOST_PIECES + to) * (this.columns + 1) + span;
  }

  private region(from: number, to: number, span: number): Region {
    return this.known[this.key(from, to, span)]!;
  }

  /** Finds a run's candidates; those of all shorter runs are known. */
  private fill(from: number, to: number, span: number): void {
    const key = this.key(from, to, span);
    this.known[key] ??= regionOf(from === to ? this.single(from, span) : this.pairs(from, to, span));
  }

  private pairs(from: number, to: number, span: number): Candidate[] {
    const { found } = this;
    found.clear(span === this.columns);
    for (let cut = from; cut < to; cut++) {
      for (let left = 1; left < span; left++)
        found.beside(this.region(from, cut, left), this.region(cut + 1, to, span - left), left, span - left);
      found.stack(this.region(from, cut, span), this.region(cut + 1, to, span));
    }
    return found.kept();
  }

  /** One story over the width, whole or cut to jump, the cheapest of each height, lowest first. */
  private single(index: number, span: number): Candidate[] {
    const byHeight = new Map<number, Candidate>();
    for (const one of [this.leaf(index, span), ...this.cuts(index, span)]) {
      const known = byHeight.get(one.height);
      if (one.height <= this.room && (!known || one.cost < known.cost)) byHeight.set(one.height, one);
    }
    return [...byHeight.values()].sort((a, b) => a.height - b.height);
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
      tops: 1,
      feet: 1,
      cuts: [],
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
      const pictureRows = lowestPicture(shape.pictures);
      if (rows * span - shape.taken < JUMP_LINES || rest < JUMP_LINES || rows < pictureRows + 2) continue;
      found.push({
        span,
        height: shape.head + rows + (shape.height - shape.head - shape.rows),
        slack: Math.min(CUT_SLACK, Math.floor((rest - JUMP_LINES) / span)),
        cost: shape.cost + CUT + this.rankCost(index, span),
        topLeft: shape.headlineSize,
        topRight: shape.headlineSize,
        tops: 1,
        feet: 1,
        cuts: [],
        slice: { kind: 'story', piece, shape, cutRows: rows },
      });
    }
    return found;
  }

  private rankCost(index: number, span: number): number {
    return this.hasLead && index === 0 && span < this.columns * LEAD_SHARE ? NARROW_LEAD : 0;
  }
}

/**
 * Which of the rising heights are worth keeping: each that is cheaper than all lower ones (a page may have no room
 * for the best), then the cheapest of the others, which fit beside something else.
 */
const worthKeeping = (heights: readonly number[], costs: Float64Array): readonly number[] => {
  if (heights.length <= KEPT) return heights;
  let cheapest = Number.POSITIVE_INFINITY;
  const front: number[] = [];
  const others: number[] = [];
  for (const height of heights) {
    const cost = costs[height]!;
    if (cost < cheapest) {
      cheapest = cost;
      front.push(height);
    } else others.push(height);
  }
  /* Of a long front every n-th will do. */
  const step = Math.max(1, Math.ceil(front.length / KEPT_FRONT));
  const kept: number[] = [];
  for (let i = 0; i < front.length; i++)
    if (i === 0 || (front.length - 1 - i) % step === 0) kept.push(front[i]!);
  /* The cheapest of the others, by insertion: there is room for a few. */
  const room = KEPT - kept.length;
  const best: number[] = [];
  for (const height of others) {
    let at = best.length;
    while (at > 0 && costs[best[at - 1]!]! > costs[height]!) at--;
    if (at >= room) continue;
    best.splice(at, 0, height);
    if (best.length > room) best.pop();
  }
  return kept.concat(best).sort((a, b) => a - b);
};
