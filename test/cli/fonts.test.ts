/** `--fonts` and `--face`: an editor's own fonts on the command line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOXES, type BoxGlyph, boxFont } from '../electron/fonts/box-font.ts';
import { Workplace } from './run-zuban.ts';

const COPY = `上街时报
2026年11月20日 第43期 总第958期

## 甲乙甲乙河

河堤上的柳树先绿了起来，孩子们放学后在堤上放风筝。
`;

const NAMEPLATE: readonly BoxGlyph[] = [...'上街时报'].map((character, i) => ({
  character,
  box: [100, 0, 900, 200 + 100 * i],
  advance: 1000,
}));

let place: Workplace;

beforeAll(() => {
  place = new Workplace();
  place.file('copy.md', COPY);
  place.file('fonts/headline.otf', boxFont({ glyphs: BOXES, outlines: 'cid', chineseFamily: '方框宋体' }));
  place.file('fonts/plate.ttf', boxFont({ glyphs: NAMEPLATE, family: 'Box Plate' }));
  place.file('fonts/locked.ttf', boxFont({ glyphs: BOXES, fsType: 2 }));
  place.file('fonts/broken.otf', boxFont({ glyphs: BOXES }).subarray(0, 700));
});
afterAll(() => place.remove());

const exportWith = (...options: string[]) =>
  place.run(['export', 'copy.md', '--format', '四开', '--pdf', 'out.pdf', '--dump', 'out.txt', ...options]);

describe('zuban export --fonts --face', () => {
  it('sets headline and nameplate in the fonts of a folder, and says what they lack', async () => {
    const { code, stderr } = await exportWith(
      ...['--fonts', 'fonts', '--face', 'headline=方框宋体', '--face', 'nameplate=plate.ttf'],
    );
    expect(stderr).toContain('第1版的“河”，字体“Box-Regular”里没有，改用“大标宋”。');
    expect(code).toBe(0);
    expect(place.text('out.txt')).toMatch(
      /headline .* user:Box-Regular-[0-9a-f]{16}\+serif-900 .*甲乙甲乙河/,
    );
    expect(place.text('out.txt')).toMatch(/nameplate .* user:BoxPlate-Regular-[0-9a-f]{16} .*上街时报/);
    const pdf = place.read('out.pdf').toString('latin1');
    expect(pdf).toMatch(/\+Box-Regular/);
    expect(pdf).toMatch(/\+BoxPlate-Regular/);
  });

  it('takes the faces that come with the program by their names', async () => {
    expect((await exportWith('--face', 'headline=粗黑')).code).toBe(0);
    expect(place.text('out.txt')).toMatch(/headline .* sans-700 /);
  });

  it('says what there is where a font is not there', async () => {
    const { code, stderr } = await exportWith('--fonts', 'fonts', '--face', 'headline=方正');
    expect(code).toBe(1);
    expect(stderr).toContain('没有字体“方正”，可用的有：方框宋体、Box Plate Regular');
  });

  it('says why a font is refused', async () => {
    const locked = await exportWith('--fonts', 'fonts', '--face', 'headline=locked');
    expect([locked.code, locked.stderr]).toEqual([1, expect.stringContaining('不允许嵌入文档')]);
    const broken = await exportWith('--fonts', 'fonts', '--face', 'headline=broken.otf');
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining('broken.otf：文件已损坏')]);
  });

  it('says how the option is written', async () => {
    for (const option of ['headline', 'headline=', 'body=宋体', 'constructor=宋体']) {
      const { code, stderr } = await exportWith('--face', option);
      expect([code, stderr]).toEqual([2, expect.stringContaining('--face 应写作 位置=字体名')]);
    }
    expect((await exportWith('--fonts', 'nowhere')).stderr).toContain('字体文件夹不存在');
  });
});
