/** Gives a page of a test the program's own fonts, without a host: requests are answered inside the browser. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { pageAssets } from '../../electron/page-assets.ts';
import { Session } from '../../electron/session.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const nothing = async () => {
  throw new Error('a drawing test opens no issue');
};
const assets = pageAssets(root, new Session('', { open: nothing, makePdf: nothing }));

/** Shows the HTML at an address from which `/fonts/…` is the program's. */
export const serveFonts = async (page: Page, html: string): Promise<void> => {
  await page.unrouteAll();
  await page.route('http://zuban.test/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    const asset = await assets(path).catch(() => null);
    return asset
      ? route.fulfill({ contentType: asset.type, body: Buffer.from(asset.bytes) })
      : route.fulfill({ status: 404 });
  });
  await page.goto('http://zuban.test/');
};
