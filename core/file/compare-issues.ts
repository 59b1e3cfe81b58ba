/**
 * Two issues story by story: what was added, taken out or changed from one version to another, or between two people's
 * copies; which frames stand elsewhere, and what of the head and the imprint differs. Data with Chinese sentences for
 * the editor. Stories are the same where their ids are; of two different issues they are given the same ids first
 * (align-stories.ts). Pure.
 *
 * Paragraphs are matched by the longest common run of equal ones; those between two matches are paired in order, and
 * what differs in a pair is shown by `diff`, by default the stretch between what both begin and end with.
 */

import type { Frame, Issue, Page, Story, StoryId } from '../issue/issue.ts';
import { HEADLINE_NAME, IMPRINT_NAMES, PART_NAMES } from '../publication/part-names.ts';
import { canonicalJson } from './canonical-json.ts';
import { storyTitle } from './issue-file.ts';
import { type DiffSpan, middleDiff, pairParagraphs, type TextDiff } from './text-diff.ts';

export type StoryPartName =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'standfirst'
  | 'paragraph'
  | 'byline'
  | 'credit'
  | 'caption'
  | 'picture'
  | 'other';

export const COMPARED_NAMES: Readonly<Record<StoryPartName, string>> = {
  ...PART_NAMES,
  headline: HEADLINE_NAME,
  paragraph: PART_NAMES.body,
  picture: '图片',
  other: '其他设置',
};

export interface PartChange {
  readonly part: StoryPartName;
  /** Index of the paragraph or picture in each issue; null where it has none. 0 for the other parts. */
  readonly before: number | null;
  readonly after: number | null;
  /** The text of both; empty where only marks, breaks or a picture's cut differ. */
  readonly spans: readonly DiffSpan[];
}

export interface StoryChange {
  readonly story: StoryId;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly parts: readonly PartChange[];
  /** One sentence, e.g. 《…》改了标题和正文2段。 */
  readonly sentence: string;
}

export interface PageChange {
  /** From 1. */
  readonly page: number;
  readonly sentence: string;
  /** Stories of the page whose frames stand otherwise. */
  readonly stories: readonly StoryId[];
}

export interface IssueComparison {
  /** In the order of the later issue; removed ones last. */
  readonly stories: readonly StoryChange[];
  readonly pages: readonly PageChange[];
  /** Head, imprint, publication, format, order of the copy: one sentence each. */
  readonly facts: readonly string[];
}

export const isSame = (comparison: IssueComparison): boolean =>
  comparison.stories.length + comparison.pages.length + comparison.facts.length === 0;

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

export const compareIssues = (before: Issue, after: Issue, diff: TextDiff = middleDiff): IssueComparison => ({
  stories: compareStories(before, after, diff),
  pages: comparePages(before, after),
  facts: compareFacts(before, after),
});

const compareStories = (before: Issue, after: Issue, diff: TextDiff): readonly StoryChange[] => {
  const old = new Map(before.stories.map((story) => [story.id, story]));
  const kept = new Set(after.stories.map(({ id }) => id));
  return [
    ...after.stories.flatMap((story): readonly StoryChange[] => {
      const was = old.get(story.id);
      if (was) return compareStory(was, story, diff) ?? [];
      const sentence = `新增《${storyTitle(story)}》。`;
      return [{ story: story.id, kind: 'added', parts: [], sentence }];
    }),
    ...before.stories
      .filter(({ id }) => !kept.has(id))
      .map((story): StoryChange => {
        const sentence = `删去《${storyTitle(story)}》。`;
        return { story: story.id, kind: 'removed', parts: [], sentence };
      }),
  ];
};

const compareStory = (before: Story, after: Story, diff: TextDiff): readonly StoryChange[] | null => {
  if (same(before, after)) return null;
  const text = (part: StoryPartName, a: string, b: string): readonly PartChange[] =>
    a === b ? [] : [{ part, before: 0, after: 0, spans: diff(a, b) }];
  const parts: readonly PartChange[] = [
    ...text('kicker', before.kicker, after.kicker),
    ...text('headline', before.headline, after.headline),
    ...text('deck', before.deck, after.deck),
    ...text('standfirst', before.standfirst, after.standfirst),
    ...compareParagraphs(before, after, diff),
    ...text('byline', before.byline, after.byline),
    ...text('credit', before.credit, after.credit),
    ...comparePictures(before, after, diff),
    ...compareSettings(before, after),
  ];
  return [{ story: after.id, kind: 'changed', parts, sentence: storySentence(before, after, parts) }];
};

const compareParagraphs = (before: Story, after: Story, diff: TextDiff): readonly PartChange[] =>
  pairParagraphs(before.paragraphs.map(canonicalJson), after.paragraphs.map(canonicalJson)).map(([a, b]) => {
    const whole = (n: number | null, of: Story): string => {
      const paragraph = n === null ? undefined : of.paragraphs[n];
      return paragraph ? paragraph.text + paragraph.byline : '';
    };
    const [was, is] = [whole(a, before), whole(b, after)];
    return { part: 'paragraph', before: a, after: b, spans: was === is ? [] : diff(was, is) };
  });

const comparePictures = (before: Story, after: Story, diff: TextDiff): readonly PartChange[] => {
  const most = Math.max(before.pictures.length, after.pictures.length);
  return Array.from({ length: most }, (_, n) => n).flatMap((n): readonly PartChange[] => {
    const [a, b] = [before.pictures[n], after.pictures[n]];
    if (a && b && same(a, b)) return [];
    const at = { before: a ? n : null, after: b ? n : null };
    const caption = (picture: typeof a) => (picture ? picture.caption + picture.credit : '');
    const changes: PartChange[] = [];
    if (caption(a) !== caption(b))
      changes.push({ part: 'caption', ...at, spans: diff(caption(a), caption(b)) });
    if (a?.picture !== b?.picture || !same(a?.focus ?? null, b?.focus ?? null))
      changes.push({ part: 'picture', ...at, spans: [] });
    return changes.length > 0 ? changes : [{ part: 'caption', ...at, spans: [] }];
  });
};

const compareSettings = (before: Story, after: Story): readonly PartChange[] => {
  const of = ({ kind, breaks, refersTo, tracking }: Story) => ({ kind, breaks, refersTo, tracking });
  return same(of(before), of(after)) ? [] : [{ part: 'other', before: 0, after: 0, spans: [] }];
};

const storySentence = (before: Story, after: Story, parts: readonly PartChange[]): string => {
  const counted = new Map<StoryPartName, number>();
  for (const { part } of parts) counted.set(part, (counted.get(part) ?? 0) + 1);
  const names = [...counted].map(
    ([part, count]) => COMPARED_NAMES[part] + (part === 'paragraph' ? `${count}段` : ''),
  );
  const renamed =
    before.headline !== after.headline && before.headline !== '' ? `（原题《${storyTitle(before)}》）` : '';
  return `《${storyTitle(after)}》${renamed}改了${names.join('、')}。`;
};

/** Frames of each story on a page, without what only names them. */
const placesOf = (page: Page | undefined): ReadonlyMap<StoryId, string> => {
  const byStory = new Map<StoryId, Omit<Frame, 'id' | 'next'>[]>();
  for (const { id: _id, next: _next, ...place } of page?.frames ?? [])
    byStory.set(place.story, [...(byStory.get(place.story) ?? []), place]);
  return new Map([...byStory].map(([story, places]) => [story, canonicalJson(places)]));
};

const comparePages = (before: Issue, after: Issue): readonly PageChange[] => {
  const titles = new Map([...before.stories, ...after.stories].map((story) => [story.id, storyTitle(story)]));
  const most = Math.max(before.pages.length, after.pages.length);
  return Array.from({ length: most }, (_, n) => n).flatMap((n): readonly PageChange[] => {
    const [a, b] = [before.pages[n], after.pages[n]];
    const page = n + 1;
    if (!a) return [{ page, stories: [...placesOf(b).keys()], sentence: `新增第${page}版“${b!.name}”。` }];
    if (!b) return [{ page, stories: [...placesOf(a).keys()], sentence: `删去第${page}版“${a.name}”。` }];
    if (same(a, b)) return [];
    const [was, is] = [placesOf(a), placesOf(b)];
    const all = [...new Set([...was.keys(), ...is.keys()])];
    const placed = all.filter((story) => was.get(story) !== is.get(story));
    const named = (stories: readonly StoryId[]) =>
      stories.map((story) => `《${titles.get(story) ?? story}》`).join('、');
    const [came, left, moved] = [
      placed.filter((story) => !was.has(story)),
      placed.filter((story) => !is.has(story)),
      placed.filter((story) => was.has(story) && is.has(story)),
    ];
    const said = [
      a.name === b.name ? '' : `版名由“${a.name}”改为“${b.name}”`,
      same(a.staff, b.staff) ? '' : '版面人员有改动',
      came.length > 0 ? `上了${named(came)}` : '',
      left.length > 0 ? `撤下${named(left)}` : '',
      moved.length > 0 ? `${named(moved)}的版位不同` : '',
    ].filter((one) => one !== '');
    return [
      {
        page,
        stories: placed,
        sentence: `第${page}版${said.length > 0 ? said.join('，') : '版位的串接或次序不同'}。`,
      },
    ];
  });
};

const MASTHEAD_NAMES = { date: '日期', number: '期号', totalNumber: '总期号' } as const;

const compareFacts = (before: Issue, after: Issue): readonly string[] => {
  const change = (name: string, a: string | number | null, b: string | number | null): readonly string[] =>
    a === b ? [] : [`${name}由“${a ?? '空'}”改为“${b ?? '空'}”。`];
  const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
  const common = (issue: Issue, other: Issue) => {
    const ids = new Set(other.stories.map(({ id }) => id));
    return issue.stories.map(({ id }) => id).filter((id) => ids.has(id));
  };
  return [
    ...keys(MASTHEAD_NAMES).flatMap((key) =>
      change(MASTHEAD_NAMES[key], before.masthead[key], after.masthead[key]),
    ),
    ...keys(IMPRINT_NAMES).flatMap((key) =>
      change(IMPRINT_NAMES[key], before.imprint[key], after.imprint[key]),
    ),
    ...change('开本', before.format, after.format),
    ...(same(before.publication, after.publication) ? [] : ['刊物的样式（报头、字号或版面格）有改动。']),
    ...(same(common(before, after), common(after, before)) ? [] : ['稿件的次序有改动。']),
  ];
};
