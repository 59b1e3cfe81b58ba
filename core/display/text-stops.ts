/**
 * Problem: where in a set line a caret can stand. Runs have the origin of each glyph, not its right edge, and the
 * origin of an opening mark lies half an em before its ink.
 * Method: every character has the box that the typesetter gave it (cluster.ts): half an em of a mark, an em of Han, the
 * advance of a letter; spaces share what is up to the next character. A stop stands between two boxes, in the middle
 * of the gap; at a line's ends it stands at the outer box. Down the page a stop stands at its cell's head.
 * Limits: a letter within brackets of half width, an apostrophe: to a tenth of an em. Pure.
 */
import { family, KEY_ALONE, kept } from '../cache.ts';
import type { FontSet } from '../font/font-set.ts';
import { isExtending } from '../issue/text-steps.ts';
import { CharClass, classOf, isWestern } from '../typeset/char-class.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { TextItem, TextLine } from './text-lines.ts';

/** A place for the caret in a line; `height` is its length: across the column where `turned`. */
export interface Stop {
  /** UTF-16, in the text. */
  readonly offset: number;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly turned: boolean;
}

const STOPS = family<TextLine, readonly Stop[]>('stops of lines');

/** The stops of a line in order, its end included: at least one. */
export const stopsOf = (line: TextLine, { fonts, cache }: Typesetting): readonly Stop[] =>
  kept(cache, STOPS, line, KEY_ALONE, () => (line.down ? stopsDown(line) : stopsAcross(line, fonts)));

/** One character of a line, or several that no caret parts. */
interface Box {
  readonly offset: number;
  left: number;
  right: number;
  readonly isSpace: boolean;
}

const stopsAcross = (line: TextLine, fonts: FontSet): readonly Stop[] => {
  const boxes = boxesOf(line, fonts);
  const { top, size, from, to } = line;
  const at = (offset: number, x: number): Stop => ({ offset, x, top, height: size, turned: false });
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return [at(from, line.left)];
  const stops = [at(first.offset, first.left)];
  let x = first.left;
  for (let i = 1; i < boxes.length; i++) {
    x = Math.max(x, (boxes[i - 1]!.right + boxes[i]!.left) / 2);
    stops.push(at(boxes[i]!.offset, x));
  }
  stops.push(at(to, Math.max(x, last.right)));
  return stops;
};

const boxesOf = (line: TextLine, fonts: FontSet): readonly Box[] => {
  const boxes: Box[] = [];
  for (const run of line.runs)
    eachCharacter(run, (character, offset, i) => {
      if (offset < line.from || offset >= line.to) return;
      const own = boxOf(character, run, run.xs[i]!, offset, fonts);
      const last = boxes.at(-1);
      if (isExtending(character) && last) last.right = Math.max(last.right, own.right);
      else boxes.push(own);
    });
  shareSpaces(boxes, line.wrapped ? WRAPPED_SPACES * line.size : Number.POSITIVE_INFINITY);
  return boxes;
};

/**
 * Each character of a run with its offset in the text. 〓 that stands for a character of two units takes two: where a
 * run ends further on than its characters reach, the first ones in it are such.
 */
const eachCharacter = (
  { text, source }: TextItem,
  visit: (character: number, offset: number, index: number) => void,
): void => {
  if (source === null) return;
  let offset = source.from;
  let pairs = source.to - source.from - text.length;
  let index = 0;
  for (let unit = 0; unit < text.length; index++) {
    const character = text.codePointAt(unit)!;
    visit(character, offset, index);
    const width = character > 0xffff ? 2 : 1;
    const hidden = character === GETA && pairs > 0 ? 1 : 0;
    pairs -= hidden;
    offset += width + hidden;
    unit += width;
  }
};

const GETA = 0x3013;
const HALF = 0.5;
/** A mark as wide as this fills an em, half of it blank. */
const FULL_WIDTH = 0.75;
const WORD_SPACE = 0.25;

const boxOf = (character: number, run: TextItem, x: number, offset: number, fonts: FontSet): Box => {
  const { size, face } = run;
  /* Whatever is off the baseline is set as a letter is. */
  const c = run.kind === 'glyphs' && run.script ? CharClass.Latin : classOf(character);
  const isSpace = c === CharClass.Space || c === CharClass.FullSpace;
  const advance = fonts.has(face, character)
    ? fonts.advance(face, character)
    : c === CharClass.Space
      ? WORD_SPACE
      : 1;
  const box = (left: number, width: number): Box => ({
    offset,
    left: x + left * size,
    right: x + (left + width) * size,
    isSpace,
  });
  /* As cluster.ts places the glyph in its box. */
  const centred = (width: number): Box => box((advance - width) / 2, width);
  switch (c) {
    case CharClass.Opener:
      return advance > FULL_WIDTH ? box(HALF, HALF) : centred(HALF);
    case CharClass.Closer:
    case CharClass.Comma:
    case CharClass.Stop:
      return advance > FULL_WIDTH ? box(0, HALF) : centred(HALF);
    case CharClass.Interpunct:
      return centred(character === WIDE_SOLIDUS ? advance : HALF);
    case CharClass.Connector:
      return centred(character === EN_DASH ? advance : 1);
    case CharClass.Latin:
    case CharClass.Digit:
    case CharClass.Suffix:
    case CharClass.Prefix:
    case CharClass.Space:
    case CharClass.FullSpace:
      return box(0, advance);
    case CharClass.Han:
    case CharClass.Dash:
    case CharClass.Ellipsis:
      return centred(Math.max(1, advance));
  }
};

const WIDE_SOLIDUS = 0xff0f;
const EN_DASH = 0x2013;

/** Room of the spaces at which a line was broken, em: enough to tell stops apart, and less than a column's gap. */
const WRAPPED_SPACES = 0.25;

/**
 * Spaces that follow each other have one origin: each gets its part of what is up to the next character, or at the
 * line's end of `most` points.
 */
const shareSpaces = (boxes: Box[], most: number): void => {
  for (let i = 0; i < boxes.length; i++) {
    if (!boxes[i]!.isSpace) continue;
    let end = i + 1;
    while (boxes[end]?.isSpace) end++;
    const { left, right } = boxes[i]!;
    const own = right - left;
    const room = (boxes[end]?.left ?? left + Math.min(most, own * (end - i))) - left;
    const each = Math.max(0, room) / (end - i);
    for (let k = i; k < end; k++) {
      boxes[k]!.left = left + each * (k - i);
      boxes[k]!.right = left + each * (k - i + 1);
    }
    i = end;
  }
};

const stopsDown = (line: TextLine): readonly Stop[] => {
  const { left, size, bottom, to } = line;
  const across = (offset: number, top: number): Stop => ({
    offset,
    x: left,
    top,
    height: size,
    turned: true,
  });
  const stops: Stop[] = [];
  for (const run of line.runs) {
    const { cell, xs, text } = run;
    if (!cell) continue;
    const turned = run.kind === 'glyphs' && run.turned === true;
    const upright = run.kind === 'glyphs' && !turned;
    const isWord = turned && isWestern(classOf(text.codePointAt(0) ?? 0));
    eachCharacter(run, (character, offset, i) => {
      if (isExtending(character) && stops.length > 0) return;
      if (i === 0) stops.push(across(offset, cell.y));
      else if (upright) stops.push({ offset, x: xs[i]!, top: cell.y, height: cell.height, turned: false });
      else stops.push(across(offset, isWord ? xs[i]! : cell.y + (cell.height * i) / xs.length));
    });
  }
  stops.push(across(to, bottom));
  return stops;
};

/** The stop of an offset: the last one that is not behind it; the first where all are. */
export const stopAt = (line: TextLine, offset: number, typesetting: Typesetting): Stop => {
  const stops = stopsOf(line, typesetting);
  let found = stops[0]!;
  for (const stop of stops) {
    if (stop.offset > offset) break;
    found = stop;
  }
  return found;
};

/** The stop nearest to a distance along the line; of two as near, the first. */
export const stopAlong = (line: TextLine, along: number, typesetting: Typesetting): Stop => {
  let found: Stop | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stopsOf(line, typesetting)) {
    const distance = Math.abs((line.down ? stop.top : stop.x) - along);
    if (distance >= least) continue;
    least = distance;
    found = stop;
  }
  return found!;
};
