/**
 * The whole job of whole-job.test.ts by the keyboard alone, on the real host with real files: no pointer, no focus set
 * by a script. The one thing that is not a key is the choice in the system's file picker, which a command opens.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../core/issue/issue.ts';
import { charactersOnScreen, type Editor, exportedPdf, farthestFromScreen, openEditor } from './editor.ts';
import { LONG, writeJobFiles } from './job-files.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { canLaunch } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');
const work = mkdtempSync(join(tmpdir(), 'zuban-keys-'));
const archive = join(work, '归档');
const files = writeJobFiles(join(work, '来稿'));
const NIGHT = '夜市开张首日迎客过万';
const HOSPITAL = '社区医院延长门诊时间';

let editor: Editor;
let page: Page;
let keys: Keyboard;
let begun: Issue;
let done: Issue;

const waiting = () => page.getByRole('listbox', { name: '待上版稿件' }).getByRole('option');
const titles = () => waiting().locator('.card-title').allTextContents();
const framesOf = (issue: Issue, headline: string) => {
  const story = issue.stories.find((s) => s.headline === headline)!;
  return issue.pages.flatMap((p, at) =>
    p.frames.filter((f) => f.story === story.id).map((f) => ({ at, ...f })),
  );
};
const frameNow = async (headline: string) => framesOf(await editor.hostIssue(), headline)[0]!;
const selectedName = () => page.locator('.hidden-status').textContent();
/** To the pages, then from frame to frame. */
const selectFrame = async (headline: string) => {
  for (let i = 0; i < 8 && (await keys.focus()).region !== 'page-view'; i++) await keys.press('F6');
  for (let i = 0; i < 3; i++) await keys.press('Escape');
  await keys.press('Control+PageUp', 3);
  await keys.press('Enter');
  for (let i = 0; i < 12 && !(await selectedName())?.includes(headline); i++) await keys.press('Tab');
  expect(await selectedName()).toContain(`《${headline}》`);
  expect((await keys.focus()).region).toBe('page-view');
};
const shot = (name: string) => page.screenshot({ path: join(screenshots, `keyboard-${name}.png`) });
const notice = (part: string) =>
  page.waitForFunction((text) => document.querySelector('.foot output')?.textContent?.includes(text), part);
const drawn = (text: string, number = 1) =>
  page.waitForFunction(
    ([part, sheet]) => document.querySelector(`${sheet} .page-drawing`)?.textContent?.includes(part!),
    [text, `.sheet[data-page="${number}"]`],
  );

describe.skipIf(!canLaunch())('an issue made by the keyboard alone (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    editor = await openEditor(archive, { width: 1366, height: 768 });
    ({ page } = editor);
    keys = keyboardOf(page);
  });
  afterAll(async () => {
    await editor?.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('begins with a new, empty issue', async () => {
    await keys.press('Control+Alt+N');
    expect(await keys.focus()).toMatchObject({ name: '出版日期', region: 'dialog' });
    await keys.press('Shift+Tab');
    expect(await keys.focus()).toMatchObject({ name: '开本', value: '四开' });
    await keys.press('Tab');
    await keys.type('03082026');
    await keys.until('期号', 'Tab');
    await keys.fill('8');
    await keys.press('Tab');
    expect((await keys.focus()).name).toBe('总期号');
    await keys.fill('635');
    await keys.press('Enter');
    await page.waitForFunction(() => document.querySelector('time')?.textContent === '2026-03-08');
    begun = await editor.hostIssue();
    expect(begun).toMatchObject({ stories: [], masthead: { number: 8, totalNumber: 635 } });
    expect(begun.pages).toHaveLength(1);
  });

  it('takes four text files, a Word file and two pictures by the command', async () => {
    await keys.pickFiles('Control+D', [...files.copy, ...files.pictures]);
    await notice('5 篇稿件、2 张图片');
    expect(await titles()).toHaveLength(7);
  });

  it('changes the order of the stories', async () => {
    const before = await titles();
    await keys.press('Alt+1');
    expect(await keys.focus()).toMatchObject({ role: 'option', region: 'left-side' });
    await keys.press('Home');
    await keys.press('Alt+ArrowDown');
    expect((await titles()).slice(0, 2)).toEqual([before[1], before[0]]);
    await keys.press('Alt+ArrowUp');
    expect(await titles()).toEqual(before);
  });

  it('places each story from the tray, resizes by Shift and arrows and moves by arrows', async () => {
    await keys.press('Home');
    await keys.until(new RegExp(LONG), 'ArrowDown');
    await keys.press('Enter');
    await notice('已放到第1版');
    await selectFrame(LONG);
    const placed = await frameNow(LONG);
    await keys.press('Shift+ArrowUp', 14);
    const shorter = await frameNow(LONG);
    expect(shorter.box.lines).toBe(placed.box.lines - 14);
    await keys.press('Shift+ArrowLeft');
    expect((await frameNow(LONG)).box.span).toBe(placed.box.span - 1);
    expect(await page.locator('.frame-overset').textContent()).toMatch(/^余 \d+ 行$/);
    await shot('resized');

    for (const title of [NIGHT, '乡村小学', HOSPITAL, '老旧小区']) {
      await keys.press('Alt+1');
      await keys.press('Home');
      await keys.until(new RegExp(title), 'ArrowDown');
      await keys.press('Enter');
      await expect.poll(async () => (await titles()).some((own) => own.includes(title))).toBe(false);
    }
    expect(await titles()).toEqual(['柳堤.png', '夜市.png']);
    expect((await editor.hostIssue()).pages[0]!.frames).toHaveLength(5);
    expect(await page.locator('.frame-box[data-overlaps="true"]').count()).toBe(0);
    await shot('placed');

    await selectFrame('乡村小学有了新操场');
    const from = await frameNow('乡村小学有了新操场');
    await keys.press('ArrowDown', 2);
    await keys.press('ArrowRight');
    const to = await frameNow('乡村小学有了新操场');
    expect([to.box.column - from.box.column, to.box.line - from.box.line]).not.toEqual([0, 0]);
    await keys.press('Control+Z');
    expect((await frameNow('乡村小学有了新操场')).box).toEqual(from.box);
  });

  it('lets two stories change places by the menu', async () => {
    const before = await frameNow(HOSPITAL);
    await selectFrame('乡村小学有了新操场');
    await keys.choose('版位', '与另一版位交换', `与《${HOSPITAL}》交换`);
    const after = await frameNow('乡村小学有了新操场');
    expect([after.box.column, after.box.line]).toEqual([before.box.column, before.box.line]);
    expect((await keys.focus()).region).toBe('page-view');
  });

  it('puts a waiting picture into a placed story by the menu, and moves it by arrows', async () => {
    await selectFrame(NIGHT);
    await keys.press('Shift+ArrowDown', 4);
    await keys.choose('版位', '放入图片', '图片 夜市.png');
    await page.waitForSelector('.picture-box[data-selected="true"]');
    expect(await titles()).toEqual(['柳堤.png']);
    const before = (await frameNow(NIGHT)).pictures[0]!.box;
    await keys.press('ArrowDown');
    const after = (await frameNow(NIGHT)).pictures[0]!.box;
    expect(after.line).toBe(before.line + 1);
    await keys.press('Shift+ArrowUp');
    expect((await frameNow(NIGHT)).pictures[0]!.box.lines).toBe(before.lines - 1);
    await shot('picture');
    await keys.press('Escape');
    expect(await selectedName()).toContain(`《${NIGHT}》`);
    await keys.press('Control+Alt+P');
    expect(await selectedName()).toContain('图片 1');
  });

  it('jumps to a new page by the menu, goes from end to end, cuts the jump and makes it again', async () => {
    await selectFrame(LONG);
    await keys.choose('版位', '转版到', '新加一版');
    expect(framesOf(await editor.hostIssue(), LONG).map(({ at }) => at)).toEqual([0, 1]);
    await keys.press('Control+J');
    await expect.poll(() => page.textContent('.foot')).toContain('第 2 版');
    await drawn('上接', 2);
    await shot('jumped');
    await keys.press('Control+J');
    await expect.poll(() => page.textContent('.foot')).toContain('第 1 版');
    await keys.choose('版位', '取消转版');
    expect(framesOf(await editor.hostIssue(), LONG)).toHaveLength(1);
    await keys.choose('版位', '转版到', '第2版');
    expect(framesOf(await editor.hostIssue(), LONG)).toHaveLength(2);
  });

  it('places the other picture on the second page', async () => {
    await keys.press('Control+PageDown');
    await keys.press('Alt+1');
    await keys.press('Enter');
    await expect.poll(titles).toEqual([]);
    const { pages } = await editor.hostIssue();
    expect(pages[1]!.frames).toHaveLength(2);
    // The tray is empty: the keys go on at what was placed.
    await expect.poll(async () => (await keys.focus()).region).toBe('page-view');
  });

  it('boxes a story by its key, and by the menu of the frame', async () => {
    await selectFrame(HOSPITAL);
    await keys.press('Control+Alt+B');
    expect((await frameNow(HOSPITAL)).border).toBe('box');
    await keys.press('Shift+F10');
    await keys.until(/^栏线/, 'ArrowDown');
    await keys.press('Enter');
    expect((await frameNow(HOSPITAL)).style.columnRule).toBe(true);
    expect((await keys.focus()).region).toBe('page-view');
  });

  it('sets the date on the masthead itself and in the inspector', async () => {
    await keys.press('Control+Alt+H');
    await expect.poll(async () => (await keys.focus()).name).not.toBe('');
    await keys.until(/日期/, 'Tab');
    await keys.press('Enter');
    await expect.poll(async () => (await keys.focus()).role).toBe('input');
    await keys.fill('2026-03-15');
    await keys.press('Enter');
    await drawn('正月廿七');
    await shot('masthead');
    await keys.press('Escape', 2);
    await keys.press('Alt+4');
    expect(await keys.focus()).toMatchObject({ name: '属性', role: 'tab' });
    await keys.until('日期', 'Tab');
    await keys.fill('2026-03-22');
    await keys.press('Enter');
    await drawn('二月初四');
    await keys.fill('2026-03-15');
    await keys.press('Enter');
    await drawn('正月廿七');
    expect((await editor.hostIssue()).masthead.date).toBe('2026-03-15');
  });

  it('types into a headline and a body on the page', async () => {
    await selectFrame(HOSPITAL);
    await keys.press('Enter');
    await keys.press('End');
    await keys.type('了');
    await drawn('社区医院延长门诊时间了');
    await keys.press('Tab');
    await keys.type('本报讯');
    await drawn('本报讯');
    await keys.press('Escape');
    expect(await selectedName()).toContain('《社区医院延长门诊时间了》');
    const story = (await editor.hostIssue()).stories.find(({ headline }) => headline === `${HOSPITAL}了`);
    expect(story?.paragraphs[0]?.text).toMatch(/^本报讯/);
  });

  it('finds a word over the issue and puts another in its place', async () => {
    const count = async (word: string) =>
      (await editor.hostIssue()).stories
        .flatMap(({ paragraphs }) => paragraphs)
        .reduce((sum, { text }) => sum + text.split(word).length - 1, 0);
    const before = await count('管理处');
    expect(before).toBeGreaterThan(3);
    await keys.press('Control+F');
    expect(await keys.focus()).toMatchObject({ region: 'right-side' });
    await keys.fill('管理处');
    await keys.press('Tab');
    await keys.fill('管理站');
    await keys.until('全部替换', 'Tab');
    await keys.press('Enter');
    await expect.poll(() => count('管理站')).toBe(before);
    expect(await count('管理处')).toBe(0);
  });

  it('adds, moves and removes pages', async () => {
    await keys.press('F6');
    const pages = async () => (await editor.hostIssue()).pages.map(({ frames }) => frames.length);
    const before = await pages();
    await keys.press('Control+PageDown', 3);
    await keys.press('Control+Alt+Enter');
    expect(await pages()).toEqual([...before, 0]);
    await keys.press('Control+Alt+PageUp');
    expect(await pages()).toEqual([before[0], 0, before[1]]);
    await keys.press('Control+Alt+Backspace');
    expect(await pages()).toEqual(before);
  });

  it('undoes all of it and does all of it again', async () => {
    done = await editor.hostIssue();
    const undo = page.getByRole('button', { name: '撤销', exact: true });
    let steps = 0;
    for (; steps < 500 && (await undo.isEnabled()); steps++) await keys.press('Control+Z');
    expect(steps).toBeGreaterThan(20);
    expect({ ...(await editor.hostIssue()), pictures: [] }).toEqual({ ...begun, pictures: [] });
    await keys.press('Control+Shift+Z', steps);
    expect(await editor.hostIssue()).toEqual(done);
  });

  it('saves, and exports what the screen shows, to 0.01 pt', async () => {
    await keys.press('Control+S');
    await page.waitForSelector('.foot [data-saved="true"]');
    const kept = readdirSync(join(archive, '2026')).filter((name) => !name.startsWith('.'));
    expect(kept).toEqual(['2026-03-15 第8期 总第635期.zuban']);
    await shot('done');
    const pages = await exportedPdf(page, () => keys.press('Control+E'));
    expect(pages).toHaveLength(2);
    for (const [index, printed] of pages.entries())
      expect(farthestFromScreen(await charactersOnScreen(page, index + 1), printed)).toBeLessThan(0.01);
    expect(pages.map(({ pictures }) => pictures)).toEqual([1, 1]);
  });

  it('did all of this without an error in the page', () => {
    expect(editor.faults).toEqual([]);
  });
});
