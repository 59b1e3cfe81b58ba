/**
 * What happens to the journal while its issue is open: the folder or the file is deleted, renamed, replaced, cut off.
 * Whatever it is, what was flushed is offered after a kill, and nothing is said to be safe that is not.
 */
import {
  cpSync,
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
import { editsIn, KnownStates } from '../../../build/torture/work.ts';
import { doNextEdit, FILE, openWork } from '../../../build/torture/worker-session.ts';
import { journalStemOf, lockOf } from '../../../electron/files/beside.ts';
import { type Disk, nodeDisk } from '../../../electron/files/disk.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { journalFile, pictureFolder } from '../../../electron/files/journal-place.ts';
import type { SafetyServices, Session } from '../../../electron/session/session.ts';

let folder = '';
let archive = '';
let unsaved = '';
let path = '';
let journal = '';
let sessions: Session[] = [];
/** Kept to the end, with the files that they have open. */
const crashed: Session[] = [];

/** Only when a test says so. */
const NO_PACE = { idle: 1_000_000, most: 1_000_000 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-lost-'));
  archive = join(folder, '归档');
  unsaved = join(folder, 'unsaved');
  path = join(archive, FILE);
  journal = journalFile(journalStemOf(path));
  sessions = [];
});
afterEach(async () => {
  for (const session of sessions) await session.close('drop');
  rmSync(folder, { recursive: true, force: true });
});

const open = (safety: SafetyServices = {}): Session => {
  const session = openWork(archive, { unsaved, pace: NO_PACE, ...safety });
  sessions.push(session);
  return session;
};

const edits = async (session: Session, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await doNextEdit(session);
};

/** Saved with `saved` edits, and two more in the journal. */
const working = async (safety: SafetyServices = {}, saved = 1): Promise<Session> => {
  const session = open(safety);
  await edits(session, saved);
  await session.saveAsItIs();
  await edits(session, 2);
  await session.flushed();
  return session;
};

/** A disk that answers nothing more from `isDead` on: a process that is gone does nothing more to it. */
const mortalDisk = (disk: Disk): { readonly disk: Disk; isDead: boolean } => {
  const life = {
    isDead: false,
    disk: new Proxy(disk, {
      get: (whole, name: keyof Disk) => {
        const work = whole[name] as (...args: readonly unknown[]) => Promise<unknown>;
        return (...args: readonly unknown[]) =>
          life.isDead ? new Promise(() => undefined) : work.apply(whole, [...args]);
      },
    }),
  };
  return life;
};

/** The process is gone as it stands, without another flush: locks are nobody's. */
const kill = (session: Session): void => {
  const dead = (file: string): void => {
    if (!existsSync(file)) return;
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    writeFileSync(file, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
  };
  dead(lockOf(path));
  for (const place of [unsaved, join(folder, 'away')])
    for (const name of existsSync(place) ? readdirSync(place) : [])
      if (name.endsWith('.lock')) dead(join(place, name));
  sessions = sessions.filter((one) => one !== session);
  crashed.push(session);
};

/** What the next start offers: edits of each, whole. */
const offered = async (safety: SafetyServices = {}): Promise<readonly number[]> => {
  const next = open(safety);
  const found = await next.recoveries();
  const numbers: number[] = [];
  for (const { id } of found.slice(0, 1)) {
    const { issue, problems } = await next.recover(id);
    expect(new KnownStates().holds(issue)).toBe(true);
    expect(problems.filter(({ kind }) => kind === 'missing-picture')).toEqual([]);
    numbers.push(editsIn(issue));
  }
  return [...numbers, ...found.slice(1).map((one) => one.edits)];
};

const warningOf = async (session: Session): Promise<string | undefined> => (await session.flushed()).warning;

/** Each leaves what it took away somewhere else, or destroys it. */
const LOSSES: readonly (readonly [string, () => void])[] = [
  ['its journal is deleted', () => rmSync(journal)],
  ['its journal is renamed', () => renameSync(journal, `${journal}.bak`)],
  ['its folder is deleted', () => rmSync(dirname(path), { recursive: true })],
  ['its folder is renamed', () => renameSync(dirname(path), `${dirname(path)}旧`)],
  [
    'its folder is deleted and made again, empty',
    () => {
      rmSync(dirname(path), { recursive: true });
      mkdirSync(dirname(path));
    },
  ],
  ['the whole archive is deleted', () => rmSync(archive, { recursive: true })],
  ['the archive is renamed', () => renameSync(archive, `${archive}旧`)],
  [
    'a copy of its folder takes its place',
    () => {
      cpSync(dirname(path), `${dirname(path)}新`, { recursive: true });
      rmSync(dirname(path), { recursive: true });
      renameSync(`${dirname(path)}新`, dirname(path));
    },
  ],
  [
    'another file takes the journal’s name',
    () => {
      writeFileSync(`${journal}.x`, 'something else');
      renameSync(`${journal}.x`, journal);
    },
  ],
  [
    'a folder takes the journal’s name',
    () => {
      rmSync(journal);
      mkdirSync(journal);
    },
  ],
  ['its journal is emptied', () => truncateSync(journal, 0)],
  ['its journal loses its end', () => truncateSync(journal, readFileSync(journal).length - 10)],
  ['its journal is written over', () => writeFileSync(journal, 'x'.repeat(readFileSync(journal).length))],
  ...(process.platform === 'win32'
    ? []
    : ([
        [
          'its journal becomes a link to where it was moved',
          () => {
            renameSync(journal, join(folder, 'moved'));
            symlinkSync(join(folder, 'moved'), journal);
          },
        ],
        [
          'its journal becomes a link to nothing',
          () => {
            rmSync(journal);
            symlinkSync(join(folder, 'nothing'), journal);
          },
        ],
      ] as const)),
];

describe('an open issue', () => {
  it.each(LOSSES)('loses nothing typed where %s', async (_, lose) => {
    const session = await working();
    lose();
    await edits(session, 2);
    expect(await warningOf(session)).toMatch(/恢复日志不在原处或被换掉了，全部修改已另记一份，没有丢.*。$/);
    kill(session);
    expect((await offered())[0]).toBe(5);
  });

  it('loses nothing where its folder goes and nobody types any more', async () => {
    const life = mortalDisk(nodeDisk);
    const session = await working({ disk: life.disk, pace: { ...NO_PACE, look: 20 } });
    rmSync(dirname(path), { recursive: true });
    const moved = () => existsSync(unsaved) && readdirSync(unsaved).some((name) => name.endsWith('.journal'));
    await expect.poll(moved).toBe(true);
    life.isDead = true;
    kill(session);
    expect((await offered())[0]).toBe(3);
  });

  it.each(LOSSES.filter((_, n) => [0, 2, 6, 7, 8, 13].includes(n)))(
    'saves once it may where %s, and what it typed since is all that is offered',
    async (_, lose) => {
      const session = await working();
      lose();
      await edits(session, 1);
      await session.flushed();
      if (existsSync(path)) await session.saveAsItIs();
      else await session.save({ ...(await stated(session)), as: FILE });
      expect(editsIn((await readIssueFile(path)).issue)).toBe(4);
      expect(await warningOf(session)).toBeUndefined();
      expect(readdirSync(unsaved).filter((name) => name.endsWith('.journal'))).toEqual([]);
      await edits(session, 1);
      await session.flushed();
      expect(existsSync(journal)).toBe(true);
      kill(session);
      expect((await offered())[0]).toBe(5);
    },
  );

  it('keeps the pictures that only its file had, where the folder goes', async () => {
    // The twenty-fifth edit brings a picture.
    const session = await working({}, 25);
    rmSync(dirname(path), { recursive: true });
    await session.flushed();
    kill(session);
    expect(await offered()).toEqual([27]);
  });

  it('writes pictures again whose folder beside the journal was taken away', async () => {
    const session = await working({}, 24);
    rmSync(pictureFolder(journalStemOf(path)), { recursive: true });
    await session.flushed();
    kill(session);
    expect(await offered()).toEqual([26]);
  });

  it('that was never saved goes on where the folder of unsaved work is deleted', async () => {
    const session = open();
    await edits(session, 2);
    await session.flushed();
    rmSync(unsaved, { recursive: true });
    await edits(session, 1);
    expect(await warningOf(session)).toMatch(/^恢复日志不在原处或被换掉了，全部修改已另记一份/);
    kill(session);
    expect(await offered()).toEqual([3]);
  });

  it('goes on outside an archive that is gone with its folder of unsaved work', async () => {
    const away = join(folder, 'away');
    unsaved = join(archive, '.zuban', 'unsaved');
    const session = await working({ unsaved, away });
    rmSync(archive, { recursive: true });
    await edits(session, 2);
    await session.flushed();
    expect(readdirSync(away).filter((name) => name.endsWith('.journal'))).toHaveLength(1);
    kill(session);
    expect(await offered({ unsaved, away })).toEqual([5]);
  });

  it('leaves alone what has taken the journal’s name, and offers it besides', async () => {
    const session = await working();
    writeFileSync(journal, 'of another program');
    await edits(session, 1);
    await session.flushed();
    expect(readFileSync(journal, 'utf8')).toBe('of another program');
    await session.saveAsItIs();
    expect(readFileSync(journal, 'utf8')).toBe('of another program');
    await edits(session, 1);
    await session.flushed();
    const parked = readdirSync(dirname(path)).filter((name) => /\.[0-9a-f]{8}\.journal$/.test(name));
    expect(parked).toHaveLength(1);
    expect(readFileSync(join(dirname(path), parked[0]!), 'utf8')).toBe('of another program');
  });

  it('removes what it left in a folder that was away, when it is back and the work is saved', async () => {
    const session = await working();
    renameSync(archive, `${archive}旧`);
    await edits(session, 1);
    expect(await warningOf(session)).toContain('不在原处');
    renameSync(`${archive}旧`, archive);
    await session.saveAsItIs();
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.journal'))).toEqual([]);
    await session.close('drop');
    expect(await open().recoveries()).toEqual([]);
  });

  it('notices a journal that goes while it saves', async () => {
    const failure: Failure = {};
    const session = await working({ disk: failingDisk(nodeDisk, failure) });
    let late: Promise<number> | null = null;
    failure.rule = (operation, at) => {
      if (operation === 'rename' && at === path) {
        delete failure.rule;
        rmSync(journal);
        writeFileSync(journal, 'of another program');
        late = doNextEdit(session);
      }
      return null;
    };
    await session.saveAsItIs();
    await late;
    await session.flushed();
    kill(session);
    expect((await offered())[0]).toBe(4);
    const all = readdirSync(dirname(path)).filter((name) => name.endsWith('.journal'));
    const texts = all.map((name) => readFileSync(join(dirname(path), name), 'utf8'));
    expect(texts).toContain('of another program');
  });
});

describe('what a failed save says is safe', () => {
  it('is not the journal where that cannot be written, and is again when it can', async () => {
    const failure: Failure = {};
    const session = await working({ disk: failingDisk(nodeDisk, failure) });
    rmSync(dirname(path), { recursive: true });
    failure.rule = (operation, at) => (operation === 'create' && at.startsWith(unsaved) ? 'ENOSPC' : null);
    await expect(session.saveAsItIs()).rejects.toThrow(/恢复日志却也写不下（.*），请先不要退出/);
    expect(await session.flushed()).toMatchObject({
      revision: null,
      unkept: true,
      warning: expect.stringMatching(/^修改暂时没有记入恢复日志：.*请尽快保存或另存到别处。$/),
    });
    delete failure.rule;
    await expect(session.saveAsItIs()).rejects.toThrow(/已不在原来的位置.*也在恢复日志里/);
    kill(session);
    expect(await offered()).toEqual([3]);
  });

  it('is looked at anew where the journal goes during the save', async () => {
    const failure: Failure = {};
    const session = await working({ disk: failingDisk(nodeDisk, failure) });
    failure.rule = (operation, at) => {
      if (operation === 'rename' && at === path) rmSync(dirname(path), { recursive: true });
      return null;
    };
    await expect(session.saveAsItIs()).rejects.toThrow(/修改仍在界面上，也在恢复日志里。$/);
    kill(session);
    expect(await offered()).toEqual([3]);
  });

  it('is nothing of a file that is gone', async () => {
    const session = await working();
    rmSync(archive, { recursive: true });
    writeFileSync(archive, 'no folder');
    const message = await session.saveAsItIs().catch((error: Error) => error.message);
    expect(message).not.toContain('原文件没有动过');
    expect(message).toContain('也在恢复日志里');
  });
});

describe('a disk that never answers', () => {
  it('is given up after a while, with an error of the network', async () => {
    const { patientDisk } = await import('../../../electron/files/patient-disk.ts');
    const life = mortalDisk(nodeDisk);
    life.isDead = true;
    await expect(patientDisk(life.disk, 5).facts(path)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });
});

const stated = async (session: Session) => {
  const { stateHash } = await import('../../../electron/base/state-hash.ts');
  const { issue, revision } = await session.message();
  return { revision, hash: stateHash(issue) };
};
