import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisplayList, GlyphRun } from '../../../core/display/display-list.ts';
import {
  type IssueFile,
  issueFileOf,
  PRINT_VERSION,
  withPrint,
  withVersion,
} from '../../../core/file/issue-file.ts';
import { BLACK } from '../../../core/makeup/page-layout.ts';
import { verifyArchive } from '../../../electron/archive/verify-archive.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { LARGEST_ISSUE_FILE, packIssueFile } from '../../../electron/files/issue-container.ts';
import { ArchivePlace, pastIssue } from './past-issues.ts';

/** Folders that cannot be read; whoever runs the tests may be root, whom no mode keeps out. */
const shut = vi.hoisted(() => new Set<string>());
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const readdir = ((path: string, options: never) =>
    shut.has(path)
      ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
      : real.readdir(path, options)) as typeof real.readdir;
  return { ...real, readdir };
});

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => {
  shut.clear();
  place.remove();
});

const kinds = async () => (await verifyArchive(place.folder)).differences.map(({ kind }) => kind);

/** Issues of 2020, whose totals are 627 more than their numbers. */
const put = (date: string, number: number, total = number + 627): string =>
  place.put(`${date.slice(0, 4)}/${date}.zuban`, pastIssue(date, number, total, []));

describe('the check of an archive', () => {
  it('finds nothing in one that is whole', async () => {
    put('2020-01-05', 1);
    put('2020-01-12', 2);
    place.put('2021/2021-01-03.zuban', pastIssue('2021-01-03', 1, 630, []));
    expect(await verifyArchive(place.folder)).toEqual({
      files: 3,
      checked: 3,
      differences: [],
      notes: [],
      cancelled: false,
    });
  });

  it('finds a single bit that was flipped', async () => {
    const path = put('2020-01-05', 1);
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(path, bytes);
    expect(await kinds()).toEqual(['damaged']);
  });

  it('finds a total that is not in step with its year, a number that is missing, and one given twice', async () => {
    put('2020-01-05', 1);
    put('2020-01-12', 2);
    put('2020-01-26', 4, 632);
    expect(await kinds()).toEqual(['constant', 'gap']);
    place.put('2020/又.zuban', pastIssue('2020-01-12', 2, 629, []));
    expect(await kinds()).toContain('double');
  });

  it('finds totals that go back, facts that are missing and names that say something else', async () => {
    put('2020-01-05', 2);
    put('2020-01-12', 1);
    place.put('2020/2020-02-02 第3期.zuban', {
      ...pastIssue('2020-02-02', 3, 630, []),
      masthead: { date: '2020-02-09', number: 3, totalNumber: null },
    });
    expect((await kinds()).sort()).toEqual(['file-name', 'missing-fact', 'order']);
  });

  it('finds what is missing at a year’s end, and totals that begin again too low', async () => {
    put('2020-01-05', 1);
    put('2020-01-12', 2);
    place.put('2021/2021-01-03.zuban', pastIssue('2021-01-03', 1, 676, []));
    const [missing] = (await verifyArchive(place.folder)).differences;
    expect(missing).toMatchObject({ kind: 'gap', file: null });
    expect(missing!.message).toContain('总第630至675期');
    place.put('2021/2021-01-03.zuban', pastIssue('2021-01-03', 1, 629, []));
    expect(await kinds()).toContain('continuity');
  });

  it('notes where an archive begins in the middle of a year, and calls a later gap a fault', async () => {
    put('2020-03-15', 9);
    put('2020-03-22', 10);
    const { differences, notes } = await verifyArchive(place.folder);
    expect(differences).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual([expect.stringContaining('从2020年第9期起')]);
    place.put('2021/a.zuban', pastIssue('2021-01-10', 2, 639, []));
    expect(await kinds()).toEqual(['gap']);
  });

  it('says which folder, link or file of a folder too deep it could not read', async () => {
    put('2020-01-05', 1);
    put('2021-01-03', 2, 629);
    symlinkSync(place.path('2020/2020-01-05.zuban'), place.path('2020/又.zuban'));
    place.put('1/2/3/4/5/6/7/深.zuban', pastIssue('2020-01-05', 1, 628, []));
    shut.add(place.path('2021'));
    const { differences, files } = await verifyArchive(place.folder);
    expect(files).toBe(1);
    expect(differences.map(({ kind, file }) => [kind, file])).toEqual([
      ['unread', '1/2/3/4/5/6/7'],
      ['unread', '2020/又.zuban'],
      ['unread', '2021'],
    ]);
    expect(differences[2]!.message).toMatch(/“2021”读不出来：没有权限/);
  });

  it('finds bytes behind the zip, and headers that do not say what is there', async () => {
    const path = put('2020-01-05', 1);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('后面的字')]));
    expect(await kinds()).toEqual(['damaged']);
    // The checksum and a size in the first local header.
    for (const at of [14, 22]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      writeFileSync(path, changed);
      expect(await kinds()).toEqual(['damaged']);
    }
    writeFileSync(path, bytes);
    expect(await kinds()).toEqual([]);
  });

  it('reads no file beyond the limit', async () => {
    const path = place.put('2020/大.zuban', '');
    truncateSync(path, LARGEST_ISSUE_FILE + 1);
    const { differences } = await verifyArchive(place.folder);
    expect(differences[0]!.message).toContain('超过期文件的上限');
  });
});

describe('the check of printed pages', () => {
  const run = (text: string, role: 'masthead' | 'folio' = 'masthead'): GlyphRun => ({
    kind: 'glyphs',
    role,
    source: null,
    frame: null,
    face: 'serif-400',
    size: 9,
    ink: BLACK,
    text,
    xs: [...text].map((_, i) => i * 9),
    y: 20,
  });

  const printOf = (...pages: readonly (readonly GlyphRun[])[]) => ({
    at: '2020-03-14T20:00:00+08:00',
    by: '某某',
    engine: '1',
    issueHash: '0'.repeat(64),
    displayList: {
      title: '',
      pages: pages.map((items, i) => ({
        number: i + 1,
        name: '要闻',
        width: 700,
        height: 1000,
        items,
        parts: [items],
      })),
    } satisfies DisplayList,
    faces: [],
    pdf: null,
  });

  const issue = pastIssue('2020-03-15', 1, 628, []);
  const check = async (file: IssueFile) => {
    place.put('2020/a.zuban', packIssueFile(file));
    return verifyArchive(place.folder);
  };
  const printed = (...pages: readonly (readonly GlyphRun[])[]): IssueFile =>
    withPrint(issueFileOf(issue, new Map()), printOf(...pages));

  it('holds the weekday and Chinese calendar against the date, all of every page', async () => {
    const { differences } = await check(
      printed(
        [run('星期日'), run('庚子年二月廿三'), run('星期六')],
        [run('2020年3月15日 周三', 'folio'), run('周一鸣', 'folio')],
      ),
    );
    expect(differences.map(({ kind }) => kind)).toEqual(['calendar', 'calendar', 'calendar']);
    const said = differences.map(({ message }) => /“([^”]*)”，/.exec(message)?.[1]);
    expect(said).toEqual(['庚子年二月廿三', '星期六', '周三']);
    expect(differences[0]!.message).toContain('庚子年二月廿二');
    expect(differences[2]!.message).toContain('第2版');
  });

  it('finds a date and numbers that are not the issue’s; of an earlier print it notes them', async () => {
    const pages = [run('2020年3月16日'), run('第10期'), run('总第999期')];
    const wrong = printed(pages);
    expect((await check(wrong)).differences.map(({ kind }) => kind)).toEqual(['print', 'print', 'print']);
    const right = printOf([run('２０２０年３月15日 第1期（总第628期）')]);
    const { differences, notes } = await check(withPrint(wrong, right));
    expect(differences).toEqual([]);
    expect(notes).toHaveLength(3);
  });

  it('finds a print that is not of the version kept with it', async () => {
    const mark = { name: PRINT_VERSION, note: '', at: '2020-03-14T20:00:00+08:00', by: '某某', engine: '1' };
    const kept = withVersion(issueFileOf(issue, new Map()), mark);
    const whole = withPrint(kept, { ...printOf([run('星期日')]), issueHash: stateHash(issue) });
    expect((await check(whole)).differences).toEqual([]);
    const other = withPrint(kept, printOf([run('星期日')]));
    expect((await check(other)).differences).toMatchObject([{ kind: 'print', file: '2020/a.zuban' }]);
  });
});
