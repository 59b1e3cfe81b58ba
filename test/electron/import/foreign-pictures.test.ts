import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../electron/import/read-picture.ts';

const sharp = await import('sharp').then(
  (module) => module.default,
  () => null,
);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inner: string, attributes = 'width="100" height="80"'): Uint8Array =>
  bytes(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  );
const RECT = '<rect x="10" y="10" width="60" height="40" filter="url(#f)"/>';

/** The picture's size and notes, or the sentence by which it is refused. */
const outcome = async (content: Uint8Array): Promise<string> => {
  try {
    const { info, notes } = await readPicture(content, '图.svg');
    return `${info.width}×${info.height} ${notes.join('')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe.skipIf(sharp === null)('an SVG (sharp is needed)', () => {
  it('with an ordinary shadow is drawn, smaller, which is said', async () => {
    const shadow = '<filter id="f"><feDropShadow dx="1" dy="1" stdDeviation="1"/></filter>';
    expect(await outcome(svg(`<defs>${shadow}</defs>${RECT}`))).toMatch(/^1600×1280 .*滤镜/);
  });

  const turbulence =
    '<feTurbulence baseFrequency="0.9" numOctaves="50"/>'.repeat(40) +
    '<feGaussianBlur stdDeviation="30"/>'.repeat(40);
  const doubled = Array.from(
    { length: 30 },
    (_, i) => `<g id="a${i + 1}"><use xlink:href="#a${i}"/><use xlink:href="#a${i}"/></g>`,
  ).join('');
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['filters without end', svg(`<filter id="f" width="2" height="2">${turbulence}</filter>${RECT}`)],
    ['uses of uses', svg(`<g id="a0"><rect width="1" height="1"/></g>${doubled}`)],
    ['a use of itself', svg('<g id="a"><use xlink:href="#a"/></g>')],
    ['a size beyond all', svg(RECT, 'width="1e9" height="1e9"')],
    ['a view box beyond all', svg(RECT, 'width="10" height="10" viewBox="0 0 1e12 1e12"')],
    ['no size', svg(RECT, 'width="0" height="0"')],
    ['groups in groups', svg('<g>'.repeat(50_000))],
    ['entities', bytes('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "x">]><svg>&a;</svg>')],
    ['a file of this computer', svg('<image href="file:///etc/passwd" width="10" height="10"/>')],
    ['an address', svg('<image href="http://127.0.0.1:1/a.png" width="10" height="10"/>')],
    ['a style sheet', bytes('<?xml-stylesheet href="file:///etc/passwd"?><svg width="9" height="9"/>')],
  ];
  it('is drawn or refused in one sentence, whatever it asks for', async () => {
    const all = await Promise.all(
      cases.map(async ([what, content]) => [what, await outcome(content)] as const),
    );
    for (const [what, said] of all) {
      expect(said, what).toMatch(/^\d+×\d+ |^图片“图\.svg”.*。$/);
      expect(said, what).not.toMatch(/Error|at \w+/);
    }
  });
});

describe.skipIf(sharp === null)('a picture of another format (sharp is needed)', () => {
  const noise = () =>
    sharp!(Buffer.from(Uint8Array.from({ length: 90 * 60 * 3 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 90, height: 60, channels: 3 },
    });
  it('that is cut short is refused', async () => {
    for (const whole of [
      await noise().webp({ lossless: true }).toBuffer(),
      await noise().tiff({ compression: 'lzw' }).toBuffer(),
      await noise().tiff({ compression: 'none' }).toBuffer(),
    ]) {
      expect(await outcome(whole)).toMatch(/^90×60/);
      expect(await outcome(whole.subarray(0, whole.length >> 1))).toContain('读不出来');
    }
  });
});

it('keeps other work going while a picture is drawn', async () => {
  const drawing = outcome(svg(`<filter id="f"><feGaussianBlur stdDeviation="20"/></filter>${RECT}`));
  const done: string[] = [];
  await Promise.all([
    drawing.then(() => done.push('drawn')),
    new Promise((resolve) => setImmediate(resolve)).then(() => {
      deflateSync(Buffer.alloc(1000));
      done.push('other');
    }),
  ]);
  expect(done).toEqual(['other', 'drawn']);
});
