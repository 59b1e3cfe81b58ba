import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditedIssue, IssuePatch } from '../../../core/issue/edit.ts';
import { addPicture, setHeadline, setMasthead } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { ArchiveFolder } from '../../../electron/files/archive-folder.ts';
import { readIssueFile } from '../../../electron/files/issue-store.ts';
import { Session, type SessionIssue, stateHash } from '../../../electron/session/session.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';
import { grey } from '../import/tiny-pictures.ts';
import { HostClient } from './host-client.ts';

/** Without the picture, whose bytes there are none of. */
const plainIssue = (): Issue => {
  const issue = smallIssue();
  return {
    ...issue,
    pictures: [],
    stories: issue.stories.map((story) => ({ ...story, pictures: [] })),
    pages: issue.pages.map((page) => ({
      ...page,
      frames: page.frames.map((frame) => ({ ...frame, pictures: [] })),
    })),
  };
};

let folder = '';
let archive = '';
let session: Session;
let client: HostClient;
let exported: SessionIssue | null = null;

const openSession = (): Session =>
  new Session('样张.md', {
    open: async () => ({ issue: plainIssue(), pictures: new Map(), problems: [] }),
    makePdf: async (opened) => {
      exported = opened;
      return Buffer.from('%PDF-1.7');
    },
    archive: async () => new ArchiveFolder(archive),
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-editing-'));
  archive = join(folder, '组版');
  exported = null;
  session = openSession();
  client = await HostClient.start(session);
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

const stated = (issue: Issue, revision: number) => ({
  revision,
  hash: stateHash(issue),
  editor: client.editor,
});

/** Sends edits one after another; the issue and the revision after them. */
const send = async (...edits: readonly ((issue: Issue) => EditedIssue)[]) => {
  let { issue, revision } = await client.call('issue.open');
  for (const edit of edits) {
    const { issue: next, patches } = edit(issue);
    issue = next;
    revision = (await client.call('issue.edit', { revision: revision + 1, editor: client.editor, patches }))
      .revision;
  }
  return { issue, revision };
};

const headline = (text: string) => (issue: Issue) => setHeadline(issue, 's1', text);

describe('editing over the contract', () => {
  it('applies numbered edits to the copy of the host, which a reload of the page gets', async () => {
    expect(await client.call('issue.open')).toMatchObject({ revision: 0, file: null, saved: false });
    const { issue, revision } = await send(headline('甲'), headline('乙'), (i) =>
      setMasthead(i, { number: 44 }),
    );
    expect(revision).toBe(3);
    const opened = await client.call('issue.open');
    expect(opened.revision).toBe(3);
    expect(opened.issue).toEqual(issue);
    expect(opened.issue.stories[0]?.headline).toBe('乙');
  });

  it('answers its own number where an edit is out of step, and takes the whole issue then', async () => {
    const { issue, revision } = await send(headline('甲'));
    const { patches } = setHeadline(issue, 's1', '丙');
    for (const wrong of [revision, revision + 2])
      expect(await client.call('issue.edit', { revision: wrong, editor: client.editor, patches })).toEqual({
        taken: false,
        revision,
      });
    expect((await client.call('issue.open')).issue).toEqual(issue);
    const own = setHeadline(issue, 's1', '丁').issue;
    const { editor } = client;
    expect(await client.call('issue.restate', { revision: 9, editor, issue: own })).toEqual({
      taken: true,
      revision: 9,
    });
    expect(await client.call('issue.open')).toMatchObject({ revision: 9, issue: own });
  });

  it('refuses a restated issue that is broken, in a sentence that names the place', async () => {
    const { issue } = await send(headline('甲'));
    const page = { ...issue.pages[0]!, frames: [{ ...issue.pages[0]!.frames[0]!, story: '没有' }] };
    await expect(
      client.call('issue.restate', {
        revision: 5,
        editor: client.editor,
        issue: { ...issue, pages: [page] },
      }),
    ).rejects.toThrow(/第1版第1个版位所属的稿件不存在/);
    await expect(
      client.call('issue.restate', {
        revision: 5,
        editor: client.editor,
        issue: { ...issue, format: '十六开' as '四开' },
      }),
    ).rejects.toThrow('开本只能是');
    expect((await client.call('issue.open')).issue).toEqual(issue);
  });

  const bad: readonly [string, IssuePatch][] = [
    ['a text that is a number', { op: 'replace', path: ['stories', 0, 'headline'], value: 5 }],
    ['an unknown field', { op: 'add', path: ['stories', 0, 'colour'], value: 'red' }],
    ['an unknown root', { op: 'add', path: ['more'], value: 1 }],
    ['a place that is not there', { op: 'replace', path: ['stories', 99, 'headline'], value: '题' }],
    ['a prototype', { op: 'replace', path: ['stories', 0, '__proto__', 'polluted'], value: 1 }],
    ['a constructor', { op: 'replace', path: ['constructor', 'prototype', 'polluted'], value: 1 }],
    ['a method of a list', { op: 'replace', path: ['stories', 'map'], value: 1 }],
    ['a list made endless', { op: 'replace', path: ['stories', 'length'], value: 4_000_000_000 }],
    ['a place far behind the end', { op: 'replace', path: ['stories', 9_999_999], value: 1 }],
    ['a root replaced by nothing', { op: 'replace', path: ['publication'], value: null }],
    ['a root taken away', { op: 'remove', path: ['masthead'] }],
    ['a date that is none', { op: 'replace', path: ['masthead', 'date'], value: '2026-02-30' }],
    ['a story without its tracking', { op: 'remove', path: ['stories', 0, 'tracking'] }],
    ['a control character', { op: 'replace', path: ['pages', 0, 'name'], value: '要\u0000闻' }],
    [
      'a picture whose bytes never came',
      {
        op: 'add',
        path: ['pictures', 0],
        value: { id: `sha256-${'0'.repeat(64)}.png`, mime: 'image/png', width: 1, height: 1, name: '图' },
      },
    ],
  ];
  it.each(bad)('refuses a patch with %s and leaves the issue as it was', async (_what, patch) => {
    const before = await client.call('issue.open');
    const good: IssuePatch = { op: 'replace', path: ['stories', 0, 'headline'], value: '前一半' };
    await expect(
      client.call('issue.edit', {
        revision: before.revision + 1,
        editor: before.editor,
        patches: [good, patch],
      }),
    ).rejects.toThrow(/[\u4e00-\u9fff].*。$/);
    expect(await client.call('issue.open')).toEqual({ ...before, editor: expect.any(Number) });
    expect('polluted' in {}).toBe(false);
  });

  it('exports its own copy, and only the state that the page means', async () => {
    const { issue, revision } = await send(headline('要印的标题'));
    await client.call('export.pdf', { pages: [], ...stated(issue, revision) });
    expect(exported?.issue).toEqual(issue);
    const other = setHeadline(issue, 's1', '另一个').issue;
    for (const wrong of [stated(other, revision), stated(issue, revision + 1)])
      await expect(client.call('export.pdf', { pages: [], ...wrong })).rejects.toMatchObject({
        code: 'out-of-step',
      });
  });
});

describe('saving', () => {
  const NAME = '2026/2026-11-20 第43期 总第958期.zuban';

  it('makes the archive folder at the first save and names the file by date and numbers', async () => {
    expect(readdirSync(folder)).toEqual([]);
    expect(await client.call('archive.facts')).toEqual([]);
    const { issue, revision } = await send(headline('甲'));
    const saved = await client.call('issue.save', { ...stated(issue, revision), as: null });
    expect(saved).toMatchObject({ file: NAME, fileName: '2026-11-20 第43期 总第958期.zuban' });
    expect(saved.lock?.mine).toBe(true);
    expect((await readIssueFile(join(archive, NAME))).issue).toEqual(issue);
    expect(await client.call('issue.open')).toMatchObject({ file: NAME, saved: true });
    expect(await session.hasUnsavedEdits()).toBe(false);
    expect(await client.call('archive.facts')).toEqual([
      { file: NAME, date: '2026-11-20', number: 43, totalNumber: 958 },
    ]);
  });

  it('saves again where the issue is, and opens it again as it was saved', async () => {
    const first = await send(headline('甲'));
    await client.call('issue.save', { ...stated(first.issue, first.revision), as: null });
    const second = await send(headline('乙'));
    expect(await session.hasUnsavedEdits()).toBe(true);
    await client.call('issue.save', { ...stated(second.issue, second.revision), as: null });
    await send(headline('没有保存的'));
    const reopened = await client.call('issue.openFile', { file: NAME });
    expect(reopened).toMatchObject({ issue: second.issue, file: NAME, saved: true });
    /* Numbers begin anew, out of the reach of edits of the issue before. */
    expect(reopened!.revision).toBeGreaterThan(second.revision + 1000);
    const late = setHeadline(second.issue, 's1', '迟到的').patches;
    for (let revision = 1; revision < 9; revision++)
      expect(await client.call('issue.edit', { revision, editor: client.editor, patches: late })).toEqual({
        taken: false,
        revision: reopened!.revision,
      });
  });

  it('refuses to save another state than the page means', async () => {
    const { issue, revision } = await send(headline('甲'));
    const other = setHeadline(issue, 's1', '另一个').issue;
    await expect(client.call('issue.save', { ...stated(other, revision), as: null })).rejects.toMatchObject({
      code: 'out-of-step',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never writes over a file of another issue', async () => {
    mkdirSync(join(archive, '2026'), { recursive: true });
    writeFileSync(join(archive, NAME), 'another issue');
    const { issue, revision } = await send(headline('甲'));
    for (const as of [null, NAME])
      await expect(client.call('issue.save', { ...stated(issue, revision), as })).rejects.toThrow(
        '没有覆盖它',
      );
    expect(readFileSync(join(archive, NAME), 'utf8')).toBe('another issue');
    const saved = await client.call('issue.save', { ...stated(issue, revision), as: '2026/改期' });
    expect(saved.file).toBe('2026/改期.zuban');
    expect((await client.call('issue.open')).file).toBe('2026/改期.zuban');
  });

  it.each([
    '../外面',
    '/etc/外面',
    'C:\\外面',
    'a/../../外面',
    '第9期?',
    'con',
    'a//b',
    '.隐藏',
    '文件夹 /尾',
    'x'.repeat(300),
  ])('refuses the name %s', async (as) => {
    const { issue, revision } = await send(headline('甲'));
    await expect(client.call('issue.save', { ...stated(issue, revision), as })).rejects.toThrow(
      /不能用作文件名/,
    );
    await expect(client.call('issue.openFile', { file: as })).rejects.toThrow(/不能用作文件名/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['挡路/乙', '挡路/甲/乙'])('says what stands in the way of a folder: %s', async (as) => {
    mkdirSync(archive, { recursive: true });
    writeFileSync(join(archive, '挡路'), 'a file');
    const { issue, revision } = await send(headline('甲'));
    await expect(client.call('issue.save', { ...stated(issue, revision), as })).rejects.toThrow(
      /^“挡路(?:\/甲)?”不是文件夹：路上已有同名的文件，请换一个位置或名字。$/,
    );
    expect(readFileSync(join(archive, '挡路'), 'utf8')).toBe('a file');
  });

  it('says what to do where the folder cannot be written, and keeps everything', async () => {
    writeFileSync(archive, 'a file where the folder should be');
    const { issue, revision } = await send(headline('甲'));
    await expect(client.call('issue.save', { ...stated(issue, revision), as: null })).rejects.toThrow(
      /不是文件夹|没有读写权限|已存在/,
    );
    expect(await client.call('issue.open')).toMatchObject({ issue, revision, saved: false });
    rmSync(archive);
    await client.call('issue.save', { ...stated(issue, revision), as: null });
    expect((await readIssueFile(join(archive, NAME))).issue).toEqual(issue);
  });

  it('keeps the pictures of imported files and serves them before they are placed', async () => {
    const png = grey(40, 30);
    const imported = await client.import('街景.png', png);
    if (imported.kind !== 'picture') throw new Error(imported.kind);
    expect(imported.picture).toMatchObject({ width: 40, height: 30, mime: 'image/png', name: '街景.png' });
    expect(await session.picture(imported.picture.id)).toEqual(Buffer.from(png));
    const { issue, revision } = await send((i) => addPicture(i, imported.picture));
    await client.call('issue.save', { ...stated(issue, revision), as: null });
    const read = await readIssueFile(join(archive, NAME));
    expect(Buffer.from(read.pictures.get(imported.picture.id)!)).toEqual(Buffer.from(png));
  });
});

describe('the archive folder', () => {
  it('tells dates and numbers by the files’ names, sorted, whatever lies between', async () => {
    for (const file of [
      '2025/2025-12-30 第44期 总第916期.zuban',
      '2026/2026-01-06 第1期 总第917期.zuban',
      '2026/特刊.zuban',
      '2026/2026-02-30 总第920期.ZUBAN',
      '2026/说明.txt',
      '.隐藏/2020-01-01 第1期.zuban',
    ]) {
      mkdirSync(join(archive, file, '..'), { recursive: true });
      writeFileSync(join(archive, file), '');
    }
    expect(await client.call('archive.facts')).toEqual([
      { file: '2025/2025-12-30 第44期 总第916期.zuban', date: '2025-12-30', number: 44, totalNumber: 916 },
      { file: '2026/2026-01-06 第1期 总第917期.zuban', date: '2026-01-06', number: 1, totalNumber: 917 },
      { file: '2026/2026-02-30 总第920期.ZUBAN', date: null, number: null, totalNumber: 920 },
      { file: '2026/特刊.zuban', date: null, number: null, totalNumber: null },
    ]);
  });

  it('cannot open what is not there, nor by a dialog in a browser', async () => {
    await expect(client.call('issue.openFile', { file: '2026/没有.zuban' })).rejects.toThrow('没有这个文件');
    await expect(client.call('issue.openFile', { file: null })).rejects.toThrow('在浏览器里不能用对话框');
  });
});

describe('a new issue', () => {
  const request = {
    publication: 'shangjie-shibao',
    format: '四开',
    masthead: { date: '2026-11-27', number: 44, totalNumber: 959 },
  } as const;

  it('is one empty page of the publication', async () => {
    await send(headline('旧的一期'));
    const made = await client.call('issue.new', request);
    expect(made).toMatchObject({ file: null, saved: false, problems: [] });
    expect(made.fileName).toBe('2026-11-27 第44期 总第959期.zuban');
    expect(made.issue).toMatchObject({ publication: SHANGJIE_SHIBAO, stories: [], pictures: [] });
    expect(made.issue.pages.map((page) => page.frames)).toEqual([[]]);
    expect(await session.hasUnsavedEdits()).toBe(false);
    await client.call('issue.save', { ...stated(made.issue, made.revision), as: null });
    expect((await client.call('archive.facts')).map(({ number }) => number)).toEqual([44]);
  });

  it('takes the profile that the house saved, with the picture of its nameplate', async () => {
    const imported = await client.import('报名.png', grey(60, 20));
    if (imported.kind !== 'picture') throw new Error(imported.kind);
    await send((i) => addPicture(i, imported.picture));
    const own = {
      ...SHANGJIE_SHIBAO,
      masthead: {
        ...SHANGJIE_SHIBAO.masthead,
        hotline: '监督电话 12345678',
        nameplatePicture: imported.picture.id,
      },
    };
    await client.call('publication.save', { publication: own });
    const made = await client.call('issue.new', request);
    expect(made.issue.publication).toEqual(own);
    expect(made.issue.pictures).toEqual([imported.picture]);
    const saved = await client.call('issue.save', { ...stated(made.issue, made.revision), as: null });
    expect(saved.file).toContain('第44期');
  });

  it('falls back on the built-in profile, and says so, where the saved one is damaged', async () => {
    mkdirSync(join(archive, '刊物'), { recursive: true });
    writeFileSync(join(archive, '刊物', 'shangjie-shibao.json'), '{"format": "zuban-publication"');
    const made = await client.call('issue.new', request);
    expect(made.issue.publication).toEqual(SHANGJIE_SHIBAO);
    expect(made.problems.map(({ message }) => message).join()).toContain('刊物/shangjie-shibao.json');
  });

  it('refuses a publication, a format or a date that there is not', async () => {
    await expect(client.call('issue.new', { ...request, publication: '没有' })).rejects.toThrow(/刊物/);
    await expect(client.call('issue.new', { ...request, publication: '../x' })).rejects.toThrow(/刊物/);
    await expect(
      client.call('issue.new', { ...request, masthead: { ...request.masthead, date: '2026-02-30' } }),
    ).rejects.toThrow('不是1900年到2100年之间的日期');
  });

  it('refuses to save a profile that is none', async () => {
    const broken = { ...SHANGJIE_SHIBAO, formats: [] };
    await expect(client.call('publication.save', { publication: broken })).rejects.toThrow('刊物没有保存');
    const outside = { ...SHANGJIE_SHIBAO, id: '../../x' };
    await expect(client.call('publication.save', { publication: outside })).rejects.toThrow('刊物标识');
    expect(readdirSync(folder)).toEqual([]);
  });
});
