/**
 * Versions and printings on the real host: a milestone is kept, compared and restored; an issue that was printed is drawn
 * as it was printed, also where the engine would set it otherwise, which is asked about before the first edit; and
 * two windows of one host never overwrite each other.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem, DisplayList } from '../../core/display/display-list.ts';
import { issueFileOf } from '../../core/file/issue-file.ts';
import { setHeadline } from '../../core/issue/edits.ts';
import { packIssueFile } from '../../electron/files/issue-container.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { ArchivePlace, pastIssue, told } from '../electron/archive/past-issues.ts';
import { seriousFaults } from './axe.ts';
import { charactersOnScreen, type Editor, openEditor } from './editor.ts';
import { canLaunch } from './launch.ts';

const screenshots = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'screenshots');
const FILE = '2020/2020-03-15 第9期 总第636期.zuban';
const HEADLINE = '柳堤添新绿';
const VIEWPORT = { width: 1366, height: 768 };

const drawn = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent ?? '');

/** Clicks into the headline, so that what is typed goes there. */
const intoHeadline = async (page: Page): Promise<void> => {
  const box = await page
    .locator('.sheet .page-drawing text', { hasText: HEADLINE.slice(0, 2) })
    .first()
    .boundingBox();
  if (!box) throw new Error('no headline');
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height / 2);
  await page.waitForFunction(() => document.activeElement?.classList.contains('text-input'));
  // Clicks that follow soon select a word.
  await page.keyboard.press('End');
};

const saved = (page: Page) => page.waitForSelector('.foot [data-saved="true"]');

const byMenu = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('menuitem', { name: '文件' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

describe.skipIf(!canLaunch())('versions and printings (needs a Chromium)', () => {
  let place: ArchivePlace;
  let path: string;
  let editor: Editor;

  const reopen = async (): Promise<Page> => {
    await editor?.close();
    editor = await openEditor(place.folder, VIEWPORT, [path]);
    return editor.page;
  };

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    place = new ArchivePlace();
    const issue = pastIssue('2020-03-15', 9, 636, [
      told('s1', HEADLINE, '河堤上的柳树先绿了起来，孩子们放学后在树下放风筝。'),
      told('s2', '夜市开张首日', '到了傍晚，散步的人多起来，卖糖葫芦的也来了。'),
    ]);
    const [front, back] = issue.pages;
    const beside = front!.frames.map((frame, i) => ({ ...frame, box: { ...frame.box, column: 3 * i } }));
    path = place.put(FILE, { ...issue, pages: [{ ...front!, frames: beside }, back!] });
  });
  afterAll(async () => {
    await editor?.close();
    place.remove();
  });

  it('keeps a milestone, compares it with the issue as it is, restores it, and undoes that', async () => {
    const page = await reopen();
    await page.keyboard.press('Alt+8');
    await page.getByText('还没有存过版本').waitFor();
    await page.keyboard.press('Control+Alt+S');
    const make = page.getByRole('dialog', { name: '存一个版本' });
    expect(await make.getByLabel('名称').inputValue()).toBe('初版');
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await make.getByLabel('备注').fill('送一校');
    await page.keyboard.press('Enter');
    await page.locator('.version-list li', { hasText: '送一校' }).waitFor();
    expect((await readIssueFile(path)).versions.map(({ name }) => name)).toEqual(['初版']);

    await intoHeadline(page);
    await page.keyboard.type('XY');
    expect(await drawn(page)).toMatch(/XY/);
    await page.getByRole('button', { name: '与现在比较' }).click();
    const compare = page.getByRole('dialog', { name: '比较：初版 与 现在' });
    await compare.locator('ins', { hasText: 'XY' }).waitFor();
    expect(await compare.locator('tr[data-part="headline"] td').allTextContents()).toEqual([
      HEADLINE,
      expect.stringContaining('XY'),
    ]);
    expect(await compare.locator('.compared-story').count()).toBe(1);
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(page, 'dialog')).toEqual([]);
      expect(await seriousFaults(page, '.right-side')).toEqual([]);
    }
    await page.screenshot({ path: join(screenshots, 'versions-compared.png') });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.waitForFunction(
      () => !document.querySelector('.sheet .page-drawing')?.textContent?.includes('XY'),
    );
    expect((await editor.hostIssue()).stories[0]!.headline).toBe(HEADLINE);
    await page.getByRole('menuitem', { name: '编辑' }).click();
    await page.getByRole('menuitem', { name: '撤销“恢复版本“初版””' }).click();
    await page.waitForFunction(() =>
      document.querySelector('.sheet .page-drawing')?.textContent?.includes('XY'),
    );
    expect((await editor.hostIssue()).stories[0]!.headline).toContain('XY');
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await expect.poll(() => drawn(page)).not.toContain('XY');
    await page.keyboard.press('Control+S');
    await saved(page);
    expect(editor.faults).toEqual([]);
  });

  it('prints after showing what is wrong, and keeps the pages in the file', async () => {
    const { page } = editor;
    await byMenu(page, '付印…');
    const dialog = page.getByRole('dialog', { name: '付印' });
    await dialog.waitFor();
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'print.png') });
    await dialog.getByRole('button', { name: /^(付印|仍要付印)$/ }).click();
    await expect.poll(() => dialog.count(), { timeout: 30_000 }).toBe(0);
    await page.locator('.versions-state', { hasText: '第 1 次付印的' }).waitFor();
    const { prints, versions } = await readIssueFile(path);
    expect(prints).toHaveLength(1);
    expect(prints[0]!.faces.every(({ version }) => version !== null)).toBe(true);
    expect(prints[0]!.pdf!.length).toBeGreaterThan(5_000);
    expect(versions.map(({ name }) => name)).toEqual(['初版', '付印']);
    expect(editor.faults).toEqual([]);
  });

  /** As an engine of the past had set it: every item of page 1 that shows text stands 7 pt lower. */
  const setOtherwise = async (): Promise<void> => {
    await editor.close();
    const file = await readIssueFile(path);
    const lower = (item: DisplayItem): DisplayItem =>
      item.kind === 'glyphs' && item.role === 'body' ? { ...item, y: item.y + 7 } : item;
    const moved = (list: DisplayList): DisplayList => ({
      ...list,
      pages: list.pages.map((each) => {
        const parts = each.parts.map((part) => part.map(lower));
        return { ...each, parts, items: parts.flat() };
      }),
    });
    const prints = file.prints.map((print) => ({
      ...print,
      engine: '1',
      displayList: print.displayList && moved(print.displayList),
    }));
    writeFileSync(path, packIssueFile({ ...file, prints }));
  };

  it('draws the page that was printed, whatever the engine makes of it now, and asks before the first edit', async () => {
    const asSet = await charactersOnScreen(editor.page, 1);
    await setOtherwise();
    const page = await reopen();
    const asPrinted = await charactersOnScreen(page, 1);
    expect(asPrinted.map(({ text }) => text)).toEqual(asSet.map(({ text }) => text));
    const lowered = asPrinted.filter(({ y }, i) => Math.abs(y - asSet[i]!.y - 7) < 0.01);
    const kept = asPrinted.filter(({ y }, i) => Math.abs(y - asSet[i]!.y) < 0.01);
    expect(lowered.length).toBeGreaterThan(40);
    expect(lowered.length + kept.length).toBe(asPrinted.length);

    await intoHeadline(page);
    await page.keyboard.type('Z');
    const dialog = page.getByRole('dialog', { name: '这一期已经付印' });
    await dialog.getByText(/用旧版排版程序付印，现在排会有 \d+ 行不同（第1版）/).waitFor();
    expect(await drawn(page)).not.toContain('Z');
    await dialog.getByRole('button', { name: '看差别' }).click();
    expect(await dialog.getByRole('listitem').first().textContent()).toMatch(
      /^第1版《.*》有\d+行移了位置。$/,
    );
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'printed-differs.png') });
    const pdf = await dialog.getByRole('link', { name: '打开印样 PDF' }).getAttribute('href');
    expect(
      await page.evaluate(async (address) => (await (await fetch(address)).text()).slice(0, 5), pdf!),
    ).toBe('%PDF-');
    await dialog.getByRole('button', { name: '只看印样' }).click();
    expect(await charactersOnScreen(page, 1)).toEqual(asPrinted);

    await intoHeadline(page);
    await page.keyboard.type('Z');
    await dialog.getByRole('button', { name: '照样编辑' }).click();
    await intoHeadline(page);
    await page.keyboard.type('Z');
    await page.waitForFunction(() =>
      document.querySelector('.sheet .page-drawing')?.textContent?.includes('Z'),
    );
    await page.locator('.page-view').focus();
    await page.keyboard.press('Control+Z');
    // Nothing is edited any more: the printed page comes back.
    await expect
      .poll(async () => JSON.stringify(await charactersOnScreen(page, 1)))
      .toBe(JSON.stringify(asPrinted));
    expect(editor.faults).toEqual([]);
  });

  it('shows a printing by itself from the list', async () => {
    const { page } = editor;
    await page.keyboard.press('Alt+8');
    await page.getByRole('button', { name: '看印样' }).click();
    const dialog = page.getByRole('dialog', { name: /第 1 次付印/ });
    await dialog.locator('.printed-page[data-fonts="ready"] svg text').first().waitFor();
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'print-shown.png') });
    await page.keyboard.press('Escape');
  });

  it('puts another’s file beside ours and makes them one, story by story, in one step to undo', async () => {
    const { page } = editor;
    const file = await readIssueFile(path);
    const theirs = setHeadline(setHeadline(file.issue, 's2', '对方的夜市').issue, 's1', '对方的柳堤').issue;
    place.put(FILE.replace('.zuban', '（李四的版本）.zuban'), packIssueFile({ ...file, issue: theirs }));
    /* For the next test: the list of the archive is looked at anew after a while only. */
    const other = pastIssue('2020-04-26', 20, 647, [told('s1', '新桥通车', '河上的新桥昨天通车。')]);
    place.put('2020/下期.zuban', packIssueFile(issueFileOf(other, new Map())));
    await intoHeadline(page);
    await page.keyboard.type('M');
    await page.keyboard.press('Control+S');
    await saved(page);
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('Alt+8');
    await page.getByRole('button', { name: '对照' }).click();
    const dialog = page.getByRole('dialog', { name: /比较：本期 与 .*李四的版本/ });
    await dialog.getByRole('group', { name: /两边都改过/ }).waitFor();
    expect(await dialog.getByRole('group', { name: /两边都改过/ }).count()).toBe(1);
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'merge.png') });
    await dialog.getByRole('radio', { name: '对方' }).check();
    await dialog.getByRole('button', { name: '合并' }).click();
    const headlines = async () => (await editor.hostIssue()).stories.map(({ headline }) => headline);
    await expect.poll(headlines).toEqual(['对方的柳堤', '对方的夜市']);
    await page.locator('.page-view').focus();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await headlines())[1]).toBe('夜市开张首日');
    expect(editor.faults).toEqual([]);
  });

  it('puts another issue beside ours for looking at, and says why nothing can be merged', async () => {
    const { page } = editor;
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('Alt+8');
    await page.locator('.versions-other select').selectOption('2020/下期.zuban');
    await page.getByRole('button', { name: '对照' }).click();
    const dialog = page.getByRole('dialog', { name: /比较：本期 与 下期/ });
    await dialog.getByText(/“下期\.zuban”是另一期（.*第20期 总第647期）.*不能合并/).waitFor();
    expect(await dialog.getByRole('heading', { level: 4 }).allTextContents()).toContain('新增《新桥通车》。');
    expect(await dialog.getByRole('button', { name: '合并' }).count()).toBe(0);
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'other-issue.png') });
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(editor.faults).toEqual([]);
  });

  it('takes a version out of the file after asking, but not that of a printing', async () => {
    const { page } = editor;
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('Alt+8');
    // The rows' lists of others to compare with have the names of all.
    const remove = (name: string) =>
      page
        .locator('.version-list li')
        .filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}$`) }) })
        .getByRole('button', { name: '删除这个版本' });
    expect(await remove('付印').isDisabled()).toBe(true);
    const dialog = page.getByRole('dialog', { name: '删除版本' });
    await remove('初版').click();
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    expect((await readIssueFile(path)).versions).toHaveLength(2);
    await remove('初版').click();
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect((await readIssueFile(path)).versions.map(({ name }) => name)).toEqual(['付印']);
    await expect.poll(() => remove('初版').count()).toBe(0);
    expect(editor.faults).toEqual([]);
  });

  it('offers the backup and the whole parts of a file that does not open', async () => {
    const { page } = editor;
    const other = FILE.replace('.zuban', ' 副本.zuban');
    const damaged = packIssueFile(await readIssueFile(path));
    damaged[damaged.length - 3_000]! ^= 1;
    place.put(other, damaged);
    await page.keyboard.press('Control+O');
    await page.getByRole('dialog', { name: '打开' }).locator(`button[title="${other}"]`).click();
    const dialog = page.getByRole('dialog', { name: '没有打开' });
    await dialog.getByText(/校验值不符/).waitFor();
    expect(await seriousFaults(page, 'dialog')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'not-opened.png') });
    await dialog.getByRole('button', { name: '打开备份' }).click();
    await dialog.getByText('旁边没有备份').waitFor();
    await dialog.getByRole('button', { name: '取出完好的部分' }).click();
    const notice = page.getByRole('dialog', { name: '已打开，还没有保存' });
    await notice.getByText(/有 1 处没有取出/).waitFor();
    await notice.getByRole('button', { name: '确定' }).click();
    expect((await editor.hostIssue()).stories).toHaveLength(2);
    expect(await page.locator('.foot').textContent()).toMatch(/^(?!.*没有打开).*未保存/);
    expect(editor.faults).toEqual([]);
    await reopen();
  });

  it('refuses the older of two windows, which says so for as long as it stands', async () => {
    const { page } = editor;
    const second = await page.context().browser()!.newPage({ viewport: VIEWPORT });
    await second.goto(editor.address);
    await second.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
    await intoHeadline(page);
    await page.keyboard.type('O');
    const banner = page.locator('.banner', { hasText: '已在另一个窗口里打开' });
    await banner.waitFor();
    expect(await seriousFaults(page, '.banner')).toEqual([]);
    const before = await drawn(page);
    await page.keyboard.type('PPP');
    expect(await drawn(page)).toBe(before);
    await intoHeadline(second);
    await second.keyboard.type('N');
    await second.keyboard.press('Control+S');
    const headline = async () => (await readIssueFile(path)).issue.stories[0]!.headline;
    await expect.poll(headline).toContain('N');
    expect(await headline()).not.toContain('O');
    await second.close();
  });
});
