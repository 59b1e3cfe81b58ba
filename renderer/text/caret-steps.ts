/**
 * Where a caret goes within its story, without asking the page: by characters, words and paragraphs, to the ends of a
 * part or of the story, to the next part. Pure.
 */

import { type Issue, type Story, storyOf } from '../../core/issue/issue.ts';
import {
  comparePlaces,
  compareTexts,
  isOneRange,
  partsOf,
  sameText,
  type TextName,
  type TextPlace,
  type TextRange,
  textAt,
  textOf,
} from '../../core/issue/text-place.ts';
import { stepOffset } from '../../core/issue/text-steps.ts';
import type { WordSegmenter } from '../../core/manuscript/headline-breaks.ts';
import { wordStep } from './word-step.ts';

type Direction = 1 | -1;

const startOf = ({ story, part, paragraph }: TextName): TextPlace => ({ story, part, paragraph, offset: 0 });

const endOf = (story: Story, name: TextName): TextPlace => ({
  ...startOf(name),
  offset: textOf(story, name.part, name.paragraph).length,
});

/** The text before or after this one, in reading order. */
const neighbour = (story: Story, name: TextName, direction: Direction): TextName | null => {
  const texts = partsOf(story);
  return (
    (direction === 1
      ? texts.find((text) => compareTexts(text, name) > 0)
      : texts.findLast((text) => compareTexts(text, name) < 0)) ?? null
  );
};

/** Over a text's edge: to the near edge of the neighbour; the place itself at the story's edge. */
const over = (story: Story, place: TextPlace, direction: Direction): TextPlace => {
  const next = neighbour(story, place, direction);
  if (!next) return place;
  return direction === 1 ? startOf(next) : endOf(story, next);
};

export const characterStep = (issue: Issue, place: TextPlace, direction: Direction): TextPlace => {
  const offset = stepOffset(textAt(issue, place), place.offset, direction);
  return offset === place.offset ? over(storyOf(issue, place.story), place, direction) : { ...place, offset };
};

export const wordStepFrom = (
  issue: Issue,
  place: TextPlace,
  direction: Direction,
  segment: WordSegmenter,
): TextPlace => {
  const offset = wordStep(textAt(issue, place), place.offset, direction, segment);
  return offset === place.offset ? over(storyOf(issue, place.story), place, direction) : { ...place, offset };
};

/** Up: to the paragraph's start, then the one before it; down: to the next one's start, at the last to its end. */
export const paragraphStep = (issue: Issue, place: TextPlace, direction: Direction): TextPlace => {
  if (direction === -1 && place.offset > 0) return startOf(place);
  const story = storyOf(issue, place.story);
  const next = neighbour(story, place, direction);
  if (next) return startOf(next);
  return direction === -1 ? startOf(place) : endOf(story, place);
};

/** All of the part that the place is in: the whole body, one headline part, one caption. */
export const wholePart = (story: Story, name: TextName): TextRange => {
  if (name.part !== 'body') return { from: startOf(name), to: endOf(story, name) };
  const last = { ...name, paragraph: Math.max(0, story.paragraphs.length - 1) };
  return { from: startOf({ ...name, paragraph: 0 }), to: endOf(story, last) };
};

export const wholeBody = (story: Story): TextRange =>
  wholePart(story, { story: story.id, part: 'body', paragraph: 0 });

/** The first place of the story, or the last one before its captions. */
export const storyEdge = (story: Story, edge: 'start' | 'end'): TextPlace => {
  const texts = partsOf(story).filter(({ part }) => part !== 'caption');
  return edge === 'start' ? startOf(texts[0]!) : endOf(story, texts.at(-1)!);
};

/** Tab's next stop: the body and each other text is one; null where there is none. Headline parts at their end. */
export const nextPart = (story: Story, place: TextPlace, direction: Direction): TextPlace | null => {
  const stops = partsOf(story).filter(
    (text, i, all) => text.part !== 'body' || all[i - 1]?.part !== 'body' || sameText(text, place),
  );
  const next =
    direction === 1
      ? stops.find((stop) => stop.part !== place.part && compareTexts(stop, place) > 0)
      : stops.findLast((stop) => stop.part !== place.part && compareTexts(stop, place) < 0);
  const sibling = place.part === 'caption' ? neighbour(story, place, direction) : null;
  const to = sibling?.part === 'caption' ? sibling : next;
  if (!to) return null;
  return to.part === 'body' ? startOf(to) : endOf(story, to);
};

/** The place, brought to where a range from `anchor` can end. Both must be of one story. */
export const rangeEnd = (story: Story, anchor: TextPlace, place: TextPlace): TextPlace => {
  if (isOneRange(anchor, place)) return place;
  const whole = wholePart(story, anchor);
  return comparePlaces(place, anchor) < 0 ? whole.from : whole.to;
};
