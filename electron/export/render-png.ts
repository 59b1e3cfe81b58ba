/**
 * Pages of a PDF as PNG, drawn from the PDF itself by PDFium (as WASM, loaded only when asked for), so that a
 * picture of a page is a proof of the file and not of the program.
 */
import { encode } from 'fast-png';
import type { Size } from '../../core/geometry.ts';
import { InputError } from '../base/input-error.ts';

/** A page larger than this in pixels does not fit PDFium's bitmap and nobody's screen: 16,384 a side. */
const MOST_PIXELS = 16_384;

export interface PagePng {
  /** From 1. */
  readonly page: number;
  readonly png: Uint8Array;
}

/** Throws InputError where the page is too large at the resolution. */
export const checkPngSize = (page: number, { width, height }: Size, dpi: number): void => {
  if ((Math.max(width, height) * dpi) / 72 > MOST_PIXELS)
    throw new InputError(`第${page}版按 ${dpi} dpi 输出的图片过大，请用较低的 --dpi。`);
};

/** PDFium paints RGBA on white; nothing stays transparent, so three channels are kept. */
const rgbOf = (rgba: Uint8Array, pixels: number): Uint8Array => {
  const rgb = new Uint8Array(3 * pixels);
  for (let i = 0; i < pixels; i++) {
    rgb[3 * i] = rgba[4 * i]!;
    rgb[3 * i + 1] = rgba[4 * i + 1]!;
    rgb[3 * i + 2] = rgba[4 * i + 2]!;
  }
  return rgb;
};

/**
 * Pages in order. Throws InputError where the resolution makes a page too large.
 *
 * @param sizes of the pages in points, where they are known: PDFium's wrapper tells whole points only, which
 * makes a picture up to 1 pt too small
 */
export async function* renderPng(
  pdf: Uint8Array,
  dpi: number,
  sizes: readonly Size[] = [],
): AsyncGenerator<PagePng> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const size = sizes[page.number] ?? { width: originalWidth, height: originalHeight };
      checkPngSize(page.number + 1, size, dpi);
      const width = Math.round((size.width * dpi) / 72);
      const height = Math.round((size.height * dpi) / 72);
      const image = await page.render({ width, height });
      const data = rgbOf(image.data, image.width * image.height);
      const png = encode({ width: image.width, height: image.height, data, depth: 8, channels: 3 });
      yield { page: page.number + 1, png };
    }
  } finally {
    document.destroy();
    library.destroy();
  }
}
