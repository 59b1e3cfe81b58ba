/**
 * The headline block of a story over its frame's span: kicker, headline, deck, one below the other, centred, in
 * whole body lines so that the text below stands on the page's grid. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Story, StoryKind } from '../../issue/issue.ts';
import type { HeadlineStyle, Stylebook, TextStyle } from '../../publication/publication.ts';
import { joinHeadline, type SetHeadline, setHeadline } from '../../typeset/headline-break.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { stepSize } from '../../units.ts';
import { BASELINE } from '../column-grid.ts';
import type { PlacedItem, Role, StoryPart } from '../page-layout.ts';

export interface HeadLine {
  readonly line: SetLine;
  readonly role: Role;
  /** Null where the program made the text. */
  readonly part: StoryPart | null;
  /** Points from the block's left edge and top; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
}

/** A head as it is placed. */
export interface HeadItems {
  readonly items: readonly PlacedItem[];
  readonly overflows: boolean;
}

export interface HeadlineBlock {
  /** Set from the top without any space around it. */
  readonly lines: readonly HeadLine[];
  /** Height of what is set, points. */
  readonly height: number;
  /** Body lines that the block takes at least. */
  readonly gridLines: number;
  readonly overflows: boolean;
  /** Points, after any shrinking; 0 where there is none. */
  readonly headlineSize: number;
  /** True where a part took more lines than a head of this width should. */
  readonly crowded: boolean;
  /** What its breaks do against the sense; 0 where every line ends well. */
  readonly harm: number;
}

/** Line heights in em of the part's own size, and the space between parts. */
const HEADLINE_LEADING = 1.2;
const SIDE_LEADING = 1.25;
const PART_GAP = 0.25;
/** Space above and below together, in body lines: the block must not look crammed between texts. */
const AIR_LINES = 1.5;

/** What stands over refers and briefs that came without a head. */
export const MADE_HEADLINES: Partial<Record<StoryKind, string>> = { refers: '导读', briefs: '简讯' };

/** The style whose span is the largest not above the frame's. */
export const headlineStyle = (book: Stylebook, span: number, lead: boolean): HeadlineStyle => {
  const styles = lead ? book.leadHeadlines : book.headlines;
  let best = styles[0];
  for (const style of styles) if (style.span <= span && (!best || style.span >= best.span)) best = style;
  if (!best) throw new Error('the stylebook has no headline style');
  return best;
};

/** Lines that a headline may take, by span: one-column headlines run to four, wide ones to two. */
const mostLines = (span: number): number => (span === 1 ? 4 : span === 2 ? 3 : 2);
/** Lines that a headline beside its body may take. */
const MOST_BESIDE = 8;

/** How a headline block is set: which styles, how wide, beside the body or above it. */
export interface HeadSetting {
  readonly lead: boolean;
  readonly span: number;
  /** Points. */
  readonly width: number;
  readonly pitch: number;
  /** Steps along the type scale that it is larger by. */
  readonly step: number;
  readonly beside: boolean;
}

/** The parts' styles for a story over a span, larger or smaller by steps of the type scale. */
export const headStyles = (
  story: Story,
  book: Stylebook,
  { lead, span, step }: Pick<HeadSetting, 'lead' | 'span' | 'step'>,
): HeadlineStyle => {
  const style = headlineStyle(book, span, lead);
  const headline =
    story.kind === 'briefs' ? book.briefsTitle : story.kind === 'refers' ? book.refersTitle : style.headline;
  const stepped = (text: TextStyle): TextStyle =>
    step === 0 ? text : { ...text, size: stepSize(text.size, step) };
  return {
    ...style,
    headline: stepped(headline),
    kicker: stepped(style.kicker),
    deck: stepped(style.deck),
  };
};

interface Part {
  readonly set: SetHeadline;
  readonly role: Role;
  readonly part: StoryPart | null;
  readonly leading: number;
}

export const setHeadlineBlock = (
  story: Story,
  book: Stylebook,
  setting: HeadSetting,
  fonts: FontSet,
): HeadlineBlock => {
  const { span, width, pitch, beside } = setting;
  const own = headStyles(story, book, setting);
  const parts: Part[] = [];
  const add = (
    text: string,
    textStyle: TextStyle,
    role: Role,
    part: StoryPart | null,
    most: number,
    leading: number,
    breaks: readonly number[] = [],
  ) => {
    if (text === '') return;
    parts.push({ set: setHeadline(text, textStyle, width, most, fonts, breaks), role, part, leading });
  };
  const { breaks } = story;
  add(story.kicker, own.kicker, 'kicker', 'kicker', 2, SIDE_LEADING, breaks.kicker);
  const made = story.headline === '' ? (MADE_HEADLINES[story.kind] ?? '') : '';
  if (made !== '') add(made, own.headline, 'headline', null, 1, HEADLINE_LEADING);
  const most = beside ? MOST_BESIDE : mostLines(span);
  add(story.headline, own.headline, 'headline', 'headline', most, HEADLINE_LEADING, breaks.headline);
  add(story.deck, own.deck, 'deck', 'deck', 2, SIDE_LEADING, breaks.deck);
  return stack(parts, width, pitch);
};

/** The small head over a continuation: the headline again, so that a reader who turns the page finds it. */
export const setContinuationHead = (
  story: Story,
  book: Stylebook,
  width: number,
  pitch: number,
  fonts: FontSet,
): HeadlineBlock => {
  if (story.headline === '') return stack([], width, pitch);
  const { text, breaks } = joinHeadline(story.headline, story.breaks.headline);
  const set = setHeadline(text, book.refersTitle, width, 2, fonts, breaks);
  return stack([{ set, role: 'jump-line', part: 'headline', leading: HEADLINE_LEADING }], width, pitch);
};

const stack = (parts: readonly Part[], width: number, pitch: number): HeadlineBlock => {
  const lines: HeadLine[] = [];
  let y = 0;
  parts.forEach((part, index) => {
    if (index > 0) y += part.set.size * PART_GAP;
    for (const line of part.set.lines) {
      const top = y + (part.set.size * (part.leading - 1)) / 2;
      lines.push({
        line,
        role: part.role,
        part: part.part,
        x: (width - line.width) / 2,
        y: top + part.set.size * BASELINE,
      });
      y += part.set.size * part.leading;
    }
  });
  return {
    lines,
    height: y,
    gridLines: parts.length === 0 ? 0 : Math.ceil(y / pitch + AIR_LINES),
    overflows: parts.some((part) => part.set.overflows),
    crowded: parts.some((part) => part.set.crowded),
    harm: parts.reduce((sum, part) => sum + part.set.harm, 0),
    headlineSize: parts.find((part) => part.role === 'headline')?.set.size ?? 0,
  };
};
