/**
 * What the index keeps of an issue: its facts, the people and column names in it, and of each story the page that it
 * begins on and its plain text. Everything is read from the issue itself, nothing from its file's name. Pure.
 */
import type { Issue, Story, StoryKind } from '../../core/issue/issue.ts';

export interface StoryEntry {
  readonly id: string;
  readonly kind: StoryKind;
  /** Page that it begins on, from 1; null where it stands on none. */
  readonly page: number | null;
  /** 版名 of the pages that it stands on. */
  readonly columnNames: readonly string[];
  /** 引题、主题、副题、提要, each on a line. */
  readonly heading: string;
  /** Paragraphs, captions, byline and source, each on a line. */
  readonly text: string;
  /** 记者、通讯员、摄影 named at the story, and the staff of its first page. */
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

/** What stands before a name, or by itself between names. */
const ROLE =
  /^(?:本报|本刊|全媒体|融媒体|见习|实习|特约|首席)*(?:记者|通讯员|特约撰稿|撰稿|责任编辑|编辑|摄影报道|摄影|作者|供图|整理|报道|文字|文|图|摄|讯)?$/u;
const ROLE_BEFORE = /^(?:本报|本刊|全媒体|融媒体|见习|实习|特约|首席)*(?:记者|通讯员|摄影)/u;
/** Straight after a name: 林小满摄. */
const ROLE_AFTER = /(?<=^[\p{Script=Han}]{2,4})(?:摄影|摄|供图)$/u;
/** 摘自《…》 and 来源：… name papers, not people. */
const SOURCES = /(?:摘自|来源|据|转自|原载).*$/u;
/** A name of Han has 2 to 4 characters (foreign ones with ·); longer words between spaces are offices. */
const NAME = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8})+)$/u;
const OFFICE = /(?:街道|办公室|中心|委员会|单位|部门|公司|学校|局|镇|区|县|市|社|报|院|队|站|部|委|办)$/u;

/** The people of a byline or credit: （记者 雷霄 陈珂） → 雷霄, 陈珂. */
export const namesIn = (text: string): readonly string[] =>
  text
    .replace(SOURCES, '')
    .split(/[\s（）()【】[\]、，,；;：:/／|｜]+/u)
    .filter((word) => !ROLE.test(word))
    .map((word) => word.replace(ROLE_BEFORE, '').replace(ROLE_AFTER, ''))
    .filter((word) => NAME.test(word) && !OFFICE.test(word));

const unique = (words: readonly string[]): readonly string[] => [...new Set(words.filter((w) => w !== ''))];

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

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
  return {
    id: story.id,
    kind: story.kind,
    page: first === null ? null : first + 1,
    columnNames: unique([...places].sort((a, b) => a - b).map((page) => issue.pages[page]?.name ?? '')),
    heading: joined([story.kicker, story.headline, story.deck, story.standfirst]),
    text: plainText(story),
    people: unique([
      ...[story.byline, story.credit, ...story.paragraphs.map(({ byline }) => byline)].flatMap(namesIn),
      ...story.pictures.flatMap(({ credit }) => namesIn(credit)),
      ...(first === null ? [] : staffOf(issue.pages[first]!.staff)),
    ]),
  };
};

const plainText = (story: Story): string =>
  joined([
    ...story.paragraphs.map(({ text, byline }) => text + byline),
    ...story.pictures.map(({ caption, credit }) => joined([caption, credit])),
    story.byline,
    story.credit,
  ]);
