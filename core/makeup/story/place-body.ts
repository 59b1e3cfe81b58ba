/** The body of a frame: its lines on the page's grid, and jump lines at both ends of a change of page. Pure. */
import { type Cache, family, remade } from '../../cache.ts';
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

const BODIES = family<Frame, readonly PlacedLine[]>('bodies as they were placed last');

export const placeBody = (
  format: PageFormat,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
  columns: readonly (readonly GalleyLine[])[],
  slots: readonly ColumnSlots[],
  cache: Cache,
): readonly PlacedLine[] =>
  remade(cache, BODIES, frame, (before) => {
    const lines: PlacedLine[] = [];
    for (let c = 0; c < columns.length; c++) {
      const left = columnLeft(format, geometry, c);
      const column = columns[c]!;
      for (let i = 0; i < column.length; i++) {
        const y = baselineY(format, geometry.firstLine + slots[c]![i]!);
        for (const part of column[i]!.parts) {
          const x = left + part.shift;
          const known = before?.[lines.length];
          lines.push(
            known !== undefined && isPlacedSo(known, part, x, y)
              ? known
              : placeLine(part, x, y, story.id, frame.id),
          );
        }
      }
    }
    return lines;
  });

/**
 * True for the line at its place: an edit leaves all before it, and where no line is gained or lost all after it. Role,
 * part and offset follow from the set line, the story from the frame.
 */
const isPlacedSo = (known: PlacedLine, part: GalleyText, x: number, y: number): boolean =>
  known.line === part.line &&
  known.x === x &&
  known.y === y &&
  (known.source === null || known.source.paragraph === part.paragraph);

const placeLine = (part: GalleyText, x: number, y: number, story: string, frame: string): PlacedLine => ({
  kind: 'line',
  line: part.line,
  x,
  y,
  ink: BLACK,
  offset: part.offset,
  role: part.role,
  source: part.made ? null : { story, part: part.part, paragraph: part.paragraph },
  frame,
});

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
