/**
 * Problem: a story's headline may be set larger or smaller; which steps of the type scale give the body whole lines
 * or take them, and still read well?
 * Method: each step's block is set as the page would set it; the frame's head takes as many lines more or fewer as
 * the block does, so that the white round it stays what make-up gave it, to within half a line.
 * Limits: only headlines above the body. The lead keeps the largest headline of its page (docs/typesetting.md §7).
 */
import { type Frame, isLead, type Story, storyOf } from '../issue/issue.ts';
import { frameGeometry } from './frame-geometry.ts';
import { headStyles, setHeadlineBlock } from './story/headline-block.ts';
import type { LayoutContext } from './story/lay-out-story.ts';
import type { ThreadFrame } from './threads.ts';

export interface HeadSize {
  readonly step: number;
  /** Lines that the head takes in its frame. */
  readonly lines: number;
  /** Points, as the style gives it. */
  readonly size: number;
}

const blockAt = ({ issue, format, book, fonts }: LayoutContext, story: Story, frame: Frame, step: number) => {
  const { head } = frameGeometry(format, frame);
  const setting = { lead: isLead(issue, story), span: frame.box.span, pitch: format.pitch, step };
  return setHeadlineBlock(story, book, { ...setting, width: head.width, beside: false }, fonts);
};

const sizeAt = ({ issue, book }: LayoutContext, story: Story, frame: Frame, step: number): number =>
  headStyles(story, book, { lead: isLead(issue, story), span: frame.box.span, step }).headline.size;

/** The head as it is, then the other steps within `most` that change how many lines it takes; none twice. */
export const headSizes = (
  context: LayoutContext,
  story: Story,
  { frame, page }: ThreadFrame,
  most: number,
): readonly HeadSize[] => {
  const now = frame.style.headStep;
  const sized = (step: number, lines: number): HeadSize => ({
    step,
    lines,
    size: sizeAt(context, story, frame, step),
  });
  const found = [sized(now, frame.headLines)];
  if (frame.style.head.place !== 'above' || frame.headLines === 0 || most === 0) return found;
  const own = blockAt(context, story, frame, now);
  if (own.lines.length === 0) return found;
  const white = Math.max(0, frame.headLines - own.gridLines);
  const rank = rankOnPage(context, story, page);
  const steps = Array.from({ length: 2 * most + 1 }, (_, i) => i - most)
    .filter((step) => step !== now)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now) || a - b);
  for (const step of steps) {
    const block = blockAt(context, story, frame, step);
    const alike = block.gridLines + white;
    const near = frame.headLines + Math.round((block.height - own.height) / context.format.pitch);
    const lines = step > now ? Math.max(alike, near) : Math.max(block.gridLines, Math.min(alike, near));
    /* A larger size that had to be shrunk to fit is not larger. */
    const turned = step > now ? block.headlineSize > own.headlineSize : block.headlineSize < own.headlineSize;
    if (block.overflows || !turned || found.some((other) => other.lines === lines)) continue;
    const keepsRank =
      step > now
        ? block.headlineSize < rank.below || own.headlineSize >= rank.below
        : block.headlineSize > rank.above || own.headlineSize <= rank.above;
    if (keepsRank) found.push(sized(step, lines));
  }
  return found;
};

/** Sizes on the page that the headline stays below (the lead's) or above (all others, for the lead). */
const rankOnPage = (
  context: LayoutContext,
  story: Story,
  page: number,
): { readonly below: number; readonly above: number } => {
  const { issue } = context;
  const frames = issue.pages[page - 1]?.frames ?? [];
  const leads = isLead(issue, story);
  let [below, above] = [Number.POSITIVE_INFINITY, 0];
  for (const frame of frames) {
    const other = storyOf(issue, frame.story);
    if (other.id === story.id || frame.headLines === 0) continue;
    if (!leads && !isLead(issue, other)) continue;
    const { headlineSize } = blockAt(context, other, frame, frame.style.headStep);
    if (leads) above = Math.max(above, headlineSize);
    else below = Math.min(below, headlineSize);
  }
  return { below, above };
};
