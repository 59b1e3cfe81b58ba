/**
 * Places in the texts of a story: where a caret can stand. A place names its text (part, and paragraph or picture)
 * and a UTF-16 offset in it; texts of one story are ordered as they are read. Pure.
 */
import { type Issue, type Story, type StoryId, storyOf } from './issue.ts';
import { isCharacterEdge } from './marks.ts';

/** The texts of a story that can hold a caret. */
export type TextPart =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'standfirst'
  | 'body'
  | 'item-byline'
  | 'byline'
  | 'credit'
  | 'caption';

/** One text of a story. */
export interface TextName {
  readonly story: StoryId;
  readonly part: TextPart;
  /** Index of the paragraph (body, item-byline) or of the picture (caption); 0 otherwise. */
  readonly paragraph: number;
}

export interface TextPlace extends TextName {
  /** UTF-16 units from the text's start. */
  readonly offset: number;
}

/** From the first place to the last, in the same text or across paragraphs of one body. */
export interface TextRange {
  readonly from: TextPlace;
  readonly to: TextPlace;
}

const RANK: Readonly<Record<TextPart, number>> = {
  kicker: 0,
  headline: 1,
  deck: 2,
  standfirst: 3,
  body: 4,
  'item-byline': 4,
  byline: 5,
  credit: 6,
  caption: 7,
};

/** Reading order of two texts of one story: a brief's byline follows its paragraph. */
export const compareTexts = (a: TextName, b: TextName): number =>
  RANK[a.part] - RANK[b.part] ||
  a.paragraph - b.paragraph ||
  Number(a.part === 'item-byline') - Number(b.part === 'item-byline');

export const sameText = (a: TextName, b: TextName): boolean =>
  a.paragraph === b.paragraph && a.part === b.part && a.story === b.story;

/** Negative where `a` is read before `b`, 0 at the same place. Both must be of one story. */
export const comparePlaces = (a: TextPlace, b: TextPlace): number => {
  if (a.story !== b.story) throw new Error(`places of two stories: ${a.story}, ${b.story}`);
  return compareTexts(a, b) || a.offset - b.offset;
};

export const orderedRange = (a: TextPlace, b: TextPlace): TextRange =>
  comparePlaces(a, b) <= 0 ? { from: a, to: b } : { from: b, to: a };

/** True where an edit can take the two places as the ends of one range. */
export const isOneRange = (a: TextPlace, b: TextPlace): boolean =>
  a.story === b.story && a.part === b.part && (a.part === 'body' || a.paragraph === b.paragraph);

/**
 * The text that the place stands in. Throws where the story has no such paragraph or picture; a body without
 * paragraphs has an empty text at 0, so that a new story can be typed into.
 */
export const textAt = (issue: Issue, place: TextName): string =>
  textOf(storyOf(issue, place.story), place.part, place.paragraph);

export const textOf = (story: Story, part: TextPart, paragraph: number): string => {
  const missing = () => new Error(`${story.id} has no ${part} ${paragraph}`);
  switch (part) {
    case 'body':
    case 'item-byline': {
      const value = story.paragraphs[paragraph];
      if (value) return part === 'body' ? value.text : value.byline;
      if (part === 'body' && paragraph === 0) return '';
      throw missing();
    }
    case 'caption': {
      const picture = story.pictures[paragraph];
      if (!picture) throw missing();
      return picture.caption;
    }
    default:
      if (paragraph !== 0) throw missing();
      return story[part];
  }
};

/** True where the story has the text: an index of another story, or of the same before an edit, may lead nowhere. */
export const hasText = (story: Story, part: TextPart, paragraph: number): boolean => {
  if (part === 'body' || part === 'item-byline')
    return paragraph in story.paragraphs || (part === 'body' && paragraph === 0);
  return part === 'caption' ? paragraph in story.pictures : paragraph === 0;
};

/**
 * The place, or the nearest one that the issue has: within its text, not inside a surrogate pair. Null where the
 * story or the text is gone.
 */
export const nearestPlace = (issue: Issue, place: TextPlace): TextPlace | null => {
  const story = issue.stories.find((s) => s.id === place.story);
  if (!story || !hasText(story, place.part, place.paragraph)) return null;
  const text = textOf(story, place.part, place.paragraph);
  const within = Math.max(0, Math.min(text.length, place.offset));
  const offset = isCharacterEdge(text, within) ? within : within - 1;
  return offset === place.offset ? place : { ...place, offset };
};

/**
 * The texts that a story has, in reading order: headline and body paragraphs always, the others where they are not
 * empty, captions of all its pictures. What Tab steps through.
 */
export const partsOf = (story: Story): readonly TextName[] => {
  const names: TextName[] = [];
  const add = (part: TextPart, paragraph = 0) => names.push({ story: story.id, part, paragraph });
  for (const part of ['kicker', 'headline', 'deck', 'standfirst'] as const)
    if (part === 'headline' || story[part] !== '') add(part);
  if (story.paragraphs.length === 0) add('body');
  story.paragraphs.forEach(({ byline }, index) => {
    add('body', index);
    if (byline !== '') add('item-byline', index);
  });
  for (const part of ['byline', 'credit'] as const) if (story[part] !== '') add(part);
  story.pictures.forEach((_, index) => {
    add('caption', index);
  });
  return names;
};
