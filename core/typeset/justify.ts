/**
 * Problem: a chosen line must fill the measure exactly.
 * Method: compress by steps, equal shares within a step, or expand word spaces, then Han–Latin gaps, then all
 * other gaps equally (CLREQ 3.2; docs/typesetting.md §3); before Han would stand loose, the Han–Latin gaps grow to their
 * most. Gives every code point its position.
 */
import { Script } from '../issue/script-forms.ts';
import type { Analysis } from './analysis.ts';
import { CharClass, classOf } from './char-class.ts';
import { HALF } from './cluster.ts';
import { HAN_LATIN_WIDE, HAN_LATIN_WIDEST, LOOSE, VERY_LOOSE, WORD_SPACE_GROWTH } from './line-sums.ts';
import type { DashStroke, LineFill, LineRun, SetLine } from './set-line.ts';
import { Growth, SHRINK_STEPS } from './space.ts';

const EPSILON = 1e-6;

interface Filling {
  /** Share of each step's shrink that is used, by step. */
  readonly shrinkShare: readonly number[];
  /** Growth of each kind of gap, em. */
  readonly growth: readonly number[];
  readonly fill: LineFill;
}

const NOTHING: Filling = {
  shrinkShare: [],
  growth: [],
  fill: { looseness: 0, compression: 0, forced: false },
};

const compress = (analysis: Analysis, from: number, lastGap: number, need: number): Filling => {
  const shrinkShare: number[] = new Array(SHRINK_STEPS + 1).fill(0);
  let rest = need;
  let compression = 0;
  for (let step = 1; step <= SHRINK_STEPS && rest > EPSILON; step++) {
    let available = 0;
    for (let i = from; i < lastGap; i++)
      if (analysis.shrinkStep[i] === step) available += analysis.shrink[i]!;
    if (available <= 0) continue;
    const used = Math.min(rest, available);
    shrinkShare[step] = used / available;
    rest -= used;
    compression = step;
  }
  return { shrinkShare, growth: [], fill: { looseness: 0, compression, forced: rest > EPSILON } };
};

const expand = (analysis: Analysis, from: number, lastGap: number, need: number): Filling => {
  const counts = [0, 0, 0, 0];
  for (let i = from; i < lastGap; i++) counts[analysis.growth[i]!]!++;
  const words = counts[Growth.WordSpace]!;
  const hanLatin = counts[Growth.HanLatin]!;
  const others = counts[Growth.Other]!;
  const growth = [0, 0, 0, 0];
  let rest = need;
  const give = (kind: number, count: number, most: number) => {
    if (count === 0 || rest <= EPSILON) return;
    const each = Math.min(most, rest / count);
    growth[kind]! += each;
    rest -= each * count;
  };
  give(Growth.WordSpace, words, WORD_SPACE_GROWTH);
  give(Growth.HanLatin, hanLatin, HAN_LATIN_WIDE - analysis.style.hanLatinGap);
  give(Growth.Other, others, LOOSE);
  give(Growth.HanLatin, hanLatin, HAN_LATIN_WIDEST - HAN_LATIN_WIDE);
  give(Growth.Other, others, VERY_LOOSE - LOOSE);
  /* Nothing fills the line within the limits: it keeps its natural width and is reported, never torn apart. */
  if (rest > EPSILON) return { ...NOTHING, fill: { ...NOTHING.fill, forced: true } };
  return {
    shrinkShare: [],
    growth,
    fill: {
      looseness: Math.max(0, growth[Growth.Other]! + (analysis.style.tracking ?? 0)),
      compression: 0,
      forced: false,
    },
  };
};

export interface LineGeometry {
  /** Atoms, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** em. */
  readonly measure: number;
  readonly indent: number;
  readonly first: boolean;
  readonly last: boolean;
  /** The mark at the line's end hangs outside the measure. */
  readonly hangs?: boolean;
}

/** Sets one line. Positions in points from the line's left edge, the indent included. */
export const justify = (analysis: Analysis, geometry: LineGeometry): SetLine => {
  const { from, to, first, last, hangs } = geometry;
  const measure = geometry.measure + (hangs ? HALF : 0);
  const { size } = analysis.style;
  const lastGap = to - 1;
  const indent = first ? geometry.indent : 0;
  let natural = indent + (first ? analysis.leadBlank : 0);
  for (let i = from; i < to; i++) natural += analysis.atomWidth[i]! + (i < lastGap ? analysis.gap[i]! : 0);
  const delta = measure - natural;
  const filling =
    delta < -EPSILON
      ? compress(analysis, from, lastGap, -delta)
      : last || delta <= EPSILON
        ? NOTHING
        : expand(analysis, from, lastGap, delta);

  const lead = indent + (first ? analysis.leadBlank : 0);
  const { runs, end } =
    analysis.faces.length === 1 && !analysis.hasDashes && analysis.scripts === null
      ? plainRun(analysis, from, to, lead, filling)
      : mixedRuns(analysis, from, to, lead, filling);
  return {
    from: analysis.offsets[analysis.atomStart[from]!]!,
    to: analysis.offsets[analysis.atomStart[to]!]!,
    size,
    width: (end - indent) * size,
    indent: indent * size,
    runs,
    fill: hangs ? { ...filling.fill, hanging: true } : filling.fill,
    first,
    last,
  };
};

interface Runs {
  readonly runs: readonly LineRun[];
  /** Right edge of the last box, em. */
  readonly end: number;
}

/** The gap after an atom as the line is filled, em. */
const filledGap = (analysis: Analysis, atom: number, { shrinkShare, growth }: Filling): number =>
  analysis.gap[atom]! -
  analysis.shrink[atom]! * (shrinkShare[analysis.shrinkStep[atom]!] ?? 0) +
  (growth[analysis.growth[atom]!] ?? 0);

/** Nearly every line: one face, no dash. */
const plainRun = (analysis: Analysis, from: number, to: number, lead: number, filling: Filling): Runs => {
  const { atomStart, atomWidth, glyphX, style } = analysis;
  const start = atomStart[from]!;
  const end = atomStart[to]!;
  const xs: number[] = [];
  let x = lead;
  for (let atom = from, codePoint = start; atom < to; atom++) {
    for (const next = atomStart[atom + 1]!; codePoint < next; codePoint++)
      xs.push((x + glyphX[codePoint]!) * style.size);
    x += atomWidth[atom]!;
    if (atom < to - 1) x += filledGap(analysis, atom, filling);
  }
  if (xs.length === 0) return { runs: [], end: x };
  const text = textOf(analysis, start, end);
  return {
    runs: [{ kind: 'glyphs', face: analysis.faces[0]!, text, xs, from: analysis.offsets[start]! }],
    end: x,
  };
};

const mixedRuns = (analysis: Analysis, from: number, to: number, lead: number, filling: Filling): Runs => {
  const { size } = analysis.style;
  const runs: LineRun[] = [];
  let x = lead;
  const open = {
    face: -1,
    dash: false,
    script: Script.None as Script,
    start: 0,
    left: 0,
    right: 0,
    xs: [] as number[],
  };
  const close = (end: number) => {
    if (open.xs.length === 0) return;
    runs.push({
      kind: open.dash ? 'dash' : 'glyphs',
      face: analysis.faces[open.face]!,
      text: textOf(analysis, open.start, end),
      xs: open.xs,
      ...(open.script === Script.None ? {} : { script: open.script }),
      ...(open.dash ? { stroke: strokeOf(analysis, open.face, open.left, open.right) } : {}),
      from: analysis.offsets[open.start]!,
    });
    open.xs = [];
  };
  const firstCodePoint = analysis.atomStart[from]!;
  const endCodePoint = analysis.atomStart[to]!;
  let codePoint = firstCodePoint;
  for (let atom = from; atom < to; atom++) {
    const atomEnd = analysis.atomStart[atom + 1]!;
    const dash = isJoinedDash(analysis, atom);
    for (; codePoint < atomEnd; codePoint++) {
      const face = analysis.faceIndex[codePoint]!;
      const c = classOf(analysis.codePoints[codePoint]!);
      const asDash = dash && c === CharClass.Dash;
      const script = (analysis.scripts?.[codePoint] ?? Script.None) as Script;
      if (open.xs.length === 0 || face !== open.face || asDash !== open.dash || script !== open.script) {
        close(codePoint);
        open.face = face;
        open.script = script;
        open.dash = asDash;
        open.start = codePoint;
        open.left = x;
      }
      open.right = x + analysis.atomWidth[atom]!;
      open.xs.push((x + analysis.glyphX[codePoint]!) * size);
    }
    x += analysis.atomWidth[atom]!;
    if (atom < to - 1) x += filledGap(analysis, atom, filling);
  }
  close(endCodePoint);
  return { runs, end: x };
};

/** Blank that a joined dash keeps at each end, em: it must not touch its neighbours. */
const DASH_MARGIN = 0.04;

/** Middle of the ideographic em box above the baseline, em: there a Chinese dash runs, the Latin glyph lies lower. */
const EM_BOX_MIDDLE = 0.38;

/** The stroke has the weight of the face's own dash; `left` and `right` in em. */
const strokeOf = (analysis: Analysis, face: number, left: number, right: number): DashStroke => {
  const { size } = analysis.style;
  const { bottom, top } = analysis.dashEdges[face]!;
  const half = (top - bottom) / 2;
  return {
    left: (left + DASH_MARGIN) * size,
    right: (right - DASH_MARGIN) * size,
    bottom: (EM_BOX_MIDDLE - half) * size,
    top: (EM_BOX_MIDDLE + half) * size,
  };
};

const isJoinedDash = (analysis: Analysis, atom: number): boolean => {
  const start = analysis.atomStart[atom]!;
  return (
    analysis.atomStart[atom + 1]! - start >= 2 &&
    classOf(analysis.codePoints[start]!) === CharClass.Dash &&
    classOf(analysis.codePoints[start + 1]!) === CharClass.Dash
  );
};

/** The characters as they are painted: the source's, but for those that no face has or that are blank. */
const textOf = (analysis: Analysis, start: number, end: number): string => {
  if (!analysis.substituted) return analysis.text.slice(analysis.offsets[start]!, analysis.offsets[end]!);
  let text = '';
  for (let i = start; i < end; i++) {
    const codePoint = analysis.codePoints[i]!;
    text += classOf(codePoint) === CharClass.Space ? ' ' : String.fromCodePoint(codePoint);
  }
  return text;
};
