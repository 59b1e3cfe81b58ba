/**
 * Edits of text over ranges of places: typing, deleting, splitting and joining paragraphs, pasting, marks over several
 * paragraphs. All go through `replaceRange`, which finds what kind of edit it is and how little has to change: a
 * character typed costs its paragraph, a paragraph split is one field and one paragraph more.
 *
 * Roles: joined paragraphs have the first one's role, unless that one is an empty line; what is split off a subhead's
 * end is body, what is split off an item is an item. The byline of a brief stays at the end of its text. Pure.
 */
import type { Draft } from 'mutative';
import { checkedText, type EditedIssue, editAt, editWith, inTurn, type ListChange } from './edit.ts';
import { areHeadlineBreaks, isHeadlinePart, mappedBreaks } from './headline-break-offsets.ts';
import type { Issue, Mark, Paragraph, ParagraphRole, Story } from './issue.ts';
import {
  areNormalMarks,
  isCharacterEdge,
  MARK_NAMES,
  mappedMarks,
  markedWith,
  normalMarks,
  sameMarks,
  toggledMarks,
} from './marks.ts';
import { storyAt } from './story-edits.ts';
import { isOneRange, orderedRange, type TextPart, type TextPlace, textOf } from './text-place.ts';

/** One paragraph of inserted text. */
export interface InsertedLine {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface TextEdit extends EditedIssue {
  /** Where the caret stands after it. */
  readonly caret: TextPlace;
}

/** A text as a line without marks. */
export const plainLine = (text: string): InsertedLine => ({ text, marks: [] });

/** The parts whose lines the editor may break himself. */
const BROKEN_PARTS: readonly TextPart[] = ['kicker', 'headline', 'deck', 'standfirst'];

const NOTHING: readonly InsertedLine[] = [plainLine('')];

/**
 * Replaces the range by the lines. In the body a line more is a paragraph more (Enter is two empty lines); kicker,
 * headline, deck and standfirst take the lines with breaks between them, the other parts without. `from` and `to` are
 * of one text, or of two paragraphs of one body. `breaksOf` proposes the breaks of a changed headline part; without it
 * the stored ones move with their text. Typed text has the marks that it is typed into (marks.ts), and its own.
 */
export const replaceRange = (
  issue: Issue,
  from: TextPlace,
  to: TextPlace,
  lines: readonly InsertedLine[],
  breaksOf?: (text: string) => readonly number[],
  name?: string,
): TextEdit => {
  const { index, story } = checkedRange(issue, from, to);
  const inserted = lines.length === 0 ? NOTHING : lines;
  for (const line of inserted) checkedLine(line);
  const change: Change = { issue, index, story, from, to, name: name ?? nameOf(story, from, to, inserted) };
  if (from.part === 'body') return inBody(change, inserted);
  const text = inserted.map((line) => line.text).join(BROKEN_PARTS.includes(from.part) ? '\n' : '');
  return {
    ...inOneText(change, text, breaksOf),
    caret: { ...from, offset: from.offset + text.length },
  };
};

interface Change {
  readonly issue: Issue;
  /** The story, and its index. */
  readonly index: number;
  readonly story: Story;
  readonly from: TextPlace;
  readonly to: TextPlace;
  readonly name: string;
}

const checkedRange = (issue: Issue, from: TextPlace, to: TextPlace) => {
  if (!isOneRange(from, to)) throw new Error(`no range ${JSON.stringify(from)}–${JSON.stringify(to)}`);
  if (orderedRange(from, to).from !== from) throw new Error(`range ends before it starts: ${from.offset}`);
  const at = storyAt(issue, from.story);
  for (const { part, paragraph, offset } of [from, to]) {
    const text = textOf(at.story, part, paragraph);
    if (!isCharacterEdge(text, offset)) throw new Error(`no offset ${offset} of ${text.length}`);
  }
  return at;
};

const checkedLine = ({ text, marks }: InsertedLine): void => {
  checkedText(text, 'one-line');
  const whole = marks.every((m) => isCharacterEdge(text, m.from) && isCharacterEdge(text, m.to));
  if (!areNormalMarks(marks, text.length) || !whole)
    throw new Error(`marks out of form: ${JSON.stringify(marks)}`);
};

/** What the undo menu calls it. */
const nameOf = (story: Story, from: TextPlace, to: TextPlace, lines: readonly InsertedLine[]): string => {
  const empty = from.paragraph === to.paragraph && from.offset === to.offset;
  const [first] = lines;
  if (lines.length === 1 && first!.text === '') {
    const joins =
      to.paragraph === from.paragraph + 1 &&
      to.offset === 0 &&
      from.offset === textOf(story, from.part, from.paragraph).length;
    return joins ? '合并段落' : '删除文字';
  }
  if (lines.length === 2 && lines.every(({ text }) => text === '') && empty)
    return from.part === 'body' ? '分段' : '换行';
  return lines.length === 1 && first!.marks.length === 0 ? '输入文字' : '粘贴';
};

/** A part of the story, a brief's byline or a caption. */
const inOneText = (
  { issue, index, story, from, to, name }: Change,
  insert: string,
  breaksOf?: (text: string) => readonly number[],
): EditedIssue => {
  const { part, paragraph } = from;
  const before = textOf(story, part, paragraph);
  const text = before.slice(0, from.offset) + insert + before.slice(to.offset);
  if (text === before) return editAt(issue, name, []);
  return editWith(issue, name, (draft) => {
    const target = draft.stories[index]!;
    if (part === 'item-byline') target.paragraphs[paragraph]!.byline = text;
    else if (part === 'caption') target.pictures[paragraph]!.caption = text;
    else if (part !== 'body') target[part] = text;
    if (!isHeadlinePart(part)) return;
    const stored = story.breaks[part];
    const breaks = breaksOf
      ? breaksOf(text)
      : mappedBreaks(stored, from.offset, to.offset, insert.length).filter((at) => at < text.length);
    if (!areHeadlineBreaks(breaks, text)) throw new Error(`breaks out of form: ${JSON.stringify(breaks)}`);
    if (breaks.length !== stored.length || breaks.some((at, i) => at !== stored[i]))
      target.breaks[part] = [...breaks];
  });
};

const inBody = (change: Change, lines: readonly InsertedLine[]): TextEdit => {
  const { issue, story, from, to, name } = change;
  const last = lines.at(-1)!;
  const split = lines.length > 1;
  const caret: TextPlace = {
    ...from,
    paragraph: from.paragraph + lines.length - 1,
    offset: split ? last.text.length : from.offset + last.text.length,
  };
  if (story.paragraphs.length === 0) return { ...intoNothing(change, lines), caret };
  const first = story.paragraphs[from.paragraph]!;
  const closing = story.paragraphs[to.paragraph]!;
  const head = cutAt(first, 0, from.offset);
  const tail = cutAt(closing, to.offset, closing.text.length);
  if (from.paragraph === to.paragraph && !split)
    return {
      ...editParagraph(change, from.paragraph, typedInto(first, from.offset, to.offset, last)),
      caret,
    };
  if (lines.length + to.paragraph - from.paragraph > MANY)
    return { ...inBulk(change, head, lines, tail), caret };
  const steps: ((issue: Issue) => EditedIssue)[] = [];
  const edit = (paragraph: number, value: Partial<Paragraph>) =>
    steps.push((at) => editParagraph({ ...change, issue: at }, paragraph, value));
  const list = (changes: readonly ListChange[]) => steps.push((at) => editAt(at, name, changes));
  const path = ['stories', change.index, 'paragraphs'];
  /* From the last on, so that each index is still true. */
  const taken = (end: number) => {
    const changes: ListChange[] = [];
    for (let i = end; i > from.paragraph; i--) changes.push({ take: story.paragraphs[i]!, path, index: i });
    if (changes.length > 0) list(changes);
  };
  if (!split) {
    taken(to.paragraph);
    edit(from.paragraph, {
      ...joined(joined(head, last), tail),
      role: first.text === '' && from.offset === 0 && to.offset === 0 ? closing.role : first.role,
      byline: first.byline + closing.byline,
    });
    return { ...inTurn(issue, name, steps), caret };
  }
  const put = (value: Paragraph, at: number): ListChange => ({ put: value, path, index: at });
  const opening = joined(head, lines[0]!);
  const ending = joined(last, tail);
  const same = from.paragraph === to.paragraph;
  if (same)
    list([
      put({ ...ending, role: roleAfter(first.role, tail.text), byline: first.byline }, from.paragraph + 1),
    ]);
  else {
    taken(to.paragraph - 1);
    edit(from.paragraph + 1, ending);
  }
  /* All at once: each change on its own would copy the list. */
  const between = lines
    .slice(1, -1)
    .map((line, i) =>
      put(
        { ...copied(line), role: first.role === 'item' ? 'item' : 'body', byline: '' },
        from.paragraph + 1 + i,
      ),
    );
  if (between.length > 0) list(between);
  edit(from.paragraph, {
    ...opening,
    /* Enter at a subhead's start makes room above it. */
    role: same && first.role === 'subhead' && opening.text === '' && tail.text !== '' ? 'body' : first.role,
    byline: same ? '' : first.byline,
  });
  return { ...inTurn(issue, name, steps), caret };
};

/** More paragraphs than this are put in, or taken out, by giving the story its new list: patches one by one would each move the rest. */
const MANY = 40;

const inBulk = (
  { issue, index, story, from, to, name }: Change,
  head: InsertedLine,
  lines: readonly InsertedLine[],
  tail: InsertedLine,
): EditedIssue => {
  const first = story.paragraphs[from.paragraph]!;
  const closing = story.paragraphs[to.paragraph]!;
  const [opening, last] = [lines[0]!, lines.at(-1)!];
  const same = from.paragraph === to.paragraph;
  const role = first.role === 'item' ? 'item' : 'body';
  const made: Paragraph[] =
    lines.length === 1
      ? [
          {
            ...joined(joined(head, last), tail),
            role: first.text === '' && from.offset === 0 && to.offset === 0 ? closing.role : first.role,
            byline: first.byline + closing.byline,
          },
        ]
      : [
          { ...joined(head, opening), role: first.role, byline: same ? '' : first.byline },
          ...lines.slice(1, -1).map((line): Paragraph => ({ ...copied(line), role, byline: '' })),
          {
            ...joined(last, tail),
            role: same ? roleAfter(first.role, tail.text) : closing.role,
            byline: same ? first.byline : closing.byline,
          },
        ];
  return editWith(issue, name, (draft) => {
    draft.stories[index]!.paragraphs = [
      ...story.paragraphs.slice(0, from.paragraph),
      ...made,
      ...story.paragraphs.slice(to.paragraph + 1),
    ] as Draft<Paragraph>[];
  });
};

const roleAfter = (role: ParagraphRole, rest: string): ParagraphRole =>
  role === 'subhead' && rest === '' ? 'body' : role;

/** A body without paragraphs gets its first. */
const intoNothing = ({ issue, index, name }: Change, lines: readonly InsertedLine[]): EditedIssue => {
  const values = lines.map((line): Paragraph => ({ ...copied(line), role: 'body', byline: '' }));
  if (values.length > MANY)
    return editWith(issue, name, (draft) => {
      draft.stories[index]!.paragraphs = values as Draft<Paragraph>[];
    });
  const path = ['stories', index, 'paragraphs'];
  const changes = values.map((put, at) => ({ put, path, index: at }));
  return editAt(issue, name, lines.length === 1 && lines[0]!.text === '' ? [] : changes);
};

const copied = ({ text, marks }: InsertedLine): InsertedLine => ({ text, marks: [...marks] });

const cutAt = ({ text, marks }: Paragraph, from: number, to: number): InsertedLine => ({
  text: text.slice(from, to),
  marks: normalMarks(
    marks.map((m) => ({ ...m, from: Math.max(m.from, from) - from, to: Math.min(m.to, to) - from })),
  ),
});

const joined = (a: InsertedLine, b: InsertedLine): InsertedLine => ({
  text: a.text + b.text,
  marks: normalMarks([...a.marks, ...shifted(b.marks, a.text.length)]),
});

const shifted = (marks: readonly Mark[], by: number): readonly Mark[] =>
  marks.map((m) => ({ ...m, from: m.from + by, to: m.to + by }));

const typedInto = (value: Paragraph, from: number, to: number, line: InsertedLine): InsertedLine => ({
  text: value.text.slice(0, from) + line.text + value.text.slice(to),
  marks: normalMarks([...mappedMarks(value.marks, from, to, line.text.length), ...shifted(line.marks, from)]),
});

/** Sets the fields that change, and no others. */
const editParagraph = (
  { issue, index, name }: Pick<Change, 'issue' | 'index' | 'name'>,
  paragraph: number,
  wanted: Partial<Paragraph>,
): EditedIssue => {
  const now = issue.stories[index]!.paragraphs[paragraph]!;
  const { text = now.text, marks = now.marks, role = now.role, byline = now.byline } = wanted;
  return editWith(issue, name, (draft) => {
    const target = draft.stories[index]!.paragraphs[paragraph]!;
    if (text !== now.text) target.text = text;
    if (!sameMarks(marks, now.marks)) target.marks = [...marks];
    if (role !== now.role) target.role = role;
    if (byline !== now.byline) target.byline = byline;
  });
};

/**
 * Gives the range the mark, or takes it away where all of it has it: over as many paragraphs of the body as it spans.
 * The other parts have no marks: there nothing changes.
 */
export const toggleMarkOver = (
  issue: Issue,
  from: TextPlace,
  to: TextPlace,
  kind: Mark['kind'],
): EditedIssue => {
  const { index, story } = checkedRange(issue, from, to);
  const name = MARK_NAMES[kind];
  if (from.part !== 'body') return editAt(issue, name, []);
  const ranges = story.paragraphs.slice(from.paragraph, to.paragraph + 1).flatMap((value, i) => {
    const paragraph = from.paragraph + i;
    const range: Mark = {
      from: i === 0 ? from.offset : 0,
      to: paragraph === to.paragraph ? to.offset : value.text.length,
      kind,
    };
    return range.from < range.to ? [{ paragraph, range, marks: value.marks }] : [];
  });
  const covered = ({ marks, range }: (typeof ranges)[number]) =>
    marks.some((m) => m.kind === kind && m.from <= range.from && m.to >= range.to);
  const takesAway = ranges.every(covered);
  return editWith(issue, name, (draft) => {
    for (const { paragraph, range, marks } of ranges) {
      const next = takesAway ? toggledMarks(marks, range) : markedWith(marks, range);
      if (!sameMarks(next, marks)) draft.stories[index]!.paragraphs[paragraph]!.marks = [...next];
    }
  });
};
