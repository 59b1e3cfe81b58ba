import { describe, expect, it } from 'vitest';
import { isWithinBounds, readNumber, steppedNumber } from '../../../renderer/fields/read-number.ts';

describe('a number as an editor types it', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    [' 3 ', 3],
    ['-0.5', -0.5],
    ['−２．５', -2.5],
    ['15％', 15],
  ])('reads %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('tells an empty field from one that holds no number', () => {
    expect(readNumber('　')).toBeNull();
    for (const text of ['三', '1e3', '1,5', '--1', '0x10', '12345678'])
      expect(readNumber(text)).toBeUndefined();
  });
});

describe('bounds of a number', () => {
  const whole = { least: 1, most: 6, step: 1 };
  const share = { least: -2, most: 2, step: 0.5 };

  it('take whole numbers only where the steps are whole', () => {
    expect(isWithinBounds(2.5, whole)).toBe(false);
    expect(isWithinBounds(0.3, share)).toBe(true);
    expect(isWithinBounds(7, whole)).toBe(false);
    expect(isWithinBounds(-2, share)).toBe(true);
  });

  it('are where the arrows end', () => {
    expect(steppedNumber(5, 1, whole)).toBe(6);
    expect(steppedNumber(6, 1, whole)).toBeNull();
    expect(steppedNumber(1, -1, whole)).toBeNull();
    expect(steppedNumber(9, -1, whole)).toBe(6);
  });

  it('step from between two steps to the next one', () => {
    expect(steppedNumber(0.3, 1, share)).toBe(0.5);
    expect(steppedNumber(0.3, -1, share)).toBe(0);
    expect(steppedNumber(-0.5, -1, share)).toBe(-1);
  });
});
