/**
 * The front page of an issue as a small PNG: of the page as it was printed where the issue is still that one, else of
 * the issue laid out now: the same page that the reader of the issue gets (archive-desk.ts).
 * Drawn from a PDF of that page alone, like every PNG of ours. A PNG and not an SVG, because a picture in a page loads
 * no fonts.
 */
import type { DisplayList } from '../../core/display/display-list.ts';
import { createEngine, type Engine } from '../../core/engine/engine.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { renderPng } from '../export/render-png.ts';
import { readIssueFile } from '../files/issue-store.ts';
import { pagesToShow } from '../files/pages-to-show.ts';
import { GlyphStores, loadFontSet } from '../fonts/font-files.ts';
import { writePdf } from '../pdf/pdf-writer.ts';
import { drawablePages } from '../pictures/drawable-pages.ts';

/** Pixels: twice the width that a list shows, for fine screens. */
const WIDTH = 320;
const POINTS_AN_INCH = 72;

let engine: Engine | null = null;
let stores: GlyphStores | null = null;

/** Null where the issue has no page to show. */
export const drawThumbnail = async (path: string): Promise<Uint8Array | null> => {
  const file = await readIssueFile(path);
  const { pdf, width } = await frontPage(file);
  if (pdf === null) return null;
  for await (const { png } of renderPng(pdf, (WIDTH / width) * POINTS_AN_INCH)) return png;
  return null;
};

/** A PDF whose first page is the front page, and the page's width in points. */
const frontPage = async (file: IssueFile): Promise<{ pdf: Uint8Array | null; width: number }> => {
  const print = pagesToShow(file);
  const list = print?.displayList ?? null;
  if (print?.pdf && !list) return { pdf: print.pdf, width: await widthOf(print.pdf) };
  engine ??= createEngine(loadFontSet());
  const drawn: DisplayList = list ?? engine.layOut(file.issue).displayList;
  const first = drawn.pages[0];
  if (!first) return { pdf: null, width: 1 };
  stores ??= new GlyphStores();
  const pages = await drawablePages({ ...drawn, pages: [first] }, file, engine.fonts);
  return { pdf: writePdf(pages.list, stores, pages.pictures, pages.decoded), width: first.width };
};

const widthOf = async (pdf: Uint8Array): Promise<number> => {
  const { PDFDocument } = await import('pdf-lib');
  const document = await PDFDocument.load(pdf, { ignoreEncryption: true, updateMetadata: false });
  return document.getPage(0).getWidth();
};
