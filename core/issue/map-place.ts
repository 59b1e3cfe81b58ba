/**
 * Problem: a place in a text is named by paragraph and offset, and an edit before it moves both. Whoever keeps a place
 * (selection, hits, marks of a proof) asks here where it is afterwards.
 * Method: paragraphs and pictures are values, so one that an edit did not touch is the same value at another index, or
 * one with the same text. Those that it did touch stand in stretches between untouched ones; a stretch is compared with the stretch that stands
 * at its place now, as one text, from both ends. What an edit replaced lies between the two ends.
 * Limits: one edit (or few) at a time; a paragraph that is moved and rewritten in one edit counts as replaced. Pure.
 */
import type { Issue, Story } from './issue.ts';
import { textReplacement } from './marks.ts';
import { hasText, type TextName, type TextPart, type TextPlace, textOf } from './text-place.ts';

/** Where a place is after an edit. */
export interface MappedPlace {
  readonly place: TextPlace;
  /** False where the characters on both sides of it were replaced: the place is where they were. */
  readonly isKept: boolean;
}

/** At a place where text comes in: before it, or after it. */
export type Side = 'before' | 'after';

/** Null where the story, or the text, is gone. */
export const mapPlace = (
  before: Issue,
  after: Issue,
  place: TextPlace,
  side: Side = 'before',
): MappedPlace | null => {
  const [was, is] = [before, after].map(({ stories }) => stories.find(({ id }) => id === place.story));
  if (!was || !is || !hasText(was, place.part, place.paragraph)) return null;
  if (was === is) return { place, isKept: true };
  switch (place.part) {
    case 'body':
    case 'item-byline':
    case 'caption':
      return place.paragraph in listOf(was, place.part)
        ? mapInList(was, is, place, side)
        : { place, isKept: false };
    default:
      return mapInText(textOf(was, place.part, 0), textOf(is, place.part, 0), place, side);
  }
};

/** Where the text is after an edit that left it as it is; null where it was changed or is gone. */
export const mapText = (before: Issue, after: Issue, name: TextName): TextName | null => {
  const [was, is] = [before, after].map(({ stories }) => stories.find(({ id }) => id === name.story));
  if (!was || !is || !hasText(was, name.part, name.paragraph)) return null;
  if (name.part !== 'body' && name.part !== 'item-byline' && name.part !== 'caption')
    return textOf(was, name.part, 0) === textOf(is, name.part, 0) ? name : null;
  const [old, own] = [listOf(was, name.part), listOf(is, name.part)];
  if (old[name.paragraph] === own[name.paragraph]) return name;
  /* Typing changes one text in its place: that is told without looking for any other. */
  if (old.length === own.length && old.filter((value, i) => value !== own[i]).length === 1) return null;
  const paragraph = pairsOf(was, is, name.part).now[name.paragraph] ?? -1;
  return paragraph < 0 ? null : paragraph === name.paragraph ? name : { ...name, paragraph };
};

const mapInText = (text: string, now: string, place: TextPlace, side: Side): MappedPlace => {
  const { offset, isKept } = mapOffset(text, now, place.offset, side);
  return { place: { ...place, offset }, isKept };
};

const mapOffset = (
  text: string,
  now: string,
  offset: number,
  side: Side,
): { readonly offset: number; readonly isKept: boolean } => {
  const { from, to, insert } = textReplacement(text, now);
  if (offset < from || (offset === from && (side === 'before' || from < to))) return { offset, isKept: true };
  if (offset >= to) return { offset: offset + insert.length - (to - from), isKept: true };
  return { offset: side === 'before' ? from : from + insert.length, isKept: false };
};

/** Between two paragraphs of a stretch: no text has it (core/issue/edit.ts refuses it). */
const SEAM = '\n';

const mapInList = (was: Story, is: Story, place: TextPlace, side: Side): MappedPlace | null => {
  const pairs = pairsOf(was, is, place.part);
  const at = pairs.now[place.paragraph]!;
  if (at >= 0) return { place: { ...place, paragraph: at }, isKept: true };
  const textsOf = (story: Story, [from, to]: Stretch): readonly string[] =>
    Array.from({ length: to - from }, (_, i) => textOf(story, place.part, from + i));
  const stretch = stretchAround(pairs, place.paragraph);
  const stands = standingFor(pairs, stretch);
  const [oldTexts, texts] = [textsOf(was, stretch), textsOf(is, stands)];
  /* As many as there were: each was changed in its place. */
  if (oldTexts.length === texts.length) {
    const own = place.paragraph - stretch[0];
    const mapped = mapInText(oldTexts[own]!, texts[own]!, place, side);
    return { ...mapped, place: { ...mapped.place, paragraph: stands[0] + own } };
  }
  if (texts.length === 0) return beside(is, pairs.before.length, stands[0], place);
  const start = oldTexts
    .slice(0, place.paragraph - stretch[0])
    .reduce((sum, text) => sum + text.length + SEAM.length, 0);
  const mapped = mapOffset(oldTexts.join(SEAM), texts.join(SEAM), start + place.offset, side);
  let left = mapped.offset;
  let paragraph = 0;
  while (paragraph + 1 < texts.length && left > texts[paragraph]!.length)
    left -= texts[paragraph++]!.length + SEAM.length;
  const offset = Math.min(left, texts[paragraph]!.length);
  return { place: { ...place, paragraph: stands[0] + paragraph, offset }, isKept: mapped.isKept };
};

/** Which paragraph, or picture, of the one list is which of the other; -1 for none. */
interface Pairs {
  /** Of each of the old list its index now. */
  readonly now: readonly number[];
  /** Of each of the new list its index before. */
  readonly before: readonly number[];
}

const listOf = (story: Story, part: TextPart): readonly object[] =>
  part === 'caption' ? story.pictures : story.paragraphs;

/** The same values; then those whose text is the same and stands once in both: an edit may make a moved one anew. */
const pairsOf = (was: Story, is: Story, part: TextPart): Pairs => {
  const [old, own] = [listOf(was, part), listOf(is, part)];
  const now = new Array<number>(old.length).fill(-1);
  const before = new Array<number>(own.length).fill(-1);
  const pair = (a: number, b: number): void => {
    now[a] = b;
    before[b] = a;
  };
  const places = new Map(own.map((value, at) => [value, at]));
  old.forEach((value, at) => {
    const there = places.get(value);
    if (there !== undefined) pair(at, there);
  });
  const left = placesByText(was, part, now);
  const right = placesByText(is, part, before);
  for (const [text, from] of left) {
    const to = right.get(text);
    if (text !== '' && from.length === 1 && to?.length === 1) pair(from[0]!, to[0]!);
  }
  return { now, before };
};

/** Of those without a partner, where each text stands. */
const placesByText = (story: Story, part: TextPart, partners: readonly number[]): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  partners.forEach((partner, at) => {
    if (partner >= 0) return;
    const text = textOf(story, part, at);
    places.set(text, [...(places.get(text) ?? []), at]);
  });
  return places;
};

/** Indices from and to. */
type Stretch = readonly [from: number, to: number];

/** Those around one that have no partner either. */
const stretchAround = ({ now }: Pairs, at: number): Stretch => {
  let [from, to] = [at, at + 1];
  while (from > 0 && now[from - 1]! < 0) from--;
  while (to < now.length && now[to]! < 0) to++;
  return [from, to];
};

/** What stands now between the neighbours of a stretch, and had no partner before. */
const standingFor = ({ now, before }: Pairs, [from, to]: Stretch): Stretch => {
  const left = from === 0 ? 0 : now[from - 1]! + 1;
  let right = left;
  while (right < before.length && before[right]! < 0) right++;
  if (right > left || to === now.length) return [left, right];
  /* Its left neighbour was moved away: it may stand before its right one. */
  const end = now[to]!;
  let begin = end;
  while (begin > 0 && before[begin - 1]! < 0) begin--;
  return [begin, end];
};

/** At the end of what stands before a text that is gone, else at the start of what follows. */
const beside = (is: Story, count: number, at: number, place: TextPlace): MappedPlace | null => {
  if (count === 0)
    return place.part === 'body' ? { place: { ...place, paragraph: 0, offset: 0 }, isKept: false } : null;
  const paragraph = at > 0 ? at - 1 : 0;
  const offset = at > 0 ? textOf(is, place.part, paragraph).length : 0;
  return { place: { ...place, paragraph, offset }, isKept: false };
};
