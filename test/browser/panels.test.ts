/** Panels, dialogs and the import of files, on the browser host with a real archive folder and real files. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'fast-png';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveInBrowser } from '../../electron/host/browser-host.ts';
import type { BrowserHost } from '../../electron/host/serve.ts';
import { seriousFaults } from './axe.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');
const archive = mkdtempSync(join(tmpdir(), 'zuban-panels-'));

const sentence = '河堤上的柳树先绿了起来，孩子们放学后在堤上放风筝，管理处的人说今年补种了300棵。';
const copyFile = (name: string, headline: string, sentences: number) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(
    `${headline}\n\n${Array.from({ length: 4 }, (_, i) => `第${i + 1}天，${sentence.repeat(sentences)}`).join('\n')}\n`,
  ),
});
const pictureFile = (name: string) => {
  const [width, height] = [400, 260];
  const data = new Uint8Array(width * height * 3).map((_, i) => (i * 7) % 200);
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.from(encode({ width, height, data, channels: 3 })),
  };
};

let browser: Browser;
let host: BrowserHost;
let page: Page;
const faults: string[] = [];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const notice = () => page.textContent('.foot output');
const waitForNotice = (part: string) =>
  page.waitForFunction((text) => document.querySelector('.foot output')?.textContent?.includes(text), part);
/** The page's text, once it is painted. */
const drawn = (text: string) =>
  page.waitForFunction(
    (part) => document.querySelector('.sheet .page-drawing')?.textContent?.includes(part),
    text,
  );
const waiting = () => page.getByRole('listbox', { name: '待上版稿件' }).getByRole('option');
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const dialog = () => page.getByRole('dialog');
const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });
const chooseFiles = async (files: readonly ReturnType<typeof copyFile>[]) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await (await chooser).setFiles([...files]);
};

describe.skipIf(!canLaunch())('panels and dialogs in a browser (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    mkdirSync(join(archive, '2026'));
    writeFileSync(join(archive, '2026', '2026-03-08 第8期 总第635期.zuban'), 'not opened here');
    host = await serveInBrowser([], 0, { archive, fonts: null });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(host.address);
    await page.waitForSelector('.sheet[data-page="1"] svg text');
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    rmSync(archive, { recursive: true, force: true });
  });

  it('makes a new issue with the numbers that continue the archive', async () => {
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await dialog().getByLabel('出版日期').fill('2026-03-15');
    expect(await dialog().locator('#new-issue-day').textContent()).toBe('星期日　丙午年正月廿七');
    expect(await dialog().getByLabel('期号', { exact: true }).inputValue()).toBe('9');
    expect(await dialog().getByLabel('总期号').inputValue()).toBe('636');
    await dialog().getByLabel('总期号').fill('640');
    expect(await dialog().locator('.dialog-note').textContent()).toContain('第9期应是总第636期');
    await dialog().getByLabel('总期号').fill('636');
    await shot('dialog-new');
    await dialog().getByRole('button', { name: '新建' }).click();
    await page.waitForFunction(() => document.querySelector('time')?.textContent === '2026-03-15');
    expect(await page.locator('.sheet').count()).toBe(1);
  });

  it('imports text files and a picture chosen in the system’s picker, as one step to undo', async () => {
    await chooseFiles([
      copyFile('2 夜市.txt', '夜市开张', 8),
      copyFile('1 河堤.txt', '河堤添新绿', 5),
      pictureFile('新馆开门.png'),
    ]);
    await waitForNotice('导入了2 篇稿件、1 张图片');
    expect(await waiting().locator('.card-title').allTextContents()).toEqual([
      '河堤添新绿',
      '夜市开张',
      '新馆开门.png',
    ]);
    await page.waitForFunction(() => document.querySelectorAll('.card-figures > span').length >= 6);
    await shot('panel-tray');
    await page.keyboard.press('Control+Z');
    expect(await waiting().count()).toBe(0);
    await page.keyboard.press('Control+Shift+Z');
    expect(await waiting().count()).toBe(3);
  });

  it('says what could not be imported, and keeps the sentence among the problems', async () => {
    await chooseFiles([{ name: '旧稿.wps', mimeType: '', buffer: Buffer.from('x') }]);
    await waitForNotice('另存为 .docx');
    await tab('问题');
    expect(await page.locator('.problems').textContent()).toContain('旧稿.wps');
  });

  it('lists what an import took out with its words, puts it back by keyboard, and follows undo and redo', async () => {
    const notes = () => page.locator('.import-notes li');
    const before = await notes().count();
    const lost = '图为孩子们在练习双摇。';
    const text = `梅溪小学跳起花绳\n\n11月21日，孩子们在操场上跳花绳。${sentence}\n\n${lost}本报记者 林小满 摄\n`;
    await chooseFiles([{ name: '花绳.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }]);
    await waitForNotice('有 1 条导入提示');
    await page.waitForFunction((n) => document.querySelectorAll('.import-notes li').length === n, before + 1);
    expect(await notes().last().locator('blockquote').textContent()).toContain(lost);
    await shot('panel-import-notes');
    await page.keyboard.press('Control+Z');
    expect(await notes().count()).toBe(before);
    await page.keyboard.press('Control+Shift+Z');
    expect(await notes().count()).toBe(before + 1);
    await notes().last().getByRole('button', { name: '放回' }).focus();
    await page.keyboard.press('Enter');
    await waitForNotice('已放回《梅溪小学跳起花绳》');
    await page.locator('.story-editor, .ProseMirror').first().getByText(lost).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await tab('问题');
    expect(await notes().count()).toBe(before + 1);
    await page.getByRole('button', { name: '撤销' }).click();
    await tab('问题');
    expect(await notes().count()).toBe(before);
  });

  it('asks whether chosen pictures go to the story that is selected, and takes no for them all', async () => {
    const count = await waiting().count();
    await waiting().first().click();
    await chooseFiles([pictureFile('甲.png'), pictureFile('乙.png')]);
    await dialog().waitFor();
    await shot('dialog-pictures-to');
    expect(await dialog().textContent()).toContain('河堤添新绿');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (n) => document.querySelectorAll('.tray [role="option"]').length === n,
      count + 2,
    );
    await page.keyboard.press('Control+Z');
    expect(await waiting().count()).toBe(count);
  });

  it('asks whose head is printed where copy names another paper', async () => {
    const count = await waiting().count();
    const text = `青岚时报\n2026年11月20日\n第9期\n\n## 灯亮了\n\n${sentence}\n`;
    await chooseFiles([{ name: '青岚.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }]);
    await dialog().waitFor();
    expect(await dialog().textContent()).toContain('“青岚时报”');
    await page.keyboard.press('Escape');
    await waitForNotice('没有添加任何内容');
    expect(await waiting().count()).toBe(count);
  });

  it('counts lines over another span', async () => {
    const figures = () => waiting().first().locator('.card-figures').textContent();
    const linesOf = (text: string | null) => Number(/(\d+) 行/.exec(text ?? '')?.[1]);
    const before = await figures();
    await page.getByRole('button', { name: '多一栏' }).click();
    await page.waitForFunction((text) => {
      const now = document.querySelector('[role="option"] .card-figures > span:last-child')?.textContent;
      return now !== text && now?.startsWith('3 栏');
    }, before);
    const after = await figures();
    expect(linesOf(after)).toBeLessThan(linesOf(before));
    expect(after).toMatch(/^\d+ 字3 栏 × \d+ 行$/);
  });

  it('places stories by the keyboard on the page in view', async () => {
    await waiting().first().focus();
    await page.keyboard.press('Enter');
    expect(await notice()).toContain('已放到第1版');
    expect(await waiting().locator('.card-title').allTextContents()).toEqual(['夜市开张', '新馆开门.png']);
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('夜市开张'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await waiting().count()).toBe(0);
    await drawn('河堤添新绿');
    await page.locator('.tray-placed summary').click();
    await page.getByRole('listbox', { name: '已上版稿件' }).getByRole('option').nth(2).waitFor();
    await shot('panel-tray-placed');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Z');
    expect(await waiting().count()).toBe(3);
  });

  it('changes the rank of stories and takes one out of the issue by keys', async () => {
    await waiting().first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    const titles = () => waiting().locator('.card-title').allTextContents();
    expect(await titles()).toEqual(['夜市开张', '河堤添新绿', '新馆开门.png']);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await titles()).toEqual(['河堤添新绿', '夜市开张', '新馆开门.png']);
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    expect(await titles()).toEqual(['河堤添新绿', '夜市开张']);
    expect(await notice()).toContain('可以撤销');
    await page.keyboard.press('Control+Z');
    expect(await waiting().count()).toBe(3);
  });

  it('adds, moves and removes pages, each a step to undo', async () => {
    await tab('版面');
    const names = () => page.locator('.page-tab > span:last-child').allTextContents();
    expect(await names()).toEqual(['第1版 要闻']);
    await page.getByRole('button', { name: '在后加版' }).click();
    expect(await names()).toEqual(['第1版 要闻', '第2版']);
    await page.getByRole('button', { name: '前移' }).click();
    expect(await names()).toEqual(['第1版', '第2版 要闻']);
    await page.locator('.page-tab').nth(1).focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await names()).toEqual(['第1版 要闻', '第2版']);
    await page.waitForFunction(() => document.activeElement?.textContent?.endsWith('第1版 要闻'));
    await page
      .locator('.page-card')
      .nth(0)
      .dragTo(page.locator('.page-card').nth(1), {
        targetPosition: { x: 60, y: 150 },
      });
    expect(await names()).toEqual(['第1版', '第2版 要闻']);
    await shot('panel-pages');
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: '删除本版' }).click();
    expect((await names()).length).toBe(1);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    expect(await names()).toEqual(['第1版 要闻']);
  });

  it('shows, selects and edits one page, whatever changes the pages', async () => {
    const names = () => page.locator('.page-tab > span:last-child').allTextContents();
    const title = () => page.locator('.inspector h3 > span').first().textContent();
    const nameField = page.locator('.inspector').getByLabel('版名');
    const present = async () => [
      await page.locator('.page-tab[aria-current="page"] > span:last-child').textContent(),
      await title(),
      await nameField.inputValue(),
      (await page.locator('.foot > span').first().textContent())?.replace(/\s/g, ''),
    ];
    await tab('属性');
    await tab('版面');
    await page.locator('.page-tab').first().click();
    expect(await present()).toEqual(['第1版 要闻', '第1版', '要闻', '第1版，共1版']);
    await page.getByRole('button', { name: '在后加版' }).click();
    expect(await present()).toEqual(['第2版', '第2版', '', '第2版，共2版']);
    await nameField.fill('副刊');
    expect(await names()).toEqual(['第1版 要闻', '第2版 副刊']);
    await page.locator('.page-tab').first().click();
    await nameField.fill('综合');
    expect(await names()).toEqual(['第1版 综合', '第2版 副刊']);
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: '后移' }).click();
    expect(await present()).toEqual(['第2版 要闻', '第2版', '要闻', '第2版，共2版']);
    await page.keyboard.press('Control+Z');
    expect(await present()).toEqual(['第1版 要闻', '第1版', '要闻', '第1版，共2版']);
    await page.locator('.page-tab').first().press('PageDown');
    expect(await present()).toEqual(['第2版 副刊', '第2版', '副刊', '第2版，共2版']);
    await page.locator('main.page-view').evaluate((view) => view.scrollTo(0, 0));
    await page.waitForFunction(
      () => document.querySelector('.page-tab')?.getAttribute('aria-current') === 'page',
    );
    expect(await present()).toEqual(['第1版 要闻', '第1版', '要闻', '第1版，共2版']);
    await page.locator('.page-tab').nth(1).click();
    await page.getByRole('button', { name: '删除本版' }).click();
    expect(await present()).toEqual(['第1版 要闻', '第1版', '要闻', '第1版，共1版']);
    await page.keyboard.press('Control+Z');
    expect(await present()).toEqual(['第2版 副刊', '第2版', '副刊', '第2版，共2版']);
    for (const _ of [1, 2]) await page.keyboard.press('Control+Z');
    expect(await present()).toEqual(['第1版 要闻', '第1版', '要闻', '第1版，共1版']);
  });

  it('puts files dropped on the window where they are let go', async () => {
    await tab('稿库');
    const drop = (selector: string, type: string) =>
      page.evaluate(
        ({ selector: where, type: kind, text }) => {
          const element = document.querySelector(where)!;
          const box = element.getBoundingClientRect();
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], '拖入.txt', { type: 'text/plain' }));
          const at = { clientX: box.left + box.width / 3, clientY: box.top + box.height * 0.7 };
          const init = { bubbles: true, cancelable: true, dataTransfer, ...at };
          return !document.elementFromPoint(at.clientX, at.clientY)!.dispatchEvent(new DragEvent(kind, init));
        },
        { selector, type, text: `滨河步道通了\n\n${sentence.repeat(6)}\n` },
      );
    expect(await drop('.sheet[data-page="1"]', 'dragover')).toBe(true);
    await page.waitForSelector('.drop-rect');
    expect(await page.textContent('.drop-label')).toBe('放到第1版这里');
    await shot('drop-page');
    expect(await drop('.sheet[data-page="1"]', 'drop')).toBe(true);
    await waitForNotice('导入了1 篇稿件');
    expect(await waiting().count()).toBe(3);
    await drawn('滨河步道通了');
    expect(await page.locator('.drop-rect').count()).toBe(0);
    expect(page.url()).toBe(`http://127.0.0.1:${host.port}/`);
  });

  it('lists problems by page and goes to one', async () => {
    await tab('问题');
    const list = page.locator('.problems');
    // What is white on the page is measured when the editor pauses.
    await list
      .getByRole('button', { name: /空着|缺/ })
      .first()
      .waitFor();
    await shot('panel-problems');
    await list.getByRole('button', { name: /^警告 / }).click();
    expect(await list.locator('.severity.error').count()).toBe(0);
    expect(await list.locator('.severity.warning').count()).toBeGreaterThan(0);
    await list.getByRole('button', { name: /^全部 / }).click();
  });

  it('asks about unsaved work before another issue takes its place, and Esc leaves all as it is', async () => {
    await page.keyboard.press('Control+O');
    await dialog().waitFor();
    expect(await dialog().textContent()).toContain('没有保存的修改');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('保存');
    await shot('dialog-unsaved');
    await page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    expect(await page.locator('.foot [data-saved]').getAttribute('data-saved')).toBe('false');
  });

  it('refuses a name that cannot be used, and saves under one that can', async () => {
    await page.keyboard.press('Control+Shift+S');
    const name = dialog().getByRole('textbox');
    expect(await name.inputValue()).toBe('2026/2026-03-15 第9期 总第636期.zuban');
    await name.fill('2026/2026-03-08 第8期 总第635期');
    expect(await dialog().locator('.dialog-note').textContent()).toContain('已有这个名字');
    await name.fill('2026/第9期?');
    expect(await dialog().locator('.dialog-note').textContent()).toContain('“?”');
    await shot('dialog-save-as');
    await name.fill('2026/2026-03-15 第9期 总第636期');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.foot [data-saved="true"]');
    expect(readdirSync(join(archive, '2026'))).toContain('2026-03-15 第9期 总第636期.zuban');
  });

  it('lists the archive by year with the issue just saved, and opens from it', async () => {
    await tab('归档');
    const names = () => page.locator('.left-side .archive-list button').allTextContents();
    await page.waitForFunction(
      () => document.querySelectorAll('.left-side .archive-list button').length === 2,
    );
    expect(await names()).toEqual(['3月15日 第9期（总第636期）正在编辑', '3月8日 第8期（总第635期）']);
    await shot('panel-archive');
    await page.keyboard.press('Control+O');
    await dialog().getByLabel('查找（日期或期号）').fill('第9期');
    await shot('dialog-open');
    await dialog().getByRole('button', { name: /第9期/ }).click();
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"]');
    await drawn('滨河步道通了');
  });

  it('shows all commands with their keys, and gives the focus back', async () => {
    await page.keyboard.press('F1');
    expect(await dialog().textContent()).toContain('Ctrl+Shift+Z');
    await shot('dialog-keys');
    await dialog().getByRole('button', { name: '关闭' }).click();
    expect(await dialog().count()).toBe(0);
  });

  it('has no serious fault of accessibility in panels and dialogs, in light and dark', async () => {
    await page.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    const check = async (selector: string) => {
      const found = await page.evaluate(async (within) => {
        const { axe } = window as unknown as { axe: { run: (at: string) => Promise<AxeResult> } };
        return (await axe.run(within)).violations.flatMap(({ id, impact, nodes }) =>
          impact === 'serious' || impact === 'critical' ? nodes.map(({ html }) => `${id}: ${html}`) : [],
        );
      }, selector);
      expect(found, selector).toEqual([]);
    };
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      for (const name of ['稿库', '版面', '归档']) {
        await tab(name);
        await check('.left-side [role="tabpanel"]');
      }
      await check('.problems');
      for (const keys of ['Control+Alt+N', 'Control+O', 'Control+Shift+S', 'F1']) {
        await page.keyboard.press(keys);
        await check('dialog');
        await page.keyboard.press('Escape');
      }
    }
  });

  it('can be read in the dark', async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await tab('稿库');
    expect(await seriousFaults(page, '.left-side')).toEqual([]);
    /* Light on dark, so that the theme is what was measured. */
    const light = await page.locator('.left-side').evaluate((side) => {
      const [red, green, blue] = (getComputedStyle(side).color.match(/\d+/g) ?? []).map(Number);
      return (red! + green! + blue!) / 3;
    });
    expect(light).toBeGreaterThan(160);
    await shot('panel-tray-dark');
  });

  it('did all of this without an error in the page', () => {
    expect(faults).toEqual([]);
  });
});
