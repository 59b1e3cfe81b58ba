/**
 * The whole window for those who do not see it or have no pointer: axe-core finds nothing serious in any of its main
 * states, light and dark; Tab and F6 go through it in order; menus and tool bar answer as the ARIA patterns say.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from './editor.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { canLaunch } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');
const archive = mkdtempSync(join(tmpdir(), 'zuban-axe-'));

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly {
      readonly html: string;
      readonly any: readonly { readonly message: string }[];
    }[];
  }[];
}

let editor: Editor;
let page: Page;
let keys: Keyboard;

const THEMES = ['light', 'dark'] as const;
const inTheme = (theme: (typeof THEMES)[number]) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
const faultsNow = () =>
  page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<AxeResult> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, impact, nodes }) =>
      impact === 'serious' || impact === 'critical'
        ? nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
        : [],
    );
  });
const check = async (state: string) => {
  for (const theme of THEMES) {
    await inTheme(theme);
    expect(await faultsNow(), `${state}, ${theme}`).toEqual([]);
    if (theme === 'dark') await page.screenshot({ path: join(screenshots, `axe-${state}-dark.png`) });
  }
  await inTheme('light');
};
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const middle = async (selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const toDesk = async () => {
  for (let i = 0; i < 8 && (await keys.focus()).region !== 'page-view'; i++) await keys.press('F6');
  await keys.press('Escape', 3);
};

describe.skipIf(!canLaunch())('accessibility of the window (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    editor = await openEditor(archive, { width: 1366, height: 768 });
    ({ page } = editor);
    keys = keyboardOf(page);
    await page.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  });
  afterAll(async () => {
    await editor?.close();
    rmSync(archive, { recursive: true, force: true });
  });

  it('writes every menu name in a Chinese face, on a system without one too', async () => {
    const widths = await page.locator('.menu-bar > div > button').evaluateAll((names) =>
      names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return Math.round(range.getBoundingClientRect().width);
      }),
    );
    // Two characters of 13 px each: a box for a missing one has another width, which Chromium would keep.
    expect(widths).toEqual(widths.map(() => 26));
  });

  it('goes by Tab through menu bar, tool bar, left side, pages, right side and foot', async () => {
    await keys.press('F10');
    const seen = ['menu-bar'];
    for (let i = 0; i < 120 && seen.at(-1) !== 'foot'; i++) {
      await keys.press('Tab');
      const { region } = await keys.focus();
      if (region !== seen.at(-1)) seen.push(region);
    }
    expect(seen).toEqual(['menu-bar', 'tool-bar', 'left-side', 'page-view', 'right-side', 'foot']);
  });

  it('goes round the regions by F6, forwards and backwards, to where the focus was in each', async () => {
    const regions = ['menu-bar', 'tool-bar', 'left-side', 'page-view', 'right-side', 'foot'];
    await keys.press('F10');
    for (const region of [...regions.slice(1), 'menu-bar']) {
      await keys.press('F6');
      expect((await keys.focus()).region).toBe(region);
    }
    for (const region of regions.toReversed()) {
      await keys.press('Shift+F6');
      expect((await keys.focus()).region).toBe(region);
    }
    await keys.press('Alt+4');
    await keys.until('期号', 'Tab');
    await keys.press('Shift+F6');
    expect((await keys.focus()).region).toBe('page-view');
    await keys.press('F6');
    expect(await keys.focus()).toMatchObject({ name: '期号', region: 'right-side' });
    await keys.press('F8');
    await keys.press('F6', 6);
    expect((await keys.focus()).region).not.toBe('right-side');
    await keys.press('F8');
  });

  it('shows where the focus is, in every region', async () => {
    await keys.press('F10');
    for (let i = 0; i < 6; i++) {
      const ring = await page.evaluate(() => {
        const own = getComputedStyle(document.activeElement!);
        return {
          outline: own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 1,
          shadow: own.boxShadow !== 'none',
        };
      });
      expect(ring.outline || ring.shadow, (await keys.focus()).region).toBe(true);
      await keys.press('F6');
    }
  });

  it('moves in the menus by arrows, Home and End, and leaves them by Esc', async () => {
    await toDesk();
    await keys.press('F10');
    const name = async () => (await keys.focus()).name;
    expect(await keys.focus()).toMatchObject({ name: '文件', role: 'menuitem', region: 'menu-bar' });
    await keys.press('End');
    expect(await name()).toBe('帮助');
    await keys.press('ArrowRight');
    expect(await name()).toBe('文件');
    await keys.press('ArrowLeft');
    expect(await name()).toBe('帮助');
    await keys.press('Home');
    await keys.press('ArrowDown');
    expect(await name()).toMatch(/^新建一期/);
    const last = await page.getByRole('menu').getByRole('menuitem').last().textContent();
    await keys.press('ArrowUp');
    expect(await name()).toBe(last);
    await keys.press('Home');
    expect(await name()).toMatch(/^新建一期/);
    await keys.press('End');
    expect(await name()).toBe(last);
    await keys.press('ArrowRight');
    expect(await page.getByRole('menu').getAttribute('aria-label')).toBe('编辑');
    expect(
      await page.getByRole('menuitem', { name: '编辑', exact: true }).getAttribute('aria-expanded'),
    ).toBe('true');
    await keys.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect((await keys.focus()).region).toBe('page-view');
  });

  it('moves in the tool bar by arrows, one stop for Tab, and keeps the focus on what cannot be used', async () => {
    await keys.press('F10');
    await keys.press('Tab');
    expect(await keys.focus()).toMatchObject({ name: '新建', region: 'tool-bar' });
    await keys.until('撤销', 'ArrowRight');
    await keys.press('Enter');
    expect((await keys.focus()).name).toBe('撤销');
    await keys.press('End');
    expect((await keys.focus()).name).toBe('导出 PDF');
    await keys.until('放大', 'ArrowLeft');
    await keys.press('Tab');
    expect((await keys.focus()).region).toBe('left-side');
    await keys.press('Shift+Tab');
    expect((await keys.focus()).name).toBe('放大');
  });

  it('has no serious fault with the sample open and nothing selected', () => check('nothing'));

  it('has none with a frame selected, nor with the caret in its text', async () => {
    await toDesk();
    await keys.press('Enter');
    await page.waitForSelector('.frame-box[data-state="selected"]');
    await check('frame');
    await keys.press('Enter');
    await page.waitForSelector('.frame-box[data-state="text"]');
    await check('text');
    await keys.press('Escape');
  });

  it('has none with a picture selected', async () => {
    await toDesk();
    await keys.press('Enter');
    for (let i = 0; i < 12; i++) {
      await keys.press('Control+Alt+P');
      if ((await page.locator('.picture-box[data-selected="true"]').count()) > 0) break;
      await keys.press('Tab');
    }
    await page.waitForSelector('.picture-box[data-selected="true"]');
    await check('picture');
  });

  it('has none with the masthead typed in its place', async () => {
    await toDesk();
    await keys.press('Control+Alt+H');
    await page.waitForFunction(() => document.activeElement?.closest('.head-layer'));
    await keys.until(/期号/, 'Tab');
    await check('head');
    await keys.press('Enter');
    await page.waitForSelector('.field-editor');
    await check('head-field');
    await keys.press('Escape', 3);
  });

  it('has none in any tab of either side', async () => {
    for (const name of ['稿库', '版面', '归档', '文稿', '样式', '问题', '查找', '属性']) {
      await tab(name);
      await check(`tab-${name}`);
    }
    await tab('稿库');
    await page.locator('.tray-placed summary').click();
    await tab('文稿');
    await page.getByRole('listbox', { name: '已上版稿件' }).getByRole('option').first().click();
    await check('tray-placed');
  });

  it('has none in an open menu, its submenu, or the menu of a frame', async () => {
    await keys.press('F10');
    await keys.press('ArrowDown');
    await check('menu');
    await keys.press('Escape');
    await toDesk();
    await keys.press('Enter');
    await keys.press('F10');
    await keys.until('版位', 'ArrowRight');
    await keys.press('ArrowDown');
    await keys.until(/^与另一版位交换/, 'ArrowDown');
    await keys.press('ArrowRight');
    await check('submenu');
    await keys.press('Escape', 3);
    await toDesk();
    await keys.press('Enter');
    await keys.press('Shift+F10');
    await check('context-menu');
    await keys.press('Escape');
  });

  it('has none in the dialogs', async () => {
    await keys.press('Control+S');
    await page.waitForFunction(() => document.querySelector('.foot [data-saved="true"]'));
    for (const [name, press] of [
      ['new', 'Control+Alt+N'],
      ['open', 'Control+O'],
      ['save-as', 'Control+Shift+S'],
      ['keys', 'F1'],
    ] as const) {
      await keys.press(press);
      await page.getByRole('dialog').waitFor();
      await check(`dialog-${name}`);
      await keys.press('Escape');
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
  });

  it('has none while a frame is dragged', async () => {
    const from = await middle('.frame-box');
    await page.mouse.click(from.x, from.y);
    await keys.press('Escape');
    const grip = await middle('.grip');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x + 60, grip.y + 60, { steps: 5 });
    await page.waitForSelector('.ghost');
    await check('drag');
    await keys.press('Escape');
    await page.mouse.up();
  });

  it('has none in an empty new issue, nor before unsaved work is given up', async () => {
    await keys.press('Control+Alt+N');
    await page.getByRole('dialog').waitFor();
    await keys.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.frame-box').length === 0);
    await check('empty');
    await keys.press('Control+Alt+Enter');
    await keys.press('Control+O');
    await page.getByRole('dialog').waitFor();
    await check('dialog-unsaved');
    await keys.press('Escape');
  });

  it('did all of this without an error in the page', () => {
    expect(editor.faults).toEqual([]);
  });
});
