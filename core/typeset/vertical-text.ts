/**
 * Problem: a headline set down the page 竖排: brackets, dashes and ellipses turn by 90°, “ ” become ﹃ ﹄, stops stand
 * upper right, two or three digits stand upright together (TYPESETTING.md §4; CLREQ 2.3, GB/T 15834 §5.2).
 * Method: the text becomes cells of a height in em; a column is cells one below the other. A mark's blank half is
 * given up at a column's edges and beside another mark, as in horizontal lines.
 * Limits: display text of one size; a column is never justified.
 */
import type { FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import { CharClass, classOf, isClosing } from './char-class.ts';
import { GETA } from './classify.ts';

/** One or more glyphs that stand together. Positions in em from the column's left edge and the cell's top. */
export interface VerticalCell {
  /** As painted. */
  readonly text: string;
  readonly face: FaceId;
  /** UTF-16 offset in the source. */
  readonly from: number;
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
  /** A column may end after the cell; cells of no height are the spaces that it ends at best. */
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
/** Digits that stand upright together. */
const MOST_UPRIGHT = 3;

export const verticalCells = (text: string, face: FaceId, fonts: FontSet): readonly VerticalCell[] => {
  const cells: VerticalCell[] = [];
  const codePoints = [...text].map((character) => character.codePointAt(0)!);
  let offset = 0;
  for (let i = 0; i < codePoints.length; ) {
    const from = offset;
    const end = endOfCell(codePoints, i);
    const taken = codePoints.slice(i, end);
    for (const codePoint of taken) offset += codePoint > 0xffff ? 2 : 1;
    cells.push(cellOf(taken, face, from, fonts));
    i = end;
  }
  return cells.map((cell, i) => closeUp(cell, cells[i - 1], cells[i + 1]));
};

const isWord = (codePoint: number): boolean => {
  const c = classOf(codePoint);
  return c === CharClass.Latin || c === CharClass.Digit || c === CharClass.Suffix || c === CharClass.Prefix;
};

const endOfCell = (codePoints: readonly number[], start: number): number => {
  const first = codePoints[start]!;
  const c = classOf(first);
  let end = start + 1;
  if (isWord(first)) {
    while (end < codePoints.length && isWord(codePoints[end]!)) end++;
    return end;
  }
  if (c === CharClass.Dash || c === CharClass.Ellipsis)
    while (end < codePoints.length && end - start < 2 && codePoints[end] === first) end++;
  return end;
};

const cellOf = (source: readonly number[], wanted: FaceId, from: number, fonts: FontSet): VerticalCell => {
  const first = source[0]!;
  const c = classOf(first);
  const painted = source.map((codePoint) => paintable(codePoint, wanted, fonts));
  const face = fonts.faceFor(wanted, painted[0]!) ?? wanted;
  const advances = painted.map((codePoint) =>
    fonts.has(face, codePoint) ? fonts.advance(face, codePoint) : 1,
  );
  const common = {
    text: String.fromCodePoint(...painted),
    face,
    from,
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
      return { ...common, height: SPACE_HEIGHT };
    case CharClass.Opener:
      /* The vertical forms have their ink in the lower half, a turned opener its own. */
      return {
        ...(painted[0] === first
          ? turned(HALF, [-HALF])
          : { ...common, height: HALF, baseline: BASELINE - HALF }),
        before: HALF,
        breakAfter: false,
      };
    case CharClass.Closer:
      return {
        ...(painted[0] === first ? turned(HALF, [0]) : { ...common, height: HALF }),
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
      return isWord(first) ? wordCell(common, advances, turned) : common;
  }
};

/** One letter or up to three digits stand upright in one em; longer words turn. */
const wordCell = (
  common: VerticalCell,
  advances: readonly number[],
  turned: (height: number, xs: readonly number[]) => VerticalCell,
): VerticalCell => {
  const starts = advances.map((_, i) => advances.slice(0, i).reduce((sum, advance) => sum + advance, 0));
  const width = advances.reduce((sum, advance) => sum + advance, 0);
  const upright = advances.length === 1 || (advances.length <= MOST_UPRIGHT && /^[0-9]+$/.test(common.text));
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

const paintable = (codePoint: number, face: FaceId, fonts: FontSet): number => {
  const form = VERTICAL_FORMS.get(codePoint);
  if (form !== undefined && fonts.faceFor(face, form) !== null) return form;
  return fonts.faceFor(face, codePoint) === null && codePoint > 0x20 ? GETA : codePoint;
};

/** Marks beside each other give up the blank between them; a stop or closer never opens a column. */
const closeUp = (
  cell: VerticalCell,
  previous: VerticalCell | undefined,
  next: VerticalCell | undefined,
): VerticalCell => {
  const isClosingCell = (other: VerticalCell): boolean => other.after > 0;
  const nextClass = next === undefined ? CharClass.Han : classOfCell(next);
  return {
    ...cell,
    before: previous !== undefined && (previous.before > 0 || isClosingCell(previous)) ? 0 : cell.before,
    after: next !== undefined && isClosingCell(next) ? 0 : cell.after,
    breakAfter: cell.breakAfter && !isClosing(nextClass) && nextClass !== CharClass.Interpunct,
  };
};

const classOfCell = (cell: VerticalCell): CharClass =>
  cell.after > 0 ? CharClass.Closer : classOf(cell.text.codePointAt(0)!);

/** Height of the cells as one column, em: the blanks at its edges are given up. */
export const columnHeight = (cells: readonly VerticalCell[]): number =>
  cells.reduce(
    (sum, cell, i) => sum + cell.height + (i > 0 ? cell.before : 0) + (i < cells.length - 1 ? cell.after : 0),
    0,
  );
