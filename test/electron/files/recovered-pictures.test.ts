/** The pictures of work that was left in a journal: those that are nowhere any more, and what older programs said of them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { doNextEdit, FILE, openWork } from '../../../build/torture/worker-session.ts';
import { ISSUE_FILE_VERSION } from '../../../core/file/migrations.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { recordBytes } from '../../../electron/files/journal-record.ts';
import { type Session, stateHash } from '../../../electron/session/session.ts';

let folder = '';
let path = '';
let unsaved = '';
let sessions: Session[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-pictures-'));
  path = join(folder, '归档', FILE);
  unsaved = join(folder, 'unsaved');
  sessions = [];
});
afterEach(async () => {
  for (const session of sessions) await session.close('drop');
  rmSync(folder, { recursive: true, force: true });
});

const open = (): Session => {
  const session = openWork(join(folder, '归档'), { unsaved });
  sessions.push(session);
  return session;
};

/** So many that a picture is among them. */
const withPicture = async (): Promise<Session> => {
  const session = open();
  for (let n = 0; n < 25; n++) await doNextEdit(session);
  return session;
};

it('stay in the list, as lost, where their bytes are nowhere any more', async () => {
  const first = await withPicture();
  await first.flushed();
  await first.close('keep');
  sessions = [];
  const [pictures] = readdirSync(unsaved).filter((name) => name.endsWith('.pictures'));
  rmSync(join(unsaved, pictures!), { recursive: true });
  const session = open();
  const { issue, problems } = await session.recover((await session.recoveries())[0]!.id);
  expect(issue.pictures).toMatchObject([{ lost: true }]);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('没有找回')]);
  await session.saveAsItIs();
  expect((await readIssueFile(path)).issue.pictures).toMatchObject([{ lost: true }]);
});

it('may be claimed whole by the journal, as they were in November 2026: it goes on from its file all the same', async () => {
  const first = await withPicture();
  await first.saveAsItIs();
  await first.close('drop');
  sessions = [];
  const { issue } = await readIssueFile(path);
  const claimed: Issue = {
    ...issue,
    pictures: issue.pictures.map((picture) => ({ ...picture, whole: true })),
  };
  const base = stateHash(claimed);
  const records = [
    recordBytes({
      ...{ kind: 'begin', format: 1, work: 'w', turn: 1, file: path, fileName: '稿件.md', base },
      ...{ revision: 0, edits: 0, last: null, besidesFrom: null },
      ...{ issueVersion: ISSUE_FILE_VERSION, issue: claimed },
    }),
    recordBytes({
      ...{ kind: 'edit', revision: 1, name: null },
      patches: [{ op: 'replace', path: ['stories', 0, 'headline'], value: '后改的题' }],
    }),
  ];
  if (!existsSync(unsaved)) mkdirSync(unsaved, { recursive: true });
  writeFileSync(join(unsaved, '0a0a0a0a-0000-4000-8000-000000000000.journal'), Buffer.concat(records));
  const session = open();
  const [offer] = await session.recoveries();
  expect(offer).toMatchObject({ edits: 1, warning: null });
  await session.recover(offer!.id);
  await session.saveAsItIs();
  expect((await readIssueFile(path)).issue.stories[0]!.headline).toBe('后改的题');
});
