/**
 * What moved between a page as it was printed and the same page as the engine lays it now: line by line, by the text
 * that a line shows and not by where it stands, so that one line more at the top of a story is not a difference of all
 * that follows. Both are compared as they are drawn, in thousandths of a point.
 *
 * A line of a story is known by its place in the text (part, paragraph, offsets); what the program made (head, folio,
 * jump lines, rules) and pictures are compared as a whole, by page and role. Pure.
 */

import { displayToJson, type ItemJson, type PageJson } from '../display/display-json.ts';
import type { DisplayItem, DisplayList, DisplayPage, Role } from '../display/display-list.ts';
import type { StoryId } from '../issue/issue.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * `broken` 断行: lines that begin or end elsewhere in the text; `other-page` 换版; `moved` 移位; `spacing` 字距;
 * `look` 字体、字号或颜色; `text` the characters drawn; `furniture`: what belongs to no story; `pages`: number or size.
 */
export type DifferenceKind =
  | 'broken'
  | 'other-page'
  | 'moved'
  | 'spacing'
  | 'look'
  | 'text'
  | 'furniture'
  | 'pages';

export interface DisplayDifference {
  readonly kind: DifferenceKind;
  /** From 1; of the print, or of the present layout where the print has no such line. */
  readonly page: number;
  /** Null for furniture and pages. */
  readonly story: StoryId | null;
  /** Lines concerned; 0 where it is not lines. */
  readonly lines: number;
  /** One Chinese sentence. */
  readonly sentence: string;
}

/** @param titleOf what an editor calls the story */
export const compareDisplay = (
  print: DisplayList,
  now: DisplayList,
  titleOf: (story: StoryId) => string,
): readonly DisplayDifference[] => {
  const [then, present] = [displayToJson(print), displayToJson(now)];
  if (canonicalJson(then.pages) === canonicalJson(present.pages)) return [];
  return [
    ...comparePages(print.pages, now.pages),
    ...compareLines(linesOf(print), linesOf(now), titleOf),
    ...compareFurniture(then.pages, present.pages),
  ];
};

const comparePages = (
  then: readonly DisplayPage[],
  now: readonly DisplayPage[],
): readonly DisplayDifference[] => {
  const found: DisplayDifference[] = [];
  const add = (page: number, sentence: string) => {
    found.push({ kind: 'pages', page, story: null, lines: 0, sentence });
  };
  if (then.length !== now.length)
    add(Math.min(then.length, now.length) + 1, `付印时有${then.length}个版，现在有${now.length}个版。`);
  then.forEach(({ number, width, height }, index) => {
    const other = now[index];
    if (other && (other.width !== width || other.height !== height))
      add(number, `第${number}版的版面大小不同。`);
  });
  return found;
};

interface Line {
  readonly story: StoryId;
  readonly page: number;
  /** Part, paragraph and offsets. */
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Distances from the line's first character. */
  readonly spacing: string;
  readonly look: string;
}

const thousandths = (points: number): number => Math.round(points * 1000);

/** The lines of stories, by story; a repeated line (the head over a continuation) gets a count in its key. */
const linesOf = ({ pages }: DisplayList): ReadonlyMap<StoryId, ReadonlyMap<string, Line>> => {
  const stories = new Map<StoryId, Map<string, Line>>();
  for (const { number, parts } of pages)
    for (const part of parts)
      for (const runs of setLines(part)) {
        const line = lineOf(runs, number);
        const own = stories.get(line.story) ?? new Map<string, Line>();
        stories.set(line.story, own);
        let key = line.key;
        for (let n = 2; own.has(key); n++) key = `${line.key}#${n}`;
        own.set(key, line);
      }
  return stories;
};

type TextItem = Extract<DisplayItem, { readonly kind: 'glyphs' | 'dash' }>;
type StoryItem = TextItem & { readonly source: NonNullable<TextItem['source']> };

const isStoryText = (item: DisplayItem): item is StoryItem =>
  (item.kind === 'glyphs' || item.kind === 'dash') && item.source !== null && item.role !== 'jump-line';

const setLines = (part: readonly DisplayItem[]): readonly (readonly StoryItem[])[] => {
  const lines: StoryItem[][] = [];
  let last: StoryItem | null = null;
  for (const item of part) {
    if (!isStoryText(item)) continue;
    if (last && last.source.line === item.source.line) lines.at(-1)!.push(item);
    else lines.push([item]);
    last = item;
  }
  return lines;
};

const lineOf = (runs: readonly StoryItem[], page: number): Line => {
  const { source, xs, y } = runs[0]!;
  const left = thousandths(xs[0]!);
  const top = thousandths(y);
  return {
    story: source.story,
    page,
    key: `${source.part} ${source.paragraph} ${source.line.from} ${source.line.to}`,
    text: runs.map((run) => run.text).join(''),
    x: left,
    y: top,
    spacing: runs
      .map((run) => `${thousandths(run.y) - top}:${run.xs.map((x) => thousandths(x) - left).join(' ')}`)
      .join('|'),
    look: runs
      .map(({ kind, face, size, ink, role, text }) =>
        [kind, face, size, ink.c, ink.m, ink.y, ink.k, role, text.length].join(' '),
      )
      .join('|'),
  };
};

const compareLines = (
  then: ReadonlyMap<StoryId, ReadonlyMap<string, Line>>,
  now: ReadonlyMap<StoryId, ReadonlyMap<string, Line>>,
  titleOf: (story: StoryId) => string,
): readonly DisplayDifference[] => {
  const found: DisplayDifference[] = [];
  const none: ReadonlyMap<string, Line> = new Map();
  for (const story of new Set([...then.keys(), ...now.keys()])) {
    const counts = new Map<
      string,
      { kind: DifferenceKind; page: number; to: number; printed: number; now: number }
    >();
    const count = (kind: DifferenceKind, page: number, side: 'printed' | 'now', to = 0) => {
      const key = `${kind} ${page} ${to}`;
      const entry = counts.get(key) ?? { kind, page, to, printed: 0, now: 0 };
      entry[side]++;
      counts.set(key, entry);
    };
    const [before, after] = [then.get(story) ?? none, now.get(story) ?? none];
    for (const [key, line] of before) {
      const other = after.get(key);
      if (!other) count('broken', line.page, 'printed');
      else if (other.page !== line.page) count('other-page', line.page, 'printed', other.page);
      else {
        const kind = lineDifference(line, other);
        if (kind !== null) count(kind, line.page, 'printed');
      }
    }
    for (const [key, line] of after) if (!before.has(key)) count('broken', line.page, 'now');
    for (const entry of counts.values()) {
      const lines = Math.max(entry.printed, entry.now);
      const { kind, page, to } = entry;
      const place = `第${page}版《${titleOf(story)}》`;
      found.push({ kind, page, story, lines, sentence: `${place}${whatHappened(kind, lines, to)}。` });
    }
  }
  return found.sort((a, b) => a.page - b.page);
};

const lineDifference = (then: Line, now: Line): DifferenceKind | null => {
  if (then.text !== now.text) return 'text';
  if (then.look !== now.look) return 'look';
  if (then.spacing !== now.spacing) return 'spacing';
  return then.x === now.x && then.y === now.y ? null : 'moved';
};

const whatHappened = (kind: DifferenceKind, lines: number, to: number): string => {
  switch (kind) {
    case 'other-page':
      return `有${lines}行到了第${to}版`;
    case 'moved':
      return `有${lines}行移了位置`;
    case 'spacing':
      return `有${lines}行字距不同`;
    case 'look':
      return `有${lines}行的字体、字号或颜色不同`;
    case 'text':
      return `有${lines}行的字不同`;
    default:
      return `有${lines}行断行不同`;
  }
};

const FURNITURE: Readonly<Partial<Record<Role, string>>> = {
  nameplate: '报头',
  masthead: '报头',
  folio: '报眉',
  imprint: '版记',
  'jump-line': '转版提示',
  artifact: '线条和底纹',
};

/** What a piece that is no story's text is called. */
const furnitureName = (item: ItemJson): string | null => {
  if (item.kind === 'picture') return '图片';
  if (item.kind === 'rect') return '线条和底纹';
  return item.source && item.role !== 'jump-line' ? null : (FURNITURE[item.role] ?? '其他文字');
};

const compareFurniture = (
  then: readonly PageJson[],
  now: readonly PageJson[],
): readonly DisplayDifference[] => {
  const of = (page: PageJson) => {
    const byName = new Map<string, ItemJson[]>();
    for (const item of page.parts.flat()) {
      const name = furnitureName(item);
      if (name !== null) byName.set(name, [...(byName.get(name) ?? []), item]);
    }
    return new Map([...byName].map(([name, items]) => [name, canonicalJson(items)]));
  };
  return then.flatMap((page, index) => {
    const other = now[index];
    if (!other) return [];
    const [before, after] = [of(page), of(other)];
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((name) => before.get(name) !== after.get(name))
      .map((name): DisplayDifference => {
        const sentence = `第${page.number}版的${name}与付印时不同。`;
        return { kind: 'furniture', page: page.number, story: null, lines: 0, sentence };
      });
  });
};
