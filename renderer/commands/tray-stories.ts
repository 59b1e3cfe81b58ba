/** The tray's order, and where a story of it goes on a page. Pure. */
import { freeBoxes } from '../../core/issue/edits.ts';
import type { Issue, PictureInfo, Story, StoryId } from '../../core/issue/issue.ts';
import type { Placing, SuggestedFrame } from '../../core/makeup/make-up.ts';

export interface Tray {
  /** In the order of the copy, which is rank: no frame shows them. */
  readonly waiting: readonly Story[];
  readonly placed: readonly Story[];
}

export const trayOf = ({ stories, pages }: Pick<Issue, 'stories' | 'pages'>): Tray => {
  const shown = new Set(pages.flatMap(({ frames }) => frames.map(({ story }) => story)));
  return {
    waiting: stories.filter(({ id }) => !shown.has(id)),
    placed: stories.filter(({ id }) => shown.has(id)),
  };
};

/**
 * The index in the copy to move a story to so that it changes places with its neighbour in the list shown; null
 * where it has none on that side.
 */
export const neighbourRank = (
  stories: readonly Story[],
  list: readonly Story[],
  id: StoryId,
  step: 1 | -1,
): number | null => {
  const at = list.findIndex((story) => story.id === id);
  const other = at < 0 ? undefined : list[at + step];
  if (!other) return null;
  return stories.findIndex((story) => story.id === other.id);
};

/** A frame lower than this shows a headline and no text. */
const LEAST_LINES = 3;
/** Free boxes overlap each other and there may be many: below these the page is as good as full. */
const MOST_BOXES = 16;

/**
 * The frame for the story in the page's largest free box that holds all of its text, else in the one that leaves the
 * least over. Null where the page has no free place. `page` from 0.
 */
export const bestPlace = (placing: Placing, page: number, story: StoryId): SuggestedFrame | null => {
  let best: SuggestedFrame | null = null;
  for (const box of freeBoxes(placing.issue, page).slice(0, MOST_BOXES)) {
    if (box.lines < LEAST_LINES) continue;
    const suggested = placing.suggestFrame(page, story, box);
    if (!suggested) continue;
    if (suggested.overset === 0) return suggested;
    if (!best || suggested.oversetCharacters < best.oversetCharacters) best = suggested;
  }
  return best;
};

/** What a card calls a story; a picture without words by the name of its file, which `known` has and nobody prints. */
export const cardTitle = (
  { headline, pictures, paragraphs }: Story,
  known: readonly Pick<PictureInfo, 'id' | 'name'>[],
): string => {
  if (headline !== '') return headline.replaceAll('\n', '');
  const text = paragraphs.find((paragraph) => paragraph.text !== '')?.text;
  if (text !== undefined) return text.slice(0, 24);
  const [picture] = pictures;
  if (!picture) return '';
  return picture.caption || (known.find(({ id }) => id === picture.picture)?.name ?? '');
};
