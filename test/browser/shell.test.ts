/** The application on the browser host, as `npm start` gives it, on the sample issue. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveInBrowser } from '../../electron/host/browser-host.ts';
import type { BrowserHost } from '../../electron/host/serve.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');

let browser: Browser;
let host: BrowserHost;
let page: Page;
const faults: string[] = [];

const painted = () => page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
const zoomShown = async () => Number.parseInt((await page.textContent('.foot-zoom')) ?? '', 10);

describe.skipIf(!canLaunch())('the application in a browser (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    host = await serveInBrowser([], 0);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(host.address);
    await painted();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  it('shows every page of the sample, each with its fonts', async () => {
    const sheets = await page.locator('.sheet').count();
    expect(sheets).toBeGreaterThan(0);
    expect(await page.locator('.page-tab').count()).toBe(sheets);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.sheet[data-fonts="ready"]').length === count,
      sheets,
    );
    expect(await page.textContent('h1')).toBe('上街时报');
    await page.evaluate(() => document.fonts.ready);
    // The picture of the README shows the other pages in small as well, which are drawn when there is time.
    await page.waitForFunction((count) => {
      const lines = [...document.querySelectorAll('.thumbnail > path')].map(
        (path) => path.getAttribute('d') ?? '',
      );
      return lines.length === count && lines.every((line) => line.length > 2000);
    }, sheets);
    await page.screenshot({ path: join(screenshots, 'application.png') });
  });

  it('takes the token out of the address', () => {
    expect(page.url()).toBe(`http://127.0.0.1:${host.port}/`);
  });

  it('comes back after a reload', async () => {
    await page.reload();
    await painted();
  });

  it('is not given to a browser without the token', async () => {
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    const answer = await other.goto(`http://127.0.0.1:${host.port}/`);
    expect(answer?.status()).toBe(403);
    await stranger.close();
  });

  it('zooms by keys and keeps the point under the pointer when zooming by the wheel', async () => {
    await page.keyboard.press('Control+1');
    expect(await zoomShown()).toBe(100);
    await page.keyboard.press('Control+=');
    expect(await zoomShown()).toBe(125);
    await page.keyboard.press('Control+-');
    expect(await zoomShown()).toBe(100);

    const pointer = { x: 700, y: 500 };
    const under = () =>
      page.evaluate(({ x, y }) => {
        const box = document.querySelector('.sheet')!.getBoundingClientRect();
        return { across: (x - box.left) / box.width, down: (y - box.top) / box.height };
      }, pointer);
    await page.mouse.move(pointer.x, pointer.y);
    await page.mouse.wheel(0, 300);
    // The browser scrolls some frames after the wheel turned.
    await page.waitForFunction(
      () => {
        const top = document.querySelector('.page-view')!.scrollTop;
        const still = top > 0 && document.body.dataset.top === String(top);
        document.body.dataset.top = String(top);
        return still;
      },
      null,
      { polling: 100 },
    );
    const before = await under();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.foot-zoom')?.textContent !== '100%');
    const after = await under();
    expect(after.across).toBeCloseTo(before.across, 2);
    expect(after.down).toBeCloseTo(before.down, 2);
  });

  it('never goes below 25% or above 800%', async () => {
    for (let i = 0; i < 16; i++) await page.keyboard.press('Control+-');
    expect(await zoomShown()).toBe(25);
    for (let i = 0; i < 16; i++) await page.keyboard.press('Control+=');
    expect(await zoomShown()).toBe(800);
  });

  it('fits the page and its width', async () => {
    await page.getByRole('button', { name: '版宽' }).click();
    const fits = await page.evaluate(() => {
      const view = document.querySelector('.page-view')!;
      return Math.abs(document.querySelector('.sheet')!.clientWidth - (view.clientWidth - 48));
    });
    expect(fits).toBeLessThan(2);
    await page.getByRole('button', { name: '整版' }).click();
    const height = await page.evaluate(
      () =>
        document.querySelector('.page-view')!.clientHeight - document.querySelector('.sheet')!.clientHeight,
    );
    expect(height).toBeGreaterThanOrEqual(0);
  });

  it('paints the page white in a dark interface', async () => {
    const theme = async (name: string) => {
      await page.getByRole('menuitem', { name: '视图', exact: true }).click();
      await page.getByRole('menuitemcheckbox', { name }).click();
    };
    await theme('深色界面');
    const colours = await page.evaluate(() => ({
      sheet: getComputedStyle(document.querySelector('.sheet')!).backgroundColor,
      desk: getComputedStyle(document.querySelector('.app')!).backgroundColor,
    }));
    expect(colours.sheet).toBe('rgb(255, 255, 255)');
    expect(colours.desk).not.toBe('rgb(255, 255, 255)');
    await page.screenshot({ path: join(screenshots, 'application-dark.png') });
    await theme('浅色界面');
  });

  it('gives the issue as a PDF to save', async () => {
    await page.getByRole('button', { name: '导出 PDF' }).click();
    const gate = page.getByRole('dialog', { name: '导出前请看' });
    await gate.waitFor();
    await page.screenshot({ path: join(screenshots, 'press-gate.png') });
    expect(await gate.getByRole('listitem').count()).toBe(1);
    await gate.getByRole('button', { name: /^去看看：版记没有发送对象/ }).click();
    await expect.poll(() => gate.count()).toBe(0);
    await page.locator('.inspector [data-head-field="imprint"] input:focus').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 PDF' }).click();
    await gate.getByRole('button', { name: '仍要导出' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('did all of this without an error in the page', () => {
    expect(faults).toEqual([]);
  });
});
