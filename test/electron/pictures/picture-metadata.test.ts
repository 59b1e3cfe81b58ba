import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureOrientation } from '../../../electron/pictures/describe-picture.ts';
import { pictureFault } from '../../../electron/pictures/judge-picture.ts';
import { withOrientation, withoutMetadata } from '../../../electron/pictures/picture-metadata.ts';
import { exif, exifSegment, jpeg, png, pngChunk, segment } from './picture-bytes.ts';

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const jfif = segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 72, 0, 72, 0, 0]);
const profile = segment(0xe2, [...ascii('ICC_PROFILE'), 0, 1, 1, 9, 9, 9]);
const adobe = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1]);

describe('what is exported of a JPEG', () => {
  it('is the file itself where it tells nothing', () => {
    for (const bytes of [jpeg(), jpeg({ before: [...jfif, ...profile, ...adobe] })])
      expect(Buffer.from(withoutMetadata(bytes))).toEqual(Buffer.from(bytes));
    const sample = readFileSync(new URL('../../../assets/sample/library-dusk.jpg', import.meta.url));
    expect(Buffer.from(withoutMetadata(sample))).toEqual(sample);
  });

  it('has no place, camera, thumbnail, words or second picture, and its pixels as they were', async () => {
    const told = [
      exifSegment(6, ascii('GPS 34.5 113.4')),
      segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
      segment(0xed, ascii('Photoshop 3.0\x008BIM IPTC')),
      segment(0xe2, ascii('MPF\0')),
      segment(0xe0, [...ascii('JFXX'), 0, 0x10, ...jpeg()]),
      segment(0xfe, ascii('comment')),
    ].flat();
    const thumbnail = segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 72, 0, 72, 1, 1, 7, 7, 7]);
    const bytes = jpeg({ before: [...thumbnail, ...told, ...profile, ...adobe] });
    const bare = withoutMetadata(Buffer.concat([bytes, jpeg({ before: told })]));
    expect(Buffer.from(bare)).toEqual(Buffer.from(jpeg({ before: [...jfif, ...profile, ...adobe] })));
    expect(await pictureFault(bare)).toBeNull();
  });

  it('gets the end that it lacked', () => {
    expect(Buffer.from(withoutMetadata(jpeg({ end: [] })))).toEqual(Buffer.from(jpeg()));
  });
});

describe('what is exported of a PNG', () => {
  it('keeps what draws it right and nothing else', async () => {
    const kept = [pngChunk('gAMA', [0, 0, 1, 1]), pngChunk('iCCP', [65, 0, 0, 1]), pngChunk('tRNS', [0, 0])];
    const told = [
      pngChunk('eXIf', exif(6)),
      pngChunk('tEXt', ascii('Author\0Lin')),
      pngChunk('iTXt', ascii('XML:com.adobe.xmp')),
      pngChunk('zTXt', ascii('Raw profile type exif')),
      pngChunk('tIME', [1, 2, 3, 4, 5, 6, 7]),
      pngChunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
    ];
    const bare = withoutMetadata(png({ before: [...told, ...kept], after: [...told, pngChunk('IEND')] }));
    expect(Buffer.from(bare)).toEqual(Buffer.from(png({ before: kept })));
    expect(Buffer.from(withoutMetadata(Buffer.concat([png(), Buffer.from('GPS')])))).toEqual(
      Buffer.from(png()),
    );
  });
});

describe('what the screen gets', () => {
  it('says the orientation by which paper is turned, and nothing else', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const)
      for (const bytes of [
        jpeg({ before: [...jfif, ...exifSegment(orientation, ascii('GPS'))] }),
        png({ before: [pngChunk('eXIf', exif(orientation))] }),
        png({ after: [pngChunk('eXIf', exif(orientation, true)), pngChunk('IEND')] }),
      ]) {
        expect(pictureOrientation(bytes)).toBe(orientation);
        const shown = withOrientation(bytes, orientation);
        expect(pictureOrientation(shown)).toBe(orientation);
        expect(await pictureFault(shown)).toBeNull();
        expect(Buffer.from(withoutMetadata(shown))).toEqual(Buffer.from(withoutMetadata(bytes)));
        expect(Buffer.from(shown).includes('GPS')).toBe(false);
      }
  });
});
