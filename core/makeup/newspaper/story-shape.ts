/**
 * What a story, or the rest of one, needs over a span: lines of head, lines of body, where its picture goes, and
 * how well such a shape reads. Make-up asks this for every span before it places anything. Pure.
 */
import { type Frame, type Issue, isLead, type PlacedPictureFrame, type Story } from '../../issue/issue.ts';
import type { PageFormat } from '../../publication/publication.ts';
import { type GalleyLine, setGalley } from '../../typeset/galley.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import { boxRect, divide, type TextColumn } from '../column-grid.ts';
import { fillColumns } from '../fill-columns.ts';
import { bodyRoom, FOOT_LINES, frameGeometry } from '../frame-geometry.ts';
import { Pour } from '../pour-story.ts';
import { setContinuationHead, setHeadlineBlock } from '../story/headline-block.ts';
import {
  CROWDED_HEAD,
  LOW,
  NARROW_PICTURE,
  POSTER,
  SHALLOW,
  TALL,
  TORN_HEADLINE,
  WHITE,
} from './make-up-prices.ts';
import { arrangePictures } from './picture-arrangement.ts';

/** A story to be placed, from galley line `from` on. */
export interface Piece {
  readonly story: Story;
  readonly from: number;
}

export interface StoryShape {
  readonly span: number;
  /** Text columns. */
  readonly columns: number;
  readonly head: number;
  /** Points, as set; 0 where there is none. */
  readonly headlineSize: number;
  /** Body lines of the frame. */
  readonly rows: number;
  /** Head, body and the free line at the foot. */
  readonly height: number;
  readonly pictures: readonly PlacedPictureFrame[];
  /** Line slots that pictures and jump lines take. */
  readonly taken: number;
  readonly galleyLines: number;
  /** How much an editor would dislike it; 0 is fine. */
  readonly cost: number;
}

const FEWEST_ROWS = 5;
/** A body lower than so many rows a column is a ribbon across the page. */
const ROWS_PER_COLUMN = 2.2;
const MOST_ROWS = 42;
/** Rows that a list may take more to keep its items whole; other stories take one. */
const MORE_ROWS = 4;

/** Refers stand in wide columns, a headline to a line where it fits; briefs in no more columns than there are. */
const textColumns = (story: Story, span: number): number => {
  if (story.kind === 'refers') return Math.max(1, Math.round(span / 2));
  if (story.kind === 'briefs') return Math.min(span, Math.max(Math.ceil(span / 2), story.paragraphs.length));
  return span;
};

/** Body lines down to the foot of the lowest picture. */
export const lowestPicture = (pictures: readonly PlacedPictureFrame[]): number =>
  Math.max(0, ...pictures.map(({ box }) => box.line + box.lines));

/** A story poured into the frames that it has so far. */
interface Begun {
  readonly pour: Pour;
  readonly frames: Frame[];
  left: number;
}

export class StoryShapes {
  private readonly known = new Map<string, StoryShape>();
  private readonly lines = new Map<string, readonly GalleyLine[]>();
  private readonly begun = new WeakMap<Story, Begun>();

  constructor(
    private readonly issue: Issue,
    private readonly format: PageFormat,
    private readonly typesetting: Typesetting,
  ) {}

  /** Galley lines of the whole story at a measure in em. */
  private linesOf(story: Story, measure: number): readonly GalleyLine[] {
    const key = `${story.id} ${measure}`;
    const known = this.lines.get(key);
    if (known) return known;
    const { stylebook } = this.issue.publication;
    const { lines } = setGalley({ story, book: stylebook, measure, typesetting: this.typesetting });
    this.lines.set(key, lines);
    return lines;
  }

  /**
   * What is left of a story that goes on on a later page than the last of its frames. A thread grows by a frame at
   * a time: its former frames are not poured again.
   */
  rest(story: Story, thread: readonly Frame[]): Piece {
    const { stylebook } = this.issue.publication;
    let begun = this.begun.get(story);
    if (!begun?.frames.every((frame, i) => frame === thread[i])) {
      begun = { pour: new Pour(story, stylebook, this.typesetting), frames: [], left: 0 };
      this.begun.set(story, begun);
    }
    for (const frame of thread.slice(begun.frames.length)) {
      const geometry = frameGeometry(this.format, frame);
      const { slots } = bodyRoom(frame.pictures, geometry, begun.frames.length > 0, true);
      begun.left = begun.pour.into(geometry.columns, slots).overset;
      begun.frames.push(frame);
    }
    return { story, from: this.linesOf(story, this.format.columnChars).length - begun.left };
  }

  shape(piece: Piece, span: number): StoryShape {
    const key = `${piece.story.id} ${piece.from} ${span}`;
    const known = this.known.get(key);
    if (known) return known;
    const shape = this.measure(piece, span);
    this.known.set(key, shape);
    return shape;
  }

  /**
   * Rows in which no column opens or closes badly and no item of a list is torn, or the fewest where a few more do
   * not help: layout may still mend it by a line more or fewer in a paragraph.
   */
  private rowsToBreakWell(
    { story, from }: Piece,
    columns: readonly TextColumn[],
    pictures: readonly PlacedPictureFrame[],
    fewest: number,
  ): number {
    /* No page holds that: where it goes on it breaks anew. */
    if (fewest > this.format.lines) return fewest;
    const lines = this.linesOf(story, columns[0]!.chars);
    const { widowControl } = this.issue.publication.stylebook.composition;
    const most = fewest + (story.kind === 'article' ? 1 : MORE_ROWS);
    for (let rows = fewest; rows <= most; rows++) {
      const { slots } = bodyRoom(pictures, { columns, rows }, from > 0, false);
      const filled = fillColumns(lines, from, slots, widowControl);
      if (filled.torn + filled.stranded === 0) return rows;
    }
    return fewest;
  }

  private measure({ story, from }: Piece, span: number): StoryShape {
    const { format, typesetting } = this;
    const { fonts } = typesetting;
    const { stylebook } = this.issue.publication;
    const { width } = boxRect(format, { column: 0, span, line: 0, lines: 1 });
    const head =
      from > 0
        ? setContinuationHead(story, stylebook, width, format.pitch, fonts)
        : setHeadlineBlock(
            story,
            stylebook,
            { lead: isLead(this.issue, story), span, width, pitch: format.pitch, step: 0, beside: false },
            fonts,
          );
    const columns = textColumns(story, span);
    const division = divide(format, span, columns);
    const most =
      format.lines - Math.max(format.mastheadLines, format.folioLines) - head.gridLines - FOOT_LINES;
    const pictures =
      from > 0 ? [] : arrangePictures(this.issue, story, division, most, format, stylebook, typesetting);
    const taken = pictures.reduce((sum, p) => sum + p.box.span * p.box.lines, 0) + (from > 0 ? 1 : 0);
    const galleyLines = this.linesOf(story, division[0]!.chars).length - from;
    const fewest = Math.max(Math.ceil((galleyLines + taken) / columns), lowestPicture(pictures), 1);
    const rows = this.rowsToBreakWell({ story, from }, division, pictures, fewest);
    let cost = 0;
    if (rows < FEWEST_ROWS && span > 1) cost += (FEWEST_ROWS - rows) * LOW;
    if (story.kind === 'article') cost += Math.max(0, span * ROWS_PER_COLUMN - rows) * SHALLOW;
    if (rows > MOST_ROWS) cost += (rows - MOST_ROWS) * TALL;
    if (head.overflows || head.crowded) cost += CROWDED_HEAD;
    cost += head.harm * TORN_HEADLINE;
    if (head.gridLines > rows && story.kind === 'article') cost += (head.gridLines - rows) * POSTER;
    if (span === 1 && pictures.length > 0) cost += NARROW_PICTURE;
    if (pictures.length > 1) cost += Math.max(0, rows * columns - taken - galleyLines - columns) * WHITE;
    return {
      span,
      columns,
      head: head.gridLines,
      headlineSize: head.headlineSize,
      rows,
      height: head.gridLines + rows + FOOT_LINES,
      pictures,
      taken,
      galleyLines,
      cost,
    };
  }
}
