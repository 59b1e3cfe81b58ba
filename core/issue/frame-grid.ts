/**
 * What fits a frame: its box on the page's grid, pictures in its text columns, a strip and unequal columns in its
 * width. All in whole characters and lines; the edits keep to it and a file is checked for it.
 */
import type { PageFormat } from '../publication/publication.ts';
import { checkedIndex } from './edit.ts';
import type { Frame, FrameStyle, GridBox, PlacedPictureFrame } from './issue.ts';

export const MOST_COLUMNS = 99;

/** Free line between frames, at each frame's foot. */
export const FOOT_LINES = 1;

/** True for whole numbers within a grid of that size. */
export const isWithin = (box: GridBox, columns: number, lines: number): boolean =>
  [box.column, box.span, box.line, box.lines].every(Number.isInteger) &&
  box.column >= 0 &&
  box.span >= 1 &&
  box.column + box.span <= columns &&
  box.line >= 0 &&
  box.lines >= 1 &&
  box.line + box.lines <= lines;

/**
 * A frame's last line is the white between it and what stands below; at the foot of a page there is nothing below,
 * so that line may hang out of the type area.
 */
export const HANGING_LINES = 1;

/** True for a box on the page's grid. */
export const isOnPage = (box: GridBox, { columns, lines }: PageFormat): boolean =>
  isWithin(box, columns, lines + HANGING_LINES);

/** `picture` itself. Throws where it stands off the frame, or names none of the story's `pictures`. */
export const checkedPicture = (
  picture: PlacedPictureFrame,
  frame: Frame,
  pictures: number,
): PlacedPictureFrame => {
  checkedIndex(picture.index, pictures, `picture of ${frame.story}`);
  if (!isWithin(picture.box, frame.columns, frame.box.lines))
    throw new Error(`picture off the frame: ${JSON.stringify(picture.box)}`);
  return picture;
};

/** Characters that `span` joined basic columns hold. */
export const joinedChars = (format: PageFormat, span: number): number =>
  span * format.columnChars + (span - 1) * format.gapChars;

/** Fewest characters that a text column holds: narrower ones cannot be filled. */
export const FEWEST_CHARS = 4;
/** Characters that the body keeps beside a strip, whatever the strip asks for. */
const LEAST_BODY = 4;
/** What a box or a tint keeps free at each side, characters. */
const INSET_CHARS = 1;

/** 底纹 at its darkest, share of black: on newsprint black text on more is no longer read with ease. */
export const MOST_TINT = 0.3;

export const isInset = ({ border, style }: Pick<Frame, 'border' | 'style'>): boolean =>
  border === 'box' || style.tint > 0;

/** Where a frame's body stands in its width, in characters from the frame's left edge. */
export interface BodyWidth {
  /** Free at each side. */
  readonly inset: number;
  /** The strip of a headline beside the body; 0 where there is none. */
  readonly strip: number;
  /** What the text columns share. */
  readonly body: number;
}

export const bodyWidth = (
  format: PageFormat,
  frame: Pick<Frame, 'box' | 'border' | 'headLines' | 'style'>,
): BodyWidth => {
  const { head } = frame.style;
  const inset = isInset(frame) ? INSET_CHARS : 0;
  const width = joinedChars(format, frame.box.span) - 2 * inset;
  const strip =
    head.place === 'above' || frame.headLines === 0
      ? 0
      : Math.max(1, Math.min(head.chars, width - format.gapChars - LEAST_BODY));
  return { inset, strip, body: width - (strip > 0 ? strip + format.gapChars : 0) };
};

/** Characters of the widest strip that leaves room for a body beside it; none where it is below 1. */
export const widestStrip = (format: PageFormat, span: number): number =>
  joinedChars(format, span) - format.gapChars - LEAST_BODY;

/** True for columns of whole characters, none too narrow, that stand in `width` with the gaps between them. */
export const doColumnsFit = (widths: readonly number[], width: number, gapChars: number): boolean =>
  widths.every((chars) => Number.isInteger(chars) && chars >= FEWEST_CHARS) &&
  widths.reduce((sum, chars) => sum + chars, 0) + (widths.length - 1) * gapChars <= width;

export type StyleFault = 'columns-not-as-many' | 'columns-do-not-fit' | 'strip-too-wide';

/**
 * What of a frame's style its box has no room for; null where all fits. A box drawn round it, a tint or a strip take
 * room as long as they are there: columns that fit without them are kept, and set equal until they go.
 */
export const styleFault = (
  format: PageFormat,
  { box, columns, style }: Pick<Frame, 'box' | 'columns' | 'style'>,
): StyleFault | null => {
  const { columnChars, head } = style;
  if (columnChars !== null && columnChars.length !== columns) return 'columns-not-as-many';
  if (columnChars !== null && !doColumnsFit(columnChars, joinedChars(format, box.span), format.gapChars))
    return 'columns-do-not-fit';
  return head.place !== 'above' && head.chars > widestStrip(format, box.span) ? 'strip-too-wide' : null;
};

/** The style with what its box has no room for cut down or taken out; itself where all fits. */
export const fittedStyle = (
  format: PageFormat,
  frame: Pick<Frame, 'box' | 'columns' | 'style'>,
): FrameStyle => {
  let { style } = frame;
  for (let fault = styleFault(format, frame); fault; fault = styleFault(format, { ...frame, style })) {
    const widest = widestStrip(format, frame.box.span);
    if (fault !== 'strip-too-wide') style = { ...style, columnChars: null };
    else if (style.head.place === 'above' || widest < 1) style = { ...style, head: { place: 'above' } };
    else style = { ...style, head: { ...style.head, chars: widest } };
  }
  return style;
};
