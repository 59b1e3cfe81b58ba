import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { judgePicture, pictureFault } from '../../../electron/pictures/judge-picture.ts';
import { exifSegment, jpeg, jpegData, png, pngChunk, segment } from './picture-bytes.ts';

const sharp = await import('sharp').then(
  (module) => module.default,
  () => null,
);
const sample = readFileSync(new URL('../../../assets/sample/lake-morning.jpg', import.meta.url));
const END = Uint8Array.of(0xff, 0xd9);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

describe('a JPEG', () => {
  it.each([
    ['as it comes', jpeg()],
    ['of one pixel', jpeg({ width: 1, height: 1 })],
    ['with bytes after its end', joined(jpeg(), Buffer.alloc(200, 0x41))],
    ['with a second picture after its end, as telephones write', joined(jpeg(), jpeg().subarray(0, 90))],
    ['without an end marker', jpeg({ end: [] })],
    ['with fill bytes before its end', jpeg({ end: [0xff, 0xff, 0xff, 0xd9] })],
    ['with stray bytes between segments', jpeg({ before: [...segment(0xe0, [1, 2]), 0, 0, 0] })],
    ['with a thumbnail that has an end of its own', jpeg({ before: exifSegment(1, [...jpeg()]) })],
    [
      'with restarts',
      jpeg({
        width: 16,
        height: 8,
        before: segment(0xdd, [0, 1]),
        data: [...jpegData(1), 0xff, 0xd0, ...jpegData(1)],
      }),
    ],
  ])('is whole %s', async (_, bytes) => {
    expect(await pictureFault(bytes)).toBeNull();
  });

  it.each([
    ['half of one', sample.subarray(0, 200_000), 'cut'],
    ['half of one with an end put behind it', joined(sample.subarray(0, 200_000), END), 'damaged'],
    [
      'half of one whose thumbnail has the only end',
      jpeg({ before: exifSegment(1, [...jpeg()]), data: jpegData(20), end: [] }),
      'cut',
    ],
    ['without a scan', jpeg().subarray(0, jpeg().length - 40), 'cut'],
    ['with a hole in its data', joined(sample.subarray(0, 150_000), sample.subarray(210_000)), 'damaged'],
    ['with garbage in its data', jpeg({ data: jpegData(64).fill(0xa5, 4) }), 'damaged'],
    ['that goes on after its last block', jpeg({ data: [...jpegData(64), ...jpegData(200)] }), 'damaged'],
    ['with a restart out of step', jpeg({ before: segment(0xdd, [0, 1]) }), 'damaged'],
    ['without tables', joined(jpeg().subarray(0, 84), jpeg().subarray(-22)), 'damaged'],
  ])('is not whole: %s', async (_, bytes, fault) => {
    const found = await pictureFault(Uint8Array.from(bytes));
    expect(found).not.toBeNull();
    if (fault === 'cut') expect(found).toBe('cut');
  });

  it.skipIf(sharp === null)(
    'is whole in every coding that cameras and programs use, and not when its end is missing (sharp is needed)',
    async () => {
      const picture = () => sharp!(sample).resize(203, 131);
      for (const options of [
        {},
        { progressive: true },
        { mozjpeg: true },
        { chromaSubsampling: '4:4:4', quality: 100 },
        { quality: 3, progressive: true },
      ])
        for (const space of ['srgb', 'b-w', 'cmyk'] as const) {
          const bytes = await picture().toColourspace(space).jpeg(options).toBuffer();
          expect(await pictureFault(bytes), `${JSON.stringify(options)} ${space}`).toBeNull();
          for (const share of [0.3, 0.7, 0.95]) {
            const half = bytes.subarray(0, Math.floor(bytes.length * share));
            expect(await pictureFault(half)).toBe('cut');
            expect(await pictureFault(joined(half, END))).not.toBeNull();
          }
        }
    },
  );
});

describe('a PNG', () => {
  const rgba = { type: 6, rows: new Uint8Array(3 * 17) } as const;
  it.each([
    ['grey', png()],
    ['colour with alpha', png(rgba)],
    ['of 16 bits', png({ bits: 16, rows: new Uint8Array(3 * 9) })],
    ['of one bit', png({ bits: 1, rows: new Uint8Array(3 * 2) })],
    ['with a palette', png({ type: 3, before: [pngChunk('PLTE', [1, 2, 3])] })],
    ['with one transparent colour', png({ before: [pngChunk('tRNS', [0, 0])] })],
    ['interlaced', png({ interlace: 1, rows: new Uint8Array(3 + 3 + 2 + 3 + 3 + 5 + 1) })],
    ['with broken text beside its pixels', png({ before: [pngChunk('tEXt', [1]).with(9, 7)] })],
    ['without its last chunk', png({ after: [] })],
    ['with bytes after its end', joined(png(), Buffer.alloc(50, 7))],
    ['with more rows than it says', png({ rows: new Uint8Array(400) })],
  ])('is whole: %s', async (_, bytes) => {
    expect(await pictureFault(bytes)).toBeNull();
  });

  const whole = png({
    width: 40,
    height: 30,
    rows: Uint8Array.from({ length: 1230 }, (_, i) => (i % 41 === 0 ? 0 : (i * 7919) % 256)),
  });
  it.each([
    ['with a wrong checksum', png().with(29, 1)],
    ['of seven bits', png({ bits: 7 })],
    ['of three channels in a type that has none', png({ type: 5 })],
    ['with too few rows', png({ rows: new Uint8Array(10) })],
    ['with a filter that there is not', png({ rows: new Uint8Array(15).fill(9) })],
    [
      'with pixels that are no deflated data',
      joined(png().subarray(0, 33), pngChunk('IDAT', [1, 2, 3]), pngChunk('IEND')),
    ],
    ['without pixels', joined(png().subarray(0, 33), pngChunk('IEND'))],
    ['with a palette type and no palette', png({ type: 3 })],
    ['half of one', whole.subarray(0, whole.length >> 1)],
    ['cut in its last chunk of pixels', whole.subarray(0, whole.length - 20)],
    ['empty', png().subarray(0, 8)],
  ])('is not whole: %s', async (_, bytes) => {
    expect(await pictureFault(bytes)).not.toBeNull();
  });
});

it('judges large pictures in another process, to the same end', async () => {
  expect(await judgePicture(sample)).toBeNull();
  expect(await judgePicture(sample.subarray(0, 300_000))).toBe('cut');
});

it('takes no picture for small that a process of its own must read: many pixels, many scans, much that is empty', async () => {
  const asked: number[] = [];
  vi.doMock('../../../electron/foreign/foreign-pool.ts', () => ({
    askForeign: async ({ bytes }: { bytes: Uint8Array }) => asked.push(bytes.length) && 'cut',
  }));
  vi.resetModules();
  const { judgePicture: judge } = await import('../../../electron/pictures/judge-picture.ts');
  const wide = (bytes: Uint8Array, marker: number): Uint8Array => {
    const at = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]));
    return Buffer.from(bytes).fill(marker, at + 1, at + 2);
  };
  const manyPixels = jpeg({ width: 14_000, height: 14_000, data: [0] });
  const manyScans = wide(jpeg({ width: 600, height: 600, data: Array<number>(20_000).fill(0) }), 0xc2);
  const empty = png({ before: Array<Uint8Array>(400_000).fill(pngChunk('IDAT')) });
  for (const bytes of [manyPixels, manyScans, empty]) expect(await judge(bytes)).toBe('cut');
  expect(asked).toEqual([manyPixels.length, manyScans.length, empty.length]);
  vi.doUnmock('../../../electron/foreign/foreign-pool.ts');
});

it('reads no more scans of a progressive JPEG than any encoder makes', async () => {
  const made = Buffer.from(jpeg({ width: 8, height: 8 }));
  const at = made.indexOf(Buffer.of(0xff, 0xda));
  made[made.indexOf(Buffer.of(0xff, 0xc0)) + 1] = 0xc2;
  const scan = (from: number, high: number, low: number): Uint8Array =>
    Uint8Array.of(0xff, 0xda, 0, 8, 1, made[at + 5]!, 0, from, from, high * 16 + low, 0x7f);
  /* Each coefficient of AC by itself, a bit a scan, and nothing in any. */
  const bits = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  const scans = (coefficients: number): Uint8Array =>
    joined(
      made.subarray(0, at),
      scan(0, 0, 0),
      ...Array.from({ length: coefficients }, (_, i) =>
        bits.map((low) => scan(i + 1, low === 9 ? 0 : low + 1, low)),
      ).flat(),
      END,
    );
  expect(await pictureFault(scans(49))).toBeNull();
  expect(await pictureFault(scans(50))).toBe('damaged');
});
