import { expect, it } from 'vitest';
import { PhaseClock, progressTo } from '../../../electron/base/progress.ts';

it('progress is said once the work has taken a second, and not before', () => {
  let now = 5000;
  const said: string[] = [];
  const progress = progressTo(
    (text) => said.push(text),
    () => now,
  );
  progress('正在读取稿件');
  now += 999;
  progress('正在排版');
  now += 1;
  progress('正在生成 PDF');
  expect(said).toEqual(['正在生成 PDF……']);
});

it('phases are timed in the order in which they ran', async () => {
  let now = 0;
  const clock = new PhaseClock(() => now);
  const take = (milliseconds: number) => () => {
    now += milliseconds;
  };
  await clock.time('open', take(12));
  await clock.time('layout', take(3.456));
  expect(clock.phases).toEqual([
    { phase: 'open', milliseconds: 12 },
    { phase: 'layout', milliseconds: 3.46 },
  ]);
});
