import { describe, expect, it } from 'vitest';
import { failingDisk } from '../../../build/torture/failing-disk.ts';
import { RecordingDisk } from '../../../build/torture/recording-disk.ts';
import type { Disk } from '../../../electron/files/disk.ts';
import { FileLock, stateOf } from '../../../electron/files/lock.ts';

const LOCK = '/期/.第9期.zuban.lock';
const HERE = { who: '张三', host: '甲机' };
const THERE = { who: '李四', host: '乙机' };

const folder = async (): Promise<RecordingDisk> => {
  const disk = new RecordingDisk();
  await disk.makeFolder('/期');
  return disk;
};

const take = async (disk: Disk, editor = HERE): Promise<FileLock> => {
  const answer = await FileLock.take(LOCK, editor, disk);
  if (answer.kind !== 'taken') throw new Error(answer.kind);
  return answer.lock;
};

/** Another's time passes: the disk's own clock is a million ms further. */
const later = (disk: RecordingDisk): RecordingDisk =>
  disk.replay(disk.count, { names: 'all', contents: 'all' });

describe('a lock', () => {
  it('is had by one, who is named to the other, and leaves nothing when it is given back', async () => {
    const disk = await folder();
    const lock = await take(disk);
    expect(await FileLock.take(LOCK, THERE, disk)).toMatchObject({ kind: 'held', holder: HERE });
    expect(disk.paths).toEqual([LOCK]);
    await lock.release();
    expect(disk.paths).toEqual([]);
    await (await take(disk, THERE)).release();
  });

  it.each([
    ['second names', (disk: Disk) => disk],
    ['none', (disk: Disk) => failingDisk(disk, { rule: (op) => (op === 'link' ? 'ENOTSUP' : null) })],
  ])('is had by one of many who ask at once, on a disk with %s', async (_what, through) => {
    const disk = through(await folder());
    const answers = await Promise.all(Array.from({ length: 20 }, () => FileLock.take(LOCK, HERE, disk)));
    expect(answers.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    for (const answer of answers) if (answer.kind === 'taken') await answer.lock.release();
  });

  it('is taken over when it was not written for a minute by the clock of its own disk', async () => {
    const disk = await folder();
    await take(disk);
    expect((await stateOf(LOCK, THERE.host, disk)).state).toBe('held');
    const stale = later(disk);
    expect((await stateOf(LOCK, THERE.host, stale)).state).toBe('stale');
    const lock = await take(stale, THERE);
    expect(stale.paths).toEqual([LOCK]);
    expect(await FileLock.take(LOCK, HERE, stale)).toMatchObject({ kind: 'held', holder: THERE });
    await lock.release();
  });

  it('is taken over at once where its process is gone from this computer', async () => {
    const disk = await folder();
    const file = await disk.create(LOCK);
    const gone = { id: 'x', ...HERE, pid: 2 ** 22 + 1, since: '2026-11-20T08:00:00Z' };
    await file.append(Buffer.from(JSON.stringify(gone)));
    expect((await stateOf(LOCK, THERE.host, disk)).state).toBe('held');
    const lock = await take(disk);
    expect(lock.held).toBe(true);
    await lock.release();
  });

  it('is known to be lost once another stands in its place, and leaves that one alone', async () => {
    const disk = await folder();
    const lock = await take(disk);
    await disk.remove(LOCK);
    const other = await take(disk, THERE);
    await lock.renew();
    expect([lock.held, other.held]).toEqual([false, true]);
    await lock.release();
    await other.renew();
    expect(other.held).toBe(true);
    await other.release();
  });

  it('cannot be had where nothing can be written', async () => {
    const disk = failingDisk(await folder(), { rule: (op) => (op === 'create' ? 'EROFS' : null) });
    expect(await FileLock.take(LOCK, HERE, disk)).toMatchObject({ kind: 'impossible' });
  });
});
