/**
 * What one layout leaves for the next: an edit costs what its paragraph costs, because every other story, page and
 * masthead is known by its value. Weak: what the issue no longer holds is forgotten. A cache serves one font set;
 * a layout with a fresh cache gives the same pages.
 */
import type { Issue, MastheadFacts, Page, Story } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import type { FormatId, Publication } from '../publication/publication.ts';
import { type GalleyCache, newGalleyCache } from '../typeset/galley.ts';
import type { FrameLayout, StoryLayout, ThreadFrame } from './newspaper/lay-out-story.ts';
import type { PageLayout, PlacedItem } from './page-layout.ts';
import type { PageReport } from './page-report.ts';

/** What every part of a layout depends on beside its own value. */
export interface Ground {
  readonly publication: Publication;
  readonly format: FormatId;
  readonly pictures: Issue['pictures'];
}

export const sameGround = (a: Ground, b: Ground): boolean =>
  a.publication === b.publication && a.format === b.format && a.pictures === b.pictures;

/** The frames of a story. */
export interface Thread {
  /** In the order in which its text runs through them. */
  readonly frames: readonly ThreadFrame[];
  /** Those that the text does not reach: nothing leads to them, and they are not the first. */
  readonly strays: readonly ThreadFrame[];
}

export interface KeptStory {
  readonly ground: Ground;
  readonly lead: boolean;
  readonly pages: number;
  readonly thread: Thread;
  readonly layout: StoryLayout;
  readonly problems: readonly Problem[];
}

export interface KeptPage {
  readonly ground: Ground;
  readonly number: number;
  /** Pages of the issue: the last one carries the imprint. */
  readonly of: number;
  readonly masthead: MastheadFacts;
  readonly imprint: Issue['imprint'];
  readonly frames: readonly FrameLayout[];
  readonly layout: PageLayout;
  readonly report: PageReport;
}

/** The last layout as a whole: where only stories have changed since, the others are not even looked at. */
export interface LastLayout {
  readonly ground: Ground;
  readonly issue: Issue;
  readonly lead: Story | undefined;
  /** In the order of the threads, with the story's place in the issue. */
  readonly stories: readonly { readonly at: number; readonly kept: KeptStory }[];
  readonly pages: readonly KeptPage[];
}

export interface LayoutCache {
  readonly galley: GalleyCache;
  last: LastLayout | null;
  readonly stories: WeakMap<Story, KeptStory>;
  readonly pages: WeakMap<Page, KeptPage>;
  readonly threads: WeakMap<Issue['pages'], ReadonlyMap<string, Thread>>;
  readonly heads: WeakMap<MastheadFacts, { readonly ground: Ground; readonly items: readonly PlacedItem[] }>;
}

export const newLayoutCache = (galley: GalleyCache = newGalleyCache()): LayoutCache => ({
  galley,
  last: null,
  stories: new WeakMap(),
  pages: new WeakMap(),
  threads: new WeakMap(),
  heads: new WeakMap(),
});

/** True where both lists hold the same values in the same order. */
export const sameValues = <T>(a: readonly T[], b: readonly T[]): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

export const sameThread = (a: Thread, b: Thread): boolean =>
  a === b || (sameFrames(a.frames, b.frames) && sameFrames(a.strays, b.strays));

const sameFrames = (a: readonly ThreadFrame[], b: readonly ThreadFrame[]): boolean =>
  a === b ||
  (a.length === b.length && a.every((own, i) => own.frame === b[i]!.frame && own.page === b[i]!.page));
