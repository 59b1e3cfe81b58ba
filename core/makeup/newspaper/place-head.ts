/** A frame's headline block at its place: above the body, or beside it, set across or down. Pure. */
import type { FontSet } from '../../font/font-set.ts';
import { type Frame, type Issue, isLead, type Story } from '../../issue/issue.ts';
import type { PageFormat } from '../../publication/publication.ts';
import type { FrameGeometry } from '../frame-geometry.ts';
import { BLACK, type PlacedItem } from '../page-layout.ts';
import { type HeadlineBlock, setContinuationHead, setHeadlineBlock } from './headline-block.ts';
import { setVerticalHead } from './vertical-head.ts';

export interface PlacedHead {
  readonly items: readonly PlacedItem[];
  readonly overflows: boolean;
}

/** Rounding that a block may be higher than its lines, points. */
const TOO_HIGH = 0.01;

const NOTHING: PlacedHead = { items: [], overflows: false };

/** `continues`: the frame is not the story's first; a small head stands over it where the page changed. */
export const placeHead = (
  issue: Issue,
  format: PageFormat,
  fonts: FontSet,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
  continues: 'no' | 'on-this-page' | 'from-another',
): PlacedHead => {
  if (frame.headLines === 0 || continues === 'on-this-page') return NOTHING;
  const { stylebook } = issue.publication;
  const { pitch } = format;
  const { strip, head } = geometry;
  if (continues === 'from-another')
    return stackIn(setContinuationHead(story, stylebook, head.width, pitch, fonts), story, frame, head);
  const setting = { lead: isLead(issue, story), span: frame.box.span, pitch, step: frame.style.headStep };
  if (strip === null) {
    const block = setHeadlineBlock(story, stylebook, { ...setting, width: head.width, beside: false }, fonts);
    return stackIn(block, story, frame, head);
  }
  if (frame.style.head.place === 'vertical')
    return setVerticalHead(story, stylebook, setting, strip, frame.id, fonts);
  const block = setHeadlineBlock(story, stylebook, { ...setting, width: strip.width, beside: true }, fonts);
  return stackIn(block, story, frame, strip);
};

/** The block's lines, in the middle of the room that they have. */
const stackIn = (
  block: HeadlineBlock,
  story: Story,
  frame: Frame,
  room: FrameGeometry['head'],
): PlacedHead => {
  const space = Math.max(0, room.height - block.height) / 2;
  return {
    items: block.lines.map(({ line, role, part, x, y }) => ({
      kind: 'line',
      line,
      x: room.x + x,
      y: room.y + space + y,
      ink: BLACK,
      role,
      source: part === null ? null : { story: story.id, part, paragraph: 0 },
      frame: frame.id,
    })),
    overflows: block.overflows || block.height > room.height + TOO_HIGH,
  };
};
