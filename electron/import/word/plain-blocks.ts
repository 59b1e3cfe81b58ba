/**
 * Blocks in one row: tables and boxes laid out as lines and pictures, for manuscript text, which has neither. A row of
 * short cells is a line, its cells apart by TABs; a table that only holds text in place (one cell, one
 * column, whole paragraphs in a cell) is its paragraphs; a picture in a cell or box takes the short text beside or
 * below it for its caption.
 */
import { assertNever } from '../../../core/assert-never.ts';
import { type Block, type ParagraphBlock, printed, type TableBlock, type TextRun } from './blocks.ts';
import { isCaptionStyle } from './word-styles.ts';

export interface PlainLine {
  readonly kind: 'line';
  readonly runs: readonly TextRun[];
  readonly paragraph: ParagraphBlock | null;
  /** Of a table: no heading. */
  readonly isRow: boolean;
  /** What is found in this line. */
  readonly of: readonly Block[];
}

export interface PlainPicture {
  readonly kind: 'picture';
  readonly name: string;
  readonly caption: readonly TextRun[];
  readonly of: readonly Block[];
}

export type PlainBlock = PlainLine | PlainPicture;

const LONGEST_CAPTION = 60;
/** A cell of several lines longer than this is copy, and no cell of a table. */
const LONGEST_CELL = 40;
/** Between cells, as it stands in no text. */
export const EDGE = '\u001f';
const GAP: TextRun = {
  text: '\t',
  bold: false,
  size: null,
  script: null,
  raised: 0,
  standing: 'printed',
  inserted: false,
};

const CELL_EDGE: TextRun = { ...GAP, text: EDGE };

export const layOutTables = (blocks: readonly Block[]): PlainBlock[] => {
  const plain: PlainBlock[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph': {
        const last = plain.at(-1);
        const line: PlainLine = {
          kind: 'line',
          runs: block.runs,
          paragraph: block,
          isRow: false,
          of: [block],
        };
        if (
          last?.kind === 'picture' &&
          last.caption.length === 0 &&
          isCaptionStyle(block.style) &&
          isShort(line)
        )
          plain[plain.length - 1] = captioned(last, line);
        else plain.push(line);
        break;
      }
      case 'picture':
        plain.push({ kind: 'picture', name: block.name, caption: [], of: [block] });
        break;
      case 'box':
        for (const one of withCaption(layOutTables(block.blocks))) plain.push(one);
        break;
      case 'table':
        for (const one of layOutTable(block)) plain.push(one);
        break;
      default:
        assertNever(block);
    }
  }
  return plain;
};

const textOf = ({ runs }: PlainLine): string => runs.map(printed).join('').trim();
const isText = (one: PlainBlock): one is PlainLine => one.kind === 'line' && textOf(one) !== '';
const isPicture = (one: PlainBlock): one is PlainPicture => one.kind === 'picture';
const isShort = (line: PlainLine): boolean => textOf(line) !== '' && textOf(line).length <= LONGEST_CAPTION;

const captioned = (picture: PlainPicture, line: PlainLine): PlainPicture => ({
  ...picture,
  caption: line.runs,
  of: [...picture.of, ...line.of],
});

/** Pictures with one short line among them: it is the last one's caption. */
const withCaption = (cell: PlainBlock[]): PlainBlock[] => {
  const texts = cell.filter(isText);
  const pictures = cell.filter(isPicture);
  const [text] = texts;
  const last = pictures.at(-1);
  if (texts.length !== 1 || !text || !last || last.caption.length > 0 || !isShort(text)) return cell;
  return cell.filter((one) => one !== text).map((one) => (one === last ? captioned(last, text) : one));
};

const layOutTable = (table: TableBlock): PlainBlock[] => {
  const rows = table.rows.map((row) => row.map((cell) => withCaption(layOutTables(cell))));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  takeCaptions(rows);
  const plain = rows.flatMap((row) => (columns > 1 && isLine(row) ? [rowLine(row)] : row.flat()));
  const [first, ...rest] = plain;
  return first ? [{ ...first, of: [table, ...first.of] }, ...rest] : [];
};

/** Cells that hold a picture alone take the short text of the cell below or beside them. Changes `rows`. */
const takeCaptions = (rows: PlainBlock[][][]): void => {
  const pictureOf = (cell: PlainBlock[] | undefined): PlainPicture | null => {
    const [picture] = cell?.filter(isPicture) ?? [];
    return picture && picture.caption.length === 0 && !cell!.some(isText) ? picture : null;
  };
  const captionOf = (cell: PlainBlock[] | undefined): PlainLine | null => {
    const [text, ...more] = cell?.filter(isText) ?? [];
    return text && more.length === 0 && !cell!.some(isPicture) && isShort(text) ? text : null;
  };
  rows.forEach((row, at) => {
    const below = rows[at + 1];
    const isAbove =
      row.every((cell) => !cell.some(isText)) &&
      below?.length === row.length &&
      !below.flat().some(isPicture);
    row.forEach((cell, column) => {
      const picture = pictureOf(cell);
      if (!picture) return;
      const [holder, place] = isAbove ? [below!, column] : [row, column + 1];
      const caption = captionOf(holder[place]);
      if (!caption) return;
      row[column] = cell.map((one) => (one === picture ? captioned(picture, caption) : one));
      holder[place] = holder[place]!.filter((one) => one !== caption);
    });
  });
};

/** Whether a row is a row of a table, and not paragraphs side by side. */
const isLine = (row: readonly (readonly PlainBlock[])[]): boolean =>
  row.every((cell) => {
    const texts = cell.filter(isText);
    const length = texts.reduce((sum, line) => sum + textOf(line).length, 0);
    return !cell.some(isPicture) && (texts.length <= 1 || length <= LONGEST_CELL);
  });

const rowLine = (row: readonly (readonly PlainBlock[])[]): PlainLine => {
  const lines = row.flat().filter((one): one is PlainLine => one.kind === 'line');
  const runs: TextRun[] = [];
  row.forEach((cell, column) => {
    /* One for each column, so that an empty cell keeps its place. */
    if (column > 0 && lines.some(isText)) runs.push(CELL_EDGE);
    let isFirst = true;
    for (const line of cell) {
      if (line.kind !== 'line') continue;
      if (isText(line) && !isFirst) runs.push(GAP);
      if (isText(line)) isFirst = false;
      for (const run of [...labelRuns(line), ...line.runs]) runs.push(run);
    }
  });
  return { kind: 'line', runs, paragraph: null, isRow: true, of: lines.flatMap(({ of }) => of) };
};

/** A list's number within a cell. */
const labelRuns = ({ paragraph, runs }: PlainLine): TextRun[] => {
  const label = paragraph?.label;
  return label && runs.some((run) => printed(run).trim() !== '') ? [{ ...GAP, text: label.text }] : [];
};
