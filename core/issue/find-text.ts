/**
 * Find and replace 查找替换 over the issue: every text that can hold a caret, stories in the order of the copy, texts in
 * reading order; and beside them the facts that are no story's (issue-facts.ts).
 *
 * Limits: no patterns; a match does not run over a paragraph's end or a break that the editor set. Pure.
 */
import { checkedText, type EditedIssue, editAt, editWith, inTurn } from './edit.ts';
import { areHeadlineBreaks, isHeadlinePart, mappedBreaks } from './headline-break-offsets.ts';
import type { HeadlinePart, Issue, Mark, Story } from './issue.ts';
import { factsOf, type IssueFact } from './issue-facts.ts';
import { isCharacterEdge, mappedMarks, sameMarks } from './marks.ts';
import { type Match, type MatchOptions, matchesIn } from './match-text.ts';
import { markedText } from './script-forms.ts';
import { storyAt } from './story-edits.ts';
import { partsOf, sameText, type TextName, type TextRange, textOf } from './text-place.ts';

export interface FindOptions extends MatchOptions {
  readonly query: string;
}

/** Matches in reading order; they never overlap. None for an empty query. */
export const findText = (issue: Issue, options: FindOptions): readonly TextRange[] => {
  if (options.query === '') return [];
  return issue.stories.flatMap((story) =>
    partsOf(story).flatMap((name) =>
      matchesIn(soughtText(story, name), options.query, options).map(({ from, to }) => ({
        from: { ...name, offset: from },
        to: { ...name, offset: to },
      })),
    ),
  );
};

/** 10⁴ is not found by 104: superscripts and subscripts say what they are, in as many units. */
const soughtText = (story: Story, { part, paragraph }: TextName): string => {
  const text = textOf(story, part, paragraph);
  return part === 'body' ? markedText(text, story.paragraphs[paragraph]?.marks ?? []) : text;
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

/** A match in a fact; `fact` as `factsOf` gave it for this issue. */
export interface FactMatch extends Match {
  readonly fact: IssueFact;
}

/** Matches in the facts that are no story's. */
export const findFacts = (issue: Issue, options: FindOptions): readonly FactMatch[] =>
  factsOf(issue).flatMap((fact) =>
    matchesIn(fact.text, options.query, options).map((match) => ({ ...match, fact })),
  );

export interface ReplacedFacts {
  readonly edited: EditedIssue;
  readonly replaced: number;
  /** Those that are made of other facts, or would not take the text. */
  readonly refused: readonly FactMatch[];
}

/** Replaces the matches that `findFacts` gave for this issue; one edit. */
export const replaceFacts = (
  issue: Issue,
  matches: readonly FactMatch[],
  replacement: string,
): ReplacedFacts => {
  const steps: ((at: Issue) => EditedIssue)[] = [];
  const refused: FactMatch[] = [];
  let replaced = 0;
  for (const fact of new Set(matches.map((match) => match.fact))) {
    const own = matches.filter((match) => match.fact === fact);
    let text = fact.text;
    for (const { from, to } of own.toReversed()) text = text.slice(0, from) + replacement + text.slice(to);
    const { set } = fact;
    const made = set?.(issue, text);
    if (!set || !made || 'fault' in made) refused.push(...own);
    else {
      replaced += own.length;
      steps.push((at) => {
        const edited = set(at, text);
        return 'fault' in edited ? editAt(at, '', []) : edited;
      });
    }
  }
  return { edited: inTurn(issue, `全部替换（${replaced} 处）`, steps), replaced, refused };
};
