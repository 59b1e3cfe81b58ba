import { describe, expect, it } from 'vitest';
import type { FaceTable } from '../../../core/font/face.ts';
import { decodeFaceTable, encodeFaceTable } from '../../../core/font/face-table.ts';

const table = (characters: readonly number[], advances: readonly number[]): FaceTable => ({
  id: 'serif-400',
  unitsPerEm: 1000,
  ascent: 880,
  dashBottom: 340,
  dashTop: 390,
  descent: -120,
  codePoints: Uint32Array.from(characters),
  advances: Uint16Array.from(advances),
});

describe('a face table', () => {
  it('comes back from its bytes', () => {
    const whole = table([0x20, 0x41, 0x4e00, 0x4e01, 0x20000, 0x10ffff], [224, 700, 1000, 1000, 1000, 0]);
    expect(decodeFaceTable(encodeFaceTable(whole))).toEqual(whole);
    expect(decodeFaceTable(encodeFaceTable(table([], [])))).toEqual(table([], []));
  });

  it('refuses characters out of order', () => {
    expect(() => encodeFaceTable(table([2, 1], [1, 1]))).toThrow('do not ascend');
  });

  it('refuses foreign and truncated bytes', () => {
    expect(() => decodeFaceTable(new Uint8Array([1, 2, 3, 4]))).toThrow('not a face table');
    expect(() => decodeFaceTable(encodeFaceTable(table([1], [1])).subarray(0, 12))).toThrow('cut short');
  });
});
