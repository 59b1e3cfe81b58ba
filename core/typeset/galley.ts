/**
 * The galley 毛样: a story's body as lines of one measure, before they are placed. Each galley line is one line of
 * the page's grid and may hold two set lines (a paragraph's end with the byline set right on the same line).
 * Pure; paragraphs already set are kept by the paragraph value itself, so that an edit costs its own paragraph.
 */
import { family, KEY_ALONE, kept } from '../cache.ts';
import type { Paragraph, Story } from '../issue/issue.ts';
import type { Stylebook } from '../publication/publication.ts';
import { type Analysis, analyse } from './analysis.ts';
import { type GalleyPart, type GalleyRole, type Passage, passagesOf } from './passages.ts';
import type { SetLine } from './set-line.ts';
import type { SetStyle } from './set-style.ts';
import { type SetParagraph, setAnalysed, setOtherwise, typesetParagraph } from './typeset-paragraph.ts';
import type { Typesetting } from './typesetting.ts';

export interface GalleyText {
  readonly line: SetLine;
  /** Points added to the line's x. */
  readonly shift: number;
  readonly role: GalleyRole;
  readonly part: GalleyPart;
  /** Paragraph index in the body; 0 in the other parts. */
  readonly paragraph: number;
  /** What to add to a run's offset to get the offset in the story's text (a set-in ● is not in the text). */
  readonly offset: number;
  /** True where the program made the text (（详见二版）): it stands nowhere in the story. */
  readonly made: boolean;
}

export interface GalleyLine {
  readonly parts: readonly GalleyText[];
  /** First and last line of a paragraph, for widows and orphans; subheads stay with the next line. */
  readonly first: boolean;
  readonly last: boolean;
  readonly keepWithNext: boolean;
  /** A byline: it does not open a column away from what it closes. */
  readonly keepWithPrevious: boolean;
  /** A line of an item of a list that is not its first: an item stays whole where it can. */
  readonly withinItem: boolean;
  /** Where this line begins: from here the story can be set on at another measure. */
  readonly start: Resume;
}

export interface Galley {
  /** em. */
  readonly measure: number;
  readonly lines: readonly GalleyLine[];
  /** Code points that no face has. */
  readonly missing: readonly number[];
}

/** A place in a story's body: passage, and UTF-16 offset in its text as it is set. */
export interface Resume {
  readonly passage: number;
  readonly offset: number;
}

export const FROM_THE_START: Resume = { passage: 0, offset: 0 };

/** What is kept of a paragraph in one style: its analysis, and its lines by measure. */
interface KeptParagraph {
  readonly style: SetStyle;
  readonly analysis: Analysis;
  readonly byMeasure: Map<number, SetParagraph>;
  /** Set into a line more or fewer, by measure and number; null where that cannot be done well. */
  readonly otherwise: Map<string, SetParagraph | null>;
  /** As galley lines, by place, measure and number of lines. */
  readonly lines: Map<string, PassageLines>;
}

/** Of a paragraph all styles: the editor's, and those that a change of the stylebook tries. */
export const PARAGRAPHS = family<Paragraph, KeptParagraph[]>('set paragraphs');

/** Least distance between a paragraph's end and a byline on the same line, em. */
const BYLINE_DISTANCE = 1;

/** Passages that are to take a line more (1) or fewer (−1) than they take best, by their index. */
export type LineChanges = ReadonlyMap<number, 1 | -1>;
const NO_CHANGES: LineChanges = new Map();

/** What a galley is set of, and how. */
export interface GalleySetting {
  readonly story: Story;
  readonly book: Stylebook;
  /** em. */
  readonly measure: number;
  readonly typesetting: Typesetting;
}

/** Sets a story's body from `resume` on. A change that cannot be set well is left out. */
export const setGalley = (
  setting: GalleySetting,
  resume: Resume = FROM_THE_START,
  changes: LineChanges = NO_CHANGES,
): Galley => setPassages(setting, resume, Number.POSITIVE_INFINITY, changes);

/** The galley lines of the passages from `resume` up to the one at `end`, by themselves. */
export const setPassages = (
  { story, book, measure, typesetting }: GalleySetting,
  resume: Resume,
  end: number,
  changes: LineChanges,
): Galley => {
  const lines: GalleyLine[] = [];
  const missing: number[] = [];
  const width = measure * book.body.size;
  const passages = passagesOf(story, book, typesetting.cache);
  for (let index = resume.passage; index < Math.min(end, passages.length); index++) {
    const whole = passages[index]!;
    const cut = index === resume.passage ? resume.offset : 0;
    const passage = cut > 0 ? restOf(whole, cut) : whole;
    const by = changes.get(index) ?? 0;
    const own = passage.kept
      ? keptLines(passage, passage.kept, index, measure, typesetting, by)
      : freshLines(passage, index, cut, typesetPassage(passage, measure, typesetting), width);
    for (const codePoint of own.missing) missing.push(codePoint);
    const only = own.lines[0]?.parts[0];
    if (passage.right && only && own.lines.length === 1 && joinLast(lines, only, width, book)) continue;
    for (const line of own.lines) lines.push(line);
  }
  return { measure, lines, missing };
};

/**
 * Where what is set together with a passage ends: the lines set right after it may stand on its last one
 * (`joinLast`), on those of no other.
 */
export const endOfPassage = ({ story, book, typesetting }: GalleySetting, passage: number): number => {
  const passages = passagesOf(story, book, typesetting.cache);
  let end = passage + 1;
  while (passages[end]?.right) end++;
  return end;
};

interface PassageLines {
  readonly lines: readonly GalleyLine[];
  readonly missing: readonly number[];
}

const freshLines = (
  passage: Passage,
  index: number,
  cut: number,
  set: SetParagraph,
  width: number,
): PassageLines => ({
  missing: set.missing,
  lines: set.lines.map((line, i) => ({
    parts: [
      {
        line,
        shift: passage.right ? width - line.width - line.indent : 0,
        role: passage.role,
        part: passage.part,
        paragraph: passage.paragraph,
        offset: cut - passage.prefix,
        made: passage.made,
      },
    ],
    /* A byline belongs to the paragraph's end: it never counts as a paragraph's first line. */
    first: line.first && !passage.right && cut === 0,
    last: i === set.lines.length - 1,
    keepWithNext: passage.keepWithNext,
    keepWithPrevious: passage.right && i === 0,
    withinItem: passage.item && i > 0,
    start: { passage: index, offset: cut + line.from },
  })),
});

/** The lines of a whole paragraph: the same objects while it stands at the same place, so that layout knows them. */
const keptLines = (
  passage: Passage,
  paragraph: Paragraph,
  index: number,
  measure: number,
  typesetting: Typesetting,
  by: 0 | 1 | -1,
): PassageLines => {
  const own = keptParagraph(paragraph, passage, typesetting);
  const key = `${index} ${passage.paragraph} ${measure} ${by}`;
  let lines = own.lines.get(key);
  if (!lines) {
    lines = freshLines(passage, index, 0, setKept(own, passage, measure, typesetting, by), 0);
    own.lines.set(key, lines);
  }
  return lines;
};

/** What is left of a passage from a line's start on: set on without an indent. */
const restOf = (passage: Passage, offset: number): Passage => ({
  ...passage,
  text: passage.text.slice(offset),
  marks: passage.marks
    .filter((m) => m.to > offset)
    .map((m) => ({ ...m, from: Math.max(0, m.from - offset), to: m.to - offset })),
  style: { ...passage.style, indent: 0 },
  kept: null,
});

const SET_PASSAGES = family<Passage, SetParagraph>('set passages');

/** Of bylines and their like, which no paragraph keeps: as it was set last. */
const typesetPassage = (passage: Passage, measure: number, { fonts, cache }: Typesetting): SetParagraph =>
  kept(cache, SET_PASSAGES, passage, [measure], () =>
    typesetParagraph(passage.text, passage.style, measure, fonts, passage.marks),
  );

const setKept = (
  { analysis, byMeasure, otherwise }: KeptParagraph,
  { marks }: Passage,
  measure: number,
  { fonts }: Typesetting,
  by: 0 | 1 | -1,
): SetParagraph => {
  if (by !== 0) {
    const key = `${measure} ${by}`;
    let other = otherwise.get(key);
    if (other === undefined) {
      other = setOtherwise(analysis, measure, by);
      otherwise.set(key, other);
    }
    if (other) return other;
  }
  let set = byMeasure.get(measure);
  if (!set) {
    set = setAnalysed(analysis, measure, fonts, marks);
    byMeasure.set(measure, set);
  }
  return set;
};

const noStyles = (): KeptParagraph[] => [];

/** Styles are the same objects as long as the stylebook is (passage-styles.ts), so they are told apart by identity. */
const keptParagraph = (
  paragraph: Paragraph,
  { text, style, marks }: Passage,
  { fonts, cache }: Typesetting,
): KeptParagraph => {
  const all = kept(cache, PARAGRAPHS, paragraph, KEY_ALONE, noStyles);
  for (const known of all) if (known.style === style) return known;
  const own: KeptParagraph = {
    style,
    analysis: analyse(text, marks, style, fonts),
    byMeasure: new Map(),
    otherwise: new Map(),
    lines: new Map(),
  };
  all.push(own);
  return own;
};

/** Puts a byline on the last line where there is room; false where there is none. */
const joinLast = (lines: GalleyLine[], text: GalleyText, width: number, book: Stylebook): boolean => {
  const last = lines[lines.length - 1];
  const tail = last?.parts[last.parts.length - 1];
  if (!last || !tail || last.keepWithNext) return false;
  const ends = tail.shift + tail.line.indent + tail.line.width;
  if (text.line.width > width - ends - BYLINE_DISTANCE * book.body.size) return false;
  lines[lines.length - 1] = { ...last, parts: [...last.parts, text] };
  return true;
};
