import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { RED } from '../../../core/display/display-list.ts';
import { renderPng } from '../../../electron/export/render-png.ts';
import { GlyphStores } from '../../../electron/fonts/font-files.ts';
import { writePdf } from '../../../electron/pdf/pdf-writer.ts';
import { list, page, rect } from '../pdf/display-builders.ts';

const display = list(page(rect({ x: 0, y: 0, width: 300, height: 100 }, RED)), page());
const pdf = writePdf(display, new GlyphStores());

describe('a page rendered from the PDF', () => {
  it('has the size of the page at the resolution, and its colours in the right order', async () => {
    const pages = [];
    for await (const one of renderPng(pdf, 100, display.pages)) pages.push(one);
    expect(pages.map(({ page: number }) => number)).toEqual([1, 2]);
    const image = decode(pages[0]!.png);
    expect([image.width, image.height, image.channels]).toEqual([827, 1169, 3]);
    const [red, green, blue] = image.data;
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(60);
    expect(blue).toBeLessThan(60);
  });

  it('is refused where it would be too large', async () => {
    await expect(renderPng(pdf, 5000).next()).rejects.toThrow('请用较低的 --dpi');
  });
});
