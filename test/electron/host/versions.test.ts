import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failingDisk } from '../../../build/torture/failing-disk.ts';
import { displayFromJson, roundedDisplayList } from '../../../core/display/display-json.ts';
import type { DisplayList } from '../../../core/display/display-list.ts';
import { ENGINE_VERSION } from '../../../core/engine-version.ts';
import { issueFileOf } from '../../../core/file/issue-file.ts';
import type { EditedIssue } from '../../../core/issue/edit.ts';
import { setHeadline } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { ArchiveFolder } from '../../../electron/files/archive-folder.ts';
import { nodeDisk } from '../../../electron/files/disk.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { type IssueToDraw, Session, stateHash } from '../../../electron/session/session.ts';
import { pastIssue, told } from '../archive/past-issues.ts';
import { list, page, rect } from '../pdf/display-builders.ts';
import { HostClient } from './host-client.ts';

const NAME = '2020/2020-03-15 第9期 总第636期.zuban';
const startIssue = (): Issue =>
  pastIssue('2020-03-15', 9, 636, [
    told('s1', '柳堤添新绿', '河堤上的柳树先绿了起来。'),
    told('s2', '夜市开张', '散步的人多起来。'),
  ]);

const PAGES: DisplayList = roundedDisplayList(list(page(rect({ x: 10, y: 10, width: 20, height: 5.5 }))));

let archive = '';
let failure: Failure;
let session: Session;
let client: HostClient;
let drawn: IssueToDraw | null;

const openSession = (who = '张三'): Session =>
  new Session('样张.md', {
    open: async () => ({ issue: startIssue(), pictures: new Map(), problems: [] }),
    makePdf: async (opened) => {
      drawn = opened;
      return Buffer.from('%PDF-1.7 proof');
    },
    makePressCopy: async () => ({
      displayList: PAGES,
      faces: [],
      pdf: Buffer.from('%PDF-1.7 press'),
    }),
    archive: async () => new ArchiveFolder(archive),
    safety: { editor: { who, host: '编辑部-3' }, disk: failingDisk(nodeDisk, failure) },
    now: () => new Date(2020, 2, 14, 17, 30, 5),
  });

beforeEach(async () => {
  archive = mkdtempSync(join(tmpdir(), 'zuban-versions-'));
  failure = {};
  drawn = null;
  session = openSession();
  client = await HostClient.start(session);
});
afterEach(async () => {
  await client.close();
  await session.close('drop');
  rmSync(archive, { recursive: true, force: true });
});

const stated = (issue: Issue, revision: number) => ({
  revision,
  hash: stateHash(issue),
  editor: client.editor,
});
const send = async (...edits: readonly ((issue: Issue) => EditedIssue)[]) => {
  let { issue, revision } = await client.call('issue.open');
  for (const edit of edits) {
    const { issue: next, patches } = edit(issue);
    issue = next;
    revision = (await client.call('issue.edit', { revision: revision + 1, editor: client.editor, patches }))
      .revision;
  }
  return { issue, at: stated(issue, revision) };
};
const headline = (text: string) => (issue: Issue) => setHeadline(issue, 's1', text);

describe('two windows on one host', () => {
  it('lets only the last one write, and takes nothing of the other', async () => {
    const first = await client.call('issue.open');
    const second = await client.call('issue.open');
    expect(second.editor).toBeGreaterThan(first.editor);
    const { patches, issue } = headline('旧窗口的')(first.issue);
    const late = { revision: first.revision + 1, editor: first.editor };
    await expect(client.call('issue.edit', { ...late, patches })).rejects.toMatchObject({
      code: 'other-window',
    });
    await expect(client.call('issue.restate', { ...late, issue })).rejects.toMatchObject({
      code: 'other-window',
    });
    const state = { revision: first.revision, hash: stateHash(first.issue), editor: first.editor };
    await expect(client.call('issue.save', { ...state, as: null })).rejects.toMatchObject({
      code: 'other-window',
    });
    await expect(client.call('export.pdf', { ...state, pages: [] })).rejects.toMatchObject({
      code: 'other-window',
    });
    await expect(client.call('version.make', { ...state, name: '初版', note: '' })).rejects.toMatchObject({
      code: 'other-window',
    });
    await expect(client.call('print.make', state)).rejects.toMatchObject({ code: 'other-window' });
    expect(existsSync(join(archive, NAME))).toBe(false);
    const now = await client.call('lock.take');
    expect(now).toMatchObject({ issue: first.issue, revision: first.revision });
  });

  it('says whether an edit was taken, also where the numbers agree by chance', async () => {
    const { issue, revision, editor } = await client.call('issue.open');
    const own = headline('甲')(issue);
    expect(await client.call('issue.edit', { revision: revision + 1, editor, patches: own.patches })).toEqual(
      { taken: true, revision: revision + 1 },
    );
    // Sent once more: the host is at that very number, but has taken nothing now.
    expect(await client.call('issue.edit', { revision: revision + 1, editor, patches: own.patches })).toEqual(
      { taken: false, revision: revision + 1 },
    );
  });

  it('keeps the unsaved work of the last window where an older one turns to another issue', async () => {
    const { editor } = await client.call('issue.open');
    await send(headline('新窗口的'));
    const request = {
      publication: 'shangjie-shibao',
      format: '四开' as const,
      masthead: { date: null, number: null, totalNumber: null },
    };
    await expect(client.call('issue.new', { ...request, editor })).rejects.toThrow('另一个窗口里');
    expect((await client.call('lock.take')).issue.stories[0]!.headline).toBe('新窗口的');
    await client.call('issue.new', { ...request, editor: client.editor });
    expect((await client.call('lock.take')).issue.stories).toEqual([]);
  });
});

describe('versions', () => {
  it('are in the file at once, with who, when and the engine', async () => {
    const { issue, at } = await send(headline('初稿'));
    const { version, saved } = await client.call('version.make', { ...at, name: '初版', note: '一校前' });
    expect(version).toMatchObject({ number: 1, name: '初版', note: '一校前', by: '张三' });
    expect(version.at).toMatch(/^2020-03-14T17:30:05[+-]\d\d:\d\d$/);
    expect(version.engine).toBe(ENGINE_VERSION);
    expect(saved.file).toBe(NAME);
    const file = await readIssueFile(join(archive, NAME));
    expect(file.versions).toEqual([{ ...version, issue }]);
    expect(await session.hasUnsavedEdits()).toBe(false);
    expect(await client.call('version.list')).toEqual({ versions: [version], prints: [] });
  });

  it('are none where the file cannot be written, and nothing of the state is kept that is not on the disk', async () => {
    const { at } = await send(headline('初稿'));
    await client.call('version.make', { ...at, name: '初版', note: '' });
    failure.rule = (operation) => (['create', 'append'].includes(operation) ? 'ENOSPC' : null);
    await expect(client.call('version.make', { ...at, name: '一校后', note: '' })).rejects.toThrow(
      '磁盘已满',
    );
    delete failure.rule;
    expect((await client.call('version.list')).versions.map(({ name }) => name)).toEqual(['初版']);
  });

  it('answer their issue, and the host’s copy is as it was until the page edits it', async () => {
    const first = await send(headline('初稿'));
    await client.call('version.make', { ...first.at, name: '初版', note: '' });
    const second = await send(headline('改过的'));
    expect(await client.call('version.restore', { number: 1 })).toEqual(first.issue);
    expect((await client.call('lock.take')).issue).toEqual(second.issue);
    await expect(client.call('version.restore', { number: 7 })).rejects.toThrow('没有第7个版本');
  });

  it('are taken out of the file at once, but not where a print needs them', async () => {
    const first = await send(headline('初稿'));
    await client.call('version.make', { ...first.at, name: '初版', note: '' });
    await client.call('print.make', first.at);
    const { saved } = await client.call('version.remove', { ...first.at, number: 1 });
    expect(saved.file).toBe(NAME);
    const names = async () => (await readIssueFile(join(archive, NAME))).versions.map(({ name }) => name);
    expect(await names()).toEqual(['付印']);
    await expect(client.call('version.remove', { ...first.at, number: 1 })).rejects.toThrow('没有第1个版本');
    await expect(client.call('version.remove', { ...first.at, number: 2 })).rejects.toThrow('第1次付印');
    await expect(
      client.call('version.remove', { ...first.at, revision: 0, hash: 'f'.repeat(64), number: 2 }),
    ).rejects.toMatchObject({ code: 'out-of-step' });
    await expect(
      client.call('version.remove', { ...first.at, editor: client.editor - 1, number: 2 }),
    ).rejects.toMatchObject({ code: 'other-window' });
    expect(await names()).toEqual(['付印']);
    expect((await client.call('version.list')).versions.map(({ number }) => number)).toEqual([2]);
  });

  it('stay where the file cannot be written', async () => {
    const { at } = await send(headline('初稿'));
    await client.call('version.make', { ...at, name: '初版', note: '' });
    failure.rule = (operation) => (['create', 'append'].includes(operation) ? 'ENOSPC' : null);
    await expect(client.call('version.remove', { ...at, number: 1 })).rejects.toThrow('磁盘已满');
    delete failure.rule;
    expect((await client.call('version.list')).versions).toHaveLength(1);
  });

  it('are compared story by story with one another and with the issue as it is', async () => {
    const first = await send(headline('初稿'));
    await client.call('version.make', { ...first.at, name: '初版', note: '' });
    const second = await send(headline('改稿'));
    await client.call('version.make', { ...second.at, name: '一校后', note: '' });
    await send(headline('定稿'));
    const { comparison } = await client.call('version.compare', { before: 1, after: 'current' });
    expect(comparison.stories.map(({ story, kind }) => [story, kind])).toEqual([['s1', 'changed']]);
    expect(comparison.stories[0]!.parts[0]!.spans).toEqual([
      { kind: 'removed', text: '初' },
      { kind: 'added', text: '定' },
      { kind: 'same', text: '稿' },
    ]);
    const between = await client.call('version.compare', { before: 1, after: 2 });
    expect(between.after.stories[0]!.headline).toBe('改稿');
    expect(between.comparison.stories).toHaveLength(1);
  });

  it('refuse another state than the page means', async () => {
    const { at } = await send(headline('初稿'));
    const wrong = { ...at, revision: at.revision + 1 };
    await expect(client.call('version.make', { ...wrong, name: '初版', note: '' })).rejects.toMatchObject({
      code: 'out-of-step',
    });
    expect(existsSync(join(archive, NAME))).toBe(false);
  });

  it('tell a file that another made beside ours what both had once', async () => {
    const first = await send(headline('共同的'));
    await client.call('version.make', { ...first.at, name: '初版', note: '' });
    const file = await readIssueFile(join(archive, NAME));
    const theirs = setHeadline(file.issue, 's2', '对方改的').issue;
    const beside = NAME.replace('.zuban', '（李四的版本）.zuban');
    await nodeDisk.create(join(archive, beside)).then(async (handle) => {
      await handle.append(packIssueFile({ ...file, issue: theirs }));
      await handle.close();
    });
    await send(headline('我改的'));
    const compared = await client.call('version.compareFile', { file: beside });
    expect(compared.fileName).toContain('李四的版本');
    expect(compared.base).toEqual(first.issue);
    expect(compared.after).toEqual(theirs);
    expect(compared.comparison.stories.map(({ story }) => story)).toEqual(['s1', 's2']);
    expect(compared.areCopies).toBe(true);
  });

  it('tell another issue from a copy, and show what of it is alike', async () => {
    const next = pastIssue('2020-03-22', 10, 637, [
      told('s1', '夜市又开张', '散步的人多起来。'),
      told('s2', '新桥通车', '河上的新桥昨天通车。'),
    ]);
    await nodeDisk.create(join(archive, '下期.zuban')).then(async (handle) => {
      await handle.append(packIssueFile(issueFileOf(next, new Map())));
      await handle.close();
    });
    await send(headline('柳堤又添新绿'));
    const compared = await client.call('version.compareFile', { file: '下期.zuban' });
    expect(compared).toMatchObject({ areCopies: false, base: null });
    expect(compared.comparison.stories.map(({ sentence }) => sentence)).toEqual([
      '《夜市又开张》（原题《夜市开张》）改了标题。',
      '新增《新桥通车》。',
      '删去《柳堤又添新绿》。',
    ]);
  });
});

describe('printings', () => {
  it('keep pages, PDF and a version in the file, and say what was printed', async () => {
    expect(await client.call('print.state')).toEqual({ kind: 'never-printed' });
    const { issue, at } = await send(headline('付印的'));
    const { print } = await client.call('print.make', at);
    expect(print).toMatchObject({ number: 1, by: '张三', hasPages: true, hasPdf: true });
    const file = await readIssueFile(join(archive, NAME));
    expect(file.prints[0]).toMatchObject({ issueHash: stateHash(issue), displayList: PAGES });
    expect(Buffer.from(file.prints[0]!.pdf!).toString()).toBe('%PDF-1.7 press');
    expect(file.versions.map(({ name, at: when }) => [name, when])).toEqual([['付印', print.at]]);
    expect(await client.call('print.state')).toEqual({ kind: 'as-printed', print, sameEngine: true });
    await send(headline('又改了'));
    expect((await client.call('print.state')).kind).toBe('edited-since');
  });

  it('are reopened as they were printed, with the pages by their address', async () => {
    const { at } = await send(headline('付印的'));
    await client.call('print.make', at);
    const reopened = await client.call('issue.openFile', { file: NAME });
    expect(reopened?.printed).toMatchObject({ kind: 'as-printed', sameEngine: true });
    const pages = session.prints.pages(1);
    expect(displayFromJson(JSON.parse(Buffer.from(pages!).toString()))).toEqual(PAGES);
    expect(Buffer.from(session.prints.pdf(1)!.bytes).toString()).toBe('%PDF-1.7 press');
    expect([session.prints.pages(2), session.prints.pdf(2)]).toEqual([null, null]);
  });

  it('are exported as they were printed until the issue is edited', async () => {
    const { issue, at } = await send(headline('付印的'));
    await client.call('export.pdf', { ...at, pages: [] });
    expect(drawn?.printed).toBeUndefined();
    await client.call('print.make', at);
    await client.call('export.pdf', { ...at, pages: [] });
    expect(drawn).toMatchObject({ issue, printed: PAGES });
    const edited = await send(headline('又改了'));
    await client.call('export.pdf', { ...edited.at, pages: [] });
    expect(drawn?.printed).toBeUndefined();
  });

  it('stay what they were when the issue is printed once more', async () => {
    const first = await send(headline('第一次'));
    await client.call('print.make', first.at);
    const before = (await readIssueFile(join(archive, NAME))).prints[0];
    const second = await send(headline('第二次'));
    const { print } = await client.call('print.make', second.at);
    expect(print.number).toBe(2);
    const file = await readIssueFile(join(archive, NAME));
    expect(file.prints).toHaveLength(2);
    expect(file.prints[0]).toEqual(before);
  });

  it('are not made of an issue that another has to edit', async () => {
    const { at } = await send(headline('付印的'));
    await client.call('print.make', at);
    const other = openSession('李四');
    const opened = await other.openFile({ archived: NAME });
    const state = { revision: opened.revision, hash: stateHash(opened.issue) };
    await expect(other.prints.make(state, undefined)).rejects.toThrow('正由张三');
    await other.close('drop');
  });
});
