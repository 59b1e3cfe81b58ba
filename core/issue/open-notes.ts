/**
 * Which import notes still hold, told from the issue alone: a note about a text goes once the text is mended, and comes
 * back when that is undone. Nothing is kept beside the issue, so the list is the same after a save, a reopening and a
 * version that was restored. Pure.
 */
import { assertNever } from '../assert-never.ts';
import { Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { ImportNote, Issue, Story } from './issue.ts';
import type { Problem } from './problem.ts';

const TEXTS = family<Story, string>('texts of stories');

/** All that a story says, each part and paragraph closed by a line feed. */
const textOfStory = (story: Story): string => {
  const { kicker, headline, deck, standfirst, byline, credit, paragraphs } = story;
  const body = paragraphs.flatMap((paragraph) => [paragraph.text, paragraph.byline]);
  return [kicker, headline, deck, standfirst, ...body, byline, credit, '']
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n');
};

const noteHolds = (issue: Issue, { about, story }: ImportNote, cache: Cache): boolean => {
  if (about === undefined) return true;
  switch (about.kind) {
    case 'text': {
      const own = issue.stories.find(({ id }) => id === story);
      return (
        own === undefined || kept(cache, TEXTS, own, KEY_ALONE, () => textOfStory(own)).includes(about.text)
      );
    }
    case 'picture':
      return true;
    case 'date':
      return issue.masthead.date === null;
    case 'nameplate':
      return issue.publication.masthead.nameplate === about.text;
    default:
      return assertNever(about);
  }
};

/** 导入提示 that an editor still has to deal with, in the order of the import. */
export const openNotes = (issue: Issue, cache: Cache = new Cache()): readonly ImportNote[] => {
  const open = issue.importNotes.filter((note) => noteHolds(issue, note, cache));
  return open.length === issue.importNotes.length ? issue.importNotes : open;
};

/** A note as a problem, for lists that tell of both. */
export const noteProblem = ({ severity, message, story, about }: Omit<ImportNote, 'id'>): Problem => ({
  kind:
    about?.kind === 'picture'
      ? 'missing-picture'
      : about?.kind === 'nameplate' || about?.kind === 'date'
        ? 'masthead-contradiction'
        : 'recognition',
  severity,
  message,
  ...(story === null ? {} : { story }),
});
