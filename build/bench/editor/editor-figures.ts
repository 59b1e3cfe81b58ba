/** What is measured in the page: each figure drives the editor as a user's hand would, through the browser. */
import type { Page } from 'playwright-core';

/** Milliseconds, a sample for each keystroke or step. */
export interface Timed {
  readonly script: readonly number[];
  readonly painted: readonly number[];
}

const FIRST_PAGE = '.sheet[data-page="1"][data-fonts="ready"] svg text';

/** From the start of the navigation to the first page painted, by reloads: the host has the issue open. */
export const openings = async (page: Page, rounds: number): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let i = 0; i <= rounds; i++) {
    await page.addInitScript(() => {
      const seen = (selector: string) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (!document.querySelector(selector)) return requestAnimationFrame(look);
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          };
          look();
        });
      (window as unknown as { firstPage: Promise<number> }).firstPage = seen(
        '.sheet[data-page="1"][data-fonts="ready"] svg text',
      );
    });
    await page.reload();
    await page.waitForSelector(FIRST_PAGE);
    const at = await page.evaluate(() => (window as unknown as { firstPage: Promise<number> }).firstPage);
    // The first round fills the browser's own caches.
    if (i > 0) found.push(at);
  }
  return found;
};

/**
 * Times every event of that type: from the first listener of the window, before the program's, to the last of it,
 * behind the program's and the microtasks in which React draws, with a layout forced there; and past the next paint.
 */
const watch = (page: Page, type: string): Promise<void> =>
  page.evaluate((watched) => {
    const samples = { script: [] as number[], painted: [] as number[] };
    (window as unknown as { samples: typeof samples }).samples = samples;
    let from = 0;
    window.addEventListener(
      watched,
      () => {
        from = performance.now();
        const begun = from;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => samples.painted.push(performance.now() - begun);
          port2.postMessage(null);
        });
      },
      true,
    );
    window.addEventListener(watched, () => {
      document.querySelector('.sheet svg')?.getBoundingClientRect();
      samples.script.push(performance.now() - from);
    });
  }, type);

const taken = (page: Page): Promise<Timed> =>
  page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (window as unknown as { samples: { script: number[]; painted: number[] } }).samples;
  });

/** Puts the caret into the middle of the longest body of the first page. */
const enterLongest = async (page: Page): Promise<void> => {
  const place = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('.sheet[data-page="1"] svg g[data-part]')];
    const longest = parts.reduce((a, b) => (b.childElementCount > a.childElementCount ? b : a));
    const texts = [...longest.querySelectorAll('text')];
    const box = texts[Math.floor(texts.length / 2)]!.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await page.mouse.click(place.x, place.y);
  await page.waitForTimeout(100);
};

export const keystrokes = async (page: Page, count: number): Promise<Timed> => {
  await enterLongest(page);
  for (const character of '的一是在不了有和人这') await page.keyboard.insertText(character);
  await watch(page, 'beforeinput');
  const characters = [...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动'];
  for (let i = 0; i < count; i++) {
    await page.keyboard.insertText(characters[i % characters.length]!);
    await page.waitForTimeout(40);
  }
  return taken(page);
};

/** A drag answers each painted frame: script, layout and DOM of one are those of its animation callbacks. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const samples = { script: [] as number[], painted: [] as number[] };
    (window as unknown as { samples: typeof samples }).samples = samples;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      ask((time) => {
        const from = performance.now();
        callback(time);
        queueMicrotask(() => {
          document.querySelector('.sheet svg')?.getBoundingClientRect();
          samples.script.push(performance.now() - from);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => samples.painted.push(performance.now() - from);
          port2.postMessage(null);
        });
      });
  });

export const dragFrames = async (page: Page, steps: number): Promise<Timed> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const box = (await page.locator('.sheet[data-page="1"]').boundingBox())!;
  const from = await page.evaluate(() => {
    const part = [...document.querySelectorAll('.sheet[data-page="1"] svg g[data-part]')].at(-2)!;
    const own = part.getBoundingClientRect();
    return { x: own.left + own.width / 2, y: own.top + own.height / 2 };
  });
  await watchFrames(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 0; i < steps; i++) {
    const turn = (i / steps) * Math.PI * 4;
    await page.mouse.move(
      box.x + box.width * (0.5 + 0.35 * Math.sin(turn)),
      box.y + box.height * (0.6 + 0.3 * Math.cos(turn * 1.7)),
    );
    await page.waitForTimeout(20);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return taken(page);
};

const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
};

/** Megabytes that the page's heap has gained after that many keystrokes, typed and taken back. */
export const steadyHeap = async (page: Page, edits: number): Promise<number> => {
  await enterLongest(page);
  for (let i = 0; i < 100; i++) await page.keyboard.insertText(i % 2 === 0 ? '河' : '堤');
  const before = await heapOf(page);
  for (let i = 0; i < edits / 2; i++) {
    await page.keyboard.insertText('柳');
    await page.keyboard.press('Backspace');
  }
  await page.waitForTimeout(500);
  return ((await heapOf(page)) - before) / 1e6;
};
