/** Ids for what an edit adds: the first number above all in use, so that the same issue always gives the same. */
import type { FrameId, Issue, StoryId } from './issue.ts';

const nextId = (letter: string, used: Iterable<string>): string => {
  let highest = 0;
  for (const id of used) {
    const number = id.startsWith(letter) ? id.slice(letter.length) : '';
    /* Up to nine digits: above them numbers would not be told apart for ever. */
    if (/^[0-9]{1,9}$/.test(number)) highest = Math.max(highest, Number(number));
  }
  return `${letter}${highest + 1}`;
};

/** f1, f2 … */
export const nextFrameId = (issue: Issue): FrameId =>
  nextId(
    'f',
    issue.pages.flatMap(({ frames }) => frames.map(({ id }) => id)),
  );

/** s1, s2 … */
export const nextStoryId = (issue: Issue): StoryId =>
  nextId(
    's',
    issue.stories.map(({ id }) => id),
  );

/** n1, n2 … */
export const nextNoteId = (issue: Pick<Issue, 'importNotes'>): string =>
  nextId(
    'n',
    issue.importNotes.map(({ id }) => id),
  );
