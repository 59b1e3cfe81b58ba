/**
 * Two copies of one issue that came about all the same, made one again, story by story. What only one side changed is
 * taken from it; what both changed otherwise is asked, and kept twice where nobody has chosen, so that nothing that
 * anybody wrote is lost. Pages, format and publication belong together (frames stand on the publication's grid) and
 * come from one side; a story that side does not place waits beside the pages.
 *
 * Without a common base every story that differs is asked. The result keeps the invariants of issues. Pure.
 */
import { isWithin } from '../issue/frame-grid.ts';
import type { Frame, ImportNote, Issue, Page, Story, StoryId } from '../issue/issue.ts';
import { nextStoryId } from '../issue/new-ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { storyTitle } from './issue-file.ts';

export type Side = 'mine' | 'theirs';

/** What an editor chose; what is absent is decided by who changed it, and `both` where both did. */
export interface MergeChoices {
  readonly stories?: ReadonlyMap<StoryId, Side | 'both'>;
  /** Whose pages, with format and publication. */
  readonly layout?: Side;
  /** Whose date, numbers and imprint. */
  readonly facts?: Side;
}

/** A story that both sides changed otherwise. */
export interface MergeQuestion {
  readonly story: StoryId;
  /** Null: that side took it out. */
  readonly mine: Story | null;
  readonly theirs: Story | null;
  /** One sentence for the editor. */
  readonly sentence: string;
}

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

type Decision =
  | { readonly story: StoryId; readonly take: 'mine' | 'theirs' | 'both' }
  | {
      readonly story: StoryId;
      readonly take: 'ask';
      readonly mine: Story | null;
      readonly theirs: Story | null;
    };

const storiesOf = (issue: Issue | null): ReadonlyMap<StoryId, Story> =>
  new Map(issue?.stories.map((story) => [story.id, story]) ?? []);

/** Every story of either side, in my order, each of theirs after the one that it follows there. */
const decide = (base: Issue | null, mine: Issue, theirs: Issue): readonly Decision[] => {
  const [was, own, other] = [storiesOf(base), storiesOf(mine), storiesOf(theirs)];
  return mergedOrder(mine, theirs).map((story): Decision => {
    const [before, a, b] = [was.get(story) ?? null, own.get(story) ?? null, other.get(story) ?? null];
    if (same(a, b)) return { story, take: 'mine' };
    if (base && same(before, a)) return { story, take: 'theirs' };
    if (base && same(before, b)) return { story, take: 'mine' };
    // Without a base nobody can have taken a story out: who has it, wrote it.
    if (!base && (a === null || b === null)) return { story, take: a ? 'mine' : 'theirs' };
    return { story, take: 'ask', mine: a, theirs: b };
  });
};

const mergedOrder = (mine: Issue, theirs: Issue): readonly StoryId[] => {
  const order = mine.stories.map(({ id }) => id);
  theirs.stories.forEach(({ id }, index) => {
    if (order.includes(id)) return;
    const before = theirs.stories[index - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
};

/** What an editor must choose, in the order of the copy; `base` is null where it is not known. */
export const mergeQuestions = (base: Issue | null, mine: Issue, theirs: Issue): readonly MergeQuestion[] =>
  decide(base, mine, theirs).flatMap((decision) => {
    if (decision.take !== 'ask') return [];
    const { story, mine: a, theirs: b } = decision;
    const title = storyTitle((a ?? b)!);
    const sentence =
      a && b
        ? `《${title}》两边都改过，请选用一边，或两份都留。`
        : `《${title}》${a ? '对方' : '这边'}删去了，${a ? '这边' : '对方'}却改过，请选择。`;
    return [{ story, mine: a, theirs: b, sentence }];
  });

export const mergeByStory = (
  base: Issue | null,
  mine: Issue,
  theirs: Issue,
  choices: MergeChoices = {},
): Issue => {
  const layout = side(choices.layout, base && layoutOf(base), layoutOf(mine), layoutOf(theirs));
  const facts = side(choices.facts, base && factsOf(base), factsOf(mine), factsOf(theirs));
  const [from, told] = [layout === 'mine' ? mine : theirs, facts === 'mine' ? mine : theirs];
  const stories = mergedStories(base, mine, theirs, choices);
  const known = new Set(mine.pictures.map(({ id }) => id));
  return {
    publication: from.publication,
    format: from.format,
    masthead: told.masthead,
    imprint: told.imprint,
    stories,
    pages: from.pages.map((page) => fittedPage(page, new Map(stories.map((story) => [story.id, story])))),
    pictures: [...mine.pictures, ...theirs.pictures.filter(({ id }) => !known.has(id))],
    importNotes: mergedNotes(mine, theirs, stories),
  };
};

/** The notes of both sides whose stories are left; of one id, mine. */
const mergedNotes = (mine: Issue, theirs: Issue, stories: readonly Story[]): readonly ImportNote[] => {
  const known = new Set(mine.importNotes.map(({ id }) => id));
  const left = new Set(stories.map(({ id }) => id));
  return [...mine.importNotes, ...theirs.importNotes.filter(({ id }) => !known.has(id))].filter(
    ({ story }) => story === null || left.has(story),
  );
};

const layoutOf = ({ publication, format, pages }: Issue) => ({ publication, format, pages });
const factsOf = ({ masthead, imprint }: Issue) => ({ masthead, imprint });

/** Who alone changed it; mine where both did or nobody. */
const side = (chosen: Side | undefined, base: unknown, mine: unknown, theirs: unknown): Side =>
  chosen ?? (base !== null && same(base, mine) && !same(base, theirs) ? 'theirs' : 'mine');

const mergedStories = (
  base: Issue | null,
  mine: Issue,
  theirs: Issue,
  choices: MergeChoices,
): readonly Story[] => {
  const [own, other] = [storiesOf(mine), storiesOf(theirs)];
  const stories: Story[] = [];
  const copies: { readonly after: StoryId; readonly story: Story }[] = [];
  for (const decision of decide(base, mine, theirs)) {
    const { story: id } = decision;
    const take = choices.stories?.get(id) ?? (decision.take === 'ask' ? 'both' : decision.take);
    const [a, b] = [own.get(id), other.get(id)];
    const first = take === 'theirs' ? b : take === 'mine' ? a : (a ?? b);
    if (first) stories.push(first);
    if (take === 'both' && a && b && !same(a, b)) copies.push({ after: id, story: b });
  }
  // Ids are given when all others are known, so that a copy never takes one that another story has.
  let all: readonly Story[] = stories;
  for (const { after, story } of copies) {
    const id = nextStoryId({ ...mine, stories: [...all, ...mine.stories, ...theirs.stories] });
    const at = all.findIndex((one) => one.id === after) + 1;
    all = [...all.slice(0, at), { ...story, id }, ...all.slice(at)];
  }
  return all;
};

/** The page's frames of stories that are left, with the pictures that those have. */
const fittedPage = (page: Page, stories: ReadonlyMap<StoryId, Story>): Page => {
  const frames = page.frames.flatMap((frame): readonly Frame[] => {
    const story = stories.get(frame.story);
    if (!story) return [];
    const pictures = frame.pictures.filter(
      ({ index, box }) => index < story.pictures.length && isWithin(box, frame.columns, frame.box.lines),
    );
    return [pictures.length === frame.pictures.length ? frame : { ...frame, pictures }];
  });
  return { ...page, frames };
};
