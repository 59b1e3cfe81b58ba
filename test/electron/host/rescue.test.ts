/** A file that does not open: its backup and its whole parts reach the page, and the file stays as it is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setHeadline } from '../../../core/issue/edits.ts';
import { ArchiveFolder } from '../../../electron/files/archive-folder.ts';
import { backupOf } from '../../../electron/files/beside.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { createHandlers, deliverByAddress } from '../../../electron/host/handlers.ts';
import { Session, stateHash } from '../../../electron/session/session.ts';
import { pastIssue, told } from '../archive/past-issues.ts';
import { HostClient } from './host-client.ts';

const NAME = '2020/2020-03-15 第9期 总第636期.zuban';
const COPY = '2020/取出.zuban';

let archive = '';
let session: Session;
let client: HostClient;

beforeEach(async () => {
  archive = mkdtempSync(join(tmpdir(), 'zuban-rescue-'));
  session = new Session('样张.md', {
    open: async () => ({
      issue: pastIssue('2020-03-15', 9, 636, [told('s1', '柳堤添新绿', '河堤上的柳树先绿了起来。')]),
      pictures: new Map(),
      problems: [],
    }),
    makePdf: async () => Buffer.from('%PDF-1.7'),
    archive: async () => new ArchiveFolder(archive),
    safety: { editor: { who: '张三', host: '编辑部-3' } },
  });
  client = await HostClient.start(session);
});
afterEach(async () => {
  await client.close();
  await session.close('drop');
  rmSync(archive, { recursive: true, force: true });
});

const path = (): string => join(archive, ...NAME.split('/'));

const stateOf = ({ issue, revision }: Awaited<ReturnType<typeof client.call<'issue.open'>>>) => ({
  revision,
  hash: stateHash(issue),
  editor: client.editor,
});

/** Saves the issue and a version of it, edits and saves again, and damages the text of the file. */
const damagedFile = async (): Promise<Buffer> => {
  const opened = await client.call('issue.open');
  await client.call('version.make', { ...stateOf(opened), name: '初版', note: '' });
  const { issue, patches } = setHeadline(opened.issue, 's1', '后来的标题');
  const revision = opened.revision + 1;
  await client.call('issue.edit', { revision, editor: client.editor, patches });
  await client.call('issue.save', { revision, hash: stateHash(issue), editor: client.editor, as: null });
  await client.call('issue.new', {
    publication: 'shangjie-shibao',
    format: '四开',
    masthead: { date: null, number: null, totalNumber: null },
  });
  const bytes = readFileSync(path());
  bytes[bytes.indexOf('issue.json') + 200]! ^= 0x10;
  writeFileSync(path(), bytes);
  await expect(client.call('issue.openFile', { file: NAME })).rejects.toMatchObject({
    code: 'file-not-opened',
    message: expect.stringMatching(/^“.*请改用备份/),
  });
  return bytes;
};

describe('a file that does not open', () => {
  it('gives its backup, unsaved and under a new name, and says what that is', async () => {
    const damaged = await damagedFile();
    const opened = await client.call('issue.openBackup', { file: NAME });
    expect(opened).toMatchObject({
      fileName: '2020-03-15 第9期 总第636期（备份）.zuban',
      file: null,
      saved: false,
      lock: null,
    });
    expect(opened.issue.stories[0]!.headline).toBe('柳堤添新绿');
    expect(opened.problems.map(({ message }) => message)).toEqual([expect.stringContaining('备份')]);
    expect(await session.hasUnsavedEdits()).toBe(true);
    await expect(client.call('issue.save', { ...stateOf(opened), as: null })).rejects.toThrow('没有覆盖它');
    await client.call('issue.save', { ...stateOf(opened), as: COPY });
    const { issue, versions } = await readIssueFile(join(archive, ...COPY.split('/')));
    expect([issue, versions.map(({ name }) => name)]).toEqual([opened.issue, ['初版']]);
    expect(readFileSync(path())).toEqual(damaged);
  });

  it('gives what is whole of it, and each part that is lost is a problem', async () => {
    const damaged = await damagedFile();
    const opened = await client.call('issue.rescue', { file: NAME });
    expect(opened).toMatchObject({ file: null, saved: false });
    expect(opened.fileName).toContain('（取出的内容）');
    expect(opened.issue.stories[0]!.headline).toBe('柳堤添新绿');
    expect(opened.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('请核对后另存为'),
      expect.stringContaining('现用的是版本“初版”'),
    ]);
    expect((await client.call('version.list')).versions).toHaveLength(1);
    expect(readFileSync(path())).toEqual(damaged);
  });

  it('leaves the desk as it is where there is no backup, or the backup is no better', async () => {
    await damagedFile();
    const before = await client.call('lock.take');
    writeFileSync(backupOf(path()), 'x');
    await expect(client.call('issue.openBackup', { file: NAME })).rejects.toThrow(/^备份也打不开：“/);
    rmSync(backupOf(path()));
    await expect(client.call('issue.openBackup', { file: NAME })).rejects.toThrow('旁边没有备份');
    writeFileSync(path(), 'x');
    await expect(client.call('issue.rescue', { file: NAME })).rejects.toThrow('认不出来');
    expect(await client.call('lock.take')).toEqual(before);
  });

  it('is given only to the window that has the issue, and only by its name in the archive', async () => {
    await damagedFile();
    const opened = await client.call('issue.openBackup', { file: NAME });
    const { patches } = setHeadline(opened.issue, 's1', '核对过');
    const { revision } = opened;
    await client.call('issue.edit', { revision: revision + 1, editor: client.editor, patches });
    for (const channel of ['issue.openBackup', 'issue.rescue'] as const) {
      await expect(client.call(channel, { file: NAME, editor: 0 })).rejects.toThrow('另一个窗口里');
      await expect(client.call(channel, { file: '../x.zuban' })).rejects.toThrow(/“/);
      await expect(client.call(channel, { file: null })).rejects.toThrow('没有选过文件');
      await expect(client.call(channel, { file: 5 as never })).rejects.toThrow('不合约定');
    }
  });

  it('is the one that the dialog chose last where the page cannot name it', async () => {
    await damagedFile();
    const handlers = createHandlers(session, deliverByAddress, async () => path());
    await expect(handlers['issue.openFile']({ file: null })).rejects.toThrow('请改用备份');
    expect((await handlers['issue.openBackup']({ file: null })).fileName).toContain('（备份）');
  });
});
