/** The drawing in a real browser: characters stand where the display list says, whatever they are. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../core/display/display-list.ts';
import { printSvg } from '../../core/display/print-svg.ts';
import { charactersByFace, screenFamily, svgPage } from '../../core/display/svg-page.ts';
import { dash, page as displayPage, run } from './display-pages.ts';
import { canLaunch, launchBrowser } from './launch.ts';
import { serveFonts } from './serve-fonts.ts';

let browser: Browser;
let page: Page;

/** x of the glyph of every UTF-16 unit of the page's text elements, in page points. */
const positions = async (...items: DisplayItem[]): Promise<number[]> => {
  const drawn = displayPage(...items);
  const svg = printSvg(svgPage(drawn, { fontFamily: screenFamily, pictureHref: () => null })).replace(
    /^<\?.*\n/,
    '',
  );
  await serveFonts(page, `<!doctype html><link rel="stylesheet" href="/fonts/fonts.css"><body>${svg}`);
  return page.evaluate(
    async (needed) => {
      for (const [family, text] of needed) await document.fonts.load(`16px "${family}"`, text);
      return [...document.querySelectorAll('text')].flatMap((text) =>
        Array.from({ length: text.getNumberOfChars() }, (_, i) => text.getStartPositionOfChar(i).x),
      );
    },
    [...charactersByFace(drawn)].map(([face, text]) => [screenFamily(face), text] as const),
  );
};

const near = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, x] of expected.entries())
    expect(Math.abs(x - actual[i]!), `character ${i}`).toBeLessThan(0.01);
};

describe.skipIf(!canLaunch())('the drawing in a browser (needs a Chromium)', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it('puts each character at its own position', async () => {
    near(await positions(run('组版三月', 20, 40, 10, 11.37)), [20, 31.37, 42.74, 54.11]);
  });

  it('does not squeeze adjacent punctuation', async () => {
    near(await positions(run('》，“（', 20, 40)), [20, 30, 40, 50]);
  });

  it('keeps the characters after one beyond the BMP in their places', async () => {
    near(await positions(run('张𬭎说𫖯好', 20, 40, 10, 12, 'kai')), [20, 32, 32, 44, 56, 56, 68]);
  });

  it('keeps spaces and Latin letters in their places', async () => {
    near(await positions(run(' fi  AVo', 20, 40, 10, 7)), [20, 27, 34, 41, 48, 55, 62, 69]);
  });

  it('does not turn right-to-left text round', async () => {
    near(await positions(run('שלום', 20, 40)), [20, 30, 40, 50]);
  });

  it('keeps the two characters of the joined dash', async () => {
    near(await positions(dash(20, 40)), [20, 30]);
    expect(await page.evaluate(() => document.querySelector('text')?.textContent)).toBe('——');
  });
});
