import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namesIn } from '../../../core/file/names-in.ts';
import { ArchiveIndex } from '../../../electron/archive/archive-index.ts';
import { ArchivePlace, pastIssue, told } from './past-issues.ts';

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
let index: ArchiveIndex;
beforeEach(() => {
  place = new ArchivePlace();
  place.put(
    '2020/a.zuban',
    pastIssue('2020-03-15', 9, 636, [
      told('s1', '湖畔新馆开门', '新馆今天迎来首批读者。', '（记者 林小满 周一鸣）'),
      told('s2', '小公交进小巷', '车身只有６米长，招手就停，湖边也到。'),
    ]),
  );
  place.put(
    '2021/b.zuban',
    pastIssue('2021-12-04', 48, 723, [{ ...told('s1', '要闻简报', '湖畔步道修好了。'), kind: 'briefs' }]),
  );
  index = new ArchiveIndex(place.folder);
});
afterEach(async () => {
  shut.clear();
  await index.close();
  place.remove();
});

const found = async (query: string, filters = {}): Promise<string[]> =>
  (await index.search({ query, filters, page: 1 })).hits.map(({ file, story }) => `${file[5]}${story}`);

describe('the index', () => {
  it('lists issues by what the files hold, not by their names', async () => {
    place.put('2021/2021-01-01 第1期.zuban', pastIssue('2020-05-23', 18, 645, []));
    expect(await index.refresh()).toMatchObject({ files: 3, read: 3, faults: 0 });
    const listed = await index.list();
    expect(listed.map(({ date, number }) => [date, number])).toEqual([
      ['2021-12-04', 48],
      ['2020-05-23', 18],
      ['2020-03-15', 9],
    ]);
    expect(listed[2]).toMatchObject({
      publicationName: '试报',
      pages: 2,
      stories: 2,
      columnNames: ['要闻', '综合'],
      people: ['钱编辑', '孙小校', '林小满', '周一鸣'],
    });
  });

  it('finds words, single characters, words together, phrases, numbers of either width', async () => {
    await index.refresh();
    expect(await found('新馆')).toEqual(['as1']);
    expect((await found('湖')).sort()).toEqual(['as1', 'as2', 'bs1']);
    expect(await found('湖畔 读者')).toEqual(['as1']);
    expect(await found('"湖畔步道"')).toEqual(['bs1']);
    expect(await found('6米')).toEqual(['as2']);
    expect(await found('畔门')).toEqual([]);
  });

  it('puts a word in the headline before the same in the text, and narrows by every filter', async () => {
    await index.refresh();
    expect(await found('湖畔')).toEqual(['as1', 'bs1']);
    expect(await found('湖', { year: 2021 })).toEqual(['bs1']);
    expect(await found('湖', { to: '2020-12-31', kind: 'article', person: '林小满' })).toEqual(['as1']);
    expect(await found('湖', { kind: 'briefs' })).toEqual(['bs1']);
    expect(await found('湖', { columnName: '综合' })).toEqual([]);
    expect(await found('', { person: '钱编辑', publication: 'test' })).toEqual(['bs1', 'as1', 'as2']);
    expect(await found('湖', { publication: 'other' })).toEqual([]);
  });

  it('finds the stories that a person signed, and behind them those that name the person', async () => {
    place.put(
      '2022/c.zuban',
      pastIssue('2022-01-09', 1, 700, [
        told('s1', '又见林小满', '石板塘的林小满今年七十岁。'),
        told('s2', '名册', '到会的有张　伟、李　明等。', '（记者 张　伟）'),
        told('s3', '表彰', '张伟获评先进。'),
      ]),
    );
    await index.refresh();
    expect(await found('', { person: '林小满' })).toEqual(['as1', 'cs1']);
    const { total, hits } = await index.search({ query: '', filters: { person: '张伟' }, page: 1 });
    expect([total, ...hits.map(({ story, isSigned }) => [story, isSigned])]).toEqual([
      2,
      ['s2', true],
      ['s3', false],
    ]);
    const edited = await index.search({ query: '', filters: { person: '钱编辑' }, page: 1 });
    expect(edited.hits.length).toBeGreaterThan(0);
    expect(edited.hits.every(({ isSigned }) => !isSigned)).toBe(true);
    expect(await found('', { person: '张　伟' })).toEqual(['cs2', 'cs3']);
    expect((await found('张　伟')).sort()).toEqual(['cs2', 'cs3']);
    expect((await found('张伟')).sort()).toEqual(['cs2', 'cs3']);
    expect(await found('李明')).toEqual(['cs2']);
    expect(await found('', { person: '无此人' })).toEqual([]);
    expect(await found('表彰', { person: '张伟' })).toEqual(['cs3']);
  });

  it('gives a hit its issue, page, headline and excerpt with the matches', async () => {
    await index.refresh();
    const { total, hits } = await index.search({ query: '新馆', filters: {}, page: 1 });
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({
      file: '2020/a.zuban',
      date: '2020-03-15',
      number: 9,
      totalNumber: 636,
      page: 1,
      headline: '湖畔新馆开门',
      headlineMatches: [{ from: 2, to: 4 }],
      excerpt: { matches: [{ from: 0, to: 2 }] },
    });
  });

  it('reads again only what changed, and forgets what is gone', async () => {
    await index.refresh();
    expect(await index.refresh()).toMatchObject({ read: 0, removed: 0 });
    const touched = place.path('2020/a.zuban');
    utimesSync(touched, new Date(), new Date(Date.now() + 5000));
    expect(await index.refresh()).toMatchObject({ read: 1 });
    expect(await found('新馆')).toEqual(['as1']);
    place.put('2020/a.zuban', pastIssue('2020-03-15', 9, 636, [told('s1', '旧闻', '河堤')]));
    rmSync(place.path('2021/b.zuban'));
    expect(await index.refresh()).toMatchObject({ read: 1, removed: 1 });
    expect(await found('新馆')).toEqual([]);
    expect(await found('河堤')).toEqual(['as1']);
    expect(await found('步道')).toEqual([]);
  });

  it('lists a file that does not open with its sentence, and the rest as ever', async () => {
    place.put('2021/坏.zuban', '不是压缩包');
    expect(await index.refresh()).toMatchObject({ files: 3, faults: 1 });
    const faults = (await index.list()).filter(({ fault }) => fault !== null);
    expect(faults.map(({ file }) => file)).toEqual(['2021/坏.zuban']);
    expect(faults[0]!.fault).toMatch(/“坏\.zuban”.*。$/);
    expect(await index.refresh()).toMatchObject({ read: 0, faults: 1 });
  });

  it('keeps the issues of a folder that cannot be read, and says so', async () => {
    await index.refresh();
    shut.add(place.path('2021'));
    const result = await index.refresh();
    expect(result).toMatchObject({ files: 1, removed: 0 });
    expect(result.unread).toEqual([expect.stringContaining('“2021”读不出来')]);
    expect(index.status()).toMatchObject({ state: 'failed', failure: result.unread[0] });
    expect(await found('步道')).toEqual(['bs1']);
    shut.clear();
    expect(await index.refresh()).toMatchObject({ files: 2, read: 0, unread: [] });
    expect(index.status()).toMatchObject({ state: 'idle', failure: null });
  });

  it('reads a file again that did not open, though nothing of it seems to have changed', async () => {
    const path = place.path('2020/a.zuban');
    const whole = readFileSync(path);
    const time = new Date(2020, 1, 1);
    const put = (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      utimesSync(path, time, time);
    };
    put(whole.map((byte, i) => (i > 100 && i < 120 ? byte ^ 255 : byte)));
    expect(await index.refresh()).toMatchObject({ faults: 1 });
    put(whole);
    expect(await index.refresh()).toMatchObject({ faults: 0, read: 1 });
    expect(await found('新馆')).toEqual(['as1']);
  });

  it('finds a headline across the breaks that the editor set, not across its kicker', async () => {
    place.put(
      '2022/c.zuban',
      pastIssue('2022-01-08', 1, 724, [
        {
          ...told('s1', '上街区召开\n防汛会', '阿依古丽·买买提说，二○二二年，ВВП、CAFÉ。'),
          kicker: '众志成城',
        },
      ]),
    );
    await index.refresh();
    for (const query of ['上街区召开防汛会', '召开防汛', '阿依古丽买买提', '阿依古丽·买买提', '二〇二二年'])
      expect([query, await found(query)]).toEqual([query, ['cs1']]);
    for (const query of ['二○二二年', 'ввп', 'café']) expect(await found(query)).toEqual(['cs1']);
    expect(await found('成城上街')).toEqual([]);
    const { hits } = await index.search({ query: '召开防汛', filters: {}, page: 1 });
    expect(hits[0]!.headlineMatches).toHaveLength(1);
    const [name] = (await index.search({ query: '阿依古丽买买提', filters: {}, page: 1 })).hits;
    const [match] = name!.excerpt.matches;
    expect(name!.excerpt.text.slice(match!.from, match!.to)).toBe('阿依古丽·买买提');
  });

  it('stops when asked, keeps what it has and goes on from there', async () => {
    for (let i = 1; i <= 30; i++)
      place.put(`2019/${i}.zuban`, pastIssue(`2019-01-${String(i).padStart(2, '0')}`, i, i, []));
    const stopping = new ArchiveIndex(place.folder, ({ done }) => {
      if (done === 5) stopping.cancel();
    });
    const first = await stopping.refresh();
    await stopping.close();
    expect(first).toMatchObject({ cancelled: true, read: 5 });
    expect(await index.refresh()).toMatchObject({ files: 32, read: 27, cancelled: false });
  });
});

describe('the index as a cache', () => {
  const path = () => place.path('.zuban/index.db');

  it('is made anew where it was deleted', async () => {
    await index.refresh();
    await index.close();
    rmSync(place.path('.zuban'), { recursive: true });
    expect(await index.refresh()).toMatchObject({ read: 2 });
    expect(await found('新馆')).toEqual(['as1']);
  });

  it('is moved aside where it is broken, and made anew', async () => {
    await index.refresh();
    await index.close();
    writeFileSync(path(), 'this was a database once');
    expect(await index.refresh()).toMatchObject({ read: 2 });
    expect(readFileSync(`${path()}.broken`, 'utf8')).toContain('once');
    expect(await found('新馆')).toEqual(['as1']);
  });

  it('is made anew after a writer that was killed in the middle', async () => {
    await index.refresh();
    await index.close();
    // What such a process leaves: its mark, the lock, a journal that nobody rolls back.
    writeFileSync(`${path()}.writer`, `${2 ** 22 + 1}\n${hostname()}`);
    writeFileSync(`${path()}-journal`, 'half');
    mkdirSync(`${path()}.lock`);
    expect(await index.refresh()).toMatchObject({ read: 2 });
    expect(await found('新馆')).toEqual(['as1']);
    expect(existsSync(`${path()}.writer`)).toBe(false);
  });

  it('is written by one program at a time: the other waits, then sees the same', async () => {
    const other = new ArchiveIndex(place.folder);
    const [one, two] = await Promise.all([index.refresh(), other.refresh()]);
    expect(one.read + two.read).toBe(2);
    expect((await other.search({ query: '新馆', filters: {}, page: 1 })).total).toBe(1);
    await other.close();
  });

  it('stands in the user’s own folder where the archive cannot be written', async () => {
    const cache = new ArchivePlace();
    process.env.ZUBAN_CACHE = cache.folder;
    // A file where the folder should be: for root, too, nothing can be written there.
    writeFileSync(place.path('.zuban'), '');
    try {
      expect(await index.refresh()).toMatchObject({ read: 2 });
      expect(await found('新馆')).toEqual(['as1']);
      await index.close();
    } finally {
      delete process.env.ZUBAN_CACHE;
      cache.remove();
    }
  });
});

describe('people', () => {
  it('are the names in bylines, not their roles, papers or offices', () => {
    expect(namesIn('（记者 雷小 陈珂明 通讯员 李四）')).toEqual(['雷小', '陈珂明', '李四']);
    expect(namesIn('文/李文 图/林小满摄')).toEqual(['李文', '林小满']);
    expect(namesIn('（中心路街道）')).toEqual([]);
    expect(namesIn('（摘自《某某日报》）')).toEqual([]);
    expect(namesIn('本报记者 阿卜杜拉·买买提 摄')).toEqual(['阿卜杜拉·买买提']);
  });
});
