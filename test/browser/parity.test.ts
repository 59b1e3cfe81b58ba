/**
 * The drawing in a real browser is the display list: every character the same, at its place to 0.01 pt, drawn in the
 * face that the engine chose. For the sample, a page of odd characters, and a seed where the seeds are there.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { printSvg } from '../../core/display/print-svg.ts';
import { charactersByFace, screenFamily, svgPage } from '../../core/display/svg-page.ts';
import { haveSeeds, oddTrial, sampleTrial, seedTrial, type Trial } from '../parity/trials.ts';
import { canLaunch, launchBrowser } from './launch.ts';
import { serveFonts } from './serve-fonts.ts';

/** Points: screen and PDF may differ by no more (ARCHITECTURE.md). */
const TOLERANCE = 0.01;

let browser: Browser;
let page: Page;

interface DrawnText {
  /** Of the page, and the item's place in it. */
  readonly part: number;
  readonly item: number;
  readonly text: string;
  readonly family: string;
  /** Place of each code point. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

const draw = async (shown: DisplayPage): Promise<{ unloaded: string[]; drawn: DrawnText[] }> => {
  const svg = printSvg(svgPage(shown)).replace(/^<\?.*\n/, '');
  await serveFonts(
    page,
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/fonts/fonts.css"><body>${svg}`,
  );
  const needed = [...charactersByFace(shown)].map(([face, text]) => [screenFamily(face), text] as const);
  return page.evaluate(async (faces) => {
    const unloaded: string[] = [];
    for (const [family, text] of faces) {
      const found = await document.fonts.load(`16px "${family}"`, text);
      if (found.length === 0 || found.some(({ status }) => status !== 'loaded')) unloaded.push(family);
    }
    const drawn = [...document.querySelectorAll('text')].map((element) => {
      const text = element.textContent ?? '';
      const places: { x: number; y: number }[] = [];
      let unit = 0;
      for (const character of text) {
        const { x, y } = element.getStartPositionOfChar(unit);
        places.push({ x, y });
        unit += character.length;
      }
      const item = Number(element.closest('[data-item]')?.getAttribute('data-item'));
      const part = Number(element.closest('[data-part]')?.getAttribute('data-part'));
      return { part, item, text, family: getComputedStyle(element).fontFamily.replaceAll('"', ''), places };
    });
    return { unloaded, drawn };
  }, needed);
};

const TRIALS: readonly (readonly [name: string, there: boolean, make: () => Promise<Trial>])[] = [
  ['the sample', true, sampleTrial],
  ['a page of odd characters', true, oddTrial],
  [
    '2020-03-15 in 四开 (needs the seeds)',
    haveSeeds,
    () => seedTrial('shangjie-shibao-2020-03-15.txt', '四开'),
  ],
];

describe.skipIf(!canLaunch())('in a browser (needs a Chromium)', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  for (const [name, there, make] of TRIALS)
    it.skipIf(!there)(`${name} has every character of the display list at its place`, async () => {
      const { displayList } = (await make()).layout;
      for (const shown of displayList.pages) {
        const { unloaded, drawn } = await draw(shown);
        expect(unloaded).toEqual([]);
        const wanted = shown.items.flatMap((item, index) =>
          item.kind === 'glyphs' || item.kind === 'dash' ? [{ item, index }] : [],
        );
        const before = (part: number) => shown.parts.slice(0, part).reduce((sum, own) => sum + own.length, 0);
        expect(drawn.map(({ part, item }) => before(part) + item)).toEqual(wanted.map(({ index }) => index));
        let farthest = 0;
        for (const [i, { item }] of wanted.entries()) {
          const found = drawn[i]!;
          expect(found.text).toBe(item.text);
          expect(found.family).toBe(screenFamily(item.face));
          expect(found.places).toHaveLength(item.xs.length);
          for (const [n, x] of item.xs.entries()) {
            const { x: foundX, y: foundY } = found.places[n]!;
            farthest = Math.max(farthest, Math.abs(foundX - x), Math.abs(foundY - item.y));
          }
        }
        expect(farthest).toBeLessThan(TOLERANCE);
      }
    });
});
