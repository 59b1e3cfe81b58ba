/**
 * The layout of a page: lines, rules and pictures at their places, before either writer's form. What make-up
 * hands to the display list. Lengths in points from the page's top left corner, y downwards.
 */
import type { FaceId } from '../font/face.ts';
import type { Rect } from '../geometry.ts';
import type { Frame, FrameId, PictureId } from '../issue/issue.ts';
import type { PageField } from '../issue/page-field.ts';
import type { TextName, TextPart } from '../issue/text-place.ts';

import type { SetLine } from '../typeset/set-line.ts';

/** An ink in process colours, each 0–1. */
export interface Ink {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

export const BLACK: Ink = { c: 0, m: 0, y: 0, k: 1 };
/** The red of a red head: magenta and yellow in full, so that it needs no fifth ink. */
export const RED: Ink = { c: 0, m: 1, y: 1, k: 0 };
export const grey = (k: number): Ink => ({ c: 0, m: 0, y: 0, k });

/** What a piece of the page is for. */
export type Role =
  | 'nameplate'
  | 'masthead'
  | 'folio'
  | 'imprint'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'standfirst'
  | 'subhead'
  | 'body'
  | 'byline'
  | 'credit'
  | 'caption'
  | 'jump-line'
  | 'artifact';

/** The part of a story that a run was set from. */
export type StoryPart = TextPart;

/** What of a text one set line takes, in UTF-16 units: `to` exclusive, invisible characters included. */
export interface LineExtent {
  readonly from: number;
  readonly to: number;
  /** True where the text goes on in another line: spaces at this one's end then take no room. */
  readonly wrapped: boolean;
}

/** Where a run's characters stand in the issue. */
export interface Source extends TextName {
  /**
   * Offset of the run's first character in that text, in UTF-16 units; negative by the characters that the program
   * put before the text (●).
   */
  readonly from: number;
  /** Where the run ends in that text: 〓 may stand there for a character of two units. */
  readonly to: number;
  /** The line, or the column set down the page, that the run is of: one object for all of its runs. */
  readonly line: LineExtent;
}

/** A line of two fields: from this UTF-16 offset of the text on it shows the other one. */
export interface FieldTurn {
  readonly field: PageField;
  readonly from: number;
}

interface Placed {
  readonly role: Role;
  readonly source: TextName | null;
  readonly frame: FrameId | null;
  /** The field of head, folio or imprint that is shown; absent in all that is a story's and in rules. */
  readonly field?: PageField;
}

/** A set line: `x` is its left edge, `y` its baseline. */
export interface PlacedLine extends Placed {
  readonly kind: 'line';
  readonly line: SetLine;
  readonly x: number;
  readonly y: number;
  readonly ink: Ink;
  /** Added to a run's offset to get the offset in the source's text; 0 where absent. */
  readonly offset?: number;
  /** Length of the source's text where the line shows more than it: the credit after a caption. */
  readonly textLength?: number;
  /** Counted in the line's text. */
  readonly turn?: FieldTurn;
}

export interface PlacedRect extends Placed {
  readonly kind: 'rect';
  readonly rect: Rect;
  readonly ink: Ink;
}

export interface PlacedImage extends Placed {
  readonly kind: 'picture';
  readonly picture: PictureId;
  readonly rect: Rect;
  /** The part shown, as fractions of the picture's width and height. */
  readonly crop: Rect;
}

/** Glyphs placed one by one: vertical headlines. As in the display list (`GlyphRun`, `JoinedDash`). */
export interface PlacedGlyphs extends Omit<Placed, 'source'> {
  readonly kind: 'glyphs';
  readonly source: Source | null;
  readonly face: FaceId;
  readonly size: number;
  readonly text: string;
  readonly ink: Ink;
  readonly xs: readonly number[];
  readonly y: number;
  readonly turned?: true;
  /** The room that it takes in its column. */
  readonly cell: Rect;
}

export interface PlacedDash extends Omit<PlacedGlyphs, 'kind' | 'turned'> {
  readonly kind: 'dash';
  readonly stroke: Rect;
}

export type PlacedItem = PlacedLine | PlacedRect | PlacedImage | PlacedGlyphs | PlacedDash;

export interface PageLayout {
  readonly number: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** In reading order, by what they were laid out with: head, each frame, rules. Parts stay the same while those do. */
  readonly parts: readonly (readonly PlacedItem[])[];
  /** Whose parts those between the head and the rules are, in their order. */
  readonly frames: readonly Frame[];
}

/** All that stands on the page, in reading order. */
export const itemsOf = (page: PageLayout): readonly PlacedItem[] => page.parts.flat();
