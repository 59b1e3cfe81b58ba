/**
 * The text of a PDF's pages as manuscripts, one a page, for the reader of manuscripts: lines of the masthead first, as
 * they stand at the head of copy; headlines, which are larger than the body, marked; lines of a column joined to
 * paragraphs, which begin with an indent. Pure.
 */
import { readLoneDay, readMastheadLine } from '../../core/manuscript/masthead-fields.ts';
import type { Manuscript } from '../../core/manuscript/read-manuscripts.ts';
import type { Publication } from '../../core/publication/publication.ts';
import type { PdfLine, PdfPageText } from './read-pdf-text.ts';
import { inReadingOrder } from './reading-order.ts';

/** A headline is larger than the body by a step of the type scale at least; a masthead's field may be of any size. */
const HEADLINE_SIZE = 1.3;
const INDENT_EM = 1.4;
/** A line that ends so far short of its column ends its paragraph. */
const SHORT_EM = 1.5;
/** Lines of one headline stand no further apart than this. */
const HEADLINE_PITCH_EM = 1.8;

const bare = (text: string): string => text.replace(/\s/g, '');

export const pdfManuscripts = (
  name: string,
  pages: readonly PdfPageText[],
  publications: readonly Publication[],
): readonly Manuscript[] =>
  pages.flatMap((page, index) => {
    const text = pageText(page, publications);
    return text === '' ? [] : [{ name: `${name} 第${index + 1}版`, text }];
  });

const pageText = ({ lines, bodySize }: PdfPageText, publications: readonly Publication[]): string => {
  const names = new Set(publications.flatMap((p) => [bare(p.name), bare(p.masthead.nameplate)]));
  const head: string[] = [];
  const days: string[] = [];
  const rest = lines.filter(({ text, size }) => {
    const line = bareSpaces(text);
    if (names.has(bare(text))) head.unshift(line);
    else if (readMastheadLine(line) !== null) head.push(line);
    // The day as a large numeral: a lone number of the body's size may be anything.
    else if (size > HEADLINE_SIZE * bodySize && readLoneDay(line) !== null) days.push(line);
    else return true;
    return false;
  });
  const blocks: Block[] = [];
  for (const column of inReadingOrder(rest))
    for (const block of columnBlocks(column, bodySize)) {
      const before = blocks.at(-1);
      // A column ends in the middle of a paragraph, and the next one goes on.
      if (before && !before.headline && before.open && !block.headline && block.goesOn) {
        before.text = joinLines(before.text, block.text);
        before.open = block.open;
      } else blocks.push(block);
    }
  const copy = blocks.map(({ text, headline }) => (headline ? `## ${text}` : text));
  return [headText(head, days), ...copy].filter((block) => block !== '').join('\n\n');
};

/** The masthead's lines, the day after its year and month, wherever on the page each stood. */
const headText = (head: readonly string[], days: readonly string[]): string => {
  const month = head.findIndex((line) => readMastheadLine(line)?.fields.at(-1)?.field === 'year-month');
  return month < 0
    ? head.join('\n')
    : [...head.slice(0, month + 1), ...days.slice(0, 1), ...head.slice(month + 1)].join('\n');
};

/** Spread letters, as mastheads are set, come apart as single characters. */
const bareSpaces = (text: string): string => {
  const line = text.trim();
  return /^(?:[A-Z]\s+){3,}[A-Z]$/.test(line)
    ? line.replace(/\s+/g, '')
    : line.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
};

interface Block {
  text: string;
  readonly headline: boolean;
  /** Its first line is not indented, so it may go on from the column before. */
  readonly goesOn: boolean;
  /** Its last line is full, so the next column may go on from it. */
  open: boolean;
}

/** Paragraphs and headlines of a column. */
const columnBlocks = (lines: readonly PdfLine[], bodySize: number): readonly Block[] => {
  const blocks: { block: Block; last: PdfLine }[] = [];
  const body = lines.filter(({ size }) => size < HEADLINE_SIZE * bodySize);
  const left = Math.min(...body.map(({ x }) => x));
  const right = Math.max(...body.map(({ x, width }) => x + width));
  const isFull = ({ x, width, size }: PdfLine): boolean => right - (x + width) < SHORT_EM * size;
  const isIndented = ({ x, size }: PdfLine): boolean => x - left >= INDENT_EM * size;
  for (const line of lines) {
    const headline = line.size >= HEADLINE_SIZE * bodySize;
    const before = blocks.at(-1);
    const goesOn =
      before !== undefined &&
      before.block.headline === headline &&
      (headline ? isSameHeadline(before.last, line) : isFull(before.last) && !isIndented(line));
    if (goesOn) {
      before.block.text = joinLines(before.block.text, line.text);
      before.block.open = isFull(line);
      before.last = line;
    } else {
      const text = line.text.trim();
      blocks.push({ block: { text, headline, goesOn: !isIndented(line), open: isFull(line) }, last: line });
    }
  }
  return blocks.map(({ block }) => block);
};

const isSameHeadline = (before: PdfLine, line: PdfLine): boolean =>
  Math.abs(before.size - line.size) < 0.1 * line.size && line.y - before.y < HEADLINE_PITCH_EM * line.size;

/** Latin words part at a line's end; Han does not. */
const joinLines = (before: string, line: string): string =>
  /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(line) ? `${before} ${line.trim()}` : before + line.trim();
