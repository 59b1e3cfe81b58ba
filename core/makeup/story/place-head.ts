/** A frame's headline block at its place: above the body, or beside it, set across or down. Pure. */
import { family, kept } from '../../cache.ts';
import type { FontSet } from '../../font/font-set.ts';
import { type Frame, type Issue, isLead, type Story } from '../../issue/issue.ts';
import type { PageFormat, Publication } from '../../publication/publication.ts';
import { missingFrom } from '../../typeset/classify.ts';
import type { Typesetting } from '../../typeset/typesetting.ts';
import type { FrameGeometry } from '../frame-geometry.ts';
import { BLACK } from '../page-layout.ts';
import {
  type HeadItems,
  type HeadlineBlock,
  headStyles,
  setContinuationHead,
  setHeadlineBlock,
} from './headline-block.ts';
import { setVerticalHead } from './vertical-head.ts';

export interface PlacedHead extends HeadItems {
  /** Code points that no face has. */
  readonly missing: readonly number[];
}

/** Rounding that a block may be higher than its lines, points. */
const TOO_HIGH = 0.01;

/** Steps of the type scale that a block gives up where its frame's head has too few lines for it. */
const MOST_STEPS_DOWN = 2;

const NOTHING: PlacedHead = { items: [], overflows: false, missing: [] };

type Continues = 'no' | 'on-this-page' | 'from-another';

/** What a frame's head is set from. */
interface HeadSource {
  readonly publication: Publication;
  readonly format: PageFormat;
  readonly fonts: FontSet;
  readonly story: Story;
  readonly frame: Frame;
  readonly geometry: FrameGeometry;
  readonly lead: boolean;
  readonly continues: Continues;
}

/** The geometry follows from frame and format, the story's name from the frame. */
const HEADS = family<Frame, PlacedHead>('heads');

/** `continues`: the frame is not the story's first; a small head stands over it where the page changed. */
export const placeHead = (
  issue: Issue,
  format: PageFormat,
  { fonts, cache }: Typesetting,
  story: Story,
  frame: Frame,
  geometry: FrameGeometry,
  continues: Continues,
): PlacedHead => {
  const lead = isLead(issue, story);
  const { publication } = issue;
  const { kind, kicker, headline, deck, breaks } = story;
  /* Of the story only what a head shows and is set by: most edits are of the body. */
  const from = [publication, format, lead, continues, kind, kicker, headline, deck, breaks];
  return kept(cache, HEADS, frame, from, () =>
    setHead({ publication, format, fonts, story, frame, geometry, lead, continues }),
  );
};

const setHead = (source: HeadSource): PlacedHead =>
  source.frame.headLines === 0 || source.continues === 'on-this-page'
    ? NOTHING
    : { ...setParts(source), missing: missingIn(source) };

/** Of what stands in the head, the characters that no face has. */
const missingIn = ({ publication, fonts, story, frame, lead, continues }: HeadSource): readonly number[] => {
  const book = publication.stylebook;
  if (continues === 'from-another') return missingFrom(story.headline, book.refersTitle.face, fonts);
  const styles = headStyles(story, book, { lead, span: frame.box.span, step: frame.style.headStep });
  return (['kicker', 'headline', 'deck'] as const).flatMap((part) =>
    missingFrom(story[part], styles[part].face, fonts),
  );
};

const setParts = (source: HeadSource): HeadItems => {
  const { format, fonts, story, frame, geometry, lead, continues } = source;
  const { stylebook } = source.publication;
  const { pitch } = format;
  const { strip, head } = geometry;
  if (continues === 'from-another')
    return stackIn(setContinuationHead(story, stylebook, head.width, pitch, fonts), story, frame, head);
  const setting = { lead, span: frame.box.span, pitch, step: frame.style.headStep };
  const block = (room: FrameGeometry['head'], beside: boolean, span: number) =>
    fitted(room.height, setting.step, (step) =>
      setHeadlineBlock(story, stylebook, { ...setting, step, span, width: room.width, beside }, fonts),
    );
  if (strip === null) return stackIn(block(head, false, setting.span), story, frame, head);
  if (frame.style.head.place === 'vertical')
    return fittedDown(setting.step, (step) =>
      setVerticalHead(story, stylebook, { ...setting, step }, strip, frame.id, fonts),
    );
  return stackIn(block(strip, true, stripSpan(format, frame, strip.width)), story, frame, strip);
};

/** A strip is set like a frame a column wider than it: its lines are short, but it has the frame's height. */
const stripSpan = (format: PageFormat, frame: Frame, width: number): number => {
  const { columnChars, gapChars, bodySize } = format;
  return Math.min(frame.box.span, Math.ceil((width / bodySize + gapChars) / (columnChars + gapChars)) + 1);
};

/** The block at its own size, or a step or two smaller where that makes it fit the height. */
const fitted = (height: number, step: number, setAt: (step: number) => HeadlineBlock): HeadlineBlock => {
  const own = setAt(step);
  for (let down = 0; down <= MOST_STEPS_DOWN; down++) {
    const block = down === 0 ? own : setAt(step - down);
    if (!block.overflows && block.height <= height + TOO_HIGH) return block;
  }
  return own;
};

/** The same for a head set down the page; where no step makes it fit, the smallest intrudes least. */
const fittedDown = (step: number, setAt: (step: number) => HeadItems): HeadItems => {
  let head = setAt(step);
  for (let down = 1; head.overflows && down <= MOST_STEPS_DOWN; down++) head = setAt(step - down);
  return head;
};

/** The block's lines, in the middle of the room that they have. */
const stackIn = (
  block: HeadlineBlock,
  story: Story,
  frame: Frame,
  room: FrameGeometry['head'],
): HeadItems => {
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
