/**
 * Problem: where automatic make-up puts a story's pictures in its body, before its height is known.
 * Method: the first stands at the top right, over half of the text columns; over all where the story is that picture. Each further one is a
 * text column wide and hangs under the lowest pictures that stand already, rather not over the story's beginning, so
 * that they fill the body evenly from its top.
 * Limits: one that would reach below `most` lines is left out, and reported by the layout (unplaced-pictures.ts). Pure.
 */
import { type Issue, isPictureStory, type PlacedPictureFrame, type Story } from '../../issue/issue.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import type { TextColumn } from '../column-grid.ts';
import { pictureBox, pictureBoxAt } from '../story/picture-block.ts';

/** Lines that a picture would rather hang lower than at the head of the first column, where the text begins. */
const OPENING = 6;

export const arrangePictures = (
  issue: Issue,
  story: Story,
  columns: readonly TextColumn[],
  /** Body lines that the page has room for. */
  most: number,
  format: PageFormat,
  book: Stylebook,
  typesetting: Typesetting,
): readonly PlacedPictureFrame[] => {
  const arranged: PlacedPictureFrame[] = [];
  const depths = columns.map(() => 0);
  story.pictures.forEach((picture, index) => {
    const info = issue.pictures.find(({ id }) => id === picture.picture);
    if (!info) return;
    const isFirst = arranged.length === 0;
    const column = highest(depths);
    const box = isFirst
      ? isAllOf(story)
        ? pictureBoxAt(
            info,
            picture,
            columns,
            { column: 0, span: columns.length, line: 0 },
            format,
            book,
            typesetting,
          )
        : pictureBox(info, picture, columns, format, book, typesetting)
      : pictureBoxAt(
          info,
          picture,
          columns,
          { column, span: 1, line: depths[column]! },
          format,
          book,
          typesetting,
        );
    const foot = box.line + box.lines;
    if (!isFirst && foot > most) return;
    arranged.push({ index, box });
    depths.fill(foot, box.column, box.column + box.span);
  });
  return arranged;
};

/** 图片新闻 of one picture: it is all that stands beneath the headline. */
const isAllOf = (story: Story): boolean => story.pictures.length === 1 && isPictureStory(story);

/** The column whose pictures reach least far down, the rightmost of equal ones. */
const highest = (depths: readonly number[]): number => {
  let best = 0;
  const price = (column: number) => depths[column]! + (column === 0 && depths.length > 1 ? OPENING : 0);
  for (let column = 1; column < depths.length; column++) if (price(column) <= price(best)) best = column;
  return best;
};
