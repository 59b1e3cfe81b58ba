/**
 * Problem: text must be known as boxes and gaps before it can be broken into lines.
 * Method: one pass gives each character its class and face; a second groups characters that nothing may part
 * (words, numbers with their signs, `——`, `……`, `？！`) into atoms, and gives each pair of neighbours its gap:
 * natural width, how much it yields and at which step, how it grows, whether a line may end there. A mark's blank
 * half is gap, never part of its box, so that a mark at a line's edge is half an em wide by itself.
 * Everything is in em, so one analysis serves every measure; it depends on text, marks and style only.
 * Limits: one size a paragraph; no bidirectional reordering.
 */
import type { FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import {
  CharClass,
  classOf,
  forbiddenAtEnd,
  forbiddenAtStart,
  isClosing,
  isWestern,
  isWesternClosing,
  type KinsokuLevel,
} from './char-class.ts';

export interface SetStyle {
  readonly face: FaceId;
  readonly boldFace: FaceId;
  /** Points. */
  readonly size: number;
  /** First-line indent, em. */
  readonly indent: number;
  /** Han–Latin gap, em: 0, ⅛ or ¼. */
  readonly hanLatinGap: number;
  readonly kinsoku: KinsokuLevel;
  /** Width of U+3000 between Han, em: 1, less between the names of a byline. */
  readonly fullSpace: number;
  /** Lines of names end at spaces only, so that no name is split. */
  readonly breakAtSpacesOnly?: boolean;
  /** Lines keep their natural width. */
  readonly ragged?: boolean;
}

/** How a gap grows: not at all, as a word space, as a Han–Latin gap, or with all the others. */
export const Growth = { None: 0, WordSpace: 1, HanLatin: 2, Other: 3 } as const;

/** Steps of compression, in the order in which they are used (TYPESETTING.md §3). */
export const SHRINK_STEPS = 6;

/** The character that stands for one that no face has (〓, the compositor's mark for a missing sort). */
export const GETA = 0x3013;

export interface Analysis {
  readonly text: string;
  readonly style: SetStyle;
  /** Code points, with their UTF-16 offsets (one longer), faces and positions within their atom (em). */
  readonly codePoints: Uint32Array;
  readonly offsets: Uint32Array;
  readonly faces: readonly FaceId[];
  /** Edges of the dash's ink in each of `faces`, em above the baseline. */
  readonly dashEdges: readonly { readonly bottom: number; readonly top: number }[];
  readonly faceIndex: Uint8Array;
  readonly glyphX: Float64Array;
  /** Atoms: first code point (one longer), box width, then the gap after each. */
  readonly atomCount: number;
  readonly atomStart: Uint32Array;
  readonly atomWidth: Float64Array;
  readonly gap: Float64Array;
  readonly shrink: Float64Array;
  readonly shrinkStep: Uint8Array;
  readonly growth: Uint8Array;
  /** 1 where a line may end after the atom. */
  readonly breakAfter: Uint8Array;
  /** Blank before the first atom of the paragraph, em: an opener keeps its left half after the indent. */
  readonly leadBlank: number;
  /** 1 for atoms that are marks only: they do not count against a lone character. */
  readonly isMark: Uint8Array;
  readonly widestAtom: number;
  /** Code points that no loaded face has. */
  readonly missing: readonly number[];
}

const HALF = 0.5;
const WORD_SPACE = 1 / 3;
/** Quotes, dash and ellipsis must come from a face that makes them a full em (TYPESETTING.md §2). */
const EM_WIDE = new Set([0x2018, 0x2019, 0x201c, 0x201d, 0x2014, 0x2026]);
const EM_WIDE_LEAST = 0.8;
const EM_WIDE_FACE: FaceId = 'serif-400';
const APOSTROPHE = 0x2019;
const EM_DASH = 0x2014;

const STEP_OF = (c: CharClass): number => (c === CharClass.Comma ? 4 : c === CharClass.Stop ? 6 : 3);

const isBold = (marks: readonly Mark[], offset: number): boolean => {
  for (const mark of marks) if (mark.kind === 'bold' && offset >= mark.from && offset < mark.to) return true;
  return false;
};

/** Characters of a word or a number: runs of these are one atom. */
const inWord = (c: CharClass): boolean => c === CharClass.Latin || c === CharClass.Digit;

/** A line may end after the hyphen of 2020-2021: each number stays whole (GB/T 15835). */
const HYPHEN = 0x2d;
const followsHyphen = (codePoints: Uint32Array, classes: Uint8Array, at: number): boolean =>
  codePoints[at - 1] === HYPHEN && classes[at] === CharClass.Digit && classes[at - 2] === CharClass.Digit;

/** A line may end within an address after one of these; the address itself shows no break. */
const endsAddressPart = (codePoint: number): boolean =>
  codePoint === 0x40 || codePoint === 0x2e || codePoint === 0x2f || codePoint === 0x3f || codePoint === 0x26;

/** End of the word at `start` if it is an e-mail or web address, else `start`. */
const addressEnd = (codePoints: Uint32Array, classes: Uint8Array, start: number, count: number): number => {
  let end = start;
  let address = false;
  while (end < count && isWestern(classes[end]! as CharClass)) {
    if (codePoints[end] === 0x40 || (codePoints[end] === 0x2f && codePoints[end - 1] === 0x2f))
      address = true;
    end++;
  }
  return address ? end : start;
};

/** End of the word at `start` if it is wider than `widest` em, else `start`: nothing is opened up. */
const openedWord = (
  classes: Uint8Array,
  advance: Float64Array,
  start: number,
  count: number,
  widest: number,
): number => {
  let end = start;
  let width = 0;
  while (end < count && isWestern(classes[end]! as CharClass)) width += advance[end++]!;
  return width > widest ? end : start;
};

/**
 * Analyses one paragraph. Of a word wider than `widestWord` em every character is an atom of its own and may end a
 * line: the last resort for a word that no line holds.
 */
export const analyse = (
  text: string,
  marks: readonly Mark[],
  style: SetStyle,
  fonts: FontSet,
  widestWord = Number.POSITIVE_INFINITY,
): Analysis => {
  const capacity = text.length;
  const codePoints = new Uint32Array(capacity);
  const offsets = new Uint32Array(capacity + 1);
  const classes = new Uint8Array(capacity);
  const faces: FaceId[] = [];
  const faceIndex = new Uint8Array(capacity);
  const advance = new Float64Array(capacity);
  const missing: number[] = [];

  const indexOfFace = (face: FaceId): number => {
    const known = faces.indexOf(face);
    return known >= 0 ? known : faces.push(face) - 1;
  };

  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const codePoint = text.codePointAt(at)!;
    codePoints[count] = codePoint;
    offsets[count] = at;
    at += codePoint > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;

  for (let i = 0; i < count; i++) {
    let codePoint = codePoints[i]!;
    let c = classOf(codePoint);
    const before = i > 0 ? classOf(codePoints[i - 1]!) : CharClass.Han;
    const after = i + 1 < count ? classOf(codePoints[i + 1]!) : CharClass.Han;
    if (codePoint === APOSTROPHE && before === CharClass.Latin && after === CharClass.Latin)
      c = CharClass.Latin;
    else if (c === CharClass.Interpunct && codePoint === 0x2f && inWord(before) && inWord(after))
      c = CharClass.Latin;
    else if (c === CharClass.Prefix && after !== CharClass.Digit)
      c = codePoint < 0x3000 ? CharClass.Latin : CharClass.Han;
    else if (c === CharClass.Suffix && before !== CharClass.Digit && before !== CharClass.Suffix)
      c = codePoint < 0x2000 ? CharClass.Latin : CharClass.Han;
    else if (
      c === CharClass.Dash &&
      codePoint === EM_DASH &&
      codePoints[i - 1] !== EM_DASH &&
      codePoints[i + 1] !== EM_DASH
    )
      c = CharClass.Connector;
    classes[i] = c;
    if (c === CharClass.Space || c === CharClass.FullSpace) {
      faceIndex[i] = i > 0 ? faceIndex[i - 1]! : indexOfFace(style.face);
      continue;
    }
    let wanted = marks.length > 0 && isBold(marks, offsets[i]!) ? style.boldFace : style.face;
    if (
      c !== CharClass.Latin &&
      EM_WIDE.has(codePoint) &&
      fonts.has(wanted, codePoint) &&
      fonts.advance(wanted, codePoint) < EM_WIDE_LEAST
    )
      wanted = EM_WIDE_FACE;
    let face = fonts.faceFor(wanted, codePoint);
    if (face === null) {
      missing.push(codePoint);
      codePoint = GETA;
      codePoints[i] = GETA;
      classes[i] = CharClass.Han;
      face = fonts.faceFor(style.face, GETA);
      if (face === null) throw new Error(`no face has U+${GETA.toString(16)}`);
    }
    faceIndex[i] = indexOfFace(face);
    advance[i] = fonts.advance(face, codePoint);
  }

  const atomStart = new Uint32Array(count + 1);
  const atomWidth = new Float64Array(count);
  const glyphX = new Float64Array(count);
  const gap = new Float64Array(count);
  const shrink = new Float64Array(count);
  const shrinkStep = new Uint8Array(count);
  const growth = new Uint8Array(count);
  const breakAfter = new Uint8Array(count);
  const isMark = new Uint8Array(count);
  const firstClass = new Uint8Array(count);
  const lastClass = new Uint8Array(count);
  const lastCodePoint = new Uint32Array(count);
  /* Spaces after an atom live in its gap: 1 word space, 2 full space. */
  const spaceAfter = new Uint8Array(count);
  /* 1 for the characters of a word that was opened up because no line holds it. */
  const opened = new Uint8Array(count);
  let openedUntil = 0;
  let addressUntil = 0;
  let atoms = 0;
  let widestAtom = 0;

  for (let i = 0; i < count; ) {
    const c = classes[i]! as CharClass;
    const start = i;
    let width = 0;
    let last = c;
    switch (c) {
      case CharClass.Space:
      case CharClass.FullSpace: {
        /* Leading spaces open an atom of no width, so that every character has its place. */
        const kind = c === CharClass.FullSpace ? 2 : 1;
        if (atoms > 0) {
          const previous = atoms - 1;
          glyphX[i] = atomWidth[previous]!;
          spaceAfter[previous] = Math.max(spaceAfter[previous]!, kind);
          i++;
          continue;
        }
        i++;
        spaceAfter[atoms] = kind;
        break;
      }
      case CharClass.Opener:
        glyphX[i] = advance[i]! > 0.75 ? -HALF : (HALF - advance[i]!) / 2;
        width = HALF;
        i++;
        break;
      case CharClass.Closer:
      case CharClass.Comma:
      case CharClass.Stop: {
        glyphX[i] = advance[i]! > 0.75 ? 0 : (HALF - advance[i]!) / 2;
        width = HALF;
        i++;
        if (c !== CharClass.Stop || codePoints[start] === 0x3002) break;
        /* ？！ two together stand in one em, three in two (TYPESETTING.md §2). */
        while (i < count && (codePoints[i] === 0xff01 || codePoints[i] === 0xff1f)) {
          glyphX[i] = width;
          width += HALF;
          i++;
        }
        if (i - start === 3) width = 2;
        break;
      }
      case CharClass.Interpunct:
        width = HALF;
        glyphX[i] = (HALF - advance[i]!) / 2;
        i++;
        break;
      case CharClass.Dash:
      case CharClass.Ellipsis: {
        const codePoint = codePoints[i]!;
        do {
          glyphX[i] = width + (1 - advance[i]!) / 2;
          width += 1;
          i++;
        } while (i < count && codePoints[i] === codePoint && i - start < 2);
        break;
      }
      case CharClass.Connector:
        width = codePoints[i] === 0x2013 ? advance[i]! : 1;
        glyphX[i] = (width - advance[i]!) / 2;
        i++;
        break;
      case CharClass.Latin:
      case CharClass.Digit:
      case CharClass.Suffix:
      case CharClass.Prefix:
        if (start >= addressUntil) addressUntil = addressEnd(codePoints, classes, start, count);
        if (start >= openedUntil) openedUntil = openedWord(classes, advance, start, count, widestWord);
        do {
          glyphX[i] = width;
          width += advance[i]!;
          last = classes[i]! as CharClass;
          i++;
        } while (
          i < count &&
          i >= openedUntil &&
          isWestern(classes[i]! as CharClass) &&
          !followsHyphen(codePoints, classes, i) &&
          !(i < addressUntil && endsAddressPart(codePoints[i - 1]!))
        );
        opened[atoms] = start < openedUntil ? 1 : 0;
        break;
      default:
        width = Math.max(1, advance[i]!);
        glyphX[i] = (width - advance[i]!) / 2;
        i++;
    }
    atomStart[atoms] = start;
    atomWidth[atoms] = width;
    firstClass[atoms] = c;
    lastClass[atoms] = last;
    lastCodePoint[atoms] = codePoints[i - 1]!;
    isMark[atoms] = c === CharClass.Opener || isClosing(c) ? 1 : 0;
    if (width > widestAtom) widestAtom = width;
    atoms++;
  }
  atomStart[atoms] = count;

  for (let a = 0; a + 1 < atoms; a++) {
    const left = lastClass[a]! as CharClass;
    const right = firstClass[a + 1]! as CharClass;
    const space = spaceAfter[a]!;
    const startsMarkCluster = atomStart[a + 1]! - atomStart[a]! > 1;
    breakAfter[a] =
      forbiddenAtEnd(left, lastCodePoint[a]!, style.kinsoku) ||
      forbiddenAtStart(right, style.kinsoku) ||
      (style.kinsoku !== 'none' && isWesternClosing(codePoints[atomStart[a + 1]!]!))
        ? 0
        : 1;
    if (style.breakAtSpacesOnly && space === 0) breakAfter[a] = 0;
    if (opened[a] && opened[a + 1] && space === 0) {
      breakAfter[a] = 1;
      continue;
    }
    if (space === 0 && isWestern(left) && isWestern(right)) continue;
    if (space === 2) {
      gap[a] = Math.max(style.fullSpace, right === CharClass.Opener ? HALF : 0);
      growth[a] = Growth.Other;
      continue;
    }
    if (space === 1) {
      const words = isWestern(left) && isWestern(right);
      /* An opener's blank half serves as the space before it. */
      gap[a] = words ? WORD_SPACE : right === CharClass.Opener ? HALF : 0.25;
      shrink[a] = words ? WORD_SPACE - 0.25 : 0;
      shrinkStep[a] = 1;
      growth[a] = Growth.WordSpace;
      continue;
    }
    if (isClosing(left)) {
      if (isClosing(right)) {
        /* Two closing marks: the first gives up its blank half. */
      } else if (right === CharClass.Opener) gap[a] = HALF;
      else if (left === CharClass.Stop && startsMarkCluster && atomWidth[a]! !== HALF)
        growth[a] = Growth.Other; /* ？！ has no blank left */
      else {
        gap[a] = HALF;
        shrink[a] = HALF;
        shrinkStep[a] = STEP_OF(left);
        growth[a] = Growth.Other;
      }
      continue;
    }
    if (right === CharClass.Opener) {
      if (left === CharClass.Opener) continue;
      gap[a] = HALF;
      shrink[a] = HALF;
      shrinkStep[a] = 3;
      growth[a] = Growth.Other;
      continue;
    }
    if ((left === CharClass.Han && isWestern(right)) || (isWestern(left) && right === CharClass.Han)) {
      gap[a] = style.hanLatinGap;
      shrink[a] = style.hanLatinGap / 2;
      shrinkStep[a] = 5;
      growth[a] = style.hanLatinGap > 0 ? Growth.HanLatin : Growth.Other;
      continue;
    }
    growth[a] = Growth.Other;
  }
  if (atoms > 0) breakAfter[atoms - 1] = 1;

  return {
    text,
    style,
    codePoints: codePoints.subarray(0, count),
    offsets: offsets.subarray(0, count + 1),
    faces,
    dashEdges: faces.map((face) => fonts.dashEdges(face)),
    faceIndex,
    glyphX,
    atomCount: atoms,
    atomStart,
    atomWidth,
    gap,
    shrink,
    shrinkStep,
    growth,
    breakAfter,
    leadBlank: atoms > 0 && firstClass[0] === CharClass.Opener ? HALF : 0,
    isMark,
    widestAtom,
    missing,
  };
};
