import { expect, it } from 'vitest';
import { clockTime } from '../../../renderer/state/clock-time.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

it('says the time of today, the day of another day, the year of another year', () => {
  const now = at(2026, 10, 21, 18, 0);
  expect(clockTime(at(2026, 10, 21, 9, 5), now)).toBe('9:05');
  expect(clockTime(at(2026, 2, 15, 10, 32), now)).toBe('3月15日 10:32');
  expect(clockTime(at(2025, 2, 15, 10, 32), now)).toBe('2025年3月15日 10:32');
  expect(clockTime(Number.NaN, now)).toBeNull();
});
