/** Every character on screen stands where the display list says, to 0.01 pt, and is the same character. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { createEngine } from '../../core/engine/engine.ts';
import { loadFontSet } from '../../electron/fonts/font-files.ts';
import { serveInBrowser } from '../../electron/host/browser-host.ts';
import { openSources } from '../../electron/import/open-sources.ts';
import { SAMPLE_FORMAT, samplePaths } from '../../electron/session/sample.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

it.skipIf(!canLaunch())('the screen shows the display list of the sample (needs a Chromium)', async () => {
  const fonts = loadFontSet();
  const { issue } = await openSources(samplePaths(root), createEngine(fonts), { format: SAMPLE_FORMAT });
  const { pages } = layOutIssue(issue, fonts).displayList;
  const host = await serveInBrowser([], 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(host.address);
    for (const shown of pages) {
      await page.waitForSelector(`.sheet[data-page="${shown.number}"][data-fonts="ready"] svg`);
      const drawn = await page.evaluate((number) => {
        const items = document.querySelectorAll(`.sheet[data-page="${number}"] [data-item]`);
        return [...items].map((item) => {
          const text = item.tagName === 'text' ? (item as SVGTextElement) : item.querySelector('text');
          if (!text) return null;
          const content = text.textContent ?? '';
          const at: { x: number; y: number }[] = [];
          let unit = 0;
          for (const character of content) {
            const { x, y } = text.getStartPositionOfChar(unit);
            at.push({ x, y });
            unit += character.length;
          }
          return { content, at };
        });
      }, shown.number);
      expect(drawn).toHaveLength(shown.items.length);
      let farthest = 0;
      for (const [index, item] of shown.items.entries()) {
        if (item.kind !== 'glyphs' && item.kind !== 'dash') continue;
        const text = drawn[index];
        expect(text?.content).toBe(item.text);
        expect(text?.at).toHaveLength(item.xs.length);
        for (const [i, x] of item.xs.entries())
          farthest = Math.max(farthest, Math.abs(text!.at[i]!.x - x), Math.abs(text!.at[i]!.y - item.y));
      }
      expect(farthest).toBeLessThan(0.01);
    }
  } finally {
    await browser.close();
    await host.close();
  }
});
