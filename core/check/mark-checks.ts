/**
 * Faults between neighbours of different kinds: two adjacent marks that keep both blanks (docs/typesetting.md §2: 2 em
 * become 1½, but for ？！ and their kin), Han beside a letter or a digit without its gap (§3).
 */
import { CharClass } from '../typeset/char-class.ts';
import type { Finding } from './finding.ts';
import { naturalGap, pairOf } from './glyph-boxes.ts';
import { gapOf, loosenessOf } from './line-checks.ts';
import { findingAt, type PrintedLine } from './printed-line.ts';

/** Beyond the line's own looseness, em: an uncompressed pair is half an em too wide. */
const TOLERANCE = 0.05;
/** The gap gives way to half of itself (§3, step 5), em. */
const NOISE = 0.005;

/** One finding a line: its widest pair. */
export const checkAdjacentMarks = (line: PrintedLine): Finding[] => {
  const allowed = Math.max(0, loosenessOf(line)) + TOLERANCE;
  let most = 0;
  line.glyphs.slice(1).forEach((b, i) => {
    const a = line.glyphs[i]!;
    const natural = pairOf(a, b) === 'marks' ? naturalGap(a, b, 0)! : null;
    /* A full pair of half boxes: ？！ in 1 em and three of them in 2 em are as they should be. */
    if (natural === null || (a.class === CharClass.Stop && b.class === CharClass.Stop)) return;
    most = Math.max(most, gapOf(a, b, line.size) - natural);
  });
  return most > allowed ? [findingAt('marks-apart', line, most)] : [];
};

/** One finding a line: its narrowest gap. */
export const checkHanLatinGap = (line: PrintedLine, hanLatin: number): Finding[] => {
  if (hanLatin === 0) return [];
  let least = Number.POSITIVE_INFINITY;
  line.glyphs.slice(1).forEach((b, i) => {
    const a = line.glyphs[i]!;
    if (pairOf(a, b) === 'han-latin') least = Math.min(least, gapOf(a, b, line.size));
  });
  const floor = hanLatin / 2 - Math.max(0, -line.tracking);
  return least < floor - NOISE ? [findingAt('gap-missing', line, least)] : [];
};
