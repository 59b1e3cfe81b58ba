/**
 * Problem: where the lines of a headline may end by sense: never inside a word, a name, a number or a short
 * quotation. Proposed once, when a story is imported or its headline edited, and kept in the story, so that layout
 * segments nothing and every machine gives the same lines.
 * Method: the words (headline-words.ts) by a segmenter passed in; each boundary between two words is then judged by
 * what stands on either side: function words lean forward, particles and suffixes back, characters that no word
 * claims hang together and on the word before them, as a person's name on the title.
 * Limits: no grammar. In doubt it holds together: the editor adds a break more easily than misses a wrong one.
 */
import type { HeadlineBreaks, Issue, Story } from '../issue/issue.ts';
import { countCharacters } from './character-kinds.ts';
import {
  ADMINISTRATION,
  APPROXIMATE,
  CLOSERS,
  COMPLEMENTS,
  CONJUNCTIONS,
  ENDS_IN_HEAD_NOUN,
  FUNCTION_WORDS,
  HEAD_NOUNS,
  JOINERS,
  LEADING_WORDS,
  LEANS_BACK,
  MARKS,
  MEETING,
  NUMBERED,
  OFFICE,
  OPENERS,
  OWN_PLACE,
  PLACE_ENDS,
  PLACE_HEADS,
  PREFIXES,
  ROMAN,
  SESSION,
  STOPS,
  SUFFIXES,
  SURNAMES,
  TITLE,
  TRAILING_WORDS,
  WANTS_OBJECT,
  WITH_OFFICE,
} from './headline-word-classes.ts';
import { type HeadlineWord, headlineWords, type WordSegmenter } from './headline-words.ts';
import { NEWSPAPER_WORDS } from './newspaper-words.ts';

export type { WordSegmenter } from './headline-words.ts';

/** Longest quotation or bracket that stays on one line, and longest title 《…》, in characters between the marks. */
const SHORT_QUOTATION = 8;
const SHORT_TITLE = 10;
/** Of a longer one, no fewer characters stand beside its mark. */
const QUOTATION_EDGE = 3;
/** A longer row of characters that no word claims is no name. */
const LONGEST_NAME = 4;

const ORDINAL = /^第[〇零一二三四五六七八九十百千万亿两\d]+$/;

/** UTF-16 offsets at which a line of the text may end by sense, ascending. The editor's own `\n` is none of them. */
export const proposeHeadlineBreaks = (text: string, segment: WordSegmenter): readonly number[] => {
  const breaks: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const offset of lineBreaks(line, segment)) breaks.push(start + offset);
    start += line.length + 1;
  }
  return breaks;
};

export const proposeStoryBreaks = (story: Story, segment: WordSegmenter): HeadlineBreaks => ({
  kicker: proposeHeadlineBreaks(story.kicker, segment),
  headline: proposeHeadlineBreaks(story.headline, segment),
  deck: proposeHeadlineBreaks(story.deck, segment),
});

/** The issue of an import, with breaks proposed for every story. */
export const withHeadlineBreaks = (issue: Issue, segment: WordSegmenter): Issue => ({
  ...issue,
  stories: issue.stories.map((story) => ({ ...story, breaks: proposeStoryBreaks(story, segment) })),
});

const lineBreaks = (line: string, segment: WordSegmenter): readonly number[] => {
  if (line === '') return [];
  const words = headlineWords(line, segment);
  const held = heldTogether(line);
  const breaks: number[] = [];
  for (let i = 1; i < words.length; i++) {
    const at = words[i]!.from;
    if (held.has(at) || !mayPart(words, i)) continue;
    if (!isAlone(line.slice(0, at)) && !isAlone(line.slice(at))) breaks.push(at);
  }
  return breaks;
};

/** Offsets inside short quotations, and before a short bracket, which explains what it stands behind. */
const heldTogether = (line: string): ReadonlySet<number> => {
  const held = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (OPENERS.has(line[at]!)) open.push(at);
    if (!CLOSERS.has(line[at]!)) continue;
    const from = open.pop();
    if (from === undefined) continue;
    const longest = line[at] === '》' ? SHORT_TITLE : SHORT_QUOTATION;
    // Two units a character at most, so a longer slice need not be counted.
    const isLong = at - from > 2 * longest + 1 || countCharacters(line.slice(from + 1, at)) > longest;
    const edge = isLong ? QUOTATION_EDGE : at - from;
    for (let k = 1; k <= edge && from + k <= at; k++) held.add(from + k).add(at + 1 - k);
    if (!isLong && (line[from] === '（' || line[from] === '(')) held.add(from);
  }
  return held;
};

/** One character alone, with its marks, makes no line. */
const isAlone = (part: string): boolean =>
  part.length <= 6 && [...part].filter((c) => c.trim() !== '' && !MARKS.has(c)).length < 2;

/** Whether a line may end between `words[i - 1]` and `words[i]`. */
const mayPart = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!;
  const right = words[i]!;
  if (left.kind === 'space' || right.kind === 'space') return left.kind === 'space' && right.kind !== 'space';
  if (TRAILING_WORDS.has(right.text)) return false;
  if (left.kind === 'mark' || right.kind === 'mark') return mayPartAtMark(words, i);
  if (LEANS_BACK.has(right.text)) return false;
  if (CONJUNCTIONS.has(left.text)) return false;
  // 惠及, 波及: the end of a verb more often than “and”.
  if (right.text === '及' && isSingle(left)) return false;
  if (CONJUNCTIONS.has(right.text)) return true;
  switch (left.kind) {
    case 'counted':
      if (left.text.endsWith('届') && SESSION.test(right.text)) return false;
      return !leansForward(words, i - 1) && !hangsOn(words, i) && countCharacters(right.text) > 2;
    case 'number':
      // A bare number counts what follows it, whatever that is.
      return !leansForward(words, i - 1) && !hangsOn(words, i);
    case 'latin':
      return left.text.length > 2 && !hangsOn(words, i);
    default:
      return mayPartHan(words, i);
  }
};

const mayPartAtMark = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!.text;
  const right = words[i]!.text;
  if (CLOSERS.has(right) || STOPS.has(right) || JOINERS.has(right) || right === '…') return false;
  if (OPENERS.has(left) || JOINERS.has(left) || ROMAN.has(left) || left === '—') return false;
  if (right === '—') return true;
  if (OPENERS.has(right) || ROMAN.has(right)) return !leansForward(words, i - 1);
  if (LEANS_BACK.has(right) || (CLOSERS.has(left) && COMPLEMENTS.has(right))) return false;
  // “三送一强”活动, 常委（扩大）会议: the quotation names what follows.
  if (CLOSERS.has(left)) return !isSuffix(words, i) && !HEAD_NOUNS.has(right) && !MEETING.test(right);
  return true;
};

const mayPartHan = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!;
  const right = words[i]!;
  if (leansForward(words, i - 1) || LEADING_WORDS.has(left.text) || WANTS_OBJECT.test(left.text))
    return false;
  // 党的二十大, 党的纪律: whatever is the Party's.
  if (left.text === '的' ? words[i - 2]?.text === '党' : left.text === '党的') return false;
  if (right.kind === 'number' || right.kind === 'counted')
    return !NUMBERED.has(left.text) && (!isLoose(left) || isSuffix(words, i - 1));
  if (right.kind === 'latin') return true;
  // 提高|到38.6%
  if ((right.text === '到' || right.text === '至') && words[i + 1]?.kind === 'number') return false;
  if (hangsOn(words, i)) return false;
  if (HEAD_NOUNS.has(right.text)) return MEETING.test(words[i + 1]?.text ?? '');
  if (TITLE.test(right.text) && !WITH_OFFICE.test(right.text) && OFFICE.test(left.text)) return false;
  if (TITLE.test(left.text) && isNameOfOneWord(right)) return false;
  // 青河|县委, 清水|河畔: a place before its authority, and a name that the segmenter cuts.
  const goesOnPlace =
    ADMINISTRATION.test(right.text) || (PLACE_ENDS.has(right.text[0]!) && isShortUnknown(right));
  if (goesOnPlace && (isSingle(left) || isShortUnknown(left)) && !isFunctionWord(left)) return false;
  if (PLACE_HEADS.has(right.text)) return OWN_PLACE.test(left.text);
  return !(ENDS_IN_HEAD_NOUN.test(left.text) && MEETING.test(right.text));
};

const isSingle = (word: HeadlineWord | undefined): boolean =>
  word?.kind === 'han' && countCharacters(word.text) === 1;

const isFunctionWord = (word: HeadlineWord): boolean =>
  FUNCTION_WORDS.has(word.text) || CONJUNCTIONS.has(word.text) || LEANS_BACK.has(word.text);

/** A character without a word that may be part of a name. */
const isLoose = (word: HeadlineWord | undefined): boolean =>
  word !== undefined && isSingle(word) && !isFunctionWord(word);

const isKnown = (word: HeadlineWord): boolean => NEWSPAPER_WORDS.has(word.text);

/** 高建国 behind a title, where the segmenter takes it for a word. */
const isNameOfOneWord = (word: HeadlineWord): boolean =>
  word.kind === 'han' && SURNAMES.has(word.text[0]!) && word.text.length <= LONGEST_NAME && !isKnown(word);

const isShortUnknown = (word: HeadlineWord): boolean =>
  word.kind === 'han' && word.text.length > 1 && word.text.length <= 3 && !isKnown(word);

/** The row of loose characters around `i`, as far as its length matters. */
const looseRow = (
  words: readonly HeadlineWord[],
  i: number,
): { readonly from: number; readonly to: number } => {
  let from = i;
  let to = i + 1;
  while (i - from <= LONGEST_NAME && isLoose(words[from - 1])) from--;
  while (to - i <= LONGEST_NAME && isLoose(words[to])) to++;
  return { from, to };
};

/** A word that the line must not end with. */
const leansForward = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  // 第19次 ends a thought if no word as short as 会议 follows; 32个 does not.
  if (word.kind === 'counted') return !word.text.startsWith('第');
  // 第一 and 第三 say of what in the next word; 第十三次 has said it.
  if (word.kind === 'number') return ORDINAL.test(word.text) || !/[\u4e00-\u9fff%％‰℃°]$/.test(word.text);
  if (!isSingle(word)) return false;
  if (LEANS_BACK.has(word.text)) return false;
  const next = words[i + 1];
  if (next?.kind === 'number' || next?.kind === 'counted') {
    if (APPROXIMATE.has(word.text)) return true;
  } else if (isLoose(word) && next?.kind === 'han' && next.text.length === 2) {
    // 王|雨晴, 青|河段: half of a name in a word of the segmenter's.
    if (!isKnown(next) && (SURNAMES.has(word.text) || PLACE_ENDS.has(next.text[0]!))) return true;
  }
  if (isFunctionWord(word)) return true;
  const row = looseRow(words, i);
  if (row.to - row.from > 1) return i < row.to - 1;
  return !isSuffix(words, i) && !(next && isFunctionWord(next));
};

/** A single character that ends the word before it: 机器人|队, 郑州|市. */
const isSuffix = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  const before = words[i - 1];
  if (!before || !isLoose(word) || !SUFFIXES.has(word.text)) return false;
  return before.kind === 'mark'
    ? CLOSERS.has(before.text)
    : before.kind !== 'space' && !isFunctionWord(before);
};

/** A word that the line must not begin with, for what stands before it. */
const hangsOn = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  if (LEANS_BACK.has(word.text)) return true;
  if (!isLoose(word)) return false;
  const row = looseRow(words, i);
  if (i > row.from) return true;
  if (isSuffix(words, i)) return true;
  if (row.to - row.from === 1) return !PREFIXES.has(word.text);
  return row.to - row.from <= LONGEST_NAME;
};
