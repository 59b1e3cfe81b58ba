/**
 * How the cost of some work grows with its size, for tests of work that must not be quadratic. In seconds such a test
 * says how busy the machine is; so it compares two sizes in one run, in time of the processor that this process itself
 * took, the best of several.
 */
import { expect } from 'vitest';

/** Milliseconds of the processor, all threads of this process. */
const costOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** The larger size is so many times the smaller one. */
const TIMES = 8;
/** Linear work takes 8 times as long, quadratic work 64 times: what lies between is noise and collected garbage. */
const MOST = 32;
const ROUNDS = 8;
/** Below this a clock says nothing, ms. */
const LEAST_MS = 0.5;

/**
 * Work of `size` costs some eight times what it costs at an eighth of it. `make` prepares the work of a size, which is
 * not measured.
 */
export const expectLinear = (size: number, make: (size: number) => () => void, what = ''): void => {
  const [small, large] = [make(Math.round(size / TIMES)), make(size)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, costOf(small), costOf(small));
    most = Math.min(most, costOf(large));
    if (most <= MOST * Math.max(least, LEAST_MS)) return;
  }
  expect(
    most / Math.max(least, LEAST_MS),
    `${what} ${least} ms at an eighth, ${most} ms`,
  ).toBeLessThanOrEqual(MOST);
};

/** The same of work that answers later. */
export const costLater = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
