/** What a story would need over a span before it is placed, kept as long as what it follows from stays. Pure. */
import { family, kept } from '../../cache.ts';
import { checkedCount } from '../../issue/edit.ts';
import { isLead, type Story, type StoryId, storyOf } from '../../issue/issue.ts';
import { formatOf } from '../../publication/publication.ts';
import type { StoryMeasure } from '../make-up.ts';
import { formatIn, type PlacingContext, unplaced } from '../story/story-fit.ts';
import { StoryShapes } from './story-shape.ts';

const SHAPES = family<Story, StoryShapes>('shapes of stories');

/** The story's shapes, kept as long as what they depend on stays: a drag asks for them at every cell. */
export const shapesOf = ({ issue, fonts, cache }: PlacingContext, story: Story): StoryShapes => {
  const { publication, format, pictures } = issue;
  const from = [publication, format, pictures, isLead(issue, story)];
  return kept(
    cache,
    SHAPES,
    story,
    from,
    () => new StoryShapes(issue, formatOf(publication, format), { fonts, cache }),
  );
};

/** What the tray says of a story over a span of basic columns. Throws where the page has no such span. */
export const storyMeasure = (context: PlacingContext, id: StoryId, span: number): StoryMeasure => {
  checkedCount(span, 1, formatIn(context).columns, 'span');
  const story = storyOf(context.issue, id);
  const { head, galleyLines, columns, height } = shapesOf(context, story).shape({ story, from: 0 }, span);
  const { oversetCharacters } = unplaced(context, story, 1);
  return { characters: oversetCharacters, headLines: head, lines: galleyLines, columns, height };
};
