/**
 * 属性, 样式 and the printed head edited on the page, through the real host: what a field takes must stand on the page
 * and in the host's issue, be one step to undo, and be refused with a sentence where it means nothing.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Issue } from '../../core/issue/issue.ts';
import { installationRoot } from '../../electron/base/installation.ts';
import { createHandlers, deliverByAddress } from '../../electron/host/handlers.ts';
import { pageAssets } from '../../electron/host/page-assets.ts';
import { type BrowserHost, startBrowserHost } from '../../electron/host/serve.ts';
import { takeUpload } from '../../electron/import/uploads.ts';
import { openSession } from '../../electron/session/open-session.ts';
import type { Session } from '../../electron/session/session.ts';
import { grey } from '../electron/import/tiny-pictures.ts';
import { canLaunch, launchBrowser } from './launch.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, 'out', 'screenshots');

const LEAD = '水库清淤明春完工下游三村改用备用水源';
const SENTENCE = '东河水库的清淤工程昨日开工，预计明年三月完成，届时可多蓄水八十万方。';
const MANUSCRIPT = `# ${LEAD}\n\n${Array.from({ length: 24 }, () => SENTENCE).join('\n\n')}\n\n# 村口新添阅览室\n\n![阅览室外景。](外景.png)\n\n${Array.from({ length: 12 }, () => SENTENCE).join('\n\n')}\n`;

let browser: Browser;
let host: BrowserHost;
let session: Session;
let page: Page;
let folder: string;
const faults: string[] = [];

const issue = async (): Promise<Issue> => (await session.opened()).issue;
const masthead = async () => (await issue()).masthead;
const frame = async (): Promise<Frame> => (await issue()).pages[0]!.frames[0]!;

/** Edits reach the host a moment after they are made. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000, interval: 40 });
const undo = () => page.keyboard.press('Control+z');
const drawn = () =>
  page.evaluate(
    () =>
      document.querySelector('.sheet[data-page="1"] .page-drawing, .sheet[data-page="1"] svg')?.textContent ??
      '',
  );
const field = (name: string) => page.locator('.inspector').getByLabel(name, { exact: true });
const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });

const fill = async (name: string, text: string) => {
  await field(name).fill(text);
  await field(name).press('Enter');
};
/** What the field says of what was typed into it. */
const saidOf = (name: string) =>
  field(name).evaluate((input) => {
    const told = input.getAttribute('aria-describedby');
    return told === null ? null : (document.getElementById(told)?.textContent ?? null);
  });
/** Selects a frame as a screen reader does: by its name. */
const selectFrame = async (index = 0) => {
  await page
    .locator('.frame-box')
    .nth(index)
    .evaluate((box: HTMLElement) => box.click());
  await page.locator('.inspector h3', { hasText: '版位 第1版' }).waitFor();
};
const selectHead = async () => {
  await page.keyboard.press('Control+Alt+h');
  await page.waitForFunction(() => document.activeElement?.closest('.head-layer') != null);
};
const outline = (name: string) => page.locator('.head-layer').getByRole('button', { name, exact: true });
const inPlace = (name: string) => page.locator('.field-editor').getByRole('textbox', { name, exact: true });

describe.skipIf(!canLaunch())('the inspector on the real host (needs a Chromium)', () => {
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'zuban-inspector-'));
    const copy = join(folder, '来稿.md');
    writeFileSync(copy, MANUSCRIPT);
    writeFileSync(join(folder, '外景.png'), grey(300, 200));
    const files = installationRoot();
    session = openSession(files, [copy], { archive: join(folder, '归档') });
    host = await startBrowserHost({
      handlers: createHandlers(session, deliverByAddress),
      assets: pageAssets(files, session),
      upload: (name, body) => takeUpload(session.uploads, name, body),
      port: 0,
      log: () => undefined,
    });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(host.address);
    await page.waitForSelector('.sheet[data-page="1"][data-fonts="ready"] svg text');
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('sets the date, and with it weekday and 农历 on the page at once, in one step', async () => {
    await selectHead();
    await fill('日期', '2020年3月15日');
    await page.waitForFunction(() => document.querySelector('.day')?.textContent === '星期日 庚子年二月廿二');
    await soon(drawn).toContain('庚子年二月廿二');
    await soon(masthead).toMatchObject({ date: '2020-03-15' });
    await shot('inspector-head');
    await undo();
    await soon(masthead).toMatchObject({ date: null });
    await page.keyboard.press('Control+y');
    await soon(masthead).toMatchObject({ date: '2020-03-15' });
  });

  it('says what is wrong with a date, and changes nothing', async () => {
    await fill('日期', '2020年2月30日');
    expect(await saidOf('日期')).toBe('没有2020年2月30日这一天，请改正日期。');
    expect(await masthead()).toMatchObject({ date: '2020-03-15' });
    await field('日期').press('Escape');
    expect(await field('日期').inputValue()).toBe('2020-03-15');
    expect(await saidOf('日期')).toBeNull();
  });

  it('proposes the numbers that follow the archive, and warns of what contradicts it', async () => {
    const year = join(folder, '归档', '2020');
    mkdirSync(year, { recursive: true });
    writeFileSync(join(year, '2020-03-08 第8期（总第635期）.zuban'), '');
    await page.getByRole('button', { name: '按归档推算' }).click();
    await soon(masthead).toEqual({ date: '2020-03-15', number: 9, totalNumber: 636 });
    await fill('总期号', '640');
    await page.getByText('2020年总期号比期号多 627').waitFor();
    await undo();
    await soon(masthead).toMatchObject({ totalNumber: 636 });
  });

  it('edits a field in its place on the page: Enter makes it, Escape does not', async () => {
    await selectHead();
    await outline('修改期号').focus();
    await page.keyboard.press('F2');
    await inPlace('修改期号').fill('第12期');
    await shot('masthead-in-place');
    await page.keyboard.press('Enter');
    await soon(masthead).toMatchObject({ number: 12 });
    await soon(drawn).toContain('第12期');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '修改期号');

    await page.keyboard.press('Enter');
    await inPlace('修改期号').fill('13');
    await page.keyboard.press('Escape');
    await inPlace('修改期号').waitFor({ state: 'detached' });
    expect(await masthead()).toMatchObject({ number: 12 });
    await undo();
    await soon(masthead).toMatchObject({ number: 9 });
  });

  it('says under the field why a text is no number, and keeps it to be put right', async () => {
    await outline('修改期号').click();
    await inPlace('修改期号').fill('十二');
    await page.keyboard.press('Enter');
    await page.locator('.field-editor [role="alert"]').getByText('不是期号').waitFor();
    await shot('masthead-fault');
    await inPlace('修改期号').fill('9');
    await page.keyboard.press('Enter');
    expect(await masthead()).toMatchObject({ number: 9 });
  });

  it('goes on to the next field with Tab, making the edit', async () => {
    await outline('修改内部资料字样').click();
    await inPlace('修改内部资料字样').fill('内部资料 严禁外传');
    await page.keyboard.press('Tab');
    await inPlace('修改监督电话').waitFor();
    await soon(async () => (await issue()).publication.masthead.notice).toBe('内部资料 严禁外传');
    await page.keyboard.press('Shift+Tab');
    await inPlace('修改内部资料字样').waitFor();
    await page.keyboard.press('Escape');
  });

  it('begins at a double click on the page, and keeps what was typed when another thing is pressed', async () => {
    await selectFrame();
    const number = await page.evaluate(() => {
      const found = [...document.querySelectorAll('.sheet[data-page="1"] text')].find((node) =>
        node.textContent?.startsWith('SHANGJIE'),
      );
      const { x, y, width, height } = found!.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.dblclick(number.x, number.y);
    await inPlace('修改英文报名').fill('SHANGJIE WEEKLY');
    const box = (await page.locator('.frame-box').first().boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await soon(async () => (await issue()).publication.masthead.englishLine).toBe('SHANGJIE WEEKLY');
    expect(await page.locator('.field-editor').count()).toBe(0);
  });

  it('composes a word in place without being disturbed', async () => {
    await selectHead();
    await outline('修改编印单位').click();
    await inPlace('修改编印单位').fill('');
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['s', 'sh', 'shang'])
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await cdp.send('Input.insertText', { text: '上街' });
    await page.keyboard.press('Enter');
    await soon(async () => (await issue()).publication.masthead.publisher).toBe('上街');
    await undo();
  });

  it('keeps a text typed in the inspector together as one step', async () => {
    await field('监督电话').click();
    await page.keyboard.press('End');
    await page.keyboard.type('0000');
    await soon(async () => (await issue()).publication.masthead.hotline).toBe('监督电话 671831720000');
    await field('英文报名').focus();
    await undo();
    await soon(async () => (await issue()).publication.masthead.hotline).toBe('监督电话 67183172');
  });

  it('takes the nameplate from a picture file and gives it back', async () => {
    const file = join(folder, '报头.svg');
    writeFileSync(
      file,
      '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200"><rect width="800" height="200" fill="red"/></svg>',
    );
    await page.locator('.inspector input[type="file"]').first().setInputFiles(file);
    await soon(async () => (await issue()).publication.masthead.nameplatePicture).toMatch(/^sha256-/);
    await page.locator('.nameplate-picture img').waitFor();
    await shot('inspector-nameplate');
    await page.getByRole('button', { name: '改用文字' }).click();
    await soon(async () => (await issue()).publication.masthead.nameplatePicture).toBeUndefined();
  });

  it('gives the publication’s next issues the head of this one', async () => {
    const hotline = async () => (await issue()).publication.masthead.hotline;
    const before = await hotline();
    await fill('监督电话', '监督电话 12345678');
    await soon(hotline).toBe('监督电话 12345678');
    await page.getByRole('button', { name: '设为本刊今后的报头' }).click();
    await page.getByText('已存为《上街时报》今后的报头和样式').waitFor();
    const later = openSession(installationRoot(), [], { archive: join(folder, '归档') });
    try {
      const next = await later.newIssue({
        publication: 'shangjie-shibao',
        format: '四开',
        masthead: { date: null, number: null, totalNumber: null },
      });
      expect(next.issue.stories).toEqual([]);
      expect(next.issue.publication.masthead.hotline).toBe('监督电话 12345678');
      expect(next.issue.publication).toEqual((await issue()).publication);
    } finally {
      await later.close('drop');
    }
    await undo();
    await soon(hotline).toBe(before);
  });

  it('moves and widens a frame by its figures, and refuses those that lie off the page', async () => {
    await selectFrame();
    const { span } = (await frame()).box;
    await fill('占行', '30');
    await soon(frame).toMatchObject({ box: { lines: 30 } });
    await fill('占栏', '9');
    expect(await saidOf('占栏')).toBe('占栏是 1 到 8 的整数，请改正。');
    expect((await frame()).box.span).toBe(span);
    await field('占栏').press('Escape');
    await field('起行').press('ArrowUp');
    await field('起行').press('ArrowUp');
    await soon(frame).toMatchObject({ box: { line: 21 } });
    await field('占栏').focus();
    await undo();
    await soon(frame).toMatchObject({ box: { line: 19 } });
    await shot('inspector-frame');
  });

  it('boxes, tints and re-divides it, the page following', async () => {
    const rects = () => page.locator('.sheet[data-page="1"] svg rect').count();
    const before = await rects();
    await field('边框').selectOption('box');
    await soon(frame).toMatchObject({ border: 'box' });
    await fill('底纹（%）', '15');
    await soon(frame).toMatchObject({ style: { tint: 0.15 } });
    await page.waitForFunction(
      (count) => document.querySelectorAll('.sheet[data-page="1"] svg rect').length > count,
      before,
    );
    await fill('底纹（%）', '40');
    expect(await saidOf('底纹（%）')).toBe('底纹（%）是 0 到 30 的整数，请改正。');
    await field('底纹（%）').press('Escape');
    await fill('分几栏', '4');
    await soon(frame).toMatchObject({ columns: 4 });
    await field('栏线').check();
    await soon(frame).toMatchObject({ style: { columnRule: true } });
    await field('不等栏').check();
    await soon(async () => (await frame()).style.columnChars).toHaveLength(4);
    const first = (await frame()).style.columnChars![0]!;
    await fill('第1栏字数', String(first + 30));
    expect(await saidOf('第1栏字数')).toContain('请把栏改窄');
    await fill('第1栏字数', String(first - 3));
    await soon(async () => (await frame()).style.columnChars![0]).toBe(first - 3);
    await shot('inspector-columns');
  });

  it('sets the headline down the page at its side, smaller, and breaks it where the editor says', async () => {
    await field('标题位置').selectOption('vertical-right');
    await soon(frame).toMatchObject({ style: { head: { place: 'vertical', side: 'right' } } });
    await fill('标题宽（字）', '6');
    await soon(frame).toMatchObject({ style: { head: { chars: 6 } } });
    await page.evaluate(() =>
      document.querySelector('.headline-breaks')?.scrollIntoView({ block: 'center' }),
    );
    await shot('inspector-vertical');
    await field('标题位置').selectOption('above');
    const size = await page.locator('.resulting').textContent();
    await field('标题字号档').press('ArrowDown');
    await soon(frame).toMatchObject({ style: { headStep: -1 } });
    expect(await page.locator('.resulting').textContent()).not.toBe(size);

    const gap = page.getByRole('button', { name: '在“明春完工”之后断行' });
    const was = await gap.getAttribute('aria-pressed');
    await gap.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(
      (pressed) =>
        document.querySelector('.break-places button:focus')?.getAttribute('aria-pressed') !== pressed,
      was,
    );
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === '在“春完工下”之后断行',
    );
    await undo();
  });

  it('fits the frame to its text', async () => {
    const lines = async () => (await issue()).pages[0]!.frames[1]!.box.lines;
    await selectFrame(1);
    // Below the first frame, which was made higher.
    await fill('起行', '56');
    const high = (await lines()) + 20;
    await fill('占行', String(high));
    await soon(lines).toBe(high);
    await page.getByRole('button', { name: '版位适合稿件' }).click();
    await soon(lines).toBeLessThan(high);
    expect(await field('占行').inputValue()).toBe(String(await lines()));
    expect(await page.locator('.inspector h3 small').first().textContent()).not.toContain('余');
  });

  it('drops what was typed for another frame’s sake only after it was taken', async () => {
    await selectFrame();
    await field('占行').fill('40');
    await selectFrame(1);
    await soon(frame).toMatchObject({ box: { lines: 40 } });
    await undo();
  });

  it('tells how a picture prints, and moves, captions and crops it', async () => {
    const second = async () => (await issue()).pages[0]!.frames[1]!;
    const story = async () => (await issue()).stories[1]!;
    await selectFrame(1);
    const list = page.locator('.picture-list');
    await list.getByRole('button', { name: /^移出/ }).click();
    await soon(async () => (await second()).pictures).toEqual([]);
    await list.getByRole('button', { name: /^放入/ }).click();
    await soon(async () => (await second()).pictures).toHaveLength(1);
    await page.getByText('印出来会模糊').first().waitFor();
    const { box } = (await second()).pictures[0]!;
    await fill('占行', String(box.lines - 2));
    await soon(async () => (await second()).pictures[0]!.box.lines).toBe(box.lines - 2);
    await field('起栏').fill('9');
    await field('起栏').press('Enter');
    expect(await saidOf('起栏')).toContain('的整数，请改正');
    await field('起栏').press('Escape');
    await field('摄影署名').fill('记者 某某 摄');
    await soon(async () => (await story()).pictures[0]!.credit).toBe('记者 某某 摄');
    const thumbnail = page.locator('.focus-picker');
    const { width, height } = (await thumbnail.boundingBox())!;
    await thumbnail.click({ position: { x: width * 0.25, y: height * 0.75 } });
    await soon(async () => (await story()).pictures[0]!.focus).toEqual({ x: 0.25, y: 0.75 });
    await thumbnail.press('ArrowRight');
    await soon(async () => (await story()).pictures[0]!.focus).toEqual({ x: 0.3, y: 0.75 });
    await shot('inspector-picture');
    const other = join(folder, '内景.png');
    writeFileSync(other, grey(2400, 1600));
    await page.locator('.inspector input[type="file"]').setInputFiles(other);
    await page.getByText('2400 × 1600 像素').waitFor();
    await soon(async () => (await story()).pictures[0]!.credit).toBe('记者 某某 摄');
    expect(await page.getByText('印出来会模糊').count()).toBe(0);
  });

  it('sets a style’s size in 号, says why one cannot be had, and lays the issue out with it', async () => {
    await page.keyboard.press('Alt+6');
    await fill('简讯题字号', '三号');
    await soon(async () => (await issue()).publication.stylebook.briefsTitle.size).toBe(15.75);
    expect(await field('简讯题字号').inputValue()).toBe('三号（15.75 磅）');
    await fill('图注字号', '初号');
    expect(await saidOf('图注字号')).toContain('不能大于正文');
    await fill('图注字号', '大一点');
    expect(await saidOf('图注字号')).toContain('不是字号');
    await field('图注字号').press('Escape');
    await field('小标题字体').selectOption('kai');
    await soon(async () => (await issue()).publication.stylebook.subhead.face).toBe('kai');
    await field('避头尾').selectOption('strict');
    await soon(async () => (await issue()).publication.stylebook.composition.kinsoku).toBe('strict');
    await shot('styles');
    await page.getByRole('button', { name: '设为本刊样式' }).click();
    await page.getByText('已存为《上街时报》今后的报头和样式').waitFor();
  });

  it('has no serious accessibility fault in light and dark', async () => {
    await page.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    for (const tab of ['Alt+6', 'Alt+4'])
      for (const theme of ['light', 'dark']) {
        await page.keyboard.press(tab);
        await page.evaluate((name) => {
          document.documentElement.dataset.theme = name;
        }, theme);
        const found = await page.evaluate(async () => {
          const axe = (
            globalThis as unknown as { axe: { run: (at: string, options: object) => Promise<Axe> } }
          ).axe;
          interface Axe {
            readonly violations: readonly {
              readonly id: string;
              readonly impact: string;
              readonly nodes: readonly { readonly html: string }[];
            }[];
          }
          const { violations } = await axe.run('.inspector', { resultTypes: ['violations'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(found).toEqual([]);
        await shot(`panel-${tab === 'Alt+6' ? 'styles' : 'inspector'}-${theme}`);
      }
  });

  it('did all of this without an error in the page', () => {
    expect(faults).toEqual([]);
  });
});
