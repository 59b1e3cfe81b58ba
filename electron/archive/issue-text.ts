/** An issue as plain text, to be read in a hundred years by whatever there is: head, then page by page its stories. */
import { lunarDate, weekday } from '../../core/calendar/lunar-date.ts';
import type { Issue, Story } from '../../core/issue/issue.ts';
import { markedText } from '../../core/issue/script-forms.ts';

const headOf = ({ publication, masthead, imprint }: Issue): readonly string[] => {
  const { date, number, totalNumber } = masthead;
  return [
    publication.name,
    publication.masthead.publisher,
    date === null ? '' : `${date} ${weekday(date)} ${lunarDate(date)}`,
    [number === null ? '' : `第${number}期`, totalNumber === null ? '' : `总第${totalNumber}期`]
      .join(' ')
      .trim(),
    ...publication.masthead.permit,
    publication.masthead.notice,
    imprint.printer,
    imprint.printDate,
  ].filter((line) => line !== '');
};

const storyText = (story: Story): string =>
  [
    story.kicker,
    story.headline,
    story.deck,
    story.standfirst,
    ...story.paragraphs.map(({ text, marks, byline }) => markedText(text, marks) + byline),
    ...story.pictures.map(({ caption, credit }) => `［图片］${caption}${credit === '' ? '' : ` ${credit}`}`),
    story.byline,
    story.credit,
  ]
    .filter((line) => line !== '')
    .join('\n');

export const issueText = (issue: Issue): string => {
  const told = new Set<string>();
  const blocks = [headOf(issue).join('\n')];
  for (const [index, { name, frames }] of issue.pages.entries()) {
    blocks.push(`【第${index + 1}版${name === '' ? '' : ` ${name}`}】`);
    for (const { story } of frames) {
      if (told.has(story)) continue;
      told.add(story);
      const found = issue.stories.find(({ id }) => id === story);
      if (found) blocks.push(storyText(found));
    }
  }
  const left = issue.stories.filter(({ id }) => !told.has(id));
  if (left.length > 0 && issue.pages.length > 0) blocks.push('【未上版】');
  blocks.push(...left.map(storyText));
  return `${blocks.join('\n\n')}\n`;
};
