/**
 * The lines of a page as they are printed: every glyph's box from its position and its face's advance, and what
 * the copy holds before and after the line. The typesetter's own account of a line (its fill, first, last) is not
 * read: a check that asks the checked is none. Pure.
 */
import type { FontSet } from '../font/font-set.ts';
import type { Rect } from '../geometry.ts';
import { type FrameId, type Issue, type StoryId, type StoryKind, storyOf } from '../issue/issue.ts';
import { scriptForm } from '../issue/script-forms.ts';
import { BASELINE } from '../makeup/column-grid.ts';
import {
  itemsOf,
  type PageLayout,
  type PlacedDash,
  type PlacedGlyphs,
  type PlacedLine,
  type Role,
  type StoryPart,
} from '../makeup/page-layout.ts';
import { captionText } from '../makeup/story/picture-block.ts';
import { classOf } from '../typeset/char-class.ts';
import { SCRIPT_SIZE } from '../typeset/script.ts';
import { drawnRuns } from '../typeset/set-line.ts';
import type { Finding, FindingKind } from './finding.ts';
import { shortText, thousandth } from './finding.ts';
import { boxGlyphs, type Glyph } from './glyph-boxes.ts';

export interface PrintedLine {
  readonly page: number;
  readonly role: Role;
  readonly story: StoryId | null;
  readonly storyKind: StoryKind | null;
  /** What the editor's copyfitting set the story wider or closer by, em. */
  readonly tracking: number;
  readonly frame: FrameId | null;
  /** Null where the program made the text. */
  readonly part: StoryPart | null;
  readonly paragraph: number | null;
  readonly text: string;
  /** Without spaces. */
  readonly glyphs: readonly Glyph[];
  readonly size: number;
  /** Left edge of the column that the line was placed in, points. */
  readonly x: number;
  readonly baseline: number;
  /** The copy just before the first glyph and just after the last one; '' at the text's ends. */
  readonly before: string;
  readonly after: string;
  /** Of a headline set down (竖排): what is placed is a cell of it, not a line. */
  readonly vertical: boolean;
  /** The line begins, ends its paragraph or headline. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Set in columns, on the page's grid. */
export const isColumnText = (line: PrintedLine): boolean =>
  line.frame !== null && (isParagraph(line) || line.role === 'byline' || line.role === 'credit');

/** Set from the column's left edge; bylines and credits stand at its right. */
export const isParagraph = ({ role }: PrintedLine): boolean =>
  role === 'body' || role === 'subhead' || role === 'standfirst';

/** Fills its measure; refers and notices may be set ragged, bylines always are. */
export const isJustified = (line: PrintedLine): boolean =>
  isColumnText(line) && isParagraph(line) && (line.storyKind === 'article' || line.storyKind === 'briefs');

const HEAD_ROLES: ReadonlySet<Role> = new Set(['headline', 'kicker', 'deck']);
export const isHead = ({ role }: PrintedLine): boolean => HEAD_ROLES.has(role);

export const leftOf = (line: PrintedLine): number => line.glyphs[0]?.left ?? line.x;
export const rightOf = (line: PrintedLine): number => line.glyphs[line.glyphs.length - 1]?.right ?? line.x;

/** The line's em boxes. */
export const lineRect = (line: PrintedLine): Rect => ({
  x: leftOf(line),
  y: line.baseline - BASELINE * line.size,
  width: rightOf(line) - leftOf(line),
  height: line.size,
});

export const findingAt = (kind: FindingKind, line: PrintedLine, value?: number): Finding => ({
  kind,
  page: line.page,
  story: line.story,
  frame: line.frame,
  paragraph: line.part === 'body' || line.part === 'caption' ? line.paragraph : null,
  text: shortText(line.text),
  ...(value === undefined ? {} : { value: thousandth(value) }),
  rect: lineRect(line),
});

/** Every line of the page that a frame holds, and every cell of its vertical headlines, in the page's order. */
export const printedLines = (issue: Issue, page: PageLayout, fonts: FontSet): readonly PrintedLine[] => {
  const owners = new Map(
    (issue.pages[page.number - 1]?.frames ?? []).map((frame) => [frame.id, frame.story]),
  );
  const lines = itemsOf(page).flatMap((item): PrintedLine[] => {
    if (item.frame === null || item.kind === 'rect' || item.kind === 'picture') return [];
    const id = item.source?.story ?? owners.get(item.frame) ?? null;
    const story = id === null ? null : storyOf(issue, id);
    const common = {
      page: page.number,
      role: item.role,
      story: id,
      storyKind: story?.kind ?? null,
      tracking: story?.tracking ?? 0,
      frame: item.frame,
      part: item.source?.part ?? null,
      paragraph: item.source?.paragraph ?? null,
    };
    if (item.kind !== 'line') return [{ ...common, ...cellOf(item) }];
    if (item.line.runs.length === 0) return [];
    return [
      {
        ...common,
        text: drawnRuns(item.line)
          .map((run) => run.text)
          .join(''),
        glyphs: glyphsOf(item, fonts),
        size: item.line.size,
        x: item.x,
        baseline: item.y,
        vertical: false,
        ...surroundings(issue, item),
      },
    ];
  });
  return lines.map((line, i) => (isHeadText(line) ? amongHeadLines(lines, i) : line));
};

/** A cell of a vertical headline, as the em that it stands in. */
const cellOf = (item: PlacedGlyphs | PlacedDash) => {
  const turned = item.kind === 'glyphs' && item.turned === true;
  const { size } = item;
  const x = turned ? item.y - (1 - BASELINE) * size : Math.min(...item.xs);
  const codePoint = item.text.codePointAt(0) ?? 0x20;
  const glyph: Glyph = {
    codePoint,
    class: classOf(codePoint),
    left: x,
    right: x + size,
    space: 'none',
  };
  return {
    text: item.text,
    glyphs: item.text.trim() === '' ? [] : [glyph],
    size,
    x,
    baseline: turned ? Math.min(...item.xs) + BASELINE * size : item.y,
    vertical: true,
    ...ENDS,
  };
};

const glyphsOf = ({ line, x }: PlacedLine, fonts: FontSet): readonly Glyph[] => {
  const codePoints: number[] = [];
  const xs: number[] = [];
  const advances: number[] = [];
  for (const run of drawnRuns(line)) {
    let i = 0;
    for (const character of run.text) {
      const codePoint = character.codePointAt(0)!;
      /* A superscript counts as part of the word before it, of its own width. */
      codePoints.push(run.script ? scriptForm(codePoint, run.script) : codePoint);
      xs.push(x + run.xs[i++]!);
      const advance = fonts.has(run.face, codePoint) ? fonts.advance(run.face, codePoint) : 0;
      advances.push(run.script ? advance * SCRIPT_SIZE : advance);
    }
  }
  return boxGlyphs(codePoints, xs, advances, line.size);
};

/** How much of the copy around a line the checks look at. */
const AROUND = 8;
const ENDS = { before: '', after: '', opens: true, closes: true };

/** What the copy holds around the line, found by the offset of its runs (before the text: a set-in ●). */
const surroundings = (issue: Issue, item: PlacedLine): typeof ENDS => {
  const text = sourceText(issue, item);
  const { runs } = item.line;
  if (text === null) return ENDS;
  const shift = item.offset ?? 0;
  let start = Math.max(0, runs[0]!.from + shift);
  /* A glyph may stand for a character of another length (〓): the copy is walked by characters. */
  const last = runs[runs.length - 1]!;
  let end = last.from + shift;
  for (const _ of last.xs) end += end >= 0 && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  while (start < text.length && text[start]!.trim() === '') start++;
  while (end > start && text[end - 1]?.trim() === '') end--;
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
    opens: text.slice(0, start).trim() === '',
    closes: text.slice(end).trim() === '',
  };
};

const sourceText = (issue: Issue, { source }: PlacedLine): string | null => {
  if (source === null) return null;
  const story = storyOf(issue, source.story);
  switch (source.part) {
    case 'body':
      return story.paragraphs[source.paragraph]?.text ?? null;
    case 'item-byline':
      return story.paragraphs[source.paragraph]?.byline ?? null;
    case 'caption': {
      const picture = story.pictures[source.paragraph];
      return picture ? captionText(picture) : null;
    }
    case 'standfirst':
    case 'byline':
    case 'credit':
      return story[source.part];
    case 'kicker':
    case 'headline':
    case 'deck':
      /* Broken by the editor too: read from the lines above and below instead. */
      return null;
  }
};

const isHeadText = ({ part, vertical }: PrintedLine): boolean =>
  !vertical && (part === 'kicker' || part === 'headline' || part === 'deck');

const amongHeadLines = (lines: readonly PrintedLine[], at: number): PrintedLine => {
  const line = lines[at]!;
  const kin = (other: PrintedLine | undefined) =>
    other?.frame === line.frame && other.part === line.part && other.role === line.role ? other : null;
  const above = kin(lines[at - 1]);
  const below = kin(lines[at + 1]);
  const endsAtSpace = line.text.trimEnd() !== line.text;
  return {
    ...line,
    before: above ? above.text.slice(-AROUND) : '',
    after: below ? (endsAtSpace ? ' ' : '') + below.text.slice(0, AROUND) : '',
    opens: above === null,
    closes: below === null,
  };
};
