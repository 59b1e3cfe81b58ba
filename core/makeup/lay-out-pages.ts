/**
 * Issue → PageLayouts: masthead or folio, then every story in its thread of frames, then the rules between them.
 * Reports what a frame holds, what is left over, which jumps were made. Pure; what the cache keeps is used where
 * nothing that it depends on has changed.
 */
import type { FontSet } from '../font/font-set.ts';
import { type Issue, isLead, type Page, type Story, type StoryId } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { formatOf } from '../publication/publication.ts';
import {
  type Ground,
  type KeptPage,
  type KeptStory,
  type LastLayout,
  type LayoutCache,
  newLayoutCache,
  sameGround,
  sameThread,
  sameValues,
  type Thread,
} from './layout-cache.ts';
import { setFolio } from './newspaper/folio.ts';
import { setImprintLines } from './newspaper/imprint-line.ts';
import {
  type FrameLayout,
  type LayoutContext,
  layOutEmpty,
  layOutStory,
  type ThreadFrame,
} from './newspaper/lay-out-story.ts';
import { setMasthead } from './newspaper/masthead-block.ts';
import { rulesBetween } from './newspaper/rules-between.ts';
import type { PageLayout, PlacedItem } from './page-layout.ts';
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

interface Work extends LayoutContext {
  readonly ground: Ground;
  readonly kept: LayoutCache;
}

export const layOutPages = (
  issue: Issue,
  fonts: FontSet,
  kept: LayoutCache = newLayoutCache(),
): PagesLayout => {
  const work: Work = {
    issue,
    format: formatOf(issue.publication, issue.format),
    book: issue.publication.stylebook,
    fonts,
    cache: kept.galley,
    kept,
    ground: { publication: issue.publication, format: issue.format, pictures: issue.pictures },
  };
  const lead = issue.stories.find((story) => isLead(issue, story));
  const last = changeStories(work, lead) ?? layOutAll(work, lead);
  kept.last = last;
  const problems: Problem[] = [];
  const jumps: JumpReport[] = [];
  for (const { at, kept: own } of last.stories) {
    for (const jump of own.layout.jumps) jumps.push({ story: issue.stories[at]!.id, ...jump });
    for (const problem of own.problems) problems.push(problem);
  }
  for (const { report } of last.pages) {
    problems.push(...overlapProblems(issue, report));
    if (report.freeLines > 0) problems.push(underset(report));
  }
  return {
    pages: last.pages.map((page) => page.layout),
    reports: last.pages.map((page) => page.report),
    jumps,
    problems,
  };
};

const layOutAll = (work: Work, lead: Story | undefined): LastLayout => {
  const { issue, ground, kept } = work;
  const places = new Map(issue.stories.map((story, at) => [story.id, at]));
  const byFrame = new Map<string, FrameLayout>();
  const stories: { at: number; kept: KeptStory }[] = [];
  for (const [storyId, thread] of threadsOf(issue, kept)) {
    const at = places.get(storyId);
    if (at === undefined) throw new Error(`no story ${storyId}`);
    const story = issue.stories[at]!;
    const own = keptStory(work, story, thread, story === lead);
    for (const frame of own.layout.frames) byFrame.set(frame.frame.id, frame);
    stories.push({ at, kept: own });
  }
  const pages = issue.pages.map((page, index) =>
    keptPage(
      work,
      page,
      index + 1,
      page.frames.flatMap((frame) => byFrame.get(frame.id) ?? []),
    ),
  );
  return { ground, issue, lead, stories, pages };
};

/** The last layout with the stories that have changed since; null where anything else has. */
const changeStories = (work: Work, lead: Story | undefined): LastLayout | null => {
  const { issue, ground, kept } = work;
  const { last } = kept;
  if (
    last === null ||
    last.issue.pages !== issue.pages ||
    last.issue.masthead !== issue.masthead ||
    last.issue.imprint !== issue.imprint ||
    last.lead?.id !== lead?.id ||
    last.issue.stories.length !== issue.stories.length ||
    !sameGround(last.ground, ground)
  )
    return null;
  const changed = new Map<number, Story>();
  for (let at = 0; at < issue.stories.length; at++) {
    const [before, now] = [last.issue.stories[at]!, issue.stories[at]!];
    if (before === now) continue;
    if (before.id !== now.id) return null;
    changed.set(at, now);
  }
  const stories = [...last.stories];
  const pages = [...last.pages];
  const fresh = new Map<string, FrameLayout>();
  const touched = new Set<number>();
  stories.forEach(({ at, kept: before }, i) => {
    const story = changed.get(at);
    if (!story) return;
    const own = keptStory(work, story, before.thread, story === lead);
    stories[i] = { at, kept: own };
    for (const frame of own.layout.frames) {
      fresh.set(frame.frame.id, frame);
      touched.add(frame.page);
    }
  });
  for (const number of touched) {
    const before = pages[number - 1]!;
    const frames = before.frames.map((frame) => fresh.get(frame.frame.id) ?? frame);
    pages[number - 1] = keptPage(work, issue.pages[number - 1]!, number, frames);
  }
  return { ground, issue, lead, stories, pages };
};

/**
 * The frames of each story. Its thread begins with the first of its frames, in the order of the pages, that nothing
 * points to; the frames of any other chain are strays.
 */
export const threadsOf = (issue: Issue, kept: LayoutCache): ReadonlyMap<StoryId, Thread> => {
  const known = kept.threads.get(issue.pages);
  if (known) return known;
  const all = new Map<string, ThreadFrame>();
  const pointedTo = new Set<string>();
  issue.pages.forEach((page, index) => {
    for (const frame of page.frames) {
      all.set(frame.id, { frame, page: index + 1 });
      if (frame.next !== null) pointedTo.add(frame.next);
    }
  });
  const threads = new Map<StoryId, { readonly frames: ThreadFrame[]; readonly strays: ThreadFrame[] }>();
  for (const start of all.values()) {
    if (pointedTo.has(start.frame.id)) continue;
    const known = threads.get(start.frame.story);
    const thread = known ?? { frames: [], strays: [] };
    if (!known) threads.set(start.frame.story, thread);
    const chain = known ? thread.strays : thread.frames;
    for (let at: ThreadFrame | undefined = start; at && !chain.includes(at); ) {
      chain.push(at);
      at = at.frame.next === null ? undefined : all.get(at.frame.next);
    }
  }
  kept.threads.set(issue.pages, threads);
  return threads;
};

const keptStory = (work: Work, story: Story, thread: Thread, lead: boolean): KeptStory => {
  const { issue, ground, kept } = work;
  const known = kept.stories.get(story);
  const pages = issue.pages.length;
  if (
    known &&
    known.lead === lead &&
    known.pages === pages &&
    sameGround(known.ground, ground) &&
    sameThread(known.thread, thread)
  )
    return known;
  const set = layOutStory(work, story, thread.frames);
  const strays = thread.strays.map((stray) => layOutEmpty(work.format, stray));
  const layout = { ...set, frames: [...set.frames, ...strays] };
  const problems: Problem[] = set.frames.flatMap((frame) => frameProblems(story, frame));
  for (const stray of strays) problems.push(unthreaded(story, stray));
  problems.push(
    ...unplacedPictures(
      story,
      thread.frames[0]!.page,
      thread.frames.map(({ frame }) => frame),
    ),
  );
  if (layout.missing.length > 0) problems.push(missingGlyphs(story, layout.missing));
  if (story.refersTo !== null && story.refersTo > pages)
    problems.push(unansweredRefer(story, story.refersTo, pages));
  const own = { ground, lead, pages, thread, layout, problems };
  kept.stories.set(story, own);
  return own;
};

const keptPage = (work: Work, page: Page, number: number, frames: readonly FrameLayout[]): KeptPage => {
  const { issue, format, fonts, ground, kept } = work;
  const known = kept.pages.get(page);
  const inPlace =
    known !== undefined &&
    known.number === number &&
    known.of === issue.pages.length &&
    known.masthead === issue.masthead &&
    known.imprint === issue.imprint &&
    sameGround(known.ground, ground);
  if (inPlace && sameValues(known.frames, frames)) return known;
  /* Where only what the frames show has changed, head, rules and imprint are what they were. */
  const same =
    inPlace &&
    known.frames.length === frames.length &&
    known.frames.every(({ frame }, i) => frame === frames[i]!.frame);
  const head = same
    ? known.layout.parts[0]!
    : number === 1
      ? keptMasthead(work)
      : setFolio(issue, page, number, format, fonts);
  const rules = same
    ? known.layout.parts.at(-1)!
    : [...rulesBetween(page, format, number), ...setImprintLines(issue, page, number, format, fonts)];
  const parts = [head, ...frames.map((frame) => frame.items), rules];
  const own: KeptPage = {
    ground,
    number,
    of: issue.pages.length,
    masthead: issue.masthead,
    imprint: issue.imprint,
    frames,
    layout: {
      number,
      name: page.name,
      width: format.trim.width,
      height: format.trim.height,
      parts,
    },
    report: reportPage(issue, format, frames, number, same ? known.report : null),
  };
  kept.pages.set(page, own);
  return own;
};

const keptMasthead = ({ issue, format, fonts, ground, kept }: Work): readonly PlacedItem[] => {
  const known = kept.heads.get(issue.masthead);
  if (known && sameGround(known.ground, ground)) return known.items;
  const items = setMasthead(issue, format, fonts);
  kept.heads.set(issue.masthead, { ground, items });
  return items;
};
