/**
 * An editor's whole job with the pointer, on the real host with real files: a new issue, copy and pictures dropped
 * from the computer's folders, dragged into columns, one jumped, one boxed, the masthead's date set; all of it undone
 * and done again; and the PDF is what the screen showed.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../core/issue/issue.ts';
import {
  charactersOnScreen,
  dropFiles,
  type Editor,
  exportedPdf,
  farthestFromScreen,
  openEditor,
} from './editor.ts';
import { LONG, writeJobFiles } from './job-files.ts';
import { canLaunch } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');
const work = mkdtempSync(join(tmpdir(), 'zuban-job-'));
const archive = join(work, '归档');
const files = writeJobFiles(join(work, '来稿'));

let editor: Editor;
let page: Page;
/** The issue as it was new, and at the end of the job. */
let begun: Issue;
let done: Issue;

const waiting = () => page.getByRole('listbox', { name: '待上版稿件' }).getByRole('option');
const card = (title: string) => waiting().filter({ hasText: title });
const framesOf = (issue: Issue, headline: string) => {
  const story = issue.stories.find((s) => s.headline === headline)!;
  return issue.pages.flatMap((p, at) =>
    p.frames.filter((f) => f.story === story.id).map((f) => ({ at, ...f })),
  );
};
/** A point of the first page, as fractions of its width and height. */
const pointOn = async (across: number, down: number) => {
  const box = (await page.locator('.sheet[data-page="1"]').boundingBox())!;
  return { x: box.x + box.width * across, y: box.y + box.height * down };
};
const middle = async (selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const drag = async (
  from: { x: number; y: number },
  to: { x: number; y: number },
  during: () => Promise<unknown> = () => Promise.resolve(),
) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.waitForTimeout(60);
  await during();
  await page.mouse.up();
};
const dragStory = async (title: string, to: { x: number; y: number }, during?: () => Promise<unknown>) => {
  const box = (await card(title).boundingBox())!;
  await drag({ x: box.x + 30, y: box.y + 12 }, to, during);
  await expect.poll(() => card(title).count()).toBe(0);
};
const at = ({ x, y }: { x: number; y: number }): [number, number] => [x, y];
const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });
const notice = (part: string) =>
  page.waitForFunction((text) => document.querySelector('.foot output')?.textContent?.includes(text), part);

describe.skipIf(!canLaunch())('an issue made with the pointer (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    editor = await openEditor(archive, { width: 1366, height: 768 });
    ({ page } = editor);
  });
  afterAll(async () => {
    await editor?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('begins with a new, empty issue', async () => {
    await page.getByRole('button', { name: '新建', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('开本').selectOption('四开');
    await dialog.getByLabel('出版日期').fill('2026-03-08');
    await dialog.getByLabel('期号', { exact: true }).fill('8');
    await dialog.getByLabel('总期号').fill('635');
    await dialog.getByRole('button', { name: '新建' }).click();
    await page.waitForFunction(() => document.querySelector('time')?.textContent === '2026-03-08');
    await page.getByRole('tab', { name: '稿库' }).click();
    begun = await editor.hostIssue();
    expect(begun.stories).toEqual([]);
    expect(begun.pages).toHaveLength(1);
  });

  it('takes four text files and a Word file dropped on the tray', async () => {
    await dropFiles(page, files.copy, await middle('[data-drop="tray"]'));
    await notice('5 篇稿件');
    expect(await waiting().locator('.card-title').allTextContents()).toEqual([
      LONG,
      '夜市开张首日迎客过万',
      '乡村小学有了新操场',
      '社区医院延长门诊时间',
      '老旧小区供水改造完工',
    ]);
  });

  it('drags each into columns, a ghost showing the place, the span and what is left over', async () => {
    await dragStory(LONG, await pointOn(0.12, 0.24), async () => {
      expect(await page.textContent('.ghost')).toMatch(/^\d+ 栏 × \d+ 行，(正好|[余缺] \d+ 行)$/);
      await shot('drag-story');
    });
    await shot('story-placed');
    // Pulled up by its lower side and in by its right one, so that the others find room and this one has to jump.
    await drag(await middle('.handle[data-handle="s"]'), await pointOn(0.3, 0.45), () => shot('drag-resize'));
    await drag(await middle('.handle[data-handle="e"]'), await pointOn(0.44, 0.4));
    const [first] = framesOf(await editor.hostIssue(), LONG);
    expect(first!.box).toMatchObject({ column: 0, span: 3 });
    expect(await page.locator('.frame-overset').textContent()).toMatch(/^余 \d+ 行$/);

    await dragStory('夜市开张首日迎客过万', await pointOn(0.55, 0.24));
    await dragStory('乡村小学有了新操场', await pointOn(0.12, 0.5));
    await dragStory('社区医院延长门诊时间', await pointOn(0.55, 0.62));
    await dragStory('老旧小区供水改造完工', await pointOn(0.12, 0.76));
    const issue = await editor.hostIssue();
    for (const { id } of issue.stories) expect(issue.pages[0]!.frames.some((f) => f.story === id)).toBe(true);
    // Nothing lies over a neighbour.
    expect(await page.locator('.frame-box[data-overlaps="true"]').count()).toBe(0);
    await shot('stories-placed');
  });

  it('gives up a drag at Esc', async () => {
    const before = await editor.hostIssue();
    await page.mouse.move(...at(await middle('.frame-box[aria-label*="夜市"]')));
    await page.mouse.down();
    await page.mouse.move(...at(await pointOn(0.5, 0.9)), { steps: 5 });
    await page.waitForSelector('.ghost, .pointer-ghost');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.locator('.ghost').count()).toBe(0);
    expect(await editor.hostIssue()).toEqual(before);
  });

  it('takes a picture dropped on a frame, and moves it within the frame', async () => {
    await dropFiles(page, [files.pictures[1]!], await middle('.frame-box[aria-label*="夜市"]'));
    await notice('1 张图片');
    await page.waitForSelector('.picture-box');
    const [before] = framesOf(await editor.hostIssue(), '夜市开张首日迎客过万');
    expect(before!.pictures).toHaveLength(1);
    const box = (await page.locator('.picture-box').first().boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    // Higher by its text, so that there is room to move in.
    await page.locator('.frame-box[aria-label*="夜市"]').evaluate((own: HTMLElement) => own.click());
    await page.keyboard.press('Control+Alt+C');
    await expect.poll(() => page.locator('.frame-overset').count()).toBe(1);
    await drag(from, { x: from.x, y: from.y + 40 }, () => shot('drag-picture'));
    const [after] = framesOf(await editor.hostIssue(), '夜市开张首日迎客过万');
    expect(after!.pictures[0]!.box.line).toBeGreaterThan(before!.pictures[0]!.box.line);
  });

  it('takes a second picture with the tray, and gives it back', async () => {
    await dropFiles(page, [files.pictures[0]!], await middle('[data-drop="tray"]'));
    await expect.poll(() => waiting().locator('.card-title').allTextContents()).toEqual(['柳堤.png']);
    await dragStory('柳堤.png', await pointOn(0.55, 0.86));
    expect(await waiting().count()).toBe(0);
    const grip = await middle('.grip');
    await drag(grip, await middle('[data-drop="tray"]'), () => shot('drag-to-tray'));
    await expect.poll(() => waiting().count()).toBe(1);
  });

  it('jumps what is left over to a new page, with both jump lines, and goes from one to the other', async () => {
    await page
      .locator(`.frame-box[aria-label*="${LONG}"]`)
      .first()
      .evaluate((box: HTMLElement) => box.click());
    await page.getByRole('menuitem', { name: '版位', exact: true }).click();
    await page.getByRole('menuitem', { name: '转版到' }).hover();
    await shot('menu-jump');
    await page.getByRole('menuitem', { name: '新加一版' }).click();
    const frames = framesOf(await editor.hostIssue(), LONG);
    expect(frames.map(({ at: onPage }) => onPage)).toEqual([0, 1]);
    await expect
      .poll(() => page.locator('.frame-box').first().getAttribute('aria-label'))
      .not.toContain('余');
    await page.getByRole('button', { name: '转到第2版的下文' }).evaluate((jump: HTMLElement) => jump.click());
    await page.waitForSelector('.sheet[data-page="2"][data-fonts="ready"] svg text');
    const text = await page.textContent('.sheet[data-page="2"] .page-drawing');
    expect(text).toContain('上接');
    await shot('jumped');
    await page.getByRole('button', { name: '回到第1版的上文' }).evaluate((jump: HTMLElement) => jump.click());
    await expect.poll(() => page.textContent('.foot')).toContain('第 1 版');
  });

  it('boxes a story from the context menu', async () => {
    const { x, y } = await middle('.frame-box[aria-label*="社区医院"]');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitemcheckbox', { name: '加框' }).click();
    const [boxed] = framesOf(await editor.hostIssue(), '社区医院延长门诊时间');
    expect(boxed!.border).toBe('box');
  });

  it('sets the date on the masthead itself; weekday and 农历 follow at once', async () => {
    await page.locator('.sheet[data-page="1"]').evaluate((sheet) => sheet.scrollIntoView());
    const day = await middle('.sheet[data-page="1"] .page-drawing text:text-is("8")');
    await page.mouse.dblclick(day.x, day.y);
    const field = page.locator('.field-editor').getByRole('textbox');
    await field.fill('2026-03-15');
    await field.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.sheet[data-page="1"] .page-drawing')?.textContent?.includes('正月廿七'),
    );
    expect((await editor.hostIssue()).masthead.date).toBe('2026-03-15');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await shot('job-done');
  });

  it('undoes all of it and does all of it again', async () => {
    done = await editor.hostIssue();
    const undo = page.getByRole('button', { name: '撤销', exact: true });
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await undo.click();
    expect(steps).toBeGreaterThan(10);
    expect({ ...(await editor.hostIssue()), pictures: [] }).toEqual({ ...begun, pictures: [] });
    const redo = page.getByRole('button', { name: '重做', exact: true });
    for (let i = 0; i < steps; i++) await redo.click();
    expect(await editor.hostIssue()).toEqual(done);
  });

  it('saves, and exports what the screen shows, to 0.01 pt', async () => {
    await page.keyboard.press('Control+S');
    await page.waitForSelector('.foot [data-saved="true"]');
    const kept = readdirSync(join(archive, '2026')).filter((name) => !name.startsWith('.'));
    expect(kept).toEqual(['2026-03-15 第8期 总第635期.zuban']);
    const pages = await exportedPdf(page, () => page.getByRole('button', { name: '导出 PDF' }).click());
    expect(pages).toHaveLength(2);
    for (const [index, printed] of pages.entries())
      expect(farthestFromScreen(await charactersOnScreen(page, index + 1), printed)).toBeLessThan(0.01);
    expect(pages[0]!.pictures).toBe(1);
  });

  it('did all of this without an error in the page', () => {
    expect(editor.faults).toEqual([]);
  });
});
