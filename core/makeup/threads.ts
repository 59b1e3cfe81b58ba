/** The threads of frames that stories run through. The same frames on the same pages give the same objects. Pure. */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { Frame, Issue, StoryId } from '../issue/issue.ts';

/** A frame with the page that it stands on, from 1. */
export interface ThreadFrame {
  readonly frame: Frame;
  readonly page: number;
}

/** The frames of a story. */
export interface Thread {
  readonly story: StoryId;
  /** In the order in which its text runs through them: at least one. */
  readonly frames: readonly ThreadFrame[];
  /** Those that the text does not reach: nothing leads to them, and they are not the first. */
  readonly strays: readonly ThreadFrame[];
}

export type Threads = ReadonlyMap<StoryId, Thread>;

const THREADS = family<Issue['pages'], Threads>('threads of issues');
const THREAD = family<Frame, Thread>('threads by their first frame');
const PLACES = family<Frame, ThreadFrame>('frames on their pages');

/**
 * The frames of each story. Its thread begins with the first of its frames, in the order of the pages, that nothing
 * points to; the frames of any other chain are strays.
 */
export const threadsOf = ({ pages }: Issue, cache: Cache): Threads =>
  kept(cache, THREADS, pages, KEY_ALONE, () => findThreads(pages, cache));

const findThreads = (pages: Issue['pages'], cache: Cache): Threads => {
  const all = new Map<string, ThreadFrame>();
  const pointedTo = new Set<string>();
  pages.forEach(({ frames }, index) => {
    const page = index + 1;
    for (const frame of frames) {
      all.set(
        frame.id,
        kept(cache, PLACES, frame, [page], () => ({ frame, page })),
      );
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
  return new Map(
    [...threads].map(([story, { frames, strays }]) => [
      story,
      /* Which of them are strays follows from what they say. */
      kept(cache, THREAD, frames[0]!.frame, [...frames, ...strays], () => ({
        story,
        frames,
        strays,
      })),
    ]),
  );
};
