/**
 * Faults within a line and at its two ends: forbidden starts and ends, numbers cut in two (docs/typesetting.md §1),
 * loose, tight and unfilled lines (§3), a paragraph's last line of one character (§4). Read from the characters
 * and from the glyphs' positions alone.
 */
import type { Composition, KinsokuLevel } from '../publication/publication.ts';
import { CharClass } from '../typeset/char-class.ts';
import type { Finding } from './finding.ts';
import { type Glyph, isMark, naturalGap, pairOf } from './glyph-boxes.ts';
import type { PrintedColumn } from './printed-columns.ts';
import { findingAt, isJustified, isParagraph, type PrintedLine, rightOf } from './printed-line.ts';

/** More extra space than this between two Han makes a line loose; more than the second is never allowed, em. */
export const LOOSE = 0.08;
export const VERY_LOOSE = 0.25;
/** Below what counts as set, em: positions are exact to a hundredth of a point. */
const NOISE = 0.005;
/** A line may differ from its measure by this much, points. */
const FILLED = 0.05;

/** docs/typesetting.md §1. `-` is forbidden only where it joins (a minus sign may open a line). */
const NEVER_FIRST = new Set('。，、；：？！．”’）〕】》〉」』］｝〗～–·・/／％‰℃%°,.;:!?)]}');
const NEVER_LAST = new Set('“‘（〔【《〈「『［｛〖№([{');
/** Not at the line's end from level GB on. */
const SLASHES = new Set('/／');
/** Not at the line's end before a digit. */
const BEFORE_DIGIT = new Set('$¥￥€£+−±＋－');
/** Pairs of these are one mark of 2 em. */
const DOUBLE = new Set('—…');

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';
const isWordCharacter = (character: string): boolean =>
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9\u2070-\u209f]/u.test(character);

const firstOf = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!));
const lastOf = (text: string): string => [...text].pop() ?? '';

/** Whether an odd number of one mark ends the text: the next of them would be torn from its own. */
const endsInHalf = (text: string, mark: string): boolean => {
  let count = 0;
  for (let at = text.length - 1; at >= 0 && text[at] === mark; at--) count++;
  return count % 2 === 1;
};

/** A paragraph's own start is the copy's, at every level. */
export const checkLineStart = (line: PrintedLine, level: KinsokuLevel): Finding[] => {
  if (line.opens || level === 'none') return [];
  const text = line.text.trimStart();
  const first = firstOf(text);
  const forbidden = DOUBLE.has(first)
    ? /* A whole —— may open a line but for level strict, half of one or a single connector may not. */
      level === 'strict' || endsInHalf(line.before, first) || (first === '—' && !text.startsWith('——'))
    : first === '-'
      ? isWordCharacter(lastOf(line.before))
      : NEVER_FIRST.has(first);
  return forbidden ? [findingAt('forbidden-start', line)] : [];
};

export const checkLineEnd = (line: PrintedLine, level: KinsokuLevel): Finding[] => {
  if (line.closes || level === 'none') return [];
  const last = lastOf(line.text.trimEnd());
  const forbidden =
    NEVER_LAST.has(last) ||
    (BEFORE_DIGIT.has(last) && isDigit(firstOf(line.after))) ||
    (level !== 'basic' && SLASHES.has(last));
  return forbidden ? [findingAt('forbidden-end', line)] : [];
};

/** A number of several digits, with its `,` and `.`, does not break (GB/T 15835). */
export const checkSplitNumber = (line: PrintedLine): Finding[] => {
  if (line.closes) return [];
  const text = line.text;
  const [last, previous] = [text.at(-1), text.at(-2)];
  const split =
    isDigit(firstOf(line.after)) && (isDigit(last) || ((last === '.' || last === ',') && isDigit(previous)));
  return split ? [findingAt('split-number', line)] : [];
};

const isStop = (glyph: Glyph | undefined): boolean =>
  glyph?.class === CharClass.Comma || glyph?.class === CharClass.Stop;

/** A word cut in two without a hyphen, or a line that ends short of its measure or beyond it. */
export const checkForced = (line: PrintedLine, column: PrintedColumn, hanging: boolean): Finding[] => {
  if (line.closes || !isJustified(line)) return [];
  const last = line.text.at(-1) ?? '';
  const next = firstOf(line.after);
  if (isWordCharacter(last) && isWordCharacter(next) && !(isDigit(last) && isDigit(next)))
    return [findingAt('forced', line)];
  const edge = column.left + column.width;
  const short = edge - rightOf(line);
  const end = line.glyphs[line.glyphs.length - 1];
  /* A hanging stop begins where the measure ends. */
  if (hanging && short < 0 && end && isStop(end) && end.left <= edge + FILLED) return [];
  return Math.abs(short) > FILLED ? [findingAt('forced', line, short / line.size)] : [];
};

const pairsOf = (line: PrintedLine): (readonly [Glyph, Glyph])[] =>
  line.glyphs.slice(1).map((glyph, i) => [line.glyphs[i]!, glyph]);

export const gapOf = (a: Glyph, b: Glyph, size: number): number => (b.left - a.right) / size;

/**
 * Most extra space between two Han of the line, em; where no two Han are neighbours, between characters that
 * nothing parts by nature. 0 where there are none.
 */
export const loosenessOf = (line: PrintedLine): number => {
  let han: number | null = null;
  let plain = 0;
  for (const [a, b] of pairsOf(line)) {
    const pair = pairOf(a, b);
    const gap = gapOf(a, b, line.size);
    if (pair === 'han') han = Math.max(han ?? gap, gap);
    else if (pair === 'plain') plain = Math.max(plain, gap);
  }
  return han ?? plain;
};

export const checkLooseness = (line: PrintedLine): Finding[] => {
  if (line.closes || !isJustified(line)) return [];
  const looseness = loosenessOf(line);
  if (looseness <= LOOSE + NOISE / 10) return [];
  return [findingAt(looseness > VERY_LOOSE + NOISE / 10 ? 'very-loose' : 'loose', line, looseness)];
};

/**
 * The Han–Latin gap or the blank of `。？！` gave way (steps 5 and 6 of §3), or Han overlap. What the editor set
 * the whole story closer by is not counted.
 */
export const checkTightness = (line: PrintedLine, rules: Composition): Finding[] => {
  if (!isJustified(line)) return [];
  const closer = Math.max(0, -line.tracking);
  let most = 0;
  line.glyphs.slice(1).forEach((b, i) => {
    const a = line.glyphs[i]!;
    const pair = pairOf(a, b);
    const natural = naturalGap(a, b, rules.hanLatinGap);
    const afterPair = i > 0 && pairOf(line.glyphs[i - 1]!, a) === 'marks' && rules.adjacentMarksInOneEm;
    const counts =
      pair === 'han' ||
      pair === 'han-latin' ||
      (pair === 'after-mark' && a.class === CharClass.Stop && !afterPair);
    if (natural === null || !counts) return;
    const given = natural - gapOf(a, b, line.size) - closer;
    /* A gap that is not there at all is another fault (mark-checks.ts). */
    if (pair !== 'han-latin' || given <= natural / 2 + NOISE) most = Math.max(most, given);
  });
  return most > NOISE ? [findingAt('tight', line, most)] : [];
};

/** 孤字: the last line of a longer paragraph holds one character, marks aside. */
export const checkLoneCharacter = (line: PrintedLine): Finding[] => {
  if (!line.closes || line.opens || !(isParagraph(line) || line.role === 'caption')) return [];
  const characters = line.glyphs.filter((glyph) => !isMark(glyph.class)).length;
  return characters === 1 ? [findingAt('lone-character', line)] : [];
};
