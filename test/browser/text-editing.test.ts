/**
 * Text edited on the page itself, through the real host: what the browser was told by keys, pointer, clipboard and
 * input method must stand in the host's issue, and be taken back step by step.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '../../core/issue/issue.ts';
import { installationRoot } from '../../electron/base/installation.ts';
import { createHandlers, deliverByAddress } from '../../electron/host/handlers.ts';
import { pageAssets } from '../../electron/host/page-assets.ts';
import { type BrowserHost, startBrowserHost } from '../../electron/host/serve.ts';
import { takeUpload } from '../../electron/import/uploads.ts';
import { openSession } from '../../electron/session/open-session.ts';
import type { Session } from '../../electron/session/session.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const HEADLINE = '水库清淤明春完工';
const FIRST = '东河水库的清淤工程昨日开工，预计明年三月完成，届时可多蓄水八十万方。';
const SECOND = '施工期间，下游三个村改由备用水源供水，每日早晚各两小时。';
const THIRD = '村民老周说，这些年水浅，夏天抽不上来，今年总算有了指望。';
const MANUSCRIPT = `# ${HEADLINE}\n\n${FIRST}\n\n${SECOND}\n\n${THIRD}\n`;

/** Twenty words, each composed from its letters. */
const WORDS = [
  ...['春天', '来了', '河水', '上涨', '工人', '早起', '清理', '泥沙', '机器', '轰鸣'],
  ...['村庄', '安静', '孩子', '上学', '老人', '散步', '田野', '返青', '燕子', '归来'],
];

let browser: Browser;
let host: BrowserHost;
let session: Session;
let page: Page;
let cdp: CDPSession;
let folder: string;
const faults: string[] = [];

const story = async (): Promise<Story> => {
  const found = (await session.opened()).issue.stories.find(({ paragraphs }) => paragraphs.length > 0);
  if (!found) throw new Error('no story');
  return found;
};
const body = async () => (await story()).paragraphs.map(({ text }) => text);
const headline = async () => (await story()).headline;

/** Edits reach the host a moment after they are made. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000, interval: 40 });

const undo = () => page.keyboard.press('Control+z');

interface Run {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the text is on screen: part of one run. */
const runOf = (text: string): Promise<Run> =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('.page-drawing text')].find((node) =>
      node.textContent?.includes(wanted),
    );
    const all = found?.textContent;
    if (!found || !all) throw new Error(`not drawn: ${wanted}`);
    const { x, y, width, height } = found.getBoundingClientRect();
    const each = width / [...all].length;
    return { x: x + each * all.indexOf(wanted), y, width: each * wanted.length, height };
  }, text);

/** Clicks before the character of the text; its frame is selected where it was not. */
const clickAt = async (text: string, count: number, options: { readonly shift?: boolean } = {}) => {
  const { x, y, width, height } = await runOf(text);
  const at = { x: x + (width * count) / [...text].length, y: y + height / 2 };
  if (options.shift) await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  if (options.shift) await page.keyboard.up('Shift');
};

/** Longer than two clicks of one double click are apart. */
const pauseOfClicks = () => page.waitForTimeout(600);

const inText = () => page.waitForFunction(() => document.activeElement?.classList.contains('text-input'));

/** Puts the caret to the start of the body's paragraph, from 0. */
const toParagraph = async (index: number) => {
  await clickAt(HEADLINE.slice(0, 4), 1);
  await inText();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i <= index; i++) await page.keyboard.press('Control+ArrowDown');
};

const compose = async (word: string, letters: string) => {
  for (let n = 1; n <= letters.length; n++) {
    const text = letters.slice(0, n);
    await cdp.send('Input.imeSetComposition', { text, selectionStart: n, selectionEnd: n });
  }
  await cdp.send('Input.insertText', { text: word });
};

const pasteHtml = (html: string, text: string) =>
  page.evaluate(
    ([richText, plain]) => {
      const data = new DataTransfer();
      data.setData('text/html', richText!);
      data.setData('text/plain', plain!);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [html, text],
  );

describe.skipIf(!canLaunch())('text edited on the page (needs a Chromium)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zuban-text-'));
    writeFileSync(join(folder, '稿件.md'), MANUSCRIPT);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await page?.close();
    await host?.close();
    const root = installationRoot();
    session = openSession(root, [join(folder, '稿件.md')], { archive: folder, fonts: null });
    host = await startBrowserHost({
      handlers: createHandlers(session, deliverByAddress),
      assets: pageAssets(root, session),
      upload: (name, bytes) => takeUpload(session.uploads, name, bytes),
      port: 0,
      log: (line) => faults.push(line),
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    cdp = await page.context().newCDPSession(page);
    await page.goto(host.address);
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
  });

  it('takes what is typed at the place that was clicked', async () => {
    await clickAt(HEADLINE.slice(0, 4), 2);
    await inText();
    await page.keyboard.insertText('大');
    await soon(headline).toBe('水库大清淤明春完工');
  });

  it('makes a paragraph with Enter and joins it again with Backspace, the caret going with it', async () => {
    await toParagraph(1);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await soon(body).toEqual([FIRST, SECOND.slice(0, 5), SECOND.slice(5), THIRD]);
    await page.keyboard.insertText('新');
    await soon(body).toEqual([FIRST, SECOND.slice(0, 5), `新${SECOND.slice(5)}`, THIRD]);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await soon(body).toEqual([FIRST, SECOND, THIRD]);
    await page.keyboard.press('Delete');
    await soon(body).toEqual([FIRST, SECOND.slice(0, 5) + SECOND.slice(6), THIRD]);
  });

  it('takes back a burst of typing at once, and typing and deleting one by one', async () => {
    await toParagraph(0);
    await page.keyboard.type('abcdef');
    await soon(body).toEqual([`abcdef${FIRST}`, SECOND, THIRD]);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await soon(body).toEqual([`abcd${FIRST}`, SECOND, THIRD]);
    await undo();
    await soon(body).toEqual([`abcdef${FIRST}`, SECOND, THIRD]);
    await undo();
    await soon(body).toEqual([FIRST, SECOND, THIRD]);
    await page.keyboard.press('Control+Shift+z');
    await soon(body).toEqual([`abcdef${FIRST}`, SECOND, THIRD]);
  });

  it('ends a burst where the caret was moved', async () => {
    await toParagraph(0);
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('cd');
    await soon(body).toEqual([`acdb${FIRST}`, SECOND, THIRD]);
    await undo();
    await soon(body).toEqual([`ab${FIRST}`, SECOND, THIRD]);
  });

  it('replaces what Shift and the arrows selected, over a paragraph’s edge', async () => {
    await toParagraph(1);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft');
    expect(await page.locator('.text-selected').count()).toBeGreaterThan(0);
    await page.keyboard.type('x');
    await soon(body).toEqual([`${FIRST.slice(0, -2)}x${SECOND}`, THIRD]);
  });

  it('goes down and up again by lines to where it was', async () => {
    await toParagraph(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
    await page.keyboard.type('x');
    await soon(body).toEqual([`${FIRST.slice(0, 2)}x${FIRST.slice(2)}`, SECOND, THIRD]);
  });

  it('selects by dragging, by a click with Shift and by three clicks', async () => {
    await clickAt(HEADLINE.slice(0, 4), 1);
    await inText();
    await pauseOfClicks();
    const run = await runOf(HEADLINE.slice(0, 4));
    const step = run.width / 4;
    const middle = run.y + run.height / 2;
    await page.mouse.move(run.x + step, middle);
    await page.mouse.down();
    await page.mouse.move(run.x + 2.1 * step, middle, { steps: 4 });
    await page.mouse.move(run.x + 3 * step, middle, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.type('x');
    await soon(headline).toBe(`水x${HEADLINE.slice(3)}`);
    await undo();
    await soon(headline).toBe(HEADLINE);
    await pauseOfClicks();
    await clickAt(HEADLINE.slice(0, 4), 1);
    await clickAt(HEADLINE.slice(0, 4), 4, { shift: true });
    await page.keyboard.type('y');
    await soon(headline).toBe(`水y${HEADLINE.slice(4)}`);
    await undo();
    await soon(headline).toBe(HEADLINE);
    await pauseOfClicks();
    const again = await runOf(HEADLINE.slice(0, 4));
    await page.mouse.click(again.x + step, middle, { clickCount: 3 });
    await page.keyboard.type('z');
    await soon(headline).toBe('z');
  });

  it('sets bold and emphasis by keys, and takes them away again', async () => {
    await toParagraph(0);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    const marks = async () => (await story()).paragraphs[0]!.marks;
    await page.keyboard.press('Control+b');
    await soon(marks).toEqual([{ from: 0, to: 4, kind: 'bold' }]);
    await page.keyboard.press('Control+i');
    await soon(marks).toEqual([
      { from: 0, to: 4, kind: 'bold' },
      { from: 0, to: 4, kind: 'emphasis' },
    ]);
    await page.keyboard.press('Control+b');
    await soon(marks).toEqual([{ from: 0, to: 4, kind: 'emphasis' }]);
  });

  it('takes paragraphs and bold of what is pasted from Word, and nothing else', async () => {
    await toParagraph(1);
    await pasteHtml(
      `<html><head><style>p.MsoNormal { color: red }</style></head><body><!--StartFragment-->
<p class=MsoNormal style='text-indent:21pt'><span lang=EN-US>&nbsp;</span>甲<b style='mso-bidi-font-weight:
normal'>乙</b>丙<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>丁
戊</p><!--EndFragment--></body></html>`,
      '',
    );
    await soon(body).toEqual([FIRST, '甲乙丙', `1.丁戊${SECOND}`, THIRD]);
    expect((await story()).paragraphs[1]!.marks).toEqual([{ from: 1, to: 2, kind: 'bold' }]);
    await undo();
    await soon(body).toEqual([FIRST, SECOND, THIRD]);
  });

  it('joins pasted paragraphs in a headline', async () => {
    await clickAt(HEADLINE.slice(0, 4), 0);
    await inText();
    await page.keyboard.press('Control+Home');
    await pasteHtml('', '甲\n　　乙\n');
    await soon(headline).toBe(`甲乙${HEADLINE}`);
  });

  it('gives text and bold to the clipboard by the browser’s own keys, and cuts', async () => {
    await toParagraph(0);
    await page.evaluate(() => {
      document.addEventListener('copy', (event) => {
        document.body.dataset.copied = event.clipboardData?.getData('text/html') ?? '';
      });
    });
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => page.evaluate(() => document.body.dataset.copied))
      .toBe(`<p>${FIRST.slice(0, 4)}</p>`);
    await page.keyboard.press('Control+x');
    await soon(body).toEqual([FIRST.slice(4), SECOND, THIRD]);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await soon(async () => (await body()).join('').includes(FIRST.slice(0, 4))).toBe(true);
  });

  it('forces a line in the headline with Enter and proposes its breaks anew', async () => {
    await clickAt(HEADLINE.slice(0, 4), 4);
    await inText();
    await page.keyboard.press('Enter');
    await soon(headline).toBe(`${HEADLINE.slice(0, 4)}\n${HEADLINE.slice(4)}`);
  });

  it('selects the part and then the body with the same key, and the frame with Esc', async () => {
    await clickAt(HEADLINE.slice(0, 4), 1);
    await inText();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    await soon(body).toEqual(['x']);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('text-input'))).toBe(false);
    expect(await page.locator('.text-caret').count()).toBe(0);
    await page.keyboard.press('F2');
    await inText();
    await page.keyboard.type('y');
    await soon(headline).toBe(`y${HEADLINE}`);
  });

  it('moves a paragraph with its caret and makes it a subhead', async () => {
    await toParagraph(1);
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await soon(body).toEqual([SECOND, FIRST, THIRD]);
    await page.keyboard.press('Control+Alt+2');
    await soon(async () => (await story()).paragraphs[0]!.role).toBe('subhead');
  });

  it('goes from part to part with Tab, and to the story’s ends', async () => {
    await clickAt(HEADLINE.slice(0, 4), 1);
    await inText();
    await page.keyboard.press('Tab');
    await page.keyboard.type('a');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('b');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('c');
    await soon(body).toEqual([`a${FIRST}`, SECOND, `${THIRD}c`]);
    expect(await headline()).toBe(`${HEADLINE}b`);
  });

  it('cuts, copies and pastes from the menu', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const choose = async (name: string) => {
      await page.getByRole('menuitem', { name: '编辑', exact: true }).click();
      await page.getByRole('menuitem', { name, exact: false }).first().click();
      await inText();
    };
    await toParagraph(0);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    await choose('剪切');
    await soon(body).toEqual([FIRST.slice(4), SECOND, THIRD]);
    await page.keyboard.press('Control+ArrowDown');
    await choose('粘贴');
    await soon(body).toEqual([FIRST.slice(4), FIRST.slice(0, 4) + SECOND, THIRD]);
  });

  it('scrolls to the caret where it goes out of sight, and the field goes with it', async () => {
    await toParagraph(0);
    for (let i = 0; i < 12; i++) await page.keyboard.press('Control+=');
    await page.evaluate(() => document.querySelector('.page-view')!.scrollTo(0, 0));
    await page.keyboard.press('Control+End');
    await page.waitForTimeout(200);
    const seen = await page.evaluate(() => {
      const view = document.querySelector('.page-view')!.getBoundingClientRect();
      const caret = document.querySelector('.text-caret')!.getBoundingClientRect();
      const field = document.querySelector('.text-input')!.getBoundingClientRect();
      return {
        inside: caret.top >= view.top && caret.bottom <= view.bottom && caret.left >= view.left,
        apart: Math.max(Math.abs(caret.left - field.left), Math.abs(caret.top - field.top)),
      };
    });
    expect(seen.inside).toBe(true);
    expect(seen.apart).toBeLessThan(2);
  });

  it('composes twenty words in the headline, each one step to undo', async () => {
    await clickAt(HEADLINE.slice(0, 4), 2);
    await inText();
    for (const word of WORDS) await compose(word, 'pinyin');
    const composed = WORDS.join('');
    await soon(headline).toBe(HEADLINE.slice(0, 2) + composed + HEADLINE.slice(2));
    for (let left = WORDS.length - 1; left >= 0; left--) {
      await undo();
      await soon(headline).toBe(HEADLINE.slice(0, 2) + WORDS.slice(0, left).join('') + HEADLINE.slice(2));
    }
  });

  it('composes twenty words in a paragraph, each one step to undo', async () => {
    await toParagraph(1);
    for (const word of WORDS) await compose(word, 'zhongwen');
    await soon(body).toEqual([FIRST, WORDS.join('') + SECOND, THIRD]);
    for (let left = WORDS.length - 1; left >= 0; left--) {
      await undo();
      await soon(body).toEqual([FIRST, WORDS.slice(0, left).join('') + SECOND, THIRD]);
    }
  });

  it('shows what is composed in place of the selection, and nothing is left of it when it is given up', async () => {
    await toParagraph(0);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await cdp.send('Input.imeSetComposition', { text: 'ceshi', selectionStart: 5, selectionEnd: 5 });
    await expect.poll(() => page.locator('.text-composed').count()).toBe(1);
    expect(await page.evaluate(() => document.querySelector('.page-drawing')?.textContent)).toContain(
      `ceshi${FIRST.slice(3, 8)}`,
    );
    await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await expect.poll(() => page.locator('.text-composed').count()).toBe(0);
    expect(await page.locator('.text-selected').count()).toBeGreaterThan(0);
    await page.waitForTimeout(200);
    expect(await body()).toEqual([FIRST, SECOND, THIRD]);
  });

  it('composes on through saving and undo keys, and the field stays the same element', async () => {
    await toParagraph(1);
    await page.evaluate(() => document.activeElement!.setAttribute('data-mark', 'first'));
    await cdp.send('Input.imeSetComposition', { text: 'ce', selectionStart: 2, selectionEnd: 2 });
    await undo();
    await page.evaluate(() => document.querySelector<HTMLElement>('.page-view')!.scrollBy(0, 40));
    await page.waitForTimeout(1200);
    await cdp.send('Input.imeSetComposition', { text: 'ceshi', selectionStart: 5, selectionEnd: 5 });
    await cdp.send('Input.insertText', { text: '测试' });
    await soon(body).toEqual([FIRST, `测试${SECOND}`, THIRD]);
    expect(await page.getAttribute('.text-input', 'data-mark')).toBe('first');
    expect(await page.inputValue('.text-input')).toBe('');
  });

  it('makes the word that is in composition where the pointer goes on elsewhere', async () => {
    await toParagraph(0);
    await cdp.send('Input.imeSetComposition', { text: '词', selectionStart: 1, selectionEnd: 1 });
    await clickAt(HEADLINE.slice(0, 4), 2);
    await soon(body).toEqual([`词${FIRST}`, SECOND, THIRD]);
    await page.keyboard.type('x');
    await soon(headline).toBe(`水库x${HEADLINE.slice(2)}`);
  });

  it('did all of this without an error in the page', () => {
    expect(faults).toEqual([]);
  });
});
