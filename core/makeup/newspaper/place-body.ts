/** The body of a frame: its lines on the page's grid, and jump lines at both ends of a change of page. Pure. */
import type { FontSet } from '../../font/font-set.ts';
import type { Frame, Story } from '../../issue/issue.ts';
import { chineseNumeral } from '../../numerals.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import type { GalleyLine, GalleyText } from '../../typeset/galley.ts';
import { setText } from '../../typeset/set-text.ts';
import { baselineY } from '../column-grid.ts';
import type { ColumnSlots } from '../fill-columns.ts';
import { type BodyCell, columnLeft, type FrameGeometry } from '../frame-geometry.ts';
import { BLACK, type PlacedItem, type PlacedLine } from '../page-layout.ts';

export const placeBody = (
  format: PageFormat,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
  columns: readonly (readonly GalleyLine[])[],
  slots: readonly ColumnSlots[],
): PlacedItem[] => {
  const items: PlacedItem[] = [];
  columns.forEach((lines, c) => {
    const left = columnLeft(format, geometry, c);
    lines.forEach(({ parts }, i) => {
      const y = baselineY(format, geometry.firstLine + slots[c]![i]!);
      for (const part of parts) items.push(keptLine(part, left + part.shift, y, story.id, frame.id));
    });
  });
  return items;
};

/** The line at its place: the same object as before where it has not moved. */
const keptLine = (part: GalleyText, x: number, y: number, story: string, frame: string): PlacedLine => {
  const known = part.memo.made as PlacedLine | null;
  if (
    known &&
    known.x === x &&
    known.y === y &&
    known.frame === frame &&
    (part.made || known.source?.story === story)
  )
    return known;
  const placed: PlacedLine = {
    kind: 'line',
    line: part.line,
    x,
    y,
    ink: BLACK,
    offset: part.offset,
    role: part.role,
    source: part.made ? null : { story, part: part.part, paragraph: part.paragraph },
    frame,
    memo: { made: null },
  };
  part.memo.made = placed;
  return placed;
};

/**
 * （下转二版） set right in the place that the body keeps for it, （上接一版） set left; without its brackets where the
 * column is too narrow for them.
 */
export const placeJumpLine = (
  format: PageFormat,
  book: Stylebook,
  fonts: FontSet,
  frame: Frame,
  geometry: FrameGeometry,
  end: 'to' | 'from',
  page: number,
  { column, row }: BodyCell,
): PlacedItem => {
  const words = `${end === 'to' ? '下转' : '上接'}${chineseNumeral(page)}版`;
  const width = geometry.columns[column]!.chars * format.bodySize;
  const whole = setText(`（${words}）`, book.jumpLine, fonts);
  const line = whole.width <= width ? whole : setText(words, book.jumpLine, fonts);
  const left = columnLeft(format, geometry, column);
  return {
    kind: 'line',
    line,
    x: end === 'to' ? left + width - line.width : left,
    y: baselineY(format, geometry.firstLine + row),
    ink: BLACK,
    role: 'jump-line',
    source: null,
    frame: frame.id,
  };
};
