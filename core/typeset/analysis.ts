/**
 * Problem: text must be known as boxes and gaps before it can be broken into lines.
 * Method: three passes. `classify` gives each character its class, face and advance; `cluster` groups characters
 * that nothing may part (words, numbers with their signs, `——`, `……`, `？！`) into atoms; `space` gives each pair of
 * neighbours its gap: natural width, how much it yields and at which step, how it grows, whether a line may end
 * there. A mark's blank half is gap, never part of its box, so that a mark at a line's edge is half an em wide by
 * itself. Everything is in em, so one analysis serves every measure; it depends on text, marks and style only.
 * Invisible characters (invisible.ts) are set aside for these passes and put back without width.
 * Limits: one size a paragraph; no bidirectional reordering.
 */
import type { FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import { classify } from './classify.ts';
import { cluster } from './cluster.ts';
import { isJoined, putBack } from './invisible.ts';
import type { SetStyle } from './set-style.ts';
import { LineEnd, space } from './space.ts';

export interface Analysis {
  readonly text: string;
  readonly style: SetStyle;
  /** Code points, with their UTF-16 offsets (one longer), faces and positions within their atom (em). */
  readonly codePoints: Uint32Array;
  readonly offsets: Uint32Array;
  readonly faces: readonly FaceId[];
  /** Edges of the dash's ink in each of `faces`, em above the baseline. */
  readonly dashEdges: readonly { readonly bottom: number; readonly top: number }[];
  readonly faceIndex: Uint8Array;
  readonly glyphX: Float64Array;
  /** Atoms: first code point (one longer), box width, then the gap after each. */
  readonly atomCount: number;
  readonly atomStart: Uint32Array;
  readonly atomWidth: Float64Array;
  readonly gap: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkStep: Uint8Array;
  readonly growth: Uint8Array;
  /** `LineEnd` of each atom: whether a line may end after it. */
  readonly breakAfter: Uint8Array;
  /** Blank before the first atom of the paragraph, em: an opener keeps its left half after the indent. */
  readonly leadBlank: number;
  /** `MarkKind` of each atom: marks do not count against a lone character. */
  readonly markKind: Uint8Array;
  readonly widestAtom: number;
  /** True where the text has a `——`, which is painted as a stroke. */
  readonly hasDashes: boolean;
  /** `Script` of each code point; null where none is off the baseline. */
  readonly scripts: Uint8Array | null;
  /** Code points that no loaded face has. */
  readonly missing: readonly number[];
  /** True where a character is painted as another. */
  readonly substituted: boolean;
}

/**
 * Analyses one paragraph. Of a word wider than `widestWord` em every character is an atom of its own and may end a
 * line: the last resort for a word that no line holds.
 */
export const analyse = (
  text: string,
  marks: readonly Mark[],
  style: SetStyle,
  fonts: FontSet,
  widestWord = Number.POSITIVE_INFINITY,
): Analysis => {
  const classified = classify(text, marks, style, fonts);
  const clustered = cluster(classified, widestWord);
  const spaced = space(classified, clustered, style);
  const { aside, faces: own } = classified;
  const visible = { ...classified, glyphX: clustered.glyphX, start: clustered.start };
  const all = aside === null ? visible : putBack(visible, clustered.count, aside, own.length);
  const faces = aside === null ? own : [...own, own[0]!];
  if (aside !== null)
    for (let a = 0; a + 1 < clustered.count; a++)
      if (spaced.breakAfter[a] === LineEnd.Permitted && isJoined(aside, clustered.start[a + 1]!))
        spaced.breakAfter[a] = LineEnd.Forbidden;
  return {
    text,
    style,
    codePoints: all.codePoints,
    offsets: all.offsets,
    faces,
    dashEdges: faces.map((face) => fonts.dashEdges(face)),
    faceIndex: all.faceIndex,
    glyphX: all.glyphX,
    atomCount: clustered.count,
    atomStart: all.start,
    atomWidth: clustered.width,
    gap: spaced.gap,
    shrink: spaced.shrink,
    shrinkStep: spaced.shrinkStep,
    growth: spaced.growth,
    breakAfter: spaced.breakAfter,
    leadBlank: spaced.leadBlank,
    markKind: spaced.markKind,
    widestAtom: clustered.widest,
    hasDashes: clustered.hasDashes,
    scripts: all.scripts,
    missing: classified.missing,
    substituted: classified.substituted,
  };
};
