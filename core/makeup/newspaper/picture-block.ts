/** A photograph with its caption in a frame: whole text columns wide, whole body lines high. Pure. */
import type { FontSet } from '../../font/font-set.ts';
import type { GridBox, PictureInfo, StoryPicture } from '../../issue/issue.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { displayStyle } from '../../typeset/set-text.ts';
import { typesetParagraph } from '../../typeset/typeset-paragraph.ts';
import type { Division } from '../column-grid.ts';

/** Free line below a caption, so that the text does not touch it. */
const AIR_LINES = 1;
/** Space between the names of a credit, em. */
const NAME_SPACE = 0.5;
/** A photograph higher than this share of its width is cropped to it: a portrait must not eat the column. */
const HIGHEST = 1.2;

/** Width of `columns` text columns of a division, points. */
export const columnsWidth = (division: Division, columns: number, bodySize: number): number =>
  columns * division.measure * bodySize + (columns - 1) * division.gap;

/** The caption with its credit, as it is printed. */
export const captionText = (picture: StoryPicture): string =>
  picture.caption + (picture.credit === '' ? '' : `${picture.caption === '' ? '' : '　'}${picture.credit}`);

/** Caption lines at a width in points. */
export const setCaption = (
  picture: StoryPicture,
  book: Stylebook,
  width: number,
  fonts: FontSet,
): readonly SetLine[] => {
  const style = { ...displayStyle(book.caption, NAME_SPACE), hanLatinGap: book.hanLatinGap };
  return typesetParagraph(captionText(picture), style, Math.floor(width / book.caption.size), fonts).lines;
};

/** How many of the frame's text columns a picture takes: half of them, at least one. */
export const pictureColumns = (columns: number): number => (columns <= 2 ? columns : Math.ceil(columns / 2));

/** Body lines that the picture and its caption take at that width, the free line below included. */
export const pictureLines = (
  info: PictureInfo,
  captionLines: number,
  width: number,
  format: PageFormat,
): { readonly image: number; readonly all: number } => {
  const height = Math.min(width * HIGHEST, (width * info.height) / info.width);
  const image = Math.max(2, Math.round(height / format.pitch));
  return { image, all: image + captionLines + AIR_LINES };
};

/** The box a picture takes at the top right of a frame's body. */
export const pictureBox = (
  info: PictureInfo,
  picture: StoryPicture,
  division: Division,
  format: PageFormat,
  book: Stylebook,
  fonts: FontSet,
): GridBox => {
  const span = pictureColumns(division.columns);
  const width = columnsWidth(division, span, format.bodySize);
  const captions = setCaption(picture, book, width, fonts).length;
  const { all } = pictureLines(info, captions, width, format);
  return { column: division.columns - span, span, line: 0, lines: all };
};
