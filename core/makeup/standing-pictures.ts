/**
 * Problem: a picture's box counts text columns and lines from its frame's body, and that body grows and shrinks with
 * whatever happens to the frame: its height, headline, columns, box, tint, side head; and the picture's caption with
 * its words. An edit that followed all of these would have to set text, and would lose what the editor had wanted.
 * Method: the issue keeps the wanted box, and here alone it is decided where the picture stands. A box within the body
 * whose caption leaves it a picture stands as it is. Another is moved into the body, then made lower down to a least
 * height, beside the pictures that stand already; where even that has no room it is not shown, and reported. The
 * slots of the text, what is drawn, and the rules between columns go by these boxes, so that a frame made high again
 * has its picture as it was.
 * Limits: a picture is never made narrower than the body's columns force it to be. Pure.
 */
import { doOverlap } from '../issue/free-space.ts';
import type { GridBox, PlacedPictureFrame } from '../issue/issue.ts';

/** Free line below a caption, so that the text does not touch it. */
export const AIR_LINES = 1;
/** Body lines of image below which a picture is not worth showing; one that an editor made lower keeps its own. */
const LEAST_IMAGE_LINES = 2;

export interface Standing {
  /** The pictures that are shown, in the frame's order; those that stand as wanted are the frame's own values. */
  readonly pictures: readonly PlacedPictureFrame[];
  /** Those that have no room, by their index in the story. */
  readonly unshown: readonly number[];
}

/** Caption lines of a picture in that box, by its index in the story. */
export type CaptionLines = (picture: PlacedPictureFrame) => number;

export const isBeside = ({ captionBeside, box }: PlacedPictureFrame): boolean =>
  captionBeside === true && box.span > 1;

/** Fewest lines of the box in which the caption stands whole under or beside a picture. */
const leastLines = (picture: PlacedPictureFrame, captions: number): number => {
  const beside = isBeside(picture);
  const own = picture.box.lines - AIR_LINES - (beside ? 0 : captions);
  const image = own >= 1 ? Math.min(own, LEAST_IMAGE_LINES) : LEAST_IMAGE_LINES;
  return AIR_LINES + (beside ? Math.max(image, captions) : image + captions);
};

/** Within the columns: moved to the left, and narrower only where there are not as many. */
const withinColumns = (picture: PlacedPictureFrame, columns: number): PlacedPictureFrame => {
  const { box } = picture;
  if (box.column + box.span <= columns) return picture;
  const span = Math.min(box.span, columns);
  return { ...picture, box: { ...box, span, column: Math.min(box.column, columns - span) } };
};

/** The highest of the boxes that are free, nearest to where the picture was wanted; null where none is. */
const freeBox = (
  { box }: PlacedPictureFrame,
  least: number,
  rows: number,
  isFree: (box: GridBox) => boolean,
): GridBox | null => {
  for (let lines = Math.min(rows, Math.max(box.lines, least)); lines >= least; lines--) {
    const lowest = rows - lines;
    const wanted = Math.min(box.line, lowest);
    for (let off = 0; off <= lowest; off++)
      for (const line of off === 0 ? [wanted] : [wanted - off, wanted + off]) {
        const tried = { ...box, line, lines };
        if (line >= 0 && line <= lowest && isFree(tried)) return tried;
      }
  }
  return null;
};

export const standPictures = (
  pictures: readonly PlacedPictureFrame[],
  columns: number,
  rows: number,
  captionLines: CaptionLines,
): Standing => {
  const wanted = pictures.map((picture) => withinColumns(picture, columns));
  const least = wanted.map((picture) => leastLines(picture, captionLines(picture)));
  const stands = wanted.map(
    (picture, i) =>
      picture === pictures[i] &&
      picture.box.line + picture.box.lines <= rows &&
      least[i]! <= picture.box.lines,
  );
  if (stands.every(Boolean)) return { pictures, unshown: [] };
  /* Those that stand as wanted keep their places; the others find theirs beside them. */
  const standing = wanted.map((picture, i) => (stands[i] ? picture : null));
  wanted.forEach((picture, i) => {
    if (stands[i]) return;
    const isFree = (box: GridBox) =>
      standing.every(
        (other, j) => !other || !doOverlap(other.box, box) || doOverlap(pictures[j]!.box, pictures[i]!.box),
      );
    const box = freeBox(picture, least[i]!, rows, isFree);
    if (box) standing[i] = { ...picture, box };
  });
  return {
    pictures: standing.filter((picture) => picture !== null),
    unshown: pictures.flatMap(({ index }, i) => (standing[i] ? [] : [index])),
  };
};
