/**
 * A guard before a paragraph whose first words are bold: in typed copy they may be a headline run in, in a Word
 * document they are emphasis. It is a noncharacter, which no text holds, and is taken out of the stories again.
 */
import type { ImportNote, Issue, Story } from '../../core/issue/issue.ts';

export const RUN_IN_GUARD = '\ufdd0';

const plain = (text: string): string => text.replaceAll(RUN_IN_GUARD, '');

export const withoutGuards = (issue: Issue): Issue => ({
  ...issue,
  stories: issue.stories.map(storyWithoutGuards),
  importNotes: issue.importNotes.map(noteWithoutGuards),
});

const noteWithoutGuards = (note: ImportNote): ImportNote => {
  const { about } = note;
  return {
    ...note,
    message: plain(note.message),
    words: plain(note.words),
    ...(about?.kind === 'text' ? { about: { kind: 'text', text: plain(about.text) } } : {}),
  };
};

const storyWithoutGuards = (story: Story): Story => {
  return {
    ...story,
    kicker: plain(story.kicker),
    headline: plain(story.headline),
    deck: plain(story.deck),
    standfirst: plain(story.standfirst),
    byline: plain(story.byline),
    credit: plain(story.credit),
    paragraphs: story.paragraphs.map((paragraph) => {
      const { text } = paragraph;
      if (!text.includes(RUN_IN_GUARD)) return paragraph;
      /* Joined paragraphs may hold one in their middle. */
      const guardsBefore = (at: number): number => text.slice(0, at).split(RUN_IN_GUARD).length - 1;
      const marks = paragraph.marks.map((mark) => ({
        ...mark,
        from: mark.from - guardsBefore(mark.from),
        to: mark.to - guardsBefore(mark.to),
      }));
      return { ...paragraph, text: plain(text), marks };
    }),
  };
};
