/**
 * An archivist's job on the real host with a folder of past issues: from a word to the page that it was printed on, the
 * filters, the issue opened again, a new one begun after it, two of them exported; by keyboard where it can be.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchivePlace, pastIssue, told } from '../electron/archive/past-issues.ts';
import { seriousFaults } from './axe.ts';
import { type Editor, openEditor } from './editor.ts';
import { canLaunch } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');

const place = new ArchivePlace();
const exported = `${place.folder}-导出`;
const MARCH = '2020/2020-03-15 第9期 总第636期.zuban';
const APRIL = '2020/2020-04-05 第12期 总第639期.zuban';

place.put(
  '2019/2019-12-29 第52期 总第626期.zuban',
  pastIssue('2019-12-29', 52, 626, [
    told('s1', '冬储菜上市', '白菜和萝卜都到了，柳堤边的市场从早忙到晚。', '周记者'),
  ]),
);
place.put(
  MARCH,
  pastIssue('2020-03-15', 9, 636, [
    told('s1', '柳堤添新绿', '河堤上的柳树先绿了起来，孩子们放学后在树下放风筝。', '李记者'),
    told('s2', '夜市开张', '首日迎客过万，卖糖葫芦的也来了，就在柳堤旁边。'),
  ]),
);
place.put(
  APRIL,
  pastIssue('2020-04-05', 12, 639, [told('s1', '操场竣工', '乡村小学有了新操场，赵老师说孩子们很高兴。')]),
);
place.put('2020/坏了 第10期.zuban', 'no container');

let editor: Editor;
let page: Page;

const search = () => page.locator('.archive-page').getByRole('searchbox', { name: '在归档里查找' });
const cards = () => page.getByRole('gridcell');
const hits = () => page.locator('.archive-page [data-hit]');
const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });
const viewer = () => page.locator('.issue-viewer');

describe.skipIf(!canLaunch())('the archive (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    editor = await openEditor(place.folder, { width: 1366, height: 768 });
    ({ page } = editor);
  });
  afterAll(async () => {
    await editor?.close();
    place.remove();
    rmSync(exported, { recursive: true, force: true });
  });

  it('shows the front pages of all years in the place of the pages, and says which file does not open', async () => {
    await page.keyboard.press('Control+Shift+A');
    await expect.poll(() => cards().count()).toBe(3);
    expect(await cards().evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')))).toEqual([
      '2020年4月5日 第12期（总第639期）',
      '2020年3月15日 第9期（总第636期）',
      '2019年12月29日 第52期（总第626期）',
    ]);
    expect(await page.locator('.page-view').count()).toBe(0);
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.front-page img')].every(
        (img) => img.naturalWidth > 0,
      ),
    );
    expect(await page.locator('.front-page img').count()).toBe(3);
    await page.getByText('有 1 个文件打不开').click();
    expect(await page.locator('.index-faults li').textContent()).toContain('坏了');
    await page.getByText('有 1 个文件打不开').click();
    await shot('archive-grid');
  });

  it('goes with the keyboard from the field to a card and back', async () => {
    await search().press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await viewer().locator('[data-fonts="ready"] svg text').first().waitFor();
    expect(await viewer().getAttribute('aria-label')).toContain('2020-03-15');
    await page.keyboard.press('Escape');
    expect(await viewer().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      '3月15日',
    );
  });

  it('narrows the issues by year, dates, person and 版名', async () => {
    const filters = page.locator('.archive-page .archive-filters');
    await page
      .getByRole('navigation', { name: '各年' })
      .getByRole('button', { name: /2019年/ })
      .click();
    await expect.poll(() => cards().count()).toBe(1);
    await filters.getByRole('button', { name: '清除条件' }).click();
    await filters.getByLabel('从').fill('2020-04-01');
    await expect.poll(() => cards().count()).toBe(1);
    await filters.getByRole('button', { name: '清除条件' }).click();
    // Typed as people type: the field keeps the focus and what is in it while the answers come.
    const person = filters.getByLabel('人名');
    await person.click();
    for (const letter of '李记者') {
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(200);
    }
    expect(await person.inputValue()).toBe('李记者');
    await expect.poll(() => hits().first().locator('.hit-signed').count()).toBe(1);
    await filters.getByRole('button', { name: '清除条件' }).click();
    expect(await person.inputValue()).toBe('');
    await filters.getByLabel('版名').selectOption('要闻');
    await expect.poll(() => cards().count()).toBe(3);
    await filters.getByRole('button', { name: '清除条件' }).click();
  });

  it('finds as it is typed, the matches marked, grouped by issue', async () => {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('柳堤');
    await expect.poll(() => hits().count()).toBe(3);
    expect(await page.locator('.archive-page .archive-count').textContent()).toBe('3 处');
    const marked = await page.locator('.archive-hits mark').allTextContents();
    expect(new Set(marked)).toEqual(new Set(['柳堤']));
    await shot('archive-hits');
    await page
      .getByRole('navigation', { name: '各年' })
      .getByRole('button', { name: /2020年/ })
      .click();
    await expect.poll(() => hits().count()).toBe(2);
    expect(await page.locator('.archive-hits section').count()).toBe(1);
  });

  it('opens a hit on its page, the story framed and the words marked, and goes to the next', async () => {
    await search().press('ArrowDown');
    await page.keyboard.press('Enter');
    await viewer().locator('[data-fonts="ready"] svg text').first().waitFor();
    expect(await viewer().locator('.hit-frame').count()).toBe(1);
    const word = viewer().locator('.hit-word').first();
    const box = (await word.boundingBox())!;
    expect(box.y).toBeGreaterThan(100);
    expect(box.y + box.height).toBeLessThan(740);
    const first = await viewer().locator('.hit-frame').getAttribute('style');
    await shot('archive-viewer');
    await page.keyboard.press('F3');
    await expect.poll(() => viewer().locator('.hit-frame').getAttribute('style')).not.toBe(first);
    expect(await viewer().locator('.hit-steps').textContent()).toContain('第 2 处，共 2 处');
  });

  it('has no serious fault of accessibility, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(page, '.issue-viewer')).toEqual([]);
    }
    await shot('archive-viewer-dark');
    await page.keyboard.press('Escape');
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(page, '.archive-page')).toEqual([]);
    }
    await search().fill('');
    await page.locator('.archive-filters').getByRole('button', { name: '清除条件' }).click();
    await expect.poll(() => cards().count()).toBe(3);
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(page, '.archive-page')).toEqual([]);
    }
  });

  it('begins a new issue after an old one, with the numbers that follow and a warning for a day that is taken', async () => {
    await cards().nth(1).click();
    await viewer().locator('[data-fonts="ready"] svg text').first().waitFor();
    await viewer().getByRole('button', { name: '以此为底新建一期' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('出版日期').fill('2020-04-05');
    expect(await dialog.locator('.warning').first().textContent()).toContain('归档里已有2020-04-05的一期');
    await dialog.getByLabel('出版日期').fill('2020-04-12');
    expect(await dialog.locator('#new-from-day').textContent()).toBe('星期日　庚子年三月二十');
    expect(await dialog.locator('#new-from-numbers').textContent()).toBe('第13期（总第640期）');
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await shot('dialog-new-from');
    await dialog.getByRole('button', { name: '新建', exact: true }).click();
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"]');
    const issue = await editor.hostIssue();
    expect(issue.masthead).toEqual({ date: '2020-04-12', number: 13, totalNumber: 640 });
    expect(issue.pages.map(({ name }) => name)).toEqual(['要闻', '综合']);
    expect(issue.stories).toEqual([]);
  });

  it('exports two chosen issues and says where they are', async () => {
    await page.keyboard.press('Control+Shift+A');
    await expect.poll(() => cards().count()).toBe(3);
    await page.getByRole('button', { name: '导出多期…' }).click();
    await page
      .getByRole('navigation', { name: '各年' })
      .getByRole('button', { name: /2020年/ })
      .click();
    await expect.poll(() => cards().count()).toBe(2);
    await page.getByRole('button', { name: '全选本年' }).click();
    expect(await page.locator('.export-bar').textContent()).toContain('已选 2 期');
    await shot('archive-export');
    expect(await seriousFaults(page, '.archive-page')).toEqual([]);
    const foreign = join(exported, APRIL.replace('/', '／').replace('.zuban', ''));
    mkdirSync(foreign, { recursive: true });
    writeFileSync(join(foreign, 'manifest.json'), 'of another program');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByText(`已导出 1 期到 ${exported}`).waitFor();
    await page.getByText('导出文件夹里那 1 个同名的，要用这次导出的覆盖吗？').waitFor();
    expect(readFileSync(join(foreign, 'manifest.json'), 'utf8')).toBe('of another program');
    await shot('archive-export-asks');
    expect(await seriousFaults(page, '.archive-page')).toEqual([]);
    await page.getByRole('button', { name: '覆盖', exact: true }).click();
    await expect.poll(() => readFileSync(join(foreign, 'manifest.json'), 'utf8')).toContain('zuban-package');
    const packages = readdirSync(exported, { recursive: true }).map(String);
    for (const file of [MARCH, APRIL])
      expect(packages.some((name) => basename(name) === basename(file))).toBe(true);
    await page.getByRole('button', { name: '不导出了' }).click();
    await page.getByRole('button', { name: '清除条件' }).click();
  });

  it('opens the issue that a hit led to for editing', async () => {
    const before = readFileSync(place.path(MARCH));
    await search().fill('“风筝”');
    await expect.poll(() => hits().count()).toBe(1);
    await hits().first().click();
    await viewer().locator('[data-fonts="ready"] svg text').first().waitFor();
    await viewer().getByRole('button', { name: '打开编辑' }).click();
    await page.waitForFunction(() => document.querySelector('time')?.textContent === '2020-03-15');
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
    expect((await editor.hostIssue()).masthead.totalNumber).toBe(636);
    expect(readFileSync(place.path(MARCH)).equals(before)).toBe(true);
  });

  it('shows the first page of an issue that is opened while a later page is in view', async () => {
    const openHit = async (words: string, date: string) => {
      await page.keyboard.press('Control+Shift+A');
      await search().fill(`“${words}”`);
      await expect.poll(() => hits().locator('mark').allTextContents()).toEqual([words]);
      await hits().first().click();
      await viewer().locator('[data-fonts="ready"] svg text').first().waitFor();
      await viewer().getByRole('button', { name: '打开编辑' }).click();
      await page.waitForFunction((day) => document.querySelector('time')?.textContent === day, date);
      await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
    };
    const seen = () =>
      page.evaluate(() => {
        const view = document.querySelector('.page-view')!.getBoundingClientRect();
        const middle = view.top + view.height / 2;
        const sheets = [...document.querySelectorAll<HTMLElement>('.sheet')];
        return sheets.find((sheet) => {
          const { top, bottom } = sheet.getBoundingClientRect();
          return top <= middle && bottom >= middle;
        })?.dataset.page;
      });
    const foot = () => page.locator('.foot').textContent();
    await page.getByRole('tab', { name: '版面' }).click();
    await page.locator('.page-card').nth(1).getByRole('button').first().click();
    await expect.poll(seen).toBe('2');
    // Away and back: the page that was in view is in view.
    await page.keyboard.press('Control+Shift+A');
    await search().fill('');
    await search().press('Escape');
    await page.waitForSelector('.page-view');
    await expect.poll(seen).toBe('2');
    expect(await foot()).toContain('第 2 版，共 2 版');
    await openHit('操场竣工', '2020-04-05');
    expect(await seen()).toBe('1');
    expect(await foot()).toContain('第 1 版，共 2 版');
    await openHit('风筝', '2020-03-15');
    expect(await seen()).toBe('1');
  });

  it('searches in the tab as well, and shows a hit on the full page', async () => {
    await page.getByRole('tab', { name: '归档' }).click();
    const tab = page.locator('.archive-panel');
    await tab.getByRole('searchbox').fill('糖葫芦');
    await expect.poll(() => tab.locator('[data-hit] mark').allTextContents()).toEqual(['糖葫芦']);
    expect(await seriousFaults(page, '.archive-panel')).toEqual([]);
    await shot('archive-tab');
    await tab.locator('[data-hit]').click();
    await viewer().locator('.hit-word').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.page-view');
  });

  it('drops the answer to an older question, and tells how the indexing goes on', async () => {
    await page.route('**/call/archive.search', async (route) => {
      // The older question is answered last.
      if (route.request().postData()?.includes('柳堤')) await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    const status = {
      state: 'indexing',
      done: 500,
      total: 2000,
      failure: null,
      generation: 1,
      exporting: null,
    };
    let cancelled = 0;
    await page.route('**/call/archive.status', (route) => route.fulfill({ json: { value: status } }));
    await page.route('**/call/archive.cancel', (route) => {
      cancelled++;
      return route.fulfill({ json: { value: { ...status, state: 'idle' } } });
    });
    await page.keyboard.press('Control+Shift+F');
    await search().fill('柳堤');
    await page.waitForTimeout(200);
    await search().fill('操场');
    await expect.poll(() => page.locator('.archive-hits mark').allTextContents()).toContain('操场');
    await page.waitForTimeout(900);
    expect(new Set(await page.locator('.archive-hits mark').allTextContents())).toEqual(new Set(['操场']));
    await page.locator('.index-status').getByText('正在编目 500/2000').waitFor();
    await page.locator('.index-status').getByRole('button', { name: '取消' }).click();
    await expect.poll(() => cancelled).toBe(1);
    await page.unrouteAll();
    await search().fill('');
  });

  it('keeps of two thousand issues only those in view in the document', async () => {
    const issues = Array.from({ length: 2000 }, (_, i) => ({
      file: `2020/${i}.zuban`,
      digest: String(i),
      fault: null,
      publication: 'test',
      publicationName: '试报',
      date: '2020-01-01',
      number: 2000 - i,
      totalNumber: 2000 - i,
      pages: 4,
      stories: 10,
      columnNames: ['要闻'],
      people: [],
    }));
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    let pictures = 0;
    await page.route('**/call/archive.list', (route) =>
      route.fulfill({ json: { value: [{ year: 2020, issues }] } }),
    );
    await page.route('**/thumbnails/**', (route) => {
      pictures++;
      return route.fulfill({ contentType: 'image/png', body: png });
    });
    await page.reload();
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"]');
    await page.keyboard.press('Control+Shift+A');
    await expect.poll(() => cards().count()).toBeGreaterThan(5);
    expect(await cards().count()).toBeLessThan(60);
    expect(pictures).toBeLessThan(60);
    await search().press('ArrowDown');
    await page.keyboard.press('Control+End');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('2020年1月1日 第1期（总第1期）');
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('2020年1月1日 第7期（总第7期）');
    expect(await cards().count()).toBeLessThan(60);
    // Only the rows that were in view were fetched, not what the jump passed over.
    expect(pictures).toBeLessThan(120);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.page-view');
    await page.unrouteAll();
  });

  it('did all of this without an error in the page', () => {
    expect(existsSync(place.path(MARCH))).toBe(true);
    expect(editor.faults).toEqual([]);
  });
});
