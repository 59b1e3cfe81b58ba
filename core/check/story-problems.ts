/**
 * What is wrong with a story whatever page it stands on: an article without a headline, a headline without a text. Told
 * from the issue as it is, so it goes when it is mended. A story that is still empty says nothing. Pure.
 */
import { Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { Issue, Story } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';

const PROBLEMS = family<Story, Problem | null>('problems of stories');

export const storyProblems = (
  { stories }: Pick<Issue, 'stories'>,
  cache: Cache = new Cache(),
): readonly Problem[] =>
  stories.flatMap((story) => kept(cache, PROBLEMS, story, KEY_ALONE, () => problemOf(story)) ?? []);

const excerpt = (text: string): string => (text.length > 16 ? `${text.slice(0, 16)}…` : text);

const problemOf = (story: Story): Problem | null => {
  if (story.kind !== 'article') return null;
  const hasHead = story.headline.trim() !== '';
  const first = story.paragraphs.find(({ text }) => text.trim() !== '')?.text;
  if (!hasHead && first !== undefined)
    return {
      kind: 'missing-headline',
      severity: 'warning',
      message: `从“${excerpt(first)}”起的稿件没有标题，请补写。`,
      story: story.id,
    };
  // 图片新闻 needs none.
  if (hasHead && first === undefined && story.pictures.length === 0)
    return {
      kind: 'recognition',
      severity: 'warning',
      message: `标题“${excerpt(story.headline.replaceAll('\n', ''))}”下面没有正文，请核对。`,
      story: story.id,
    };
  return null;
};
