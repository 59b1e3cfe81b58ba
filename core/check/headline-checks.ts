/**
 * Faults of headlines: a line of one character, a headline or subhead without body beneath it (背题), headlines
 * side by side in one band (碰题). docs/typesetting.md §7.
 */
import type { Rect } from '../geometry.ts';
import { bottom, right } from '../geometry.ts';
import { type FrameId, type Issue, storyOf } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';
import { classOf } from '../typeset/char-class.ts';
import { type Finding, shortText } from './finding.ts';
import { isMark } from './glyph-boxes.ts';
import type { PrintedColumn } from './printed-columns.ts';
import { findingAt, isHead, lineRect, type PrintedLine } from './printed-line.ts';

/** Body lines that a headline keeps beneath it. */
const LEAST_BODY = 3;

export const checkLoneHeadlineCharacter = (line: PrintedLine): Finding[] => {
  if (!isHead(line) || line.vertical || (line.opens && line.closes)) return [];
  const characters = line.glyphs.filter((glyph) => !isMark(glyph.class)).length;
  return characters === 1 ? [findingAt('lone-headline-character', line)] : [];
};

/** A line of the head ends inside a word: neither where the story's breaks say, nor at a space or a mark. */
export const checkSplitHead = (head: Head, issue: Issue): Finding[] =>
  (['kicker', 'headline', 'deck'] as const).flatMap((part) => {
    const lines = head.lines.filter((line) => line.part === part && !line.vertical);
    const id = lines[0]?.story ?? null;
    if (id === null || lines.length < 2) return [];
    const story = storyOf(issue, id);
    const stored = new Set(story.breaks[part]);
    if (stored.size === 0) return [];
    let end = 0;
    return lines.slice(0, -1).flatMap((line) => {
      const at = story[part].indexOf(line.text, end);
      if (at < 0) return [];
      end = at + line.text.length;
      const [before, after] = [story[part][end - 1] ?? '', story[part][end] ?? ''];
      const good =
        stored.has(end) ||
        `${before}${after}`.trim().length < 2 ||
        isMark(classOf(before.codePointAt(0) ?? 0)) ||
        isMark(classOf(after.codePointAt(0) ?? 0)) ||
        /[0-9A-Za-z]/.test(after);
      return good ? [] : [findingAt('split-headline', line)];
    });
  });

/** The same in a headline set down: a column of one cell beside longer ones. */
export const checkLoneHeadlineCell = ({ lines }: Head): Finding[] => {
  const columns: PrintedLine[][] = [];
  for (const cell of lines) {
    if (!cell.vertical || cell.glyphs.every((glyph) => isMark(glyph.class))) continue;
    const middle = centre(cell);
    const known = columns.find(
      ([first]) => first!.role === cell.role && Math.abs(centre(first!) - middle) < cell.size / 2,
    );
    if (known) known.push(cell);
    else columns.push([cell]);
  }
  return columns.flatMap((column) =>
    column.length === 1 &&
    [...column[0]!.text].length === 1 &&
    columns.some((other) => other !== column && other[0]!.role === column[0]!.role)
      ? [findingAt('lone-headline-character', column[0]!)]
      : [],
  );
};

const centre = (line: PrintedLine): number => lineRect(line).x + lineRect(line).width / 2;

/** The printed head of one frame. */
export interface Head {
  readonly frame: FrameId;
  readonly lines: readonly PrintedLine[];
  readonly rect: Rect;
}

export const headsOf = (lines: readonly PrintedLine[]): readonly Head[] => {
  const byFrame = new Map<FrameId, PrintedLine[]>();
  for (const line of lines)
    if (isHead(line) && line.frame !== null)
      byFrame.set(line.frame, [...(byFrame.get(line.frame) ?? []), line]);
  return [...byFrame].map(([frame, own]) => ({ frame, lines: own, rect: unionOf(own.map(lineRect)) }));
};

export const unionOf = (rects: readonly Rect[]): Rect => {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map(right)) - x,
    height: Math.max(...rects.map(bottom)) - y,
  };
};

/**
 * @param storyRows body lines of the whole issue by story: a story of two lines cannot have three beneath its head
 */
export const checkStrandedHead = (
  head: Head,
  columns: readonly PrintedColumn[],
  storyRows: ReadonlyMap<string, number>,
): Finding[] => {
  const last = head.lines[head.lines.length - 1]!;
  if (last.storyKind !== 'article' && last.storyKind !== 'briefs') return [];
  const own = columns.filter(({ frame }) => frame === head.frame);
  const under = own.filter(({ left, width }) => left < right(head.rect) && left + width > head.rect.x);
  /* A headline beside its body stands over none of its columns. */
  const kept = under.length > 0 ? under : own;
  const beneath = under.length > 0 ? bottom(head.rect) : Number.NEGATIVE_INFINITY;
  const rows = Math.max(
    0,
    ...kept.map((column) => column.rows.filter(([line]) => line!.baseline > beneath).length),
  );
  const wanted = Math.min(LEAST_BODY, last.story === null ? 0 : (storyRows.get(last.story) ?? 0));
  return rows < wanted || (rows === 0 && own.length === 0)
    ? [{ ...findingAt('stranded-headline', last), rect: head.rect, value: rows }]
    : [];
};

/** A subhead closes a column. */
export const checkStrandedSubhead = ({ rows }: PrintedColumn): Finding[] => {
  const line = rows[rows.length - 1]?.[0];
  return line?.role === 'subhead' ? [findingAt('stranded-headline', line, 0)] : [];
};

/** Pairs of heads in one band with nothing between them, each pair once. */
export const checkAbreast = (
  heads: readonly Head[],
  frames: ReadonlyMap<FrameId, { readonly rect: Rect }>,
  format: PageFormat,
): Finding[] =>
  heads.flatMap((a) =>
    heads.flatMap((b): Finding[] => {
      /* One set down beside one set across is how editors part two heads. */
      if (a.lines[0]?.vertical || b.lines[0]?.vertical) return [];
      const [left, next] = [frames.get(a.frame)?.rect, frames.get(b.frame)?.rect];
      if (!left || !next) return [];
      const apart = next.x - right(left);
      if (apart < -format.bodySize || apart > 2 * format.gapChars * format.bodySize) return [];
      const shared = Math.min(bottom(a.rect), bottom(b.rect)) - Math.max(a.rect.y, b.rect.y);
      if (shared < format.pitch / 2) return [];
      const text = `${shortText(headlineText(a), 18)} ｜ ${shortText(headlineText(b), 18)}`;
      return [
        {
          ...findingAt('headlines-abreast', mainLine(b.lines)),
          text,
          rect: unionOf([a.rect, b.rect]),
        },
      ];
    }),
  );

const mainLine = (lines: readonly PrintedLine[]): PrintedLine =>
  lines.find(({ role }) => role === 'headline') ?? lines[0]!;

const headlineText = ({ lines }: Head): string => {
  const { role } = mainLine(lines);
  return lines
    .filter((line) => line.role === role)
    .map(({ text }) => text)
    .join('');
};
