/** A line of type as it is set: positions are points from the line's own left edge. Pure data. */
import type { FaceId } from '../font/face.ts';
import type { Script } from '../issue/script-forms.ts';
import { isInvisible } from './invisible.ts';

export interface DashStroke {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Consecutive characters of one face. */
export interface LineRun {
  readonly kind: 'glyphs' | 'dash';
  readonly face: FaceId;
  readonly text: string;
  /** Set smaller and off the baseline (script.ts); absent for all other runs. */
  readonly script?: Script;
  /** Glyph origin of each code point. */
  readonly xs: readonly number[];
  /** Of a dash: the stroke that is painted, points from the line's left edge and, upwards, from the baseline. */
  readonly stroke?: DashStroke;
  /** UTF-16 offset of the run's first character in the paragraph. */
  readonly from: number;
}

/** How the line was filled: what the composition report counts. */
export interface LineFill {
  /** Extra space between two Han, em: 0 where nothing was expanded. */
  readonly looseness: number;
  /** The last step of compression that was used (docs/typesetting.md §3), 0 for none. */
  readonly compression: number;
  /** True where no permitted break filled the line and a forbidden one was taken. */
  readonly forced: boolean;
  /** True where the line's last mark stands outside the measure. */
  readonly hanging?: boolean;
}

export interface SetLine {
  /** UTF-16 offsets in the paragraph, `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** From the first character's left edge (after any indent) to the last one's right edge, points. */
  readonly width: number;
  /** Points before the first character. */
  readonly indent: number;
  readonly runs: readonly LineRun[];
  readonly fill: LineFill;
  readonly first: boolean;
  readonly last: boolean;
}

/** The runs that are drawn: invisible characters stand in runs of their own, so that the runs tile the text. */
export const drawnRuns = ({ runs }: SetLine): readonly LineRun[] =>
  runs.some(isInvisibleRun) ? runs.filter((run) => !isInvisibleRun(run)) : runs;

const isInvisibleRun = ({ text }: LineRun): boolean => isInvisible(text.codePointAt(0) ?? 0);
