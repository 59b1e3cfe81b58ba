/**
 * The story editor in a real browser on the real host: typing, marks, roles, moves, paste, and an input method's
 * composition by the browser's own protocol.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveInBrowser } from '../../electron/host/browser-host.ts';
import type { BrowserHost } from '../../electron/host/serve.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const WORDS = [
  '春风',
  '吹绿',
  '湖岸',
  '游人',
  '纷纷',
  '前来',
  '踏青',
  '志愿者',
  '维持',
  '秩序',
  '孩子们',
  '放飞',
  '风筝',
  '笑声',
  '传遍',
  '广场',
  '夕阳',
  '西下',
  '依依',
  '不舍',
];

const WORD_HTML = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {font-weight:bold}
</style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span style='font-family:宋体'>　　湖边的
小路修好了。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt'>路灯</span></b><span
style='color:red'>也亮了。<o:p>&nbsp;</o:p></span></p>
<!--EndFragment--></body></html>`;

let browser: Browser;
let host: BrowserHost;
let page: Page;
let cdp: CDPSession;
const faults: string[] = [];

const body = () => page.getByRole('textbox', { name: '正文' });
const paragraphs = () => body().locator('p').allTextContents();
const shown = async () => (await page.locator('.sheet svg').allTextContents()).join('').replace(/\s/g, '');
const undoName = () => page.locator('.tool-bar button', { hasText: '撤销' }).getAttribute('title');

const caretAtStart = async () => {
  await body().locator('p').first().click();
  await page.keyboard.press('Control+Home');
  await settled();
};

/** The browser tells of a moved selection with the next frame. */
const settled = () =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );

const composeWord = async (word: string) => {
  for (let length = 1; length <= word.length; length++)
    await cdp.send('Input.imeSetComposition', {
      text: word.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  await cdp.send('Input.insertText', { text: word });
};

const paste = (html: string, text = '') =>
  body().evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html !== '') clipboardData.setData('text/html', data.html);
      clipboardData.setData('text/plain', data.text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );

describe.skipIf(!canLaunch())('the story editor in a browser (needs a Chromium)', () => {
  beforeAll(async () => {
    host = await serveInBrowser([], 0);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    await page.goto(host.address);
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
    cdp = await page.context().newCDPSession(page);
    await page.getByRole('tab', { name: '文稿' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  it('offers the stories to choose from while none is selected', async () => {
    const stories = page.getByRole('list', { name: '全部稿件' }).getByRole('button');
    await stories.first().waitFor();
    expect(await stories.count()).toBeGreaterThan(1);
    await stories.first().click();
    await body().waitFor();
    expect((await paragraphs()).length).toBeGreaterThan(2);
  });

  describe('with a story open', () => {
    let before: string[];
    beforeEach(async () => {
      before = await paragraphs();
      await caretAtStart();
    });
    const undoAll = async () => {
      for (let i = 0; i < 60 && (await paragraphs()).join('\n') !== before.join('\n'); i++)
        await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
    };

    it('types a burst as one step, which the page follows', async () => {
      await page.keyboard.type('试字XYZ');
      expect((await paragraphs())[0]).toBe(`试字XYZ${before[0]}`);
      await expect.poll(shown).toContain('试字XYZ');
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
      await expect.poll(shown).not.toContain('试字XYZ');
    });

    it('makes a burst after a pause another step', async () => {
      await page.keyboard.type('甲');
      await page.waitForTimeout(1200);
      await page.keyboard.type('乙');
      await page.keyboard.press('Control+z');
      expect((await paragraphs())[0]).toBe(`甲${before[0]}`);
      await undoAll();
    });

    it('keeps what was typed on after an undo in the same place', async () => {
      await page.keyboard.type('甲乙');
      await page.keyboard.press('Control+z');
      await page.keyboard.type('丙');
      expect((await paragraphs())[0]).toBe(`丙${before[0]}`);
      await undoAll();
    });

    it('sets bold and emphasis', async () => {
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await settled();
      await page.keyboard.press('Control+b');
      expect(await body().locator('p strong').first().textContent()).toBe(before[0]!.slice(0, 2));
      expect(await undoName()).toContain('加粗');
      await page.getByRole('button', { name: '着重' }).click();
      expect(await body().locator('p em').first().textContent()).toBe(before[0]!.slice(0, 2));
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      expect(await body().locator('p').first().locator('strong, em').count()).toBe(0);
    });

    it('makes a subhead and body again', async () => {
      const role = () => body().locator('p').first().getAttribute('data-role');
      await page.keyboard.press('Control+Alt+2');
      expect(await role()).toBe('subhead');
      expect(await page.getByRole('button', { name: '小标题' }).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('Control+Alt+0');
      expect(await role()).toBe('body');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      expect(await role()).toBe('body');
    });

    it('moves a paragraph down and up', async () => {
      await page.keyboard.press('Alt+Shift+ArrowDown');
      expect((await paragraphs()).slice(0, 2)).toEqual([before[1], before[0]]);
      expect(await undoName()).toContain('移动段落');
      await page.keyboard.press('Alt+Shift+ArrowUp');
      expect(await paragraphs()).toEqual(before);
      await page.keyboard.press('Control+z');
      expect((await paragraphs()).slice(0, 2)).toEqual([before[1], before[0]]);
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
    });

    it('parts a paragraph by Enter and joins it by Backspace', async () => {
      await page.keyboard.press('ArrowRight');
      await settled();
      await page.keyboard.press('Enter');
      expect((await paragraphs()).slice(0, 2)).toEqual([before[0]!.slice(0, 1), before[0]!.slice(1)]);
      await page.keyboard.press('Backspace');
      expect(await paragraphs()).toEqual(before);
      await page.keyboard.press('Control+z');
      expect((await paragraphs()).length).toBe(before.length + 1);
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
      await page.keyboard.press('Control+Shift+z');
      expect((await paragraphs())[1]).toBe(before[0]!.slice(1));
      await page.keyboard.press('Control+z');
    });

    it('keeps paragraphs and bold of what Word puts on the clipboard, and nothing else', async () => {
      await paste(WORD_HTML, 'not this');
      const after = await paragraphs();
      expect(after.slice(0, 2)).toEqual(['湖边的小路修好了。', `路灯也亮了。${before[0]}`]);
      expect(await body().locator('p').nth(1).innerHTML()).toMatch(/^<strong>路灯<\/strong>也亮了。/);
      expect(await body().locator('[style], span, b').count()).toBe(0);
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
    });

    it('shows its caret on the page and keeps the focus', async () => {
      const place = () => page.locator('.text-caret').evaluate((caret) => caret.getBoundingClientRect().left);
      await page.waitForSelector('.text-caret');
      const left = await place();
      await page.keyboard.press('ArrowRight');
      expect(await body().evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await expect.poll(place).toBeGreaterThan(left);
    });

    it('follows a caret that is set on the page, which keeps the keys', async () => {
      const line = page.locator('.sheet svg text', { hasText: before[1]!.slice(0, 6) }).first();
      const box = await line.boundingBox();
      if (!box) throw new Error('the second paragraph is not on the page');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForFunction(
        () => document.querySelectorAll('.story-text p')[1]?.classList.contains('at-caret'),
        null,
        { timeout: 5000 },
      );
      await page.keyboard.type('页');
      expect((await paragraphs())[1]).toContain('页');
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
    });

    it('takes twenty words of an input method, exactly, a step a word, and the page follows', async () => {
      await cdp.send('Input.imeSetComposition', { text: '奇', selectionStart: 1, selectionEnd: 1 });
      await expect.poll(shown).toContain(`奇${before[0]!.slice(0, 4)}`);
      await cdp.send('Input.insertText', { text: '奇' });
      await page.keyboard.press('Control+z');
      expect(await paragraphs()).toEqual(before);
      for (const word of WORDS) await composeWord(word);
      expect((await paragraphs())[0]).toBe(WORDS.join('') + before[0]);
      await expect.poll(shown).toContain(WORDS.slice(0, 5).join(''));
      for (let left = WORDS.length - 1; left >= 0; left--) {
        await page.keyboard.press('Control+z');
        expect((await paragraphs())[0]).toBe(WORDS.slice(0, left).join('') + before[0]);
      }
      await expect.poll(shown).not.toContain(WORDS[0]);
    });

    it('leaves no trace of a composition that was given up', async () => {
      const step = await undoName();
      await cdp.send('Input.imeSetComposition', { text: 'qi', selectionStart: 2, selectionEnd: 2 });
      await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      await page.waitForTimeout(50);
      expect(await paragraphs()).toEqual(before);
      expect(await undoName()).toBe(step);
    });

    it('takes twenty words in the headline, exactly, a step a word, and the page follows', async () => {
      const field = page.getByRole('textbox', { name: '主题' });
      const headline = await field.inputValue();
      await field.click();
      await field.press('Control+Home');
      for (const word of WORDS) await composeWord(word);
      expect(await field.inputValue()).toBe(WORDS.join('') + headline);
      await expect.poll(shown).toContain(WORDS[0]);
      for (let left = WORDS.length - 1; left >= 0; left--) {
        await page.keyboard.press('Control+z');
        expect(await field.inputValue()).toBe(WORDS.slice(0, left).join('') + headline);
      }
      await expect.poll(shown).not.toContain(WORDS[0]);
    });

    it('shows a headline in composition before it is one', async () => {
      const field = page.getByRole('textbox', { name: '主题' });
      const headline = await field.inputValue();
      await field.click();
      await field.press('Control+Home');
      await cdp.send('Input.imeSetComposition', { text: '鑫', selectionStart: 1, selectionEnd: 1 });
      await expect.poll(shown).toContain('鑫');
      await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      await page.waitForTimeout(50);
      expect(await field.inputValue()).toBe(headline);
      await expect.poll(shown).not.toContain('鑫');
    });
  });

  it('gives the panel more room when asked', async () => {
    const width = () => page.locator('.right-side').evaluate((element) => element.clientWidth);
    const narrow = await width();
    await page.getByRole('button', { name: '展开' }).click();
    expect(await width()).toBeGreaterThan(narrow + 200);
    await page.getByRole('button', { name: '收窄' }).click();
    expect(await width()).toBe(narrow);
  });

  describe('find and replace', () => {
    const query = () => page.getByRole('textbox', { name: '查找' });
    const status = () => page.locator('.find-count').textContent();

    it('opens by its key with the cursor in the field, and counts as it is typed', async () => {
      await page.keyboard.press('Control+f');
      expect(await query().evaluate((element) => element === document.activeElement)).toBe(true);
      await query().fill('');
      await page.keyboard.type('的');
      expect(await status()).toMatch(/^找到 \d+ 处/);
      expect(await page.locator('.find-hits mark').first().textContent()).toBe('的');
    });

    it('goes from hit to hit with the focus in the field', async () => {
      await page.keyboard.press('Enter');
      const first = await status();
      expect(first).toMatch(/^第 \d+ 处/);
      await page.keyboard.press('F3');
      expect(await status()).not.toBe(first);
      await page.keyboard.press('Shift+F3');
      expect(await status()).toBe(first);
      expect(await query().evaluate((element) => element === document.activeElement)).toBe(true);
    });

    it('replaces all in one step and says how many', async () => {
      const found = Number(/共 (\d+) 处/.exec((await status()) ?? '')?.[1]);
      await page.keyboard.press('Control+h');
      await page.keyboard.type('◆');
      await page.getByRole('button', { name: '全部替换' }).click();
      expect(await page.locator('.foot output').textContent()).toBe(`替换了 ${found} 处`);
      await expect.poll(status).toBe('没有找到');
      await page.keyboard.press('Control+z');
      await expect.poll(status).toBe(`找到 ${found} 处`);
    });

    it('replaces one and goes on to the next', async () => {
      await query().click();
      await page.keyboard.press('Enter');
      const count = async () => Number(/共 (\d+) 处/.exec((await status()) ?? '')?.[1]);
      const found = await count();
      await page.getByRole('button', { name: '替换', exact: true }).click();
      await expect.poll(count).toBe(found - 1);
      await page.keyboard.press('Control+z');
      await expect.poll(status).toContain(`${found} 处`);
    });
  });

  it('did all of this without an error or a warning in the page', () => {
    expect(faults).toEqual([]);
  });
});
