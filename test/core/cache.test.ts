import { describe, expect, it } from 'vitest';
import { Cache, family, isKept, KEY_ALONE, kept, remade } from '../../core/cache.ts';

const LENGTHS = family<readonly string[], number>('lengths');
const OTHERS = family<readonly string[], number>('others');

describe('what a cache keeps', () => {
  const key = ['一', '二'];
  const counting = () => {
    const made = { times: 0 };
    return { made, make: () => ++made.times };
  };

  it('is made once for the same key and the same values', () => {
    const [cache, { made, make }] = [new Cache(), counting()];
    const book = {};
    expect(kept(cache, LENGTHS, key, [book, 2], make)).toBe(1);
    expect(kept(cache, LENGTHS, key, [book, 2], make)).toBe(1);
    expect(made.times).toBe(1);
  });

  it.each([
    ['another value', [{}, 2]],
    ['a value more', [KEY_ALONE, 2, 3]],
    ['a value fewer', [KEY_ALONE]],
  ])('is made anew from %s', (_, from) => {
    const [cache, { make }] = [new Cache(), counting()];
    kept(cache, LENGTHS, key, [KEY_ALONE, 2], make);
    expect(isKept(cache, LENGTHS, key, from)).toBe(false);
    expect(kept(cache, LENGTHS, key, from, make)).toBe(2);
    expect(isKept(cache, LENGTHS, key, from)).toBe(true);
  });

  it('is known by the value itself: an equal one is another key', () => {
    const [cache, { make }] = [new Cache(), counting()];
    kept(cache, LENGTHS, key, KEY_ALONE, make);
    expect(kept(cache, LENGTHS, [...key], KEY_ALONE, make)).toBe(2);
  });

  it('is kept of one family and in one cache', () => {
    const [cache, { make }] = [new Cache(), counting()];
    kept(cache, LENGTHS, key, KEY_ALONE, make);
    expect(isKept(cache, OTHERS, key, KEY_ALONE)).toBe(false);
    expect(isKept(new Cache(), LENGTHS, key, KEY_ALONE)).toBe(false);
  });

  it('may be of a family that was declared after the cache was made', () => {
    const [cache, { make }] = [new Cache(), counting()];
    const late = family<readonly string[], number>('late');
    expect(kept(cache, late, key, KEY_ALONE, make)).toBe(1);
    expect(kept(cache, late, key, KEY_ALONE, make)).toBe(1);
  });

  it('is kept where it is nothing, too', () => {
    const cache = new Cache();
    const nothing = family<readonly string[], null>('nothing');
    let times = 0;
    const make = () => {
      times++;
      return null;
    };
    kept(cache, nothing, key, KEY_ALONE, make);
    kept(cache, nothing, key, KEY_ALONE, make);
    expect(times).toBe(1);
  });

  it('is given to what makes it anew', () => {
    const cache = new Cache();
    const seen: (number | null)[] = [];
    const next = () =>
      remade(cache, LENGTHS, key, (before) => {
        seen.push(before);
        return (before ?? 0) + 1;
      });
    expect([next(), next(), next()]).toEqual([1, 2, 3]);
    expect(seen).toEqual([null, 1, 2]);
  });
});
