/**
 * What the archive's index holds of an issue: its facts, its pages' names, the people in it, and each story with its
 * text. Computed from the file alone, so an index can be thrown away and made again. Pure.
 */
import type { IsoDate } from '../calendar/lunar-date.ts';
import type { Issue, StoryId, StoryKind } from '../issue/issue.ts';
import type { FormatId, PublicationId } from '../publication/publication.ts';
import type { Print, Timestamp } from './issue-file.ts';
import { storyText } from './plain-text.ts';

export interface ArchivedStory {
  readonly id: StoryId;
  readonly kind: StoryKind;
  /** Pages from 1 on which it stands, ascending; empty where it is on none. */
  readonly pages: readonly number[];
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly credit: string;
  /** All its texts in reading order, one a line: what is searched. */
  readonly text: string;
}

/** 责任编辑、校对、美编 of a page; author: 署名 of a story, a brief or a picture. */
export type PersonRole = 'editor' | 'proofreader' | 'designer' | 'author';

export interface ArchivedPerson {
  readonly name: string;
  readonly role: PersonRole;
}

export interface ArchiveEntry {
  readonly publication: { readonly id: PublicationId; readonly name: string };
  readonly format: FormatId;
  readonly date: IsoDate | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly pageCount: number;
  /** 栏目: names of pages 版名 and titles of standing columns (简讯, 导读, 启事), each once. */
  readonly columns: readonly string[];
  /** Each once a role, in the order of the copy. */
  readonly people: readonly ArchivedPerson[];
  readonly stories: readonly ArchivedStory[];
  /** Characters of all stories. */
  readonly characters: number;
  /** The last printing; null where there was none. */
  readonly printed: { readonly number: number; readonly at: Timestamp; readonly by: string } | null;
}

export const archiveEntry = (issue: Issue, prints: readonly Print[] = []): ArchiveEntry => {
  const pagesOf = new Map<StoryId, Set<number>>();
  issue.pages.forEach(({ frames }, index) => {
    for (const { story } of frames) pagesOf.set(story, (pagesOf.get(story) ?? new Set()).add(index + 1));
  });
  const stories = issue.stories.map((story): ArchivedStory => {
    const { id, kind, kicker, headline, deck, standfirst, byline, credit } = story;
    const pages = [...(pagesOf.get(id) ?? [])];
    return {
      id,
      kind,
      pages,
      kicker: oneLine(kicker),
      headline: oneLine(headline),
      deck: oneLine(deck),
      standfirst: oneLine(standfirst),
      byline,
      credit,
      text: storyText(story).join('\n'),
    };
  });
  const last = prints.at(-1);
  const { date, number, totalNumber } = issue.masthead;
  return {
    publication: { id: issue.publication.id, name: issue.publication.name },
    format: issue.format,
    date,
    number,
    totalNumber,
    pageCount: issue.pages.length,
    columns: columnNames(issue),
    people: people(issue),
    stories,
    characters: stories.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0),
    printed: last ? { number: last.number, at: last.at, by: last.by } : null,
  };
};

/** A headline's breaks are its lines' ends, not spaces. */
const oneLine = (text: string): string => text.replaceAll('\n', '');

const columnNames = (issue: Issue): readonly string[] => [
  ...new Set(
    [
      ...issue.pages.map(({ name }) => name),
      ...issue.stories.filter(({ kind }) => kind !== 'article').map(({ headline }) => oneLine(headline)),
    ].filter((name) => name !== ''),
  ),
];

const people = (issue: Issue): readonly ArchivedPerson[] => {
  const found = new Map<string, ArchivedPerson>();
  const add = (role: PersonRole, names: readonly string[]) => {
    for (const name of names) found.set(`${role} ${name}`, { role, name });
  };
  for (const { staff } of issue.pages)
    for (const role of ['editor', 'proofreader', 'designer'] as const) add(role, namesIn(staff[role]));
  for (const story of issue.stories) {
    add('author', namesIn(story.byline));
    for (const { byline } of story.paragraphs) add('author', namesIn(byline));
    for (const { credit } of story.pictures) add('author', namesIn(credit));
  }
  return [...found.values()];
};

/** What stands beside names in a byline. */
const NOT_NAMES =
  /^(?:(?:本报|本台|见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|实习生|作者|供稿|撰稿|撰文|摄影|整理|编辑|责任编辑|责编|校对|美编|文|图|摄|文图|图文|等))+$/u;
const LEADING =
  /^(?:本报|本台|见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|实习生|作者|摄影|责任编辑|责编|校对|美编)(?=[\p{Script=Han}·]{2})/u;
/** 雷霄, 欧阳某某, 阿依古丽·买买提. */
const NAME = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12})$/u;
/** An office signs too, but is no person. One character tells it only of a long word: 李科 is a name. */
const OFFICE =
  /(?:街道|街道办|社区|办事处|委员会|[省市区县镇乡村团]委|[市区县]局|中心|公司|集团|银行|学校|医院|法院|联合会)$|^.{3}[镇乡村办委局部院处室科所站队团校联会馆台报网社]$/u;

/** Names of people in a byline or a staff field: （记者 雷霄 陈珂 文/图） → 雷霄, 陈珂. Uncertain ones are left out. */
export const namesIn = (byline: string): readonly string[] => {
  if (/摘自|来源|原载|转自|转载|选自|引自|据/u.test(byline)) return [];
  return byline
    .split(/[\s（）()：:、，,；;／/]+/u)
    .map((word) => word.replace(LEADING, ''))
    .filter((word) => NAME.test(word) && !NOT_NAMES.test(word) && !OFFICE.test(word));
};
