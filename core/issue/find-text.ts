/**
 * Find and replace 查找替换 over the issue: every text that can hold a caret, stories in the order of the copy, texts in
 * reading order. Case and width are folded unit by unit, so that an offset in the folded text is one in the text.
 *
 * Limits: no patterns; a match does not run over a paragraph's end or a break that the editor set; 记者署名 of pictures
 * are no texts of the page's caret and are not searched. Pure.
 */
import { checkedText, type EditedIssue, editWith } from './edit.ts';
import { areHeadlineBreaks, isHeadlinePart, mappedBreaks } from './headline-break-offsets.ts';
import type { HeadlinePart, Issue, Mark, Story } from './issue.ts';
import { isCharacterEdge, mappedMarks, sameMarks } from './marks.ts';
import { foldScripts, markedText } from './script-forms.ts';
import { storyAt } from './story-edits.ts';
import { partsOf, sameText, type TextName, type TextRange, textOf } from './text-place.ts';
import { isExtending } from './text-steps.ts';

export interface FindOptions {
  readonly query: string;
  readonly matchCase: boolean;
  /** Latin words and numbers only whole; Han stand anywhere. */
  readonly wholeWord?: boolean;
  /** Full-width and half-width forms count as equal: Ａ as A, ， as a comma, the full-width space as a space. */
  readonly ignoreWidth?: boolean;
}

/** Matches in reading order; they never overlap. None for an empty query. */
export const findText = (issue: Issue, options: FindOptions): readonly TextRange[] => {
  const query = folded(options.query, options);
  if (query === '') return [];
  return issue.stories.flatMap((story) =>
    partsOf(story).flatMap((name) => matchesIn(story, name, query, options)),
  );
};

const matchesIn = (story: Story, name: TextName, query: string, options: FindOptions): TextRange[] => {
  const source = textOf(story, name.part, name.paragraph);
  const marks = name.part === 'body' ? (story.paragraphs[name.paragraph]?.marks ?? []) : [];
  const text = folded(markedText(source, marks), options);
  const matches: TextRange[] = [];
  for (let at = text.indexOf(query); at >= 0; ) {
    const to = wholeEnd(source, at + query.length);
    const found =
      isCharacterEdge(source, at) &&
      isCharacterEdge(source, at + query.length) &&
      (options.wholeWord !== true || isWhole(text, at, at + query.length));
    if (found) matches.push({ from: { ...name, offset: at }, to: { ...name, offset: to } });
    at = text.indexOf(query, found ? to : at + 1);
  }
  return matches;
};

/** What belongs to the last character goes with it: a variation selector must not be left to the next one. */
const wholeEnd = (text: string, end: number): number => {
  let at = end;
  for (let next = text.codePointAt(at); next !== undefined && isExtending(next); next = text.codePointAt(at))
    at += next > 0xffff ? 2 : 1;
  return at;
};

const WORD = /[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const isWord = (unit: string | undefined): boolean => unit !== undefined && WORD.test(unit);

const isWhole = (text: string, from: number, to: number): boolean =>
  !(isWord(text[from]) && isWord(text[from - 1])) && !(isWord(text[to - 1]) && isWord(text[to]));

/** Full-width ASCII stands 0xFEE0 above ASCII. */
const WIDE = /[\u3000\uff01-\uff5e]/g;
const narrow = (wide: string): string =>
  wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

const folded = (text: string, { matchCase, ignoreWidth }: FindOptions): string => {
  const plain = foldScripts(text);
  const even = ignoreWidth === true ? plain.replace(WIDE, narrow) : plain;
  if (matchCase) return even;
  const lower = even.toLowerCase();
  /* A letter whose small form is longer (İ) would move every offset after it. */
  return lower.length === even.length
    ? lower
    : [...even].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
};

/** One text with what is to be replaced in it, in order. */
interface Replaced {
  readonly name: TextName;
  readonly ranges: TextRange[];
}

/**
 * Replaces the matches, as `findText` gave them for this issue, by one text; one edit, one step to undo. `breaksOf`
 * proposes the breaks of a changed headline part; without it the stored ones move with their text.
 */
export const replaceAll = (
  issue: Issue,
  matches: readonly TextRange[],
  replacement: string,
  breaksOf?: (text: string) => readonly number[],
): EditedIssue => {
  checkedText(replacement, 'one-line');
  const texts: Replaced[] = [];
  for (const range of matches) {
    const open = texts.at(-1);
    if (open && sameText(open.name, range.from)) open.ranges.push(range);
    else texts.push({ name: range.from, ranges: [range] });
  }
  const changes = texts.map(({ name, ranges }) => changeOf(issue, name, ranges, replacement));
  return editWith(issue, `全部替换（${matches.length} 处）`, (draft) => {
    for (const { index, name, text, marks, breaks } of changes) {
      const target = draft.stories[index]!;
      const { part, paragraph } = name;
      if (part === 'body' || part === 'item-byline') {
        const own = target.paragraphs[paragraph]!;
        own[part === 'body' ? 'text' : 'byline'] = text;
        if (marks) own.marks = [...marks];
      } else if (part === 'caption') target.pictures[paragraph]!.caption = text;
      else target[part] = text;
      if (isHeadlinePart(part)) setBreaks(target.breaks, part, text, breaksOf?.(text) ?? breaks);
    }
  });
};

interface TextChange {
  readonly index: number;
  readonly name: TextName;
  readonly text: string;
  /** Null where they stay as they are. */
  readonly marks: readonly Mark[] | null;
  readonly breaks: readonly number[];
}

const changeOf = (
  issue: Issue,
  name: TextName,
  ranges: readonly TextRange[],
  replacement: string,
): TextChange => {
  const { index, story } = storyAt(issue, name.story);
  const { part, paragraph } = name;
  let text = textOf(story, part, paragraph);
  const before = part === 'body' ? (story.paragraphs[paragraph]?.marks ?? []) : [];
  let marks: readonly Mark[] = before;
  let breaks: readonly number[] = isHeadlinePart(part) ? story.breaks[part] : [];
  /* From the last on, so that each offset is still true. */
  let end = text.length;
  for (const { from, to } of [...ranges].reverse()) {
    const [a, b] = [from.offset, to.offset];
    if (!sameText(from, to) || a >= b || b > end || !isCharacterEdge(text, a) || !isCharacterEdge(text, b))
      throw new Error(`no match ${a}–${b} in ${part} ${paragraph} of ${name.story}`);
    text = text.slice(0, a) + replacement + text.slice(b);
    marks = mappedMarks(marks, a, b, replacement.length);
    breaks = mappedBreaks(breaks, a, b, replacement.length);
    end = a;
  }
  return { index, name, text, marks: sameMarks(marks, before) ? null : marks, breaks };
};

const setBreaks = (
  target: { [part in HeadlinePart]: number[] | readonly number[] },
  part: HeadlinePart,
  text: string,
  wanted: readonly number[],
): void => {
  const breaks = wanted.filter((at) => at < text.length);
  if (!areHeadlineBreaks(breaks, text)) throw new Error(`breaks out of form: ${JSON.stringify(breaks)}`);
  const now = target[part];
  if (breaks.length !== now.length || breaks.some((at, i) => at !== now[i])) target[part] = breaks;
};
