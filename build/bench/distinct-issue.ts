/**
 * The same issue with one character of every text changed, a different one each round: what is laid afresh may find
 * nothing that an earlier round left in a cache, whether it goes by object or by value. Untimed.
 */
import type { Issue, Story } from '../../core/issue/issue.ts';

const HAN = /\p{Script=Han}/u;

/** All Han of the bodies, each once: so no round asks for a character that the issue's faces lack. */
const hanOf = (issue: Issue): readonly string[] => [
  ...new Set(
    issue.stories.flatMap((story) =>
      story.paragraphs.flatMap(({ text }) => [...text].filter((c) => HAN.test(c))),
    ),
  ),
];

/** Puts `character` in the place of the first Han from the middle on; a text without one stays. */
const changed = (text: string, character: string): string => {
  for (let at = text.length >> 1; at < text.length; at++)
    if (HAN.test(text[at]!)) return text.slice(0, at) + character + text.slice(at + 1);
  return text;
};

const changedStory = (story: Story, character: string): Story => ({
  ...story,
  headline: changed(story.headline, character),
  kicker: changed(story.kicker, character),
  deck: changed(story.deck, character),
  standfirst: changed(story.standfirst, character),
  byline: changed(story.byline, character),
  paragraphs: story.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: changed(paragraph.text, character),
  })),
});

/** Gives a new issue at each call; repeats itself only after as many rounds as the issue has different Han. */
export const distinctIssues = (issue: Issue): (() => Issue) => {
  const characters = hanOf(issue);
  let round = 0;
  return () => {
    const character = characters[round++ % characters.length]!;
    const copy = structuredClone(issue);
    return { ...copy, stories: copy.stories.map((story) => changedStory(story, character)) };
  };
};
