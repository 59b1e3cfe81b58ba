/**
 * Layouts of one story in other settings: what copyfitting tries. A tracking is set once, in a cache of the trials'
 * own, so that what is not taken is not kept; a layout that makes the headline overflow is none.
 */
import { Cache } from '../cache.ts';
import type { Story } from '../issue/issue.ts';
import { EPSILON, LOOSE } from '../typeset/line-sums.ts';
import type { StoryFit } from './copyfit-limits.ts';
import type { Setting } from './copyfit-settings.ts';
import {
  type FrameLayout,
  type LayoutContext,
  layOutStory,
  type StoryLayout,
} from './story/lay-out-story.ts';
import type { ThreadFrame } from './threads.ts';

export interface Trial {
  readonly setting: Setting;
  readonly fit: StoryFit;
}

export class Trials {
  readonly now: { readonly fit: StoryFit; readonly layouts: readonly FrameLayout[] };
  private readonly own = new Cache();
  /** Lines that each tracking needs more than there are, in the frames as they are. */
  private readonly over = new Map<number, number>();
  private readonly loose: LooseLines;
  private readonly stories = new Map<number, Story>();
  private readonly overflows: boolean;

  constructor(
    private readonly context: LayoutContext,
    private readonly story: Story,
    private readonly thread: readonly ThreadFrame[],
    /** Loose lines allowed in 1,000. */
    private readonly most: number,
  ) {
    const { frames } = layOutStory(context, story, thread);
    this.now = { fit: fitOf(frames), layouts: frames };
    this.overflows = frames.some((frame) => frame.headlineOverflows);
    this.over.set(story.tracking, this.now.fit.overset - this.now.fit.free);
    this.loose = looseIn(frames);
  }

  /** True where the tracking makes no more lines loose than are allowed, or than there are. */
  isEven(tracking: number): boolean {
    if (tracking === this.story.tracking) return true;
    const { frames } = this.set(tracking, this.thread);
    const { overset, free } = fitOf(frames);
    this.over.set(tracking, overset - free);
    return this.isEvenIn(frames);
  }

  /** Lines that were left over before may be as loose as those that stood. */
  private isEvenIn(frames: readonly FrameLayout[]): boolean {
    const { loose, lines } = looseIn(frames);
    const before = Math.ceil((this.loose.loose * lines) / Math.max(1, this.loose.lines));
    return loose <= Math.max(before, Math.floor((lines * this.most) / 1000));
  }

  /** About how many lines the setting leaves over; negative: free. Its tracking is one that `isEven` was asked of. */
  estimate({ tracking, room }: Setting): number {
    const over = this.over.get(tracking);
    if (over === undefined) throw new Error(`tracking ${tracking} was not measured`);
    return over - room;
  }

  /** Null where the headline does not fit, or more lines would be loose than are allowed. */
  layOut(setting: Setting): Trial | null {
    const thread = this.thread.map((at) => ({ ...at, frame: setting.frames.get(at.frame.id) ?? at.frame }));
    const { frames } = this.set(setting.tracking, thread);
    if (!this.overflows && frames.some((frame) => frame.headlineOverflows)) return null;
    if (!this.isEvenIn(frames)) return null;
    return { setting, fit: fitOf(frames) };
  }

  /** The most lines that any of the settings would gain (余) or fill (缺). */
  mostGained(settings: readonly Setting[], { overset, free }: StoryFit): number {
    const over = overset - free;
    return settings.reduce((most, setting) => {
      const gain = over - this.estimate(setting);
      return Math.max(most, overset > 0 ? gain : -gain);
    }, 0);
  }

  private set(tracking: number, thread: readonly ThreadFrame[]): StoryLayout {
    if (tracking === this.story.tracking) return layOutStory(this.context, this.story, thread);
    const tracked = this.stories.get(tracking) ?? { ...this.story, tracking };
    this.stories.set(tracking, tracked);
    return layOutStory({ ...this.context, cache: this.own }, tracked, thread);
  }
}

interface LooseLines {
  readonly loose: number;
  readonly lines: number;
}

const looseIn = (frames: readonly FrameLayout[]): LooseLines => {
  let [loose, lines] = [0, 0];
  for (const { items } of frames)
    for (const item of items) {
      if (item.kind !== 'line' || item.role !== 'body') continue;
      lines++;
      if (item.line.fill.looseness > LOOSE + EPSILON) loose++;
    }
  return { loose, lines };
};

/**
 * 余 and 缺 of a thread. Lines that a frame leaves free so that what comes after opens well are not free: the story
 * goes on, in the next frame or as overset.
 */
const fitOf = (frames: readonly FrameLayout[]): StoryFit => {
  const sum = (of: (frame: FrameLayout, index: number) => number) =>
    frames.reduce((all, frame, index) => all + of(frame, index), 0);
  const overset = sum((frame) => frame.overset);
  const ends = frames.findLastIndex((frame) => frame.lines > 0);
  return {
    overset,
    oversetCharacters: sum((frame) => frame.oversetCharacters),
    free: overset > 0 ? 0 : sum((frame, index) => (index < ends ? 0 : frame.free)),
  };
};
