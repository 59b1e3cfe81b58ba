import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayList, GlyphRun } from '../../../core/display/display-list.ts';
import { issueFileOf, withPrint } from '../../../core/file/issue-file.ts';
import { BLACK } from '../../../core/makeup/page-layout.ts';
import { verifyArchive } from '../../../electron/archive/verify-archive.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { ArchivePlace, pastIssue } from './past-issues.ts';

let place = new ArchivePlace();
beforeEach(() => {
  place = new ArchivePlace();
});
afterEach(() => place.remove());

const kinds = async () => (await verifyArchive(place.folder)).differences.map(({ kind }) => kind);

/** Issues of 2020, whose totals are 627 more than their numbers. */
const put = (date: string, number: number, total = number + 627): string =>
  place.put(`${date.slice(0, 4)}/${date}.zuban`, pastIssue(date, number, total, []));

describe('the check of an archive', () => {
  it('finds nothing in one that is whole', async () => {
    put('2020-01-05', 1);
    put('2020-01-12', 2);
    place.put('2021/2021-01-03.zuban', pastIssue('2021-01-03', 1, 676, []));
    expect(await verifyArchive(place.folder)).toEqual({
      files: 3,
      checked: 3,
      differences: [],
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

  it('holds the printed weekday and Chinese calendar against the date', async () => {
    const issue = pastIssue('2020-03-15', 1, 628, []);
    const run = (text: string): GlyphRun => ({
      kind: 'glyphs',
      role: 'masthead',
      source: null,
      frame: null,
      face: 'serif-400',
      size: 9,
      ink: BLACK,
      text,
      xs: [...text].map((_, i) => i * 9),
      y: 20,
    });
    const items = [run('星期日'), run('庚子年二月廿三')];
    const displayList: DisplayList = {
      title: '',
      pages: [{ number: 1, name: '要闻', width: 700, height: 1000, items, parts: [items] }],
    };
    const print = {
      at: '2020-03-14T20:00:00+08:00',
      by: '某某',
      engine: '1',
      issueHash: '0'.repeat(64),
      displayList,
      faces: [],
      pdf: null,
    };
    place.put('2020/a.zuban', packIssueFile(withPrint(issueFileOf(issue, new Map()), print)));
    const { differences } = await verifyArchive(place.folder);
    expect(differences).toMatchObject([{ kind: 'calendar', file: '2020/a.zuban' }]);
    expect(differences[0]!.message).toContain('庚子年二月廿二');
  });
});
