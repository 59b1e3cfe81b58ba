/**
 * Problem: a story leaves a few lines over (余) or free (缺) in its thread of frames; make it fit by what a reader does
 * not see: tracking, a step of the headline's size, a picture's height. Size and leading of the body never change.
 * Method: each kind of change alone, then several together, the cheapest first, each trial a layout of this one
 * story; the first that fits exactly is taken, else the one that leaves the fewest lines free. One edit to undo.
 * Limits: `CopyfitLimits`; a story that cannot be got in is left as it is, and so is one with lines free that would still
 * leave a hole. Pure and deterministic.
 */
import { Cache } from '../cache.ts';
import type { FontSet } from '../font/font-set.ts';
import {
  type EditedIssue,
  inTurn,
  setHeadLines,
  setHeadStep,
  setPictureBox,
  setTracking,
} from '../issue/edits.ts';
import { type Issue, type Story, type StoryId, storyOf } from '../issue/issue.ts';
import { formatOf } from '../publication/publication.ts';
import { headSizes } from './copyfit-heads.ts';
import { type CopyfitAction, type CopyfitLimits, checkedLimits, type StoryFit } from './copyfit-limits.ts';
import { pictureHeights } from './copyfit-pictures.ts';
import { type Setting, STAGES, type Stage, settingOf, shapesOf, trackings } from './copyfit-settings.ts';
import { fittedSummary, fittingAlready, notPlaced, refusal } from './copyfit-summary.ts';
import { type Trial, Trials } from './copyfit-trials.ts';
import { threadsOf } from './threads.ts';

export interface Copyfit {
  /** Null where nothing is to be changed, or nothing can be. */
  readonly edited: EditedIssue | null;
  readonly actions: readonly CopyfitAction[];
  readonly before: StoryFit;
  /** As `before` where nothing is changed. */
  readonly after: StoryFit;
  /** One Chinese sentence: what was done, or why nothing could be. */
  readonly summary: string;
}

/** Makes a story fit its frames. Throws on a story that the issue has not, and on limits that are none. */
export const copyfitStory = (
  issue: Issue,
  storyId: StoryId,
  fonts: FontSet,
  cache: Cache = new Cache(),
  wanted: Partial<CopyfitLimits> = {},
): Copyfit => {
  const limits = checkedLimits(wanted);
  const story = storyOf(issue, storyId);
  const thread = threadsOf(issue, cache).get(storyId)?.frames;
  const unchanged = (before: StoryFit, summary: string): Copyfit => ({
    edited: null,
    actions: [],
    before,
    after: before,
    summary,
  });
  if (!thread) return unchanged({ overset: 0, oversetCharacters: 0, free: 0 }, notPlaced(story));
  const format = formatOf(issue.publication, issue.format);
  const book = issue.publication.stylebook;
  const context = { issue, format, book, fonts, cache };
  const trials = new Trials(context, story, thread, limits.looseLines);
  const { fit: before, layouts } = trials.now;
  if (isFit(before, limits)) return unchanged(before, fittingAlready(story, before));

  /* Heads and pictures are looked at only where tracking alone does not do. */
  const tracks = trackings(story.tracking, limits.tracking).filter((tracking) => trials.isEven(tracking));
  const alone = { frames: new Map(), actions: [], cost: 0, room: 0, turns: [], ways: [] };
  let settings: readonly Setting[] = tracks.slice(1).map((t) => settingOf(alone, story.tracking, t));
  let search = searchStage(trials, settings, 'tracking', limits, null);
  if (!search || !isFit(search.fit, limits)) {
    const heads = headSizes(context, story, thread[0]!, limits.headSteps);
    const pictures = layouts.flatMap((layout) => pictureHeights(issue, format, layout, limits));
    const shapes = shapesOf(layouts, heads, pictures).filter((shape) => shape.turns.length > 0);
    settings = [
      ...settings,
      ...shapes.flatMap((shape) => tracks.map((t) => settingOf(shape, story.tracking, t))),
    ];
    for (const stage of STAGES.slice(1)) {
      if (search && isFit(search.fit, limits)) break;
      search = searchStage(trials, settings, stage, limits, search);
    }
    search ??= fullest(trials, settings);
  }
  const columns = layouts.at(-1)!.geometry.columns.length;
  if (!search || !isBetter(search.fit, before, columns))
    return unchanged(before, refusal(story, before, trials.mostGained(settings, before)));
  return {
    edited: editOf(issue, story, search.setting),
    actions: search.setting.actions,
    before,
    after: search.fit,
    summary: fittedSummary(story, before, search.fit, search.setting.actions),
  };
};

const isFit = ({ overset, free }: StoryFit, limits: CopyfitLimits): boolean =>
  overset === 0 && free <= limits.freeLines;

/** White holes of so many lines in every column are a fault of the page: loosening a story does not mend them. */
const HOLE_ROWS = 4;

const isBetter = (after: StoryFit, before: StoryFit, columns: number): boolean =>
  before.overset > 0 || (after.free < before.free && after.free < HOLE_ROWS * columns);

/** Lines by which an estimate may be off: a column ends a line early where it breaks better. */
const SLACK = 2;
/** Layouts of one stage: they are cheap, but an editor waits for them. */
const MOST_TRIALS = 48;

/** The better of `best` and what the stage has: nothing left over, fewest lines free, then least cost. */
const searchStage = (
  trials: Trials,
  settings: readonly Setting[],
  stage: Stage,
  limits: CopyfitLimits,
  best: Trial | null,
): Trial | null => {
  const likely = settings
    .filter(
      (setting) => setting.stage === stage && Math.abs(trials.estimate(setting)) <= SLACK + limits.freeLines,
    )
    .sort(byCost)
    .slice(0, MOST_TRIALS);
  let found = best;
  for (const setting of likely) {
    const trial = trials.layOut(setting);
    if (!trial || trial.fit.overset > 0) continue;
    if (!found || trial.fit.free < found.fit.free) found = trial;
    if (isFit(trial.fit, limits)) return trial;
  }
  return found;
};

/** Layouts that are tried where nothing comes near. */
const LAST_TRIALS = 12;

/** Of those that leave lines free, the one that leaves the fewest. */
const fullest = (trials: Trials, settings: readonly Setting[]): Trial | null => {
  const short = settings
    .map((setting) => ({ setting, over: trials.estimate(setting) }))
    .filter(({ over }) => over < 0)
    .sort((a, b) => b.over - a.over || byCost(a.setting, b.setting))
    .slice(0, LAST_TRIALS);
  let found: Trial | null = null;
  for (const { setting } of short) {
    const trial = trials.layOut(setting);
    if (trial && trial.fit.overset === 0 && (!found || trial.fit.free < found.fit.free)) found = trial;
  }
  return found;
};

const byCost = (a: Setting, b: Setting): number => a.cost - b.cost || a.tracking - b.tracking;

/** The setting as one edit of the issue. */
const editOf = (issue: Issue, story: Story, { tracking, frames }: Setting): EditedIssue => {
  const edits: ((at: Issue) => EditedIssue)[] = [];
  if (tracking !== story.tracking) edits.push((at) => setTracking(at, story.id, tracking));
  for (const frame of frames.values()) {
    edits.push((at) => setHeadStep(at, frame.id, frame.style.headStep));
    edits.push((at) => setHeadLines(at, frame.id, frame.headLines));
    for (const { index, box } of frame.pictures) edits.push((at) => setPictureBox(at, frame.id, index, box));
  }
  return inTurn(issue, '使稿件合版', edits);
};
