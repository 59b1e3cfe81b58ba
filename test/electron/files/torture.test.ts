/** Short forms of `npm run torture` (build/torture/). */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleTorture } from '../../../build/torture/bundle-torture.mjs';
import { forgetfulDisk } from '../../../build/torture/failing-disk.ts';
import { fillAtEveryByte, fillTmpfs } from '../../../build/torture/full-disk.ts';
import { flipEveryRegion, fuzzOpening } from '../../../build/torture/fuzz.ts';
import { killAgainAndAgain } from '../../../build/torture/kills.ts';
import { replayPowerCuts } from '../../../build/torture/power-cuts.ts';
import { workTogether } from '../../../build/torture/two-processes.ts';
import { KnownStates, pressCopyOf, startIssue } from '../../../build/torture/work.ts';
import { issueFileOf, withPrint, withVersion } from '../../../core/file/issue-file.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
let out = '';
beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  // Within the root, so that what is not bundled is found.
  out = mkdtempSync(join(root, 'out', 'torture-test-'));
  await bundleTorture(root, out, ['child', 'two-child']);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the work of an editor', () => {
  it('outlives SIGKILL at random moments, but for the last second', async () => {
    const { faults, kills } = await killAgainAndAgain(join(out, 'child.mjs'), 5, 5, () => undefined);
    expect(faults).toEqual([]);
    expect(kills).toBe(5);
  });

  it('outlives a power cut after any operation of the disk', async () => {
    const { faults, replays } = await replayPowerCuts(12, 3);
    expect(faults).toEqual([]);
    expect(replays).toBeGreaterThan(200);
  });

  it.each(['sync', 'syncFolder'] as const)(
    'would not on a disk without %s, which the replay finds out',
    async (what) => {
      const { faults } = await replayPowerCuts(12, 3, (disk) => forgetfulDisk(disk, what));
      expect(faults.length).toBeGreaterThan(0);
    },
  );

  it('outlives a disk that fills', async () => {
    const { faults, refused } = await fillAtEveryByte(1_999);
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(5);
  });

  it('outlives a small disk that is full (where one can be mounted)', async () => {
    expect((await fillTmpfs())?.faults ?? []).toEqual([]);
  });

  it('is kept of both where two processes share a folder', async () => {
    const { faults, saved } = await workTogether(join(out, 'two-child.mjs'), 12);
    expect(faults).toEqual([]);
    expect(saved).toBeGreaterThan(0);
  });
});

describe('milestones of the work', () => {
  it('are missed where the file has lost one, or has it otherwise than it was', () => {
    const known = new KnownStates();
    const mark = { name: '付印', note: '', at: '2026-11-20T08:00:00Z', by: '张三', engine: '1' };
    const issue = startIssue();
    const whole = withVersion(issueFileOf(issue, new Map()), mark);
    const press = pressCopyOf(issue);
    const printed = withPrint(whole, { ...mark, ...press, issueHash: stateHash(issue) });
    const least = { versions: 1, prints: 1 };
    expect(known.milestoneFault(printed, least)).toBeNull();
    expect(known.milestoneFault({ ...printed, versions: [] }, least)).toBe('0 of 1 versions');
    expect(known.milestoneFault(whole, least)).toBe('0 of 1 prints');
    const other = withPrint(whole, { ...mark, ...press, pdf: null, issueHash: stateHash(issue) });
    expect(known.milestoneFault(other, least)).toContain('PDF');
  });
});

describe('a file that is broken', () => {
  it('opens with a sentence or as it was, whichever region is flipped, blanked or cut off', async () => {
    const { faults, files } = await flipEveryRegion(211);
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThan(500);
  });

  it('neither hangs the program nor takes its memory, however it is broken', async () => {
    expect((await fuzzOpening(400, 2)).faults).toEqual([]);
  });
});
