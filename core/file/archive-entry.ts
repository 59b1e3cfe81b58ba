/**
 * What the index keeps of an issue: its facts, the people and column names in it, and of each story the page that it
 * begins on and its plain text. Everything is read from the issue itself, nothing from its file's name. Pure.
 */
import type { Issue, Story, StoryKind } from '../issue/issue.ts';
import { markedText } from '../issue/script-forms.ts';
import { namesIn } from './names-in.ts';

export interface StoryEntry {
  readonly id: string;
  readonly kind: StoryKind;
  /** Page that it begins on, from 1; null where it stands on none. */
  readonly page: number | null;
  /** 版名 of the pages that it stands on. */
  readonly columnNames: readonly string[];
  /** 引题、主题、副题、提要, each on one line. */
  readonly heading: string;
  /** Paragraphs, captions, byline and source, each on a line. */
  readonly text: string;
  /** 记者、通讯员、摄影 named at the story. */
  readonly signers: readonly string[];
  /** Those, and the staff of its first page. */
  readonly people: readonly string[];
}

export interface IssueEntry {
  readonly publication: string;
  readonly publicationName: string;
  readonly date: string | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly pages: number;
  readonly columnNames: readonly string[];
  readonly people: readonly string[];
  readonly stories: readonly StoryEntry[];
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words.filter((w) => w !== ''))];

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** Without the breaks that the editor set: they part no word but a Latin one from the next. */
const unbroken = (part: string): string =>
  part.replace(/(?<=[\p{Script=Latin}\p{N}])\n+(?=[\p{Script=Latin}\p{N}])/gu, ' ').replace(/\n/g, '');

/** The issue as the index keeps it. */
export const issueEntry = (issue: Issue): IssueEntry => {
  const places = new Map<string, number[]>();
  for (const [index, page] of issue.pages.entries())
    for (const { story } of page.frames) places.set(story, [...(places.get(story) ?? []), index]);
  const stories = issue.stories.map((story) => storyEntry(issue, story, places.get(story.id)));
  const staff = issue.pages.flatMap((page) => staffOf(page.staff));
  return {
    publication: issue.publication.id,
    publicationName: issue.publication.name,
    ...issue.masthead,
    pages: issue.pages.length,
    columnNames: unique(issue.pages.map(({ name }) => name)),
    people: unique([...staff, ...stories.flatMap(({ people }) => people)]),
    stories,
  };
};

const staffOf = (staff: Issue['pages'][number]['staff']): readonly string[] =>
  [staff.editor, staff.proofreader, staff.designer].flatMap(namesIn);

const storyEntry = (issue: Issue, story: Story, places: readonly number[] = []): StoryEntry => {
  const first = places.length === 0 ? null : Math.min(...places);
  const signers = unique([
    ...[story.byline, story.credit, ...story.paragraphs.map(({ byline }) => byline)].flatMap(namesIn),
    ...story.pictures.flatMap(({ credit }) => namesIn(credit)),
  ]);
  return {
    id: story.id,
    kind: story.kind,
    page: first === null ? null : first + 1,
    columnNames: unique([...places].sort((a, b) => a - b).map((page) => issue.pages[page]?.name ?? '')),
    heading: joined([story.kicker, story.headline, story.deck, story.standfirst].map(unbroken)),
    text: plainText(story),
    signers,
    people: unique([...signers, ...(first === null ? [] : staffOf(issue.pages[first]!.staff))]),
  };
};

const plainText = (story: Story): string =>
  joined([
    ...story.paragraphs.map(({ text, marks, byline }) => markedText(text, marks) + byline),
    ...story.pictures.map(({ caption, credit }) => joined([caption, credit])),
    story.byline,
    story.credit,
  ]);
