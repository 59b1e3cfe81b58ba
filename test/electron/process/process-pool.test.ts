import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startNodeProcess } from '../../../electron/process/node-process.ts';
import { startNodeThread } from '../../../electron/process/node-thread.ts';
import { ProcessPool } from '../../../electron/process/process-pool.ts';
import type { StartProcess } from '../../../electron/process/worker-process.ts';
import { bundled } from './bundled.ts';

const folder = mkdtempSync(join(tmpdir(), 'zuban-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const module = join(folder, 'tasks.cjs');
writeFileSync(
  module,
  await bundled(`
    import { answerRequests, watchMemory } from './electron/process/answer-requests.ts';
    let calls = 0;
    answerRequests(async (task) => {
      if (task === 'hang') for (;;);
      if (task === 'buffers') {
        watchMemory();
        const all = [];
        for (;;) all.push(Buffer.alloc(4_000_000, 1));
      }
      if (task === 'heap') {
        const all = [];
        for (;;) all.push(new Array(1000).fill(all.length));
      }
      if (task === 'exit') process.exit(3);
      if (task === 'killed') process.kill(process.pid, 'SIGKILL');
      if (task === 'fail') throw new Error('读不出来。');
      if (task === 'who') return process.pid;
      if (task instanceof Uint8Array) return task.length;
      return ++calls;
    });`),
);

const LIMITS = { milliseconds: 20_000, megabytes: 400 };
const settings = {
  module: () => module,
  options: { heap: 60, env: {} },
  most: 2,
  idleMilliseconds: 20_000,
  healthy: 300_000_000,
};
let started = 0;
const counted =
  (start: StartProcess): (() => StartProcess) =>
  () =>
  (...of) => {
    started++;
    return start(...of);
  };
let pool = new ProcessPool({ ...settings, start: counted(startNodeProcess) });
afterEach(() => {
  pool.close();
  pool = new ProcessPool({ ...settings, start: counted(startNodeProcess) });
  started = 0;
});

describe('a pool of processes', () => {
  it('answers, and uses a healthy process again', async () => {
    expect([await pool.ask('a', LIMITS), await pool.ask('b', LIMITS)]).toEqual([1, 2]);
    expect(await pool.ask(new Uint8Array(3_000_000), LIMITS)).toBe(3_000_000);
    await expect(pool.ask('fail', LIMITS)).rejects.toThrow('读不出来。');
    expect(await pool.ask('c', LIMITS)).toBe(3);
    expect(started).toBe(1);
  });

  it('starts no more than two, and the others wait for their turn', async () => {
    const pids = await Promise.all(Array.from({ length: 6 }, () => pool.ask<number>('who', LIMITS)));
    expect(new Set(pids).size).toBe(2);
    expect(started).toBe(2);
  });

  it('ends a process over its time, over its memory or dead, with the reason, and goes on', async () => {
    const ends = [
      pool.ask('hang', { ...LIMITS, milliseconds: 100 }),
      pool.ask('buffers', { ...LIMITS, megabytes: 150 }),
      pool.ask('heap', LIMITS),
      pool.ask('exit', LIMITS),
      pool.ask('killed', LIMITS),
    ].map((asked) =>
      asked.then(
        () => 'answered',
        (error: { reason?: string }) => error.reason,
      ),
    );
    expect(await Promise.all(ends)).toEqual(['time', 'memory', 'memory', 'died', 'died']);
    expect(await pool.ask('a', LIMITS)).toBe(1);
  });

  it('ends what is cancelled, and never begins what was cancelled while it waited', async () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const running = [pool.ask('hang', LIMITS, one.signal), pool.ask('hang', LIMITS, one.signal)];
    const waiting = pool.ask('a', LIMITS, two.signal);
    two.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'cancelled' });
    one.abort();
    for (const each of running) await expect(each).rejects.toMatchObject({ reason: 'cancelled' });
    expect(await pool.ask('a', LIMITS)).toBe(1);
  });

  it('lets idle processes go', async () => {
    const short = new ProcessPool({ ...settings, start: counted(startNodeProcess), idleMilliseconds: 20 });
    await short.ask('a', LIMITS);
    await expect.poll(() => short.size).toBe(0);
    expect(await short.ask('b', LIMITS)).toBe(1);
    short.close();
  });

  it('may be of threads, for work that needs no limits', async () => {
    const threads = new ProcessPool({ ...settings, start: counted(startNodeThread), most: 1 });
    expect([await threads.ask('a', LIMITS), await threads.ask('b', LIMITS)]).toEqual([1, 2]);
    expect(await threads.ask('who', LIMITS)).toBe(process.pid);
    threads.close();
  });
});
