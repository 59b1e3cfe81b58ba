/** How a paragraph is set: faces, size and the composition rules that a stylebook may choose. Lengths in em. */
import type { FaceId } from '../font/face.ts';
import type { KinsokuLevel } from '../publication/publication.ts';

export interface SetStyle {
  readonly face: FaceId;
  readonly boldFace: FaceId;
  /** Points. */
  readonly size: number;
  /** First-line indent, em. */
  readonly indent: number;
  /** Han–Latin gap, em: 0, ⅛ or ¼. */
  readonly hanLatinGap: number;
  readonly kinsoku: KinsokuLevel;
  /** Width of U+3000 between Han, em: 1, less between the names of a byline. */
  readonly fullSpace: number;
  /** Lines of names end at spaces only, so that no name is split. */
  readonly breakAtSpacesOnly?: boolean;
  /** Lines keep their natural width. */
  readonly ragged?: boolean;
  /** 标点悬挂: one stop at the line's end may stand outside the measure (CLREQ 3.1.5). */
  readonly hanging?: boolean;
  /** Two adjacent marks take one em instead of one and a half. */
  readonly adjacentMarksInOneEm?: boolean;
  /** `。？！` keep their full em within a line. */
  readonly stopsWhole?: boolean;
  /** An opener after the indent loses its left half. */
  readonly openerTrimmedAfterIndent?: boolean;
  /** 字距: added between all characters that a line may be filled between, em; ±0.02 by copyfitting. */
  readonly tracking?: number;
}
