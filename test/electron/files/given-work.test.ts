/** Work that a page gives back: offered once, where it is more than the host has, and never applied to another state. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editsIn, KnownStates, workEdit } from '../../../build/torture/work.ts';
import { doNextEdit, FILE, openWork } from '../../../build/torture/worker-session.ts';
import type { PageWork } from '../../../core/contract/ipc.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { journalStemOf, lockOf } from '../../../electron/files/beside.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { journalFile } from '../../../electron/files/journal-place.ts';
import type { Session } from '../../../electron/session/session.ts';

let folder = '';
let archive = '';
let path = '';
let sessions: Session[] = [];
const crashed: Session[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-given-'));
  archive = join(folder, '归档');
  path = join(archive, FILE);
  sessions = [];
});
afterEach(async () => {
  for (const session of sessions) await session.close('drop');
  rmSync(folder, { recursive: true, force: true });
});

const open = (): Session => {
  const session = openWork(archive, { unsaved: join(folder, 'unsaved') });
  sessions.push(session);
  return session;
};

const kill = async (session: Session): Promise<void> => {
  await session.flushed();
  const locks = [lockOf(path)];
  const unsaved = join(folder, 'unsaved');
  for (const name of existsSync(unsaved) ? readdirSync(unsaved) : [])
    if (name.endsWith('.lock')) locks.push(join(unsaved, name));
  for (const lock of locks.filter(existsSync)) {
    const holder = JSON.parse(readFileSync(lock, 'utf8'));
    rmSync(lock);
    writeFileSync(lock, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
  }
  sessions = sessions.filter((one) => one !== session);
  crashed.push(session);
};

/** The issue with so many more edits, as the page had it whose last edits did not arrive. */
const onPage = async (session: Session, more: number, base: string | null): Promise<PageWork> => {
  const { issue: known, work, file, fileName, revision } = await session.message();
  let issue: Issue = known;
  for (let n = editsIn(issue) + 1, end = n + more; n < end; n++) issue = workEdit(issue, n, null).issue;
  return { work, file, fileName, base, revision, edits: Math.max(1, more), lastEdit: '修改标题', issue };
};

/** Saved with one edit and `edits` more in the journal; with the hash of the file. */
const working = async (edits: number): Promise<{ session: Session; base: string }> => {
  const session = open();
  await doNextEdit(session);
  await session.saveAsItIs();
  for (let n = 0; n < edits; n++) await doNextEdit(session);
  return { session, base: stateHash((await readIssueFile(path)).issue) };
};

const takeOnly = async (session: Session): Promise<number> => {
  const found = await session.recoveries();
  expect(found).toHaveLength(1);
  const { issue } = await session.recover(found[0]!.id);
  expect(new KnownStates().holds(issue)).toBe(true);
  return editsIn(issue);
};

describe('work that a page gives back', () => {
  it('is one with the journal that its host left, and is offered once', async () => {
    const { session, base } = await working(2);
    const given = await onPage(session, 3, base);
    await kill(session);
    const next = open();
    await next.give(given);
    await next.give(given);
    expect(await next.recoveries()).toMatchObject([{ file: FILE, edits: 3, warning: null }]);
    expect(await takeOnly(next)).toBe(6);
  });

  it('counts behind a record that the kill has cut off', async () => {
    const { session, base } = await working(2);
    const given = await onPage(session, 1, base);
    await kill(session);
    const journal = journalFile(journalStemOf(path));
    writeFileSync(journal, readFileSync(journal).subarray(0, -5));
    const next = open();
    await next.give(given);
    expect(await takeOnly(next)).toBe(4);
  });

  it('has a place of its own where its host left no journal, and its pictures where the file has them', async () => {
    const { session, base } = await working(0);
    const given = await onPage(session, 2, base);
    await kill(session);
    const next = open();
    await next.give(given);
    expect(await next.recoveries()).toMatchObject([{ file: FILE, edits: 2, warning: null }]);
    expect(await takeOnly(next)).toBe(3);
    await next.saveAsItIs();
    expect(await next.recoveries()).toEqual([]);
  });

  it('of an issue never saved is offered as such', async () => {
    const session = open();
    await session.message();
    const given = await onPage(session, 2, null);
    const next = open();
    await next.give(given);
    expect(await next.recoveries()).toMatchObject([{ file: null, fileName: '稿件.md', edits: 2 }]);
  });

  it('is nothing to offer where the host has it, on its desk, in its journal or in the file', async () => {
    const { session, base } = await working(2);
    const given = await onPage(session, 0, base);
    await session.give(given);
    expect(await session.recoveries()).toEqual([]);
    await kill(session);
    const next = open();
    await next.give(given);
    expect(await next.recoveries()).toMatchObject([{ edits: 2 }]);
    await next.recover((await next.recoveries())[0]!.id);
    await next.saveAsItIs();
    await next.give(given);
    expect(await next.recoveries()).toEqual([]);
  });

  it('does not touch a file or a journal that somebody has gone on with, and says so', async () => {
    const { session, base } = await working(1);
    const given = await onPage(session, 1, base);
    for (let n = 0; n < 3; n++) await doNextEdit(session);
    await kill(session);
    const next = open();
    await next.give(given);
    expect((await next.recoveries()).map(({ edits }) => edits).sort()).toEqual([1, 4]);
    await next.recover((await next.recoveries()).find(({ edits }) => edits === 4)!.id);
    await next.saveAsItIs();
    expect(await next.recoveries()).toMatchObject([
      { edits: 1, warning: expect.stringContaining('在这些修改之后又被改动过，恢复的内容保存时会另存一份') },
    ]);
  });

  it('is refused with a sentence where it is no issue, and names no file outside the archive', async () => {
    const { session } = await working(0);
    const given = await onPage(session, 1, null);
    await expect(session.give({ ...given, issue: { no: 'issue' } as never })).rejects.toThrow(
      /^这一页留下的修改有误：.*没有收下。$/,
    );
    await session.give({ ...given, file: '/etc/passwd' });
    expect(await session.recoveries()).toMatchObject([{ file: null }]);
  });
});
