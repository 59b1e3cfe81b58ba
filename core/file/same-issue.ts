/**
 * Whether two files are copies of one issue, whose stories belong together by their ids and can be made one again, or
 * two issues, whose ids mean nothing to each other: a new issue made from last week's keeps the ids of what stands in
 * every issue, and every import counts from s1. Pure.
 *
 * What the mastheads say decides where they agree. Where they do not, or say too little, the stories do: a date or a
 * number is corrected in one copy while the copy stays, and a file saved under next week's name is another issue as
 * soon as its stories are others. A version that both files hold shows only where they came from.
 */
import type { Issue, MastheadFacts, Story } from '../issue/issue.ts';
import { pairedStories } from './story-likeness.ts';

const FACTS = ['date', 'number', 'totalNumber'] as const;

/** Of the copy that has fewer stories, more must be in the other under the same id with much the same words. */
const HALF = 0.5;

type Facts = Pick<MastheadFacts, (typeof FACTS)[number]>;

/** `agree`: nothing that both say differs, and what names an issue is said by both. */
const factsOf = (a: Facts, b: Facts): 'agree' | 'differ' | 'open' => {
  if (FACTS.some((fact) => a[fact] !== null && b[fact] !== null && a[fact] !== b[fact])) return 'differ';
  const both = (fact: keyof Facts): boolean => a[fact] !== null && b[fact] !== null;
  // A number comes again every year: it names the issue only where neither copy says more.
  const says = (fact: keyof Facts): boolean => a[fact] !== null || b[fact] !== null;
  return both('date') || both('totalNumber') || (both('number') && !says('date') && !says('totalNumber'))
    ? 'agree'
    : 'open';
};

/** What an issue has of its own: a notice stands in many, a column without items in all. */
const ownStories = (issue: Issue): readonly Story[] =>
  issue.stories.filter(
    ({ kind, paragraphs }) => kind !== 'notice' && paragraphs.some(({ text }) => text !== ''),
  );

/** 0 to 1; null where one of them has no stories of its own. */
const sharedStories = (a: Issue, b: Issue): number | null => {
  const [mine, theirs] = [ownStories(a), ownStories(b)];
  const fewer = Math.min(mine.length, theirs.length);
  if (fewer === 0) return null;
  const other = new Map(theirs.map((story) => [story.id, story]));
  const alike = mine.filter((story) => {
    const namesake = other.get(story.id);
    return namesake !== undefined && pairedStories([story], [namesake]).size > 0;
  });
  return alike.length / fewer;
};

/** `hasHistory`: both files hold one and the same version. */
export const areCopies = (a: Issue, b: Issue, hasHistory: boolean): boolean => {
  const facts = factsOf(a.masthead, b.masthead);
  const isOneTitle = a.publication.id === b.publication.id && a.publication.name === b.publication.name;
  if (!isOneTitle && !hasHistory) return false;
  if (isOneTitle && facts === 'agree') return true;
  const shared = sharedStories(a, b);
  if (shared !== null) return shared > HALF;
  // Nothing contradicts: a copy whose stories are still to come.
  return facts !== 'differ' && (hasHistory || isOneTitle);
};
