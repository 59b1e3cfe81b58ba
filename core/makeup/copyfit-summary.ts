/** What copyfitting says to the editor: what it did, or why it could not. One Chinese sentence each. */
import { assertNever } from '../assert-never.ts';
import type { Story } from '../issue/issue.ts';
import { haoOf } from '../units.ts';
import type { CopyfitAction, StoryFit } from './copyfit-limits.ts';
import { headlineOf } from './page-report.ts';

const named = (story: Story): string => `《${headlineOf(story)}》`;

export const notPlaced = (story: Story): string => `${named(story)}还没有排上版面：请先放置版位。`;

export const fittingAlready = (story: Story, { free }: StoryFit): string =>
  free === 0 ? `${named(story)}正好排满版位，不用调整。` : `${named(story)}只缺 ${free} 行，不用调整。`;

export const fittedSummary = (
  story: Story,
  before: StoryFit,
  after: StoryFit,
  actions: readonly CopyfitAction[],
): string => {
  const state =
    before.overset > 0
      ? `原余 ${before.overset} 行（${before.oversetCharacters} 字）`
      : `原缺 ${before.free} 行`;
  const left = after.free === 0 ? '现在正好排满' : `现在排得下，缺 ${after.free} 行`;
  return `${named(story)}${state}：${actions.map(told).join('，')}，${left}。`;
};

/** `most`: about how many lines the limits would gain, or fill, as far as they go. */
export const refusal = (
  story: Story,
  { overset, oversetCharacters, free }: StoryFit,
  most: number,
): string => {
  const within = (wanted: number, verb: string): string => {
    if (most === 0) return `限度之内一行也${verb}不出来`;
    return most < wanted ? `限度之内最多${verb}出约 ${most} 行` : '限度之内没有合适的改法';
  };
  return overset > 0
    ? `${named(story)}余 ${overset} 行（${oversetCharacters} 字），${within(overset, '挤')}，没有改动：请删减稿件、加高版位或转版。`
    : `${named(story)}缺 ${free} 行，${within(free, '撑')}，没有改动：请补稿、加图片或缩小版位。`;
};

const told = (action: CopyfitAction): string => {
  switch (action.kind) {
    case 'tracking':
      return `字距由 ${percent(action.from)} 改为 ${percent(action.to)}`;
    case 'head': {
      const { size, lines } = action;
      const by = lines.to - lines.from;
      return `标题由${sizeName(size.from)}改为${sizeName(size.to)}（${by < 0 ? `少占 ${-by}` : `多占 ${by}`} 行）`;
    }
    case 'picture': {
      const by = action.to - action.from;
      return `第 ${action.index + 1} 张图片${by < 0 ? `压低 ${-by}` : `加高 ${by}`} 行`;
    }
    default:
      return assertNever(action);
  }
};

/** Tracking in hundredths of an em, with its sign; half percents have one decimal at the most. */
const percent = (tracking: number): string => {
  const tenths = Math.round(Math.abs(tracking) * 1000);
  const sign = tenths === 0 ? '' : tracking < 0 ? '−' : '+';
  return `${sign}${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}%`;
};

const sizeName = (points: number): string => haoOf(points) ?? ` ${points} pt `;
