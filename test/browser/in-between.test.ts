/** Keys, saves and undo in the middle of something else: nothing is lost, and nothing happens out of sight. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from './editor.ts';
import { canLaunch } from './launch.ts';

const work = mkdtempSync(join(tmpdir(), 'zuban-between-'));
let editor: Editor;
let page: Page;

const middle = async (selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const below = (at: { x: number; y: number }) => ({ x: at.x, y: at.y + 60 });
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
/** Begins to drag the first frame of the page by its grip, and leaves the button down. */
const beginDrag = async () => {
  await page
    .locator('.frame-box')
    .first()
    .evaluate((box: HTMLElement) => box.click());
  await page.waitForSelector('.grip');
  const from = await middle('.grip');
  const to = below(from);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.waitForSelector('.ghost, .pointer-ghost');
};
const isDragging = () => page.evaluate(() => document.documentElement.classList.contains('dragging'));
const ghosts = () => page.locator('.ghost, .pointer-ghost').count();

describe.skipIf(!canLaunch())('in the middle of something else (needs a Chromium)', () => {
  beforeAll(async () => {
    editor = await openEditor(join(work, '归档'), { width: 1366, height: 768 });
    ({ page } = editor);
  });
  afterAll(async () => {
    await editor?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('a drag has the keys to itself: Delete and undo wait until it is over', async () => {
    await page
      .locator('.frame-box')
      .first()
      .evaluate((box: HTMLElement) => box.click());
    await page.keyboard.press('Control+Alt+b');
    const boxed = await editor.hostIssue();
    await beginDrag();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect([await isDragging(), await ghosts()]).toEqual([false, 0]);
    expect(await editor.hostIssue()).toEqual(boxed);
    await page.keyboard.press('Control+z');
    expect(await editor.hostIssue()).not.toEqual(boxed);
  });

  it('another button gives a drag up, and opens no menu over it', async () => {
    const before = await editor.hostIssue();
    await beginDrag();
    await page.mouse.down({ button: 'right' });
    expect([await isDragging(), await ghosts()]).toEqual([false, 0]);
    await page.mouse.up({ button: 'right' });
    await page.mouse.up();
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await editor.hostIssue()).toEqual(before);
    await page.keyboard.press('Escape');
  });

  it('undo in a search takes back the search, not the page', async () => {
    const before = await editor.hostIssue();
    const place = await middle('.sheet[data-page="1"] [data-part="1"] text:text-matches("^.{10,}$")');
    await page.mouse.click(place.x, place.y);
    await page.keyboard.insertText('柳絮');
    const typed = await editor.hostIssue();
    expect(typed).not.toEqual(before);
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('电梯');
    const search = page.locator('.find-panel input, .find-panel textarea').first();
    await expect.poll(() => search.inputValue()).toBe('电梯');
    await page.keyboard.press('Control+z');
    await expect.poll(() => search.inputValue()).toBe('');
    expect(await editor.hostIssue()).toEqual(typed);
  });

  it('the key of 着重 opens no file chooser in a headline field', async () => {
    let chosen = 0;
    page.on('filechooser', () => chosen++);
    await tab('文稿');
    await page.getByRole('textbox', { name: '主题', exact: true }).click();
    await page.keyboard.press('Control+i');
    await page.waitForTimeout(300);
    expect(chosen).toBe(0);
  });

  it('a save takes what is being typed into a field', async () => {
    await page.keyboard.press('Control+Alt+h');
    await tab('属性');
    const number = page.locator('.inspector').getByLabel('期号', { exact: true });
    await number.fill('44');
    await page.keyboard.press('Control+s');
    await page.waitForSelector('.foot [data-saved="true"]');
    expect((await editor.hostIssue()).masthead.number).toBe(44);
  });

  it('the foot says of an empty page how many lines are white', async () => {
    await tab('版面');
    await page.getByRole('button', { name: '在后加版' }).click();
    await expect.poll(() => page.textContent('.foot')).toMatch(/本版 空 \d+ 行/);
  });

  it('did all of this without an error in the page', () => {
    expect(editor.faults).toEqual([]);
  });
});
