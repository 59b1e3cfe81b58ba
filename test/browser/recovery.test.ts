/**
 * Work that outlives its host, and two people on one folder: the host is a real process, killed in the middle of typing
 * and started again; and one of two hosts on the same issue, which reads until the other has closed.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { ArchivePlace, pastIssue, told } from '../electron/archive/past-issues.ts';
import { seriousFaults } from './axe.ts';
import { type HostProcess, startHostProcess } from './host-process.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const screenshots = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'screenshots');
const FILE = '2020/2020-03-15 第9期 总第636期.zuban';
const HEADLINE = '柳堤添新绿';

let browser: Browser;
let hosts: HostProcess[];

/** `profile`: the pages of one share what the browser keeps for them. */
const openPage = async ({ address }: HostProcess, profile?: BrowserContext): Promise<Page> => {
  const context = profile ?? (await browser.newContext({ viewport: { width: 1366, height: 768 } }));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
  return page;
};

const started = async (...args: Parameters<typeof startHostProcess>): Promise<HostProcess> => {
  const host = await startHostProcess(...args);
  hosts.push(host);
  return host;
};

const drawnHeadline = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent ?? '');

/** Clicks on the headline on the page, so that what is typed goes there. */
const intoHeadline = async (page: Page): Promise<void> => {
  const box = await page
    .locator('.page-drawing text', { hasText: HEADLINE.slice(0, 2) })
    .first()
    .boundingBox();
  if (!box) throw new Error('no headline');
  const at = { x: box.x + box.width * 0.45, y: box.y + box.height / 2 };
  await page.mouse.click(at.x, at.y);
  await page.waitForFunction(() => document.activeElement?.classList.contains('text-input'));
};

describe.skipIf(!canLaunch())('work that outlives its host (needs a Chromium)', () => {
  let place: ArchivePlace;
  let path: string;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    hosts = [];
    place = new ArchivePlace();
    browser = await launchBrowser();
  });
  beforeEach(() => {
    path = place.put(
      FILE,
      pastIssue('2020-03-15', 9, 636, [
        told('s1', HEADLINE, '河堤上的柳树先绿了起来，孩子们放学后在树下放风筝。'),
      ]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    for (const host of hosts) await host.kill();
    place.remove();
  });

  it('is offered, in words, when the host comes back after a kill in the middle of typing', async () => {
    const first = await started(place.folder, [path]);
    const page = await openPage(first);
    await intoHeadline(page);
    await page.keyboard.type('ABCDEF');
    // The journal is flushed within a second.
    await page.waitForTimeout(1_500);
    await page.keyboard.type('x');
    await first.kill();
    await page.keyboard.type('yz');
    const banner = page.locator('.banner');
    await banner.getByText('正在重连').waitFor();
    expect(await seriousFaults(page, '.app')).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'host-gone.png') });

    await banner.getByText('没有送到的修改已记在这个浏览器里').waitFor();
    const second = await started(place.folder, [path], first.port);
    expect(second.port).toBe(first.port);
    await banner.getByText('请用新给出的网址重新打开').waitFor();
    // What was typed meanwhile stays on the page.
    expect(await drawnHeadline(page)).toContain('ABCDEFxyz');

    // The tab is closed with more in it than the journal has, and a moment after the last key.
    await page.bringToFront();
    await page.keyboard.type('!');
    const profile = page.context();
    await page.close({ runBeforeUnload: false });
    const again = await openPage(second, profile);
    const dialog = again.getByRole('dialog', { name: '找到没有保存的工作' });
    await dialog.waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    const left = () =>
      again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unconfirmed')));
    await expect.poll(left).toEqual([]);
    expect(await dialog.getByRole('listitem').textContent()).toMatch(/2020-03-15 第9期.*修改.*字.*最后修改/);
    for (const theme of ['dark', 'light']) {
      await again.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(again, 'dialog')).toEqual([]);
    }
    await again.screenshot({ path: join(screenshots, 'recovery.png') });
    await dialog.getByRole('button', { name: '放弃' }).click();
    await dialog.getByText('真的放弃吗').waitFor();
    await dialog.getByRole('button', { name: '不放弃' }).click();
    await dialog.getByRole('button', { name: '恢复' }).click();
    await again.waitForFunction(() =>
      document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent?.includes('ABCDEFxyz!'),
    );
    expect(await again.locator('.foot [data-saved]').getAttribute('data-saved')).toBe('false');
    // Saved, nothing more is offered.
    await again.keyboard.press('Control+S');
    await again.waitForSelector('.foot [data-saved="true"]');
    expect((await readIssueFile(path)).issue.stories[0]!.headline).toContain('ABCDEFxyz!');
    await again.getByRole('menuitem', { name: '文件' }).click();
    await again.getByRole('menuitem', { name: '找回没有保存的工作…' }).click();
    await again.getByText('没有找到没有保存的工作。').waitFor();
    await again.close();
    await second.stop();
  });

  it('is said to be elsewhere when its folder goes, and offered after a kill', async () => {
    const home = join(place.folder, '..', `${basename(place.folder)}-home`);
    const archive = new ArchivePlace();
    const file = archive.put(
      FILE,
      pastIssue('2020-03-15', 9, 636, [told('s1', HEADLINE, '河堤上的柳树先绿了起来。')]),
    );
    const first = await started(archive.folder, [file], 0, { XDG_DATA_HOME: home, HOME: home });
    const page = await openPage(first);
    await intoHeadline(page);
    await page.keyboard.type('ABC');
    await page.waitForTimeout(1_000);
    rmSync(archive.folder, { recursive: true });
    await page.keyboard.type('DEF');
    await page
      .locator('.foot output', { hasText: '旁的恢复日志不在原处或被换掉了，全部修改已另记一份' })
      .waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.foot output', { hasText: '已不在原来的位置' }).waitFor();
    expect(await page.locator('.foot output').textContent()).toContain('也在恢复日志里');
    await page.screenshot({ path: join(screenshots, 'journal-moved.png') });
    await first.kill();
    await page.close();
    const second = await started(archive.folder, [path], 0, { XDG_DATA_HOME: home, HOME: home });
    const again = await openPage(second);
    const dialog = again.getByRole('dialog', { name: '找到没有保存的工作' });
    await dialog.getByRole('button', { name: '恢复' }).click();
    await again.waitForFunction(() =>
      document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent?.includes('ABCDEF'),
    );
    await again.close();
    await second.stop();
    rmSync(home, { recursive: true, force: true });
    archive.remove();
  });

  it('is given up only after a second question', async () => {
    const first = await started(place.folder, [path]);
    const page = await openPage(first);
    await intoHeadline(page);
    await page.keyboard.type('QQ');
    await page.waitForTimeout(1_500);
    await first.kill();
    await page.close();
    const second = await started(place.folder, [path]);
    const again = await openPage(second);
    const dialog = again.getByRole('dialog', { name: '找到没有保存的工作' });
    await dialog.getByRole('button', { name: '放弃' }).click();
    await dialog.getByRole('button', { name: '真的放弃' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    await again.reload();
    await again.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
    await again.waitForTimeout(500);
    expect(await dialog.count()).toBe(0);
    expect(await drawnHeadline(again)).not.toContain('QQ');
    await again.close();
    await second.stop();
  });

  it('lets the second of two only read, and gives it the issue when the first has closed', async () => {
    const first = await started(place.folder, [path]);
    const writer = await openPage(first);
    const second = await started(place.folder, [path]);
    const reader = await openPage(second);
    const banner = reader.locator('.banner');
    expect(await banner.textContent()).toMatch(/从 \d+:\d\d 起正在编辑这一期，现在只能看。/);
    expect(await banner.getByRole('button', { name: '编辑', exact: true }).isDisabled()).toBe(true);
    for (const theme of ['dark', 'light']) {
      await reader.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await seriousFaults(reader, '.banner')).toEqual([]);
    }
    const before = await drawnHeadline(reader);
    await intoHeadline(reader);
    await reader.keyboard.type('RRR');
    await reader.locator('.foot output', { hasText: '现在只能看' }).waitFor();
    expect(await drawnHeadline(reader)).toBe(before);
    await reader.screenshot({ path: join(screenshots, 'read-only.png') });

    await intoHeadline(writer);
    await writer.keyboard.type('WW');
    await writer.keyboard.press('Control+S');
    await writer.waitForSelector('.foot [data-saved="true"]');
    await writer.close();
    await first.stop();

    const edit = banner.getByRole('button', { name: '编辑', exact: true });
    await expect.poll(() => edit.isEnabled(), { timeout: 25_000 }).toBe(true);
    expect(await banner.textContent()).toContain('现在可以编辑');
    await edit.click();
    await reader.waitForFunction(() =>
      document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent?.includes('WW'),
    );
    expect(await banner.count()).toBe(0);
    await intoHeadline(reader);
    await reader.keyboard.type('SS');
    await reader.keyboard.press('Control+S');
    await reader.waitForSelector('.foot [data-saved="true"]');
    expect((await readIssueFile(path)).issue.stories[0]!.headline).toContain('SS');
    await reader.close();
    await second.stop();
  });

  it('says where the work went when another version has taken its file’s place', async () => {
    const host = await started(place.folder, [path]);
    const page = await openPage(host);
    await intoHeadline(page);
    await page.keyboard.type('MINE');
    place.put(FILE, pastIssue('2020-03-15', 9, 636, [told('s1', '别人的一期', '内容不同。')]));
    await page.keyboard.press('Control+S');
    const dialog = page.getByRole('dialog', { name: '两份都保存了' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('没有覆盖它');
    await dialog.getByRole('button', { name: '确定' }).click();
    const own = readdirSync(dirname(path)).filter((name) => name.endsWith('的版本）.zuban'));
    expect(own).toHaveLength(1);
    expect((await readIssueFile(join(dirname(path), own[0]!))).issue.stories[0]!.headline).toContain('MINE');
    expect((await readIssueFile(path)).issue.stories[0]!.headline).toBe('别人的一期');
    await page.close();
    await host.stop();
  });
});
