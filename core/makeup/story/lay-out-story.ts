/**
 * Sets one story into its thread of frames: decoration, headline block, columns of body on the grid, jump lines at
 * both ends of a change of page, pictures. What does not fit is counted as overset, never dropped silently. Pure.
 */
import type { Frame, Issue, Story } from '../../issue/issue.ts';
import type { PageFormat, Stylebook } from '../../publication/publication.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import { type BodyRoom, bodyRoom, type FrameGeometry, frameGeometry } from '../frame-geometry.ts';
import { coversBody, type InkPart, partsOutside } from '../frame-ink.ts';
import type { PlacedItem } from '../page-layout.ts';
import { Pour } from '../pour-story.ts';
import type { Standing } from '../standing-pictures.ts';
import type { ThreadFrame } from '../threads.ts';
import { decorate } from './frame-decor.ts';
import { type PictureReport, placePictures, standIn } from './picture-block.ts';
import { placeBody, placeJumpLine } from './place-body.ts';
import { placeHead } from './place-head.ts';

export interface FrameLayout {
  readonly frame: Frame;
  readonly page: number;
  readonly items: readonly PlacedItem[];
  readonly geometry: FrameGeometry;
  /** Body lines set. */
  readonly lines: number;
  /** 余: body lines of the story left over, and their characters; only the thread's last frame has any. */
  readonly overset: number;
  readonly oversetCharacters: number;
  /** 缺: body lines left free. */
  readonly free: number;
  readonly headlineOverflows: boolean;
  /** True for a continuation that nothing is left for: the story ended in the frames before it. */
  readonly idle: boolean;
  readonly pictures: readonly PictureReport[];
  /** Where its pictures stand, and which of them have no room. */
  readonly standing: Standing;
  /** What of it stands out of its box, and whether its headline stands on its text. */
  readonly outside: readonly InkPart[];
  readonly headCoversBody: boolean;
  /** The page that a jump line should name, where no line is left for it. */
  readonly unsaidJump: number | null;
}

export interface StoryLayout {
  readonly frames: readonly FrameLayout[];
  readonly jumps: readonly { readonly from: number; readonly to: number }[];
  /** Code points of all that is printed of it that no face has, each once. */
  readonly missing: readonly number[];
}

export interface LayoutContext extends Typesetting {
  readonly issue: Issue;
  readonly format: PageFormat;
  readonly book: Stylebook;
}

/** The body of the thread's frame at `index`, beside its pictures as they stand. */
export const threadRoom = (
  thread: readonly ThreadFrame[],
  index: number,
  geometry: FrameGeometry,
  { pictures }: Standing,
): BodyRoom => {
  const { page } = thread[index]!;
  const changesPage = (other: ThreadFrame | undefined) => other !== undefined && other.page !== page;
  return bodyRoom(pictures, geometry, changesPage(thread[index - 1]), changesPage(thread[index + 1]));
};

export const layOutStory = (
  context: LayoutContext,
  story: Story,
  thread: readonly ThreadFrame[],
): StoryLayout => {
  const { issue, format, book, fonts } = context;
  const jumps: { from: number; to: number }[] = [];
  const pour = new Pour(story, book, context);
  const missing: number[] = [];
  const frames = thread.map(({ frame, page }, index): FrameLayout => {
    const previous = thread[index - 1];
    const next = thread[index + 1];
    const from = previous && previous.page !== page && !pour.ended ? previous.page : null;
    const to = next && next.page !== page ? next.page : null;
    const idle = previous !== undefined && pour.ended;
    /* Over nothing stands no head either. */
    const continues = !previous ? 'no' : previous.page === page || idle ? 'on-this-page' : 'from-another';
    const geometry = frameGeometry(format, frame);
    const head = placeHead(issue, format, context, story, frame, geometry, continues);
    const standing = standIn(format, book, context, story, frame, geometry);
    const room = threadRoom(thread, index, geometry, standing);
    const poured = pour.into(geometry.columns, room.slots);
    const jumpsOn = to !== null && !pour.ended;
    if (jumpsOn) jumps.push({ from: page, to });
    const pictures = placePictures(issue, format, context, story, frame, geometry, standing);
    missing.push(...head.missing, ...pictures.missing);
    const jumpLine = (end: 'from' | 'to', other: number | null): readonly PlacedItem[] => {
      const cell = room[end];
      if (other === null || cell === null) return [];
      return [placeJumpLine(format, book, fonts, frame, geometry, end, other, cell)];
    };
    const decor = decorate(format, frame, geometry, standing.pictures);
    const body = placeBody(format, story, frame, geometry, poured.columns, room.slots, context.cache);
    const jumpsFrom = jumpLine('from', from);
    const jumpsTo = jumpLine('to', jumpsOn ? to : null);
    const besides = [...decor, ...head.items, ...jumpsFrom, ...jumpsTo, ...pictures.items];
    return {
      frame,
      page,
      geometry,
      items: [...decor, ...head.items, ...jumpsFrom, ...body, ...jumpsTo, ...pictures.items],
      lines: poured.lines,
      overset: next ? 0 : poured.overset,
      oversetCharacters: next ? 0 : poured.oversetCharacters,
      free: poured.free,
      headlineOverflows: head.overflows,
      idle,
      pictures: pictures.reports,
      standing,
      outside: partsOutside(format, frame, besides),
      headCoversBody: coversBody(format, geometry, head.items),
      unsaidJump: from !== null && room.from === null ? from : jumpsOn && room.to === null ? to : null,
    };
  });
  return { frames, jumps, missing: [...new Set([...missing, ...pour.missing])] };
};

/** A frame that its story's text does not reach: what it draws of its own, and nothing of the story. */
export const layOutEmpty = (format: PageFormat, { frame, page }: ThreadFrame): FrameLayout => {
  const geometry = frameGeometry(format, frame);
  const { slots } = bodyRoom([], geometry, false, false);
  const items = decorate(format, frame, geometry, []);
  return {
    frame,
    page,
    geometry,
    items,
    lines: 0,
    overset: 0,
    oversetCharacters: 0,
    free: slots.reduce((sum, column) => sum + column.length, 0),
    headlineOverflows: false,
    idle: false,
    pictures: [],
    standing: { pictures: [], unshown: [] },
    outside: partsOutside(format, frame, items),
    headCoversBody: false,
    unsaidJump: null,
  };
};
