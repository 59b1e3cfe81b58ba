/** The editor in a browser on the real host, as the whole-job tests use it: with what a user sees and the host holds. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { OpenedIssueMessage } from '../../core/contract/ipc.ts';
import { serveInBrowser } from '../../electron/host/browser-host.ts';
import type { BrowserHost } from '../../electron/host/serve.ts';
import { type ReadPage, readPdf } from '../electron/pdf/read-pdf.ts';
import { launchBrowser } from './launch.ts';

export interface Editor {
  readonly page: Page;
  /** Of the host, for another window. */
  readonly address: string;
  readonly faults: readonly string[];
  /** The issue as the host has it, once every edit has reached it. */
  readonly hostIssue: () => Promise<OpenedIssueMessage['issue']>;
  readonly close: () => Promise<void>;
}

export const openEditor = async (
  archive: string,
  viewport: { readonly width: number; readonly height: number },
  paths: readonly string[] = [],
): Promise<Editor> => {
  const host: BrowserHost = await serveInBrowser(paths, 0, { archive, fonts: null });
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(host.address);
  await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
  return {
    page,
    address: host.address,
    faults,
    hostIssue: async () => {
      // Edits are gathered for some 100 ms before they are sent.
      await page.waitForTimeout(400);
      // 'issue.open' would be another window's, and this one would write no more.
      return page.evaluate(async () => {
        const response = await fetch('/call/lock.take', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '[]',
        });
        return ((await response.json()) as { value: OpenedIssueMessage }).value.issue;
      });
    },
    close: async () => {
      await browser.close();
      await host.close();
    },
  };
};

const MIME: Readonly<Record<string, string>> = { '.txt': 'text/plain', '.png': 'image/png' };

/** Drops files from the computer's folders on an element, as the system does: over it, then let go. */
export const dropFiles = async (
  page: Page,
  paths: readonly string[],
  at: { x: number; y: number },
): Promise<void> => {
  const files = paths.map((path) => ({
    name: basename(path),
    type: MIME[extname(path)] ?? '',
    base64: readFileSync(path).toString('base64'),
  }));
  await page.evaluate(
    ({ given, point }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type }));
      }
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        const target = document.elementFromPoint(point.x, point.y)!;
        const where = { clientX: point.x, clientY: point.y };
        target.dispatchEvent(
          new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer, ...where }),
        );
      }
    },
    { given: files, point: at },
  );
};

interface ScreenCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Characters of the page as they stand on the screen, in points of the page, in the order of the drawing. */
export const charactersOnScreen = async (page: Page, number: number): Promise<readonly ScreenCharacter[]> => {
  const sheet = `.sheet[data-page="${number}"]`;
  await page.evaluate((selector) => document.querySelector(selector)!.scrollIntoView(), sheet);
  await page.waitForSelector(`${sheet}[data-fonts="ready"] svg text`);
  return page.evaluate((selector) => {
    const found: { text: string; x: number; y: number }[] = [];
    for (const element of document.querySelectorAll<SVGTextElement>(`${selector} .page-drawing text`)) {
      let unit = 0;
      for (const text of element.textContent ?? '') {
        const { x, y } = element.getStartPositionOfChar(unit);
        const { transform } = element;
        const turned = transform.baseVal.numberOfItems > 0;
        found.push(turned ? { text, x: Number.NaN, y: Number.NaN } : { text, x, y });
        unit += text.length;
      }
    }
    return found;
  }, sheet);
};

/** Points by which the printed page differs from the one on the screen; throws where the characters do. */
export const farthestFromScreen = (screen: readonly ScreenCharacter[], printed: ReadPage): number => {
  const [shown, read] = [screen, printed.characters].map((all) => all.map(({ text }) => text).join(''));
  if (shown !== read)
    throw new Error(`the screen shows other characters than the PDF holds: ${shown} / ${read}`);
  return screen.reduce((most, { x, y }, i) => {
    const found = printed.characters[i]!;
    return Number.isNaN(x) ? most : Math.max(most, Math.abs(found.x - x), Math.abs(found.y - y));
  }, 0);
};

/** Exports by the command and gives the PDF that the browser was handed. */
export const exportedPdf = async (page: Page, press: () => Promise<void>): Promise<readonly ReadPage[]> => {
  const download = page.waitForEvent('download');
  await press();
  // The imprint is empty: that is said first. Esc would cancel; the way on is the next button.
  await page.getByRole('dialog', { name: '导出前请看' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const path = await (await download).path();
  return readPdf(new Uint8Array(readFileSync(path)));
};
