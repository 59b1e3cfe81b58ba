/**
 * Marks 标记 of a paragraph: bold, emphasis, superscript and subscript over ranges of its text. Kept in one normal
 * form, so that equal looks are equal values: sorted by start, then kind; ranges of one kind neither touch nor overlap,
 * and nothing is superscript and subscript at once. Pure.
 */
import { MARK_KINDS, type Mark } from './issue.ts';

/** 标记 by the names that an edit is undone by. */
export const MARK_NAMES: Readonly<Record<Mark['kind'], string>> = {
  bold: '加粗',
  emphasis: '着重',
  superscript: '上标',
  subscript: '下标',
};

/** What a mark takes away where it is given. */
const RIVALS: Readonly<Partial<Record<Mark['kind'], Mark['kind']>>> = {
  superscript: 'subscript',
  subscript: 'superscript',
};

/** The marks without that kind over the range. */
const without = (marks: readonly Mark[], kind: Mark['kind'], { from, to }: Mark): readonly Mark[] =>
  marks.flatMap((m) =>
    m.kind === kind
      ? [
          { ...m, to: Math.min(m.to, from) },
          { ...m, from: Math.max(m.from, to) },
        ]
      : [m],
  );

/** Of two rivals over the same text the superscript stays. */
const withoutRivals = (marks: readonly Mark[]): readonly Mark[] => {
  if (!marks.some(({ kind }) => kind === 'subscript')) return marks;
  return marks
    .filter(({ kind, from, to }) => kind === 'superscript' && from < to)
    .reduce((left, raised) => without(left, 'subscript', raised), marks);
};

/** The normal form: ranges of one kind that touch become one, empty ones go. */
export const normalMarks = (marks: readonly Mark[]): readonly Mark[] => {
  const out: Mark[] = [];
  const apart = withoutRivals(marks);
  for (const kind of MARK_KINDS) {
    const ranges = apart
      .filter((m) => m.kind === kind && m.from < m.to)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    let open: { from: number; to: number } | null = null;
    for (const { from, to } of ranges) {
      if (open && from <= open.to) open.to = Math.max(open.to, to);
      else {
        if (open) out.push({ ...open, kind });
        open = { from, to };
      }
    }
    if (open) out.push({ ...open, kind });
  }
  return out.sort((a, b) => a.from - b.from || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind));
};

export const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((m, i) => m.from === b[i]!.from && m.to === b[i]!.to && m.kind === b[i]!.kind);

/** True for marks in normal form within a text of that length. */
export const areNormalMarks = (marks: readonly Mark[], length: number): boolean =>
  marks.every(
    (m) =>
      Number.isInteger(m.from) && Number.isInteger(m.to) && m.from >= 0 && m.from < m.to && m.to <= length,
  ) && sameMarks(marks, normalMarks(marks));

/** Removes the kind from the range where all of it has it, else gives it to all of the range, in its rival's place. */
export const toggledMarks = (marks: readonly Mark[], range: Mark): readonly Mark[] => {
  const same = marks.filter((m) => m.kind === range.kind);
  const covered = same.some((m) => m.from <= range.from && m.to >= range.to);
  if (covered) return normalMarks(without(marks, range.kind, range));
  return markedWith(marks, range);
};

/** With the range marked; a raised text that is lowered is raised no more. */
export const markedWith = (marks: readonly Mark[], range: Mark): readonly Mark[] => {
  const rival = RIVALS[range.kind];
  return normalMarks([...(rival ? without(marks, rival, range) : marks), range]);
};

/**
 * The marks after `text[from, to)` became a text of `inserted` units. What is typed inside a mark has it, at its
 * edges has it not; what replaces text that was all marked has the mark, what replaces other text has it not.
 */
export const mappedMarks = (
  marks: readonly Mark[],
  from: number,
  to: number,
  inserted: number,
): readonly Mark[] => {
  const shift = inserted - (to - from);
  const mapped = (m: Mark): Mark => {
    const within = from === to ? m.from < from && m.to > to : m.from <= from && m.to >= to;
    if (within) return { ...m, to: m.to + shift };
    if (m.to <= from) return m;
    if (m.from >= to) return { ...m, from: m.from + shift, to: m.to + shift };
    return m.from < from
      ? { ...m, to: from }
      : { ...m, from: from + inserted, to: Math.max(m.to, to) + shift };
  };
  return normalMarks(marks.map(mapped));
};

/** The smallest replacement that turns one text into the other, never cutting a surrogate pair. */
export const textReplacement = (
  before: string,
  after: string,
): { from: number; to: number; insert: string } => {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** True where `offset` does not cut a surrogate pair. */
export const isCharacterEdge = (text: string, offset: number): boolean =>
  Number.isInteger(offset) &&
  offset >= 0 &&
  offset <= text.length &&
  !(offset > 0 && isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset)));
