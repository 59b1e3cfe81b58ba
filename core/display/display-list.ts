/**
 * The display list: what both writers (SVG and PDF) draw, and nothing else. Items stand in reading order,
 * positions are absolute in points from the page's top left corner, y downwards; `y` of text is its baseline.
 * Every item knows where it came from: hit-testing, caret, proof marks, tags and reading order use that.
 */
import type { FaceId } from '../font/face.ts';
import type { Rect } from '../geometry.ts';
import type { FrameId, PictureId } from '../issue/issue.ts';
import type { PageField } from '../issue/page-field.ts';
import type { Script } from '../issue/script-forms.ts';
import type { FieldTurn, Ink, Role, Source } from '../makeup/page-layout.ts';

export {
  BLACK,
  type FieldTurn,
  grey,
  type Ink,
  RED,
  type Role,
  type Source,
  type StoryPart,
} from '../makeup/page-layout.ts';

interface Owned {
  readonly role: Role;
  /** Null where the program made it: masthead, folio, jump line, rule. */
  readonly source: Source | null;
  readonly frame: FrameId | null;
  /** The field of head, folio or imprint that is shown; absent elsewhere. Nothing that is drawn depends on it. */
  readonly field?: PageField;
}

/** Characters of one line in one face and size: at most a few a line. */
export interface GlyphRun extends Owned {
  readonly kind: 'glyphs';
  readonly face: FaceId;
  readonly size: number;
  readonly ink: Ink;
  readonly text: string;
  /** Left edge of each code point's glyph origin, points; as long as the text has code points. */
  readonly xs: readonly number[];
  readonly y: number;
  /**
   * Of a superscript or subscript: what its characters mean. Its size and baseline are its own, not its line's; nothing
   * that is painted depends on it, all that is read does (10⁴ is not 104).
   */
  readonly script?: Script;
  /**
   * Set down the page, each glyph turned by 90° clockwise about its origin: `xs` are then the origins' distances
   * from the page's top, and `y` is the distance of their baseline from its left edge.
   */
  readonly turned?: true;
  /** Of a text set down the page: the room that the run takes in its column. Nothing that is drawn depends on it. */
  readonly cell?: Rect;
  /** From there on in this run's text the run shows another field. */
  readonly turn?: FieldTurn;
}

/**
 * `——` joined: one stroke where two glyphs would leave a gap (CLREQ: the dash occupies 2 em and is not broken).
 * The characters are kept for extraction and for hit-testing; they are never painted.
 */
export interface JoinedDash extends Owned {
  readonly kind: 'dash';
  readonly face: FaceId;
  readonly size: number;
  readonly ink: Ink;
  readonly text: string;
  readonly xs: readonly number[];
  readonly y: number;
  /** As a glyph run's. */
  readonly cell?: Rect;
  /** What is painted. */
  readonly stroke: Rect;
}

/** A rule or a tint: a filled rectangle. */
export interface FilledRect extends Owned {
  readonly kind: 'rect';
  readonly rect: Rect;
  readonly ink: Ink;
}

export interface PlacedPicture extends Owned {
  readonly kind: 'picture';
  readonly picture: PictureId;
  readonly rect: Rect;
  /** The part of the picture that is shown, as fractions of its width and height. */
  readonly crop: Rect;
}

export type DisplayItem = GlyphRun | JoinedDash | FilledRect | PlacedPicture;

export interface DisplayPage {
  /** From 1. */
  readonly number: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly DisplayItem[];
  /** The same items by what they were laid out with; a part is the same value as long as nothing in it changes. */
  readonly parts: readonly (readonly DisplayItem[])[];
}

export interface DisplayList {
  readonly title: string;
  readonly pages: readonly DisplayPage[];
}

/** sRGB of an ink on white paper, `#rrggbb`: the simple conversion; colour management belongs to the press PDF. */
export const inkToHex = (ink: Ink): string => {
  const channel = (v: number) =>
    Math.round(255 * (1 - Math.min(1, v)) * (1 - ink.k))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(ink.c)}${channel(ink.m)}${channel(ink.y)}`;
};
