import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PICTURE_ID } from '../../../core/file/issue-schema.ts';
import { describePicture, pictureOrientation } from '../../../electron/pictures/describe-picture.ts';
import { png as pngOf } from './picture-bytes.ts';

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../assets/sample/${name}`, import.meta.url));

/** A JPEG's skeleton: an EXIF block with an orientation, a frame header, the end marker. */
const jpeg = (width: number, height: number, orientation: number | null = null): Uint8Array => {
  const exif =
    orientation === null
      ? []
      : [
          0xff,
          0xe1,
          0,
          34,
          0x45,
          0x78,
          0x69,
          0x66,
          0,
          0,
          0x4d,
          0x4d,
          0,
          0x2a,
          0,
          0,
          0,
          8,
          0,
          1,
          0x01,
          0x12,
          0,
          3,
          0,
          0,
          0,
          1,
          0,
          orientation,
          0,
          0,
          0,
          0,
          0,
          0,
        ];
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0];
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return new Uint8Array([...start, ...exif, ...frame, 0xff, 0xd9]);
};

const withMarker = (bytes: Uint8Array, marker: number): Uint8Array => {
  const at = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
  return bytes.with(at + 1, marker);
};

const png = (width: number, height: number): Uint8Array => {
  const out = Buffer.alloc(45);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(out);
  out.write('IHDR', 12, 'latin1');
  out.writeUInt32BE(width, 16);
  out.writeUInt32BE(height, 20);
  out[24] = 8;
  out.write('IEND', 37, 'latin1');
  return out;
};

describe('describePicture', () => {
  it('knows the sample pictures: size, kind and an id made of their content', () => {
    for (const name of ['lake-morning.jpg', 'library-dusk.jpg']) {
      const bytes = sample(name);
      const info = describePicture(bytes, name);
      expect(info).toMatchObject({ mime: 'image/jpeg', width: 1600, height: 1067, name });
      expect(info.id).toMatch(PICTURE_ID);
      expect(bytes.length).toBeLessThan(400_000);
    }
  });

  it('takes the kind from the bytes, not from the name', () => {
    expect(describePicture(png(40, 30), 'wrong.jpg')).toMatchObject({
      mime: 'image/png',
      width: 40,
      height: 30,
    });
  });

  it.each([1, 2, 3, 4])('leaves width and height for orientation %i', (orientation) => {
    const bytes = jpeg(400, 300, orientation);
    expect(describePicture(bytes, 'a.jpg')).toMatchObject({ width: 400, height: 300 });
    expect(pictureOrientation(bytes)).toBe(orientation);
  });

  it.each([5, 6, 7, 8])('exchanges width and height for orientation %i', (orientation) => {
    const bytes = jpeg(400, 300, orientation);
    expect(describePicture(bytes, 'a.jpg')).toMatchObject({ width: 300, height: 400 });
    expect(pictureOrientation(bytes)).toBe(orientation);
  });

  it('takes a nonsense orientation for upright', () => {
    expect(pictureOrientation(jpeg(4, 3, 99))).toBe(1);
    expect(describePicture(jpeg(400, 300, 99), 'a.jpg')).toMatchObject({ width: 400, height: 300 });
    expect(pictureOrientation(jpeg(4, 3))).toBe(1);
    expect(pictureOrientation(png(4, 3))).toBe(1);
  });

  it.each([
    ['empty', new Uint8Array(0), '是空文件'],
    ['a text', new TextEncoder().encode('一篇稿件'), '不是JPEG或PNG图片'],
    ['a GIF', new TextEncoder().encode('GIF89a..........'), '是GIF格式，请另存为JPEG或PNG'],
    ['HEIC from a telephone', new TextEncoder().encode('\0\0\0\x18ftypheic....'), '是HEIC格式'],
    ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]), '读不出尺寸'],
    ['without width', jpeg(0, 300), '尺寸是零'],
    ['a lossless JPEG', withMarker(jpeg(40, 30), 0xc3), 'JPEG编码'],
    ['too large', png(30_000, 10), '30000×10像素，超过上限'],
    ['too many pixels', png(19_000, 19_000), '超过上限'],
    [
      'interlaced, and with its palette looked up more than a process may take',
      pngOf({ width: 8000, height: 7000, bits: 1, type: 3, interlace: 1, rows: new Uint8Array(1) }),
      '请另存为不隔行的PNG',
    ],
  ])('refuses a picture that is %s', (_, bytes, sentence) => {
    expect(() => describePicture(bytes, '照片.jpg')).toThrow(`图片“照片.jpg”`);
    expect(() => describePicture(bytes, '照片.jpg')).toThrow(sentence);
  });
});
