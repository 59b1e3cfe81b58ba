/** Gives a page of a test the program's own fonts, without a host: requests are answered inside the browser. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { pageAssets } from '../../electron/host/page-assets.ts';
import { Session } from '../../electron/session/session.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const nothing = async () => {
  throw new Error('a drawing test opens no issue');
};
const assets = pageAssets(root, new Session('', { open: nothing, makePdf: nothing }));

/** What each page shows at its root. A page is routed once: taking a route away while a font is still on its way
 * would answer that request twice. */
const shown = new WeakMap<Page, { html: string }>();

/** Shows the HTML at an address from which `/fonts/…` is the program's. */
export const serveFonts = async (page: Page, html: string): Promise<void> => {
  const known = shown.get(page);
  if (known) known.html = html;
  else {
    const entry = { html };
    shown.set(page, entry);
    await page.route('http://zuban.test/**', async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: entry.html });
      const asset = await assets(path).catch(() => null);
      return asset
        ? route.fulfill({ contentType: asset.type, body: Buffer.from(asset.bytes) })
        : route.fulfill({ status: 404 });
    });
  }
  await page.goto('http://zuban.test/');
};
