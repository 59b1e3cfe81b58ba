import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failingDisk } from '../../../build/torture/failing-disk.ts';
import { editsIn, startIssue } from '../../../build/torture/work.ts';
import { doNextEdit, FILE, keepMilestone, openWork } from '../../../build/torture/worker-session.ts';
import { ISSUE_FILE_VERSION } from '../../../core/file/migrations.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { ArchiveFolder } from '../../../electron/files/archive-folder.ts';
import { isPartOf, journalStemOf, lockOf, partOf } from '../../../electron/files/beside.ts';
import { nodeDisk } from '../../../electron/files/disk.ts';
import { readIssueFile, writeIssueFile } from '../../../electron/files/issue-store.ts';
import { journalFile } from '../../../electron/files/journal-place.ts';
import { type JournalRecord, readRecords, recordBytes } from '../../../electron/files/journal-record.ts';
import { type SafetyServices, Session, stateHash } from '../../../electron/session/session.ts';

let folder = '';
let archive = '';
let path = '';
let unsaved = '';
let sessions: Session[] = [];
/** Kept to the end, with the files that they have open. */
const crashed: Session[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-left-'));
  archive = join(folder, '归档');
  unsaved = join(folder, 'unsaved');
  path = join(archive, FILE);
  sessions = [];
});
afterEach(async () => {
  for (const session of sessions) await session.close('drop');
  rmSync(folder, { recursive: true, force: true });
});

const open = (safety: SafetyServices = {}): Session => {
  const session = openWork(archive, { unsaved, editor: { who: '张三', host: '编辑部' }, ...safety });
  sessions.push(session);
  return session;
};
const edits = async (session: Session, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await doNextEdit(session);
};
/** Its process is gone without a word: the journal is flushed, no lock has a living holder. */
const crash = async (session: Session, file = path): Promise<void> => {
  await session.flushed();
  rmSync(lockOf(file), { force: true });
  for (const name of existsSync(unsaved) ? readdirSync(unsaved) : [])
    if (name.endsWith('.lock')) rmSync(join(unsaved, name));
  sessions = sessions.filter((one) => one !== session);
  crashed.push(session);
};
const savedOnce = async (safety: SafetyServices = {}): Promise<Session> => {
  const session = open(safety);
  await edits(session, 1);
  await session.saveAsItIs();
  return session;
};

const brokenIssue = (): Issue => {
  const issue = startIssue();
  const [first, ...rest] = issue.stories;
  return { ...issue, stories: [{ ...first!, breaks: { ...first!.breaks, headline: [900] } }, ...rest] };
};
const begin = (issue: unknown, more: object = {}): JournalRecord =>
  ({
    ...{
      kind: 'begin',
      format: 1,
      work: 'w',
      turn: 1,
      file: null,
      fileName: '稿件.md',
      base: null,
      revision: 0,
    },
    ...{ edits: 1, last: null, besidesFrom: null, issueVersion: 1, issue },
    ...more,
  }) as JournalRecord;
const leave = (...records: readonly JournalRecord[]): string => {
  mkdirSync(unsaved, { recursive: true });
  const at = join(unsaved, '0a0a0a0a-0000-4000-8000-000000000000.journal');
  writeFileSync(at, Buffer.concat(records.map(recordBytes)));
  return at;
};

describe('work that breaks an invariant of issues', () => {
  it('is offered with a warning, can be edited and is not lost by a second crash', async () => {
    leave(begin(brokenIssue()));
    const session = open();
    const [offer] = await session.recoveries();
    expect(offer!.warning).toMatch(/断行处越出文字.*先改正/);
    const { issue, problems } = await session.recover(offer!.id);
    expect(issue).toEqual(brokenIssue());
    expect(problems[0]!.message).toContain('断行处越出文字');
    await edits(session, 1);
    await crash(session);
    expect(await open().recoveries()).toHaveLength(1);
  });

  it('is taken from a whole issue in the middle of a journal as well', async () => {
    leave(begin(startIssue()), { kind: 'whole', revision: 1, issueVersion: 1, issue: brokenIssue() });
    const session = open();
    const [offer] = await session.recoveries();
    expect((await session.recover(offer!.id)).issue).toEqual(brokenIssue());
  });

  it('does not arise from an edit', async () => {
    const session = open();
    const { issue, revision } = await session.message();
    const shorter = { op: 'replace', path: ['stories', 0, 'breaks', 'headline'], value: [900] } as const;
    await expect(session.edit({ revision: revision + 1, patches: [shorter] })).rejects.toThrow(
      /没有记下：第1篇稿件标题的断行处越出文字/,
    );
    expect((await session.message()).issue).toBe(issue);
  });
});

describe('a journal', () => {
  it('says which schema its issue is of', async () => {
    const session = await savedOnce();
    await edits(session, 1);
    await session.flushed();
    const [first] = readRecords(readFileSync(journalFile(journalStemOf(path))));
    expect(first).toMatchObject({ kind: 'begin', issueVersion: ISSUE_FILE_VERSION });
  });

  it('of a later schema is listed and left alone', async () => {
    const at = leave(begin({ later: true }, { issueVersion: ISSUE_FILE_VERSION + 1 }));
    const session = open();
    const [offer] = await session.recoveries();
    expect(offer!.warning).toMatch(/较新版本.*没有删除/);
    await expect(session.recover(offer!.id)).rejects.toThrow('较新版本');
    expect(existsSync(at)).toBe(true);
  });

  it('damaged in its first record is listed, kept, and outlives new work on its file', async () => {
    const first = await savedOnce();
    await edits(first, 3);
    await crash(first);
    const at = journalFile(journalStemOf(path));
    const bytes = readFileSync(at);
    bytes[500]! ^= 1;
    writeFileSync(at, bytes);
    const session = open();
    await session.openFile({ archived: FILE });
    const [offer] = await session.recoveries();
    expect(offer).toMatchObject({
      file: FILE,
      edits: 0,
      warning: expect.stringContaining('读不出来：开头已损坏'),
    });
    await edits(session, 1);
    await session.saveAsItIs();
    const kept = readdirSync(dirname(path)).filter((name) => name.endsWith('.journal'));
    expect(kept.map((name) => readFileSync(join(dirname(path), name)))).toEqual([bytes]);
    await session.dropRecovery((await session.recoveries())[0]!.id);
    expect(await session.recoveries()).toEqual([]);
  });

  it('that another program calls so is none of ours', async () => {
    mkdirSync(archive, { recursive: true });
    writeFileSync(join(archive, '日记.journal'), 'diary');
    writeFileSync(join(archive, '.x.journal'), 'diary');
    expect(await open().recoveries()).toEqual([]);
  });
});

describe('the search for journals', () => {
  it('looks into folders whose names have a dot', async () => {
    const at = join(archive, '2020.03', 'a.zuban');
    mkdirSync(dirname(at), { recursive: true });
    await writeIssueFile(at, startIssue(), new Map());
    const first = open();
    await first.openFile({ archived: '2020.03/a.zuban' });
    await edits(first, 2);
    await crash(first, at);
    rmSync(unsaved, { recursive: true, force: true });
    expect(await open().recoveries()).toMatchObject([{ file: '2020.03/a.zuban', edits: 2 }]);
  });

  it('finds work on a file outside the archive, at the start and when it is opened', async () => {
    const at = join(folder, '桌面', 'c.zuban');
    mkdirSync(dirname(at));
    await writeIssueFile(at, startIssue(), new Map());
    const first = open();
    await first.openFile({ path: at });
    await edits(first, 2);
    await crash(first, at);
    const session = open();
    expect(await session.recoveries()).toMatchObject([{ fileName: 'c.zuban', edits: 2 }]);
    const { problems } = await session.openFile({ path: at });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('上次有没有保存的修改')]);
    expect(editsIn((await session.recover((await session.recoveries())[0]!.id)).issue)).toBe(2);
    await session.saveAsItIs();
    await session.close('drop');
    expect(readdirSync(unsaved)).toEqual([]);
  });
});

describe('work whose file is damaged', () => {
  const damaged = async (): Promise<void> => {
    const first = await savedOnce();
    await keepMilestone(first, 'version');
    await keepMilestone(first, 'print');
    await edits(first, 2);
    await crash(first);
    const bytes = readFileSync(path);
    bytes.fill(255, bytes.indexOf('issue.json') + 60, bytes.indexOf('issue.json') + 90);
    writeFileSync(path, bytes);
  };

  it('is recovered with the versions and prints that are whole, and says so', async () => {
    await damaged();
    const session = open();
    const [offer] = await session.recoveries();
    expect(offer!.warning).toContain('版本和付印要看它的备份和完好的部分还在不在');
    const { issue, problems } = await session.recover(offer!.id);
    expect(editsIn(issue)).toBe(3);
    expect(problems[0]!.message).toMatch(/取回了2个版本、1次付印.*另存/);
    const { versions, prints } = await session.versions.list();
    expect([versions.length, prints.length]).toEqual([2, 1]);
  });

  it('has them after another crash too, and in the file that it is saved to', async () => {
    await damaged();
    const first = open();
    await first.recover((await first.recoveries())[0]!.id);
    await edits(first, 1);
    await crash(first);
    const session = open();
    const { issue, revision } = await session.recover((await session.recoveries())[0]!.id);
    await session.save({ revision, hash: stateHash(issue), as: '2026/救回' });
    const saved = await readIssueFile(join(archive, '2026', '救回.zuban'));
    expect([editsIn(saved.issue), saved.versions.length, saved.prints.length]).toEqual([4, 2, 1]);
  });

  it('has those whose names the directory of the file has lost', async () => {
    const first = await savedOnce();
    await keepMilestone(first, 'version');
    await edits(first, 1);
    await crash(first);
    const bytes = readFileSync(path);
    bytes[bytes.lastIndexOf('versions/1.json') + 'versions/1.js'.length]! ^= 1;
    writeFileSync(path, bytes);
    const session = open();
    await session.recover((await session.recoveries())[0]!.id);
    expect((await session.versions.list()).versions).toHaveLength(1);
  });

  it('takes them from the backup where nothing of the file is whole', async () => {
    await damaged();
    writeFileSync(path, 'gone');
    const session = open();
    const { problems } = await session.recover((await session.recoveries())[0]!.id);
    expect(problems[0]!.message).toMatch(/从它的备份取回了1个版本、0次付印/);
  });
});

describe('the folder of unsaved work', () => {
  it('keeps no pictures of work that was recovered', async () => {
    const first = open();
    await edits(first, 25);
    await crash(first);
    expect(readdirSync(unsaved).some((name) => name.endsWith('.pictures'))).toBe(true);
    const session = open();
    await session.recover((await session.recoveries())[0]!.id);
    await session.saveAsItIs();
    expect((await readIssueFile(path)).pictures.size).toBe(1);
    expect(readdirSync(unsaved)).toEqual([]);
  });

  it('keeps nothing of what was given up beyond a clean end', async () => {
    const first = open();
    await edits(first, 25);
    await crash(first);
    mkdirSync(join(unsaved, 'b-kill-came-between.pictures'));
    const session = open();
    await session.dropRecovery((await session.recoveries())[0]!.id);
    await session.message();
    await session.close('drop');
    expect(readdirSync(unsaved)).toEqual([]);
  });

  it('keeps what was given up for a month where no end was clean', async () => {
    const at = `${leave(begin(startIssue()))}.dropped`;
    writeFileSync(at, readFileSync(at.slice(0, -'.dropped'.length)));
    const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000);
    utimesSync(at, days(29), days(29));
    await open().recoveries();
    expect(existsSync(at)).toBe(true);
    utimesSync(at, days(31), days(31));
    await open().recoveries();
    expect(existsSync(at)).toBe(false);
  });
});

describe('a file that the program begins with', () => {
  it('is locked before it is read, and free again where it cannot be read', async () => {
    mkdirSync(dirname(path), { recursive: true });
    await writeIssueFile(path, startIssue(), new Map());
    let lockedWhenRead = false;
    let fails = false;
    const begun = new Session(basename(path), {
      opens: path,
      open: async () => {
        lockedWhenRead = existsSync(lockOf(path));
        if (fails) throw new Error('unreadable');
        return { ...(await readIssueFile(path)), problems: [], path };
      },
      makePdf: async () => new Uint8Array(0),
      archive: async () => new ArchiveFolder(archive),
      safety: { unsaved },
    });
    fails = true;
    await expect(begun.message()).rejects.toThrow('unreadable');
    expect([lockedWhenRead, existsSync(lockOf(path))]).toEqual([true, false]);
    fails = false;
    expect((await begun.message()).lock?.mine).toBe(true);
    await begun.close('drop');
  });
});

describe('a save', () => {
  it.each(['EISDIR', 'ENOSYS', 'EOPNOTSUPP', 'EPERM', 'EMLINK', 'EACCES'])(
    'copies where a file can have one name only (%s)',
    async (code) => {
      const failure: Failure = { rule: (operation) => (operation === 'link' ? code : null) };
      const session = await savedOnce({ disk: failingDisk(nodeDisk, failure) });
      await edits(session, 1);
      await session.saveAsItIs();
      expect(editsIn((await readIssueFile(path)).issue)).toBe(2);
    },
  );

  it('writes under a name that no other computer uses, and knows what a killed one left', () => {
    const name = basename(partOf('/a/b.zuban'));
    expect(name).toMatch(/^\.b\.zuban\.[0-9a-f]{8}-\d+-\d+\.tmp$/);
    expect(isPartOf('/a/b.zuban', name)).toBe(false);
    expect(isPartOf('/a/b.zuban', name.replace(/[0-9a-f]{8}-/, '00000000-'))).toBe(true);
    expect(isPartOf('/a/b.zuban', '.b.zuban.77-1.tmp')).toBe(true);
  });
});
