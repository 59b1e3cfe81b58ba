/**
 * Issue → PageLayouts. Stories are set in their threads of frames; a page is then its furniture, what its frames
 * show, and what stands between and beneath them; furniture and stories are asked of the kind of publication. Reports what a frame holds, what is left over, which
 * jumps were made. Pure; stories, pages and furniture are kept, so that an edit sets its own story and page.
 */
import { Cache, family, kept, remade } from '../cache.ts';
import type { FontSet } from '../font/font-set.ts';
import { type FrameId, type Issue, isLead, type Page, type Story, type StoryId } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { formatOf } from '../publication/publication.ts';
import { makeUpOf } from './kinds.ts';
import type { PageLayout } from './page-layout.ts';
import {
  frameProblems,
  missingGlyphs,
  overlapProblems,
  type PageReport,
  reportPage,
  unansweredRefer,
  underset,
  unthreaded,
} from './page-report.ts';
import {
  type FrameLayout,
  type LayoutContext,
  layOutEmpty,
  type StoryLayout,
} from './story/lay-out-story.ts';
import { type Thread, threadsOf } from './threads.ts';
import { unplacedPictures } from './unplaced-pictures.ts';

export interface JumpReport {
  readonly story: StoryId;
  readonly from: number;
  readonly to: number;
}

export interface PagesLayout {
  readonly pages: readonly PageLayout[];
  readonly reports: readonly PageReport[];
  readonly jumps: readonly JumpReport[];
  readonly problems: readonly Problem[];
}

interface SetStory {
  readonly frames: readonly FrameLayout[];
  readonly jumps: readonly JumpReport[];
  readonly problems: readonly Problem[];
}

/** A story in its thread, with its place in the issue. */
interface ThreadedStory {
  readonly at: number;
  readonly thread: Thread;
  readonly set: SetStory;
}

interface SetPage {
  readonly layout: PageLayout;
  readonly report: PageReport;
  readonly frames: readonly FrameLayout[];
}

interface SetIssue {
  readonly issue: Issue;
  /** In the order in which they begin on the pages. */
  readonly stories: readonly ThreadedStory[];
  readonly pages: readonly SetPage[];
}

const ISSUES = family<Issue['pages'], SetIssue>('issues as they were laid out last');
const STORIES = family<Story, SetStory>('stories in their frames');
const PAGES = family<Page, SetPage>('pages');

export const layOutPages = (issue: Issue, fonts: FontSet, cache: Cache = new Cache()): PagesLayout => {
  const format = formatOf(issue.publication, issue.format);
  const work: LayoutContext = { issue, format, book: issue.publication.stylebook, fonts, cache };
  const { stories, pages } = remade(cache, ISSUES, issue.pages, (last): SetIssue => {
    /* Where only stories have changed, those that have not are not even looked at. */
    const before = last !== null && isSameBesideStories(last.issue, issue) ? last : null;
    const own = setStories(work, before);
    return { issue, stories: own, pages: setPages(work, own, before) };
  });
  const problems: Problem[] = [];
  const jumps: JumpReport[] = [];
  for (const { set } of stories) {
    for (const jump of set.jumps) jumps.push(jump);
    for (const problem of set.problems) problems.push(problem);
  }
  for (const { report } of pages) {
    for (const problem of overlapProblems(issue, report)) problems.push(problem);
    if (report.freeLines > 0) problems.push(underset(report));
  }
  return {
    pages: pages.map((page) => page.layout),
    reports: pages.map((page) => page.report),
    jumps,
    problems,
  };
};

/** Of issues with the same pages: nothing differs but what stories say. */
const isSameBesideStories = (a: Issue, b: Issue): boolean =>
  a.publication === b.publication &&
  a.format === b.format &&
  a.pictures === b.pictures &&
  a.masthead === b.masthead &&
  a.imprint === b.imprint &&
  hasSameIds(a.stories, b.stories) &&
  leadOf(a) === leadOf(b);

const hasSameIds = (a: readonly Story[], b: readonly Story[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && a[i]!.id !== b[i]!.id) return false;
  return true;
};

const leadOf = (issue: Issue): StoryId | undefined => issue.stories.find((story) => isLead(issue, story))?.id;

const setStories = (work: LayoutContext, before: SetIssue | null): readonly ThreadedStory[] => {
  const { issue, cache } = work;
  const lead = leadOf(issue);
  if (before !== null)
    return before.stories.map((own) => {
      const story = issue.stories[own.at]!;
      if (story === before.issue.stories[own.at]) return own;
      return { ...own, set: keptStory(work, story, own.thread, lead) };
    });
  const places = new Map(issue.stories.map((story, at) => [story.id, at]));
  return [...threadsOf(issue, cache).values()].map((thread) => {
    const at = places.get(thread.story);
    if (at === undefined) throw new Error(`no story ${thread.story}`);
    return { at, thread, set: keptStory(work, issue.stories[at]!, thread, lead) };
  });
};

/** A page on which no story has changed stays as it was before. */
const setPages = (
  work: LayoutContext,
  stories: readonly ThreadedStory[],
  before: SetIssue | null,
): readonly SetPage[] => {
  const changed = new Map<FrameId, FrameLayout>();
  const touched = new Set<number>();
  stories.forEach((own, i) => {
    if (own === before?.stories[i]) return;
    for (const layout of own.set.frames) {
      changed.set(layout.frame.id, layout);
      touched.add(layout.page);
    }
  });
  return work.issue.pages.map((page, index) => {
    const number = index + 1;
    const known = before?.pages[index];
    if (known && !touched.has(number)) return known;
    const frames = known
      ? known.frames.map((layout) => changed.get(layout.frame.id) ?? layout)
      : page.frames.flatMap(({ id }) => changed.get(id) ?? []);
    return keptPage(work, page, number, frames);
  });
};

const keptStory = (
  work: LayoutContext,
  story: Story,
  thread: Thread,
  lead: StoryId | undefined,
): SetStory => {
  const { publication, format, pictures, pages } = work.issue;
  const from = [publication, format, pictures, story.id === lead, pages.length, thread];
  return kept(work.cache, STORIES, story, from, () => setStory(work, story, thread));
};

const setStory = (work: LayoutContext, story: Story, thread: Thread): SetStory => {
  const { jumps, missing, frames }: StoryLayout = makeUpOf(work.issue.publication).layOutStory(
    work,
    story,
    thread.frames,
  );
  const strays = thread.strays.map((stray) => layOutEmpty(work.format, stray));
  const pages = work.issue.pages.length;
  const problems: Problem[] = frames.flatMap((frame) => frameProblems(story, frame));
  for (const stray of strays) problems.push(unthreaded(story, stray));
  problems.push(
    ...unplacedPictures(
      story,
      thread.frames[0]!.page,
      thread.frames.map(({ frame }) => frame),
    ),
  );
  if (missing.length > 0) problems.push(missingGlyphs(story, missing));
  if (story.refersTo !== null && story.refersTo > pages)
    problems.push(unansweredRefer(story, story.refersTo, pages));
  return {
    frames: [...frames, ...strays],
    jumps: jumps.map((jump) => ({ story: story.id, ...jump })),
    problems,
  };
};

const keptPage = (
  work: LayoutContext,
  page: Page,
  number: number,
  frames: readonly FrameLayout[],
): SetPage => {
  const { publication, format, pictures, pages, masthead, imprint } = work.issue;
  const from = [publication, format, pictures, pages.length, masthead, imprint, number, ...frames];
  return kept(work.cache, PAGES, page, from, () => setPage(work, page, number, frames));
};

const setPage = (
  work: LayoutContext,
  page: Page,
  number: number,
  frames: readonly FrameLayout[],
): SetPage => {
  const { issue, format, cache } = work;
  const makeUp = makeUpOf(issue.publication);
  const { width, height } = format.trim;
  const parts = [
    makeUp.furniture(work, page, number),
    ...frames.map((frame) => frame.items),
    makeUp.between(work, page, number),
  ];
  return {
    layout: { number, name: page.name, width, height, parts, frames: frames.map(({ frame }) => frame) },
    report: reportPage(issue, format, page, frames, number, cache),
    frames,
  };
};
