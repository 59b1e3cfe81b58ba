/**
 * Blocks of a document as the lines of a manuscript: `#` before headings, `**` around bold, <sup> and <sub>, an image
 * line where a picture stands, a line for each row of a table. The manuscript reader (core/manuscript) does the rest,
 * as for any other copy. Sizes tell the headings of offices that use no heading styles: they make the headline larger
 * than the text.
 */
import { RUN_IN_GUARD } from '../run-in-guard.ts';
import { type Block, printed, type TextRun } from './blocks.ts';
import { EDGE, layOutTables, type PlainBlock, type PlainLine, type PlainPicture } from './plain-blocks.ts';
import { headingLevel } from './word-styles.ts';

export interface CopyLines {
  readonly lines: readonly string[];
  /** The line, from 1, that a block stands in or after. */
  readonly lineOf: ReadonlyMap<Block, number>;
}

/** A heading of a page is no longer (core/manuscript/recognise-headings.ts). */
const LONGEST_HEADING = 60;
const LONGEST_SUBHEAD = 30;
/** Sizes nearer to the text's are the same to the eye: 号 differ by 1.5 pt where headlines begin. */
const LARGER_BY = 1.4;
/** What is raised by hand and set at most this much of the largest size beside it is a superscript. */
const RAISED_SIZE = 0.8;
/** Between the lines of a headline, and where a TAB stood. */
const GAP = '\u3000';

export const copyLines = (blocks: readonly Block[]): CopyLines => {
  const writing = new CopyWriting(layOutTables(blocks));
  return { lines: writing.lines, lineOf: writing.lineOf };
};

const lineText = (runs: readonly TextRun[]): string => runs.map(printed).join('').trim();

const levelOf = (block: PlainBlock): number =>
  block.kind === 'line' && block.paragraph && !block.isRow ? headingLevel(block.paragraph.style) : 0;

class CopyWriting {
  readonly lines: string[] = [];
  readonly lineOf = new Map<Block, number>();
  private readonly sized: ReadonlyMap<PlainBlock, SizedHeading>;
  private readonly storyLevel: number;
  /** The heading that the last line is, so that a line broken by hand goes on with it; '' where it is none. */
  private heading = '';

  constructor(blocks: readonly PlainBlock[]) {
    const levels = blocks
      .filter((block) => block.kind === 'line' && lineText(block.runs) !== '')
      .map(levelOf);
    const marked = levels.filter((level) => level > 0);
    this.sized = marked.length > 0 ? new Map() : sizedHeadings(blocks);
    this.storyLevel = marked.reduce((least, level) => Math.min(least, level), this.sized.size > 0 ? 1 : 7);
    for (const block of blocks) {
      if (block.kind === 'picture') this.writePicture(block);
      else this.writeLine(block);
      for (const one of block.of)
        if (!this.lineOf.has(one)) this.lineOf.set(one, Math.max(1, this.lines.length));
    }
  }

  private writePicture({ name, caption }: PlainPicture): void {
    const text = markedText(caption);
    const fits = !/[[\]\n]/.test(text);
    this.lines.push(`![${fits ? text : ''}](${name})`);
    if (!fits) this.lines.push(text);
    this.heading = '';
  }

  private writeLine(block: PlainLine): void {
    const text = lineText(block.runs);
    if (text === '') {
      /* A paragraph of words that are left out is not a blank line. */
      if (block.runs.every((run) => run.text.trim() === '')) {
        this.lines.push('');
        this.heading = '';
      }
      return;
    }
    const marks = this.headingMarks(block);
    if (marks === '') {
      this.lines.push(block.isRow ? markedText(block.runs) : bodyText(block));
      this.heading = '';
      return;
    }
    const words = numbered(block, markedText(block.runs));
    const goesOn = this.heading === marks && (block.paragraph?.continues === true || this.sized.has(block));
    if (goesOn && marks.length === Math.min(this.storyLevel, 6))
      this.lines[this.lines.length - 1] += GAP + words;
    else this.lines.push(`${marks} ${words}`);
    this.heading = marks;
  }

  /** The # before a line; '' for text. */
  private headingMarks(block: PlainLine): string {
    const level = levelOf(block);
    if (level > 0) return '#'.repeat(level);
    const sized = this.sized.get(block);
    if (sized) return sized.isLargest ? '#' : '##';
    /* Where headlines stand out otherwise, a bold line of the text's own size is a subhead. */
    return this.storyLevel < 6 && this.heading === '' && isBoldLine(block)
      ? '#'.repeat(this.storyLevel + 1)
      : '';
  }
}

interface SizedHeading {
  readonly size: number;
  /** Of headings that follow one another the largest is the headline; the others are kicker and deck. */
  isLargest: boolean;
}

/** The lines that are larger than the text and have a heading's shape. */
const sizedHeadings = (blocks: readonly PlainBlock[]): ReadonlyMap<PlainBlock, SizedHeading> => {
  const body = bodySize(blocks.filter((block): block is PlainLine => block.kind === 'line' && !block.isRow));
  const found = new Map<PlainBlock, SizedHeading>();
  let group: SizedHeading[] = [];
  const close = (): void => {
    const largest = group.reduce((most, { size }) => Math.max(most, size), 0);
    for (const heading of group) heading.isLargest = heading.size === largest;
    group = [];
  };
  for (const block of blocks) {
    const size = headingSize(block, body);
    if (size === null) {
      close();
      continue;
    }
    const heading = { size, isLargest: false };
    found.set(block, heading);
    group.push(heading);
  }
  close();
  return found;
};

/** Null where the block has not the size and the shape of a heading. */
const headingSize = (block: PlainBlock, body: number | null): number | null => {
  if (block.kind !== 'line' || block.isRow) return null;
  const text = lineText(block.runs);
  if (text === '' || [...text.slice(0, 200)].length > LONGEST_HEADING || /[。；，、：]$/.test(text))
    return null;
  const size = block.runs
    .filter((run) => printed(run).trim() !== '')
    .reduce((least, run) => Math.min(least, run.size ?? body ?? 0), Number.MAX_VALUE);
  return (body === null ? size > 0 : size >= body + LARGER_BY) ? size : null;
};

/** The size that most characters have; null where no run states one. */
const bodySize = (lines: readonly PlainLine[]): number | null => {
  const count = new Map<number | null, number>();
  for (const { runs } of lines)
    for (const run of runs) count.set(run.size, (count.get(run.size) ?? 0) + printed(run).length);
  let most = 0;
  for (const characters of count.values()) most = Math.max(most, characters);
  return [...count].find(([, characters]) => characters === most)?.[0] ?? null;
};

/** A short line, all of it bold, that does not end as a sentence does. */
const isBoldLine = ({ runs, paragraph, isRow }: PlainLine): boolean => {
  const text = lineText(runs);
  const whole = runs.every((run) => run.bold || printed(run).trim() === '');
  const isCopy = !isRow && paragraph?.label?.bullet !== true;
  return isCopy && whole && [...text].length <= LONGEST_SUBHEAD && !/[。；，、：？！）]$/.test(text);
};

/** The number of a list before its text, apart from it where they would run together. */
const numbered = ({ paragraph }: PlainLine, text: string): string => {
  const label = paragraph?.label;
  if (!label || label.bullet || label.text === '') return text;
  if (/[\p{L}\p{N}]$/u.test(label.text) && !/[\u2460-\u24ff\u3220-\u32bf]$/u.test(label.text))
    return label.text + GAP + text;
  return /[.)\d]$/.test(label.text) && /^[\w.]/.test(text) ? `${label.text} ${text}` : label.text + text;
};

const bodyText = (line: PlainLine): string => {
  const text = boldText(line.runs);
  if (line.paragraph?.label?.bullet) return `- ${text.replace(RUN_IN_GUARD, '')}`;
  return numbered(line, text);
};

/** What is raised by hand, as what it is. */
const scriptOf = (run: TextRun, largest: number): TextRun['script'] => {
  if (run.script !== null || run.raised === 0 || run.size === null) return run.script;
  if (run.size > largest * RAISED_SIZE) return null;
  return run.raised > 0 ? 'superscript' : 'subscript';
};

interface Piece {
  text: string;
  readonly bold: boolean;
}

/** The printed runs with their marks above and below the line, parted where bold begins or ends. */
const piecesOf = (runs: readonly TextRun[]): Piece[] => {
  let largest = 0;
  for (const run of runs) if (printed(run).trim() !== '') largest = Math.max(largest, run.size ?? 0);
  const pieces: Piece[] = [];
  let open: TextRun['script'] = null;
  const tag = (script: TextRun['script']): string => (script === 'superscript' ? 'sup' : 'sub');
  const put = (text: string, bold: boolean): void => {
    const last = pieces.at(-1);
    if (last && (last.bold === bold || text.trim() === '')) last.text += text;
    else pieces.push({ text, bold });
  };
  const close = (): void => {
    if (open !== null) pieces.at(-1)!.text += `</${tag(open)}>`;
    open = null;
  };
  for (const run of runs) {
    const text = printed(run);
    if (text === '') continue;
    const script = text.trim() === '' ? null : scriptOf(run, largest);
    if (script !== open || pieces.at(-1)?.bold !== run.bold) close();
    if (script !== null && open === null) put(`<${tag(script)}>${text}`, run.bold);
    else put(text, run.bold);
    open = script;
  }
  close();
  return pieces;
};

/** TABs in a line part its columns; at its beginning they are an indent. */
const withoutTabs = (text: string): string =>
  text
    .split(EDGE)
    .map((cell) =>
      cell.includes('\t')
        ? cell
            .split('\t')
            .map((column) => column.trim())
            .filter((column) => column !== '')
            .join(GAP)
        : cell.trim(),
    )
    .join('\t')
    .trim();

const markedText = (runs: readonly TextRun[]): string =>
  withoutTabs(
    piecesOf(runs)
      .map(({ text }) => text)
      .join(''),
  );

/** The line with `**` around its bold runs; spaces at a run's edges stay outside. */
const boldText = (runs: readonly TextRun[]): string => {
  let plainSeen = false;
  const text = piecesOf(runs)
    .map((part) => {
      const inner = part.text.trim();
      if (!part.bold || inner === '' || inner.includes('*')) {
        plainSeen ||= inner !== '';
        return part.text;
      }
      const from = part.text.indexOf(inner);
      return `${part.text.slice(0, from)}**${inner}**${part.text.slice(from + inner.length)}`;
    })
    .join('');
  const line = withoutTabs(text);
  return line.startsWith('**') && plainSeen ? RUN_IN_GUARD + line : line;
};
