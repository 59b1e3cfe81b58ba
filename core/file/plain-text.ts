/**
 * An issue as plain text, for long keeping and for whoever has nothing but a text editor: head, then page by page the
 * stories as they are read there, then what is on no page. A story that jumps stands whole where it begins. Pure.
 */

import { issueTitle } from '../display/lay-out-issue.ts';
import { type Issue, type Story, storyOf } from '../issue/issue.ts';
import { markedText } from '../issue/script-forms.ts';

/** The story's texts in reading order, one a line; captions last. */
export const storyText = (story: Story): readonly string[] =>
  [
    story.kicker,
    story.headline,
    story.deck,
    story.standfirst,
    ...story.paragraphs.map(({ text, marks, byline }) => markedText(text, marks) + byline),
    story.byline,
    story.credit,
    ...story.pictures.map(({ caption, credit }) => {
      const text = [caption, credit].filter((one) => one !== '').join('　');
      return text === '' ? '' : `〔图〕${text}`;
    }),
  ]
    .flatMap((text) => text.split('\n'))
    .filter((text) => text !== '');

/** Each page's stories by where they begin, in the order of the page's frames; then those on no page. */
export const storiesByPage = (
  issue: Issue,
): { readonly pages: readonly (readonly Story[])[]; readonly unplaced: readonly Story[] } => {
  const seen = new Set<string>();
  const led = new Set(issue.pages.flatMap(({ frames }) => frames.flatMap(({ next }) => next ?? [])));
  const pages = issue.pages.map(({ frames }) =>
    frames.flatMap(({ id, story }) => {
      if (led.has(id) || seen.has(story)) return [];
      seen.add(story);
      return [storyOf(issue, story)];
    }),
  );
  return { pages, unplaced: issue.stories.filter(({ id }) => !seen.has(id)) };
};

export const plainText = (issue: Issue): string => {
  const { totalNumber } = issue.masthead;
  const { pages, unplaced } = storiesByPage(issue);
  const block = (stories: readonly Story[]) => stories.map((story) => storyText(story).join('\n'));
  const imprint = Object.values(issue.imprint).filter((text) => text !== '');
  return `${[
    issueTitle(issue) + (totalNumber === null ? '' : `（总第${totalNumber}期）`),
    issue.publication.masthead.publisher,
    ...pages.flatMap((stories, index) => [
      `【第${index + 1}版　${issue.pages[index]!.name}】`,
      ...block(stories),
    ]),
    ...(unplaced.length > 0 ? ['【未上版】', ...block(unplaced)] : []),
    imprint.join('　'),
  ]
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
};
