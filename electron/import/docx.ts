/**
 * A Word document .docx as manuscript text: a line for each paragraph, `#` before headings, `**` around bold, an
 * image line where a picture stands. The manuscript reader (core/manuscript) does the rest, as for any other copy.
 * mammoth reads the document; its tree is taken before it makes HTML of it, because sizes tell the
 * headings of offices that use no heading styles: they make the headline larger than the text.
 *
 * Limits: numbers of numbered lists are Word's and not in the text; they are lost, and the editor is told.
 */
import type { CopyNote } from '../../core/manuscript/copy-note.ts';
import { InputError } from '../input-error.ts';
import { safeDocx } from './docx-archive.ts';
import type { Copy } from './read-copy.ts';
import { RUN_IN_GUARD } from './run-in-guard.ts';

/** An element of mammoth's tree, as far as it is read here; whatever is missing is undefined. */
interface WordElement {
  readonly type?: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly isBold?: boolean;
  readonly fontSize?: number | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered?: boolean } | null;
  readonly breakType?: string;
  readonly readAsBuffer?: () => Promise<Uint8Array>;
}

interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** Points; null where the style decides. */
  readonly size: number | null;
}

interface Line {
  readonly runs: readonly Run[];
  readonly styleLevel: number;
}

type Block = Line | { readonly picture: string };

const MOST_PICTURES = 300;
/** A heading of a page is no longer (core/manuscript/recognise-headings.ts). */
const LONGEST_HEADING = 60;
const LONGEST_SUBHEAD = 30;
/** Sizes nearer to the text's are the same to the eye: 号 differ by 1.5 pt where headlines begin. */
const LARGER_BY = 1.4;

/** Throws InputError, one sentence. */
export const readDocx = async (bytes: Uint8Array, name: string): Promise<Copy> => {
  const document = await readTree(safeDocx(bytes, name), name);
  const reading = new Reading();
  reading.walk(document, null);
  reading.endLine();
  const pictures = new Map<string, Uint8Array>();
  for (const [file, read] of reading.pictures) {
    const content = await read().catch(() => null);
    if (content) pictures.set(file, content);
    else reading.notes.add('文档里有链接在外部的图片，没有带过来，请另行拖入。');
  }
  const notes = [...reading.notes].map(
    (message): CopyNote => ({ severity: 'note', message, words: '', line: null }),
  );
  return { text: toText(reading.blocks), pictures, notes };
};

const readTree = async (buffer: Uint8Array, name: string): Promise<WordElement> => {
  const { default: mammoth } = await import('mammoth');
  let tree: WordElement | null = null;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(buffer) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: WordElement) => {
          tree = document;
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    // Told below: whatever mammoth throws means the same to the editor.
  }
  if (tree === null)
    throw new InputError(`“${name}”已损坏，读不出文字；请在 Word 或 WPS 里打开后另存一份再拖入。`);
  return tree;
};

/** The tree as blocks, in the order of the document. */
class Reading {
  readonly blocks: Block[] = [];
  readonly pictures = new Map<string, () => Promise<Uint8Array>>();
  readonly notes = new Set<string>();
  private runs: Run[] = [];
  private paragraph: WordElement | null = null;
  /** Pictures stand after the paragraph that holds them. */
  private held: Block[] = [];

  walk(element: WordElement, run: WordElement | null): void {
    switch (element.type) {
      case 'paragraph':
        this.openParagraph(element);
        this.walkAll(element, null);
        this.endLine();
        this.paragraph = null;
        return;
      case 'run':
        this.walkAll(element, element);
        return;
      case 'text':
        this.add(element.value ?? '', run);
        return;
      case 'tab':
        this.add('\u3000', run);
        return;
      case 'break':
        this.endLine();
        return;
      case 'tableRow':
        this.walkRow(element);
        return;
      case 'image':
        this.addPicture(element);
        return;
      case 'noteReference':
        this.notes.add('文档里的脚注没有带过来，请核对。');
        return;
      default:
        this.walkAll(element, run);
    }
  }

  endLine(): void {
    if (this.runs.length > 0 || this.paragraph)
      this.blocks.push({
        runs: this.runs,
        styleLevel: styleLevel(this.paragraph?.styleName ?? ''),
      });
    this.runs = [];
    this.blocks.push(...this.held);
    this.held = [];
  }

  private walkAll(element: WordElement, run: WordElement | null): void {
    for (const child of element.children ?? []) this.walk(child, run);
  }

  private openParagraph(element: WordElement): void {
    this.endLine();
    this.paragraph = element;
    if (element.numbering?.isOrdered) this.notes.add('文档里的自动编号没有带过来，请核对并补写序号。');
  }

  /** A row of a table is a line, its cells apart by a space. */
  private walkRow(row: WordElement): void {
    this.endLine();
    const cells = (row.children ?? []).map((cell) => textOf(cell).trim());
    this.runs = [{ text: cells.join('\u3000'), bold: false, size: null }];
    this.notes.add('文档里的表格已拆成文字，请核对。');
    this.endLine();
  }

  private add(text: string, run: WordElement | null): void {
    // Line ends within a text are those of its XML.
    const plain = text.replace(/[\r\n]+/g, ' ');
    if (plain !== '')
      this.runs.push({ text: plain, bold: run?.isBold === true, size: run?.fontSize ?? null });
  }

  private addPicture(element: WordElement): void {
    const read = element.readAsBuffer;
    if (!read) return;
    if (this.pictures.size >= MOST_PICTURES) {
      this.notes.add(`文档里的图片超过${MOST_PICTURES}幅，只取了前面的。`);
      return;
    }
    const picture = `文档图片${this.pictures.size + 1}`;
    this.pictures.set(picture, read);
    this.held.push({ picture });
  }
}

const textOf = (element: WordElement): string =>
  element.type === 'text' ? (element.value ?? '') : (element.children ?? []).map(textOf).join('');

/** 0 where the paragraph's style is no heading. Chinese Word keeps the English names of its own styles. */
const styleLevel = (style: string): number => {
  const numbered = /^(?:heading|标题)\s*([1-6])$/i.exec(style)?.[1];
  if (numbered !== undefined) return Number(numbered);
  if (/^(title|标题)$/i.test(style)) return 1;
  return /^(subtitle|副标题)$/i.test(style) ? 2 : 0;
};

const lineText = (line: Line): string =>
  line.runs
    .map((run) => run.text)
    .join('')
    .trim();

/** The size that most characters have; null where no run states one. */
const bodySize = (lines: readonly Line[]): number | null => {
  const count = new Map<number | null, number>();
  for (const { runs } of lines)
    for (const { size, text } of runs) count.set(size, (count.get(size) ?? 0) + text.length);
  const most = Math.max(0, ...count.values());
  return [...count].find(([, characters]) => characters === most)?.[0] ?? null;
};

/** The size of a line that is larger than the text and has a heading's shape; null for any other. */
const heading = (line: Line, body: number | null): { readonly size: number } | null => {
  const text = lineText(line);
  if (text === '' || [...text].length > LONGEST_HEADING || /[。；，、：]$/.test(text)) return null;
  const sizes = line.runs.filter((run) => run.text.trim() !== '').map((run) => run.size ?? body ?? 0);
  const size = Math.min(...sizes);
  const larger = body === null ? size > 0 : size >= body + LARGER_BY;
  return larger ? { size } : null;
};

const toText = (blocks: readonly Block[]): string => {
  const lines = blocks.filter((block) => 'runs' in block);
  const body = bodySize(lines);
  const levels = lines.flatMap((line) =>
    line.styleLevel > 0 && lineText(line) !== '' ? [line.styleLevel] : [],
  );
  const headings = new Map(
    lines.map((line) => [line, levels.length > 0 ? null : heading(line, body)] as const),
  );
  const storyLevel = Math.min(...levels, ...[...headings.values()].flatMap((found) => (found ? [1] : [])));
  let afterHeading = false;
  return blocks
    .map((block, at) => {
      if ('picture' in block) return `![](${block.picture})`;
      const text = lineText(block);
      if (text === '') return '';
      const below = afterHeading;
      const own = headings.get(block);
      afterHeading = block.styleLevel > 0 || Boolean(own);
      if (block.styleLevel > 0) return `${'#'.repeat(block.styleLevel)} ${text}`;
      if (own) {
        /* Of headings that follow one another the largest is the headline; the others are kicker and deck. */
        const largest = Math.max(...blockOfHeadings(blocks, headings, at).map(({ size }) => size));
        return `${own.size === largest ? '#' : '##'} ${text}`;
      }
      /* Where headlines stand out otherwise, a bold line of the text's own size is a subhead. */
      if (storyLevel < 6 && !below && isBoldLine(block)) return `${'#'.repeat(storyLevel + 1)} ${text}`;
      return boldText(block);
    })
    .join('\n');
};

/** A short line, all of it bold, that does not end as a sentence does. */
const isBoldLine = (line: Line): boolean => {
  const text = lineText(line);
  const whole = line.runs.every((run) => run.bold || run.text.trim() === '');
  return whole && [...text].length <= LONGEST_SUBHEAD && !/[。；，、：？！）]$/.test(text);
};

const blockOfHeadings = (
  blocks: readonly Block[],
  headings: ReadonlyMap<Line, { readonly size: number } | null>,
  at: number,
): { readonly size: number }[] => {
  const own = (i: number) => {
    const block = blocks[i];
    return block && 'runs' in block ? (headings.get(block) ?? null) : null;
  };
  let from = at;
  while (own(from - 1)) from--;
  const found = [];
  for (let i = from; own(i); i++) found.push(own(i)!);
  return found;
};

/** The line with `**` around its bold runs; spaces at a run's edges stay outside. */
const boldText = (line: Line): string => {
  const parts: { text: string; bold: boolean }[] = [];
  for (const { text, bold } of line.runs) {
    const last = parts.at(-1);
    if (last && (last.bold === bold || text.trim() === '')) last.text += text;
    else parts.push({ text, bold });
  }
  let plainSeen = false;
  const text = parts
    .map((part) => {
      const inner = part.text.trim();
      if (!part.bold || inner === '' || inner.includes('*')) {
        plainSeen ||= inner !== '';
        return part.text;
      }
      const from = part.text.indexOf(inner);
      return `${part.text.slice(0, from)}**${inner}**${part.text.slice(from + inner.length)}`;
    })
    .join('')
    .trim();
  return text.startsWith('**') && plainSeen ? RUN_IN_GUARD + text : text;
};
