import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMAND } from '../../../build/bundle.mjs';
import { displayFromJson, roundedDisplayList } from '../../../core/display/display-json.ts';
import { issueFileOf, withPrint } from '../../../core/file/issue-file.ts';
import { ArchiveDesk } from '../../../electron/archive/archive-desk.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { costLater } from '../../growth.ts';
import { dash, page as drawnPage, list } from '../pdf/display-builders.ts';
import { ArchivePlace, pastIssue, told } from './past-issues.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
/** Below the root, where the worker finds the program's fonts. */
const out = join(root, 'out', 'test-archive');
const place = new ArchivePlace();
const exported = `${place.folder}-out`;
let desk: ArchiveDesk;

beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  const entryPoints = [join('electron', 'workers', 'archive-worker.ts')];
  await build({ ...COMMAND, absWorkingDir: root, entryPoints, outdir: out });
  place.put('2020/a.zuban', pastIssue('2020-01-05', 1, 628, [told('s1', '湖畔新馆开门', '迎来读者。')]));
  place.put('2020/b.zuban', pastIssue('2020-01-12', 2, 629, []));
  desk = new ArchiveDesk(async () => place.folder, join(out, 'archive-worker.cjs'));
});
afterAll(async () => {
  await desk.close();
  place.remove();
  rmSync(exported, { recursive: true, force: true });
});

const settled = async (): Promise<void> => {
  await desk.refresh();
  while ((await desk.statusNow()).state === 'indexing') await new Promise((done) => setTimeout(done, 10));
};

describe('the archive beside a host', () => {
  it('indexes in its worker, lists by year and searches', async () => {
    await settled();
    expect(await desk.statusNow()).toMatchObject({ state: 'idle', done: 2, total: 2, generation: 1 });
    const years = await desk.list();
    expect(years.map(({ year, issues }) => [year, issues.map(({ file }) => file)])).toEqual([
      [2020, ['2020/b.zuban', '2020/a.zuban']],
    ]);
    expect(await desk.search({ query: '新馆', filters: {}, page: 1 })).toMatchObject({
      total: 1,
      more: false,
    });
  });

  it('follows files that come and go while somebody looks, without being told to', async () => {
    const looking = new ArchiveDesk(async () => place.folder, join(out, 'archive-worker.cjs'), 50);
    const files = async () => (await looking.list()).flatMap(({ issues }) => issues.map(({ file }) => file));
    const seen = async (wanted: readonly string[]): Promise<void> => {
      await vi.waitFor(
        async () => {
          await looking.statusNow();
          expect(await files()).toEqual(wanted);
        },
        { timeout: 10_000, interval: 60 },
      );
    };
    await seen(['2020/b.zuban', '2020/a.zuban']);
    place.put('2020/c.zuban', pastIssue('2020-01-19', 3, 630, []));
    await seen(['2020/c.zuban', '2020/b.zuban', '2020/a.zuban']);
    rmSync(place.path('2020/c.zuban'));
    await seen(['2020/b.zuban', '2020/a.zuban']);
    await looking.close();
  });

  it('shows a past issue to read and draws its front page, once', async () => {
    expect((await desk.peek('2020/a.zuban')).issue.stories).toHaveLength(1);
    await expect(desk.peek('../a.zuban')).rejects.toThrow(/不能用作文件名/);
    let png: Uint8Array | null = null;
    const drawing = await costLater(async () => {
      png = await desk.thumbnail('2020/a.zuban');
    });
    expect([...png!.subarray(1, 4)]).toEqual([...'PNG'].map((c) => c.charCodeAt(0)));
    const again = await costLater(async () => {
      expect(Buffer.from((await desk.thumbnail('2020/a.zuban'))!).equals(png!)).toBe(true);
    });
    expect(again).toBeLessThan(drawing / 2);
    expect(await desk.thumbnail('2020/没有.zuban')).toBeNull();
  });

  it('shows the pages that were printed, and sets anew what was edited since', async () => {
    const issue = pastIssue('2020-01-26', 4, 631, [told('s1', '湖畔新馆开门', '迎来读者。')]);
    const pressed = list(drawnPage(dash(1, 2, 9)));
    const print = {
      at: '2020-01-26T10:00:00+08:00',
      by: '钱编辑',
      engine: 'of those days',
      issueHash: stateHash(issue),
      displayList: pressed,
      faces: [],
      pdf: null,
    };
    const printed = withPrint(issueFileOf(issue, new Map()), print);
    place.put('2020/d.zuban', packIssueFile(printed));
    const peeked = await desk.peek('2020/d.zuban');
    expect(peeked.printed).toMatchObject({ number: 1 });
    expect(displayFromJson(peeked.printed!.pages)).toEqual(roundedDisplayList(pressed));
    const edited = { ...issue, masthead: { ...issue.masthead, number: 5 } };
    place.put('2020/d.zuban', packIssueFile({ ...printed, issue: edited }));
    expect((await desk.peek('2020/d.zuban')).printed).toBeNull();
    rmSync(place.path('2020/d.zuban'));
  });

  it('begins a new issue with the next numbers, and says where the date is taken', async () => {
    const { issue, problems } = await desk.newFrom({ file: '2020/a.zuban', date: '2020-01-19' });
    expect(issue.masthead).toEqual({ date: '2020-01-19', number: 3, totalNumber: 630 });
    expect(problems.filter(({ kind }) => kind === 'masthead-contradiction')).toEqual([]);
    const taken = await desk.newFrom({ file: '2020/a.zuban', date: '2020-01-12' });
    expect(taken.problems.map(({ message }) => message).join()).toContain('归档里已有2020-01-12的一期');
  });

  it('exports many at once, but not into the archive itself', async () => {
    const request = { files: ['2020/a.zuban', '2020/没有.zuban'], folder: exported };
    expect(await desk.export(request)).toMatchObject({
      written: 1,
      cancelled: false,
      problems: [expect.any(String)],
    });
    await expect(desk.export({ ...request, folder: join(place.folder, 'x') })).rejects.toThrow(
      /归档文件夹里面/,
    );
  });
});
