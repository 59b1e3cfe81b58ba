/** What a layout says of its pages and frames: places, measures, 余 and 缺, and the problems that follow. Pure. */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { Rect } from '../geometry.ts';
import { doOverlap, firstLineOf, type Overlaps, overlapsOf } from '../issue/free-space.ts';
import {
  type Frame,
  type FrameId,
  type GridBox,
  type Issue,
  type Page,
  type Story,
  type StoryId,
  storyOf,
} from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { chineseNumeral } from '../numerals.ts';
import type { PageFormat } from '../publication/publication.ts';
import { boxRect, joinedChars, typeArea } from './column-grid.ts';
import type { InkPart } from './frame-ink.ts';
import { freeLinesOf } from './free-lines.ts';
import type { FrameLayout } from './story/lay-out-story.ts';
import type { PictureReport } from './story/picture-block.ts';

export interface FrameReport {
  readonly frame: string;
  readonly story: StoryId;
  readonly headline: string;
  readonly box: Frame['box'];
  readonly rect: Rect;
  /** Text columns, and characters in the first; `columnChars` gives each. */
  readonly columns: number;
  readonly measure: number;
  readonly columnChars: readonly number[];
  readonly headLines: number;
  readonly lines: number;
  /** 余: lines left over and their characters. 缺: lines left free and what they would hold. */
  readonly overset: number;
  readonly oversetCharacters: number;
  readonly free: number;
  readonly freeCharacters: number;
  readonly pictures: readonly PictureReport[];
  /** True where something of it stands out of its box or on its own text, or has no room in it. */
  readonly misfits: boolean;
}

export interface PageReport {
  readonly page: number;
  readonly trim: { readonly width: number; readonly height: number };
  readonly typeArea: Rect;
  readonly bodySize: number;
  /** Characters in a basic column. */
  readonly measure: number;
  readonly linePitch: number;
  readonly frames: readonly FrameReport[];
  /** White lines across the whole page, as they are counted on paper (free-lines.ts): 缺 n 行. */
  readonly freeLines: number;
  /** White lines of the deepest hole in any basic column. */
  readonly emptyLines: number;
  /** Frames that stand on each other, or on the masthead or folio. */
  readonly overlaps: Overlaps;
  /** 余、缺 of all its frames together, in body lines of a text column. */
  readonly overset: number;
  readonly free: number;
}

export const reportPage = (
  issue: Issue,
  format: PageFormat,
  page: Page,
  frames: readonly FrameLayout[],
  number: number,
  cache: Cache,
): PageReport => {
  const { wide, deepest } = freeLinesOf(format, frames, number, cache);
  const boxes = frames.map(({ frame }) => frame);
  return {
    page: number,
    trim: format.trim,
    typeArea: typeArea(format),
    bodySize: format.bodySize,
    measure: joinedChars(format, 1),
    linePitch: format.pitch,
    freeLines: wide,
    emptyLines: deepest,
    overlaps: kept(cache, OVERLAPS, page, [format, number, ...boxes], () =>
      overlapsOf(boxes, firstLineOf(format, number - 1)),
    ),
    overset: frames.reduce((sum, frame) => sum + frame.overset, 0),
    free: frames.reduce((sum, frame) => sum + frame.free, 0),
    frames: frames.map((layout) =>
      kept(cache, REPORTS, layout, KEY_ALONE, () => reportFrame(issue, format, layout)),
    ),
  };
};

/** A frame's layout is made anew with its story, so what is said of it stays as long as it does. */
const REPORTS = family<FrameLayout, FrameReport>('reports of frames');

/** They follow from where frames stand, whatever these show. */
const OVERLAPS = family<Page, Overlaps>('overlaps of frames');

const reportFrame = (issue: Issue, format: PageFormat, layout: FrameLayout): FrameReport => {
  const { frame, geometry } = layout;
  const columnChars = geometry.columns.map((column) => column.chars);
  return {
    frame: frame.id,
    story: frame.story,
    headline: storyOf(issue, frame.story).headline,
    box: frame.box,
    rect: boxRect(format, frame.box),
    columns: columnChars.length,
    measure: columnChars[0]!,
    columnChars,
    headLines: frame.headLines,
    lines: layout.lines,
    overset: layout.overset,
    oversetCharacters: layout.oversetCharacters,
    free: layout.free,
    freeCharacters: layout.free * columnChars[0]!,
    pictures: layout.pictures,
    misfits: misfits(layout),
  };
};

const misfits = ({ outside, headCoversBody, unsaidJump, standing }: FrameLayout): boolean =>
  outside.length > 0 || headCoversBody || unsaidJump !== null || standing.unshown.length > 0;

export const headlineOf = (story: Story): string =>
  story.headline.replaceAll('\n', '') || (story.kind === 'refers' ? '导读' : '（无标题）');

const shorten = (text: string): string =>
  [...text].length > 24 ? `${[...text].slice(0, 24).join('')}……` : text;

/** Photographs below this are coarse in newsprint's screen of 85 to 100 lines per inch. */
export const LEAST_DPI = 150;

type Place = Required<Pick<Problem, 'page' | 'story' | 'frame'>>;

const headProblems = (story: Story, layout: FrameLayout, place: Place): readonly Problem[] => {
  const { headlineOverflows, headCoversBody } = layout;
  const isOutside = layout.outside.includes('headline');
  if (!headlineOverflows && !headCoversBody && !isOutside) return [];
  const what = isOutside ? '，伸出了版位' : headCoversBody ? '，压住了正文' : '';
  return [
    {
      kind: 'headline-too-long',
      severity: what === '' ? 'warning' : 'error',
      message: `第${layout.page}版标题“${shorten(headlineOf(story))}”在此版位排不下${what}：请缩短标题、缩小字号或加大版位。`,
      ...place,
    },
  ];
};

const INK_NAMES: { readonly [part in Exclude<InkPart, 'headline'>]: string } = {
  picture: '图片',
  caption: '图注',
  'jump-line': '转版行',
  frame: '边框',
};

/** The picture as an editor tells it from the story's others. */
export const pictureName = (story: Story, index: number): string => {
  const caption = story.pictures[index]?.caption ?? '';
  const which = story.pictures.length > 1 ? `第${index + 1}张图片` : '图片';
  return caption === '' ? which : `${which}（${shorten(caption)}）`;
};

const misfitProblems = (story: Story, layout: FrameLayout, place: Place): readonly Problem[] => {
  const { frame, standing, unsaidJump } = layout;
  const at = `第${layout.page}版《${headlineOf(story)}》`;
  const problems: Problem[] = [];
  const say = (kind: Problem['kind'], severity: Problem['severity'], message: string) =>
    problems.push({ kind, severity, message, ...place });
  const parts = layout.outside.flatMap((part) => (part === 'headline' ? [] : [INK_NAMES[part]]));
  if (parts.length > 0)
    say('outside-frame', 'error', `${at}的${parts.join('、')}伸出了版位，会压住旁边的内容：请加大版位。`);
  if (unsaidJump !== null)
    say(
      'unanswered-jump',
      'error',
      `${at}的版位里没有空行排与${chineseNumeral(unsaidJump)}版相接的转版行：请加高版位或缩小图片。`,
    );
  for (const index of standing.unshown)
    say(
      'unshown-picture',
      'error',
      `${at}的${pictureName(story, index)}在版位里放不下，没有排上：请加高版位，缩短标题或图注，或移去别的图片。`,
    );
  standing.pictures.forEach((picture, i) => {
    const wanted = frame.pictures.find(({ index }) => index === picture.index)!;
    if (wanted !== picture)
      say(
        'refitted-picture',
        'note',
        `${at}的${pictureName(story, picture.index)}${refitted(wanted.box, picture.box)}`,
      );
    if (standing.pictures.slice(0, i).some(({ box }) => doOverlap(box, picture.box)))
      say(
        'overlap',
        'error',
        `${at}的${pictureName(story, picture.index)}压住了另一张图片：请移开其中一张。`,
      );
  });
  return problems;
};

/** Lines are counted from 1, as the editor's fields count them. */
const refitted = (wanted: GridBox, now: GridBox): string =>
  `在版位里放不下原来的位置（起行 ${wanted.line + 1}、占行 ${wanted.lines}），暂排在起行 ${now.line + 1}、占行 ${now.lines}：版位加高后复原。`;

export const frameProblems = (story: Story, layout: FrameLayout): readonly Problem[] => {
  const place = { page: layout.page, story: story.id, frame: layout.frame.id };
  const problems: Problem[] = [];
  if (layout.overset > 0)
    problems.push({
      kind: 'overset',
      severity: 'error',
      message: `第${layout.page}版《${headlineOf(story)}》余 ${layout.overset} 行（${layout.oversetCharacters} 字）排不下：请加高版位、删减稿件或转版。`,
      ...place,
    });
  problems.push(...headProblems(story, layout, place), ...misfitProblems(story, layout, place));
  if (layout.idle && layout.pictures.length === 0)
    problems.push({
      kind: 'empty-continuation',
      severity: 'error',
      message: `第${layout.page}版留给《${headlineOf(story)}》下文的版位空着：正文在前面已经排完，请取消转版或删除这个版位。`,
      ...place,
    });
  for (const { dpi } of layout.pictures)
    if (dpi < LEAST_DPI)
      problems.push({
        kind: 'low-resolution',
        severity: 'warning',
        message: `第${layout.page}版《${headlineOf(story)}》的图片有效分辨率只有 ${Math.floor(dpi)} dpi，印出来会模糊：请换大图或缩小图位。`,
        ...place,
      });
  return problems;
};

/** A frame that shows nothing, because nothing of its story leads to it. */
export const unthreaded = (story: Story, { frame, page }: Pick<FrameLayout, 'frame' | 'page'>): Problem => ({
  kind: 'unthreaded-frame',
  severity: 'error',
  message: `第${page}版有一个版位没有接在《${headlineOf(story)}》的串接里，里面空着：请把它串接到这篇稿件的版位之后，或删除它。`,
  page,
  story: story.id,
  frame: frame.id,
});

export const missingGlyphs = (story: Story, missing: readonly number[]): Problem => ({
  kind: 'missing-glyph',
  severity: 'error',
  message: `《${headlineOf(story)}》中有字体里没有的字：${missing
    .map((c) => `U+${c.toString(16).toUpperCase().padStart(4, '0')}`)
    .join('、')}，版面上以〓代替，请改字或另选字体。`,
  story: story.id,
});

export const unansweredRefer = (story: Story, page: number, pages: number): Problem => ({
  kind: 'unanswered-refer',
  severity: 'warning',
  message: `“${shorten(headlineOf(story))}”写着详见${chineseNumeral(page)}版，本期只有 ${pages} 个版：请改版次或补齐版面。`,
  story: story.id,
});

export const underset = ({ page, freeLines }: PageReport): Problem => ({
  kind: 'underset',
  severity: 'warning',
  message: `第${page}版缺 ${freeLines} 行：版面还空着，请补稿或放大标题、图片。`,
  page,
});

/** One problem for each pair of frames that share cells, and for each that reaches into the page's head. */
export const overlapProblems = (issue: Issue, { page, frames, overlaps }: PageReport): readonly Problem[] => {
  const storyIn = (id: FrameId): Story => storyOf(issue, frames.find(({ frame }) => frame === id)!.story);
  const titleOf = (id: FrameId): string => `《${shorten(headlineOf(storyIn(id)))}》`;
  const problemAt = (id: FrameId, message: string): Problem => ({
    kind: 'overlap',
    severity: 'error',
    message,
    page,
    story: storyIn(id).id,
    frame: id,
  });
  return [
    ...overlaps.pairs.map(([lower, upper]) => {
      const both =
        storyIn(lower) === storyIn(upper)
          ? `${titleOf(upper)}的两个版位`
          : `${titleOf(lower)}与${titleOf(upper)}的版位`;
      return problemAt(upper, `第${page}版${both}重叠：请移开其中一个。`);
    }),
    ...overlaps.overHead.map((id) => {
      const head = page === 1 ? '报头' : '报眉';
      return problemAt(id, `第${page}版${titleOf(id)}的版位压住了${head}：请把它往下移。`);
    }),
  ];
};
