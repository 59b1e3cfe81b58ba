import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../core/engine/engine.ts';
import { issueFileOf } from '../../core/file/issue-file.ts';
import type { PictureId, PictureInfo } from '../../core/issue/issue.ts';
import { packIssueFile } from '../../electron/files/issue-container.ts';
import { loadFontSet } from '../../electron/fonts/font-files.ts';
import { openSources } from '../../electron/import/open-sources.ts';
import { exifSegment, jpeg, png, pngChunk } from '../electron/pictures/picture-bytes.ts';
import { Workplace } from './run-zuban.ts';

const sharp = await import('sharp').then(
  (module) => module.default,
  () => null,
);
const place = new Workplace();
afterAll(() => place.remove());

const copy = (picture: string): string =>
  `# 街心花园昨日开放\n\n![图一。](${picture})\n\n${'街心花园昨日上午开放，附近的居民带着孩子来看新装的秋千和滑梯。'.repeat(4)}\n`;

describe('pictures on the command line', () => {
  const rows = Uint8Array.from({ length: 400 * 401 }, (_, i) => (i % 401 === 0 ? 0 : i % 251));
  const whole = png({ width: 400, height: 400, rows });
  const broken = [
    ['坏.png', whole.with(whole.length - 200, 7)],
    ['半.jpg', jpeg({ width: 400, height: 400, data: [0x80], end: [] })],
  ] as const;

  it('are those that the manuscripts name, in another folder too', async () => {
    place.file('图/街.png', whole);
    place.file('稿.md', copy('照片\\街.png'));
    const { code, stderr } = await place.run(['import', '图/街.png', '稿.md', '-o', '期.zuban']);
    expect(stderr).not.toContain('街.png');
    expect(code).toBe(0);
    const { issue } = await openSources([place.path('期.zuban')], createEngine(loadFontSet()));
    expect(issue.stories[0]!.pictures).toMatchObject([{ caption: '图一。' }]);
  });

  it('are refused where no manuscript names them', async () => {
    place.file('街.png', whole);
    place.file('稿.md', copy('别的.png'));
    for (const sources of [['稿.md', '街.png'], ['街.png']]) {
      const { code, stderr } = await place.run(['import', ...sources, '-o', '期.zuban']);
      expect(code).toBe(1);
      expect(stderr).toContain('“街.png”是图片，不是稿件');
    }
  });

  it.each(broken)('that are broken are left out at import, by name: %s', async (name, bytes) => {
    place.file(name, bytes);
    place.file('稿.md', copy(name));
    const { code, stderr } = await place.run(['import', '稿.md', '-o', '期.zuban']);
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`图片“${name}”.*请重新取得原图`));
  });

  it.each(broken)(
    'that are broken in an older issue are named with page and story, and the rest is exported: %s',
    async (name, bytes) => {
      place.file(name, bytes);
      const { issue, pictures } = await openSources(
        [place.file('旧.md', copy(name))],
        createEngine(loadFontSet()),
        {
          judge: 'later',
        },
      );
      place.file('旧.zuban', packIssueFile(issueFileOf(issue, pictures)));
      const outputs = ['--pdf', '旧.pdf', '--svg', '旧', '--png', '旧', '--dpi', '36'];
      const { stderr } = await place.run(['export', '旧.zuban', ...outputs]);
      expect(stderr).toMatch(new RegExp(`第1版.*街心花园昨日开放.*${name}`));
      expect(place.text('旧-1.svg')).toContain('图片损坏');
      expect(place.names()).toEqual(expect.arrayContaining(['旧.pdf', '旧-1.png']));
      expect(place.read('旧.pdf').includes('/Subtype /Image')).toBe(false);
    },
  );

  /** An issue file whose picture `图.*` is those bytes, with digests that agree, and the claim that it is whole. */
  const claiming = async (extension: 'png' | 'jpg', bytes: Uint8Array): Promise<Uint8Array> => {
    place.file('图.png', whole);
    const { issue } = await openSources([place.file('旧.md', copy('图.png'))], createEngine(loadFontSet()));
    const id = `sha256-${createHash('sha256').update(bytes).digest('hex')}.${extension}` as PictureId;
    const mime = extension === 'png' ? 'image/png' : 'image/jpeg';
    const [info] = issue.pictures;
    const claimed = { ...info!, id, mime, whole: true } satisfies PictureInfo & { readonly whole: true };
    const stories = issue.stories.map((story) => ({
      ...story,
      pictures: story.pictures.map((picture) => ({ ...picture, picture: id })),
    }));
    return packIssueFile(issueFileOf({ ...issue, stories, pictures: [claimed] }, new Map([[id, bytes]])));
  };

  const grey = jpeg({ width: 400, height: 400 });
  const liars: readonly (readonly [string, 'png' | 'jpg', Uint8Array])[] = [
    ['half a PNG', 'png', whole.subarray(0, whole.length >> 1)],
    ['half a JPEG', 'jpg', broken[1][1]],
    ['a PNG with a wrong checksum', 'png', broken[0][1]],
    ['text', 'png', new TextEncoder().encode('这不是图片')],
    ['text that is called JPEG', 'jpg', new TextEncoder().encode('这不是图片')],
    ['nothing but a beginning', 'png', whole.subarray(0, 60)],
    ['no byte at all', 'jpg', new Uint8Array(0)],
    ['a JPEG’s first bytes', 'jpg', Uint8Array.of(0xff, 0xd8, 0xff)],
    ['more pixels than are taken in', 'png', png({ width: 40_000, height: 40_000, rows: new Uint8Array(9) })],
    ['a JPEG that is called PNG', 'png', grey],
    ['a PNG that is called JPEG', 'jpg', whole],
  ];

  it.each(liars)('are judged whatever an issue file says of them: %s', async (_, extension, bytes) => {
    place.file('称.zuban', await claiming(extension, bytes));
    const outputs = ['--pdf', '称.pdf', '--svg', '称', '--png', '称', '--dpi', '36'];
    const { code, stderr } = await place.run(['export', '称.zuban', ...outputs]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining('程序内部出错') });
    expect(stderr).toMatch(/第1版“街心花园昨日开放”的图片“图.png”/);
    expect(place.text('称-1.svg')).toMatch(/图片(损坏|过大)/);
    expect(place.read('称.pdf').includes('/Subtype /Image')).toBe(false);
    expect((await place.run(['export', '称.zuban', '--pdf', '称.pdf', '--strict'])).code).toBe(1);
  });

  it('that a rescue did not find keep their names', async () => {
    const packed = Buffer.from(await claiming('png', whole));
    const at = packed.indexOf('IDAT') + 100;
    packed[at]! ^= 1;
    place.file('伤.zuban', packed);
    expect((await place.run(['rescue', '伤.zuban', '-o', '救.zuban'])).code).toBe(0);
    const { code, stderr } = await place.run(['export', '救.zuban', '--pdf', '救.pdf', '--svg', '救']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/第1版“街心花园昨日开放”的图片“图.png”的内容不在文件里/);
    expect(stderr).not.toContain('sha256');
    expect(place.text('救-1.svg')).toContain('图片缺失');
  });

  it('tell nothing of place and camera in what is exported, and are turned there as on screen', async () => {
    const text = Buffer.from('GPS 34.51N 113.39E');
    place.file('机.jpg', jpeg({ width: 400, height: 400, before: exifSegment(6, [...text]) }));
    place.file('屏.png', png({ width: 400, height: 400, rows, before: [pngChunk('tEXt', text)] }));
    for (const name of ['机.jpg', '屏.png']) {
      place.file('照.md', copy(name));
      const { code } = await place.run(['export', '照.md', '--pdf', '照.pdf', '--svg', '照']);
      expect(code).toBe(0);
      const svg = place.text('照-1.svg');
      const data = Buffer.from(/base64,([^"]*)/.exec(svg)?.[1] ?? '', 'base64');
      expect(data.length).toBeGreaterThan(100);
      for (const made of [data, place.read('照.pdf')])
        for (const word of ['GPS', 'Exif', 'tEXt']) expect(made.includes(word), word).toBe(false);
      expect(svg.includes('matrix(0 1 -1 0 1 0)')).toBe(name === '机.jpg');
    }
  });

  it.skipIf(sharp === null)('are taken as TIFF and WebP too (sharp is needed)', async () => {
    for (const format of ['tiff', 'webp'] as const) {
      place.file(`图.${format}`, await sharp!(whole).toFormat(format).toBuffer());
      place.file('译.md', copy(`图.${format}`));
      const { code, stderr } = await place.run(['export', '译.md', '--dump', '译.txt']);
      expect({ code, left: stderr.includes('没有排入') }).toEqual({ code: 0, left: false });
      expect(place.text('译.txt')).toContain('picture');
    }
  });
});
