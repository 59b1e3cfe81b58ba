/** An editor's own fonts in the PDF: the text reads back, and PDFium draws each box where its font has it. */
import { decode } from 'fast-png';
import { afterAll, describe, expect, it } from 'vitest';
import type { DisplayList, GlyphRun } from '../../../core/display/display-list.ts';
import { renderPng } from '../../../electron/export/render-png.ts';
import { GlyphStores, loadFontSet } from '../../../electron/fonts/font-files.ts';
import { UserFonts } from '../../../electron/fonts/user-fonts.ts';
import { writePdf } from '../../../electron/pdf/pdf-writer.ts';
import { BoxFolder, FAMILIES } from '../fonts/box-folder.ts';
import { list, page, run } from './display-builders.ts';
import { readPdf } from './read-pdf.ts';

const folder = new BoxFolder();
afterAll(() => folder.remove());

const faces = FAMILIES.map((family) => [family, folder.fonts.named(family).id] as const);
const fonts = loadFontSet(undefined, folder.fonts);
const stores = new GlyphStores(undefined, folder.fonts);

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Bounds of what is dark, in points, at 72 dpi. */
const inkOf = async (display: DisplayList) => {
  for await (const { png } of renderPng(writePdf(display, stores), 72, display.pages)) {
    const { width, height, data, channels } = decode(png);
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if (data[(y * width + x) * channels]! > 128) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
    return { left, right, top, bottom };
  }
  throw new Error('no page was drawn');
};

/** The ink of the run stands there, to the pixel that smooth edges blur. */
const expectInk = async (set: GlyphRun, wanted: Awaited<ReturnType<typeof inkOf>>): Promise<void> => {
  const ink = await inkOf(list(page(set)));
  for (const edge of ['left', 'right', 'top', 'bottom'] as const)
    expect(Math.abs(ink[edge] - wanted[edge]), `${set.text} ${edge}`).toBeLessThanOrEqual(1);
};

describe("an editor's own font in the PDF", () => {
  for (const [family, face] of faces) {
    it(`reads back character for character (${family})`, async () => {
      const set = run(fonts, '甲乙A 𬭎—甲', { face, size: 42, gap: 0.4 });
      const read = (await readPdf(writePdf(list(page(set)), stores))).flatMap((p) => p.characters);
      expect(read.map(({ text }) => text).join('')).toBe(set.text);
      read.forEach(({ x }, i) => {
        expect(Math.abs(x - set.xs[i]!)).toBeLessThan(0.005);
      });
    });

    it(`is drawn as its font has it (${family})`, async () => {
      const at = { face, size: 100, x: 50, y: 200 };
      await expectInk(run(fonts, '甲', at), { left: 60, right: 140, top: 180, bottom: 200 });
      await expectInk(run(fonts, '乙', at), { left: 90, right: 110, top: 120, bottom: 170 });
      await expectInk(run(fonts, '𬭎', at), { left: 50, right: 100, top: 160, bottom: 190 });
    });

    it(`is embedded as a subset of the kind that its outlines want (${family})`, () => {
      const text = latin1(writePdf(list(page(run(fonts, '甲乙', { face }))), stores));
      const cff = family !== 'Box Glyf';
      expect(text).toMatch(new RegExp(`/BaseFont /[A-Z]{6}\\+${family.replace(' ', '')}-Regular`));
      expect(text.includes('/CIDFontType0C')).toBe(cff);
      expect(text.includes('/CIDToGIDMap')).toBe(!cff);
    });
  }

  it('keeps the parts of a composite', async () => {
    const face = folder.fonts.named('Box Glyf').id;
    await expectInk(run(fonts, '工', { face, size: 100, x: 50, y: 200 }), {
      left: 60,
      right: 140,
      top: 120,
      bottom: 200,
    });
  });

  it('is the same bytes every time', () => {
    const display = list(
      page(...faces.map(([, face], i) => run(fonts, '甲乙A—', { face, y: 100 + 50 * i }))),
    );
    const again = new GlyphStores(undefined, UserFonts.in(folder.path));
    expect(Buffer.from(writePdf(display, again)).equals(writePdf(display, stores))).toBe(true);
  });
});
