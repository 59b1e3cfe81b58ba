import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { svgFile } from '../../../core/display/svg-file.ts';
import { renderPng } from '../../../electron/export/render-png.ts';
import { GlyphStores } from '../../../electron/fonts/font-files.ts';
import { readPicture } from '../../../electron/import/read-picture.ts';
import { writePdf } from '../../../electron/pdf/pdf-writer.ts';
import { pictureOrientation } from '../../../electron/pictures/describe-picture.ts';
import { list, page, picture } from '../pdf/display-builders.ts';
import { exif, exifSegment, jpeg, png, pngChunk } from './picture-bytes.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const sharp = await import('sharp').then(
  (module) => module.default,
  () => null,
);

/** Stored: black at the left top, dark at the right top, light at the left bottom, white at the right bottom. */
const CORNERS = [0, 80, 160, 255] as const;
/** Where the stored corners stand upright, by Exif's own definition: left top, right top, left bottom, right bottom. */
const UPRIGHT: Readonly<Record<number, readonly number[]>> = {
  1: [0, 1, 2, 3],
  2: [1, 0, 3, 2],
  3: [3, 2, 1, 0],
  4: [2, 3, 0, 1],
  5: [0, 2, 1, 3],
  6: [2, 0, 3, 1],
  7: [3, 1, 2, 0],
  8: [1, 3, 0, 2],
};
const SIZE = 8;
const four = (before: readonly Uint8Array[]): Uint8Array => {
  const rows = Buffer.alloc(SIZE * (SIZE + 1));
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++)
      rows[y * (SIZE + 1) + 1 + x] = CORNERS[(x < SIZE / 2 ? 0 : 1) + (y < SIZE / 2 ? 0 : 2)]!;
  return png({ width: SIZE, height: SIZE, rows, before });
};
const PLACE = { x: 0, y: 0, width: 80, height: 80 };

describe('a picture that a camera turned', () => {
  it.each(ALL)('stands upright in the PDF, orientation %i', async (orientation) => {
    const bytes = four([pngChunk('eXIf', exif(orientation))]);
    const display = list(page(picture('a', PLACE)));
    const pdf = writePdf(display, new GlyphStores(), new Map([['a', bytes]]));
    for await (const drawn of renderPng(pdf, 72, display.pages)) {
      const { width, data, channels } = decode(drawn.png);
      const at = (x: number, y: number): number => data[(y * width + x) * channels]!;
      const corners = [at(10, 10), at(70, 10), at(10, 70), at(70, 70)];
      expect(corners).toEqual(UPRIGHT[orientation]!.map((corner) => CORNERS[corner]));
    }
  });

  it.each(ALL)(
    'stands upright in an SVG file, whose data say nothing of it, orientation %i',
    (orientation) => {
      const [drawn] = list(page(picture('a', PLACE))).pages;
      const svg = svgFile(
        drawn!,
        () => 'data:',
        () => orientation,
      );
      const [a, b, c, d, e, f] = (/<image[^>]*matrix\(([^)]*)\)/.exec(svg)?.[1] ?? '1 0 0 1 0 0')
        .split(' ')
        .map(Number) as [number, number, number, number, number, number];
      const stored = [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.8, 0.8],
      ] as const;
      const corners: number[] = [];
      stored.forEach(([x, y], corner) => {
        const [right, down] = [a * x + c * y + e, b * x + d * y + f];
        corners[(right < 0.5 ? 0 : 1) + (down < 0.5 ? 0 : 2)] = corner;
      });
      expect(corners).toEqual(UPRIGHT[orientation]);
    },
  );

  it.each(ALL)('has its upright size in the issue, orientation %i', async (orientation) => {
    const [width, height] = orientation < 5 ? [16, 8] : [8, 16];
    const files = [
      jpeg({ width: 16, height: 8, before: exifSegment(orientation) }),
      png({ width: 16, height: 8, before: [pngChunk('eXIf', exif(orientation, true))] }),
    ];
    for (const bytes of files) {
      expect(pictureOrientation(bytes)).toBe(orientation);
      expect((await readPicture(bytes, 'a')).info).toMatchObject({ width, height });
    }
  });

  it.skipIf(sharp === null)('is turned when it is converted (sharp is needed)', async () => {
    for (const orientation of ALL)
      for (const format of ['tiff', 'webp'] as const) {
        const stored = await sharp!(four([]))
          .withMetadata({ orientation })
          .toFormat(format, { lossless: true, compression: 'none' })
          .toBuffer();
        const { bytes } = await readPicture(stored, 'a');
        const { width, data, channels } = decode(bytes);
        const at = (x: number, y: number): number => data[(y * width + x) * channels]!;
        const corners = [at(1, 1), at(6, 1), at(1, 6), at(6, 6)];
        expect(corners, `${format} ${orientation}`).toEqual(UPRIGHT[orientation]!.map((c) => CORNERS[c]));
        expect(pictureOrientation(bytes)).toBe(1);
      }
  });
});
