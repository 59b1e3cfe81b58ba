import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failingDisk } from '../../../build/torture/failing-disk.ts';
import { editsIn, startIssue } from '../../../build/torture/work.ts';
import { doNextEdit, FILE, openWork } from '../../../build/torture/worker-session.ts';
import { issueFileOf, withVersion } from '../../../core/file/issue-file.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { backupOf, journalStemOf, lockOf, versionOf } from '../../../electron/files/beside.ts';
import { nodeDisk } from '../../../electron/files/disk.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { readIssueFile, writeIssueFile } from '../../../electron/files/issue-store.ts';
import { journalFile } from '../../../electron/files/journal-place.ts';
import { type JournalRecord, recordBytes } from '../../../electron/files/journal-record.ts';
import type { SafetyServices, Session } from '../../../electron/session/session.ts';

let folder = '';
let archive = '';
let path = '';
let sessions: Session[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-keeping-'));
  archive = join(folder, '归档');
  path = join(archive, FILE);
  sessions = [];
});
afterEach(async () => {
  for (const session of sessions) await session.close('drop');
  rmSync(folder, { recursive: true, force: true });
});

/** Kept to the end, with the files that they have open. */
const crashed: Session[] = [];

const editor = (who: string) => ({ who, host: '编辑部' });

const open = (safety: SafetyServices = {}): Session => {
  const session = openWork(archive, { unsaved: join(folder, 'unsaved'), editor: editor('张三'), ...safety });
  sessions.push(session);
  return session;
};

const edits = async (session: Session, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await doNextEdit(session);
};

/** Saved with one edit. */
const savedOnce = async (safety: SafetyServices = {}): Promise<Session> => {
  const session = open(safety);
  await edits(session, 1);
  await session.saveAsItIs();
  return session;
};

const inFile = async (file = path): Promise<number> => editsIn((await readIssueFile(file)).issue);

/** A session whose process is gone without a word: its journal is flushed, its lock nobody's. */
const crash = async (session: Session): Promise<void> => {
  await session.flushed();
  const file = lockOf(path);
  if (existsSync(file)) {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    writeFileSync(file, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
  }
  for (const name of existsSync(join(folder, 'unsaved')) ? readdirSync(join(folder, 'unsaved')) : [])
    if (name.endsWith('.lock')) rmSync(join(folder, 'unsaved', name));
  sessions = sessions.filter((one) => one !== session);
  crashed.push(session);
};

describe('a save', () => {
  it('keeps the former version as the one backup, which opens as an issue', async () => {
    const session = await savedOnce();
    expect(existsSync(backupOf(path))).toBe(false);
    await edits(session, 2);
    await session.saveAsItIs();
    await edits(session, 1);
    await session.saveAsItIs();
    expect(await inFile()).toBe(4);
    expect(await inFile(backupOf(path))).toBe(3);
    await session.close('drop');
    expect(readdirSync(dirname(path)).sort()).toEqual(
      ['.2026-11-20 第43期 总第958期.备份.zuban', '2026-11-20 第43期 总第958期.zuban'].sort(),
    );
  });

  it('copies for the backup where a file can have one name only', async () => {
    const disk = failingDisk(nodeDisk, { rule: (operation) => (operation === 'link' ? 'ENOTSUP' : null) });
    const session = await savedOnce({ disk });
    await edits(session, 1);
    await session.saveAsItIs();
    expect([await inFile(), await inFile(backupOf(path))]).toEqual([2, 1]);
  });

  it('keeps versions, prints and unknown parts that the file has besides the issue', async () => {
    mkdirSync(dirname(path), { recursive: true });
    const facts = { name: '初版', note: '', at: '2026-11-20T08:00:00Z', by: '张三', engine: '1' };
    const file = withVersion(issueFileOf(startIssue(), new Map()), facts);
    writeFileSync(path, packIssueFile(file));
    const session = open();
    await session.openFile({ archived: FILE });
    await edits(session, 1);
    await session.saveAsItIs();
    const after = await readIssueFile(path);
    expect(editsIn(after.issue)).toBe(1);
    expect(after.versions).toEqual(file.versions);
  });

  it.skipIf(process.platform === 'win32')('keeps a link a link', async () => {
    const real = join(folder, '别处.zuban');
    await writeIssueFile(real, startIssue(), new Map());
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(real, path);
    const session = open();
    await session.openFile({ archived: FILE });
    await edits(session, 2);
    await session.saveAsItIs();
    expect(await inFile(real)).toBe(2);
    expect(await inFile()).toBe(2);
  });

  it('refuses where the file is gone, says so, and saves where the editor names the place', async () => {
    const session = await savedOnce();
    await edits(session, 1);
    rmSync(path);
    await expect(session.saveAsItIs()).rejects.toThrow(/已不在原来的位置.*也在恢复日志里，请另存为。$/);
    expect(existsSync(path)).toBe(false);
    const { issue, revision } = await session.message();
    await session.save({ revision, hash: stateHash(issue), as: FILE });
    expect(await inFile()).toBe(2);
  });

  it('puts ours beside a file that another has changed, and says so', async () => {
    const session = await savedOnce();
    await edits(session, 1);
    const theirs = { ...startIssue(), masthead: { date: null, number: 7, totalNumber: null } };
    await writeIssueFile(path, theirs, new Map());
    const { note, file } = await session.saveAsItIs();
    expect(note).toMatch(/在别处被改动过，没有覆盖它.*（张三的版本）\.zuban”，两份都在/);
    expect(await inFile(join(archive, file))).toBe(2);
    expect((await readIssueFile(path)).issue).toEqual(theirs);
    await edits(session, 1);
    const again = await session.saveAsItIs();
    expect(again).toMatchObject({ file, fileName: expect.stringContaining('（张三的版本）') });
    expect(again.note).toBeUndefined();
  });

  it('goes on where only the time of the file was touched', async () => {
    const session = await savedOnce();
    const bytes = readFileSync(path);
    rmSync(path);
    writeFileSync(path, bytes);
    await edits(session, 1);
    expect((await session.saveAsItIs()).note).toBeUndefined();
    expect(await inFile()).toBe(2);
  });

  it('goes to a path of more than 260 characters', async () => {
    const session = open();
    await edits(session, 1);
    const { issue, revision } = await session.message();
    const as = `${'深'.repeat(60)}/${'处'.repeat(60)}/${'甲'.repeat(60)}/${'乙'.repeat(60)}/${'丙'.repeat(60)}`;
    const { file } = await session.save({ revision, hash: stateHash(issue), as });
    await edits(session, 1);
    await session.saveAsItIs();
    expect(await inFile(join(archive, file))).toBe(2);
    expect(await inFile(backupOf(join(archive, file)))).toBe(1);
  });

  it('gives a version a name that every system takes, however long the file’s is', () => {
    const name = versionOf(`/a/${'长'.repeat(65)}.zuban`, 'x:y/z.', 2);
    expect(Buffer.byteLength(name.slice(3))).toBeLessThanOrEqual(200);
    expect(name).toMatch(/（xyz的版本2）\.zuban$/);
  });
});

describe('the journal', () => {
  it('holds what was not saved, and is offered with what it contains', async () => {
    const first = await savedOnce();
    await edits(first, 24);
    await crash(first);
    const session = open();
    await session.openFile({ archived: FILE });
    const [offer, ...more] = await session.recoveries();
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ file: FILE, edits: 24, lastEdit: '“修改标题”', warning: null });
    expect(offer!.summary).toMatch(/^24处修改，最后一处“修改标题”，涉及\d+字$/);
    expect(Date.now() - offer!.lastAt).toBeLessThan(60_000);
    const message = await session.recover(offer!.id);
    expect(editsIn(message.issue)).toBe(25);
    expect(message).toMatchObject({ saved: false, file: FILE, lock: { mine: true } });
    expect([...(await readIssueFile(path)).pictures]).toEqual([]);
    await session.saveAsItIs();
    expect((await readIssueFile(path)).pictures.size).toBe(1);
    expect(await session.recoveries()).toEqual([]);
    expect(existsSync(journalFile(journalStemOf(path)))).toBe(false);
  });

  it('keeps an issue that was never saved', async () => {
    const first = open();
    await edits(first, 3);
    await crash(first);
    const session = open();
    const [offer] = await session.recoveries();
    expect(offer).toMatchObject({ file: null, fileName: '稿件.md', edits: 3 });
    expect(editsIn((await session.recover(offer!.id)).issue)).toBe(3);
    await edits(session, 1);
    await crash(session);
    const again = open();
    const [second] = await again.recoveries();
    expect(second).toMatchObject({ edits: 4 });
    expect(editsIn((await again.recover(second!.id)).issue)).toBe(4);
    await again.close('drop');
    expect(readdirSync(join(folder, 'unsaved'))).toEqual([]);
  });

  it('goes on from the file where the process was killed behind its first save', async () => {
    const failure: Failure = {};
    const first = open({ disk: failingDisk(nodeDisk, failure) });
    await edits(first, 2);
    // The journal is still there when all else of the save is done, and more was typed.
    failure.rule = (operation, at) => (operation === 'remove' && at.endsWith('.journal') ? 'EIO' : null);
    await first.flushed();
    await first.saveAsItIs();
    await crash(first);
    expect(await open().recoveries()).toEqual([]);
  });

  it('of a first save and of what was typed meanwhile goes on from the file', async () => {
    const first = open();
    await edits(first, 2);
    await first.flushed();
    const [journal] = readdirSync(join(folder, 'unsaved')).filter((name) => name.endsWith('.journal'));
    const at = join(folder, 'unsaved', journal!);
    const { issue, revision } = await first.message();
    await first.saveAsItIs();
    const begin = {
      kind: 'begin',
      format: 1,
      work: 'w',
      turn: 1,
      file: null,
      fileName: '稿件.md',
      base: null,
      last: null,
      besidesFrom: null,
      issueVersion: 1,
    } as const;
    const patch = { op: 'replace', path: ['stories', 1, 'headline'], value: '保存后写的' } as const;
    const records: readonly JournalRecord[] = [
      { ...begin, revision, edits: 2, issue },
      { kind: 'saving', file: path, revision, hash: stateHash(issue) },
      { kind: 'edit', revision: revision + 1, name: '修改标题', patches: [patch] },
    ];
    writeFileSync(at, Buffer.concat(records.map(recordBytes)));
    await crash(first);
    const session = open();
    const [offer] = await session.recoveries();
    expect(offer).toMatchObject({ file: FILE, edits: 1, warning: null });
    await session.recover(offer!.id);
    expect((await session.saveAsItIs()).note).toBeUndefined();
    expect((await readIssueFile(path)).issue.stories[1]!.headline).toBe('保存后写的');
    expect(readdirSync(join(folder, 'unsaved'))).toEqual([]);
  });

  it('is not offered while its writer lives', async () => {
    const first = open();
    await edits(first, 1);
    await first.flushed();
    expect(await open().recoveries()).toEqual([]);
  });

  it('steps aside for another that begins, and both are offered', async () => {
    const first = await savedOnce();
    await edits(first, 2);
    await crash(first);
    const second = open();
    await second.openFile({ archived: FILE });
    await edits(second, 1);
    await crash(second);
    const found = await open().recoveries();
    expect(found.map((offer) => offer.edits).sort()).toEqual([1, 2]);
  });

  it('is offered once where a kill left it in two places', async () => {
    const first = open();
    await edits(first, 2);
    await first.flushed();
    const unsaved = join(folder, 'unsaved');
    const [name] = readdirSync(unsaved).filter((file) => file.endsWith('.journal'));
    const before = readFileSync(join(unsaved, name!));
    // It moves beside the file with what was typed during the save; the kill comes before the old one is removed.
    const saving = first.saveAsItIs();
    await edits(first, 1);
    await saving;
    await crash(first);
    writeFileSync(join(unsaved, name!), before);
    const session = open();
    expect((await session.recoveries()).map((offer) => offer.edits)).toEqual([1]);
    expect(existsSync(join(unsaved, name!))).toBe(false);
  });

  it('is moved aside when it is dropped, and deleted by the next save', async () => {
    const first = await savedOnce();
    await edits(first, 2);
    await crash(first);
    const session = open();
    await session.openFile({ archived: FILE });
    await session.dropRecovery((await session.recoveries())[0]!.id);
    expect(await session.recoveries()).toEqual([]);
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.dropped'))).toHaveLength(1);
    await edits(session, 1);
    await session.saveAsItIs();
    expect(readdirSync(dirname(path)).filter((name) => /dropped|journal/.test(name))).toEqual([]);
  });

  it('goes to the unsaved work where the file’s folder cannot be written, and says why the save failed', async () => {
    const failure: Failure = {};
    const disk = failingDisk(nodeDisk, failure);
    const first = await savedOnce({ disk });
    failure.rule = (operation, at) => (at.startsWith(archive) && operation === 'create' ? 'EROFS' : null);
    await edits(first, 2);
    await expect(first.saveAsItIs()).rejects.toThrow(
      /磁盘是只读的.*原文件没有动过，修改仍在界面上，也在恢复日志里。$/,
    );
    await crash(first);
    const [offer] = await open().recoveries();
    expect(offer).toMatchObject({ file: FILE, edits: 2, warning: null });
  });

  it.each([
    ['ENOSPC', '磁盘已满'],
    ['EIO', '磁盘读写出错'],
    ['EACCES', '没有权限'],
    ['ESTALE', '网络文件夹断开了'],
  ])('says with the next edit that it cannot be written (%s), and catches up later', async (code, words) => {
    const failure: Failure = {};
    const session = await savedOnce({ disk: failingDisk(nodeDisk, failure) });
    failure.rule = (operation) => (['create', 'append'].includes(operation) ? code : null);
    await edits(session, 1);
    await session.flushed();
    const { issue, revision } = await session.message();
    const answer = await session.edit({ revision: revision + 1, patches: [] });
    expect(answer.warning).toContain(words);
    await expect(session.saveAsItIs()).rejects.toThrow(/恢复日志却也写不下/);
    delete failure.rule;
    await session.flushed();
    expect(await session.edit({ revision: revision + 2, patches: [] })).toEqual({
      taken: true,
      revision: revision + 2,
    });
    await crash(session);
    const next = open();
    expect((await next.recover((await next.recoveries())[0]!.id)).issue).toEqual(issue);
  });

  it('keeps the work when the folder goes away, and saves it when it is back', async () => {
    const session = await savedOnce();
    renameSync(archive, `${archive}-away`);
    await edits(session, 2);
    await expect(session.saveAsItIs()).rejects.toThrow(/。$/);
    expect(editsIn((await session.message()).issue)).toBe(3);
    rmSync(archive, { recursive: true, force: true });
    renameSync(`${archive}-away`, archive);
    await session.saveAsItIs();
    expect(await inFile()).toBe(3);
  });
});

describe('two people, one folder', () => {
  it('lets the second read, tells who has it, and gives it when it is free', async () => {
    const first = await savedOnce();
    const second = open({ editor: editor('李四') });
    const opened = await second.openFile({ archived: FILE });
    expect(opened.lock).toMatchObject({ who: '张三（编辑部）', mine: false });
    expect(opened.lock!.since).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    await expect(doNextEdit(second)).rejects.toThrow(/正由张三（编辑部）编辑，这里只能看，不能改/);
    await expect(second.saveAsItIs()).rejects.toThrow('只能看');
    expect((await second.takeLock()).lock?.mine).toBe(false);
    await edits(first, 4);
    await first.saveAsItIs();
    await first.close('drop');
    const taken = await second.takeLock();
    expect(taken.lock).toEqual({ who: '李四（编辑部）', since: null, mine: true });
    expect(editsIn(taken.issue)).toBe(5);
    await edits(second, 1);
    expect((await second.saveAsItIs()).note).toBeUndefined();
    expect(await inFile()).toBe(6);
  });

  it('keeps both where the lock was lost while we held edits', async () => {
    const first = await savedOnce();
    await edits(first, 1);
    rmSync(lockOf(path));
    const second = open({ editor: editor('李四') });
    await second.openFile({ archived: FILE });
    await edits(second, 3);
    await second.saveAsItIs();
    const { note, file } = await first.saveAsItIs();
    expect(note).toContain('两份都在');
    expect([await inFile(), await inFile(join(archive, file))]).toEqual([4, 2]);
  });
});

describe('opening what should not be opened', () => {
  it.skipIf(process.platform === 'win32')('refuses a file of 2 GB before it reads it', async () => {
    const big = join(folder, '大.zuban');
    writeFileSync(big, '');
    truncateSync(big, 2 ** 31);
    const before = process.resourceUsage().maxRSS;
    await expect(open().openFile({ path: big })).rejects.toThrow(
      /“大\.zuban”打不开：有2147 MB，超过期文件的上限/,
    );
    /* Kilobytes: less than the file has. */
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(1_000_000);
  });

  it('gives the lock back where the file cannot be read', async () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'no issue');
    await expect(open().openFile({ archived: FILE })).rejects.toThrow('不是组版的期文件');
    expect(readdirSync(dirname(path))).toEqual(['2026-11-20 第43期 总第958期.zuban']);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'opens from a folder that is closed to writing, and journals elsewhere',
    async () => {
      mkdirSync(dirname(path), { recursive: true });
      await writeIssueFile(path, startIssue(), new Map());
      chmodSync(dirname(path), 0o500);
      const session = open();
      expect((await session.openFile({ archived: FILE })).lock).toBeNull();
      await edits(session, 1);
      await session.flushed();
      expect(readdirSync(join(folder, 'unsaved')).some((name) => name.endsWith('.journal'))).toBe(true);
      chmodSync(dirname(path), 0o700);
    },
  );
});
