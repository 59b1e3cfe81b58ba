/**
 * An editor's own face on the screen: the host serves table and font, the page declares the face when it first
 * shows it, and every character stands where the display list has it, drawn in that face.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { screenFamily } from '../../core/display/svg-page.ts';
import { makeUpIssue } from '../../core/makeup/newspaper/make-up-issue.ts';
import { withFaces } from '../../core/publication/faces.ts';
import { SHANGJIE_SHIBAO } from '../../core/publication/profiles/shangjie-shibao.ts';
import { newTypesetting } from '../../core/typeset/typesetting.ts';
import { loadFontSet } from '../../electron/fonts/font-files.ts';
import { createHandlers, deliverByAddress } from '../../electron/host/handlers.ts';
import { pageAssets } from '../../electron/host/page-assets.ts';
import { startBrowserHost } from '../../electron/host/serve.ts';
import { Session } from '../../electron/session/session.ts';
import { issue, story } from '../core/makeup/issue-builder.ts';
import { BoxFolder, FAMILIES } from '../electron/fonts/box-folder.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = new BoxFolder();
afterAll(() => folder.remove());

it.skipIf(!canLaunch())("draws an editor's own faces where the PDF has them (needs a Chromium)", async () => {
  const [headline, deck, kicker] = FAMILIES.map((family) => folder.fonts.named(family).id);
  const fonts = loadFontSet(undefined, folder.fonts);
  const publication = withFaces(SHANGJIE_SHIBAO, { headline: headline!, deck: deck!, kicker: kicker! });
  const stories = [
    story('s1', '甲乙工𬭎河', [300], { kicker: '乙甲A', deck: '甲甲乙𬭎' }),
    story('s2', '工乙甲', [200]),
  ];
  const made = makeUpIssue(issue(stories, { publication }), newTypesetting(fonts));
  const shown = layOutIssue(made, fonts).displayList.pages[0]!;
  const own = shown.items.flatMap((item, index) =>
    item.kind === 'glyphs' && item.face.startsWith('user:') ? [{ item, index }] : [],
  );
  expect(new Set(own.map(({ item }) => item.face)).size).toBe(3);

  const session = new Session('样张', {
    open: async () => ({ issue: made, pictures: new Map(), problems: [] }),
    makePdf: async () => new Uint8Array(),
    userFace: (id) => folder.fonts.find(id),
  });
  const host = await startBrowserHost({
    handlers: createHandlers(session, deliverByAddress),
    assets: pageAssets(root, session),
    port: 0,
    log: () => undefined,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(host.address);
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg');
    const drawn = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet[data-page="1"] text[data-item]')].map((element) => {
        const text = element as SVGTextElement;
        const content = text.textContent ?? '';
        const places: { x: number; y: number }[] = [];
        for (let unit = 0; unit < content.length; unit += content.codePointAt(unit)! > 0xffff ? 2 : 1) {
          const { x, y } = text.getStartPositionOfChar(unit);
          places.push({ x, y });
        }
        const family = getComputedStyle(text).fontFamily.replaceAll('"', '');
        const part = Number(text.closest<SVGElement>('[data-part]')?.dataset.part);
        return { part, at: Number(text.dataset.item), content, family, places };
      }),
    );
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    const before = (part: number) => shown.parts.slice(0, part).reduce((sum, items) => sum + items.length, 0);
    for (const { item, index } of own) {
      const found = drawn.find((text) => before(text.part) + text.at === index)!;
      expect(found.content).toBe(item.text);
      expect(found.family).toBe(screenFamily(item.face));
      expect(loaded.map((family) => family.replaceAll('"', ''))).toContain(screenFamily(item.face));
      item.xs.forEach((x, i) => {
        expect(Math.abs(found.places[i]!.x - x)).toBeLessThan(0.01);
        expect(Math.abs(found.places[i]!.y - item.y)).toBeLessThan(0.01);
      });
    }
  } finally {
    await browser.close();
    await host.close();
  }
});
