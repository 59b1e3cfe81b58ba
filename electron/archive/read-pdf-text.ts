/**
 * The text layer of a PDF: the lines of each page with their places and sizes, columns apart. Upright pages set across
 * only. reading-order.ts puts them in order.
 *
 * A PDF of some kilobytes can ask for gigabytes and hours: this runs in a process that is ended then
 * (old-pdf-text.ts), and nowhere else.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { InputError } from '../base/input-error.ts';

/** A line of one column, its lower left corner in points from the page's top. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPageText {
  /** From the top, in no other order. */
  readonly lines: readonly PdfLine[];
  /** What most characters are set in, points; 0 on a page without text. */
  readonly bodySize: number;
}

const MOST_PAGES = 200;
/** Characters of an issue; 200 full pages of a 对开 newspaper have half as many. */
const MOST_CHARACTERS = 3_000_000;

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

export interface PdfText {
  readonly pages: readonly PdfPageText[];
  /** Pages of the PDF; more than were read where it has more than an issue can have. */
  readonly total: number;
}

/** Throws InputError where the file is no PDF or has no text to read. */
export const readPdfText = async (path: string): Promise<PdfText> => {
  const { getDocument, VerbosityLevel } = await (import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfJs>);
  // Maps of the Chinese codings: without them a text layer in GBK or Big5 stays shut.
  const cmaps = createRequire(import.meta.url)
    .resolve('pdfjs-dist/package.json')
    .replace(/package\.json$/, 'cmaps/');
  const task = getDocument({
    // pdf.js takes the bytes for its own, and a Buffer is none that it takes.
    data: new Uint8Array(await readFile(path)),
    cMapUrl: cmaps,
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    const document = await task.promise;
    const pages: PdfPageText[] = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const lines = linesOf(
        items.filter((item): item is TextItem => 'str' in item),
        height,
      );
      pages.push({ lines, bodySize: bodySizeOf(lines) });
      page.cleanup();
      characters += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > MOST_CHARACTERS)
        throw new InputError(`“${basename(path)}”的文字多得不像一期报纸，没有导入，请核对是不是这份 PDF。`);
    }
    return { pages, total: document.numPages };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const why =
      error instanceof Error && error.name === 'PasswordException' ? '设了密码' : '读不出来，可能已损坏';
    throw new InputError(`“${basename(path)}”${why}，没有导入，请换一份 PDF。`);
  } finally {
    await task.destroy();
  }
};

/** Pieces on one baseline that nearly touch are one line: wider apart they are columns. */
const JOINED_EM = 0.6;
const SAME_BASELINE_EM = 0.3;

/** English lines of a masthead are set with their letters apart. */
const SPREAD_EM = 2;

const isNear = (gap: number, line: PdfLine, piece: PdfLine): boolean =>
  gap < JOINED_EM * piece.size ||
  (gap < SPREAD_EM * piece.size && /^[A-Z]$/.test(piece.text) && /[A-Z]$/.test(line.text));

/** A mark's right half is blank, and at a line's end it may reach into the gutter. */
const blankAfter = (text: string, size: number): number =>
  /[，。、；：！？）》”’】]$/u.test(text) ? size / 2 : 0;

export const linesOf = (items: readonly TextItem[], height: number): readonly PdfLine[] => {
  const pieces = items
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform, width }): PdfLine => {
      const [, , c, d, e, f] = transform as number[];
      const size = Math.hypot(c!, d!);
      return { text: str, x: e!, y: height - f!, width: width - blankAfter(str, size), size };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const at = lineFor(piece, lines);
    const line = lines[at];
    if (!line) lines.push(piece);
    else lines[at] = { ...line, text: line.text + piece.text, width: piece.x + piece.width - line.x };
  }
  return lines;
};

/** No page has more columns and sizes side by side. */
const MOST_BESIDE = 300;

/** The line that the piece goes on, from the last back; pieces come from the top, so what is above is done with. */
const lineFor = (piece: PdfLine, lines: readonly PdfLine[]): number => {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - MOST_BESIDE); at--) {
    const line = lines[at]!;
    if (piece.y - line.y >= SAME_BASELINE_EM * piece.size) return -1;
    if (
      Math.abs(line.size - piece.size) < 0.2 * piece.size &&
      piece.x >= line.x &&
      isNear(piece.x - (line.x + line.width), line, piece)
    )
      return at;
  }
  return -1;
};

/** What most characters are set in, to half a point. */
export const bodySizeOf = (lines: readonly PdfLine[]): number => {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};
