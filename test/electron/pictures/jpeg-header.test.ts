import { describe, expect, it } from 'vitest';
import { readJpegHeader } from '../../../electron/pictures/jpeg-header.ts';

const segment = (marker: number, ...content: readonly number[]): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
};
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const frame = (components: number, marker = 0xc0): number[] =>
  segment(marker, 8, 0, 100, 0, 160, components, ...Array.from({ length: 3 * components }, () => 0));
const exif = (orientation: number, little: boolean): number[] => {
  const short = (v: number): number[] => (little ? [v, 0] : [0, v]);
  const long = (v: number): number[] => (little ? [v, 0, 0, 0] : [0, 0, 0, v]);
  const entry = [
    ...(little ? [0x12, 0x01] : [0x01, 0x12]),
    ...short(3),
    ...long(1),
    ...short(orientation),
    0,
    0,
  ];
  return segment(
    0xe1,
    ...ascii('Exif\0\0'),
    ...ascii(little ? 'II' : 'MM'),
    ...short(42),
    ...long(8),
    ...short(1),
    ...entry,
  );
};
const jpeg = (...parts: readonly number[][]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);

describe('the header of a JPEG', () => {
  it('tells size and components, also of a progressive one', () => {
    const upright = { width: 160, height: 100, inverted: false, orientation: 1, printable: true };
    expect(readJpegHeader(jpeg(frame(3)))).toEqual({ ...upright, components: 3, progressive: false });
    const progressive = jpeg(segment(0xe0, 1, 2), frame(1, 0xc2));
    expect(readJpegHeader(progressive)).toEqual({ ...upright, components: 1, progressive: true });
  });

  it('tells what a PDF cannot hold: lossless, arithmetic coding', () => {
    for (const marker of [0xc3, 0xc9])
      expect(readJpegHeader(jpeg(frame(3, marker)))).toMatchObject({ printable: false });
  });

  it('tells the orientation in either byte order', () => {
    for (const little of [true, false])
      expect(readJpegHeader(jpeg(exif(6, little), frame(3)))?.orientation).toBe(6);
  });

  it('takes an orientation that does not exist for upright', () => {
    expect(readJpegHeader(jpeg(exif(9, true), frame(3)))?.orientation).toBe(1);
  });

  it('tells inverted CMYK from Adobe, and only CMYK', () => {
    const adobe = segment(0xee, ...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 2);
    expect(readJpegHeader(jpeg(adobe, frame(4)))?.inverted).toBe(true);
    expect(readJpegHeader(jpeg(frame(4)))?.inverted).toBe(false);
    expect(readJpegHeader(jpeg(adobe, frame(3)))?.inverted).toBe(false);
  });

  it('is absent from other and truncated bytes', () => {
    expect(readJpegHeader(Uint8Array.from([1, 2, 3]))).toBeNull();
    expect(readJpegHeader(jpeg(frame(3)).subarray(0, 9))).toBeNull();
    expect(readJpegHeader(jpeg(segment(0xda, 0)))).toBeNull();
  });
});
