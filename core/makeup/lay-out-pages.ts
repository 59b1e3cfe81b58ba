/**
 * Issue → PageLayouts: masthead or folio, then every story in its thread of frames, then the rules between them.
 * Reports what a frame holds, what is left over, which jumps were made. Pure.
 */
import type { FontSet } from '../font/font-set.ts';
import type { Rect } from '../geometry.ts';
import { type Frame, type Issue, type Page, type Story, type StoryId, storyOf } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { chineseNumeral } from '../numerals.ts';
import { formatOf, type PageFormat } from '../publication/publication.ts';
import { type GalleyCache, newGalleyCache } from '../typeset/galley.ts';
import { boxRect, joinedChars, typeArea } from './column-grid.ts';
import { setFolio } from './newspaper/folio.ts';
import { type FrameLayout, layOutStory, type ThreadFrame } from './newspaper/lay-out-story.ts';
import { setMasthead } from './newspaper/masthead-block.ts';
import { BLACK, type PageLayout, type PlacedItem } from './page-layout.ts';

export interface FrameReport {
  readonly frame: string;
  readonly story: StoryId;
  readonly headline: string;
  readonly box: Frame['box'];
  readonly rect: Rect;
  /** Text columns and characters in each. */
  readonly columns: number;
  readonly measure: number;
  readonly headLines: number;
  readonly lines: number;
  /** 余: lines left over. 缺: lines left free. */
  readonly overset: number;
  readonly free: number;
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
  /** Lines across the whole page that no frame takes: 缺 n 行. */
  readonly freeLines: number;
}

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

/** Rules between stories: thickness, points. */
const RULE = 0.5;

export const layOutPages = (
  issue: Issue,
  fonts: FontSet,
  cache: GalleyCache = newGalleyCache(),
): PagesLayout => {
  const format = formatOf(issue.publication, issue.format);
  const context = { issue, format, book: issue.publication.stylebook, fonts, cache };
  const byFrame = new Map<string, FrameLayout>();
  const problems: Problem[] = [];
  const jumps: JumpReport[] = [];

  for (const [storyId, thread] of threadsOf(issue)) {
    const story = storyOf(issue, storyId);
    const layout = layOutStory(context, story, thread);
    for (const frame of layout.frames) {
      byFrame.set(frame.frame.id, frame);
      problems.push(...frameProblems(story, frame));
    }
    for (const jump of layout.jumps) jumps.push({ story: storyId, ...jump });
    if (layout.missing.length > 0) problems.push(missingGlyphs(story, layout.missing));
    if (story.refersTo !== null && story.refersTo > issue.pages.length)
      problems.push(unansweredRefer(story, story.refersTo, issue.pages.length));
  }

  const pages: PageLayout[] = [];
  const reports: PageReport[] = [];
  issue.pages.forEach((page, index) => {
    const number = index + 1;
    const frames = page.frames.flatMap((frame) => byFrame.get(frame.id) ?? []);
    pages.push({
      number,
      name: page.name,
      width: format.trim.width,
      height: format.trim.height,
      items: [
        ...(number === 1 ? setMasthead(issue, format, fonts) : setFolio(issue, page, number, format, fonts)),
        ...frames.flatMap((frame) => frame.items),
        ...rulesBetween(page, format, number),
      ],
    });
    const report = reportPage(issue, format, frames, number);
    reports.push(report);
    if (report.freeLines > 0) problems.push(underset(report));
  });
  return { pages, reports, jumps, problems };
};

/** The frames of each story in the order of their thread; a frame that nothing points to begins one. */
export const threadsOf = (issue: Issue): Map<StoryId, ThreadFrame[]> => {
  const all = new Map<string, ThreadFrame>();
  const pointedTo = new Set<string>();
  issue.pages.forEach((page, index) => {
    for (const frame of page.frames) {
      all.set(frame.id, { frame, page: index + 1 });
      if (frame.next !== null) pointedTo.add(frame.next);
    }
  });
  const threads = new Map<StoryId, ThreadFrame[]>();
  for (const start of all.values()) {
    if (pointedTo.has(start.frame.id) || threads.has(start.frame.story)) continue;
    const thread: ThreadFrame[] = [];
    for (let at: ThreadFrame | undefined = start; at && !thread.includes(at); ) {
      thread.push(at);
      at = at.frame.next === null ? undefined : all.get(at.frame.next);
    }
    threads.set(start.frame.story, thread);
  }
  return threads;
};

const headlineOf = (story: Story): string =>
  story.headline.replaceAll('\n', '') || (story.kind === 'refers' ? '导读' : '（无标题）');

const frameProblems = (story: Story, layout: FrameLayout): Problem[] => {
  const place = { page: layout.page, story: story.id, frame: layout.frame.id };
  const problems: Problem[] = [];
  if (layout.overset > 0)
    problems.push({
      kind: 'overset',
      severity: 'error',
      message: `第${layout.page}版《${headlineOf(story)}》余 ${layout.overset} 行排不下：请加高版位、删减稿件或转版。`,
      ...place,
    });
  if (layout.headlineOverflows)
    problems.push({
      kind: 'headline-too-long',
      severity: 'warning',
      message: `第${layout.page}版标题“${shorten(headlineOf(story))}”在此版位排不下：请缩短标题或加宽版位。`,
      ...place,
    });
  return problems;
};

const shorten = (text: string): string =>
  [...text].length > 24 ? `${[...text].slice(0, 24).join('')}……` : text;

const missingGlyphs = (story: Story, missing: readonly number[]): Problem => ({
  kind: 'missing-glyph',
  severity: 'error',
  message: `《${headlineOf(story)}》中有字体里没有的字：${missing
    .map((c) => `U+${c.toString(16).toUpperCase().padStart(4, '0')}`)
    .join('、')}，版面上以〓代替，请改字或另选字体。`,
  story: story.id,
});

const unansweredRefer = (story: Story, page: number, pages: number): Problem => ({
  kind: 'unanswered-jump',
  severity: 'warning',
  message: `“${shorten(headlineOf(story))}”写着详见${chineseNumeral(page)}版，本期只有 ${pages} 个版：请改版次或补齐版面。`,
  story: story.id,
});

const underset = ({ page, freeLines }: PageReport): Problem => ({
  kind: 'underset',
  severity: 'warning',
  message: `第${page}版缺 ${freeLines} 行：版心下部空着，请补稿或放大标题、图片。`,
  page,
});

/** A thin rule above each frame that does not stand at the head of the page, one at its left within the page. */
const rulesBetween = (page: Page, format: PageFormat, number: number): PlacedItem[] => {
  const head = number === 1 ? format.mastheadLines : format.folioLines;
  const rule = (rect: Rect, frame: string): PlacedItem => ({
    kind: 'rect',
    rect,
    ink: BLACK,
    role: 'artifact',
    source: null,
    frame,
  });
  return page.frames.flatMap((frame) => {
    const box = boxRect(format, frame.box);
    const items: PlacedItem[] = [];
    const above = format.pitch - (format.pitch - format.bodySize) / 2;
    if (frame.box.line > head)
      items.push(rule({ x: box.x, y: box.y - above / 2 - RULE, width: box.width, height: RULE }, frame.id));
    if (frame.box.column > 0) {
      const gap = format.gapChars * format.bodySize;
      const height = box.height - format.pitch - (format.pitch - format.bodySize);
      items.push(rule({ x: box.x - gap / 2 - RULE / 2, y: box.y, width: RULE, height }, frame.id));
    }
    return items;
  });
};

const reportPage = (
  issue: Issue,
  format: PageFormat,
  frames: readonly FrameLayout[],
  number: number,
): PageReport => {
  const head = number === 1 ? format.mastheadLines : format.folioLines;
  let freeLines = 0;
  for (let line = head; line < format.lines; line++)
    if (!frames.some(({ frame: { box } }) => line >= box.line && line < box.line + box.lines)) freeLines++;
  return {
    page: number,
    trim: format.trim,
    typeArea: typeArea(format),
    bodySize: format.bodySize,
    measure: joinedChars(format, 1),
    linePitch: format.pitch,
    freeLines,
    frames: frames.map((layout) => ({
      frame: layout.frame.id,
      story: layout.frame.story,
      headline: storyOf(issue, layout.frame.story).headline,
      box: layout.frame.box,
      rect: boxRect(format, layout.frame.box),
      columns: layout.division.columns,
      measure: layout.division.measure,
      headLines: layout.frame.headLines,
      lines: layout.lines,
      overset: layout.overset,
      free: layout.free,
    })),
  };
};
