/**
 * Problem: a headline set down the page 竖排: brackets, dashes and ellipses turn by 90°, “ ” become ﹃ ﹄, stops stand
 * upper right, two or three digits stand upright together (docs/typesetting.md §4; CLREQ 2.3, GB/T 15834 §5.2).
 * Method: the text becomes cells of a height in em; a column is cells one below the other. A mark's blank half is
 * given up at a column's edges and beside another mark, as in horizontal lines.
 * Limits: display text of one size; a column is never justified.
 */
import type { FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import {
  CharClass,
  forbiddenAtEnd,
  forbiddenAtStart,
  isClosing,
  isWestern,
  isWesternClosing,
} from './char-class.ts';
import { type Classified, classify } from './classify.ts';
import { isInvisible, isJoined, isParted } from './invisible.ts';

/** One or more glyphs that stand together. Positions in em from the column's left edge and the cell's top. */
export interface VerticalCell {
  /** As painted. */
  readonly text: string;
  readonly face: FaceId;
  /** UTF-16 offset in the source. */
  readonly from: number;
  /** The offset after its last character. */
  readonly to: number;
  /** Its first and last character in the source; 〓 for one that no face has. */
  readonly first: number;
  readonly last: number;
  /** Blank above and below that a column's edge or another mark takes away. */
  readonly before: number;
  readonly after: number;
  /** Without the blanks. */
  readonly height: number;
  /** Size relative to the text's, below 1 where digits are squeezed into one em. */
  readonly scale: number;
  /** Origin of each code point: along the line of a turned cell, across it of an upright one. */
  readonly xs: readonly number[];
  /** Baseline of an upright cell; the line on which a turned one stands, from the column's left edge. */
  readonly baseline: number;
  readonly turned: boolean;
  /** A joined dash: painted as one stroke. */
  readonly dash: boolean;
  /** A column may end after the cell; one of no height is a space, at which it ends best. */
  readonly breakAfter: boolean;
}

/** The vertical forms of the quotes (GB/T 15834 §5.2). */
const VERTICAL_FORMS = new Map([
  [0x201c, 0xfe43],
  [0x201d, 0xfe44],
  [0x2018, 0xfe41],
  [0x2019, 0xfe42],
]);
const HALF = 0.5;
const BASELINE = 0.88;
const DESCENT = 1 - BASELINE;
/** Where a stop's origin goes so that its ink, lower left in the em box, comes to stand upper right. */
const STOP_RIGHT = 0.58;
const STOP_DOWN = 0.4;
const SPACE_HEIGHT = 0.5;
/** As horizontal headlines have it (set-text.ts). */
const KINSOKU = 'basic';
/** Digits that stand upright together. */
const MOST_UPRIGHT = 3;

export const verticalCells = (text: string, face: FaceId, fonts: FontSet): readonly VerticalCell[] => {
  const classified = classify(text, [], { face, boldFace: face }, fonts, false);
  const { codePoints, classes, aside } = classified;
  if (codePoints.every(isInvisible)) return [];
  const cells: { readonly cell: VerticalCell; readonly from: number; readonly to: number }[] = [];
  for (let from = 0; from < codePoints.length; ) {
    const end = endOfGroup(classified, from);
    /* A word of two faces is set in pieces, one below the other, so that each face sets what it has. */
    for (let piece = from; piece < end; ) {
      const to = endOfPiece(classified, piece, end);
      cells.push({ cell: cellOf(classified, piece, to, to - piece < end - from, fonts), from: piece, to });
      piece = to;
    }
    from = end;
  }
  return cells.map(({ cell, from, to }, i) => {
    const closed = closeUp(cell, cells[i - 1]?.cell, cells[i + 1]?.cell);
    const breakAfter =
      to === codePoints.length ||
      (!(isWestern(classes[to - 1]! as CharClass) && endOfGroup(classified, from) > to) &&
        mayPart(codePoints, classes, to) &&
        !isJoined(aside, to));
    return { ...closed, breakAfter };
  });
};

/** True where a column may end before the character: by the rules for lines; it never opens with a space. */
const mayPart = (codePoints: Uint32Array, classes: Uint8Array, at: number): boolean => {
  const [last, first] = [classes[at - 1]! as CharClass, classes[at]! as CharClass];
  return (
    !isSpace(first) &&
    !forbiddenAtEnd(last, codePoints[at - 1]!, KINSOKU) &&
    !forbiddenAtStart(first, KINSOKU) &&
    !isWesternClosing(codePoints[at]!)
  );
};

const isSpace = (c: CharClass): boolean => c === CharClass.Space || c === CharClass.FullSpace;

/** A word, a number with its signs, a dash, an ellipsis; else one character. */
const endOfGroup = ({ codePoints, classes, aside }: Classified, start: number): number => {
  const c = classes[start]! as CharClass;
  let end = start + 1;
  if (isWestern(c)) {
    while (end < codePoints.length && isWestern(classes[end]! as CharClass) && !isParted(aside, classes, end))
      end++;
    return end;
  }
  if (c === CharClass.Dash || c === CharClass.Ellipsis)
    while (end < codePoints.length && end - start < 2 && codePoints[end] === codePoints[start]) end++;
  return end;
};

/** What of a group one face sets, and follows each other in the text: what is invisible is not drawn. */
const endOfPiece = ({ codePoints, faceIndex, offsets }: Classified, start: number, end: number): number => {
  let to = start + 1;
  while (
    to < end &&
    faceIndex[to] === faceIndex[start] &&
    offsets[to]! - offsets[to - 1]! === (codePoints[to - 1]! > 0xffff ? 2 : 1)
  )
    to++;
  return to;
};

const cellOf = (
  { codePoints, classes, offsets, faces, faceIndex }: Classified,
  from: number,
  to: number,
  inPieces: boolean,
  fonts: FontSet,
): VerticalCell => {
  const source = [...codePoints.subarray(from, to)];
  const first = source[0]!;
  const c = classes[from]! as CharClass;
  const own = faces[faceIndex[from]!]!;
  const form = isMark(c) ? VERTICAL_FORMS.get(first) : undefined;
  const formFace = form === undefined ? null : fonts.faceFor(faces[0]!, form);
  const painted = formFace === null ? source : [form!];
  const face = formFace ?? own;
  const advances = painted.map((codePoint) =>
    fonts.has(face, codePoint) ? fonts.advance(face, codePoint) : 1,
  );
  const common = {
    text: String.fromCodePoint(...painted),
    face,
    from: offsets[from]!,
    to: offsets[to]!,
    first,
    last: source.at(-1)!,
    before: 0,
    after: 0,
    height: 1,
    scale: 1,
    xs: advances.map((advance) => (1 - advance) / 2),
    baseline: BASELINE,
    turned: false,
    dash: false,
    breakAfter: true,
  };
  const turned = (height: number, xs: readonly number[]): VerticalCell => ({
    ...common,
    height,
    xs,
    baseline: DESCENT,
    turned: true,
  });
  switch (c) {
    case CharClass.Space:
    case CharClass.FullSpace:
      return { ...common, height: 0, after: SPACE_HEIGHT };
    case CharClass.Opener:
      /* The vertical forms have their ink in the lower half, a turned opener its own. */
      return {
        ...(painted === source
          ? turned(HALF, [-HALF])
          : { ...common, height: HALF, baseline: BASELINE - HALF }),
        before: HALF,
      };
    case CharClass.Closer:
      return {
        ...(painted === source ? turned(HALF, [0]) : { ...common, height: HALF }),
        after: HALF,
      };
    case CharClass.Comma:
    case CharClass.Stop: {
      const upright = first === 0xff01 || first === 0xff1f;
      return {
        ...common,
        height: upright ? 1 : HALF,
        after: upright ? 0 : HALF,
        xs: [upright ? HALF / 2 : STOP_RIGHT],
        baseline: upright ? BASELINE : STOP_DOWN,
      };
    }
    case CharClass.Dash:
      return {
        ...turned(
          source.length,
          advances.map((_, i) => i),
        ),
        dash: source.length === 2,
      };
    case CharClass.Ellipsis:
    case CharClass.Connector:
      return turned(
        source.length,
        advances.map((advance, i) => i + (1 - advance) / 2),
      );
    default:
      return isWestern(c) ? wordCell(common, advances, inPieces, turned) : common;
  }
};

/** One letter or up to three digits stand upright in one em; longer words turn. */
const wordCell = (
  common: VerticalCell,
  advances: readonly number[],
  inPieces: boolean,
  turned: (height: number, xs: readonly number[]) => VerticalCell,
): VerticalCell => {
  const starts = advances.map((_, i) => advances.slice(0, i).reduce((sum, advance) => sum + advance, 0));
  const width = advances.reduce((sum, advance) => sum + advance, 0);
  const upright =
    !inPieces && (advances.length === 1 || (advances.length <= MOST_UPRIGHT && /^[0-9]+$/.test(common.text)));
  if (!upright) return turned(width, starts);
  const scale = Math.min(1, 1 / width);
  return {
    ...common,
    scale,
    xs: starts.map((start) => start * scale + (1 - width * scale) / 2),
    /* A squeezed number keeps its digits in the middle of the em box. */
    baseline: BASELINE - (1 - scale) * 0.35,
  };
};

const isMark = (c: CharClass): boolean => c === CharClass.Opener || isClosing(c);

/** Marks beside each other give up the blank between them. */
const closeUp = (
  cell: VerticalCell,
  previous: VerticalCell | undefined,
  next: VerticalCell | undefined,
): VerticalCell => {
  const closes = (other: VerticalCell | undefined): boolean =>
    other !== undefined && other.height > 0 && other.after > 0;
  const opens = (other: VerticalCell | undefined): boolean => other !== undefined && other.before > 0;
  return {
    ...cell,
    before: opens(previous) || closes(previous) ? 0 : cell.before,
    after: closes(next) ? 0 : cell.after,
  };
};

/** Height of the cells as one column, em: the blanks at its edges are given up. */
export const columnHeight = (cells: readonly VerticalCell[]): number =>
  cells.reduce(
    (sum, cell, i) => sum + cell.height + (i > 0 ? cell.before : 0) + (i < cells.length - 1 ? cell.after : 0),
    0,
  );
