/**
 * A guard before a paragraph whose first words are bold: in typed copy they may be a headline run in, in a Word
 * document they are emphasis. It is a noncharacter, which no text holds, and is taken out of the stories again.
 */
import type { Story } from '../../core/issue/issue.ts';

export const RUN_IN_GUARD = '\ufdd0';

export const withoutGuards = (story: Story): Story => {
  const plain = (text: string): string => text.replaceAll(RUN_IN_GUARD, '');
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
