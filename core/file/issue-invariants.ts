/**
 * What must be true of an issue beyond its shape: ids are unique and name something, threads are chains through
 * frames of one story, frames stand on the grid and their columns fit them, marks lie within their text. Every edit keeps these; a file is
 * checked for them when it is opened. A story may want a picture that the issue has not: that is a problem for the
 * editor, not a broken file.
 */
import { isOnPage, isWithin, styleFault } from '../issue/frame-grid.ts';
import { areHeadlineBreaks, HEADLINE_PARTS } from '../issue/headline-break-offsets.ts';
import type { Frame, Issue, Page, Story } from '../issue/issue.ts';
import { areNormalMarks, isCharacterEdge } from '../issue/marks.ts';
import type { PageFormat } from '../publication/publication.ts';

/** What is wrong, a Chinese phrase that names the place; null where all is well. The first fault found. */
export const brokenInvariant = (issue: Issue): string | null => {
  const format = issue.publication.formats.find((f) => f.id === issue.format);
  if (!format) return `刊物没有“${issue.format}”这种开本`;
  if (!issue.publication.formats.some((f) => f.id === issue.publication.defaultFormat))
    return `刊物没有“${issue.publication.defaultFormat}”这种开本`;
  return (
    repeated(
      issue.pictures.map((p) => p.id),
      '图片标识',
    ) ??
    repeated(
      issue.stories.map((s) => s.id),
      '稿件标识',
    ) ??
    repeated(
      issue.importNotes.map((note) => note.id),
      '导入提示标识',
    ) ??
    brokenNotes(issue) ??
    first(issue.stories, brokenStory) ??
    repeated(
      issue.pages.flatMap((page) => page.frames.map((f) => f.id)),
      '版位标识',
    ) ??
    brokenFrames(issue, format) ??
    brokenThreads(issue.pages)
  );
};

const first = <T>(values: readonly T[], check: (value: T, index: number) => string | null): string | null => {
  for (const [index, value] of values.entries()) {
    const broken = check(value, index);
    if (broken !== null) return broken;
  }
  return null;
};

const repeated = (ids: readonly string[], what: string): string | null => {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return `${what}“${id.slice(0, 80)}”重复`;
    seen.add(id);
  }
  return null;
};

const brokenStory = (story: Story, index: number): string | null =>
  first(HEADLINE_PARTS, (part) =>
    areHeadlineBreaks(story.breaks[part], story[part])
      ? null
      : `第${index + 1}篇稿件标题的断行处越出文字或次序不对`,
  ) ??
  first(story.paragraphs, ({ text, marks }, p) => {
    const inForm =
      areNormalMarks(marks, text.length) &&
      marks.every((m) => isCharacterEdge(text, m.from) && isCharacterEdge(text, m.to));
    return inForm ? null : `第${index + 1}篇稿件第${p + 1}段的字体标记越出文字或次序不对`;
  });

const brokenNotes = ({ importNotes, stories }: Issue): string | null => {
  const known = new Set(stories.map(({ id }) => id));
  return first(importNotes, ({ story }, n) =>
    story === null || known.has(story) ? null : `第${n + 1}条导入提示所属的稿件不存在`,
  );
};

const STYLE_FAULTS = {
  'columns-not-as-many': '不等栏的栏数与版位的不同',
  'columns-do-not-fit': '不等栏太窄或超出版位',
  'strip-too-wide': '旁边的标题不给正文留地方',
} as const;

const brokenFrames = (issue: Issue, format: PageFormat): string | null => {
  const stories = new Map(issue.stories.map((s) => [s.id, s]));
  return first(issue.pages, ({ frames }, p) =>
    first(frames, (frame, f) => {
      const place = `第${p + 1}版第${f + 1}个版位`;
      const story = stories.get(frame.story);
      if (!story) return `${place}所属的稿件不存在`;
      if (!isOnPage(frame.box, format)) return `${place}超出版心`;
      if (frame.headLines > frame.box.lines) return `${place}的标题行数超出版位`;
      const fault = styleFault(format, frame);
      if (fault !== null) return `${place}${STYLE_FAULTS[fault]}`;
      for (const picture of frame.pictures) {
        if (picture.index >= story.pictures.length) return `${place}里的图片不在稿件中`;
        if (!isWithin(picture.box, frame.columns, frame.box.lines)) return `${place}里的图片超出版位`;
      }
      return null;
    }),
  );
};

const brokenThreads = (pages: readonly Page[]): string | null => {
  const frames = new Map<string, Frame>(pages.flatMap((page) => page.frames.map((f) => [f.id, f] as const)));
  const led = new Set<string>();
  for (const frame of frames.values()) {
    if (frame.next === null) continue;
    const next = frames.get(frame.next);
    if (!next) return `版位“${frame.id}”串接到了不存在的版位`;
    if (next.story !== frame.story) return `版位“${frame.id}”串接到了另一篇稿件的版位`;
    if (led.has(next.id)) return `版位“${next.id}”前面串接了两个版位`;
    led.add(next.id);
  }
  // Each frame has one predecessor at most, so what no head reaches is a loop.
  const reached = new Set<string>();
  for (const head of frames.values()) {
    if (led.has(head.id)) continue;
    for (let at: Frame | undefined = head; at; at = at.next === null ? undefined : frames.get(at.next))
      reached.add(at.id);
  }
  const looped = [...frames.keys()].find((id) => !reached.has(id));
  return looped === undefined ? null : `版位“${looped}”的串接成了环`;
};
