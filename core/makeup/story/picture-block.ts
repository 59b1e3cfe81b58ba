/** A photograph with its caption in a frame: whole text columns wide, whole body lines high. Pure. */
import { family, kept } from '../../cache.ts';
import type { Rect } from '../../geometry.ts';
import type {
  Frame,
  GridBox,
  Issue,
  PictureId,
  PictureInfo,
  PlacedPictureFrame,
  Story,
  StoryPicture,
} from '../../issue/issue.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import { missingFrom } from '../../typeset/classify.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { displayStyle } from '../../typeset/set-text.ts';
import { typesetParagraph } from '../../typeset/typeset-paragraph.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import { baselineY, lineY, type TextColumn } from '../column-grid.ts';
import { columnLeft, columnsWidth, type FrameGeometry } from '../frame-geometry.ts';
import { BLACK, type PlacedItem } from '../page-layout.ts';
import { AIR_LINES, isBeside, type Standing, standPictures } from '../standing-pictures.ts';

/** Half a line free above a picture amid the text. */
const AIR_ABOVE = 0.5;
/** Space between the names of a credit, em. */
const NAME_SPACE = 0.5;
/** A photograph higher than this share of its width is cropped to it: a portrait must not eat the column. */
const HIGHEST = 1.2;

/** What the layout says of a picture that it placed. */
export interface PictureReport {
  readonly picture: PictureId;
  readonly rect: Rect;
  /** 有效分辨率: pixels per inch as printed, after the crop. */
  readonly dpi: number;
}

/** The caption with its credit, as it is printed. */
export const captionText = (picture: StoryPicture): string =>
  picture.caption + (picture.credit === '' ? '' : `${picture.caption === '' ? '' : '　'}${picture.credit}`);

const CAPTIONS = family<StoryPicture, readonly SetLine[]>('captions');

/** Caption lines at a width in points. */
export const setCaption = (
  picture: StoryPicture,
  book: Stylebook,
  width: number,
  { fonts, cache }: Typesetting,
): readonly SetLine[] =>
  kept(cache, CAPTIONS, picture, [book, width], () => {
    const style = { ...displayStyle(book.caption, NAME_SPACE), hanLatinGap: book.composition.hanLatinGap };
    const measure = Math.floor(width / book.caption.size);
    return typesetParagraph(captionText(picture), style, measure, fonts).lines;
  });

/** Where the caption of a picture stands, and how wide it is. */
const captionPlace = (format: PageFormat, geometry: FrameGeometry, picture: PlacedPictureFrame) => {
  const { column, span } = picture.box;
  const beside = isBeside(picture);
  const first = beside ? column + span - 1 : column;
  return {
    x: columnLeft(format, geometry, first),
    width: columnsWidth(geometry.columns, first, beside ? 1 : span, format.bodySize),
  };
};

const NONE: Standing = { pictures: [], unshown: [] };

/** Where the frame's pictures stand in its body (standing-pictures.ts). */
export const standIn = (
  format: PageFormat,
  book: Stylebook,
  typesetting: Typesetting,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
): Standing =>
  frame.pictures.length === 0
    ? NONE
    : standPictures(frame.pictures, geometry.columns.length, geometry.rows, (placed) => {
        const picture = story.pictures[placed.index];
        if (!picture) return 0;
        return setCaption(picture, book, captionPlace(format, geometry, placed).width, typesetting).length;
      });

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

/** The box that a picture takes over those text columns, from body line `line` on. */
export const pictureBoxAt = (
  info: PictureInfo,
  picture: StoryPicture,
  columns: readonly TextColumn[],
  { column, span, line }: Omit<GridBox, 'lines'>,
  format: PageFormat,
  book: Stylebook,
  typesetting: Typesetting,
): GridBox => {
  const width = columnsWidth(columns, column, span, format.bodySize);
  const captions = setCaption(picture, book, width, typesetting).length;
  return { column, span, line, lines: pictureLines(info, captions, width, format).all };
};

/** The box that a picture takes at the top right of a frame's body. */
export const pictureBox = (
  info: PictureInfo,
  picture: StoryPicture,
  columns: readonly TextColumn[],
  format: PageFormat,
  book: Stylebook,
  typesetting: Typesetting,
): GridBox => {
  const span = pictureColumns(columns.length);
  const at = { column: columns.length - span, span, line: 0 };
  return pictureBoxAt(info, picture, columns, at, format, book, typesetting);
};

/**
 * The pictures with their captions, in the boxes that `standIn` gave them; a picture that the issue has not is a
 * problem found elsewhere.
 */
export const placePictures = (
  issue: Issue,
  format: PageFormat,
  typesetting: Typesetting,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
  standing: Standing,
): {
  readonly items: readonly PlacedItem[];
  readonly reports: readonly PictureReport[];
  /** Code points of the captions that no face has. */
  readonly missing: readonly number[];
} => {
  const items: PlacedItem[] = [];
  const missing: number[] = [];
  const reports: PictureReport[] = [];
  const { stylebook } = issue.publication;
  for (const placed of standing.pictures) {
    const { index, box } = placed;
    const picture = story.pictures[index];
    const info = issue.pictures.find((p) => p.id === picture?.picture);
    if (!picture || !info) continue;
    const beside = isBeside(placed);
    const x = columnLeft(format, geometry, box.column);
    const imageSpan = beside ? box.span - 1 : box.span;
    const width = columnsWidth(geometry.columns, box.column, imageSpan, format.bodySize);
    const caption = captionPlace(format, geometry, placed);
    const captions = setCaption(picture, stylebook, caption.width, typesetting);
    missing.push(...missingFrom(captionText(picture), stylebook.caption.face, typesetting.fonts));
    const most = Math.max(1, box.lines - AIR_LINES);
    const image = beside ? most : Math.max(1, most - captions.length);
    const top = geometry.firstLine + box.line;
    /* At the body's head the picture's top meets the text's em box; its foot meets the last line's. */
    const above = box.line > 0 ? AIR_ABOVE * format.pitch : 0;
    const rect = {
      x,
      y: lineY(format, top) + above,
      width,
      height: Math.max(format.bodySize / 2, (image - 1) * format.pitch + format.bodySize - above),
    };
    const crop = cropTo(info.width / info.height, rect.width / rect.height, picture.focus);
    reports.push({ picture: info.id, rect, dpi: (info.width * crop.width * 72) / rect.width });
    items.push({
      kind: 'picture',
      picture: info.id,
      rect,
      crop,
      role: 'artifact',
      source: { story: story.id, part: 'caption', paragraph: index },
      frame: frame.id,
    });
    /* Beside the picture the caption ends level with it. */
    const first = beside ? Math.max(0, image - captions.length) : image;
    captions.forEach((line, i) => {
      const centred = !beside && captions.length === 1 && line.last;
      items.push({
        kind: 'line',
        line,
        x: caption.x + (centred ? (caption.width - line.width) / 2 : 0),
        y: baselineY(format, top + first + i),
        ink: BLACK,
        role: 'caption',
        source: { story: story.id, part: 'caption', paragraph: index },
        textLength: picture.caption.length,
        frame: frame.id,
      });
    });
  }
  return { items, reports, missing };
};

/** The largest part of a picture of aspect `have` that has aspect `want`, its focus in sight, as fractions. */
const cropTo = (have: number, want: number, focus = { x: 0.5, y: 0.5 }): Rect => {
  const within = (at: number, size: number) => Math.max(0, Math.min(1 - size, at - size / 2));
  if (have > want) {
    const width = want / have;
    return { x: within(focus.x, width), y: 0, width, height: 1 };
  }
  const height = have / want;
  return { x: 0, y: within(focus.y, height), width: 1, height };
};
